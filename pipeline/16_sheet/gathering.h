#ifndef SHEET_GATHERING_H
#define SHEET_GATHERING_H

/*
 * A workbook on its way into data; for the files that gather.
 */

#include "16_sheet/gather.h"
#include "16_sheet/keys.h"
#include "16_sheet/typed.h"

struct gathering {
    const struct returned_book *book;
    struct grown grown;
    struct typing typing;
    struct findings *findings;
    struct id_map seen;         /* rows of entries, by their pointers */
    size_t fresh;               /* entries that got a name here */
    struct whence whence;
    bool failed;
};

/* What a column of a block is. */
struct block_column {
    unsigned column;
    const char *key;            /* keys.h */
};

/* Rows that are laid out alike, and the one that is being read. */
struct block {
    const struct returned_sheet *sheet;
    const char *base;           /* pointer of what keys go on from */
    const char *list;           /* key of the list of new rows, or of the text;
                                   NULL for none */
    bool is_text;
    struct block_column columns[RETURNED_COLUMNS_MAX];
    size_t column_count;
    unsigned key_column, noted_column;
    unsigned row;
    size_t first_cell;          /* of it, in the sheet */
    const char *key, *noted;    /* of the row; NULL for none */
    struct buffer last;         /* key of the last row of a list, "" for none */
    struct buffer derived;      /* what any row had noted */
};

/* Adds a finding about a cell of a row, whose place its sentence begins with:
 * {sheet} {cell} {found}. */
void gathering_report(struct gathering *gathering, const struct block *block,
    unsigned column, enum catalogue id, const char *allowed);

/* Notes a cell of a row, or the row, as the place of a pointer. */
void gathering_note(struct gathering *gathering, const struct block *block,
    unsigned column, const char *pointer, enum whence_kind kind);

/* Reads a cell as what its schema has, and puts it at a pointer; what is wrong
 * is a finding. */
void gathering_put(struct gathering *gathering, const struct block *block,
    unsigned column, const char *pointer, const char *unit);

/* The column of a key in the rows of a block; NULL where it has none. */
const struct block_column *gathering_column(const struct block *block,
    const char *key);

/* The list or object in an object whose title words are; NULL, with the titles
 * that there are in allowed, unless that is NULL. */
const struct schema_member *gathering_titled(struct gathering *gathering,
    const struct schema_node *node, const char *words,
    struct buffer *allowed);

/* Appends the pointer of what is in a row; false where there is none, which is
 * a finding. */
bool gathering_place(struct gathering *gathering, const struct block *block,
    struct buffer *pointer);

/* A row of values; of a text. */
void gathering_row(struct gathering *gathering, struct block *block);

/* All rows are read: whence knows the numbers that entries have got. */
void gathering_settle(struct gathering *gathering);

/* A text is read from row to row; struct text_state is what is open. */
#define TEXT_LEVELS_MAX 32

/* What a row is in its block: a string of the list where both names are NULL, a
 * value or a string of a group, or a value of an object in a group. */
struct text_part {
    const char *member, *inner;
    bool is_group;
};

struct text_state {
    const struct schema_node *block;
    struct text_part last;      /* what the last row was */
    struct text_level {
        struct buffer list;     /* pointer of the list of this level */
        struct buffer element;  /* of the block that is open, "" for none */
        struct buffer entry;    /* of the object in a group of it, or "" */
        const char *kind;       /* of its last row */
    } levels[TEXT_LEVELS_MAX];
    int depth;                  /* of the last row */
};

void gathering_text_begin(struct gathering *gathering,
    const struct block *block, struct text_state *state);
void gathering_text_row(struct gathering *gathering,
    const struct block *block, struct text_state *state);
void gathering_text_end(struct gathering *gathering,
    struct text_state *state);

#endif
