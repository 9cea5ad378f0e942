#ifndef TOKEN_H
#define TOKEN_H

/* The words and signs of an XPath expression, one after the other. */

#include "4_formulas/xpath/scope.h"

enum token { TOKEN_END, TOKEN_NUMBER, TOKEN_LITERAL, TOKEN_NAME,
    TOKEN_VARIABLE, TOKEN_OPEN, TOKEN_CLOSE, TOKEN_OPEN_SQUARE,
    TOKEN_CLOSE_SQUARE, TOKEN_DOT, TOKEN_DOTS, TOKEN_AT, TOKEN_COMMA,
    TOKEN_COLONS, TOKEN_SLASH, TOKEN_SLASHES, TOKEN_BAR, TOKEN_PLUS,
    TOKEN_MINUS, TOKEN_EQUAL, TOKEN_UNEQUAL, TOKEN_LESS, TOKEN_LESS_EQUAL,
    TOKEN_MORE, TOKEN_MORE_EQUAL, TOKEN_STAR };

struct tokens {
    struct scope *scope;
    const char *at;             /* behind the token at hand */
    unsigned count;             /* of tokens so far */
    enum token token;
    struct text text;           /* of a literal, number or name; a name may
                                   be "prefix:*" */
};

void tokens_begin(struct tokens *tokens, struct scope *scope,
    const char *text);
void tokens_next(struct tokens *tokens);
bool tokens_take(struct tokens *tokens, enum token token);
void tokens_want(struct tokens *tokens, enum token token);

/* Whether the name at hand is this word. */
bool tokens_are_at(const struct tokens *tokens, const char *word);

/* Whether "(", or "::", stands behind the token at hand. */
bool tokens_call_next(const struct tokens *tokens);
bool tokens_colons_next(const struct tokens *tokens);

#endif
