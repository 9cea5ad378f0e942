/*
 * Words between quoted values, and references in the place of these.
 */

#include "13_pull/narrative.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "5_references/notation.h"

/* The references of a text, with their braces; borrowed from it. */
struct references {
    struct text_piece { const char *begin; size_t length; } *list;
    size_t count, room;
};

static bool add_reference(struct references *references, const char *begin,
    const char *end)
{
    struct text_piece *list = list_room(references->list, references->count,
        &references->room, sizeof *list);

    if (!list)
        return false;
    references->list = list;
    list[references->count++] = (struct text_piece){ begin,
        (size_t)(end - begin) };
    return true;
}

/* As references.h reads them; false if memory runs out. */
static bool find_references(const char *source,
    struct references *references)
{
    const char *from = source, *at;

    while ((at = strstr(from, REFERENCE_OPENING)) != NULL) {
        const char *begin = at + strlen(REFERENCE_OPENING);
        const char *end = at > source && at[-1] == REFERENCE_ESCAPE ? NULL
            : reference_closing(begin);
        from = end ? end + strlen(REFERENCE_CLOSING) : begin;
        if (end && !add_reference(references, at, from))
            return false;
    }
    return true;
}

/* The controls that are directly in one, from one of them on; at the end of
 * the wording or of the control its count. */
static size_t next_inside(const struct wording *wording, size_t control,
    size_t k)
{
    while (k < wording->control_count && wording->controls[k].parent != control
        && wording->controls[k].begin <= wording->controls[control].end)
        k++;
    return k < wording->control_count
        && wording->controls[k].parent == control ? k
        : wording->control_count;
}

static size_t count_inside(const struct wording *wording, size_t control)
{
    size_t count = 0, k = next_inside(wording, control, control + 1);

    for (; k < wording->control_count;
        k = next_inside(wording, control, k + 1))
        count++;
    return count;
}

/* A part of a text as data has it: two braces would open a reference. */
static void add_words(const char *words, size_t length, struct buffer *out)
{
    const char *end = words + length, *at;

    while ((at = strstr(words, REFERENCE_OPENING)) != NULL
        && at + strlen(REFERENCE_OPENING) <= end) {
        buffer_add(out, words, (size_t)(at - words));
        buffer_add_char(out, REFERENCE_ESCAPE);
        buffer_add_string(out, REFERENCE_OPENING);
        words = at + strlen(REFERENCE_OPENING);
    }
    buffer_add(out, words, (size_t)(end - words));
}

/* Which of the quoted values that are expected, from the *k-th control and
 * *number-th reference on, is this one; false where it is none of them. */
static bool find_quoted(const struct narrative *narrative, const char *tag,
    size_t *k, size_t *number)
{
    const struct wording *expected = narrative->expected;
    size_t at = *k, skipped = 0;

    for (; at < expected->control_count;
        at = next_inside(expected, narrative->control, at + 1), skipped++) {
        if (strcmp(expected->controls[at].tag, tag) != 0)
            continue;
        *k = next_inside(expected, narrative->control, at + 1);
        *number += skipped;
        return true;
    }
    return false;
}

static void write_all(const struct narrative *narrative,
    const struct references *references, struct buffer *out)
{
    const struct wording *expected = narrative->expected;
    const struct wording *returned = narrative->returned;
    const struct control *other = &returned->controls[narrative->other];
    const char *text = buffer_string(&returned->text);
    size_t at = other->begin, number = 0;
    size_t k = next_inside(expected, narrative->control,
        narrative->control + 1);

    for (size_t inner = next_inside(returned, narrative->other,
            narrative->other + 1); inner < returned->control_count;
        inner = next_inside(returned, narrative->other, inner + 1)) {
        const struct control *one = &returned->controls[inner];
        if (!find_quoted(narrative, one->tag, &k, &number)
            || number >= references->count)
            continue;
        add_words(text + at, one->begin - at, out);
        buffer_add(out, references->list[number].begin,
            references->list[number].length);
        number++;
        at = one->end;
    }
    add_words(text + at, other->end - at, out);
}

bool narrative_write(const struct narrative *narrative, const char *source,
    struct buffer *out)
{
    struct references references = { NULL, 0, 0 };
    struct buffer words = BUFFER_EMPTY;
    bool found = find_references(source, &references);
    bool fits = found && references.count
        == count_inside(narrative->expected, narrative->control);

    if (fits) {
        write_all(narrative, &references, &words);
        words_trim(buffer_string(&words), words.length, out);
    }
    out->failed = out->failed || !found || words.failed;
    buffer_free(&words);
    free(references.list);
    return fits && !out->failed;
}
