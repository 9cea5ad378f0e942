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

/* What has a fault, and the same without it; the schema of a shape. */
struct catalogue_example {
    const char *schema, *wrong, *right;
};

/* NULL where a code has none (examples.def). */
const struct catalogue_example *catalogue_example(enum catalogue id);

/* NULL where the program itself has no such code. */
const struct catalogue_row *catalogue_find(const char *code);

/* Which row it is. */
enum catalogue catalogue_id(const struct catalogue_row *row);

const char *catalogue_code(enum catalogue id);

/* Appends what is wrong, without what to do, and with … for what differs from
 * finding to finding. */
void catalogue_print_title(const struct catalogue_row *row,
    enum language language, struct buffer *out);

#endif
