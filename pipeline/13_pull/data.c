/*
 * The bytes of edited values, put in the place of those that they were.
 */

#include "13_pull/data.h"

#include <stdlib.h>
#include <string.h>

#include "11_next/changes.h"
#include "11_next/member_break.h"
#include "13_pull/literal.h"

/* An edit and where it is made. */
struct step {
    const struct edit *edit;
    const cJSON *stated;        /* what is replaced; NULL: it is added */
    const cJSON *object;        /* where it is added */
    const char *name;           /* of the member, as the pointer has it */
    size_t at;                  /* offset in the text */
};

struct steps {
    const struct json *json;
    struct step *list;
    size_t count;
    bool failed;
};

/* --- where ---------------------------------------------------------------- */

static bool find_place(const struct json *json, struct step *step)
{
    const char *src = step->edit->src, *last = strrchr(src, '/');
    struct buffer parent = BUFFER_EMPTY;

    step->stated = json_at(json, src);
    step->name = last ? last + 1 : src;
    if (step->stated) {
        step->at = json_span(json, step->stated).start;
        return true;
    }
    buffer_add(&parent, src, last ? (size_t)(last - src) : 0);
    if (!parent.failed)
        step->object = json_at(json, buffer_string(&parent));
    bool good = !parent.failed;
    buffer_free(&parent);
    if (step->object)
        step->at = json_span(json, step->object).end - 1;
    return good;
}

static int compare_steps(const void *left, const void *right)
{
    const struct step *a = left, *b = right;

    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    return (a->edit > b->edit) - (a->edit < b->edit);
}

size_t data_count(const struct edits *edits)
{
    size_t count = 0;

    for (size_t k = 0; k < edits->count; k++)
        count += !edits->list[k].conflicts;
    return count;
}

static struct steps find_steps(const struct edits *edits,
    const struct json *json)
{
    struct steps steps = { .json = json,
        .list = calloc(edits->count + 1, sizeof *steps.list) };

    steps.failed = !steps.list;
    for (size_t k = 0; !steps.failed && k < edits->count; k++) {
        struct step *step = &steps.list[steps.count];
        if (edits->list[k].conflicts)
            continue;
        step->edit = &edits->list[k];
        steps.failed = !find_place(json, step);
        steps.count++;
    }
    if (steps.count > 0)
        qsort(steps.list, steps.count, sizeof *steps.list, compare_steps);
    return steps;
}

/* --- in the text ---------------------------------------------------------- */

static const cJSON *last_of(const cJSON *object)
{
    const cJSON *last = object->child;

    while (last && last->next)
        last = last->next;
    return last;
}

/* A pointer's name as a member's: its ~1 and ~0 are / and ~. */
static void add_name(const char *name, struct buffer *out)
{
    struct buffer plain = BUFFER_EMPTY;

    for (; *name; name++) {
        bool escaped = *name == '~' && (name[1] == '0' || name[1] == '1');
        buffer_add_char(&plain, !escaped ? *name
            : *++name == '1' ? '/' : '~');
    }
    literal_add_string(buffer_string(&plain), out);
    out->failed = out->failed || plain.failed;
    buffer_free(&plain);
}

/* A new last member, behind one of those that were there, or, with `first`,
 * the first one of an object without any. */
static void add_member(struct changes *changes, const struct json *json,
    const struct step *step, bool first)
{
    const cJSON *last = last_of(step->object);
    struct buffer text = BUFFER_EMPTY;
    size_t at = last ? json_span(json, last).end : step->at;

    buffer_add_string(&text, last || !first ? "," : "");
    if (last)
        member_break_add(json, last, &text);
    else
        buffer_add_char(&text, ' ');
    add_name(step->name, &text);
    buffer_printf(&text, ": %s", step->edit->literal);
    changes->failed = changes->failed || text.failed;
    changes_add(changes, at, at, buffer_string(&text));
    buffer_free(&text);
}

static void make_step(struct changes *changes, const struct steps *steps,
    size_t k)
{
    const struct step *step = &steps->list[k];

    if (!step->stated) {
        add_member(changes, steps->json, step,
            k == 0 || steps->list[k - 1].object != step->object);
        return;
    }
    struct json_span span = json_span(steps->json, step->stated);
    changes_add(changes, span.start, span.end, step->edit->literal);
}

bool data_write(const struct edits *edits, const struct json *json,
    struct buffer *out)
{
    struct steps steps = find_steps(edits, json);
    struct changes changes = CHANGES_EMPTY;
    size_t length;
    const char *text = json_text(json, &length);

    for (size_t k = 0; !steps.failed && k < steps.count; k++)
        make_step(&changes, &steps, k);
    bool good = !steps.failed && changes_apply(&changes, text, length, out);
    changes_free(&changes);
    free(steps.list);
    return good;
}
