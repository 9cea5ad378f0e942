#ifndef SUMMARY_FIELDS_H
#define SUMMARY_FIELDS_H

/*
 * The columns of a summary: all that its records have values of, each name
 * once, in the order in which they come.
 */

#include "0_base/decimal.h"
#include "15_summary/summary.h"

struct field {
    const char *name, *title;   /* of the first record that has it */
    bool is_figure;             /* in each record */
};

struct fields {
    struct field *list;
    size_t count, room;
};

/* False if memory runs out; fields_free() in any case. */
bool fields_collect(const struct summary *summary, struct fields *fields);
void fields_free(struct fields *fields);

/* The value of a field, NULL where a record has none or it is blank. */
const struct record_value *field_value(const struct field *field,
    const struct record *record);

/* Its figure in the unit that the form prints it in; blank for words. */
struct decimal field_figure(const struct record_value *value);

#endif
