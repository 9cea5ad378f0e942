#ifndef FIRST_DATA_H
#define FIRST_DATA_H

/*
 * A first data file of an edition: every part that its forms ask for, in the
 * order of the schema, blank where a person fills in.
 *
 * Members:   what the schema requires or has a `default` for, what is asked for
 *            (x-asked), and objects and lists with any of that in them; in full
 *            all that a data file may hold.  Never what has no place in the
 *            data of a new year (x-next "drop").
 * Values:    `const` or `default` of the schema; else null.  What cannot be
 *            null is left out.  Of a list of objects there is one entry, but
 *            where the list is asked for itself and may be null.
 * Ownership: the caller frees the tree with cJSON_Delete().
 */

#include <cjson/cJSON.h>
#include <libxml/tree.h>
#include <stdbool.h>

#include "0_base/buffer.h"
#include "2_schema/schema.h"

/* NULL if memory runs out. */
cJSON *first_make(const struct schema *schema, bool full);

/* The value that the schema has for a place (`const` or `default`), borrowed;
 * NULL for none. */
const cJSON *first_usual(const struct schema_node *node);

/*
 * A new entry of a list, of the entry's schema: what it has to have, and what
 * the schema has a value for; a text that cannot be null is empty.  kind names
 * the member that it has where it may be a text or an object; NULL: the text.
 * NULL if memory runs out, or it cannot be of that kind.
 */
cJSON *first_make_entry(const struct schema_node *entry, const char *kind);

/* Takes out the blanks that formulas fill, or would with their operands, in the
 * submission.xml of the same data without its blanks. */
void first_leave_to_formulas(cJSON *data, xmlDocPtr submission);

/* Takes out the blanks that need not be there: what a person has still to fill
 * in is then not stated. */
void first_drop_blanks(cJSON *data, const struct schema *schema);

/* Appends the tree as a person would write it: two blanks a level, an object
 * of plain values on a line of its own where it is short.  False if memory
 * runs out; without_blanks leaves out members that are null. */
bool first_print(const cJSON *data, bool without_blanks, struct buffer *out);

/* Appends a value as it stands in such a text at a level; 0 is the root's. */
bool first_print_value(const cJSON *value, int level, struct buffer *out);

#endif
