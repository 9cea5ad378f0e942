/*
 * Values found by bookmarks: all of them, or those whose controls are gone.
 */

#include "13_pull/word_marks.h"

#include <string.h>

#include "13_pull/word_xml.h"

static const char *know(const struct word_marks *marks, xmlNodePtr start)
{
    const char *name = word_attribute(start, "name");

    return name && *name && marks->reader->know
        ? marks->reader->know(marks->reader->user, name) : NULL;
}

void word_marks_begin(struct word_marks *marks, xmlNodePtr start)
{
    struct word_mark mark = { .id = word_attribute(start, "id"),
        .control = WORDING_NONE, .since = wording_here(marks->wording) };

    if (!mark.id || marks->count == WORD_MARKS_MAX)
        return;
    mark.tag = know(marks, start);
    if (!mark.tag)
        return;
    if (marks->reader->by_marks) {
        mark.control = wording_mark(marks->wording, mark.tag);
        if (mark.control == WORDING_NONE)
            return;
    }
    marks->open[marks->count++] = mark;
}

/* Whether a bookmark has nothing in it but a control, which has a tag; if that
 * is another one, one of the two lies. */
static bool has_control(const struct word_mark *mark, xmlNodePtr end)
{
    xmlNodePtr control = end ? xmlPreviousElementSibling(end) : NULL;
    xmlNodePtr start = control ? xmlPreviousElementSibling(control) : NULL;
    const char *id = start && word_is(start, "bookmarkStart")
        ? word_attribute(start, "id") : NULL;

    return id && strcmp(id, mark->id) == 0 && word_is(control, "sdt")
        && word_child(word_child(control, "sdtPr"), "tag");
}

static void close(struct word_marks *marks, size_t k, xmlNodePtr end)
{
    const struct word_mark mark = marks->open[k];

    marks->count--;
    memmove(&marks->open[k], &marks->open[k + 1],
        (marks->count - k) * sizeof mark);
    if (mark.control != WORDING_NONE)
        wording_unmark(marks->wording, mark.control);
    else if (!has_control(&mark, end))
        wording_insert(marks->wording, mark.tag, mark.since);
}

void word_marks_end(struct word_marks *marks, xmlNodePtr end)
{
    const char *id = word_attribute(end, "id");
    size_t k = marks->count;

    while (id && k > 0 && strcmp(marks->open[k - 1].id, id) != 0)
        k--;
    if (id && k > 0)
        close(marks, k - 1, end);
}

void word_marks_end_all(struct word_marks *marks)
{
    while (marks->count > 0)
        close(marks, marks->count - 1, NULL);
}
