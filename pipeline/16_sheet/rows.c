/*
 * Rows of a workbook: with their keys, and one for each value by itself.
 */

#include <string.h>

#include "16_sheet/laying.h"

/* --- what all rows have --------------------------------------------------- */

struct book_sheet *laying_sheet(const struct laying *laying, size_t sheet)
{
    static struct book_sheet nowhere = { .base = "" };

    return sheet < laying->book->count ? &laying->book->sheets[sheet]
        : &nowhere;
}

const char *laying_key(const struct laying *laying, size_t sheet)
{
    return book_keep(laying->book, buffer_string(&laying->pointer)
        + strlen(laying_sheet(laying, sheet)->base));
}

void laying_row(struct laying *laying, size_t sheet, bool hidden,
    const char *key, const char *noted)
{
    book_row(laying->book, sheet, hidden);
    book_put(laying->book, sheet, KEYS_ROW, BOOK_PLAIN, key);
    book_put(laying->book, sheet, KEYS_NOTED, BOOK_PLAIN, noted);
}

struct spot laying_member(const struct spot *spot, const char *name,
    const struct schema_node *node)
{
    const cJSON *value = cJSON_IsObject(spot->value)
        ? cJSON_GetObjectItemCaseSensitive(spot->value, name) : NULL;

    return (struct spot){ schema_branch(node, value), value, spot->value,
        name };
}

const char *laying_label(const struct spot *spot)
{
    const char *label = schema_text(spot->node, SCHEMA_LABEL);
    const char *title = schema_text(spot->node, SCHEMA_TITLE);

    return label ? label : title ? title : spot->name;
}

void laying_heading(struct laying *laying, size_t sheet,
    const struct spot *spot)
{
    laying_row(laying, sheet, false, KEYS_NOTHING, NULL);
    book_put(laying->book, sheet, KEYS_FIRST, BOOK_HEADING,
        laying_label(spot))->note = schema_string(spot->node, "description");
}

bool laying_is_empty(const struct spot *spot)
{
    return (cJSON_IsObject(spot->value) || cJSON_IsArray(spot->value))
        && !spot->value->child;
}

void laying_note_empty(struct laying *laying, size_t sheet,
    const struct spot *spot)
{
    if (laying_is_empty(spot))
        laying_row(laying, sheet, true, laying_key(laying, sheet), "{}");
}

/* --- values by themselves ------------------------------------------------- */

void laying_begin_form(struct laying *laying, size_t sheet)
{
    if (laying_sheet(laying, sheet)->block == BLOCK_FORM)
        return;
    laying_row(laying, sheet, true, KEYS_CELLS, NULL);
    book_put(laying->book, sheet, KEYS_FIRST, BOOK_PLAIN, ":label");
    book_put(laying->book, sheet, LAYING_VALUE, BOOK_PLAIN, "/");
    book_put(laying->book, sheet, LAYING_UNIT, BOOK_PLAIN, ":unit");
    book_put(laying->book, sheet, LAYING_NOTE, BOOK_PLAIN, ":note");
    laying_sheet(laying, sheet)->block = BLOCK_FORM;
}

static const char *unit_of(const struct spot *spot)
{
    const char *from = schema_text(spot->node, SCHEMA_UNIT_FROM);
    const char *beside = from ? cJSON_GetStringValue(
        cJSON_GetObjectItemCaseSensitive(spot->around, from)) : NULL;

    return beside ? beside : schema_text(spot->node, SCHEMA_UNIT);
}

void laying_leaf(struct laying *laying, size_t sheet,
    const struct spot *spot)
{
    laying_begin_form(laying, sheet);
    laying_row(laying, sheet, false, laying_key(laying, sheet), NULL);
    size_t noted = laying_sheet(laying, sheet)->count - 1;
    book_put(laying->book, sheet, KEYS_FIRST, BOOK_LABEL,
        laying_label(spot));
    if (laying_put_value(laying, sheet, LAYING_VALUE, spot)
        && !laying->book->failed)
        laying_sheet(laying, sheet)->cells[noted].text = "=/";
    book_put(laying->book, sheet, LAYING_UNIT, BOOK_PLAIN, unit_of(spot));
    book_put(laying->book, sheet, LAYING_NOTE, BOOK_NOTE,
        schema_string(spot->node, "description"));
}

bool laying_null(struct laying *laying, size_t sheet,
    const struct spot *spot)
{
    if (!cJSON_IsNull(spot->value))
        return false;
    laying_begin_form(laying, sheet);
    laying_row(laying, sheet, false, laying_key(laying, sheet), NULL);
    book_put(laying->book, sheet, KEYS_FIRST, BOOK_HEADING,
        laying_label(spot));
    laying_put_state(laying, sheet, LAYING_VALUE, spot->value);
    return true;
}
