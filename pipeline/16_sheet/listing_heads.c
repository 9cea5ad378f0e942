/*
 * Heads of an exported list, found by the words that the schema has for them.
 */

#include "16_sheet/listing_heads.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/listed.h"
#include "0_base/utf8.h"
#include "16_sheet/sheet_heads.h"
#include "16_sheet/words.h"

#define EXPORT "x-export"       /* of a value: the head of its column */
#define LEVELS "x-levels"

/* --- what the schema says ------------------------------------------------- */

/* The object with lists below a pointer, which it gets. */
static const struct schema_node *find_lists(const struct schema_node *node,
    struct buffer *pointer, int depth)
{
    const struct schema_node *found = NULL;

    if (schema_string(node, LEVELS) && shape_entry(node))
        return node;
    for (size_t k = 0; !found && depth < SHAPE_DEPTH_MAX
        && k < schema_member_count(node); k++) {
        const struct schema_member *member = schema_members(node, k);
        size_t length = pointer->length;
        json_pointer_add(pointer, member->name);
        found = find_lists(member->node, pointer, depth + 1);
        if (!found)
            buffer_cut(pointer, length);
    }
    return found;
}

static void add_paths(struct taking *taking, const struct schema_node *node,
    struct buffer *path, bool is_inner)
{
    for (size_t k = 0; k < schema_member_count(node); k++) {
        const struct schema_member *member = schema_members(node, k);
        const char *head = schema_string(member->node, EXPORT);
        size_t length = path->length;
        json_pointer_add(path, member->name);
        if (!shape_is_leaf(member->node)) {
            add_paths(taking, member->node, path, true);
        } else if (head && taking->count < PATHS_MAX) {
            char *key = path->failed ? NULL : strdup(buffer_string(path));
            taking->paths[taking->count++] = (struct path){ key, head,
                member->node, is_inner };
            taking->gathering.failed = taking->gathering.failed || !key;
        }
        buffer_cut(path, length);
    }
}

void listing_find_paths(struct taking *taking)
{
    struct gathering *gathering = &taking->gathering;
    struct buffer path = BUFFER_EMPTY;

    buffer_add_string(&taking->lists, taking->listing->pointer);
    taking->node = find_lists(grown_node(&gathering->grown,
            taking->listing->pointer), &taking->lists, 0);
    if (taking->node)
        add_paths(taking, shape_entry(taking->node), &path, false);
    gathering->failed = gathering->failed || path.failed
        || taking->lists.failed;
    buffer_free(&path);
}

/* --- words ---------------------------------------------------------------- */

/* Which of the words of a text it is, from 1; 0 for none. */
static int number_among(const char *words, const char *list)
{
    for (int k = 1; list && *list; k++) {
        size_t length = strcspn(list, " ");
        const char *rest = length > 0 ? words_behind(words, list, length)
            : NULL;
        if (rest && !*rest)
            return k;
        list += length + (list[length] == ' ');
    }
    return 0;
}

bool listing_is_among(const char *words, const char *list)
{
    return number_among(words, list) > 0;
}

int listing_level_of(const struct taking *taking, const char *words)
{
    return number_among(words, schema_string(taking->node, LEVELS));
}

static bool is_of_value(const struct taking *taking, const char *words)
{
    for (size_t k = 0; k < taking->count; k++)
        if (words_are(words, taking->paths[k].head))
            return true;
    return false;
}

static bool is_taken(const struct taking *taking, const char *head)
{
    for (size_t k = 0; k < taking->head_count; k++)
        if (words_are(taking->heads[k].words, head))
            return true;
    return false;
}

static bool ends(const char *words, const char *head)
{
    size_t lengths[] = { strlen(words), strlen(head) };

    return lengths[0] > lengths[1]
        && strcmp(words + lengths[0] - lengths[1], head) == 0;
}

/* The head that words have something in brackets behind, or anything before or
 * behind where no column has it; NULL for none. */
static const char *nearly_head(const struct taking *taking,
    const char *words)
{
    const struct lexicon *lexicon = taking->listing->lexicon;

    for (size_t k = 0; k < taking->count; k++) {
        const char *head = taking->paths[k].head;
        const char *rest = words_behind(words, head, strlen(head));
        bool has_more = rest && (notion_at(lexicon, NOTION_ROUND_BRACKETS,
                rest, 0) || notion_at(lexicon, NOTION_BRACKETS, rest, 0));
        if (has_more || ((rest || ends(words, head))
                && !is_taken(taking, head)))
            return head;
    }
    return NULL;
}

/* --- rows of heads -------------------------------------------------------- */

static bool has_head(const struct taking *taking, unsigned column)
{
    for (size_t k = 0; k < taking->head_count; k++)
        if (taking->heads[k].column == column)
            return true;
    return false;
}

/* Takes the heads of the row that begins with a cell, which it goes behind;
 * how many of its cells are heads of levels, and no heads. */
static void take_row(struct taking *taking, const struct returned_cell **at,
    const struct returned_cell *end, int *levels, size_t *others)
{
    unsigned row = (*at)->row;

    *levels = 0;
    *others = 0;
    for (; *at < end && (*at)->row == row; (*at)++) {
        const char *words = (*at)->text ? (*at)->text : "";
        int level = listing_level_of(taking, words);
        if (!level && !is_of_value(taking, words)) {
            ++*others;
        } else if (!has_head(taking, (*at)->column)) {
            *levels += level > 0;
            taking->heads[taking->head_count++]
                = (struct head){ (*at)->column, words, level };
        }
    }
}

/* Takes heads of values that stand in the row above, over blank cells: where
 * the row begins, or the given one where it has none. */
static const struct returned_cell *take_above(struct taking *taking,
    const struct returned_sheet *sheet, const struct returned_cell *first)
{
    size_t known = taking->head_count;
    const struct returned_cell *at = first;

    while (at > sheet->cells && at[-1].row + 1 == first->row) {
        const char *words = (--at)->text ? at->text : "";
        const struct returned_cell *below = returned_cell_at(sheet,
            first->row, at->column);
        if ((!below || !below->text) && !has_head(taking, at->column)
            && is_of_value(taking, words) && !is_taken(taking, words))
            taking->heads[taking->head_count++]
                = (struct head){ at->column, words, 0 };
    }
    return taking->head_count > known ? at : first;
}

/* Whether the row that begins with a cell has the heads of such a list, with
 * the rows around it: where these begin, and the cell behind them. */
static bool take_heads(struct taking *taking,
    const struct returned_sheet *sheet, const struct returned_cell **begin,
    const struct returned_cell **at)
{
    const struct returned_cell *end = returned_cells_end(sheet);
    int levels, more;
    size_t others;

    taking->head_count = 0;
    *begin = *at;
    take_row(taking, at, end, &levels, &others);
    if (levels != shape_levels(taking->node))
        return false;
    *begin = take_above(taking, sheet, *begin);
    while (*at < end) {
        const struct returned_cell *next = *at;
        size_t known = taking->head_count;
        take_row(taking, &next, end, &more, &others);
        if (others > 0 || taking->head_count == known) {
            taking->head_count = known;
            break;
        }
        *at = next;
    }
    return taking->head_count > (size_t)levels + 1;
}

/* --- what is said of them ------------------------------------------------- */

static void report_heads(struct taking *taking)
{
    struct buffer allowed = BUFFER_EMPTY;
    const char *levels = schema_string(taking->node, LEVELS);

    for (; levels && *levels; levels += strspn(levels, " ")) {
        size_t length = strcspn(levels, " ");
        struct buffer name = BUFFER_EMPTY;
        buffer_add(&name, levels, length);
        listed_add(&allowed, buffer_string(&name));
        allowed.failed = allowed.failed || name.failed;
        buffer_free(&name);
        levels += length;
    }
    for (size_t k = 0; k < taking->count; k++) {
        size_t first = 0;
        while (strcmp(taking->paths[first].head, taking->paths[k].head) != 0)
            first++;
        if (first == k)
            listed_add(&allowed, taking->paths[k].head);
    }
    findings_add(taking->gathering.findings, CATALOGUE_SHEET_NO_COLUMNS,
        (struct place){ 0, 0 }, NULL, "allowed", buffer_string(&allowed),
        NULL);
    taking->gathering.failed = taking->gathering.failed || allowed.failed;
    buffer_free(&allowed);
}

/* A workbook of the program's own has lists in another manner. */
static void report_no_heads(struct taking *taking,
    const struct returned_book *book)
{
    if (gather_edition(book))
        findings_add(taking->gathering.findings, CATALOGUE_LISTING_OWN_BOOK,
            (struct place){ 0, 0 }, NULL, NULL);
    else
        report_heads(taking);
}

/* Whether words are the head of what names the thing that the lists are of. */
static bool is_owner(struct taking *taking, const char *words)
{
    const struct schema_node *node = grown_node(&taking->gathering.grown,
        taking->listing->pointer);

    for (size_t k = 0; k < schema_member_count(node); k++) {
        const char *head = schema_string(schema_members(node, k)->node,
            EXPORT);
        if (head && words_are(words, head))
            return true;
    }
    return false;
}

/* Of the row of heads: columns that are none of theirs are left out, unless
 * they could be meant. */
static void report_others(struct taking *taking,
    const struct returned_cell *first, const struct returned_cell *end)
{
    struct buffer others = BUFFER_EMPTY;

    for (const struct returned_cell *cell = first; cell < end; cell++) {
        const char *head = cell->text ? nearly_head(taking, cell->text)
            : NULL;
        taking->block.row = cell->row;
        if (!cell->text || has_head(taking, cell->column))
            continue;
        if (head)
            gathering_report(&taking->gathering, &taking->block,
                cell->column, CATALOGUE_HEAD_NEARLY, head);
        else if (is_owner(taking, cell->text))
            taking->owner = (struct head){ cell->column, cell->text, 0 };
        else
            listed_add(&others, cell->text);
    }
    if (others.length > 0)
        findings_add(taking->gathering.findings, CATALOGUE_HEADS_OTHER,
            (struct place){ 0, 0 }, NULL, "sheet", taking->block.sheet->name,
            "names", buffer_string(&others), NULL);
    taking->gathering.failed = taking->gathering.failed || others.failed;
    buffer_free(&others);
}

/* The cell behind the heads in a sheet, which begin with a cell; NULL where it
 * has none. */
static const struct returned_cell *find_in(struct taking *taking,
    const struct returned_sheet *sheet, const struct returned_cell **begin)
{
    const struct returned_cell *end = returned_cells_end(sheet);

    if (sheet_heads_has(sheet))
        return NULL;
    for (const struct returned_cell *cell = sheet->cells; cell < end;
        cell++) {
        const struct returned_cell *behind = cell;
        if ((cell == sheet->cells || cell->row != cell[-1].row)
            && take_heads(taking, sheet, begin, &behind))
            return behind;
    }
    return NULL;
}

/* The first sheet with such heads; NULL for none.  Another one is told. */
static const struct returned_sheet *find_sheet(struct taking *taking,
    const struct returned_book *book)
{
    const struct returned_sheet *found = NULL;
    const struct returned_cell *begin;

    for (size_t n = 0; n < book->count; n++) {
        const struct returned_sheet *sheet = &book->sheets[n];
        if (!find_in(taking, sheet, &begin))
            continue;
        if (found) {
            taking->block.sheet = sheet;
            taking->block.row = begin->row;
            gathering_report(&taking->gathering, &taking->block,
                begin->column, CATALOGUE_HEADS_AGAIN, "");
            break;
        }
        found = sheet;
    }
    return found;
}

const struct returned_cell *listing_find_heads(struct taking *taking,
    const struct returned_book *book)
{
    const struct returned_sheet *sheet = find_sheet(taking, book);
    const struct returned_cell *begin;
    const struct returned_cell *behind = sheet ? find_in(taking, sheet,
        &begin) : NULL;

    if (behind) {
        taking->block.sheet = sheet;
        report_others(taking, begin, behind);
    } else {
        report_no_heads(taking, book);
    }
    return behind;
}
