/*
 * Styles of figures: what the schema says of decimals, and columns of a table
 * that are printed alike.
 */

#include "3_transform/style.h"

#include <string.h>

/* Columns of a table that are printed alike; figures in further ones keep their
 * own decimals. */
#define COLUMNS_MAX 64

struct style_rule style_rule_of(const struct schema_node *node,
    struct style_rule usual)
{
    const cJSON *places = schema_value(node, SCHEMA_PLACES);
    const cJSON *zeros = schema_value(node, SCHEMA_KEEP_ZEROS);
    const char *word = cJSON_GetStringValue(zeros);

    if (cJSON_IsNumber(places) && places->valuedouble >= 0
        && places->valuedouble <= DECIMAL_PLACES_MAX)
        usual.places = (int)places->valuedouble;
    if (cJSON_IsBool(zeros))
        usual.zeros = cJSON_IsTrue(zeros) ? ZEROS_KEPT : ZEROS_DROPPED;
    else if (word && strcmp(word, "stated") == 0)
        usual.zeros = ZEROS_STATED;
    return usual;
}

struct style_rule style_rule_usual(const struct schema *schema)
{
    return style_rule_of(schema_root(schema),
        (struct style_rule){ 2, ZEROS_DROPPED });
}

struct print_style style_of_rule(struct style_rule rule)
{
    return (struct print_style){ rule.places,
        rule.zeros == ZEROS_KEPT ? rule.places : 0 };
}

/* How many places it takes to print a figure in a style. */
static int places_printed(const struct figure *figure,
    struct print_style style)
{
    return decimal_trim(decimal_round(value_in_unit(figure->type,
        figure->unit, figure->value), style.most), style.least).places;
}

struct print_style style_of_stated(struct style_rule rule,
    enum value_type type, const struct figure *figure, int places)
{
    struct print_style style = style_of_rule(rule);

    if (type != VALUE_AMOUNT && places > style.most)
        style.most = places;
    int kept = places < style.most ? places : style.most;
    if (rule.zeros == ZEROS_KEPT)
        style.least = style.most;
    else if (rule.zeros == ZEROS_STATED
        && places_printed(figure, style) < kept)
        style.least = kept;
    return style;
}

struct column {
    const char *name, *unit;
    int decimals;               /* of the figure that has the most */
    bool zeros;                 /* one of them keeps a zero at its end */
};

struct table {
    const char *names;          /* of its columns: @columns */
    struct print_style style;
    struct column columns[COLUMNS_MAX];
    size_t count;
    bool failed;                /* memory ran out */
};

/* Whether a word is one of those that blanks separate. */
static bool has_word(const char *words, const char *word)
{
    size_t length = strlen(word);

    for (const char *at = words; (at = strstr(at, word)) != NULL; at++)
        if ((at == words || at[-1] == ' ')
            && (at[length] == ' ' || at[length] == '\0'))
            return true;
    return false;
}

static bool is_all(const char *names)
{
    return strcmp(names, COLUMNS_ALL) == 0;
}

/* What the column is called that a member stands in; NULL for none. */
static const char *column_name(const struct table *table, const char *member)
{
    if (strcmp(table->names, COLUMNS_ONE) == 0)
        return "";
    return is_all(table->names) || has_word(table->names, member) ? member
        : NULL;
}

static struct column *column_of(struct table *table, xmlNodePtr leaf)
{
    const char *name = column_name(table, (const char *)leaf->name);
    const char *unit = node_attribute(leaf, "unit");
    struct column *column = table->columns;

    if (!name)
        return NULL;
    unit = unit ? unit : "";
    for (size_t k = 0; k < table->count; k++, column++)
        if (strcmp(column->name, name) == 0
            && strcmp(column->unit, unit) == 0)
            return column;
    if (table->count == COLUMNS_MAX)
        return NULL;
    table->count++;
    *column = (struct column){ .name = name, .unit = unit };
    return column;
}

static void measure(struct table *table, xmlNodePtr leaf)
{
    struct figure figure = node_figure(leaf, table->style);
    struct column *column = figure.value.blank ? NULL
        : column_of(table, leaf);

    if (!column)
        return;
    int places = places_printed(&figure, figure.style);
    if (places > column->decimals)
        column->decimals = places;
    column->zeros = column->zeros || places > places_printed(&figure,
        (struct print_style){ figure.style.most, 0 });
}

static void align(struct table *table, xmlNodePtr leaf)
{
    struct figure figure = node_figure(leaf, table->style);
    struct column *column = figure.value.blank ? NULL
        : column_of(table, leaf);

    if (column && column->zeros && !node_set_style(leaf,
            (struct print_style){ column->decimals, column->decimals }))
        table->failed = true;
}

static void visit(struct table *table, xmlNodePtr node,
    void (*work)(struct table *table, xmlNodePtr leaf))
{
    enum value_type type;

    if (node_value_type(node, &type)) {
        if (value_type_is_figure(type))
            work(table, node);
        return;
    }
    for (xmlNodePtr child = xmlFirstElementChild(node); child;
        child = xmlNextElementSibling(child))
        visit(table, child, work);
}

/* Whether a figure may keep a zero at its end: in the style of all, or in one
 * of its own. */
static bool may_keep_zeros(xmlNodePtr node, struct print_style style)
{
    enum value_type type;

    if (node_value_type(node, &type))
        return value_type_is_figure(type)
            && (style.least > 0 || node_attribute(node, "decimals"));
    xmlNodePtr child = xmlFirstElementChild(node);
    while (child && !may_keep_zeros(child, style))
        child = xmlNextElementSibling(child);
    return child != NULL;
}

static bool align_table(xmlNodePtr node, const char *names,
    struct print_style style)
{
    struct table table = { .names = names, .style = style };

    if (!may_keep_zeros(node, style))
        return true;
    visit(&table, node, measure);
    visit(&table, node, align);
    return !table.failed;
}

static bool align_tables(xmlNodePtr node, struct print_style style)
{
    const char *names = node_attribute(node, "columns");
    bool good = !names || align_table(node, names, style);

    for (xmlNodePtr child = xmlFirstElementChild(node); good && child;
        child = xmlNextElementSibling(child))
        good = align_tables(child, style);
    return good;
}

bool style_align(xmlDocPtr submission, struct print_style style)
{
    bool may_keep = style.least > 0
        || submission_may_have(submission, "decimals");

    return !may_keep || align_tables(xmlDocGetRootElement(submission), style);
}
