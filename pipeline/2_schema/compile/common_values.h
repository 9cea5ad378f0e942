#ifndef COMMON_VALUES_H
#define COMMON_VALUES_H

/* The values that are left where several schemas list what one may be. */

#include "2_schema/compile/compile.h"

#define VALUES_ENUM "enum"
#define VALUES_CONST "const"

/* Whether several parts of a node list values, by enum or const, and none but
 * null, which leaves a cell blank, is in all these lists. */
bool node_lacks_values(const struct schema_node *node);

#endif
