/*
 * Words put together to lines, by what reads a page model or a Word file.
 */

#include "13_pull/wording.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "0_base/list.h"
#include "0_base/utf8.h"

#define QUOTED_MAX 200          /* values of a text that are looked at */

void wording_begin(struct wording *wording)
{
    *wording = (struct wording){ .open = WORDING_NONE };
}

void wording_free(struct wording *wording)
{
    buffer_free(&wording->text);
    free(wording->controls);
    free(wording->lines);
    wording_begin(wording);
}

void wording_add(struct wording *wording, const char *text, size_t length)
{
    if (wording->ended && length > 0) {
        wording->ended = false;
        buffer_add_char(&wording->text, '\n');
    }
    buffer_add(&wording->text, text, length);
    wording->failed = wording->failed || wording->text.failed;
}

/* --- lines --------------------------------------------------------------- */

/* The words behind an offset, chained to a key one by one without their white
 * space. */
static uint64_t chain_words(const struct wording *wording, size_t at,
    size_t end, uint64_t key)
{
    const char *text = buffer_string(&wording->text);
    unsigned code;
    size_t size;

    for (; at < end; at += size) {
        size = utf8_read(text + at, end - at, &code);
        if (size == 0)
            return key;
        if (!utf8_is_space(code))
            key = id_map_chain(key, code);
    }
    return key;
}

uint64_t wording_key(const struct wording *wording, size_t begin, size_t end)
{
    uint64_t key = 1;

    for (; begin < end; begin++)
        key = chain_words(wording, wording->lines[begin].begin,
            wording->lines[begin].end, key);
    return key;
}

/* Values count by their tags. */
static uint64_t make_key(const struct wording *wording,
    const struct line *line)
{
    size_t at = line->begin;
    uint64_t key = 1;

    for (size_t k = line->first; k < line->first + line->count; k++) {
        const struct control *control = &wording->controls[k];
        if (control->parent != WORDING_NONE)
            continue;
        key = chain_words(wording, at, control->begin, key);
        key = id_map_chain(key, id_map_text(control->tag,
            strlen(control->tag)));
        at = control->end;
    }
    return chain_words(wording, at, line->end, key);
}

/* By where they begin, longer ones first, else as they came. */
static int compare_controls(const void *left, const void *right)
{
    const struct control *a = left, *b = right;

    if (a->begin != b->begin)
        return a->begin < b->begin ? -1 : 1;
    if (a->end != b->end)
        return a->end > b->end ? -1 : 1;
    return (a->parent > b->parent) - (a->parent < b->parent);
}

/* Whether a value stands between two offsets that a text quotes. */
static bool is_quoted(const struct wording *wording,
    const struct control *text, const struct control *value)
{
    return value->begin < value->end
        && wording->quotes(wording->user, text->tag, value->tag);
}

/* Widens the texts of a line by quoted values beside them.  They are in the
 * order in which they begin. */
static void widen_texts(struct wording *wording, const struct line *line)
{
    struct control *controls = wording->controls;
    size_t end = line->first + line->count;

    for (size_t k = line->first; k < end; k++) {
        size_t nearest = k - line->first > QUOTED_MAX ? k - QUOTED_MAX
            : line->first;
        for (size_t n = k; n > nearest; n--) {
            struct control *before = &controls[n - 1];
            if (before->end == controls[k].begin
                && is_quoted(wording, &controls[k], before))
                controls[k].begin = before->begin;
            else if (before->end == controls[k].begin
                && is_quoted(wording, before, &controls[k]))
                before->end = controls[k].end;
        }
    }
}

/* Puts the marked values of a line into one another.  One that ends in
 * another ends where that begins. */
static void settle_marks(struct wording *wording, const struct line *line)
{
    struct control *controls = wording->controls;
    size_t around = WORDING_NONE, end = line->first + line->count;

    if (wording->quotes)
        widen_texts(wording, line);
    for (size_t k = line->first; k < end; k++)
        controls[k].parent = k;
    qsort(controls + line->first, line->count, sizeof *controls,
        compare_controls);
    for (size_t k = line->first; k < end; k++) {
        while (around != WORDING_NONE
            && (controls[around].end <= controls[k].begin
                || controls[around].end < controls[k].end)) {
            if (controls[around].end > controls[k].begin)
                controls[around].end = controls[k].begin;
            around = controls[around].parent;
        }
        controls[k].parent = around;
        around = k;
    }
}

static void finish_line(struct wording *wording)
{
    struct line line = { .kind = wording->kind, .begin = wording->begin,
        .end = wording->text.length, .first = wording->first,
        .count = wording->control_count - wording->first,
        .row = wording->row };

    if (wording->marked && line.count > 0)
        settle_marks(wording, &line);
    wording->marked = false;
    wording->ended = false;
    wording->begin = line.end;
    wording->first = wording->control_count;
    if (wording->failed || (line.count == 0 && utf8_is_blank(
            buffer_string(&wording->text) + line.begin)))
        return;
    struct line *lines = list_room(wording->lines, wording->line_count,
        &wording->line_room, sizeof *lines);
    if (!lines) {
        wording->failed = true;
        return;
    }
    line.key = make_key(wording, &line);
    wording->lines = lines;
    lines[wording->line_count++] = line;
}

void wording_end_line(struct wording *wording)
{
    if (wording->open != WORDING_NONE || wording->marks > 0)
        wording->ended = true;
    else
        finish_line(wording);
}

void wording_begin_row(struct wording *wording)
{
    wording->row = ++wording->row_count;
}

void wording_end_row(struct wording *wording)
{
    wording->row = 0;
}

/* --- values -------------------------------------------------------------- */

static size_t add_control(struct wording *wording, const char *tag,
    const char *unit)
{
    struct control *controls = list_room(wording->controls,
        wording->control_count, &wording->control_room, sizeof *controls);

    if (!controls) {
        wording->failed = true;
        return WORDING_NONE;
    }
    wording->controls = controls;
    controls[wording->control_count] = (struct control){ .tag = tag,
        .unit = unit, .begin = wording->text.length,
        .end = wording->text.length, .parent = wording->open };
    return wording->control_count++;
}

void wording_open(struct wording *wording, const char *tag, const char *unit)
{
    size_t control = add_control(wording, tag, unit);

    if (control != WORDING_NONE)
        wording->open = control;
}

size_t wording_mark(struct wording *wording, const char *tag)
{
    size_t control = add_control(wording, tag, NULL);

    wording->marks += control != WORDING_NONE;
    wording->marked = true;
    return control;
}

void wording_unmark(struct wording *wording, size_t control)
{
    wording->controls[control].end = wording->text.length;
    wording->marks--;
    if (wording->marks == 0 && wording->ended)
        finish_line(wording);
}

/* What a paragraph's end within a value has left undone is done here. */
void wording_close(struct wording *wording)
{
    if (wording->open == WORDING_NONE)
        return;
    struct control *control = &wording->controls[wording->open];
    control->end = wording->text.length;
    wording->open = control->parent;
    if (wording->open == WORDING_NONE && wording->ended)
        finish_line(wording);
}

void wording_note_unread(struct wording *wording)
{
    for (size_t k = wording->open; k != WORDING_NONE;
        k = wording->controls[k].parent)
        wording->controls[k].unread = true;
}

/* --- values that were not opened ----------------------------------------- */

struct wording_point wording_here(const struct wording *wording)
{
    return (struct wording_point){ wording->text.length,
        wording->control_count, wording->open };
}

/* Whether a value of that tag may have been there since a point. */
static bool may_insert(const struct wording *wording, const char *tag,
    struct wording_point since)
{
    if (since.offset < wording->begin || since.open != wording->open
        || since.control > wording->control_count
        || since.offset > wording->text.length
        || utf8_is_blank(buffer_string(&wording->text) + since.offset))
        return false;
    for (size_t k = since.control; k < wording->control_count; k++)
        if (strcmp(wording->controls[k].tag, tag) == 0)
            return false;
    return true;
}

void wording_insert(struct wording *wording, const char *tag,
    struct wording_point since)
{
    size_t k = since.control;

    if (!may_insert(wording, tag, since)
        || add_control(wording, tag, NULL) == WORDING_NONE)
        return;
    struct control inserted = wording->controls[wording->control_count - 1];
    inserted.begin = since.offset;
    memmove(&wording->controls[k + 1], &wording->controls[k],
        (wording->control_count - 1 - k) * sizeof inserted);
    wording->controls[k] = inserted;
    for (size_t n = k + 1; n < wording->control_count; n++) {
        size_t *parent = &wording->controls[n].parent;
        if (*parent == since.open)
            *parent = k;
        else if (*parent != WORDING_NONE && *parent >= k)
            ++*parent;
    }
}

void wording_drop_empty(struct wording *wording, struct wording_point since)
{
    if (wording->text.length == since.offset
        && wording->control_count > since.control)
        wording->control_count = since.control;
}

/* --- lines that are a value ---------------------------------------------- */

size_t wording_only_value(const struct wording *wording, size_t line)
{
    const struct line *one = &wording->lines[line];
    size_t only = WORDING_NONE;

    for (size_t k = one->first; k < one->first + one->count; k++) {
        if (wording->controls[k].parent != WORDING_NONE)
            continue;
        if (only != WORDING_NONE)
            return WORDING_NONE;
        only = k;
    }
    return only;
}

bool wording_is_value(const struct wording *wording, size_t line)
{
    const struct line *one = &wording->lines[line];
    size_t k = wording_only_value(wording, line);

    return k != WORDING_NONE
        && chain_words(wording, one->begin, wording->controls[k].begin, 0) == 0
        && chain_words(wording, wording->controls[k].end, one->end, 0) == 0;
}

void wording_widen(struct wording *wording, size_t line)
{
    struct line *one = &wording->lines[line];
    size_t k = wording_only_value(wording, line);

    if (k == WORDING_NONE)
        return;
    wording->controls[k].begin = one->begin;
    wording->controls[k].end = one->end;
    one->key = make_key(wording, one);
}

/* --- words of it ---------------------------------------------------------- */

void words_trim(const char *words, size_t length, struct buffer *out)
{
    size_t from = length, to = 0, size;
    unsigned code;

    for (size_t at = 0; at < length
        && (size = utf8_read(words + at, length - at, &code)) > 0;
        at += size) {
        if (utf8_is_space(code))
            continue;
        from = from < at ? from : at;
        to = at + size;
    }
    if (from < to)
        buffer_add(out, words + from, to - from);
}

void wording_print(const struct wording *wording, size_t begin, size_t end,
    struct buffer *out)
{
    words_trim(buffer_string(&wording->text) + begin, end - begin, out);
}
