/*
 * A relation, a figure and its unit in one cell, parted into their columns.
 */

#include "16_sheet/listing_parts.h"

#include <ctype.h>
#include <string.h>

#include "0_base/list.h"
#include "0_base/listed.h"
#include "0_base/utf8.h"
#include "13_pull/spoken.h"
#include "16_sheet/words.h"

#define CHOICE_CHARACTERS 8     /* of what stands before a figure, at most */
#define UNIT_CHARACTERS 4       /* of one that nothing else in the row says */
#define PART_COUNT 3

/* The columns of a choice, of a figure, and of the unit of that. */
enum { CHOICE, FIGURE, UNIT };

struct parting {
    struct taking *taking;
    const struct path *paths[PART_COUNT];
    const struct head *heads[PART_COUNT];
    const struct returned_cell *row, *row_end;
    const char *said[PART_COUNT];       /* in the cells; "" for nothing */
    const char *choice;         /* the string that they mean; NULL for none */
    struct buffer digits, unit; /* of the figure */
};

bool listing_is_choice(const struct path *path)
{
    return schema_annotation(path->node, "enum") != NULL;
}

/* --- columns -------------------------------------------------------------- */

static bool is_figure(const struct path *path)
{
    return path->is_inner && schema_text(path->node, SCHEMA_UNIT_FROM);
}

static bool is_unit_of(const struct path *path, const struct path *figure)
{
    const char *from = schema_text(figure->node, SCHEMA_UNIT_FROM);
    size_t length = (size_t)(strrchr(figure->key, '/') + 1 - figure->key);

    return strncmp(path->key, figure->key, length) == 0
        && strcmp(path->key + length, from) == 0;
}

static const struct head *find_head(const struct taking *taking,
    const struct path *path)
{
    for (size_t k = 0; path && k < taking->head_count; k++)
        if (words_are(taking->heads[k].words, path->head))
            return &taking->heads[k];
    return NULL;
}

/* The schema may list a unit before its figure, or behind it. */
static void find_paths(struct parting *parting)
{
    const struct taking *taking = parting->taking;
    const struct path **paths = parting->paths;

    for (size_t k = 0; k < taking->count; k++) {
        const struct path *path = &taking->paths[k];
        if (path->is_inner && listing_is_choice(path) && !paths[CHOICE])
            paths[CHOICE] = path;
        else if (is_figure(path) && !paths[FIGURE])
            paths[FIGURE] = path;
    }
    for (size_t k = 0; paths[FIGURE] && k < taking->count; k++)
        if (is_unit_of(&taking->paths[k], paths[FIGURE]))
            paths[UNIT] = &taking->paths[k];
}

/* False where the list has not all of them. */
static bool find_columns(struct parting *parting)
{
    const struct taking *taking = parting->taking;
    bool all = true;

    if (taking->gathering.failed)
        return false;
    find_paths(parting);
    for (int k = 0; k < PART_COUNT; k++) {
        parting->heads[k] = find_head(taking, parting->paths[k]);
        all = all && parting->heads[k];
    }
    return all;
}

/* --- what a cell says ----------------------------------------------------- */

static const struct returned_cell *cell_in(const struct parting *parting,
    const struct head *head)
{
    for (const struct returned_cell *cell = parting->row;
        head && cell < parting->row_end; cell++)
        if (cell->column == head->column && cell->text)
            return cell;
    return NULL;
}

/* The choice that words begin with, and what is behind it; NULL for none. */
static const char *read_choice(struct parting *parting, const char **words)
{
    const struct schema_node *node = parting->paths[CHOICE]->node;
    struct buffer beginning = BUFFER_EMPTY;
    const char *found = NULL, *text = words_skip_space(*words);

    for (size_t count = 1; count <= CHOICE_CHARACTERS; count++) {
        size_t length = utf8_head(text, count);
        buffer_clear(&beginning);
        buffer_add(&beginning, text, length);
        const char *choice = schema_choice(node, buffer_string(&beginning));
        if (choice) {
            found = choice;
            *words = text + length;
        }
    }
    parting->taking->gathering.failed |= beginning.failed;
    buffer_free(&beginning);
    return found;
}

/* Whether each character may be one of a unit. */
static bool may_be_unit(const char *text)
{
    unsigned code;

    for (size_t size; *text; text += size) {
        size = utf8_first(text, &code);
        bool is_mark = code < 0x80 ? !isalpha((int)code) && code != '%'
                && code != '/'
            : (code >= 0x2000 && code < 0x2070)
                || (code >= 0x2200 && code < 0x2300)
                || (code >= 0x3000 && code < 0x3040);
        if (size == 0 || is_mark)
            return false;
    }
    return true;
}

/* Whether another figure of the row has that unit behind it. */
static bool is_said_again(struct parting *parting, const char *unit)
{
    struct taking *taking = parting->taking;
    bool again = false;

    for (size_t k = 0; !again && k < taking->count; k++) {
        const struct path *path = &taking->paths[k];
        const struct returned_cell *cell = is_figure(path)
            && path != parting->paths[FIGURE]
            ? cell_in(parting, find_head(taking, path)) : NULL;
        struct buffer digits = BUFFER_EMPTY, rest = BUFFER_EMPTY;
        again = cell && spoken_part(taking->listing->lexicon, cell->text,
                &digits, &rest, &taking->gathering.failed)
            && strcmp(buffer_string(&rest), unit) == 0;
        buffer_free(&digits);
        buffer_free(&rest);
    }
    return again;
}

/* Whether what stands behind the figure is its unit, and can be nothing
 * else. */
static bool is_unit(struct parting *parting)
{
    static const enum notion others[] = { NOTION_ABOUT_BEHIND,
        NOTION_LIMITS_BEHIND };
    const char *unit = buffer_string(&parting->unit);
    const struct text_span span = { unit, parting->unit.length };

    if (!*unit || *parting->said[UNIT])
        return !*unit || strcmp(unit, parting->said[UNIT]) == 0;
    return may_be_unit(unit)
        && !lexicon_is_in(parting->taking->listing->lexicon, span, others,
            sizeof others / sizeof *others)
        && (utf8_count(unit, parting->unit.length) <= UNIT_CHARACTERS
            || is_said_again(parting, unit));
}

/* Whether a text is a figure of the row. */
static bool reads(struct parting *parting, const struct path *path,
    const struct returned_cell *cell)
{
    const char *unit = *parting->said[UNIT] ? parting->said[UNIT]
        : parting->unit.length > 0 ? buffer_string(&parting->unit) : NULL;
    enum typed_fault fault;
    cJSON *value = typed_value(&parting->taking->gathering.typing, cell,
        path->node, unit, &fault);
    bool good = value != NULL;

    cJSON_Delete(value);
    return good;
}

/* Figures come together: the object that they are in has all of them. */
static bool all_read(struct parting *parting)
{
    const struct taking *taking = parting->taking;
    const struct returned_cell own = {
        .text = buffer_string(&parting->digits) };
    bool good = reads(parting, parting->paths[FIGURE], &own);

    for (size_t k = 0; good && k < taking->count; k++) {
        const struct path *path = &taking->paths[k];
        const struct returned_cell *cell = cell_in(parting,
            find_head(taking, path));
        good = !is_figure(path) || path == parting->paths[FIGURE]
            || (cell && reads(parting, path, cell));
    }
    return good;
}

/* --- rows ----------------------------------------------------------------- */

/* Reads what the cell of the figure says beside it; false where there is
 * nothing to be parted, or it cannot be, and then not all is read. */
static bool read_parts(struct parting *parting)
{
    for (int k = 0; k < PART_COUNT; k++) {
        const struct returned_cell *cell = cell_in(parting,
            parting->heads[k]);
        parting->said[k] = cell ? cell->text : "";
        if (cell && cell->kind != RETURNED_WORDS)
            return false;
    }
    const char *text = parting->said[FIGURE], *given = parting->said[CHOICE];
    const char *own = schema_choice(parting->paths[CHOICE]->node, given);
    parting->choice = read_choice(parting, &text);
    bool has_choice = parting->choice != NULL;
    if ((*given && !own) || (own && has_choice
            && strcmp(own, parting->choice) != 0) || (!own && !has_choice))
        return false;
    parting->choice = own ? own : parting->choice;
    bool good = spoken_part(parting->taking->listing->lexicon, text,
        &parting->digits, &parting->unit, &parting->taking->gathering.failed);
    bool has_unit = parting->unit.length > 0 && !*parting->said[UNIT];
    return good && (has_choice || has_unit) && is_unit(parting)
        && all_read(parting);
}

static void report(struct parting *parting, const char *const *texts)
{
    struct taking *taking = parting->taking;
    struct buffer read = BUFFER_EMPTY, part = BUFFER_EMPTY;

    for (int k = 0; k < PART_COUNT; k++) {
        if (!*texts[k])
            continue;
        buffer_clear(&part);
        buffer_printf(&part, "%s“%s”", parting->paths[k]->head, texts[k]);
        listed_add(&read, buffer_string(&part));
    }
    taking->block.row = parting->row->row;
    gathering_report(&taking->gathering, &taking->block,
        parting->heads[FIGURE]->column, CATALOGUE_CELL_PARTED,
        buffer_string(&read));
    taking->gathering.failed |= read.failed || part.failed;
    buffer_free(&read);
    buffer_free(&part);
}

/* One cell more of the sheet that is made, by its column. */
static void add_cell(struct taking *taking, struct returned_cell cell)
{
    struct returned_sheet *sheet = &taking->parted;
    struct returned_cell *cells = list_room(sheet->cells, sheet->count,
        &sheet->room, sizeof *cells);

    taking->gathering.failed |= !cells;
    if (!cells)
        return;
    sheet->cells = cells;
    size_t at = sheet->count++;
    for (; at > 0 && cells[at - 1].row == cell.row
        && cells[at - 1].column > cell.column; at--)
        cells[at] = cells[at - 1];
    cells[at] = cell;
}

static bool is_parted(const struct parting *parting, unsigned column)
{
    for (int k = 0; k < PART_COUNT; k++)
        if (parting->heads[k]->column == column)
            return true;
    return false;
}

/* The cells that a row is parted into. */
static void add_parts(struct parting *parting)
{
    struct taking *taking = parting->taking;
    const char *const texts[PART_COUNT] = { parting->choice,
        buffer_string(&parting->digits), *parting->said[UNIT]
        ? parting->said[UNIT] : buffer_string(&parting->unit) };

    report(parting, texts);
    for (int k = 0; k < PART_COUNT; k++) {
        const char *text = arena_copy(&taking->arena, texts[k],
            strlen(texts[k]));
        taking->gathering.failed |= !text;
        if (text && *text)
            add_cell(taking, (struct returned_cell){
                .row = parting->row->row,
                .column = parting->heads[k]->column, .text = text });
    }
}

static void copy_row(struct parting *parting, bool parts)
{
    for (const struct returned_cell *cell = parting->row;
        cell < parting->row_end; cell++)
        if (!parts || !is_parted(parting, cell->column))
            add_cell(parting->taking, *cell);
    if (parts)
        add_parts(parting);
}

const struct returned_cell *listing_part(struct taking *taking,
    const struct returned_cell *first)
{
    const struct returned_sheet *sheet = taking->block.sheet;
    const struct returned_cell *end = returned_cells_end(sheet);
    struct parting parting = { .taking = taking };

    if (!find_columns(&parting))
        return first;
    taking->parted = *sheet;
    taking->parted.cells = NULL;
    taking->parted.count = taking->parted.room = 0;
    for (parting.row = first; parting.row < end && !taking->gathering.failed;
        parting.row = parting.row_end) {
        parting.row_end = parting.row;
        while (parting.row_end < end
            && parting.row_end->row == parting.row->row)
            parting.row_end++;
        copy_row(&parting, read_parts(&parting));
        buffer_free(&parting.digits);
        buffer_free(&parting.unit);
    }
    taking->block.sheet = &taking->parted;
    return taking->parted.cells;
}
