/*
 * Shares against the two figures that they are of.
 *
 *   of a figure      决算7.04万元，为预算安排的7.2万元的97.78%
 *   of a whole       支出799万元，其中人员经费434万元，占54.3%
 *   of a budget      预算7.2万元，决算7.04万元，完成预算的97.78%; 执行率97.78%
 *   of a plan        计划培训500人，实际培训480人，完成率96%
 *
 * Where the whole cannot be told, nothing is said.
 */

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/ratio.h"
#include "6_rules/text/statements.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))
#define NONE ((size_t)-1)

static bool has(const struct text_statement *statement, enum notion notion,
    struct text_span words)
{
    return text_statement_has(statement, words, notion);
}

/* An amount or a count that shares can be of. */
static bool is_counted(const struct text_figure *figure)
{
    return !figure->is_date && !text_figure_is_rate(figure)
        && figure->precision == TEXT_EXACT;
}

/* The last figure before figure `end` that is like another, or any where
 * there is none to be like. */
static size_t counted_before(const struct text_statement *statement,
    size_t end, const struct text_figure *like)
{
    for (size_t k = end; k-- > 0;)
        if (is_counted(&statement->figures[k])
            && (!like || text_figures_alike(&statement->figures[k], like)))
            return k;
    return NONE;
}

static struct text_span between(const struct text_statement *statement,
    size_t a, size_t b)
{
    return text_statement_span(statement, statement->figures[a].end,
        statement->figures[b].begin);
}

/* 为7.2万元的97.78%: the figure before the rate is the whole, and the one
 * before that the part. */
static bool find_of_figure(const struct text_statement *statement,
    size_t rate, size_t *part, size_t *whole)
{
    *whole = rate - 1;
    if (rate == 0 || !is_counted(&statement->figures[*whole])
        || !word_of(lexicon_words(statement->lexicon, NOTION_OF),
            between(statement, *whole, rate)))
        return false;
    *part = counted_before(statement, *whole, &statement->figures[*whole]);
    return *part != NONE && has(statement, NOTION_SHARE_VERBS,
        text_label(statement, *whole));
}

/* What a share is of: 总支出 of 占总支出的; of no length where that is not
 * said.  False where something else is between 占 and the share. */
static bool name_of_whole(const struct text_statement *statement,
    struct text_span label, struct text_span *name)
{
    const struct lexicon *lexicon = statement->lexicon;
    size_t at, size, end = label.length;
    const struct word *verb = word_in(lexicon_words(lexicon,
        NOTION_PORTIONS), label, &at);

    if (!verb || has(statement, NOTION_RESPECTIVELY, label))
        return false;
    size_t begin = at + verb->length;
    while (end > begin && (size = word_size_before(lexicon_words(lexicon,
            NOTION_CONNECTORS), label.text, end)) > 0)
        end -= size;
    size = word_size_before(lexicon_words(lexicon, NOTION_OF), label.text,
        end);
    if (end > begin && size == 0)
        return false;
    end -= end > begin ? size : 0;
    *name = (struct text_span){ label.text + begin,
        end > begin ? end - begin : 0 };
    return true;
}

/* How many bytes the words before a figure have in common with a name at their
 * ends; 0 where these are fewer characters than tell. */
static size_t called_by(const struct text_statement *statement, size_t k,
    struct text_span name)
{
    struct text_span label = text_label_name(statement, k);
    size_t begin = text_back(name.text, name.length,
        lexicon_limit(statement->lexicon, LIMIT_SHARE_NAME));
    size_t length = text_ends_with(label.text, label.length,
        name.text + begin, name.length - begin);

    while (length > 0 && length < name.length && length < label.length
        && name.text[name.length - length - 1]
            == label.text[label.length - length - 1])
        length++;
    return length;
}

/* The figure that 其中 before figure `part` is said of, or 中 behind it: 120人中，
 * 学生80人. */
static size_t whole_around(const struct text_statement *statement,
    size_t part)
{
    for (size_t k = part; k-- > 0;)
        if (has(statement, NOTION_AMONG_THEM, between(statement, k, k + 1))
            || has(statement, NOTION_OUT_OF, between(statement, k, k + 1)))
            return is_counted(&statement->figures[k])
                && text_figures_alike(&statement->figures[k],
                    &statement->figures[part]) ? k : NONE;
    return NONE;
}

/* 占54.3% and 占总支出的54.3%: of the figure of that name, the one that has most of
 * it, or else of what the part is among. */
static bool find_of_whole(const struct text_statement *statement,
    size_t rate, size_t *part, size_t *whole)
{
    struct text_span name;
    size_t most = 0;

    *part = rate - 1;
    if (rate == 0 || !is_counted(&statement->figures[*part])
        || !name_of_whole(statement, text_label(statement, rate), &name))
        return false;
    *whole = name.length > 0 ? NONE : whole_around(statement, *part);
    for (size_t k = *part; name.length > 0 && k-- > 0;) {
        size_t length = called_by(statement, k, name);
        if (length > 0 && length >= most
            && is_counted(&statement->figures[k]) && text_figures_alike(
                &statement->figures[k], &statement->figures[*part])) {
            *whole = k;
            most = length;
        }
    }
    return *whole != NONE;
}

/* What a budget is called between a verb and 的: 年初预算 of 完成年初预算的; of
 * no length where that is not said. */
static struct text_span name_of_budget(const struct text_statement *statement,
    struct text_span label)
{
    const struct lexicon *lexicon = statement->lexicon;
    size_t size = word_size_before(lexicon_words(lexicon, NOTION_OF),
        label.text, label.length), at;
    struct text_span name = { label.text, label.length - size };
    const struct word *verb = word_in(lexicon_words(lexicon,
        NOTION_SHARE_VERBS), name, &at);

    if (size == 0 || !verb)
        return (struct text_span){ label.text, 0 };
    name.text += at + verb->length;
    name.length -= at + verb->length;
    return name;
}

/* Whether figure k is the budget that a rate is of: 执行率 of any, 完成年初预算
 * 的 of one that is called so. */
static bool is_budget(const struct text_statement *statement, size_t k,
    size_t rate)
{
    struct text_span label = text_label(statement, k);
    struct text_span of = text_label(statement, rate);
    struct text_span name = name_of_budget(statement, of);

    if (!has(statement, NOTION_BUDGETED, label))
        return false;
    return has(statement, NOTION_EXECUTION, of)
        || (name.length > 0 && has(statement, NOTION_BUDGETED, name)
            && text_span_has(label, name));
}

/* Puts the one of two figures that is of a budget or a plan last; false where
 * not just one is. */
static bool order_by_budget(const struct text_statement *statement,
    size_t rate, const size_t pair[2], size_t *part, size_t *whole)
{
    bool budgets[2] = { is_budget(statement, pair[0], rate),
        is_budget(statement, pair[1], rate) };

    *whole = pair[budgets[0] ? 0 : 1];
    *part = pair[budgets[0] ? 1 : 0];
    return budgets[0] != budgets[1];
}

/* Just two figures before the rate, or in brackets behind it. */
static bool find_of_budget(const struct text_statement *statement,
    size_t rate, size_t *part, size_t *whole)
{
    size_t last = counted_before(statement, rate, NULL);
    size_t first = last == NONE ? NONE : counted_before(statement, last, NULL);

    size_t pair[2] = { first, last }, behind[2];

    if (text_bracketed_pair(statement, rate, behind))
        return order_by_budget(statement, rate, behind, part, whole);
    return first != NONE && counted_before(statement, first, NULL) == NONE
        && text_figures_alike(&statement->figures[first],
            &statement->figures[last])
        && order_by_budget(statement, rate, pair, part, whole);
}

/* Rates of change are no shares. */
static bool is_of_change(const struct text_statement *statement, size_t rate)
{
    static const enum notion changes[] = { NOTION_CHANGES, NOTION_RISES,
        NOTION_FALLS };

    return lexicon_is_in(statement->lexicon, text_label(statement, rate),
        changes, COUNT(changes));
}

static void check(const struct text_statement *statement,
    struct buffer *found)
{
    const struct text_figure *figures = statement->figures;
    size_t part, whole;

    for (size_t k = 0; k < statement->count && found->length == 0; k++)
        if (text_figure_is_rate(&figures[k])
            && figures[k].precision == TEXT_EXACT
            && !is_of_change(statement, k)
            && (find_of_figure(statement, k, &part, &whole)
                || find_of_whole(statement, k, &part, &whole)
                || find_of_budget(statement, k, &part, &whole)))
            text_ratio_judge(&figures[part], &figures[whole], &figures[k],
                found);
}

const struct text_needs text_share_needs = { TEXT_DIGIT, 3,
    { NOTION_OF, NOTION_PORTIONS, NOTION_EXECUTION } };

bool text_share(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static const struct text_statement_search search = { &text_share_needs,
        3, check };

    (void)argument;
    text_check_statements(lexicon, text, &search, found);
    return true;
}
