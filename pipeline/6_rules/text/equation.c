/* Sums written as such: 30万元+30万元+30万元=90万元. */

#include "6_rules/text/equation.h"

#include "6_rules/text/sum.h"

/* Whether nothing but a sign of a notion is between figure k and the next. */
static bool is_joined(const struct text_statement *statement, size_t k,
    enum notion notion)
{
    return word_of(lexicon_words(statement->lexicon, notion),
        text_statement_span(statement, statement->figures[k].end,
            statement->figures[k + 1].begin)) != NULL;
}

/* The first figure of a+b=c, c being figure k; k where there is no sum, or
 * something before it that calculates, too. */
static size_t equation_begin(const struct text_statement *statement, size_t k)
{
    const struct text_figure *figures = statement->figures;
    size_t first = k;

    while (first > 0
        && is_joined(statement, first - 1,
            first == k ? NOTION_EQUALS : NOTION_PLUS)
        && (figures[first - 1].unit_length == 0
            || text_figures_alike(&figures[first - 1], &figures[k])))
        first--;
    return word_before(lexicon_words(statement->lexicon, NOTION_OPERATORS),
        statement->sentence.text, figures[first].begin) ? k : first;
}

void text_check_equation(const struct text_statement *statement, size_t k,
    struct buffer *found)
{
    struct text_figure parts[TEXT_STATEMENT_FIGURES];
    struct text_sum sum = { .whole = &statement->figures[k], .exact = true };

    for (size_t j = equation_begin(statement, k); j < k; j++) {
        struct text_figure *part = &parts[sum.count];
        *part = statement->figures[j];
        if (part->unit_length == 0)
            part->shift = sum.whole->shift;
        sum.parts[sum.count++] = part;
    }
    if (sum.count > 1)
        text_sum_judge(&sum, found);
}
