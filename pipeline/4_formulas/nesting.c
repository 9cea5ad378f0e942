/*
 * Brackets and quotation marks of expressions, counted.
 */

#include "4_formulas/nesting.h"

bool nesting_take(struct nesting *nesting, char byte)
{
    bool is_mark = byte == '\'' || byte == '"';

    if (nesting->quote || is_mark) {
        nesting->quote = !nesting->quote ? byte
            : byte == nesting->quote ? '\0' : nesting->quote;
        return false;
    }
    if (byte == '(' || byte == '[')
        nesting->depth++;
    else if (byte == ')' || byte == ']')
        nesting->depth--;
    return true;
}
