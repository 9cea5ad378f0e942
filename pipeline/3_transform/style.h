#ifndef STYLE_H
#define STYLE_H

/*
 * With how many decimals the figures of a submission are printed, as the
 * annotations x-places, x-keep-zeros and x-columns say (transform.h).
 */

#include "2_schema/schema.h"
#include "3_transform/submission.h"

/* How zeros at the end of a figure are printed. */
enum zeros { ZEROS_DROPPED, ZEROS_STATED, ZEROS_KEPT };

struct style_rule {
    int places;
    enum zeros zeros;
};

/* The rule that a node of the schema gives; `usual` is for what it does not
 * say. */
struct style_rule style_rule_of(const struct schema_node *node,
    struct style_rule usual);

/* The style that the root of the schema gives; it holds where a node says
 * nothing. */
struct style_rule style_rule_usual(const struct schema *schema);

/* The style of a figure that the data does not state. */
struct print_style style_of_rule(struct style_rule rule);

/* The style of a figure that was stated with so many places; the type is the
 * schema's.  A figure that has no zero to keep has no style of its own. */
struct print_style style_of_stated(struct style_rule rule,
    enum value_type type, const struct figure *figure, int places);

/*
 * Print the columns of tables (@columns) alike: where one figure of a column
 * keeps a zero at its end, all have as many decimals as the one with the most.
 * A column is what has the same name and unit, for COLUMNS_ONE what has the
 * same unit.  False where memory runs out.
 */
#define COLUMNS_ALL "yes"
#define COLUMNS_ONE "*"

bool style_align(xmlDocPtr submission, struct print_style style);

#endif
