#ifndef SHEET_CHOICES_H
#define SHEET_CHOICES_H

/*
 * What a cell can be chosen from, as a list that drops down.
 *
 * A spreadsheet has the words with commas between, 255 characters in all: no
 * list where one has a comma, or they are longer.
 * Ownership: choices_keep() frees what choices_add() has made.
 */

#include "16_sheet/book.h"

struct choices {
    struct buffer list;
    bool unfit;
};

#define CHOICES_EMPTY { BUFFER_EMPTY, false }

void choices_add(struct choices *choices, const char *words);

/* The list, in the arena of the book; NULL where there is none. */
const char *choices_keep(struct choices *choices, struct book *book);

#endif
