/* Puts findings into a page model beside the values that they are about. */

#include "9_bundle/marks.h"

#include <string.h>

#include "0_base/buffer.h"
#include "0_base/xml.h"
#include "0_base/xml_add.h"
#include "3_transform/submission.h"

struct marks {
    const struct printed_index *index;
    size_t count;               /* of values with findings so far */
    bool failed;
};

bool marks_is_own(const struct finding *finding, const char *path)
{
    return !finding->file || strcmp(finding->file, path) == 0;
}

static void set(struct marks *marks, xmlNodePtr element, const char *name,
    const char *value)
{
    if (value && *value)
        xml_add_attribute(element, name, value, &marks->failed);
}

/* The findings behind a value, an empty list where there were none. */
static xmlNodePtr list_behind(struct marks *marks, xmlNodePtr value)
{
    xmlNodePtr next = xmlNextElementSibling(value);

    if (xml_is(next, "findings"))
        return next;
    next = xmlNewDocNode(value->doc, value->ns, BAD_CAST "findings", NULL);
    if (!next) {
        marks->failed = true;
        return NULL;
    }
    xmlAddNextSibling(value, next);
    xml_add_number(next, "number", ++marks->count, &marks->failed);
    return next;
}

static void put(struct marks *marks, const struct printed *printed,
    const struct finding *finding)
{
    xmlNodePtr list = list_behind(marks, printed->value);
    xmlNodePtr element = list ? xmlNewChild(list, list->ns,
        BAD_CAST "finding", NULL) : NULL;

    if (!element) {
        marks->failed = true;
        return;
    }
    set(marks, element, "code", finding->code);
    set(marks, element, "level", level_name(finding->level, LANGUAGE_EN));
    if (finding->place.line) {
        xml_add_number(element, "line", finding->place.line, &marks->failed);
        xml_add_number(element, "column", finding->place.column,
            &marks->failed);
    }
    set(marks, element, "where", finding->where);
    set(marks, element, "sentence", finding->text[LANGUAGE_ZH]);
    set(marks, element, "answer", finding->answer);
}

static void put_all(struct marks *marks, const struct finding *finding,
    xmlNodePtr home)
{
    struct printed_range exact = printed_of(marks->index, finding->pointer);
    struct printed_range below = printed_below(marks->index,
        finding->pointer);
    const struct printed *first = NULL;

    for (size_t k = 0; k < exact.count; k++)
        put(marks, &exact.first[k], finding);
    if (home && !printed_first(exact, home))
        first = printed_first(below, home);
    if (!first && !exact.count)
        first = printed_first(below, NULL);
    if (first)
        put(marks, first, finding);
}

/* The values that the finding is about; false where none is printed. */
static bool put_cells(struct marks *marks, const struct finding *finding)
{
    struct buffer pointer = BUFFER_EMPTY;
    bool any = false;

    for (const char *at = finding->cells; at && *at;) {
        size_t length = strcspn(at, "\n");
        buffer_clear(&pointer);
        buffer_add(&pointer, at, length);
        struct printed_range exact = printed_of(marks->index,
            buffer_string(&pointer));
        for (size_t k = 0; k < exact.count; k++)
            put(marks, &exact.first[k], finding);
        any = any || exact.count;
        at += length + (at[length] != '\0');
    }
    marks->failed = marks->failed || pointer.failed;
    buffer_free(&pointer);
    return any;
}

bool marks_put(const struct printed_index *index,
    const struct attachment_index *homes, const struct findings *findings,
    const char *path)
{
    struct marks marks = { .index = index };

    for (size_t k = 0; !marks.failed && k < findings_count(findings); k++) {
        const struct finding *finding = findings_get(findings, k);
        if (finding->level <= LEVEL_ERROR && finding->pointer
            && *finding->pointer && marks_is_own(finding, path)
            && !put_cells(&marks, finding))
            put_all(&marks, finding, attachment_index_find(homes,
                finding->attachment, finding->pointer));
    }
    return !marks.failed;
}
