/* Finds stated values that no attachment prints. */

#include "9_bundle/unprinted.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/catalogue.h"
#include "0_base/list.h"
#include "0_base/utf8.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"
#include "9_bundle/printed.h"

/* A finding to be added, for all that is stated in an element. */
struct lost {
    xmlNodePtr node;
    bool by_form;               /* a form should have it, not only a text */
};

struct search {
    struct printed_index index;
    struct lost *list;
    size_t count, room;
    struct buffer words, printed;
    bool failed;                /* memory ran out: sticky */
};

/* Counts the values that are stated in an element, and those of them that are
 * printed. */
struct tally {
    size_t stated, lost;
    bool by_form;
};

static void add_lost(struct search *search, struct lost lost)
{
    struct lost *list = list_room(search->list, search->count, &search->room,
        sizeof *list);

    if (!list) {
        search->failed = true;
        return;
    }
    search->list = list;
    list[search->count++] = lost;
}

static bool is_type(xmlNodePtr node, const char *name)
{
    const char *type = node_attribute(node, "type");

    return type && strcmp(type, name) == 0;
}

/* The words of a leaf as a page model has them, where a line feed is a
 * <break/>. */
static const char *words_of(struct search *search, xmlNodePtr leaf)
{
    struct buffer *words = &search->words;

    buffer_clear(words);
    node_print(leaf, words);
    if (!words->failed && words->length) {
        char *to = words->bytes;
        for (const char *from = words->bytes; *from; from++)
            if (*from != '\n')
                *to++ = *from;
        buffer_cut(words, (size_t)(to - words->bytes));
    }
    return buffer_string(words);
}

/* A text has to be there as a whole; a figure may be in another unit. */
static bool is_printed_by(struct search *search, xmlNodePtr value,
    const char *words, bool whole)
{
    buffer_clear(&search->printed);
    node_print(value, &search->printed);
    const char *printed = buffer_string(&search->printed);

    return whole ? strstr(printed, words) != NULL : !utf8_is_blank(printed);
}

static bool is_printed(struct search *search, xmlNodePtr leaf,
    const char *words)
{
    struct printed_range values = printed_of(&search->index,
        node_attribute(leaf, "src"));
    bool whole = is_type(leaf, "text");
    bool found = false;

    for (size_t k = 0; !found && k < values.count; k++)
        found = is_printed_by(search, values.first[k].value, words, whole);
    return found;
}

/* Whether a text names all entries of a list, one after the other. */
static bool is_joined(struct search *search, xmlNodePtr list)
{
    struct printed_range values = printed_of(&search->index,
        node_attribute(list, "src"));
    size_t length = values.count ? strlen(words_of(search, list)) : 0;
    bool found = false;

    for (size_t k = 0; !found && k < values.count; k++) {
        buffer_clear(&search->printed);
        node_print(values.first[k].value, &search->printed);
        found = length > 0 && search->printed.length >= length;
    }
    return found;
}

/* What a form has is printed whoever states it, the data or a formula.  A token
 * is no words of a report. */
static bool is_asked(xmlNodePtr leaf, const char *printed)
{
    return strcmp(printed, PRINTED_BY_FORM) == 0
        || (strcmp(printed, PRINTED_IN_TEXT) == 0
            && node_state(leaf) == STATE_STATED && !is_type(leaf, "token"));
}

static struct tally visit_leaf(struct search *search, xmlNodePtr leaf,
    const char *printed)
{
    bool by_form = strcmp(printed, PRINTED_BY_FORM) == 0;
    const char *words = is_asked(leaf, printed) ? words_of(search, leaf)
        : "";

    if (utf8_is_blank(words))
        return (struct tally){0};
    if (is_printed(search, leaf, words))
        return (struct tally){ .stated = 1 };
    add_lost(search, (struct lost){ leaf, by_form });
    return (struct tally){ 1, 1, by_form };
}

/* printed: where what is in the element around it is printed. */
static struct tally visit(struct search *search, xmlNodePtr node,
    const char *printed)
{
    const char *own = node_attribute(node, "printed");
    size_t before = search->count;
    struct tally all = {0};
    enum value_type type;

    printed = own ? own : printed;
    if (node_value_type(node, &type))
        return visit_leaf(search, node, printed);
    if (is_type(node, "list") && is_joined(search, node))
        return (struct tally){ .stated = 1 };
    for (xmlNodePtr child = xmlFirstElementChild(node); child;
        child = xmlNextElementSibling(child)) {
        struct tally one = visit(search, child, printed);
        all.stated += one.stated;
        all.lost += one.lost;
        all.by_form = all.by_form || one.by_form;
    }
    if (all.lost > 1 && all.lost == all.stated
        && node->parent->type == XML_ELEMENT_NODE) {
        search->count = before;
        add_lost(search, (struct lost){ node, all.by_form });
    }
    return all;
}

static void report_unprinted(const struct lost *lost, const struct json *json,
    struct findings *findings)
{
    enum catalogue id = lost->by_form ? CATALOGUE_UNPRINTED
        : CATALOGUE_UNREFERENCED;
    const struct catalogue_row *row = catalogue_get(id);
    const char *src = node_attribute(lost->node, "src");
    struct buffer where = BUFFER_EMPTY;

    where_print(lost->node, &where);
    if (where.failed)
        findings_out_of_memory(findings);
    else
        findings_add_as(findings, id, &(struct finding){ .code = row->code,
            .level = row->level, .basis = row->basis, .pointer = src,
            .place = json_place_at(json, src),
            .attachment = where_attachment(lost->node),
            .where = where.length ? buffer_string(&where) : NULL },
            NULL, NULL);
    buffer_free(&where);
}

static bool is_reported(const struct findings *findings)
{
    const char *form = catalogue_get(CATALOGUE_UNPRINTED)->code;
    const char *text = catalogue_get(CATALOGUE_UNREFERENCED)->code;

    for (size_t k = 0; k < findings_count(findings); k++) {
        const char *code = findings_get(findings, k)->code;
        if (strcmp(code, form) == 0 || strcmp(code, text) == 0)
            return true;
    }
    return false;
}

bool unprinted_report(xmlDocPtr submission, xmlDocPtr documents,
    const struct json *json, struct findings *findings)
{
    struct search search = {0};

    if (is_reported(findings))
        return true;
    search.failed = !printed_index_make(&search.index, documents);
    if (!search.failed)
        visit(&search, xmlDocGetRootElement(submission), PRINTED_IN_TEXT);
    bool good = !search.failed && !search.words.failed
        && !search.printed.failed;
    for (size_t k = 0; good && k < search.count; k++)
        report_unprinted(&search.list[k], json, findings);
    if (!good)
        findings_out_of_memory(findings);
    printed_index_free(&search.index);
    buffer_free(&search.words);
    buffer_free(&search.printed);
    free(search.list);
    return good;
}
