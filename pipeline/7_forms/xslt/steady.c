/* Which templates are steady: all are taken to be until one is seen to ask for
 * more than it is allowed, and those that hang on it. */

#include "7_forms/xslt/steady.h"

#include "4_formulas/xpath/functions.h"
#include "7_forms/xslt/calls.h"
#include "7_forms/xslt/instructions.h"

/* Whether the node at hand, with its place, and that of the instruction are
 * the same in each run: nodes of documents that the stylesheet names. */
struct sight {
    const struct program *program;
    bool node, current;
};

static bool is_steady(const struct expr *expr, struct sight sight);

static bool are_steady(const struct predicate *predicate, struct sight sight)
{
    sight.node = true;
    while (predicate && is_steady(predicate->expr, sight))
        predicate = predicate->next;
    return !predicate;
}

/* What it calls by itself, its parts aside. */
static bool is_known(const struct expr *expr, struct sight sight)
{
    if (expr->evaluate == global_value)
        return sight.program->globals[expr->slot].is_steady;
    if (expr->evaluate == xpath_current)
        return sight.current;
    return expr->evaluate != xpath_foreign
        && expr->evaluate != xpath_generate_id
        && expr->evaluate != document_value;
}

static bool is_steady(const struct expr *expr, struct sight sight)
{
    if (!expr)
        return true;
    if (!is_known(expr, sight) || (!sight.node && (expr->uses_node
            || expr->uses_position || expr->uses_size)))
        return false;
    for (size_t k = 0; k < expr->count; k++)
        if (!is_steady(expr->arguments[k], sight))
            return false;
    for (const struct step *step = expr->steps; step; step = step->next)
        if (!are_steady(step->predicates, sight))
            return false;
    return is_steady(expr->base, sight) && are_steady(expr->predicates, sight);
}

static bool do_pieces_hold(const struct piece_of_value *piece,
    struct sight sight)
{
    while (piece && is_steady(piece->expr, sight))
        piece = piece->next;
    return !piece;
}

static bool do_all_hold(const struct instruction *first, struct sight sight);

static bool do_bindings_hold(const struct binding *binding,
    struct sight sight)
{
    while (binding && is_steady(binding->select, sight)
            && do_all_hold(binding->content, sight))
        binding = binding->next;
    return !binding;
}

static bool do_sorts_hold(const struct sort *sort, struct sight sight)
{
    sight.node = sight.current = true;
    while (sort && is_steady(sort->select, sight))
        sort = sort->next;
    return !sort;
}

/* Whether what an instruction leads to is steady, where that is one. */
static bool does_lead_hold(const struct instruction *instruction,
    struct sight sight)
{
    const struct template *template = instruction->template;

    if (template)
        return sight.node && sight.current ? template->is_steady
            : template->is_apart;
    if (instruction->mode)
        return instruction->mode->is_steady
            && (instruction->expr || sight.node);
    return true;
}

static bool holds(const struct instruction *instruction, struct sight sight)
{
    const struct constructed_attribute *attribute = instruction->attributes;

    if (instruction->execute == run_message)
        return true;            /* nothing is made then */
    while (attribute && do_pieces_hold(attribute->value, sight))
        attribute = attribute->next;
    if (attribute || !is_steady(instruction->expr, sight)
            || !do_pieces_hold(instruction->value, sight)
            || !do_bindings_hold(instruction->bindings, sight)
            || !do_sorts_hold(instruction->sorts, sight)
            || !does_lead_hold(instruction, sight))
        return false;
    if (instruction->execute == run_for_each)
        sight.node = sight.current = true;
    return do_all_hold(instruction->content, sight);
}

static bool do_all_hold(const struct instruction *first, struct sight sight)
{
    while (first && holds(first, sight))
        first = first->next;
    return !first;
}

static bool does_template_hold(const struct template *template,
    struct sight sight)
{
    return do_bindings_hold(template->parameters, sight)
        && do_all_hold(template->content, sight);
}

static bool does_mode_hold(const struct mode *mode, struct sight sight)
{
    for (const struct matching *rule = mode->all; rule; rule = rule->next) {
        if (!rule->template->is_steady)
            return false;
        for (const struct step *step = rule->pattern->steps; step;
            step = step->next)
            if (!are_steady(step->predicates, sight))
                return false;
    }
    return true;
}

/* Takes a mark off what does not hold; whether it had it. */
static bool loses(bool *mark, bool does_hold)
{
    bool had = *mark;

    *mark = had && does_hold;
    return had && !does_hold;
}

static void mark_all(struct program *program)
{
    for (struct template *one = program->templates; one; one = one->next)
        one->is_steady = one->is_apart = true;
    for (struct mode *mode = program->modes; mode; mode = mode->next)
        mode->is_steady = true;
    for (size_t k = 0; k < program->global_count; k++)
        program->globals[k].is_steady = !program->globals[k].is_parameter;
}

/* Whether a mark was lost. */
static bool look_through(struct program *program)
{
    const struct sight all = { program, true, true };
    const struct sight none = { program, false, false };
    bool lost = false;

    for (struct template *one = program->templates; one; one = one->next) {
        lost |= loses(&one->is_steady, does_template_hold(one, all));
        lost |= loses(&one->is_apart, does_template_hold(one, none));
    }
    for (struct mode *mode = program->modes; mode; mode = mode->next)
        lost |= loses(&mode->is_steady, does_mode_hold(mode, all));
    for (size_t k = 0; k < program->global_count; k++) {
        struct global *global = &program->globals[k];
        lost |= loses(&global->is_steady,
            is_steady(global->binding.select, none)
            && do_all_hold(global->binding.content, none));
    }
    return lost;
}

/* Elements alone, which hang on nothing around them but namespaces. */
static bool makes_elements(const struct instruction *first)
{
    bool makes_one = false;

    for (; first && (first->execute == make_element
            || first->execute == run_variable); first = first->next)
        makes_one |= first->execute == make_element;
    return makes_one && !first;
}

void steady_find(struct program *program)
{
    mark_all(program);
    while (look_through(program)) {}
    for (struct template *one = program->templates; one; one = one->next)
        if (one->is_apart && one->name && makes_elements(one->content))
            one->keeping = keeping_new(&program->pool);
}
