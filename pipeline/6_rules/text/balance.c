/*
 * Balances against what they come from:
 * 上年结余29.32万元，收入594.95万元，支出596.25万元，年末结余28.02万元.
 *
 * What was there before, income and spending lead to the next balance.  Where
 * there are several of a kind they may be parts of each other, and nothing is
 * said.
 */

#include "0_base/signs.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/statements.h"

/* What has been read since the last balance was reached. */
struct account {
    const struct text_figure *opening, *income, *spending;
    bool spoilt;                /* one of them was there twice */
    bool detail;                /* what follows is a part: 其中… */
};

static bool has(const struct text_statement *statement, enum notion notion,
    struct text_span words)
{
    return word_is_in(lexicon_words(statement->lexicon, notion), words);
}

/* Notes whether 其中 begins, or a mark ends, a list of parts between a figure and
 * the one before it. */
static void follow_details(const struct text_statement *statement, size_t k,
    struct account *account)
{
    size_t from = k > 0 ? statement->figures[k - 1].end : 0;
    struct text_span words = text_statement_span(statement, from,
        statement->figures[k].begin);

    if (has(statement, NOTION_STOPS, words)
        || has(statement, NOTION_SEMICOLONS, words))
        account->detail = false;
    if (has(statement, NOTION_AMONG_THEM, words))
        account->detail = true;
}

static void take(struct account *account, const struct text_figure **place,
    const struct text_figure *figure)
{
    account->spoilt = account->spoilt || *place;
    *place = figure;
}

/* Figures in the base unit, or in the unit that all of them share. */
static bool read_value(const struct text_figure *figure, bool as_written,
    struct decimal *value)
{
    *value = figure->value;
    return as_written || text_figure_base(figure, value);
}

/* The balance that must come out, how far it may be off, and the sum in
 * words. */
struct outcome {
    struct decimal value, doubt;
    struct buffer sum;
    bool good;                  /* all of it fits */
};

static void outcome_add(struct outcome *outcome, const char *sign,
    const struct text_figure *figure, bool as_written)
{
    struct decimal value, doubt = text_figure_doubt(figure);
    bool minus = outcome->sum.length > 0 && sign != NULL;

    outcome->good = outcome->good && read_value(figure, as_written, &value)
        && (!as_written || decimal_shift(doubt, -figure->shift, &doubt))
        && (minus ? decimal_subtract : decimal_add)(outcome->value, value,
            &outcome->value)
        && decimal_add(outcome->doubt, doubt, &outcome->doubt);
    if (!outcome->good)
        return;
    if (outcome->sum.length > 0)
        buffer_add_string(&outcome->sum, sign ? sign : "+");
    text_add_number(value, &outcome->sum);
}

static bool is_within(struct decimal gap, struct decimal doubt)
{
    if (gap.units < 0)
        gap.units = -gap.units;
    return decimal_compare(gap, doubt) <= 0;
}

static bool share_unit(const struct account *account,
    const struct text_figure *closing)
{
    return (!account->opening || account->opening->shift == closing->shift)
        && account->income->shift == closing->shift
        && account->spending->shift == closing->shift;
}

/* 29.32+594.95−596.25=28.02≠38.02 */
static void judge(const struct account *account,
    const struct text_figure *closing, struct buffer *found)
{
    struct outcome outcome = { .good = true };
    bool same = share_unit(account, closing);
    struct decimal stated, gap, doubt = text_figure_doubt(closing);

    if (account->opening)
        outcome_add(&outcome, NULL, account->opening, same);
    outcome_add(&outcome, NULL, account->income, same);
    outcome_add(&outcome, SIGN_MINUS, account->spending, same);
    if (outcome.good && read_value(closing, same, &stated)
        && (!same || decimal_shift(doubt, -closing->shift, &doubt))
        && decimal_add(outcome.doubt, doubt, &doubt)
        && decimal_subtract(outcome.value, stated, &gap)
        && !is_within(gap, doubt)) {
        buffer_add(found, buffer_string(&outcome.sum), outcome.sum.length);
        buffer_add_char(found, '=');
        text_add_number(outcome.value, found);
        buffer_add_string(found, SIGN_UNEQUAL);
        text_add_number(stated, found);
    }
    found->failed = found->failed || outcome.sum.failed;
    buffer_free(&outcome.sum);
}

/* A balance: what was there before, or what came out. */
static void take_balance(const struct text_statement *statement,
    struct text_span label, const struct text_figure *figure,
    struct account *account, struct buffer *found)
{
    bool ended = account->income && account->spending;
    bool of_year = has(statement, NOTION_SURPLUSES, label);

    if (!ended || has(statement, NOTION_OPENINGS, label)) {
        take(account, &account->opening, figure);
        return;
    }
    if (!account->spoilt && (of_year || account->opening)) {
        if (of_year)
            account->opening = NULL;
        judge(account, figure, found);
    }
    *account = (struct account){ .detail = account->detail };
}

static void take_figure(const struct text_statement *statement, size_t k,
    struct account *account, struct buffer *found)
{
    const struct text_figure *figure = &statement->figures[k];
    struct text_span label = text_label(statement, k);

    follow_details(statement, k, account);
    if (!figure->is_amount || account->detail
        || has(statement, NOTION_BUDGETED, label))
        return;
    account->spoilt = account->spoilt || figure->precision != TEXT_EXACT;
    if (has(statement, NOTION_BALANCES, label))
        take_balance(statement, label, figure, account, found);
    else if (has(statement, NOTION_SPENDING, label))
        take(account, &account->spending, figure);
    else if (has(statement, NOTION_INCOME, label))
        take(account, &account->income, figure);
}

static void check(const struct text_statement *statement,
    struct buffer *found)
{
    struct account account = {0};

    for (size_t k = 0; k < statement->count && found->length == 0; k++)
        take_figure(statement, k, &account, found);
}

const struct text_needs text_balance_needs = { TEXT_DIGIT, 1,
    { NOTION_BALANCES } };

bool text_balance(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static const struct text_statement_search search = { &text_balance_needs,
        3, check };

    (void)argument;
    text_check_paragraphs(lexicon, text, &search, found);
    return true;
}
