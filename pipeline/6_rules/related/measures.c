/* The names of entries, sorted, with what their cells say. */

#include "6_rules/related/measures.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "0_base/list.h"
#include "3_transform/submission.h"
#include "5_references/path.h"
#include "6_rules/related/passage.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/spans.h"

#define MANY_DIGITS 100         /* a figure with less may be so by chance */

struct measures {
    const struct lexicon *lexicon;
    struct id_map entries;      /* the numbers of the list below */
    struct measure *list;
    xmlNodePtr *nodes;          /* of the entries */
    size_t room, node_room;
    struct measure_name *names;
    size_t name_count, name_room;
    struct word_marks first;    /* of the characters that names begin with */
    size_t longest;             /* bytes of a name */
    xmlNodePtr any;
};

/* The measure of the entry around a cell, perhaps new; NULL if memory runs
 * out. */
static struct measure *take(struct measures *measures, xmlNodePtr entry)
{
    uint32_t id, known = measures->entries.count;
    struct measure *list = id_map_list(&measures->entries, (uintptr_t)entry,
        measures->list, &measures->room, sizeof *list, &id);

    if (!list)
        return NULL;
    measures->list = list;
    if (id == known) {
        xmlNodePtr *nodes = list_room(measures->nodes, id,
            &measures->node_room, sizeof *nodes);
        if (!nodes)
            return NULL;
        measures->nodes = nodes;
        nodes[id] = entry;
    }
    return &list[id];
}

/* The text of a cell, for free(); NULL if memory runs out. */
static char *text_of(xmlNodePtr cell)
{
    struct passage passage = PASSAGE_EMPTY;

    passage_read(&passage, cell, PASSAGE_PRINTED);
    char *text = passage.text.failed ? NULL
        : strdup(buffer_string(&passage.text));
    passage_free(&passage);
    return text;
}

static bool take_all(struct measures *measures, const struct node_list *cells,
    bool are_targets)
{
    for (size_t k = 0; k < cells->count; k++) {
        xmlNodePtr entry = path_entry_around(cells->nodes[k]);
        struct measure *measure = entry ? take(measures, entry) : NULL;
        const char **place = !measure ? NULL
            : are_targets ? &measure->target : &measure->actual;
        if (entry && !measure)
            return false;
        if (place && !*place && !(*place = text_of(cells->nodes[k])))
            return false;
    }
    return true;
}

static bool add_name(struct measures *measures, struct measure_name name)
{
    struct measure_name *names = list_room(measures->names,
        measures->name_count, &measures->name_room, sizeof *names);
    unsigned code = word_code_at(name.text);

    if (!names)
        return false;
    measures->names = names;
    names[measures->name_count++] = name;
    if (name.length > measures->longest)
        measures->longest = name.length;
    measures->first.bits[code / 64] |= UINT64_C(1) << code % 64;
    return true;
}

/* A name in its group and among all. */
static bool add_both(struct measures *measures, struct measure_name name)
{
    bool good = add_name(measures, name);

    name.group = measures->any;
    return good && add_name(measures, name);
}

static bool add_names(struct measures *measures, uint32_t id)
{
    const struct lexicon *lexicon = measures->lexicon;
    const char *key = node_attribute(measures->nodes[id], "key");
    struct measure_name name = { .text = key, .length = strlen(key),
        .group = path_entry_around(measures->nodes[id]),
        .measure = &measures->list[id] };
    size_t least = lexicon_limit(lexicon, LIMIT_LABEL);

    if (text_span_characters((struct text_span){ key, name.length })
            < lexicon_limit(lexicon, LIMIT_RATE_LABEL))
        return true;
    if (!add_both(measures, name))
        return false;
    name.length -= notion_before(lexicon, NOTION_MEASURED, key, name.length);
    return name.length == strlen(key) || text_span_characters(
            (struct text_span){ key, name.length }) < least
        || add_both(measures, name);
}

static int compare_bytes(const char *a, size_t a_length, const char *b,
    size_t b_length)
{
    int order = memcmp(a, b, a_length < b_length ? a_length : b_length);

    return order ? order : (a_length > b_length) - (a_length < b_length);
}

static int compare_names(const void *a, const void *b)
{
    const struct measure_name *left = a, *right = b;

    if (left->group != right->group)
        return (uintptr_t)left->group < (uintptr_t)right->group ? -1 : 1;
    int order = compare_bytes(left->text, left->length, right->text,
        right->length);
    return order ? order : (left->measure > right->measure)
        - (left->measure < right->measure);
}

struct measures *measures_new(const struct lexicon *lexicon,
    const struct node_list *targets, const struct node_list *actuals)
{
    struct measures *measures = calloc(1, sizeof *measures);

    if (!measures)
        return NULL;
    measures->lexicon = lexicon;
    measures->any = targets->count > 0
        ? (xmlNodePtr)targets->nodes[0]->doc : NULL;
    bool good = take_all(measures, targets, true)
        && take_all(measures, actuals, false);
    for (uint32_t k = 0; good && k < measures->entries.count; k++)
        good = add_names(measures, k);
    if (!good) {
        measures_free(measures);
        return NULL;
    }
    if (measures->name_count > 0)
        qsort(measures->names, measures->name_count, sizeof *measures->names,
            compare_names);
    return measures;
}

void measures_free(struct measures *measures)
{
    if (!measures)
        return;
    for (uint32_t k = 0; measures->list && k < measures->entries.count; k++) {
        free((char *)measures->list[k].target);
        free((char *)measures->list[k].actual);
    }
    id_map_free(&measures->entries);
    free(measures->list);
    free(measures->nodes);
    free(measures->names);
    free(measures);
}

/* The last name of a group that is not behind some bytes; NULL for none. */
static const struct measure_name *last_up_to(const struct measures *measures,
    xmlNodePtr group, const char *text, size_t length)
{
    size_t low = 0, high = measures->name_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct measure_name *name = &measures->names[middle];
        bool behind = name->group != group
            ? (uintptr_t)name->group > (uintptr_t)group
            : compare_bytes(name->text, name->length, text, length) > 0;
        if (behind)
            high = middle;
        else
            low = middle + 1;
    }
    return low > 0 && measures->names[low - 1].group == group
        ? &measures->names[low - 1] : NULL;
}

static size_t common_length(const struct measure_name *name,
    const char *text, size_t length)
{
    size_t common = 0;

    while (common < length && common < name->length
        && name->text[common] == text[common])
        common++;
    return common;
}

/* The longest name of a group that the text begins with, and how many have it;
 * NULL for none.  What stands before the text in order, but is not its
 * beginning, shares as much with it as its longest beginning may have. */
static const struct measure_name *longest_of(const struct measures *measures,
    xmlNodePtr group, const char *text, size_t *count)
{
    size_t length = strnlen(text, measures->longest), common;
    const struct measure_name *name;

    while ((name = last_up_to(measures, group, text, length))
        && (common = common_length(name, text, length)) < name->length)
        length = common;
    for (*count = name != NULL; name && name > measures->names
        && name[-1].group == group && name[-1].length == name->length
        && memcmp(name[-1].text, name->text, name->length) == 0; name--)
        ++*count;
    return name;
}

const struct measure_name *measures_at(const struct measures *measures,
    xmlNodePtr node, const char *text, size_t at, size_t *count)
{
    const struct measure_name *name = NULL;
    xmlNodePtr group = path_entry_around(node);

    if (!word_is_marked(&measures->first, word_code_at(text + at)))
        return NULL;
    for (; group && !name; group = path_entry_around(group))
        name = longest_of(measures, group, text + at, count);
    if (!name)
        name = longest_of(measures, NULL, text + at, count);
    if (name)
        return name;
    name = longest_of(measures, measures->any, text + at, count);
    return name && path_is_of_another_entry(
        measures->nodes[name->measure - measures->list], node) ? NULL : name;
}

const struct measure_name *measures_next(const struct measures *measures,
    xmlNodePtr node, const char *text, size_t length, size_t *at,
    size_t *count)
{
    const struct measure_name *name = NULL;
    unsigned code;

    while (!name && *at < length) {
        name = measures_at(measures, node, text, *at, count);
        *at += name ? name->length : text_character(text + *at, &code);
    }
    return name;
}

const struct measure_name *measures_of_node(const struct measures *measures,
    xmlNodePtr node, size_t *count)
{
    xmlNodePtr group = path_entry_around(node);
    size_t from = 0, to;

    while (from < measures->name_count && measures->names[from].group != group)
        from++;
    for (to = from; to < measures->name_count
        && measures->names[to].group == group; to++)
        ;
    *count = to - from;
    return *count > 0 ? &measures->names[from] : NULL;
}

const struct measure_name *measures_around(const struct measures *measures,
    xmlNodePtr node)
{
    xmlNodePtr entry = path_entry_around(node);
    size_t count;
    uint32_t id;

    return entry && id_map_find(&measures->entries, (uintptr_t)entry, &id)
        ? longest_of(measures, path_entry_around(entry),
            node_attribute(entry, "key"), &count) : NULL;
}

/* Whether there are no letters in some bytes. */
static bool is_bare(const char *text, size_t length)
{
    unsigned code;

    for (size_t at = 0; at < length; at += text_character(text + at, &code)) {
        text_character(text + at, &code);
        if (text_is_letter(code))
            return false;
    }
    return true;
}

size_t measure_unit_rest(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t opening = notion_at(lexicon, NOTION_OPENING, text, at);
    size_t end = text_forward(text, at + opening, 1);
    size_t closing = notion_at(lexicon, NOTION_CLOSING, text, end);

    return opening > 0 && closing > 0 ? end + closing - at : 0;
}

bool measure_figure(const struct lexicon *lexicon, const char *cell,
    struct text_figure *figure)
{
    *figure = (struct text_figure){0};
    if (!cell || !text_figure_next(lexicon, cell, strlen(cell), figure)
        || !is_bare(cell, figure->begin))
        return false;
    size_t end = figure->end + measure_unit_rest(lexicon, cell, figure->end);
    return is_bare(cell + end, strlen(cell) - end);
}

/* What the words of a result say: 部分达成预期指标并具有一定效果. */
static enum measure_end end_in_words(const struct lexicon *lexicon,
    const char *actual)
{
    return notion_at(lexicon, NOTION_MISSED_RESULTS, actual, 0) > 0
        ? MEASURE_MISSED : MEASURE_UNKNOWN;
}

/* A target without a sign is one that is to be reached, if it is a rate. */
enum measure_end measure_end(const struct lexicon *lexicon,
    const struct measure *measure)
{
    struct text_figure target, actual;
    struct decimal aim, result;

    if (!measure->target || !measure->actual)
        return MEASURE_UNKNOWN;
    if (!measure_figure(lexicon, measure->target, &target)
        || !measure_figure(lexicon, measure->actual, &actual))
        return end_in_words(lexicon, measure->actual);
    if (!text_figures_alike(&target, &actual) || target.is_date
        || !text_figure_base(&target, &aim)
        || !text_figure_base(&actual, &result))
        return MEASURE_UNKNOWN;
    int order = decimal_compare(result, aim);
    if (notion_at(lexicon, NOTION_CEILINGS, measure->target, 0) > 0)
        return order > 0 ? MEASURE_MISSED : MEASURE_REACHED;
    if (notion_at(lexicon, NOTION_FLOORS, measure->target, 0) == 0
        && !text_figure_is_rate(&target))
        return MEASURE_UNKNOWN;
    return order < 0 ? MEASURE_MISSED : MEASURE_REACHED;
}

static bool is_result(const struct lexicon *lexicon,
    const struct measure *measure, const struct text_figure *figure)
{
    struct text_figure result;
    struct decimal size, own;

    return measure_figure(lexicon, measure->actual, &result)
        && text_figures_alike(&result, figure)
        && text_figure_base(&result, &own) && text_figure_base(figure, &size)
        && decimal_compare(own, size) == 0;
}

const struct measure_name *measures_with_result(
    const struct measures *measures, xmlNodePtr node,
    const struct text_figure *figure)
{
    const struct measure_name *found = NULL;
    size_t count;
    const struct measure_name *names = measures_of_node(measures, node,
        &count);

    if (figure->is_date || figure->precision != TEXT_EXACT
        || figure->value.units < MANY_DIGITS)
        return NULL;
    for (size_t k = 0; k < count; k++) {
        if (!is_result(measures->lexicon, names[k].measure, figure))
            continue;
        if (found && found->measure != names[k].measure)
            return NULL;
        found = &names[k];
    }
    return found;
}
