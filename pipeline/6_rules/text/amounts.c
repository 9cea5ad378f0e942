/* Amounts of money side by side: 监测30万元、防控30万元、检测29.99万元. */

#include <string.h>

#include "6_rules/text/checks.h"
#include "6_rules/text/statements.h"

#define YUAN "元"
#define AMOUNTS_MIN 2

static bool is_amount(const struct text_figure *figure)
{
    return figure->base_length == strlen(YUAN)
        && memcmp(figure->base, YUAN, strlen(YUAN)) == 0;
}

/* Whether it is stated exactly, and is neither a whole, a part of another
 * amount nor what one of many costs. */
static bool stands_by_itself(const struct text_statement *statement,
    size_t k)
{
    static const char *const others[] = { "共", "合计", "总", "其中", "每",
        "均", NULL };

    return statement->figures[k].precision == TEXT_EXACT
        && !text_span_has_any(text_label(statement, k), others);
}

static void add_up(const struct text_statement *statement,
    struct buffer *found)
{
    struct decimal sum = {0}, amount;
    char text[DECIMAL_TEXT_SIZE];
    size_t count = 0;

    for (size_t k = 0; k < statement->count; k++) {
        if (!is_amount(&statement->figures[k]))
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

bool text_amounts(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static const char *const cues[] = { YUAN, NULL };
    static const struct text_statement_search search = { NULL, cues, AMOUNTS_MIN,
        add_up };

    (void)argument;
    text_check_long_statements(lexicon, text, &search, found);
    return true;
}
