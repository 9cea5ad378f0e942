/* Merges the rows of a table's part, cell by cell. */

#include "12_redline/rows.h"

#include <stdlib.h>

#include "0_base/align.h"
#include "0_base/xml_add.h"
#include "12_redline/grid.h"
#include "12_redline/moves.h"
#include "3_transform/submission.h"

/* A row of the result, by its numbers in the versions. */
struct pair {
    size_t old, new;            /* ALIGN_NONE where a version lacks it */
    struct move moved;
};

/* The cell at the bottom of a column of the result so far. */
struct open_cell {
    xmlNodePtr out;             /* NULL: none */
    xmlNodePtr old, new;        /* what it is in the versions, or NULL */
    bool is_blank;              /* it merges rows and says nothing */
    bool in_both;               /* it begins in a row that both have */
    size_t rows;                /* that it reaches over so far */
};

struct part {
    struct merging *merging;
    struct grid old, new;
    struct pair *pairs;
    size_t pair_count;
    struct open_cell *open;     /* for each column */
};

/* --- which rows ---------------------------------------------------------- */

static void add_pair(struct part *part, size_t old, size_t new,
    struct move moved)
{
    part->pairs[part->pair_count++] = (struct pair){ old, new, moved };
}

static void pair_rows(struct part *part, const size_t *partners,
    const struct moves *moves)
{
    size_t new = 0;

    for (size_t old = 0; old <= part->old.row_count; old++) {
        bool is_last = old == part->old.row_count;
        if (!is_last && partners[old] == ALIGN_NONE) {
            add_pair(part, old, ALIGN_NONE, moves->old[old]);
            continue;
        }
        size_t end = is_last ? part->new.row_count : partners[old];
        for (; new < end; new++)
            add_pair(part, ALIGN_NONE, new, moves->new[new]);
        if (!is_last)
            add_pair(part, old, new++, (struct move){ 0, 0 });
    }
}

static bool align_rows(struct part *part)
{
    size_t old_count = part->old.row_count, new_count = part->new.row_count;
    uint64_t *keys = malloc((old_count + new_count + 1) * sizeof *keys);
    size_t *partners = malloc((old_count + 1) * sizeof *partners);
    struct moves moves = { NULL, NULL };
    bool good = keys && partners;

    for (size_t k = 0; good && k < old_count; k++)
        keys[k] = grid_key(&part->old, k);
    for (size_t k = 0; good && k < new_count; k++)
        keys[old_count + k] = grid_key(&part->new, k);
    good = good && align(keys, old_count, keys + old_count, new_count,
        partners) && moves_find(&moves, part->merging, &(struct sides){
        keys, keys + old_count, old_count, new_count, part->old.rows,
        part->new.rows }, partners);
    if (good)
        pair_rows(part, partners, &moves);
    moves_free(&moves);
    free(keys);
    free(partners);
    return good;
}

/* --- cells --------------------------------------------------------------- */

static const struct grid_place *place_in(const struct grid *grid, size_t row,
    size_t column)
{
    return row == ALIGN_NONE ? NULL : grid_at(grid, row, column);
}

/* Whether a cell is there to merge rows, and says nothing. */
static bool is_blank(const struct grid_place *place)
{
    return !place || (!merging_has_words(place->cell)
        && (node_attribute(place->cell, "rowspan")
        || node_attribute(place->cell, "continues")));
}

/* Whether a place goes on with what an open cell has of that version. */
static bool goes_on(const struct grid_place *place, xmlNodePtr open,
    const struct open_cell *cell)
{
    if (!place)
        return true;
    if (place->cell == open)
        return !place->begins;
    return !open && cell->is_blank && is_blank(place);
}

static bool may_reach(const struct open_cell *open,
    const struct grid_place *old, const struct grid_place *new)
{
    return open->out && (open->in_both || open->is_blank
        || (open->old ? !new : !old))
        && goes_on(old, open->old, open) && goes_on(new, open->new, open);
}

/* Writes down how many rows the open cell of a column has come to. */
static void close_cell(struct part *part, size_t column)
{
    struct open_cell *open = &part->open[column];

    if (open->out && open->rows > 1)
        xml_add_number(open->out, "rowspan", open->rows,
            &part->merging->failed);
    open->out = NULL;
}

/* What is in a cell, with the ends of lines between its paragraphs. */
static void add_paragraphs(struct tokens *tokens, xmlNodePtr cell,
    const struct lexicon *lexicon)
{
    xmlNodePtr paragraph = cell ? node_child(cell, "paragraph") : NULL;

    if (!paragraph)
        tokens_add_inlines(tokens, cell, lexicon);
    for (bool is_first = true; paragraph; is_first = false) {
        if (!is_first)
            tokens_add_break(tokens);
        tokens_add_inlines(tokens, paragraph, lexicon);
        paragraph = xmlNextElementSibling(paragraph);
    }
}

static size_t count_paragraphs(xmlNodePtr cell)
{
    return cell && node_child(cell, "paragraph") ? xmlChildElementCount(cell)
        : 0;
}

static void merge_words(struct merging *merging, xmlNodePtr out,
    xmlNodePtr old, xmlNodePtr new)
{
    struct tokens old_tokens = TOKENS_EMPTY, new_tokens = TOKENS_EMPTY;

    add_paragraphs(&old_tokens, old, merging->lexicon);
    add_paragraphs(&new_tokens, new, merging->lexicon);
    merging_tokens(merging, out, &old_tokens, &new_tokens);
    tokens_free(&old_tokens);
    tokens_free(&new_tokens);
}

/* As many paragraphs as there were are merged one by one. */
static void fill_cell(struct merging *merging, xmlNodePtr out, xmlNodePtr old,
    xmlNodePtr new)
{
    size_t count = count_paragraphs(old);

    if (count == 0 || count != count_paragraphs(new)) {
        merge_words(merging, out, old, new);
        return;
    }
    xmlNodePtr before = xmlFirstElementChild(old);
    for (xmlNodePtr after = xmlFirstElementChild(new); after;
        after = xmlNextElementSibling(after)) {
        xmlNodePtr paragraph = merging_element(merging, out, after);
        if (paragraph)
            merging_inlines(merging, paragraph, before, after);
        before = xmlNextElementSibling(before);
    }
}

static void open_cell(struct part *part, xmlNodePtr row, size_t column,
    const struct grid_place *old, const struct grid_place *new)
{
    xmlNodePtr old_cell = old && old->begins ? old->cell : NULL;
    xmlNodePtr new_cell = new && new->begins ? new->cell : NULL;
    xmlNodePtr like = new ? new->cell : old->cell;
    xmlNodePtr out = merging_element(part->merging, row, like);

    if (!out)
        return;
    merging_drop(out, "rowspan");
    if (row->prev)              /* the first row alone continues the head */
        merging_drop(out, "continues");
    fill_cell(part->merging, out, old_cell, new_cell);
    part->open[column] = (struct open_cell){ .out = out, .rows = 1,
        .old = old ? old->cell : NULL, .new = new ? new->cell : NULL,
        .is_blank = is_blank(old) && is_blank(new),
        .in_both = old && new };
}

static void reach(struct open_cell *open, const struct grid_place *old,
    const struct grid_place *new)
{
    open->rows++;
    if (old)
        open->old = old->cell;
    if (new)
        open->new = new->cell;
}

static void add_row(struct part *part, xmlNodePtr out, struct pair pair)
{
    struct merging *merging = part->merging;
    xmlNodePtr like = pair.new != ALIGN_NONE ? part->new.rows[pair.new]
        : part->old.rows[pair.old];
    xmlNodePtr row = merging_element(merging, out, like);

    if (pair.old == ALIGN_NONE || pair.new == ALIGN_NONE) {
        merging_mark_whole(merging, row, like, pair.old == ALIGN_NONE);
        moves_mark(merging, row, pair.moved);
        merging->changed = true;
    }
    for (size_t k = 0; row && !merging->failed && k < part->new.columns; k++) {
        const struct grid_place *old = place_in(&part->old, pair.old, k);
        const struct grid_place *new = place_in(&part->new, pair.new, k);
        const struct grid_place *any = new ? new : old;
        if (!any->cell || any->width == 0)
            continue;
        if (may_reach(&part->open[k], old, new)) {
            reach(&part->open[k], old, new);
        } else {
            close_cell(part, k);
            open_cell(part, row, k, old, new);
        }
    }
}

void merging_rows(struct merging *merging, xmlNodePtr out, xmlNodePtr old,
    xmlNodePtr new, size_t columns)
{
    struct part part = { .merging = merging };
    bool good = grid_read(&part.old, old, columns)
        && grid_read(&part.new, new, columns);

    part.pairs = malloc((part.old.row_count + part.new.row_count + 1)
        * sizeof *part.pairs);
    part.open = calloc(columns + 1, sizeof *part.open);
    good = good && part.pairs && part.open && align_rows(&part);
    merging->failed = merging->failed || !good;
    for (size_t k = 0; good && k < part.pair_count; k++)
        add_row(&part, out, part.pairs[k]);
    for (size_t k = 0; good && k < columns; k++)
        close_cell(&part, k);
    grid_free(&part.old);
    grid_free(&part.new);
    free(part.pairs);
    free(part.open);
}
