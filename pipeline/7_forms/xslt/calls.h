#ifndef CALLS_H
#define CALLS_H

/* The functions that stylesheets may call beside those of XPath: XSLT's and
 * EXSLT's. */

#include "4_formulas/xpath/scope.h"

/* The call of one; NULL: nobody knows it. */
const struct expr *stylesheet_call(struct scope *scope,
    const struct name *name, const struct expr **arguments, size_t count);

/* functions_node.c */
evaluate xpath_current, xpath_distinct, xpath_encode_uri, xpath_generate_id,
    xpath_node_set, xpath_tokenize;

evaluate xpath_format_number;    /* format_number.c */
evaluate xpath_key;              /* keys.c */

#endif
