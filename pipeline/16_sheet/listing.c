/*
 * Rows of an exported list, each read as a row of a workbook with the keys that
 * its heads stand for.
 */

#include "16_sheet/listing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/listed.h"
#include "16_sheet/gathering.h"
#include "16_sheet/listing_put.h"
#include "16_sheet/shape.h"

#define EXPORT "x-export"       /* of a value: the head of its column */
#define LEVELS "x-levels"
#define PATHS_MAX 64

/* A value of an entry, and the head that it is under. */
struct path {
    char *key;                  /* "/measure/target" */
    const char *head;
    const struct schema_node *node;
    bool is_inner;              /* of an object in the entry */
};

struct taking {
    const struct listing *listing;
    struct gathering gathering;
    struct buffer lists;        /* pointer of the object with the lists */
    const struct schema_node *node;     /* of it */
    struct path paths[PATHS_MAX];
    size_t count;
    struct block block;
    /* Heads as they were found: columns of levels first. */
    struct head {
        unsigned column;
        const char *words;
        int level;              /* from 1; 0: it is of a value */
    } heads[RETURNED_COLUMNS_MAX];
    size_t head_count;
    char levels[SHAPE_DEPTH_MAX + 1][8];        /* keys, by levels */
};

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

/* --- heads ---------------------------------------------------------------- */

/* Words without white space around them are the same as a head of so many
 * bytes. */
static bool is_head(const char *words, const char *head, size_t length)
{
    while (*words == ' ')
        words++;
    return strncmp(words, head, length) == 0
        && strspn(words + length, " ") == strlen(words + length);
}

/* The level that words are the head of; 0 for none. */
static int level_of(const struct taking *taking, const char *words)
{
    const char *heads = schema_string(taking->node, LEVELS);

    for (int level = 1; *heads && level <= SHAPE_DEPTH_MAX; level++) {
        size_t length = strcspn(heads, " ");
        if (is_head(words, heads, length))
            return level;
        heads += length + (heads[length] == ' ');
    }
    return 0;
}

static bool is_of_value(const struct taking *taking, const char *words)
{
    for (size_t k = 0; k < taking->count; k++)
        if (is_head(words, taking->paths[k].head,
                strlen(taking->paths[k].head)))
            return true;
    return false;
}

/* Takes the heads of a row; whether they are those of such a list: all levels
 * and more than one value. */
static bool read_heads(struct taking *taking,
    const struct returned_sheet *sheet, size_t first)
{
    unsigned row = sheet->cells[first].row;
    int levels = 0;

    taking->head_count = 0;
    for (size_t k = first; k < sheet->count && sheet->cells[k].row == row;
        k++) {
        const struct returned_cell *cell = &sheet->cells[k];
        int level = cell->text ? level_of(taking, cell->text) : 0;
        if (!cell->text || (!level && !is_of_value(taking, cell->text)))
            continue;
        levels += level > 0;
        taking->heads[taking->head_count++]
            = (struct head){ cell->column, cell->text, level };
    }
    return levels == shape_levels(taking->node)
        && taking->head_count > (size_t)levels + 1;
}

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
    for (size_t k = 0; k < taking->count; k++)
        if (!taking->paths[k].is_inner || !is_of_value(taking, ""))
            listed_add(&allowed, taking->paths[k].head);
    findings_add(taking->gathering.findings, CATALOGUE_SHEET_NO_COLUMNS,
        (struct place){ 0, 0 }, NULL, "allowed", buffer_string(&allowed),
        NULL);
    taking->gathering.failed = taking->gathering.failed || allowed.failed;
    buffer_free(&allowed);
}

/* --- rows ----------------------------------------------------------------- */

static const struct returned_cell *cell_of(const struct taking *taking,
    const struct head *head)
{
    return returned_cell_at(taking->block.sheet, taking->block.row,
        head->column);
}

/* Whether a value reads as its schema has it, of one of its words, too. */
static bool fits(struct taking *taking, const struct path *path,
    const struct returned_cell *cell)
{
    const cJSON *words = schema_annotation(path->node, "enum"), *word;
    enum typed_fault fault;
    cJSON *value = typed_value(&taking->gathering.typing, cell, path->node,
        NULL, &fault);
    bool good = value != NULL && !words;

    cJSON_ArrayForEach(word, words)
        if (value && cJSON_IsString(word) && cJSON_IsString(value)
            && strcmp(word->valuestring, value->valuestring) == 0)
            good = true;
    cJSON_Delete(value);
    return good;
}

/* Whether all cells of the row that an object in the entry has can be read. */
static bool has_figures(struct taking *taking)
{
    for (size_t k = 0; k < taking->head_count; k++) {
        const struct head *head = &taking->heads[k];
        const struct returned_cell *cell = cell_of(taking, head);
        for (size_t n = 0; !head->level && cell && n < taking->count; n++)
            if (taking->paths[n].is_inner && is_head(head->words,
                    taking->paths[n].head, strlen(taking->paths[n].head))
                && !fits(taking, &taking->paths[n], cell))
                return false;
    }
    return true;
}

/* The path of a head: of the object in the entry, or of the entry itself. */
static const struct path *choose(const struct taking *taking,
    const struct head *head, bool figures)
{
    const struct path *found = NULL;

    for (size_t k = 0; k < taking->count; k++) {
        const struct path *path = &taking->paths[k];
        if (!is_head(head->words, path->head, strlen(path->head))
            || (path->is_inner && !figures))
            continue;
        if (!found || path->is_inner)
            found = path;
    }
    return found;
}

static void read_row(struct taking *taking)
{
    struct block *block = &taking->block;
    bool figures = has_figures(taking);

    block->column_count = 0;
    for (size_t k = 0; k < taking->head_count; k++) {
        const struct head *head = &taking->heads[k];
        const struct path *path = head->level ? NULL
            : choose(taking, head, figures);
        if (head->level)
            snprintf(taking->levels[head->level], sizeof *taking->levels,
                ":%d", head->level);
        if (head->level || path)
            block->columns[block->column_count++] = (struct block_column){
                head->column, path ? path->key
                : taking->levels[head->level] };
    }
    gathering_row(&taking->gathering, block);
}

static void read_rows(struct taking *taking,
    const struct returned_sheet *sheet, size_t k)
{
    unsigned heads = sheet->cells[k].row;

    taking->block.sheet = sheet;
    while (k < sheet->count && !taking->gathering.failed) {
        taking->block.row = sheet->cells[k].row;
        if (taking->block.row > heads)
            read_row(taking);
        while (k < sheet->count && sheet->cells[k].row == taking->block.row)
            k++;
    }
}

/* The first row with the heads, of all sheets. */
static bool read_book(struct taking *taking,
    const struct returned_book *book)
{
    for (size_t n = 0; n < book->count; n++) {
        const struct returned_sheet *sheet = &book->sheets[n];
        for (size_t k = 0; k < sheet->count; k++)
            if ((k == 0 || sheet->cells[k].row != sheet->cells[k - 1].row)
                && read_heads(taking, sheet, k)) {
                read_rows(taking, sheet, k);
                return true;
            }
    }
    return false;
}

/* --- all of it ------------------------------------------------------------ */

static void begin(struct taking *taking, const struct returned_book *book)
{
    struct buffer path = BUFFER_EMPTY;
    struct gathering *gathering = &taking->gathering;

    gathering->typing.grown = &gathering->grown;
    gathering->book = book;
    buffer_add_string(&taking->lists, taking->listing->pointer);
    taking->node = find_lists(grown_node(&gathering->grown,
            taking->listing->pointer), &taking->lists, 0);
    if (taking->node)
        add_paths(taking, shape_entry(taking->node), &path, false);
    taking->block.base = "";
    taking->block.list = buffer_string(&taking->lists);
    gathering->failed = gathering->failed || path.failed
        || taking->lists.failed;
    buffer_free(&path);
}

static void end(struct taking *taking)
{
    for (size_t k = 0; k < taking->count; k++)
        free(taking->paths[k].key);
    grown_free(&taking->gathering.grown);
    id_map_free(&taking->gathering.seen);
    whence_free(&taking->gathering.whence);
    buffer_free(&taking->lists);
    buffer_free(&taking->block.last);
    buffer_free(&taking->block.derived);
    free(taking);
}

static cJSON *put_into(struct taking *taking)
{
    cJSON *data = listing_put(json_root(taking->listing->json),
        buffer_string(&taking->lists),
        grown_finish(&taking->gathering.grown));

    if (!data)
        findings_out_of_memory(taking->gathering.findings);
    return data;
}

cJSON *listing_take(const struct listing *listing,
    const struct returned_book *book, struct findings *findings)
{
    struct taking *taking = calloc(1, sizeof *taking);
    cJSON *data = NULL;

    if (!taking) {
        findings_out_of_memory(findings);
        return NULL;
    }
    taking->listing = listing;
    taking->gathering = (struct gathering){ .findings = findings,
        .grown = { .schema = listing->schema },
        .typing = { listing->lexicon, book->since_1904, NULL } };
    begin(taking, book);
    if (!taking->gathering.failed && (!taking->node
            || !read_book(taking, book)))
        report_heads(taking);
    if (taking->gathering.failed || taking->gathering.grown.failed)
        findings_out_of_memory(findings);
    else if (findings_worst(findings) < LEVEL_ERROR)
        data = put_into(taking);
    end(taking);
    return data;
}
