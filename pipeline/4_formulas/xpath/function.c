/* The functions that all expressions may call. */

#include "4_formulas/xpath/function.h"

#include <string.h>

#include "4_formulas/exact.h"
#include "4_formulas/xpath/functions.h"

/* By name; arguments from to, what they give, what gives it. */
static const struct function functions[] = {
    { "", "boolean", 1, 1, TYPE_BOOLEAN, xpath_boolean, false, false },
    { "", "ceiling", 1, 1, TYPE_NUMBER, xpath_ceiling, false, false },
    { "", "concat", 2, ANY_COUNT, TYPE_TEXT, xpath_concat, false, false },
    { "", "contains", 2, 2, TYPE_BOOLEAN, xpath_contains, false, false },
    { "", "count", 1, 1, TYPE_NUMBER, xpath_count, false, false },
    { "", "false", 0, 0, TYPE_BOOLEAN, xpath_false, false, false },
    { "", "floor", 1, 1, TYPE_NUMBER, xpath_floor, false, false },
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
    { EXACT_NAMESPACE, "tag", 1, 1, TYPE_TEXT, xpath_tag, false, false },
};

struct expr *function_new_call(struct pool *pool,
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

static const struct function *find(const struct function *table,
    size_t length, const struct name *name)
{
    for (size_t k = 0; k < length; k++)
        if (*table[k].name == *name->local
            && strcmp(table[k].name, name->local) == 0
            && strcmp(table[k].uri, name->uri) == 0)
            return &table[k];
    return NULL;
}

const struct expr *function_of_table(const struct function *table,
    size_t length, struct scope *scope, const struct name *name,
    const struct expr **arguments, size_t count)
{
    const struct function *function = find(table, length, name);

    if (!function || count < function->least || count > function->most)
        return NULL;
    struct expr *expr = function_new_call(scope->pool, arguments, count);
    expr->evaluate = function->evaluate;
    expr->type = function->type;
    expr->uses_node |= count == 0 && function->most > 0;
    expr->uses_position |= function->uses_position;
    expr->uses_size |= function->uses_size;
    return expr;
}

struct expr *function_foreign(struct scope *scope,
    xmlXPathFunction function, const struct expr **arguments, size_t count)
{
    struct expr *expr = function_new_call(scope->pool, arguments, count);

    expr->foreign = function;
    expr->evaluate = xpath_foreign;
    expr->uses_node = true;
    expr->type = TYPE_UNKNOWN;
    return expr;
}

const struct expr *function_call(struct scope *scope,
    const struct name *name, const struct expr **arguments, size_t count)
{
    const struct expr *call = function_of_table(functions,
        sizeof functions / sizeof *functions, scope, name, arguments, count);
    xmlXPathFunction exact = !call && strcmp(name->uri, EXACT_NAMESPACE) == 0
        ? exact_function(name->local) : NULL;

    if (exact)
        return function_foreign(scope, exact, arguments, count);
    if (!call && scope->call)
        call = scope->call(scope, name, arguments, count);
    if (!call)
        give_up(scope->pool->out, "an unknown function", name->local);
    return call;
}
