/*
 * Rates of growth against the amount of it, where last year's figure is not
 * stated: 收入792.22万元，比上年增加189.25万元，增长31.39%.
 */

#include "0_base/signs.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/ratio.h"
#include "6_rules/text/statements.h"

/* A change, by how much and at what rate. */
struct change_of {
    const struct text_figure *amount, *rate;
    int direction;
};

/* The sign of a change: 1 for more, -1 for less; 0 where no word for it stands
 * right before the figure. */
static int direction_of(const struct text_statement *statement, size_t k)
{
    const char *text = statement->sentence.text;
    size_t at = statement->figures[k].begin;
    const struct lexicon *lexicon = statement->lexicon;
    size_t more = word_size_before(lexicon_words(lexicon, NOTION_RISES), text,
        at);
    size_t less = word_size_before(lexicon_words(lexicon, NOTION_FALLS), text,
        at);

    return more > less ? 1 : less > more ? -1 : 0;
}

/* Whether a figure is the change against another one, or that one. */
static bool is_compared(const struct text_statement *statement, size_t k)
{
    static const enum notion notions[] = { NOTION_COMPARED,
        NOTION_COMPARED_WITH_PLANS };

    return lexicon_is_in(statement->lexicon, text_label(statement, k),
        notions, sizeof notions / sizeof *notions);
}

/* Whether two changes follow each other, the first against another figure. */
static bool are_together(const struct text_statement *statement, size_t k)
{
    const struct text_figure *figures = statement->figures;
    struct text_span link = text_statement_span(statement, figures[k].end,
        figures[k + 1].begin);
    int direction = direction_of(statement, k);

    return direction != 0 && direction == direction_of(statement, k + 1)
        && is_compared(statement, k)
        && text_span_characters(link) <= lexicon_limit(statement->lexicon,
            LIMIT_CHANGE_LINK)
        && figures[k].precision == TEXT_EXACT
        && figures[k + 1].precision == TEXT_EXACT;
}

/* Whether figure k can be that of this year: none that a change is against, nor
 * the change itself: 比年初预算少6000元. */
static bool is_now(const struct text_statement *statement, size_t k,
    const struct text_figure *change)
{
    return text_figures_alike(&statement->figures[k], change)
        && !direction_of(statement, k) && !is_compared(statement, k);
}

/* Whether one of last year stands before figure `end`, or one that is not
 * exact. */
static bool has_former(const struct text_statement *statement, size_t end,
    const struct text_figure *change)
{
    size_t dated = 0;

    for (size_t k = 0; k < end; k++) {
        const struct text_figure *figure = &statement->figures[k];
        dated += figure->is_year && !is_compared(statement, k + 1);
        if (text_figures_alike(figure, change) && !direction_of(statement, k)
            && (figure->precision != TEXT_EXACT || text_statement_has(
                statement, text_label(statement, k), NOTION_LAST_YEAR)))
            return true;
    }
    return dated > 1;
}

/* Last year's figure: this year's less the change. */
static bool read_before(const struct text_figure *now,
    const struct text_figure *change, int direction,
    struct text_ratio *ratio)
{
    struct decimal value;

    ratio->above_doubt = text_figure_doubt(change);
    return text_figure_base(now, &value)
        && text_figure_base(change, &ratio->above)
        && (direction > 0 ? decimal_subtract : decimal_add)(value,
            ratio->above, &ratio->below)
        && decimal_add(text_figure_doubt(now), ratio->above_doubt,
            &ratio->below_doubt)
        && ratio->below.units >= 0;
}

/* 189.25÷(792.22−189.25)=31.39%≠41.39%; nothing is a share of 0. */
static void write_difference(const struct text_statement *statement,
    const struct change_of *of, const struct text_figure *now,
    const struct text_ratio *ratio, struct buffer *found)
{
    text_add_figure(statement, of->amount, found);
    buffer_add_string(found, SIGN_DIVIDED "(");
    text_add_figure(statement, now, found);
    buffer_add_string(found, of->direction > 0 ? SIGN_MINUS : "+");
    text_add_figure(statement, of->amount, found);
    buffer_add_char(found, ')');
    if (ratio->below.units > 0) {
        buffer_add_char(found, '=');
        text_add_ratio(ratio, of->rate->value, found);
    }
    buffer_add_string(found, SIGN_UNEQUAL);
    text_add_figure(statement, of->rate, found);
}

/* Any figure before the change may be the one that changed, 支出80万元，预算90万元，
 * 比上年减少20万元: the last that is neither planned nor for each of many is
 * told, where none is. */
static void judge(const struct text_statement *statement, size_t first,
    const struct change_of *of, struct buffer *found)
{
    static const enum notion aside[] = { NOTION_PLANS, NOTION_AVERAGES };
    const struct text_figure *now = NULL;
    struct text_ratio ratio, told;
    bool is_aside = true;

    if (has_former(statement, first, of->amount))
        return;
    for (size_t k = 0; k < first; k++) {
        const struct text_figure *figure = &statement->figures[k];
        if (!is_now(statement, k, of->amount)
            || !read_before(figure, of->amount, of->direction, &ratio))
            continue;
        if (ratio.below.units > 0
            && text_ratio_agrees(&ratio, of->rate->value))
            return;
        bool beside = lexicon_is_in(statement->lexicon,
            text_label(statement, k), aside, sizeof aside / sizeof *aside);
        if (now && beside && !is_aside)
            continue;
        now = figure;
        told = ratio;
        is_aside = beside;
    }
    if (now)
        write_difference(statement, of, now, &told, found);
}

static void check(const struct text_statement *statement,
    struct buffer *found)
{
    for (size_t k = 1; k + 1 < statement->count && found->length == 0; k++) {
        bool rate = text_figure_is_rate(&statement->figures[k]);
        const struct change_of of = {
            &statement->figures[rate ? k + 1 : k],
            &statement->figures[rate ? k : k + 1],
            direction_of(statement, k)
        };
        if (text_figure_is_rate(of.rate) && !text_figure_is_rate(of.amount)
            && are_together(statement, k))
            judge(statement, k, &of, found);
    }
}

const struct text_needs text_growth_needs = { TEXT_DIGIT, 2,
    { NOTION_COMPARED, NOTION_COMPARED_WITH_PLANS } };

bool text_growth(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static const struct text_statement_search search = { &text_growth_needs,
        3, check };

    (void)argument;
    text_check_statements(lexicon, text, &search, found);
    return true;
}
