/*
 * What is left of a budget in a sentence that tells of nothing else:
 * 全年预算80万元，支出78万元，结余1万元.
 *
 * A budget that was changed, money that was carried over or given back and
 * parts of it may make another balance; where a word or a figure speaks of such
 * things, nothing is said.
 */

#include "0_base/signs.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/statements.h"

enum { BUDGET, SPENT, REMAINS, COUNT };

/* Whether words before a figure are those of one of a notion, or end so. */
static bool is_called(const struct text_statement *statement, size_t k,
    enum notion notion, bool ends)
{
    const struct word_list *words = lexicon_words(statement->lexicon, notion);
    struct text_span name = text_label_name(statement, k);

    return ends ? word_before(words, name.text, name.length) != NULL
        : word_of(words, name) != NULL;
}

/* The three amounts, which are all there are; false where they are not those
 * of a budget. */
static bool find_amounts(const struct text_statement *statement,
    const struct text_figure *amounts[COUNT])
{
    static const enum notion names[] = { NOTION_WHOLE_BUDGETS, NOTION_SPENT,
        NOTION_REMAINS };
    size_t count = 0;

    for (size_t k = 0; k < statement->count; k++) {
        const struct text_figure *figure = &statement->figures[k];
        if (figure->is_date && !figure->is_year)
            return false;
        if (!figure->is_amount)
            continue;
        if (count == COUNT || figure->precision != TEXT_EXACT
            || !is_called(statement, k, names[count], count == BUDGET))
            return false;
        amounts[count++] = figure;
    }
    return count == COUNT
        && !text_statement_has(statement, statement->sentence,
            NOTION_UNSETTLED);
}

/* 80−78=2≠1 */
static void judge(const struct text_statement *statement,
    const struct text_figure *const amounts[COUNT], struct buffer *found)
{
    struct decimal values[COUNT], doubt = { 0, 0, false }, left, gap;

    for (int k = 0; k < COUNT; k++)
        if (!text_figure_base(amounts[k], &values[k])
            || !decimal_add(doubt, text_figure_doubt(amounts[k]), &doubt))
            return;
    if (!decimal_subtract(values[BUDGET], values[SPENT], &left)
        || !decimal_subtract(left, values[REMAINS], &gap))
        return;
    if (gap.units < 0)
        gap.units = -gap.units;
    if (decimal_compare(gap, doubt) <= 0)
        return;
    text_add_figure(statement, amounts[BUDGET], found);
    buffer_add_string(found, SIGN_MINUS);
    text_add_figure(statement, amounts[SPENT], found);
    buffer_add_string(found, SIGN_UNEQUAL);
    text_add_figure(statement, amounts[REMAINS], found);
}

static void check(const struct text_statement *statement,
    struct buffer *found)
{
    const struct text_figure *amounts[COUNT];

    if (find_amounts(statement, amounts))
        judge(statement, amounts, found);
}

const struct text_needs text_remains_needs = { TEXT_DIGIT, 1,
    { NOTION_REMAINS } };

bool text_remains(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static const struct text_statement_search search = { &text_remains_needs,
        COUNT, check };

    (void)argument;
    text_check_statements(lexicon, text, &search, found);
    return true;
}
