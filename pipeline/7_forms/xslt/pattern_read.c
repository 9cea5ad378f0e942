/* Patterns of XSLT 1.0, read by their grammar. */

#include "4_formulas/xpath/reader.h"
#include "7_forms/xslt/pattern.h"

static double priority_of(const struct step *step)
{
    if (step->next || step->predicates)
        return 0.5;
    return step->test == TEST_NAME ? 0 : step->test == TEST_SPACE ? -0.25
        : -0.5;
}

/* Steps turned round: what was before each, stands behind it.  An axis tells
 * then where the step before stands: descendant, anywhere above. */
static struct step *turn(struct reader *reader, struct step *step)
{
    struct step *turned = NULL;

    for (struct step *next; step; step = next) {
        next = step->next;
        if ((step->axis != AXIS_CHILD && step->axis != AXIS_ATTRIBUTE
                && step->axis != AXIS_DESCENDANT)
                || (step->axis == AXIS_ATTRIBUTE && step->needs_place))
            reader_refuse(reader, "a pattern of another kind");
        step->next = turned;
        turned = step;
    }
    return turned;
}

static struct pattern *read_alternative(struct reader *reader)
{
    struct tokens *tokens = &reader->tokens;
    struct pattern *pattern = pool_new(tokens->scope->pool, 1,
        sizeof *pattern);
    enum token slashes = tokens->token;
    struct step *steps = NULL;

    pattern->is_anchored = tokens_take(tokens, TOKEN_SLASH)
        || tokens_take(tokens, TOKEN_SLASHES);
    pattern->is_root = slashes == TOKEN_SLASH && !steps_begin(tokens);
    pattern->priority = 0.5;
    if (pattern->is_root) {
        pattern->priority = -0.5;
        return pattern;
    }
    steps_read(reader, &steps, slashes);
    if (!pattern->is_anchored)
        pattern->priority = priority_of(steps);
    pattern->steps = turn(reader, steps);
    return pattern;
}

struct pattern *pattern_read(struct scope *scope, const char *text)
{
    struct reader reader = { .any = expr_read_any, .is_pattern = true };
    struct pattern *first = NULL, **last = &first;

    tokens_begin(&reader.tokens, scope, text);
    do {
        *last = read_alternative(&reader);
        last = &(*last)->next;
    } while (tokens_take(&reader.tokens, TOKEN_BAR));
    tokens_want(&reader.tokens, TOKEN_END);
    return first;
}
