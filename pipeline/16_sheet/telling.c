/*
 * Which cells have which formulas of the edition, and what those have that
 * cannot be told.
 */

#include "16_sheet/telling.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "3_transform/submission.h"
#include "16_sheet/saying.h"
#include "16_sheet/tellable.h"

#define LITERAL_MAX 250         /* characters of a text in a formula */

/* --- which leaf has which formula ----------------------------------------- */

static uint64_t key_of(xmlNodePtr leaf)
{
    const char *src = node_attribute(leaf, "src");

    return id_map_text(src ? src : "", src ? strlen(src) : 0);
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
    struct told *list = list_room(telling->list, known, &telling->room,
        sizeof *list);
    if (list)
        telling->list = list;
    if (!list || !id_map_add(&telling->leaves, key_of(formula->leaf), &id))
        telling->failed = true;
    else if (id == known)
        list[id] = (struct told){ !formula->has_terms && (formula->is_sum
                || tellable_whole(tellable_of(formula->value)))
            ? formula->value : NULL, formula->is_sum };
}

static const struct told *find(const struct telling *telling,
    xmlNodePtr leaf)
{
    uint32_t id;

    return id_map_find(&telling->leaves, key_of(leaf), &id)
        && telling->list[id].value ? &telling->list[id] : NULL;
}

bool telling_knows(const struct telling *telling, xmlNodePtr leaf)
{
    return find(telling, leaf) != NULL;
}

bool telling_begin(struct telling *telling, const struct formulas *formulas,
    xmlDocPtr submission, const struct print_style *style,
    struct findings *findings)
{
    *telling = (struct telling){ .list = NULL };
    telling->began = evaluation_begin(&telling->evaluation, submission,
        style, findings);
    bool good = telling->began && formulas_visit_leaves(formulas,
        &telling->evaluation, note, telling) && !telling->failed;
    if (!good)
        findings_out_of_memory(findings);
    return good;
}

void telling_end(struct telling *telling)
{
    if (telling->began)
        evaluation_end(&telling->evaluation);
    free(telling->list);
    id_map_free(&telling->leaves);
}

/* --- what cannot be told -------------------------------------------------- */

/* In pieces, each in quotation marks. */
static void say_words(const char *text, struct buffer *out)
{
    size_t count = 0;

    buffer_add_char(out, '"');
    for (; *text; text++) {
        bool begins = ((unsigned char)*text & 0xC0) != 0x80;
        if (begins && count++ == LITERAL_MAX) {
            buffer_add_string(out, "\"&\"");
            count = 1;
        }
        if (*text == '"')
            buffer_add_char(out, '"');
        buffer_add_char(out, *text);
    }
    buffer_add_char(out, '"');
}

static void say_constant(const struct book_cell *cell, struct buffer *out)
{
    if (cell->text && cell->kind == BOOK_NUMBER)
        buffer_add_string(out, cell->text);
    else if (cell->text)
        say_words(cell->text, out);
}

/* --- cells ---------------------------------------------------------------- */

static void write(struct telling *telling, struct book *book, size_t sheet,
    struct book_cell *cell)
{
    const struct told *told = find(telling, cell->source);
    struct saying saying = { .telling = telling, .book = book, .cell = cell,
        .sheet = sheet };
    struct buffer formula = BUFFER_EMPTY;

    if (!told || !saying_say(&saying, told, &formula)) {
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
