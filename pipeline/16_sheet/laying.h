#ifndef SHEET_LAYING_H
#define SHEET_LAYING_H

/*
 * A layout on its way; for the files that lay out.
 */

#include "16_sheet/keys.h"
#include "16_sheet/layout.h"
#include "16_sheet/shape.h"
#include "16_sheet/telling.h"

#define LAYING_VALUE (KEYS_FIRST + 1)   /* the column of a value by itself */
#define LAYING_UNIT (KEYS_FIRST + 2)
#define LAYING_NOTE (KEYS_FIRST + 3)

enum block { BLOCK_NONE, BLOCK_FORM, BLOCK_OTHER };

/* A member of the data, or one that it may have. */
struct spot {
    const struct schema_node *node;
    const cJSON *value;         /* NULL: not stated */
    const cJSON *around;        /* what it stands in, or NULL */
    const char *name;
};

struct laying {
    const struct sheet_source *source;
    struct telling telling;
    struct book *book;
    struct findings *findings;
    struct buffer pointer;      /* of what is being laid out */
    const struct spot *entry;   /* that has sheets; NULL: in none */
    const char *key;            /* the member of it that names it, or NULL */
    size_t number;              /* of it, from 1 */
    bool refused;               /* a value has no room in a cell */
};

struct book_sheet *laying_sheet(const struct laying *laying, size_t sheet);

/* The pointer so far, as keys of that sheet have it. */
const char *laying_key(const struct laying *laying, size_t sheet);

/* A row that begins with its key; noted may be NULL. */
void laying_row(struct laying *laying, size_t sheet, bool hidden,
    const char *key, const char *noted);

/* The member of a spot, its value found in the data. */
struct spot laying_member(const struct spot *spot, const char *name,
    const struct schema_node *node);

/* x-label, or else the title, or else the name. */
const char *laying_label(const struct spot *spot);

/* The columns of values by themselves, in a hidden row, where the last block
 * has others. */
void laying_begin_form(struct laying *laying, size_t sheet);

/* The row of a value by itself. */
void laying_leaf(struct laying *laying, size_t sheet,
    const struct spot *spot);

/* The row of what is null where an object could be; false where it is not. */
bool laying_null(struct laying *laying, size_t sheet,
    const struct spot *spot);

/* A heading, with the description beside it, in a row for people. */
void laying_heading(struct laying *laying, size_t sheet,
    const struct spot *spot);

/* A hidden row that says that an object is stated and empty, if it is. */
void laying_note_empty(struct laying *laying, size_t sheet,
    const struct spot *spot);

/* Whether it is an object or list that is stated and has nothing in it. */
bool laying_is_empty(const struct spot *spot);

/* The cell of a value, at the pointer so far; whether a formula gives what is
 * in it. */
bool laying_put_value(struct laying *laying, size_t sheet, unsigned column,
    const struct spot *spot);

/* A cell with the words for a blank on purpose, or for an empty list. */
void laying_put_state(struct laying *laying, size_t sheet, unsigned column,
    const cJSON *value);

/* Lists, maps and objects as tables. */
void laying_table(struct laying *laying, size_t sheet,
    const struct spot *spot, enum shape shape);

/* Paragraphs. */
void laying_text(struct laying *laying, size_t sheet,
    const struct spot *spot);

#endif
