/*
 * Rates of growth against the amount of it, where last year's figure is not
 * stated: 收入792.22万元，比上年增加189.25万元，增长31.39%.
 */

#include "0_base/signs.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/ratio.h"
#include "6_rules/text/statements.h"

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

/* The figure of this year before figure `end`, which is none that a change is
 * against or the change itself: 比年初预算少6000元.  NULL where there is none,
 * or where one of last year is stated. */
static const struct text_figure *find_now(
    const struct text_statement *statement, size_t end,
    const struct text_figure *change)
{
    const struct text_figure *now = NULL;
    size_t dated = 0;

    for (size_t k = 0; k < end; k++) {
        const struct text_figure *figure = &statement->figures[k];
        dated += figure->is_year && !is_compared(statement, k + 1);
        if (!text_figures_alike(figure, change) || direction_of(statement, k))
            continue;
        if (text_statement_has(statement, text_label(statement, k),
                NOTION_LAST_YEAR) || figure->precision != TEXT_EXACT)
            return NULL;
        if (is_compared(statement, k))
            continue;
        now = figure;
    }
    return dated < 2 ? now : NULL;
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
static void judge(const struct text_statement *statement, size_t first,
    size_t amount, size_t rate, struct buffer *found)
{
    const struct text_figure *change = &statement->figures[amount];
    const struct text_figure *stated = &statement->figures[rate];
    const struct text_figure *now = find_now(statement, first, change);
    int direction = direction_of(statement, amount);
    struct text_ratio ratio;

    if (!now || !read_before(now, change, direction, &ratio)
        || (ratio.below.units > 0
            && text_ratio_agrees(&ratio, stated->value)))
        return;
    text_add_figure(statement, change, found);
    buffer_add_string(found, SIGN_DIVIDED "(");
    text_add_figure(statement, now, found);
    buffer_add_string(found, direction > 0 ? SIGN_MINUS : "+");
    text_add_figure(statement, change, found);
    buffer_add_char(found, ')');
    if (ratio.below.units > 0) {
        buffer_add_char(found, '=');
        text_add_ratio(&ratio, stated->value, found);
    }
    buffer_add_string(found, SIGN_UNEQUAL);
    text_add_figure(statement, stated, found);
}

static void check(const struct text_statement *statement,
    struct buffer *found)
{
    for (size_t k = 1; k + 1 < statement->count && found->length == 0; k++) {
        bool rate = text_figure_is_rate(&statement->figures[k]);
        if (rate != text_figure_is_rate(&statement->figures[k + 1])
            && are_together(statement, k))
            judge(statement, k, rate ? k + 1 : k, rate ? k : k + 1, found);
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
