/* Expressions compiled for the elements of a submission in one array. */

#include "4_formulas/native.h"

#include <stdlib.h>
#include <string.h>
#include <libxml/xpathInternals.h>

#include "3_transform/submission.h"
#include "4_formulas/xpath/flats.h"
#include "4_formulas/xpath/foreign.h"
#include "4_formulas/xpath/function.h"

#define PROGRAM_FIRST 1024      /* bytes: most take less */
#define PROGRAM_MAX ((size_t)16 << 20)
#define RUN_MAX ((size_t)1 << 30)

/* Nodes that one evaluation may look at: as many as libxml2's steps. */
#define TESTS_MAX 300000000UL

struct native {
    struct pool pool;
    const struct expr *expr;
};

struct native_run {
    struct machine machine;
    struct way_out out;
    struct pool pool;           /* empty between evaluations */
    struct flats flats;
};

/* A variable of the context.  Strings are borrowed: it keeps them for longer
 * than an evaluation. */
static struct value variable_value(const struct expr *expr,
    struct context *context)
{
    xmlXPathObjectPtr found = xmlHashLookup2(
        context->machine->outer->varHash, BAD_CAST expr->name->local, NULL);

    if (!found)
        give_up(context->pool->out, "an unknown variable", NULL);
    if (found->type == XPATH_STRING)
        return value_text(text_of_string((const char *)found->stringval));
    return foreign_value(found, context->machine->flats, context->pool);
}

static const struct expr *read_variable(struct scope *scope,
    const struct name *name)
{
    struct expr *expr = pool_new(scope->pool, 1, sizeof *expr);

    if (*name->uri)
        give_up(scope->pool->out, "a variable with a prefix", NULL);
    expr->evaluate = variable_value;
    expr->type = TYPE_UNKNOWN;
    expr->name = name;
    return expr;
}

/* Functions with a prefix are looked up when they are called. */
static const struct expr *read_call(struct scope *scope,
    const struct name *name, const struct expr **arguments, size_t count)
{
    if (!*name->uri)
        return NULL;
    struct expr *call = function_foreign(scope, NULL, arguments, count);
    call->name = name;
    return call;
}

/* False where it was given up. */
static bool read_text(struct native *native, const char *text,
    struct way_out *out)
{
    struct names names;

    if (setjmp(out->back) != 0)
        return false;
    names_begin(&names, &native->pool, NULL);
    struct scope scope = { .pool = &native->pool, .names = &names,
        .only_elements = true, .variable = read_variable, .call = read_call };
    native->expr = expr_read(&scope, text);
    return true;
}

struct native *native_compile(const char *text)
{
    struct native *native = calloc(1, sizeof *native);
    struct way_out out;

    if (!native)
        return NULL;
    pool_begin(&native->pool, PROGRAM_MAX, &out);
    native->pool.first = PROGRAM_FIRST;
    bool good = read_text(native, text, &out);
    native->pool.out = NULL;
    if (good)
        return native;
    native_free(native);
    return NULL;
}

void native_free(struct native *native)
{
    if (native)
        pool_free(&native->pool);
    free(native);
}

bool native_refresh(struct native_run *run)
{
    struct flats **kept = submission_flats(run->machine.outer->doc);
    bool good = flats_read(&run->flats, run->machine.outer->doc);

    *kept = run->machine.flats = good ? &run->flats : NULL;
    return good;
}

struct native_run *native_begin(xmlXPathContextPtr context)
{
    struct native_run *run = context->doc && submission_flats(context->doc)
        ? calloc(1, sizeof *run) : NULL;

    if (!run)
        return NULL;
    pool_begin(&run->pool, RUN_MAX, &run->out);
    run->machine.outer = context;
    run->flats.pool = &run->pool;
    if (native_refresh(run))
        return run;
    native_end(run);
    return NULL;
}

void native_end(struct native_run *run)
{
    if (!run)
        return;
    *submission_flats(run->machine.outer->doc) = NULL;
    foreign_free(run->machine.foreign);
    flats_free(&run->flats);
    pool_free(&run->pool);
    free(run);
}

/* NULL where the work was given up. */
static xmlXPathObjectPtr attempt(const struct native *native,
    struct native_run *run, struct node *node)
{
    struct context context = { .machine = &run->machine, .node = node,
        .position = 1, .size = 1, .pool = &run->pool };

    run->machine.tests = TESTS_MAX;
    if (setjmp(run->out.back) != 0)
        return NULL;
    struct value value = expr_value(native->expr, &context);
    return foreign_object(&value, &run->pool);
}

xmlXPathObjectPtr native_evaluate(const struct native *native,
    struct native_run *run, xmlNodePtr node)
{
    struct node *flat = run->machine.flats && node
        ? flats_find(run->machine.flats, node) : NULL;

    if (!flat)
        return NULL;
    xmlXPathObjectPtr result = attempt(native, run, flat);
    pool_clear(&run->pool);
    return result;
}
