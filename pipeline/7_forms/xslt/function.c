/* The functions that expressions may call. */

#include "7_forms/xslt/function.h"

#include <string.h>

#include "4_formulas/exact.h"
#include "7_forms/xslt/functions.h"
#include "7_forms/xslt/operator.h"
#include "7_forms/xslt/path.h"

#define SETS "http://exslt.org/sets"
#define STRINGS "http://exslt.org/strings"
#define COMMON "http://exslt.org/common"
#define ANY 64

/* By name; arguments from to, what they give, what gives it. */
static const struct function functions[] = {
    { "", "boolean", 1, 1, TYPE_BOOLEAN, xpath_boolean, false, false },
    { "", "ceiling", 1, 1, TYPE_NUMBER, xpath_ceiling, false, false },
    { "", "concat", 2, ANY, TYPE_TEXT, xpath_concat, false, false },
    { "", "contains", 2, 2, TYPE_BOOLEAN, xpath_contains, false, false },
    { "", "count", 1, 1, TYPE_NUMBER, xpath_count, false, false },
    { "", "current", 0, 0, TYPE_NODES, xpath_current, false, false },
    { "", "false", 0, 0, TYPE_BOOLEAN, xpath_false, false, false },
    { "", "floor", 1, 1, TYPE_NUMBER, xpath_floor, false, false },
    { "", "format-number", 2, 2, TYPE_TEXT, xpath_format_number, false,
        false },
    { "", "generate-id", 0, 1, TYPE_TEXT, xpath_generate_id, false, false },
    { "", "last", 0, 0, TYPE_NUMBER, xpath_last, false, true },
    { "", "local-name", 0, 1, TYPE_TEXT, xpath_local_name, false, false },
    { "", "name", 0, 1, TYPE_TEXT, xpath_name, false, false },
    { "", "namespace-uri", 0, 1, TYPE_TEXT, xpath_namespace_uri, false,
        false },
    { "", "normalize-space", 0, 1, TYPE_TEXT, xpath_normalize_space, false,
        false },
    { "", "not", 1, 1, TYPE_BOOLEAN, xpath_not, false, false },
    { "", "number", 0, 1, TYPE_NUMBER, xpath_number, false, false },
    { "", "position", 0, 0, TYPE_NUMBER, xpath_position, true, false },
    { "", "round", 1, 1, TYPE_NUMBER, xpath_round, false, false },
    { "", "starts-with", 2, 2, TYPE_BOOLEAN, xpath_starts_with, false,
        false },
    { "", "string", 0, 1, TYPE_TEXT, xpath_string, false, false },
    { "", "string-length", 0, 1, TYPE_NUMBER, xpath_string_length, false,
        false },
    { "", "substring", 2, 3, TYPE_TEXT, xpath_substring, false, false },
    { "", "substring-after", 2, 2, TYPE_TEXT, xpath_substring_after, false,
        false },
    { "", "substring-before", 2, 2, TYPE_TEXT, xpath_substring_before, false,
        false },
    { "", "sum", 1, 1, TYPE_NUMBER, xpath_sum, false, false },
    { "", "translate", 3, 3, TYPE_TEXT, xpath_translate, false, false },
    { "", "true", 0, 0, TYPE_BOOLEAN, xpath_true, false, false },
    { COMMON, "node-set", 1, 1, TYPE_NODES, xpath_node_set, false, false },
    { SETS, "distinct", 1, 1, TYPE_NODES, xpath_distinct, false, false },
    { STRINGS, "encode-uri", 2, 2, TYPE_TEXT, xpath_encode_uri, false,
        false },
    { STRINGS, "tokenize", 1, 2, TYPE_NODES, xpath_tokenize, false, false },
};

static struct expr *new_call(struct pool *pool,
    const struct expr **arguments, size_t count)
{
    struct expr *expr = pool_new(pool, 1, sizeof *expr);

    expr->count = count;
    expr->arguments = pool_new(pool, count + 1, sizeof *expr->arguments);
    for (size_t k = 0; k < count; k++) {
        expr->arguments[k] = arguments[k];
        expr->uses_node |= arguments[k]->uses_node;
        expr->uses_position |= arguments[k]->uses_position;
        expr->uses_size |= arguments[k]->uses_size;
    }
    return expr;
}

static const struct function *find(const struct name *name)
{
    for (size_t k = 0; k < sizeof functions / sizeof *functions; k++)
        if (strcmp(functions[k].name, name->local) == 0
            && strcmp(functions[k].uri, name->uri) == 0)
            return &functions[k];
    return NULL;
}

/* key('name', …): the name is known when it is compiled. */
static const struct expr *call_of_key(struct scope *scope,
    const struct expr **arguments, size_t count)
{
    const char *prefix;

    if (count != 2 || arguments[0]->type != TYPE_TEXT
            || !arguments[0]->is_constant)
        give_up(scope->pool->out, "key() by a name that is computed", NULL);
    struct expr *expr = new_call(scope->pool, arguments, count);
    expr->evaluate = xpath_key;
    expr->uses_node = true;     /* its tree */
    expr->type = TYPE_NODES;
    expr->slot = scope->key(scope, scope_name(scope,
        arguments[0]->text.at, &prefix));
    return expr;
}

static const struct expr *call_of_exact(struct scope *scope,
    const struct name *name, const struct expr **arguments, size_t count)
{
    struct expr *expr = new_call(scope->pool, arguments, count);

    expr->foreign = exact_function(name->local);
    expr->evaluate = xpath_foreign;
    expr->uses_node = true;
    expr->type = TYPE_UNKNOWN;
    if (!expr->foreign)
        give_up(scope->pool->out, "an unknown function", name->local);
    return expr;
}

const struct expr *function_call(struct scope *scope,
    const struct name *name, const struct expr **arguments, size_t count)
{
    const struct function *function = find(name);

    if (strcmp(name->uri, EXACT_NAMESPACE) == 0)
        return call_of_exact(scope, name, arguments, count);
    if (!*name->uri && strcmp(name->local, "key") == 0)
        return call_of_key(scope, arguments, count);
    if (!*name->uri && strcmp(name->local, "document") == 0 && count == 1
            && arguments[0]->type == TYPE_TEXT)
        return scope->document(scope, arguments[0]);
    if (!function || count < function->least || count > function->most)
        give_up(scope->pool->out, "an unknown function", name->local);
    struct expr *expr = new_call(scope->pool, arguments, count);
    expr->evaluate = function->evaluate;
    expr->type = function->type;
    expr->uses_node |= count == 0 && function->most > 0;
    expr->uses_position |= function->uses_position;
    expr->uses_size |= function->uses_size;
    return expr;
}
