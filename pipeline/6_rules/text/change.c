/*
 * Changes against the two figures that they come from:
 * 2023年19268元，上年19340元，比上年减少72元，下降0.37%; 由5万元上升到8万元，增长60%.
 *
 * Or against a plan: 计划95项，完成110项，超计划15项.
 *
 * Rates change by points: 由95%上升到98%，提高3个百分点.  And changes with a sign where
 * a word belongs: 比上年-72元.
 */

#include <string.h>

#include "0_base/signs.h"
#include "6_rules/text/change_pair.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/statements.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

/* The word before a change; NULL for none.  Without a sign the figure has its
 * own. */
struct verb {
    const struct word *word;
    int sign;
};

/* The word of a notion that ends at a byte, or so many ideographs before it at
 * most; NULL for none. */
static const struct word *word_near(const struct lexicon *lexicon,
    enum notion notion, size_t reach, const char *text, size_t at)
{
    const struct word *word = word_before(lexicon_words(lexicon, notion), text,
        at);
    unsigned code;

    for (size_t k = 0; k < reach && !word; k++) {
        size_t size = text_character_before(text, at, &code);
        if (!text_is_ideograph(code)
            || notion_before(lexicon, NOTION_PARTICLES, text, at) > 0)
            break;
        at -= size;
        word = word_before(lexicon_words(lexicon, notion), text, at);
    }
    return word;
}

/* The longest word for a change that ends at a byte, and its sign. */
static struct verb verb_before(const struct lexicon *lexicon,
    const char *text, size_t at)
{
    static const struct { enum notion notion; int sign; size_t reach; }
    kinds[] = {
        { NOTION_OVER_PLANS, 1, TEXT_DONE_CHARACTERS },
        { NOTION_UNDER_PLANS, -1, TEXT_DONE_CHARACTERS },
        { NOTION_RISES, 1, 0 }, { NOTION_FALLS, -1, 0 },
        { NOTION_SIGNED_CHANGES, 0, 0 },
    };
    struct verb best = { NULL, 0 };

    for (size_t k = 0; k < COUNT(kinds); k++) {
        const struct word *word = word_near(lexicon, kinds[k].notion,
            kinds[k].reach, text, at);
        if (word && (!best.word || word->length > best.word->length))
            best = (struct verb){ word, kinds[k].sign };
    }
    return best;
}

/* 比上年-72元→比上年减少72元 */
static bool report_sign(const struct text_statement *statement,
    const struct text_figure *figure, struct buffer *found)
{
    const char *text = statement->sentence.text;
    const struct word *word = figure->value.units < 0
        ? word_before(lexicon_words(statement->lexicon, NOTION_BELOW_ZERO),
            text, figure->begin) : NULL;

    if (!word)
        return false;
    size_t begin = figure->begin - word->length;
    size_t digits = text_forward(text, figure->begin, 1);
    buffer_add(found, text + begin, figure->end - begin);
    buffer_add_string(found, SIGN_ARROW);
    buffer_add(found, word->meaning.text, word->meaning.length);
    buffer_add(found, text + digits, figure->end - digits);
    return true;
}

/* The year in the label of a figure; 0 for none. */
static int64_t year_of(const struct text_statement *statement,
    struct text_span label)
{
    size_t begin = (size_t)(label.text - statement->sentence.text);
    int64_t year = 0;

    for (size_t k = 0; k < statement->count; k++) {
        const struct text_figure *figure = &statement->figures[k];
        if (figure->begin >= begin && figure->end <= begin + label.length
            && figure->is_year)
            year = figure->value.units;
    }
    return year;
}

/* Which of two figures is the former one: 0, 1; 2 where that is not said. */
static size_t former_of(const struct text_statement *statement,
    const size_t figures[2])
{
    struct text_span labels[2];
    int64_t years[2];
    bool former[2];

    for (size_t k = 0; k < 2; k++) {
        labels[k] = text_label(statement, figures[k]);
        years[k] = year_of(statement, labels[k]);
        former[k] = text_statement_has(statement, labels[k], NOTION_LAST_YEAR);
    }
    if (former[0] != former[1])
        return former[1];
    if (former[0] || !years[0] || !years[1] || years[0] == years[1])
        return 2;
    return years[1] < years[0];
}

/* Whether figure k is one of those that a change can come from: a rate, or none
 * but an amount or a count. */
static bool is_candidate(const struct text_statement *statement, size_t k,
    const struct text_figure *like, bool rates)
{
    const struct text_figure *figure = &statement->figures[k];

    return !figure->is_date && text_figure_is_rate(figure) == rates
        && (!like || text_figures_alike(figure, like));
}

/* The two figures before figure `end` that are alike in unit, but for those
 * of plans; false where there are not just two. */
static bool find_pair(const struct text_statement *statement, size_t end,
    const struct text_figure *like, bool rates, struct change_pair *pair)
{
    const struct text_figure *figures = statement->figures;
    size_t found[2], count = 0;

    for (size_t k = 0; k < end; k++) {
        if (!is_candidate(statement, k, like, rates)
            || text_statement_has(statement, text_label(statement, k),
                NOTION_PLANS))
            continue;
        if (count == 2)
            return false;
        found[count++] = k;
    }
    size_t former = count == 2 ? former_of(statement, found) : 2;
    if (former == 2)
        return false;
    pair->before = &figures[found[former]];
    pair->now = &figures[found[1 - former]];
    return true;
}

/* The figure in front of figure k, 比上年的100元减少72元, and the only one
 * before that, of plans or of others. */
static bool find_joined_pair(const struct text_statement *statement,
    size_t k, struct change_pair *pair)
{
    const struct text_figure *now[2] = { NULL, NULL };
    size_t count[2] = { 0, 0 };

    pair->before = &statement->figures[k - 1];
    for (size_t j = 0; j + 1 < k; j++)
        if (is_candidate(statement, j, pair->before,
                text_figure_is_rate(pair->before))) {
            bool planned = text_statement_has(statement,
                text_label(statement, j), NOTION_PLANS);
            now[planned] = &statement->figures[j];
            count[planned]++;
        }
    bool planned = count[false] == 0;
    pair->now = now[planned];
    return count[planned] == 1;
}

/* Whether figure k has become the next one: 由5万元上升到8万元. */
static bool is_moved(const struct text_statement *statement, size_t k,
    bool rates)
{
    const struct text_figure *figures = statement->figures;
    size_t next = k + 1;

    while (next < statement->count && figures[next].is_date)
        next++;
    if (next == statement->count || !is_candidate(statement, k, NULL, rates)
        || !is_candidate(statement, next, &figures[k], rates))
        return false;
    struct text_span label = text_label(statement, next);
    return label.text == statement->sentence.text + figures[k].end
        && text_statement_has(statement, label, NOTION_MOVED_TO)
        && text_statement_has(statement, text_label(statement, k),
            NOTION_MOVED_FROM);
}

/* The last figure before figure `end` that has become another one, and that
 * one. */
static bool find_moved_pair(const struct text_statement *statement,
    size_t end, bool rates, struct change_pair *pair)
{
    for (size_t now = end, k = end; k-- > 0;) {
        if (!is_candidate(statement, k, NULL, rates))
            continue;
        if (now < end) {
            pair->before = &statement->figures[k];
            pair->now = &statement->figures[now];
            return is_moved(statement, k, rates);
        }
        now = k;
    }
    return false;
}

/* Whether figure k follows the figure that it is a change of: 比上年的100元减少
 * 72元. */
static bool is_joined(const struct text_statement *statement, size_t k)
{
    static const enum notion notions[] = { NOTION_COMPARED,
        NOTION_COMPARED_WITH_PLANS };
    const char *label = text_label(statement, k).text;

    return k > 0 && label == statement->sentence.text
        + statement->figures[k - 1].end
        && lexicon_is_in(statement->lexicon, text_label(statement, k - 1),
            notions, COUNT(notions));
}

/* The word for the change of figure k; 多 and 少 are words for one where the
 * figure that they are against is before them: 比上年的100元少72元. */
static struct verb verb_of(const struct text_statement *statement, size_t k)
{
    const struct lexicon *lexicon = statement->lexicon;
    struct verb verb = verb_before(lexicon, statement->sentence.text,
        statement->figures[k].begin);

    if (verb.word || !is_joined(statement, k))
        return verb;
    struct text_span label = text_label(statement, k);
    verb.word = word_of(lexicon_words(lexicon, NOTION_JOINED_RISES), label);
    verb.sign = verb.word ? 1 : -1;
    if (!verb.word)
        verb.word = word_of(lexicon_words(lexicon, NOTION_JOINED_FALLS),
            label);
    return verb;
}

/* A name without the words around it that lead to its figure: of 的支出为. */
static struct text_span bare_name(const struct lexicon *lexicon,
    struct text_span name)
{
    static const enum notion leads[] = { NOTION_OF, NOTION_CONNECTORS };
    const struct word_list *connectors = lexicon_words(lexicon,
        NOTION_CONNECTORS);
    size_t size;

    for (size_t k = 0; k < COUNT(leads); k++) {
        size = word_size_at(lexicon_words(lexicon, leads[k]), name.text, 0);
        if (size > 0 && size <= name.length) {
            name.text += size;
            name.length -= size;
        }
    }
    while ((size = word_size_before(connectors, name.text, name.length)) > 0
        && size <= name.length)
        name.length -= size;
    return name;
}

/* What the former figure of a pair is called behind the words that make it
 * the former one: 支出 of 2022年支出为, nothing of 上年. */
static struct text_span name_of_former(const struct text_statement *statement,
    const struct change_pair *pair)
{
    const struct lexicon *lexicon = statement->lexicon;
    struct text_span name = text_label(statement,
        (size_t)(pair->before - statement->figures));
    const struct word *word;
    size_t at;

    while ((word = word_in(lexicon_words(lexicon, NOTION_LAST_YEAR), name,
            &at)) || (word = word_in(lexicon_words(lexicon,
            NOTION_DATE_UNITS), name, &at))) {
        name.text += at + word->length;
        name.length -= at + word->length;
    }
    return bare_name(lexicon, name);
}

/* Whether a figure is itself a change. */
static bool is_change(const struct text_statement *statement,
    const struct text_figure *figure)
{
    return verb_before(statement->lexicon, statement->sentence.text,
        figure->begin).word != NULL;
}

/* Both figures of a change that stands for itself, and are of one thing:
 * 2023年支出80元，2022年支出100元，减少20元.  One of two in a row is none of
 * the whole: 增加5人，减少3人. */
static bool find_named_pair(const struct text_statement *statement, size_t k,
    const struct text_figure *like, bool rates, struct change_pair *pair)
{
    const struct text_figure *figure = &statement->figures[k];
    bool first = k + 1 < statement->count
        && text_figures_alike(figure, figure + 1)
        && is_change(statement, figure + 1);

    return !first && find_pair(statement, k, like, rates, pair)
        && !is_change(statement, pair->now)
        && !is_change(statement, pair->before)
        && text_span_has(text_label(statement,
            (size_t)(pair->now - statement->figures)),
            name_of_former(statement, pair));
}

/* Whether figure k is by how much a plan was missed. */
static bool is_of_plan(const struct text_statement *statement, size_t k)
{
    static const enum notion notions[] = { NOTION_COMPARED_WITH_PLANS,
        NOTION_OVER_PLANS, NOTION_UNDER_PLANS };

    return lexicon_is_in(statement->lexicon, text_label(statement, k),
        notions, COUNT(notions));
}

/* The figures before figure `end` of a plan and of what came of it; false
 * where there is not just one of each. */
static bool find_planned_pair(const struct text_statement *statement,
    size_t end, const struct text_figure *like, bool rates,
    struct change_pair *pair)
{
    static const enum notion others[] = { NOTION_LAST_YEAR,
        NOTION_BALANCES };

    pair->now = pair->before = NULL;
    for (size_t k = 0; k < end; k++) {
        struct text_span label = text_label(statement, k);
        if (!is_candidate(statement, k, like, rates)
            || is_change(statement, &statement->figures[k]))
            continue;
        const struct text_figure **place = text_statement_has(statement,
            label, NOTION_PLANS) ? &pair->before : &pair->now;
        if (*place || lexicon_is_in(statement->lexicon, label, others,
                COUNT(others)))
            return false;
        *place = &statement->figures[k];
    }
    return pair->now && pair->before && !is_change(statement, pair->now);
}

/* The figures of a kind that figure k is a change of. */
static bool find_of_kind(const struct text_statement *statement, size_t k,
    const struct word *verb, bool rates, struct change_pair *pair)
{
    const struct text_figure *figure = &statement->figures[k];
    const struct text_figure *like = rates || text_figure_is_rate(figure)
        ? NULL : figure;
    struct text_span label = text_label(statement, k);
    bool compared = text_statement_has(statement, label, NOTION_COMPARED);
    bool alone = label.length == verb->length;

    if (is_of_plan(statement, k))
        return find_planned_pair(statement, k, like, rates, pair);
    if ((alone || compared)
        && find_moved_pair(statement, k, rates, pair))
        return true;
    if (compared)
        return find_pair(statement, k, like, rates, pair);
    return alone && ((is_joined(statement, k)
            && find_joined_pair(statement, k, pair))
        || find_named_pair(statement, k, like, rates, pair));
}

/* What figure k is a change of; the pair stays what it was for 下降5% behind
 * another change.  A rate, or the points that it is more, may be a change of
 * rates.  False where it is none. */
static bool find_changed(const struct text_statement *statement, size_t k,
    const struct word *verb, bool after_change, struct change_pair *pair)
{
    const struct text_figure *figure = &statement->figures[k];
    bool points = text_is_points(statement->lexicon, figure);

    if (!verb)
        return false;
    if (after_change)
        return text_label(statement, k).length == verb->length
            || text_statement_has(statement, text_label(statement, k),
                NOTION_COMPARED);
    return (!points && find_of_kind(statement, k, verb, false, pair))
        || ((points || text_figure_is_rate(figure))
            && find_of_kind(statement, k, verb, true, pair));
}

static void check(const struct text_statement *statement,
    struct buffer *found)
{
    bool after_change = false;
    struct change_pair pair = {0};

    for (size_t k = 0; k < statement->count && found->length == 0; k++) {
        const struct text_figure *figure = &statement->figures[k];
        const struct verb verb = verb_of(statement, k);
        if (report_sign(statement, figure, found))
            return;
        after_change = find_changed(statement, k, verb.word, after_change,
            &pair);
        if (after_change)
            change_pair_judge(statement->lexicon, &pair, figure, verb.sign,
                found);
    }
}

const struct text_needs text_change_needs = { TEXT_DIGIT, 7,
    { NOTION_COMPARED, NOTION_MINUS, NOTION_RISES, NOTION_FALLS,
        NOTION_OVER_PLANS, NOTION_UNDER_PLANS, NOTION_COMPARED_WITH_PLANS } };

bool text_change(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static const struct text_statement_search search = { &text_change_needs,
        1, check };

    (void)argument;
    text_check_statements(lexicon, text, &search, found);
    return true;
}
