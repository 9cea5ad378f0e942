#ifndef CATALOGUE_H
#define CATALOGUE_H

/*
 * The rows of the catalogue (catalogue.def), to be looked up and listed.
 */

#include "0_base/buffer.h"
#include "0_base/findings.h"

struct catalogue_row {
    const char *code;
    enum level level;
    const char *text[LANGUAGE_COUNT];   /* with {placeholders} */
    const char *basis;                  /* "" for none */
};

const struct catalogue_row *catalogue_get(enum catalogue id);

/* Data with such a fault, the same data without it, and for faults of the shape
 * the schema that finds it. */
struct catalogue_example {
    const char *schema, *wrong, *right;
};

/* NULL where a code has none (examples.def). */
const struct catalogue_example *catalogue_example(enum catalogue id);

/* NULL where the program itself has no such code. */
const struct catalogue_row *catalogue_find(const char *code);

/* The id of a row. */
enum catalogue catalogue_id(const struct catalogue_row *row);

const char *catalogue_code(enum catalogue id);

/* Appends what titles.def calls it, or else the part of the sentence that says
 * what is wrong, with … in place of each placeholder. */
void catalogue_print_title(const struct catalogue_row *row,
    enum language language, struct buffer *out);

#endif
