/* Amounts of money side by side: 监测30万元、防控30万元、检测29.99万元. */

#include "6_rules/text/checks.h"
#include "6_rules/text/statements.h"

#define AMOUNTS_MIN 2

/* Whether an amount is exact, and is no total, no part of another amount and no
 * price of one thing. */
static bool stands_by_itself(const struct text_statement *statement,
    size_t k)
{
    return statement->figures[k].precision == TEXT_EXACT
        && !text_statement_has(statement, text_label(statement, k),
            NOTION_NOT_ALONE);
}

static void add_up(const struct text_statement *statement,
    struct buffer *found)
{
    struct decimal sum = {0}, amount;
    char text[DECIMAL_TEXT_SIZE];
    size_t count = 0;

    for (size_t k = 0; k < statement->count; k++) {
        if (!statement->figures[k].is_amount)
            continue;
        if (!stands_by_itself(statement, k)
            || !text_figure_base(&statement->figures[k], &amount)
            || !decimal_add(sum, amount, &sum))
            return;
        count++;
    }
    if (count >= AMOUNTS_MIN)
        buffer_add_string(found, decimal_print(sum, text));
}

const struct text_needs text_amounts_needs = { TEXT_DIGIT, 1,
    { NOTION_MONEY } };

bool text_amounts(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static const struct text_statement_search search = { &text_amounts_needs,
        AMOUNTS_MIN, add_up };

    (void)argument;
    text_check_long_statements(lexicon, text, &search, found);
    return true;
}
