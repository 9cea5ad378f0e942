/* Expressions compiled for the elements of a submission in one array. */

#include "4_formulas/native.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <libxml/xpathInternals.h>

#include "3_transform/submission.h"
#include "4_formulas/xpath/flats.h"
#include "4_formulas/xpath/foreign.h"
#include "4_formulas/xpath/function.h"
#include "4_formulas/xpath/path.h"
#include "4_formulas/xpath/predicate.h"

#define PROGRAM_FIRST 1024      /* bytes: most take less */
#define PROGRAM_MAX ((size_t)16 << 20)
#define RUN_MAX ((size_t)1 << 30)

/* Nodes that one evaluation may look at, seconds of work. */
#define TESTS_MAX 300000000UL

struct native {
    struct pool pool;
    const struct expr *expr;
};

/* The nodes of an object, which libxml2 has, in the array. */
struct known {
    xmlXPathObjectPtr object;   /* NULL: none */
    struct nodes nodes;
};

#define KNOWN_SETS 256

struct native_run {
    struct machine machine;     /* first: it is what an expression knows */
    struct way_out out;
    struct pool pool;           /* empty between evaluations */
    struct flats flats;
    struct known result;        /* of the last evaluation, its nodes malloc'd */
    struct known sets[KNOWN_SETS];      /* that last, likewise */
};

static struct known *place_of(struct native_run *run,
    xmlXPathObjectPtr object)
{
    uintptr_t place = (uintptr_t)object;

    return &run->sets[(place >> 4 ^ place >> 11) % KNOWN_SETS];
}

static void forget(struct known *known)
{
    free(known->nodes.at);
    *known = (struct known){0};
}

/* An object may be at the place of one that is no more. */
static bool has_nodes(xmlXPathObjectPtr object, const struct known *known)
{
    const struct nodes *nodes = &known->nodes;
    const xmlNodeSet *set = object->nodesetval;
    size_t count = object->type == XPATH_NODESET
        ? (size_t)xmlXPathNodeSetGetLength(set) : 0;

    return known->object == object && count > 0 && count == nodes->count
        && flat_origin(nodes->at[0]) == set->nodeTab[0]
        && flat_origin(nodes->at[count - 1]) == set->nodeTab[count - 1];
}

/* NULL where they have to be found. */
static const struct nodes *known_nodes(struct native_run *run,
    xmlXPathObjectPtr object)
{
    const struct known *known = place_of(run, object);

    return has_nodes(object, known) ? &known->nodes
        : has_nodes(object, &run->result) ? &run->result.nodes : NULL;
}

/* Attributes do not outlive an evaluation. */
static bool has_attribute(const struct nodes *nodes)
{
    size_t k = 0;

    while (k < nodes->count && nodes->at[k]->kind != NODE_FLAT_ATTRIBUTE)
        k++;
    return k < nodes->count;
}

static void remember(struct native_run *run, xmlXPathObjectPtr object,
    const struct value *value)
{
    size_t size = value->nodes.count * sizeof *value->nodes.at;
    struct node **at = malloc(size + 1);

    if (at && size)
        memcpy(at, value->nodes.at, size);
    if (at)
        run->result = (struct known){ object, { at, value->nodes.count,
            value->nodes.count } };
}

void native_forget(struct native_run *run)
{
    forget(&run->result);
}

void native_keep(struct native_run *run, xmlXPathObjectPtr object)
{
    struct known *place = place_of(run, object);

    if (run->result.object != object)
        return;
    forget(place);
    *place = run->result;
    run->result = (struct known){0};
}

/* A variable of the context.  Strings are borrowed: it keeps them for longer
 * than an evaluation. */
static struct value variable_value(const struct expr *expr,
    struct context *context)
{
    xmlXPathObjectPtr found = xmlHashLookup2(
        context->machine->outer->varHash, BAD_CAST expr->name->local, NULL);

    if (!found)
        give_up(context->pool->out, "an unknown variable", NULL);
    const struct nodes *nodes = known_nodes((struct native_run *)
        context->machine, found);
    if (nodes)
        return value_nodes(*nodes);
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

/* $variable[not(test)] */
static const struct expr *read_filter(struct scope *scope,
    const char *variable, const char *test)
{
    const struct expr *condition = expr_read(scope, test);
    struct predicate *predicate = pool_new(scope->pool, 1, sizeof *predicate);

    predicate->expr = function_call(scope, names_get(scope->names, "", "not"),
        &condition, 1);
    predicate_note(predicate);
    return path_of_base(scope->pool, read_variable(scope,
        names_get(scope->names, "", variable)), predicate);
}

/* False where it was given up.  variable NULL: it is no filter. */
static bool read_text(struct native *native, const char *variable,
    const char *text, struct way_out *out)
{
    struct names names;

    if (setjmp(out->back) != 0)
        return false;
    names_begin(&names, &native->pool, NULL);
    struct scope scope = { .pool = &native->pool, .names = &names,
        .only_elements = true, .variable = read_variable, .call = read_call };
    native->expr = variable ? read_filter(&scope, variable, text)
        : expr_read(&scope, text);
    return true;
}

struct native *native_compile_filter(const char *variable, const char *test)
{
    struct native *native = calloc(1, sizeof *native);
    struct way_out out;

    if (!native)
        return NULL;
    pool_begin(&native->pool, PROGRAM_MAX, &out);
    native->pool.first = PROGRAM_FIRST;
    bool good = read_text(native, variable, test, &out);
    native->pool.out = NULL;
    if (good)
        return native;
    native_free(native);
    return NULL;
}

struct native *native_compile(const char *text)
{
    return native_compile_filter(NULL, text);
}

void native_free(struct native *native)
{
    if (native)
        pool_free(&native->pool);
    free(native);
}

bool native_refresh(struct native_run *run)
{
    struct kept_flats *kept = submission_flats(run->machine.outer->doc);

    forget(&run->result);
    for (size_t k = 0; k < KNOWN_SETS; k++)
        forget(&run->sets[k]);
    bool good = (kept->flats == &run->flats && !kept->stale)
        || flats_read(&run->flats, run->machine.outer->doc);

    run->machine.flats = good ? &run->flats : NULL;
    *kept = (struct kept_flats){ .flats = run->machine.flats,
        .changed = flats_changed };
    return good;
}

void native_offer(struct native_run *run,
    const struct flat_function *functions, size_t count)
{
    run->machine.functions = functions;
    run->machine.function_count = count;
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
    forget(&run->result);
    for (size_t k = 0; k < KNOWN_SETS; k++)
        forget(&run->sets[k]);
    if (submission_flats(run->machine.outer->doc)->flats == &run->flats)
        submission_flats(run->machine.outer->doc)->flats = NULL;
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
    xmlXPathObjectPtr result = foreign_object(&value, &run->pool);
    forget(&run->result);
    if (result && value.type == TYPE_NODES && !has_attribute(&value.nodes))
        remember(run, result, &value);
    return result;
}

xmlXPathObjectPtr native_evaluate(const struct native *native,
    struct native_run *run, xmlNodePtr node)
{
    struct node *flat = run->machine.flats && node
        ? flats_find(run->machine.flats, node) : NULL;

    run->out.why = NULL;
    if (!flat)
        return NULL;
    xmlXPathObjectPtr result = attempt(native, run, flat);
    pool_clear(&run->pool);
    return result;
}

bool native_is_endless(const struct native_run *run)
{
    return run->out.why == too_many_steps || run->out.why == too_much_memory;
}
