/* The words and signs of an XPath expression. */

#include "4_formulas/xpath/token.h"

#include <string.h>

#define TOKENS_MAX 4000         /* so deep may an expression be evaluated */

/* Of two bytes at most; longer ones before those that they begin with. */
static const struct { const char *sign; enum token token; } signs[] = {
    { "::", TOKEN_COLONS }, { "//", TOKEN_SLASHES }, { "/", TOKEN_SLASH },
    { "..", TOKEN_DOTS }, { ".", TOKEN_DOT }, { "(", TOKEN_OPEN },
    { ")", TOKEN_CLOSE }, { "[", TOKEN_OPEN_SQUARE },
    { "]", TOKEN_CLOSE_SQUARE }, { "@", TOKEN_AT }, { ",", TOKEN_COMMA },
    { "|", TOKEN_BAR }, { "+", TOKEN_PLUS }, { "-", TOKEN_MINUS },
    { "!=", TOKEN_UNEQUAL }, { "=", TOKEN_EQUAL },
    { "<=", TOKEN_LESS_EQUAL }, { "<", TOKEN_LESS },
    { ">=", TOKEN_MORE_EQUAL }, { ">", TOKEN_MORE }, { "*", TOKEN_STAR },
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool begins_name(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
        || byte == '_' || (byte & 0x80);
}

static bool continues_name(char byte)
{
    return begins_name(byte) || is_digit(byte) || byte == '-' || byte == '.';
}

static void take(struct tokens *tokens, enum token token, size_t length)
{
    tokens->token = token;
    tokens->text = (struct text){ tokens->at, length };
    tokens->at += length;
}

static size_t word_length(const char *at)
{
    size_t length = 0;

    while (continues_name(at[length]))
        length++;
    return length;
}

/* "local", "prefix:local" or "prefix:*", but not "axis::". */
static size_t name_length(const char *at)
{
    size_t length = word_length(at);

    if (at[length] == ':' && begins_name(at[length + 1]))
        length += 1 + word_length(at + length + 1);
    else if (at[length] == ':' && at[length + 1] == '*')
        length += 2;
    return length;
}

static size_t number_length(const char *at)
{
    size_t length = 0;

    while (is_digit(at[length]))
        length++;
    if (at[length] == '.')
        length++;
    while (is_digit(at[length]))
        length++;
    return length;
}

static void take_literal(struct tokens *tokens)
{
    const char *end = strchr(tokens->at + 1, *tokens->at);

    if (!end)
        give_up(tokens->scope->pool->out, "a literal without an end",
            tokens->at);
    tokens->token = TOKEN_LITERAL;
    tokens->text = (struct text){ tokens->at + 1,
        (size_t)(end - tokens->at - 1) };
    tokens->at = end + 1;
}

static void take_sign(struct tokens *tokens)
{
    const char *at = tokens->at;

    for (size_t k = 0; k < sizeof signs / sizeof *signs; k++) {
        const char *sign = signs[k].sign;
        if (sign[0] == at[0] && (!sign[1] || sign[1] == at[1])) {
            take(tokens, signs[k].token, sign[1] ? 2 : 1);
            return;
        }
    }
    give_up(tokens->scope->pool->out, "an unknown sign", tokens->at);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static const char *skip_blanks(const char *at)
{
    while (is_blank(*at))
        at++;
    return at;
}

void tokens_next(struct tokens *tokens)
{
    const char *at = tokens->at = skip_blanks(tokens->at);

    if (tokens->count++ == TOKENS_MAX)
        give_up(tokens->scope->pool->out, "too long an expression", at);
    if (!*at)
        take(tokens, TOKEN_END, 0);
    else if (*at == '\'' || *at == '"')
        take_literal(tokens);
    else if (is_digit(*at) || (*at == '.' && is_digit(at[1])))
        take(tokens, TOKEN_NUMBER, number_length(at));
    else if (begins_name(*at))
        take(tokens, TOKEN_NAME, name_length(at));
    else if (*at == '$' && begins_name(at[1])) {
        tokens->at++;
        take(tokens, TOKEN_VARIABLE, name_length(tokens->at));
    } else
        take_sign(tokens);
}

void tokens_begin(struct tokens *tokens, struct scope *scope,
    const char *text)
{
    *tokens = (struct tokens){ .scope = scope, .at = text };
    tokens_next(tokens);
}

bool tokens_take(struct tokens *tokens, enum token token)
{
    bool is_so = tokens->token == token;

    if (is_so)
        tokens_next(tokens);
    return is_so;
}

void tokens_want(struct tokens *tokens, enum token token)
{
    if (!tokens_take(tokens, token))
        give_up(tokens->scope->pool->out, "not an expression",
            tokens->text.at);
}

bool tokens_are_at(const struct tokens *tokens, const char *word)
{
    return tokens->token == TOKEN_NAME
        && tokens->text.length == strlen(word)
        && memcmp(tokens->text.at, word, tokens->text.length) == 0;
}

bool tokens_call_next(const struct tokens *tokens)
{
    return *skip_blanks(tokens->at) == '(';
}

bool tokens_colons_next(const struct tokens *tokens)
{
    const char *at = skip_blanks(tokens->at);

    return at[0] == ':' && at[1] == ':';
}
