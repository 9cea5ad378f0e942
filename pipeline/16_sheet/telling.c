/*
 * Which cells have which formulas of the edition, and what those have that
 * cannot be told.
 */

#include "16_sheet/telling.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "0_base/utf8.h"
#include "0_base/xml_memory.h"
#include "3_transform/submission.h"
#include "16_sheet/saying_formula.h"
#include "16_sheet/saying_terms.h"
#include "16_sheet/saying_texts.h"
#include "16_sheet/tellable.h"

#define FORMULA_MAX 8192        /* characters of a formula */

/* --- which leaf has which formula ----------------------------------------- */

static uint64_t key_of(xmlNodePtr leaf)
{
    const char *src = node_attribute(leaf, "src");

    return id_map_text(src ? src : "", src ? strlen(src) : 0);
}

/* Whether a formula without its terms is of a form that can be told. */
static bool is_tellable(const char *value, bool is_sum)
{
    struct tellable text = tellable_of(value);

    return is_sum || tellable_whole(text) || saying_is_text(text);
}

/* The first formula of the code that it bears is the one that filled it. */
static bool bears(xmlNodePtr leaf, const char *code)
{
    const char *own = node_attribute(leaf, "formula");

    own = own ? own : node_attribute(leaf, "awaited");
    return own && strcmp(own, code) == 0;
}

static void note(void *user, const struct leaf_formula *formula)
{
    struct telling *telling = user;
    uint32_t known = telling->leaves.count, id = 0;

    if (!bears(formula->leaf, formula->code))
        return;
    struct told *list = id_map_list(&telling->leaves, key_of(formula->leaf),
        telling->list, &telling->room, sizeof *list, &id);
    if (!list) {
        telling->failed = true;
        return;
    }
    telling->list = list;
    if (id == known)
        list[id] = (struct told){ .value = !formula->has_terms
                && is_tellable(formula->value, formula->is_sum)
            ? formula->value : NULL, .is_sum = formula->is_sum,
            .has_terms = formula->has_terms };
}

/* --- formulas on terms ---------------------------------------------------- */

/* One more choice of a leaf that a formula on terms has filled. */
static void add_choice(struct telling *telling, xmlNodePtr leaf,
    const struct formula_terms *terms)
{
    uint32_t id;
    struct choice *choices = list_room(telling->choices,
        telling->choice_count, &telling->choice_room, sizeof *choices);

    if (choices)
        telling->choices = choices;
    telling->failed = telling->failed || !choices;
    if (!choices || !id_map_find(&telling->leaves, key_of(leaf), &id)
        || !telling->list[id].has_terms)
        return;
    struct told *told = &telling->list[id];
    choices[telling->choice_count++] = (struct choice){ terms, 0 };
    if (told->last)
        choices[told->last - 1].next = telling->choice_count;
    else
        told->first = telling->choice_count;
    told->last = telling->choice_count;
}

static void add_choices(struct telling *telling,
    const struct formula_terms *terms)
{
    xmlXPathContextPtr context = telling->evaluation.context;

    context->node = xmlDocGetRootElement(context->doc);
    xmlXPathObjectPtr found = terms->path ? xmlXPathEval(
        BAD_CAST terms->path, context) : NULL;
    xmlNodeSetPtr leaves = found && found->type == XPATH_NODESET
        ? found->nodesetval : NULL;
    for (int k = 0; leaves && k < leaves->nodeNr; k++)
        add_choice(telling, leaves->nodeTab[k], terms);
    xmlXPathFreeObject(found);
}

static void read_choices(struct telling *telling,
    const struct formulas *formulas)
{
    unsigned long before = xml_memory_lacked();

    telling->terms = formulas_terms(formulas, &telling->term_count);
    for (size_t k = 0; telling->terms && k < telling->term_count; k++)
        add_choices(telling, &telling->terms[k]);
    telling->failed = telling->failed || !telling->terms
        || xml_memory_lacked() != before;
}

static const struct told *find(const struct telling *telling,
    xmlNodePtr leaf)
{
    uint32_t id;

    return id_map_find(&telling->leaves, key_of(leaf), &id)
        ? &telling->list[id] : NULL;
}

bool telling_knows(const struct telling *telling, xmlNodePtr leaf)
{
    const struct told *told = find(telling, leaf);

    return told && told->value;
}

bool telling_begin(struct telling *telling, const struct formulas *formulas,
    const struct schema *schema, xmlDocPtr submission,
    const struct print_style *style, struct findings *findings)
{
    *telling = (struct telling){ .schema = schema };
    /* libxml2 evaluates paths, here and in saying.c. */
    telling->began = submission_list(submission)
        && evaluation_begin(&telling->evaluation, submission,
            style, findings);
    bool good = telling->began && formulas_visit_leaves(formulas,
        &telling->evaluation, note, telling);
    if (good)
        read_choices(telling, formulas);
    good = good && !telling->failed;
    if (!good)
        findings_out_of_memory(findings);
    return good;
}

void telling_end(struct telling *telling)
{
    if (telling->began)
        evaluation_end(&telling->evaluation);
    formulas_terms_free(telling->terms, telling->term_count);
    free(telling->choices);
    free(telling->list);
    id_map_free(&telling->leaves);
}

/* --- what cannot be told -------------------------------------------------- */

static void say_constant(const struct book_cell *cell, struct buffer *out)
{
    if (cell->text && cell->kind == BOOK_NUMBER)
        buffer_add_string(out, cell->text);
    else if (cell->text)
        saying_literal(cell->text, out);
}

/* --- cells ---------------------------------------------------------------- */

/* A formula without its terms. */
static bool say_value(const struct saying *where, const struct told *told,
    struct buffer *out)
{
    struct saying saying = *where;
    bool good = is_tellable(told->value, told->is_sum)
        && saying_say(&saying, told, out);

    saying_free(&saying);
    return good;
}

static bool say_terms(struct saying *saying,
    const struct formula_terms *terms, struct buffer *out)
{
    bool good = true;

    buffer_add_string(out, terms->count > 0 ? "AND(" : "AND(TRUE");
    for (size_t k = 0; good && k < terms->count; k++) {
        xmlNodePtr node = saying->cell->source;
        for (int up = terms->list[k].up; node && up > 0; up--)
            node = node->parent;
        buffer_add_string(out, k > 0 ? "," : "");
        good = node && saying_condition(saying,
            tellable_of(terms->list[k].text), node, out);
    }
    buffer_add_char(out, ')');
    return good;
}

/* IF(terms, value, IF(...)): the first whose terms hold. */
static bool say_choices(struct saying *saying, const struct told *told,
    struct buffer *out)
{
    const struct telling *telling = saying->telling;
    bool good = told->first > 0;
    int open = 0;

    for (size_t k = told->first; good && k > 0;
        k = telling->choices[k - 1].next, open++) {
        const struct formula_terms *terms = telling->choices[k - 1].terms;
        buffer_add_string(out, "IF(");
        good = say_terms(saying, terms, out);
        buffer_add_char(out, ',');
        good = good && say_value(saying, &(struct told){
            .value = terms->value, .is_sum = terms->is_sum }, out);
        buffer_add_char(out, ',');
    }
    buffer_add_string(out, "\"\"");
    while (open-- > 0)
        buffer_add_char(out, ')');
    return good;
}

static void write(struct telling *telling, struct book *book, size_t sheet,
    struct book_cell *cell)
{
    const struct told *told = find(telling, cell->source);
    struct saying saying = { .telling = telling, .book = book, .cell = cell,
        .sheet = sheet };
    struct buffer formula = BUFFER_EMPTY;
    bool good = told && (told->value
        ? saying_say(&saying, told, &formula)
        : told->has_terms && say_choices(&saying, told, &formula));

    good = good && utf8_units(buffer_string(&formula)) <= FORMULA_MAX;
    if (!good) {
        buffer_clear(&formula);
        say_constant(cell, &formula);
    }
    if (formula.length > 0)
        cell->formula = book_keep(book, buffer_string(&formula));
    book->failed = book->failed || formula.failed || telling->failed;
    buffer_free(&formula);
    saying_free(&saying);
}

void telling_write(struct telling *telling, struct book *book)
{
    for (size_t sheet = 0; sheet < book->count; sheet++)
        for (size_t k = 0; k < book->sheets[sheet].count; k++)
            if (book->sheets[sheet].cells[k].source)
                write(telling, book, sheet, &book->sheets[sheet].cells[k]);
}
