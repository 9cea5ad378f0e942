/* Instructions that choose, repeat and call. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "7_forms/xslt/fragment.h"
#include "7_forms/xslt/instructions.h"
#include "7_forms/xslt/steady.h"

/* A parameter that is passed. */
struct passed {
    const struct name *name;
    struct value value;
};

struct passing {
    const struct passed *passed;
    size_t count;
};

struct value binding_value(const struct binding *binding,
    struct context *context)
{
    if (binding->select)
        return expr_value(binding->select, context);
    if (!binding->content)
        return value_text((struct text){ "", 0 });
    return (struct value){ .type = TYPE_FRAGMENT,
        .fragment = fragment_of(binding->content, context) };
}

struct value local_value(const struct expr *expr, struct context *context)
{
    return context->slots[expr->slot];
}

/* In the memory of globals, as from the root of the source. */
struct value global_value(const struct expr *expr, struct context *context)
{
    struct run *run = context->run;
    const struct global *global = &run->program->globals[expr->slot];
    struct value *value = &run->globals[expr->slot];

    if (value->type != TYPE_UNSET)
        return *value;
    if (run->being_made[expr->slot])
        give_up(context->pool->out, "a variable of itself", NULL);
    run->being_made[expr->slot] = true;
    struct context outer = { .machine = &run->machine, .run = run,
        .node = run->source.root,
        .current = run->source.root, .position = 1, .size = 1,
        .pool = &run->lasting };
    outer.slots = pool_new(&run->kept, global->slots + 1,
        sizeof *outer.slots);
    *value = binding_value(&global->binding, &outer);
    run->globals_made++;
    return *value;
}

void run_if(const struct instruction *instruction, struct context *context)
{
    if (expr_is_true(instruction->expr, context))
        instructions_execute(instruction->content, context);
}

void run_choose(const struct instruction *instruction,
    struct context *context)
{
    const struct instruction *when = instruction->content;

    while (when && when->expr && !expr_is_true(when->expr, context))
        when = when->next;
    if (when)
        instructions_execute(when->content, context);
}

void run_variable(const struct instruction *instruction,
    struct context *context)
{
    const struct binding *binding = instruction->bindings;

    context->slots[binding->slot] = binding_value(binding, context);
}

void run_message(const struct instruction *instruction,
    struct context *context)
{
    (void)instruction;
    give_up(context->pool->out, "a message", NULL);
}

/* What one node is sorted by. */
struct sorted {
    struct node *node;
    size_t place;
    union { struct text text; double number; } *keys;
    const struct sort *sorts;
};

static int compare_text(struct text a, struct text b)
{
    size_t length = a.length < b.length ? a.length : b.length;
    int order = memcmp(a.at, b.at, length);

    return order ? order : (a.length > b.length) - (a.length < b.length);
}

/* What is no number comes first. */
static int compare_number(double a, double b)
{
    if (isnan(a) || isnan(b))
        return !isnan(a) - !isnan(b);
    return (a > b) - (a < b);
}

static int compare_sorted(const void *left, const void *right)
{
    const struct sorted *a = left, *b = right;
    size_t k = 0;

    for (const struct sort *sort = a->sorts; sort; sort = sort->next, k++) {
        int order = sort->by_number ? compare_number(a->keys[k].number,
            b->keys[k].number) : compare_text(a->keys[k].text,
            b->keys[k].text);
        if (order)
            return sort->descending ? -order : order;
    }
    return (a->place > b->place) - (a->place < b->place);
}

static struct nodes sort_nodes(struct nodes nodes, const struct sort *sorts,
    const struct context *outer)
{
    struct context context = *outer;
    struct nodes ordered = { 0 };
    size_t count = 0;

    for (const struct sort *sort = sorts; sort; sort = sort->next)
        count++;
    struct sorted *all = pool_new(context.pool, nodes.count + 1,
        sizeof *all);
    context.size = nodes.count;
    for (size_t k = 0; k < nodes.count; k++) {
        size_t m = 0;
        all[k] = (struct sorted){ nodes.at[k], k, pool_new(context.pool,
            count, sizeof *all->keys), sorts };
        context.node = context.current = nodes.at[k];
        context.position = k + 1;
        for (const struct sort *sort = sorts; sort; sort = sort->next, m++)
            if (sort->by_number)
                all[k].keys[m].number = expr_number(sort->select, &context);
            else
                all[k].keys[m].text = expr_text(sort->select, &context);
    }
    qsort(all, nodes.count, sizeof *all, compare_sorted);
    for (size_t k = 0; k < nodes.count; k++)
        nodes_add(&ordered, all[k].node, context.pool);
    return ordered;
}

static struct nodes nodes_for(const struct instruction *instruction,
    const struct context *context)
{
    struct context inner = *context;
    struct nodes nodes = expr_nodes(instruction->expr, &inner);

    return instruction->sorts
        ? sort_nodes(nodes, instruction->sorts, context) : nodes;
}

void run_for_each(const struct instruction *instruction,
    struct context *context)
{
    struct nodes nodes = nodes_for(instruction, context);
    struct context inner = *context;

    inner.size = nodes.count;
    for (size_t k = 0; k < nodes.count; k++) {
        struct frame frame = frame_begin(context);
        inner.node = inner.current = nodes.at[k];
        inner.position = k + 1;
        instructions_execute(instruction->content, &inner);
        frame_end(context, frame);
    }
}

static struct passing pass(const struct instruction *instruction,
    struct context *context)
{
    size_t count = 0, k = 0;

    for (const struct binding *binding = instruction->bindings; binding;
        binding = binding->next)
        count++;
    if (!count)
        return (struct passing){ NULL, 0 };
    struct passed *passed = pool_get(context->pool, count * sizeof *passed);
    for (const struct binding *binding = instruction->bindings; binding;
        binding = binding->next, k++)
        passed[k] = (struct passed){ binding->name,
            binding_value(binding, context) };
    return (struct passing){ passed, count };
}

static const struct passed *find_passed(const struct passing *passing,
    const struct name *name)
{
    for (size_t k = 0; k < passing->count; k++)
        if (passing->passed[k].name == name)
            return &passing->passed[k];
    return NULL;
}

/* The context's node is the template's. */
static void invoke(const struct template *template, struct context *context,
    const struct passing *passing)
{
    struct frame frame = frame_begin(context);

    context->slots = pool_get(context->pool,
        (template->slots + 1) * sizeof *context->slots);
    for (const struct binding *parameter = template->parameters; parameter;
        parameter = parameter->next) {
        const struct passed *passed = find_passed(passing, parameter->name);
        context->slots[parameter->slot] = passed ? passed->value
            : binding_value(parameter, context);
    }
    instructions_execute(template->content, context);
    frame_end(context, frame);
}

static const struct matching *rules_of(const struct mode *mode,
    const struct node *node)
{
    const struct named_rules *named = node->name
        ? mode->named[node->name->hash % NAMED_SLOTS] : NULL;

    while (named && (named->name != node->name || named->kind != node->kind))
        named = named->next;
    return named ? named->rules : mode->by_kind[node->kind];
}

static void process(struct context *context, const struct mode *mode,
    const struct passing *passing);

static void process_children(const struct context *outer,
    const struct mode *mode, const struct passing *passing)
{
    struct context context = *outer;

    if (++context.run->depth > DEPTH_MAX)
        give_up(context.pool->out, "recursion", NULL);
    context.position = context.size = 0;
    for (const struct node *node = outer->node->first; node;
        node = node->next)
        context.size++;
    for (struct node *node = outer->node->first; node; node = node->next) {
        struct context inner = context;
        inner.node = inner.current = node;
        inner.position = ++context.position;
        process(&inner, mode, passing);
    }
    context.run->depth--;
}

/* The context's node, by the best rule that takes it. */
static void process(struct context *context, const struct mode *mode,
    const struct passing *passing)
{
    struct node *node = context->node;

    for (const struct matching *rule = rules_of(mode, node); rule;
        rule = rule->next)
        if (pattern_takes(rule->pattern, node, context)) {
            invoke(rule->template, context, passing);
            return;
        }
    if (node->kind <= NODE_ELEMENT)
        process_children(context, mode, passing);
    else if (node->kind == NODE_TEXT || node->kind == NODE_ATTRIBUTE)
        result_text(context->run->result, node_text(node));
}

void run_apply(const struct instruction *instruction,
    struct context *context)
{
    struct passing passing = pass(instruction, context);

    if (!instruction->expr) {
        process_children(context, instruction->mode, &passing);
        return;
    }
    struct nodes nodes = nodes_for(instruction, context);
    for (size_t k = 0; k < nodes.count; k++) {
        struct context inner = *context;
        inner.node = inner.current = nodes.at[k];
        inner.position = k + 1;
        inner.size = nodes.count;
        process(&inner, instruction->mode, &passing);
    }
}

static void call(const struct instruction *instruction,
    struct context *context)
{
    struct passing passing = pass(instruction, context);
    struct context inner = *context;

    invoke(instruction->template, &inner, &passing);
}

void run_call(const struct instruction *instruction, struct context *context)
{
    struct result *result = context->run->result;
    struct steady_call steady;

    if (!instruction->template->keeping || instruction->bindings) {
        call(instruction, context);
    } else if (!steady_begin(&steady, instruction->template, result)) {
        call(instruction, context);
        steady_end(&steady, result);
    }
}

void node_process(struct node *node, const struct mode *mode,
    const struct context *context)
{
    struct passing none = { NULL, 0 };
    struct context inner = *context;

    inner.node = inner.current = node;
    inner.position = inner.size = 1;
    process(&inner, mode, &none);
}
