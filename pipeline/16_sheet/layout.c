/*
 * A data file laid out: sheets, and a row for each value by itself.
 */

#include "16_sheet/layout.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/phrases.h"
#include "0_base/utf8.h"
#include "16_sheet/laying.h"

#define NAME_UNITS_MAX 31       /* of a sheet, ECMA-376-1, 18.2.19 */
#define LABEL_UNITS 16          /* of them, of the entry that it is of */

static void lay(struct laying *laying, size_t sheet, const struct spot *spot,
    int depth);

/* --- objects and lists ---------------------------------------------------- */

static void lay_child(struct laying *laying, size_t sheet,
    const struct spot *child, int depth)
{
    size_t length = laying->pointer.length;

    json_pointer_add(&laying->pointer, child->name);
    lay(laying, sheet, child, depth + 1);
    buffer_cut(&laying->pointer, length);
}

/* What names an entry stands at the head of its sheets already. */
static bool is_laid(const struct laying *laying, const struct spot *spot,
    const char *name)
{
    return spot == laying->entry && laying->key
        && strcmp(name, laying->key) == 0;
}

/* Members of the schema in its order, then those that only the data names. */
static void lay_members(struct laying *laying, size_t sheet,
    const struct spot *spot, int depth)
{
    const cJSON *value;

    for (size_t k = 0; k < schema_member_count(spot->node); k++) {
        const struct schema_member *member = schema_members(spot->node, k);
        struct spot child = laying_member(spot, member->name, member->node);
        if (!is_laid(laying, spot, member->name))
            lay_child(laying, sheet, &child, depth);
    }
    cJSON_ArrayForEach(value, spot->value) {
        bool failed = false;
        const struct schema_node *node = value->string
            && !schema_member(spot->node, value->string)
            ? schema_named(spot->node, value->string, &failed) : NULL;
        struct spot child = { schema_branch(node, value), value, spot->value,
            value->string };
        laying->book->failed = laying->book->failed || failed;
        if (node)
            lay_child(laying, sheet, &child, depth);
    }
}

static void lay_object(struct laying *laying, size_t sheet,
    const struct spot *spot, int depth)
{
    if (laying_null(laying, sheet, spot))
        return;
    if (depth > 0) {
        laying_heading(laying, sheet, spot);
        laying_sheet(laying, sheet)->block = BLOCK_NONE;
    }
    laying_note_empty(laying, sheet, spot);
    lay_members(laying, sheet, spot, depth);
}

/* An entry as an object of its own, below a heading with its number. */
static void lay_entry(struct laying *laying, size_t sheet,
    const struct spot *entry, size_t index, int depth)
{
    size_t length = laying->pointer.length;

    json_pointer_add_index(&laying->pointer, index);
    lay(laying, sheet, entry, depth + 1);
    buffer_cut(&laying->pointer, length);
}

static void lay_entries(struct laying *laying, size_t sheet,
    const struct spot *spot, int depth)
{
    size_t index = 0;
    const cJSON *value;

    if (laying_null(laying, sheet, spot))
        return;
    if (schema_additional(spot->node)) {
        lay_object(laying, sheet, spot, depth);
        return;
    }
    laying_begin_form(laying, sheet);
    laying_row(laying, sheet, false, laying_key(laying, sheet), NULL);
    book_put(laying->book, sheet, KEYS_FIRST, BOOK_HEADING,
        laying_label(spot));
    if (laying_is_empty(spot))
        laying_put_state(laying, sheet, LAYING_VALUE, spot->value);
    cJSON_ArrayForEach(value, spot->value) {
        const struct schema_node *node = schema_entry(spot->node, index);
        struct spot entry = { schema_branch(node, value), value, spot->value,
            spot->name };
        lay_entry(laying, sheet, &entry, index++, depth);
    }
}

/* --- sheets --------------------------------------------------------------- */

/* No sheet may have these in its name, or two the same in either case. */
static void add_name(const char *text, size_t units, struct buffer *out)
{
    size_t length = utf8_units_head(text, units);

    for (size_t k = 0; k < length; k++)
        buffer_add_char(out, strchr("[]:*?/\\'", text[k]) ? ' ' : text[k]);
}

/* 附件4-1 高标准农田建设: the attachment, the number of the entry, its label. */
static const char *make_name(struct laying *laying, const char *attachment)
{
    struct buffer name = BUFFER_EMPTY;
    const struct spot *entry = laying->entry;
    const char *label = entry ? cJSON_GetStringValue(
        cJSON_GetObjectItemCaseSensitive(entry->value,
            schema_text(entry->node, SCHEMA_LABEL_FROM))) : NULL;

    add_name(attachment ? attachment : phrase_text(PHRASE_SHEET_FIRST,
        LANGUAGE_ZH), NAME_UNITS_MAX - LABEL_UNITS - 5, &name);
    if (entry)
        buffer_printf(&name, "-%zu", laying->number);
    if (label) {
        buffer_add_char(&name, ' ');
        add_name(label, LABEL_UNITS, &name);
    }
    laying->book->failed = laying->book->failed || name.failed;
    const char *kept = book_keep(laying->book, buffer_string(&name));
    buffer_free(&name);
    return kept;
}

/* The hidden row that says what it is, and a title for people. */
static void begin_sheet(struct laying *laying, size_t sheet,
    const char *attachment)
{
    const char *base = laying_sheet(laying, sheet)->base;
    const char *name = make_name(laying, attachment);

    laying_sheet(laying, sheet)->name = name;
    laying_row(laying, sheet, true, KEYS_BOOK, laying->source->edition);
    book_put(laying->book, sheet, KEYS_FIRST, BOOK_PLAIN, attachment);
    book_put(laying->book, sheet, LAYING_VALUE, BOOK_PLAIN, base);
    laying_row(laying, sheet, false, KEYS_NOTHING, NULL);
    book_put(laying->book, sheet, KEYS_FIRST, BOOK_TITLE, name);
    book_put(laying->book, sheet, LAYING_NOTE, BOOK_NOTE,
        phrase_text(PHRASE_SHEET_HELP, LANGUAGE_ZH));
}

/* The member that names an entry stands on each of its sheets. */
static void lay_key(struct laying *laying, size_t sheet, const char *base)
{
    size_t length = laying->pointer.length;
    const struct schema_node *node = laying->key
        ? schema_member(laying->entry->node, laying->key) : NULL;

    if (!node)
        return;
    struct spot spot = laying_member(laying->entry, laying->key, node);
    struct buffer pointer = laying->pointer;
    laying->pointer = (struct buffer)BUFFER_EMPTY;
    buffer_add_string(&laying->pointer, base);
    json_pointer_add(&laying->pointer, laying->key);
    laying_leaf(laying, sheet, &spot);
    pointer.failed = pointer.failed || laying->pointer.failed;
    buffer_free(&laying->pointer);
    laying->pointer = pointer;
    buffer_cut(&laying->pointer, length);
}

static size_t open_sheet(struct laying *laying, const char *attachment,
    const char *base)
{
    size_t sheet = book_sheet(laying->book, attachment, base);

    if (laying_sheet(laying, sheet)->row_count > 0 || laying->book->failed)
        return sheet;
    begin_sheet(laying, sheet, attachment);
    if (laying->entry)
        lay_key(laying, sheet, base);
    return sheet;
}

/* --- entries with sheets -------------------------------------------------- */

static void lay_sheet_of(struct laying *laying, const struct spot *entry,
    const char *step, const char *key, int depth)
{
    size_t length = laying->pointer.length;

    buffer_printf(&laying->pointer, "/%s", step);
    laying->entry = entry;
    laying->key = key;
    laying->number++;
    const char *base = book_keep(laying->book,
        buffer_string(&laying->pointer));
    size_t sheet = open_sheet(laying,
        schema_text(entry->node, SCHEMA_ATTACHMENT), base);
    laying_note_empty(laying, sheet, entry);
    lay_members(laying, sheet, entry, depth);
    buffer_cut(&laying->pointer, length);
    laying->entry = NULL;
}

/* One to be filled in where there is none. */
static void lay_sheets(struct laying *laying, size_t sheet,
    const struct spot *spot, int depth)
{
    const char *key = schema_text(spot->node, SCHEMA_KEY);
    const cJSON *value;
    char step[24];

    laying->number = 0;
    cJSON_ArrayForEach(value, spot->value) {
        const struct schema_node *node = schema_entry(spot->node,
            laying->number);
        struct spot entry = { schema_branch(node, value), value, spot->value,
            spot->name };
        snprintf(step, sizeof step, "%zu", laying->number);
        lay_sheet_of(laying, &entry, step, key, depth);
    }
    if (laying->number > 0)
        return;
    if (spot->value) {
        laying_begin_form(laying, sheet);
        laying_row(laying, sheet, false, laying_key(laying, sheet), NULL);
        book_put(laying->book, sheet, KEYS_FIRST, BOOK_LABEL,
            laying_label(spot));
        laying_put_state(laying, sheet, LAYING_VALUE, spot->value);
    }
    struct spot entry = { .node = schema_entry(spot->node, 0),
        .name = spot->name };
    lay_sheet_of(laying, &entry, KEYS_NEW, key, depth);
}

/* --- any of them ---------------------------------------------------------- */

/* Where the schema leaves both open it is what it is stated as. */
static enum shape shape_of_spot(const struct spot *spot)
{
    return schema_text(spot->node, SCHEMA_TYPE)
        && !cJSON_IsObject(spot->value) && !cJSON_IsArray(spot->value)
        ? SHAPE_LEAF : shape_of(spot->node);
}

static void lay(struct laying *laying, size_t sheet, const struct spot *spot,
    int depth)
{
    const char *attachment = schema_text(spot->node, SCHEMA_ATTACHMENT);
    enum shape shape = shape_of_spot(spot);

    if (!spot->node || depth > SHAPE_DEPTH_MAX)
        return;
    if (attachment && shape != SHAPE_SHEETS)
        sheet = open_sheet(laying, attachment,
            laying_sheet(laying, sheet)->base);
    if (shape == SHAPE_LEAF)
        laying_leaf(laying, sheet, spot);
    else if (shape == SHAPE_OBJECT)
        lay_object(laying, sheet, spot, depth);
    else if (shape == SHAPE_ENTRIES)
        lay_entries(laying, sheet, spot, depth);
    else if (shape == SHAPE_SHEETS)
        lay_sheets(laying, sheet, spot, depth);
    else if (shape == SHAPE_TEXT)
        laying_text(laying, sheet, spot);
    else
        laying_table(laying, sheet, spot, shape);
}

/* --- the workbook --------------------------------------------------------- */

/* What belongs to no entry first, then entry by entry; attachments by their
 * names, 附件9 before 附件10. */
static int compare_sheets(const void *left, const void *right)
{
    const struct book_sheet *a = left, *b = right;
    const char *one = a->attachment ? a->attachment : "";
    const char *other = b->attachment ? b->attachment : "";
    size_t lengths[] = { strlen(a->base), strlen(b->base) };

    if (lengths[0] != lengths[1])
        return lengths[0] < lengths[1] ? -1 : 1;
    int order = strcmp(a->base, b->base);
    if (order != 0)
        return order;
    lengths[0] = strlen(one);
    lengths[1] = strlen(other);
    return lengths[0] != lengths[1] ? (lengths[0] < lengths[1] ? -1 : 1)
        : strcmp(one, other);
}

/* Where values are goes by the numbers that sheets had. */
static void sort_sheets(struct book *book)
{
    size_t *places = arena_new(&book->arena, book->count + 1,
        sizeof *places);

    if (!places) {
        book->failed = true;
        return;
    }
    for (size_t k = 0; k < book->count; k++)
        book->sheets[k].number = k;
    qsort(book->sheets, book->count, sizeof *book->sheets, compare_sheets);
    for (size_t k = 0; k < book->count; k++)
        places[book->sheets[k].number] = k;
    for (size_t k = 0; k < book->places.count; k++)
        book->found[k].sheet = places[book->found[k].sheet];
}

static void lay_all(struct laying *laying)
{
    const struct sheet_source *source = laying->source;
    struct spot root = { schema_root(source->schema),
        json_root(source->json), NULL, "" };
    size_t sheet = open_sheet(laying, NULL, "");

    lay_members(laying, sheet, &root, 0);
    sort_sheets(laying->book);
    if (!laying->book->failed)
        telling_write(&laying->telling, laying->book);
    laying->book->failed = laying->book->failed || laying->pointer.failed;
}

bool layout_make(const struct sheet_source *source, struct book *book,
    struct findings *findings)
{
    struct laying laying = { .source = source, .book = book,
        .findings = findings };

    if (telling_begin(&laying.telling, source->formulas, source->schema,
            source->submission, &source->style, findings))
        lay_all(&laying);
    else
        book->failed = true;
    telling_end(&laying.telling);
    buffer_free(&laying.pointer);
    if (book->failed)
        findings_out_of_memory(findings);
    return !book->failed && !laying.refused;
}
