/* The figures of the data, sorted by kind, to look figures of texts up in. */

#include "6_rules/related/values.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "3_transform/submission.h"
#include "6_rules/related/letters.h"
#include "6_rules/related/related_calls.h"
#include "6_rules/related/sums.h"

struct values {
    const struct lexicon *lexicon;
    struct value *list;
    size_t count, room;
    size_t leaves;              /* seen so far */
    struct sums sums;
    struct buffer scratch;
    struct letters letters;
    bool failed;
};

void values_free(struct values *values)
{
    if (!values)
        return;
    free(values->list);
    sums_free(&values->sums);
    buffer_free(&values->scratch);
    letters_free(&values->letters);
    free(values);
}

static enum value_kind kind_of(const struct text_figure *figure)
{
    return text_figure_is_rate(figure) ? VALUES_RATE
        : figure->is_amount ? VALUES_AMOUNT : VALUES_OTHER;
}

static struct decimal without_sign(struct decimal value)
{
    if (value.units < 0)
        value.units = -value.units;
    return value;
}

static void add(struct values *values, struct value value)
{
    struct value *list = list_room(values->list, values->count,
        &values->room, sizeof *list);

    if (!list) {
        values->failed = true;
        return;
    }
    value.size = without_sign(value.size);
    value.order = values->leaves;
    values->list = list;
    list[values->count++] = value;
    if (value.kind == VALUES_OTHER) {
        value.kind = VALUES_ANY_UNIT;
        value.unit_length = 0;
        add(values, value);
    }
}

/* A figure that was read in a copy of words that stay in the tree. */
static void add_figure(struct values *values, xmlNodePtr leaf,
    const struct text_figure *figure, const char *copy, const char *words,
    bool in_words)
{
    struct value value = { .kind = kind_of(figure), .leaf = leaf,
        .in_words = in_words };

    if (!text_figure_base(figure, &value.size))
        return;
    if (value.kind == VALUES_OTHER) {
        value.unit = figure->usual == figure->base
            ? words + (figure->base - copy) : figure->usual;
        value.unit_length = figure->usual_length;
    }
    add(values, value);
}

/* A count or a number: its unit is read as that of typed figures is. */
static void add_number(struct values *values, xmlNodePtr leaf,
    struct decimal size, const char *unit)
{
    struct text_figure figure = {0};

    buffer_clear(&values->scratch);
    buffer_printf(&values->scratch, "1%s", unit);
    if (values->scratch.failed) {
        values->failed = true;
        return;
    }
    const char *copy = buffer_string(&values->scratch);
    if (!text_figure_next(values->lexicon, copy, values->scratch.length,
            &figure))
        return;
    figure.value = size;
    add_figure(values, leaf, &figure, copy + 1, unit, false);
}

static bool has_letters(struct values *values, const char *text,
    size_t length)
{
    letters_read(&values->letters, text, length);
    values->failed = values->failed || values->letters.failed;
    return values->letters.count > 0;
}

/* ≥95% and the like, stated as a text. */
static void add_words(struct values *values, xmlNodePtr leaf)
{
    struct text_figure figure = {0};
    xmlNodePtr words = leaf->children;

    if (!words || words->next || words->type != XML_TEXT_NODE)
        return;
    const char *text = (const char *)words->content;
    size_t length = strlen(text);
    if (text_figure_next(values->lexicon, text, length, &figure)
        && !has_letters(values, text, figure.begin)
        && !has_letters(values, text + figure.end, length - figure.end))
        add_figure(values, leaf, &figure, text, text, true);
}

static void add_leaf(struct values *values, xmlNodePtr leaf,
    enum value_type type)
{
    struct figure figure = node_figure(leaf, (struct print_style){0});

    values->leaves++;
    if (type == VALUE_TEXT)
        add_words(values, leaf);
    if (figure.value.blank)
        return;
    if (type == VALUE_AMOUNT)
        add(values, (struct value){ .kind = VALUES_AMOUNT, .leaf = leaf,
            .size = figure.value });
    else if (type == VALUE_RATE)
        add(values, (struct value){ .kind = VALUES_RATE, .leaf = leaf,
            .size = figure.value });
    else if (type == VALUE_COUNT || type == VALUE_NUMBER)
        add_number(values, leaf, figure.value,
            figure.unit ? figure.unit : "");
}

static void collect(struct values *values, xmlNodePtr node)
{
    enum value_type type;

    if (node_value_type(node, &type)) {
        add_leaf(values, node, type);
        return;                 /* the references in it are no data */
    }
    for (xmlNodePtr child = xmlFirstElementChild(node); child;
        child = xmlNextElementSibling(child))
        collect(values, child);
}

static int compare_bytes(const char *a, size_t a_length, const char *b,
    size_t b_length)
{
    size_t common = a_length < b_length ? a_length : b_length;
    int order = common > 0 ? memcmp(a, b, common) : 0;

    return order ? order : (a_length > b_length) - (a_length < b_length);
}

/* By kind, unit and size. */
static int compare(enum value_kind kind, const char *unit,
    size_t unit_length, struct decimal size, const struct value *value)
{
    if (kind != value->kind)
        return kind < value->kind ? -1 : 1;
    int order = compare_bytes(unit, unit_length, value->unit,
        value->unit_length);
    return order ? order : decimal_compare(size, value->size);
}

static int compare_values(const void *a, const void *b)
{
    const struct value *left = a, *right = b;
    int order = compare(left->kind, left->unit, left->unit_length,
        left->size, right);

    return order ? order
        : (left->order > right->order) - (left->order < right->order);
}

const struct values *values_of(struct related *related)
{
    struct values *values = related->values;

    if (values)
        return values;
    values = calloc(1, sizeof *values);
    if (!values)
        return NULL;
    values->lexicon = related->scope.lexicon;
    collect(values, xmlDocGetRootElement(related->submission));
    if (values->failed || !sums_collect(&values->sums,
            xmlDocGetRootElement(related->submission))) {
        values_free(values);
        return NULL;
    }
    if (values->count > 0)
        qsort(values->list, values->count, sizeof *values->list,
            compare_values);
    return related->values = values;
}

bool values_seek(const struct text_figure *figure, struct sought *sought)
{
    struct decimal half = { 5, figure->value.places + 1, false };

    *sought = (struct sought){ .kind = kind_of(figure) };
    if (figure->base_length == 0 || half.places > DECIMAL_PLACES_MAX
        || !text_figure_base(figure, &sought->size)
        || !decimal_shift(half, figure->shift, &half))
        return false;
    sought->size = without_sign(sought->size);
    if (sought->kind == VALUES_OTHER) {
        sought->unit = figure->usual;
        sought->unit_length = figure->usual_length;
    }
    return decimal_subtract(sought->size, half, &sought->low)
        && decimal_add(sought->size, half, &sought->high);
}

static int compare_sought(const struct sought *sought, struct decimal size,
    const struct value *value)
{
    return compare(sought->kind, sought->unit, sought->unit_length, size,
        value);
}

/* The k-th value, if it is still what is sought. */
static const struct value *within(const struct values *values, size_t k,
    const struct sought *sought)
{
    if (k >= values->count)
        return NULL;
    const struct value *value = &values->list[k];
    bool found = sought->exactly
        ? compare_sought(sought, sought->size, value) == 0
        : compare_sought(sought, sought->high, value) > 0;
    return found ? value : NULL;
}

const struct value *values_first(const struct values *values,
    const struct sought *sought)
{
    struct decimal low = sought->exactly ? sought->size : sought->low;
    size_t from = 0, to = values->count;

    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (compare_sought(sought, low, &values->list[middle]) > 0)
            from = middle + 1;
        else
            to = middle;
    }
    return within(values, from, sought);
}

const struct value *values_next(const struct values *values,
    const struct value *value, const struct sought *sought)
{
    return within(values, (size_t)(value - values->list) + 1, sought);
}

bool values_have_sum(const struct values *values, const struct sought *sought)
{
    return sought->kind == VALUES_AMOUNT
        && sums_have(&values->sums, sought->low, sought->high);
}
