/* The functions that stylesheets may call beside those of XPath. */

#include "7_forms/xslt/calls.h"

#include <string.h>

#include "4_formulas/xpath/function.h"
#include "7_forms/xslt/compiling.h"

#define SETS "http://exslt.org/sets"
#define STRINGS "http://exslt.org/strings"
#define COMMON "http://exslt.org/common"

static const struct function functions[] = {
    { "", "current", 0, 0, TYPE_NODES, xpath_current, false, false },
    { "", "format-number", 2, 2, TYPE_TEXT, xpath_format_number, false,
        false },
    { "", "generate-id", 0, 1, TYPE_TEXT, xpath_generate_id, false, false },
    { COMMON, "node-set", 1, 1, TYPE_NODES, xpath_node_set, false, false },
    { SETS, "distinct", 1, 1, TYPE_NODES, xpath_distinct, false, false },
    { STRINGS, "encode-uri", 2, 2, TYPE_TEXT, xpath_encode_uri, false,
        false },
    { STRINGS, "tokenize", 1, 2, TYPE_NODES, xpath_tokenize, false, false },
};

/* key('name', …): the name is known when it is compiled. */
static const struct expr *call_of_key(struct scope *scope,
    const struct expr **arguments, size_t count)
{
    const char *prefix;

    if (count != 2 || arguments[0]->type != TYPE_TEXT
            || !arguments[0]->is_constant)
        give_up(scope->pool->out, "key() by a name that is computed", NULL);
    struct expr *expr = function_new_call(scope->pool, arguments, count);
    expr->evaluate = xpath_key;
    expr->uses_node = true;     /* its tree */
    expr->type = TYPE_NODES;
    expr->slot = scope->key(scope, scope_name(scope,
        arguments[0]->text.at, &prefix));
    return expr;
}

const struct expr *stylesheet_call(struct scope *scope,
    const struct name *name, const struct expr **arguments, size_t count)
{
    if (!*name->uri && strcmp(name->local, "key") == 0)
        return call_of_key(scope, arguments, count);
    if (!*name->uri && strcmp(name->local, "document") == 0 && count == 1
            && arguments[0]->type == TYPE_TEXT)
        return scope->document(scope, arguments[0]);
    return function_of_table(functions, sizeof functions / sizeof *functions,
        scope, name, arguments, count);
}
