/* Expressions of XPath 1.0, read by their grammar. */

#include "4_formulas/xpath/function.h"
#include "4_formulas/xpath/operator.h"
#include "4_formulas/xpath/path.h"
#include "4_formulas/xpath/reader.h"

#define ARGUMENTS_MAX 64
#define DEPTH_MAX 200           /* of brackets */

static struct expr *new_path(struct reader *reader)
{
    struct expr *path = pool_new(reader->tokens.scope->pool, 1,
        sizeof *path);

    path->evaluate = path_evaluate;
    path->type = TYPE_NODES;
    return path;
}

static const struct expr *read_call(struct reader *reader)
{
    const struct expr *arguments[ARGUMENTS_MAX];
    struct scope *scope = reader->tokens.scope;
    const char *prefix;
    const struct name *name = scope_name(scope, reader_copy(reader,
        reader->tokens.text), &prefix);
    size_t count = 0;

    tokens_next(&reader->tokens);
    tokens_want(&reader->tokens, TOKEN_OPEN);
    if (reader->tokens.token != TOKEN_CLOSE)
        do {
            if (count == ARGUMENTS_MAX)
                reader_refuse(reader, "too many arguments");
            arguments[count++] = reader->any(reader);
        } while (tokens_take(&reader->tokens, TOKEN_COMMA));
    tokens_want(&reader->tokens, TOKEN_CLOSE);
    return function_call(scope, name, arguments, count);
}

static const struct expr *read_primary(struct reader *reader)
{
    struct tokens *tokens = &reader->tokens;
    struct scope *scope = tokens->scope;
    struct text text = tokens->text;
    const struct expr *expr;
    const char *prefix;

    switch (tokens->token) {
    case TOKEN_NUMBER:
        tokens_next(tokens);
        return operator_number(scope->pool,
            number_of_text(text, scope->pool));
    case TOKEN_LITERAL:
        tokens_next(tokens);
        return operator_literal(scope->pool, (struct text){
            reader_copy(reader, text), text.length });
    case TOKEN_VARIABLE:
        tokens_next(tokens);
        return scope->variable(scope, scope_name(scope,
            reader_copy(reader, text), &prefix));
    case TOKEN_OPEN:
        tokens_next(tokens);
        expr = reader->any(reader);
        tokens_want(tokens, TOKEN_CLOSE);
        return expr;
    default:
        return read_call(reader);
    }
}

static bool begins_primary(const struct tokens *tokens)
{
    return tokens->token == TOKEN_NUMBER || tokens->token == TOKEN_LITERAL
        || tokens->token == TOKEN_VARIABLE || tokens->token == TOKEN_OPEN
        || (tokens->token == TOKEN_NAME && !steps_begin(tokens));
}

/* A primary expression, perhaps with predicates and steps. */
static const struct expr *read_filtered(struct reader *reader)
{
    struct tokens *tokens = &reader->tokens;
    const struct expr *base = read_primary(reader);
    struct step filter = { .axis = AXIS_SELF };

    predicates_read(reader, &filter);
    enum token slashes = tokens->token;
    if (!filter.predicates && slashes != TOKEN_SLASH
            && slashes != TOKEN_SLASHES)
        return base;
    struct expr *path = path_of_base(tokens->scope->pool, base,
        filter.predicates);
    if (tokens_take(tokens, TOKEN_SLASH)
            || tokens_take(tokens, TOKEN_SLASHES))
        steps_read(reader, &path->steps, slashes);
    path->walking = path->steps ? &path_walking : NULL;
    return path;
}

static const struct expr *read_path(struct reader *reader)
{
    struct tokens *tokens = &reader->tokens;
    enum token slashes = tokens->token;

    if (begins_primary(tokens))
        return read_filtered(reader);
    struct expr *path = new_path(reader);
    path->from_root = tokens_take(tokens, TOKEN_SLASH)
        || tokens_take(tokens, TOKEN_SLASHES);
    if (steps_begin(tokens))
        steps_read(reader, &path->steps, slashes);
    else if (slashes != TOKEN_SLASH)
        reader_refuse(reader, "not an expression");
    else
        path->steps = step_new(reader, AXIS_SELF, TEST_NODE);
    path->walking = &path_walking;
    path->uses_node = true;
    return path;
}

static const struct expr *read_union(struct reader *reader)
{
    const struct expr *left = read_path(reader);

    while (tokens_take(&reader->tokens, TOKEN_BAR))
        left = operator_call(reader->tokens.scope->pool, OPERATOR_UNION,
            left, read_path(reader));
    return left;
}

static const struct expr *read_unary(struct reader *reader)
{
    if (tokens_take(&reader->tokens, TOKEN_MINUS))
        return operator_negate(reader->tokens.scope->pool,
            read_unary(reader));
    return read_union(reader);
}

/* Operators by how loosely they bind. */
struct binary {
    unsigned level;
    enum token token;           /* TOKEN_NAME: the word */
    const char *word;
    enum operator operator;
};

static const struct binary binary[] = {
    { 0, TOKEN_NAME, "or", OPERATOR_OR },
    { 1, TOKEN_NAME, "and", OPERATOR_AND },
    { 2, TOKEN_EQUAL, NULL, OPERATOR_EQUAL },
    { 2, TOKEN_UNEQUAL, NULL, OPERATOR_UNEQUAL },
    { 3, TOKEN_LESS, NULL, OPERATOR_LESS },
    { 3, TOKEN_LESS_EQUAL, NULL, OPERATOR_LESS_EQUAL },
    { 3, TOKEN_MORE, NULL, OPERATOR_MORE },
    { 3, TOKEN_MORE_EQUAL, NULL, OPERATOR_MORE_EQUAL },
    { 4, TOKEN_PLUS, NULL, OPERATOR_ADD },
    { 4, TOKEN_MINUS, NULL, OPERATOR_SUBTRACT },
    { 5, TOKEN_STAR, NULL, OPERATOR_MULTIPLY },
    { 5, TOKEN_NAME, "div", OPERATOR_DIVIDE },
    { 5, TOKEN_NAME, "mod", OPERATOR_MODULO },
};

/* The operator at hand; NULL: none. */
static const struct binary *find_operator(const struct tokens *tokens)
{
    for (size_t k = 0; k < sizeof binary / sizeof *binary; k++)
        if (binary[k].token == tokens->token && (!binary[k].word
                || tokens_are_at(tokens, binary[k].word)))
            return &binary[k];
    return NULL;
}

/* Operands joined by operators that bind as this level does, or more. */
static const struct expr *read_level(struct reader *reader, unsigned level)
{
    const struct expr *left = read_unary(reader);
    const struct binary *found;

    while ((found = find_operator(&reader->tokens))
            && found->level >= level) {
        tokens_next(&reader->tokens);
        left = operator_call(reader->tokens.scope->pool, found->operator,
            left, read_level(reader, found->level + 1));
    }
    return left;
}

const struct expr *expr_read_any(struct reader *reader)
{
    if (++reader->depth > DEPTH_MAX)
        reader_refuse(reader, "too deep an expression");
    const struct expr *expr = read_level(reader, 0);
    reader->depth--;
    return expr;
}

const struct expr *expr_read(struct scope *scope, const char *text)
{
    struct reader reader = { .any = expr_read_any };

    tokens_begin(&reader.tokens, scope, text);
    const struct expr *expr = expr_read_any(&reader);
    tokens_want(&reader.tokens, TOKEN_END);
    return expr;
}

