/* Steps of location paths, read by their grammar. */

#include <string.h>

#include "4_formulas/xpath/predicate.h"
#include "4_formulas/xpath/reader.h"

_Noreturn void reader_refuse(struct reader *reader, const char *why)
{
    give_up(reader->tokens.scope->pool->out, why, reader->tokens.text.at);
}

const char *reader_copy(struct reader *reader, struct text text)
{
    return pool_copy(reader->tokens.scope->pool, text.at, text.length);
}

static void note_predicate(struct step *step, const struct expr *expr)
{
    bool by_place = expr->type == TYPE_NUMBER || expr->type == TYPE_UNKNOWN;

    step->needs_place |= by_place || expr->uses_position || expr->uses_size;
    step->needs_size |= expr->uses_size;
}

void predicates_read(struct reader *reader, struct step *step)
{
    struct predicate **last = &step->predicates;
    size_t count = 0;

    while (tokens_take(&reader->tokens, TOKEN_OPEN_SQUARE)) {
        struct predicate *predicate = pool_new(reader->tokens.scope->pool, 1,
            sizeof *predicate);
        if (++count > PREDICATES_MAX)
            reader_refuse(reader, "too many predicates");
        predicate->expr = reader->any(reader);
        tokens_want(&reader->tokens, TOKEN_CLOSE_SQUARE);
        note_predicate(step, predicate->expr);
        predicate_note(predicate);
        *last = predicate;
        last = &predicate->next;
    }
    const struct expr *first = step->predicates ? step->predicates->expr
        : NULL;
    if (first && first->is_constant && first->type == TYPE_NUMBER
            && first->number >= 1 && first->number < 1e9
            && first->number == (double)(size_t)first->number)
        step->last = (size_t)first->number;
    step->wanted = count == 1 ? step->last : 0;
}

static const struct { const char *name; enum axis axis; } axes[] = {
    { "ancestor", AXIS_ANCESTOR },
    { "ancestor-or-self", AXIS_ANCESTOR_OR_SELF },
    { "attribute", AXIS_ATTRIBUTE }, { "child", AXIS_CHILD },
    { "descendant", AXIS_DESCENDANT },
    { "descendant-or-self", AXIS_DESCENDANT_OR_SELF },
    { "following-sibling", AXIS_FOLLOWING_SIBLING },
    { "parent", AXIS_PARENT },
    { "preceding-sibling", AXIS_PRECEDING_SIBLING }, { "self", AXIS_SELF },
};

static enum axis read_axis(struct reader *reader)
{
    struct tokens *tokens = &reader->tokens;

    if (tokens_take(tokens, TOKEN_AT))
        return AXIS_ATTRIBUTE;
    if (tokens->token != TOKEN_NAME || !tokens_colons_next(tokens))
        return AXIS_CHILD;
    if (reader->is_pattern && !reader->depth
            && tokens_are_at(tokens, "descendant"))
        reader_refuse(reader, "a pattern of another kind");
    for (size_t k = 0; k < sizeof axes / sizeof *axes; k++)
        if (tokens_are_at(tokens, axes[k].name)) {
            tokens_next(tokens);
            tokens_next(tokens);
            return axes[k].axis;
        }
    reader_refuse(reader, "an axis that is not known");
}

static const struct { const char *name; enum test test; } kinds[] = {
    { "node", TEST_NODE }, { "text", TEST_TEXT },
    { "comment", TEST_COMMENT }, { "processing-instruction",
        TEST_INSTRUCTION },
};

/* Any other name before ( is a function's. */
static bool is_kind(const struct tokens *tokens, enum test *test)
{
    if (tokens->token != TOKEN_NAME || !tokens_call_next(tokens))
        return false;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        if (tokens_are_at(tokens, kinds[k].name)) {
            *test = kinds[k].test;
            return true;
        }
    return false;
}

static void read_name_test(struct reader *reader, struct step *step)
{
    struct scope *scope = reader->tokens.scope;
    struct text text = reader->tokens.text;
    const char *name = reader_copy(reader, text), *prefix;

    tokens_want(&reader->tokens, TOKEN_NAME);
    if (text.length > 2 && strcmp(name + text.length - 2, ":*") == 0) {
        step->test = TEST_SPACE;
        step->uri = scope_uri(scope, pool_copy(scope->pool, name,
            text.length - 2));
        return;
    }
    step->test = TEST_NAME;
    step->name = scope_name(scope, name, &prefix);
}

struct step *step_new(struct reader *reader, enum axis axis,
    enum test test)
{
    struct step *step = pool_new(reader->tokens.scope->pool, 1,
        sizeof *step);

    step->axis = axis;
    step->test = test;
    step->principal = axis == AXIS_ATTRIBUTE ? NODE_ATTRIBUTE : NODE_ELEMENT;
    return step;
}

/* Whether the step asks for no node but elements and attributes. */
static bool is_of_elements(const struct step *step)
{
    return step->test == TEST_ANY
        || (step->test == TEST_NAME && !*step->name->uri)
        || (step->test == TEST_NODE && (step->axis == AXIS_SELF
            || step->axis == AXIS_PARENT || step->axis == AXIS_ANCESTOR
            || step->axis == AXIS_ANCESTOR_OR_SELF));
}

static struct step *read_step(struct reader *reader)
{
    struct tokens *tokens = &reader->tokens;

    if (tokens_take(tokens, TOKEN_DOT))
        return step_new(reader, AXIS_SELF, TEST_NODE);
    if (tokens_take(tokens, TOKEN_DOTS))
        return step_new(reader, AXIS_PARENT, TEST_NODE);
    struct step *step = step_new(reader, read_axis(reader), TEST_ANY);
    if (is_kind(tokens, &step->test)) {
        tokens_next(tokens);
        tokens_want(tokens, TOKEN_OPEN);
        tokens_want(tokens, TOKEN_CLOSE);
    } else if (!tokens_take(tokens, TOKEN_STAR)) {
        read_name_test(reader, step);
    }
    if (tokens->scope->only_elements && !is_of_elements(step))
        reader_refuse(reader, "a step to other nodes than elements");
    predicates_read(reader, step);
    return step;
}

/* "//" is a step of its own, but where it and a child are a descendant. */
static struct step **add_after_slashes(struct reader *reader,
    struct step **last, struct step *step)
{
    if (step->axis == AXIS_CHILD && !step->needs_place) {
        step->axis = AXIS_DESCENDANT;
    } else {
        if (reader->tokens.scope->only_elements && step->axis != AXIS_CHILD
                && step->axis != AXIS_ATTRIBUTE
                && step->axis != AXIS_DESCENDANT)
            reader_refuse(reader, "a step from texts");
        *last = step_new(reader, AXIS_DESCENDANT_OR_SELF, TEST_NODE);
        last = &(*last)->next;
    }
    *last = step;
    return &step->next;
}

void steps_read(struct reader *reader, struct step **last,
    enum token slashes)
{
    do {
        struct step *step = read_step(reader);
        if (slashes == TOKEN_SLASHES) {
            last = add_after_slashes(reader, last, step);
        } else {
            *last = step;
            last = &step->next;
        }
        slashes = reader->tokens.token;
    } while (tokens_take(&reader->tokens, TOKEN_SLASH)
        || tokens_take(&reader->tokens, TOKEN_SLASHES));
}

bool steps_begin(const struct tokens *tokens)
{
    enum test test;

    return tokens->token == TOKEN_STAR || tokens->token == TOKEN_AT
        || tokens->token == TOKEN_DOT || tokens->token == TOKEN_DOTS
        || (tokens->token == TOKEN_NAME && (is_kind(tokens, &test)
            || !tokens_call_next(tokens)));
}
