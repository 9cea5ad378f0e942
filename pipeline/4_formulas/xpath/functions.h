#ifndef XPATH_FUNCTIONS_H
#define XPATH_FUNCTIONS_H

/* What function.c lists. */

#include "4_formulas/xpath/xpath.h"

/* functions_text.c */
evaluate xpath_concat, xpath_contains, xpath_normalize_space, xpath_starts_with,
    xpath_string, xpath_string_length, xpath_substring, xpath_substring_after,
    xpath_substring_before, xpath_tag, xpath_translate;

/* functions_value.c */
evaluate xpath_boolean, xpath_ceiling, xpath_count, xpath_false, xpath_floor,
    xpath_last, xpath_not, xpath_number, xpath_position,
    xpath_round, xpath_sum, xpath_true;

/* functions_name.c */
evaluate xpath_local_name, xpath_name, xpath_namespace_uri;

evaluate xpath_foreign;          /* foreign.c */

/* The first node of the argument, or the context node where there is none;
 * NULL: none. */
const struct node *argument_node(const struct expr *call,
    struct context *context);

/* The text of an argument, or of the context node where there is none. */
struct text argument_text(const struct expr *call, struct context *context);

#endif
