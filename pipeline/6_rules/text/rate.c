/* Rates against the two counts that they come from: 受理201件，结案190件，结案率
 * 94.53%。 */

#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/ratio.h"
#include "6_rules/text/statements.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

/* Rates of change are no shares. */
static bool is_of_change(const struct text_statement *statement,
    struct text_span label)
{
    static const enum notion changes[] = { NOTION_CHANGES, NOTION_RISES,
        NOTION_FALLS };

    return lexicon_is_in(statement->lexicon, label, changes, COUNT(changes));
}

/* The two characters before 率 in the label of a rate: 结案 of 全年结案率为; of
 * no length where it has none. */
static struct text_span rate_key(const struct text_statement *statement,
    struct text_span label)
{
    const struct lexicon *lexicon = statement->lexicon;
    size_t end = label.length, size;

    while ((size = word_size_before(lexicon_words(lexicon,
            NOTION_CONNECTORS), label.text, end)) > 0)
        end -= size;
    size = word_size_before(lexicon_words(lexicon, NOTION_RATES), label.text,
        end);
    if (size == 0 || size >= end || is_of_change(statement, label))
        return (struct text_span){ label.text, 0 };
    end -= size;
    size_t begin = text_back(label.text, end,
        lexicon_limit(lexicon, LIMIT_RATE_KEY));
    return (struct text_span){ label.text + begin, end - begin };
}

/* The two counts before figure `rate`, all there is but dates and rates. */
static bool find_counts(const struct text_statement *statement, size_t rate,
    size_t counts[2])
{
    const struct text_figure *figures = statement->figures;
    size_t found = 0;

    for (size_t k = 0; k < rate; k++) {
        if (figures[k].is_date || text_figure_is_rate(&figures[k]))
            continue;
        if (found == 2 || figures[k].precision != TEXT_EXACT)
            return false;
        counts[found++] = k;
    }
    return found == 2
        && text_figures_alike(&figures[counts[0]], &figures[counts[1]]);
}

/* How many characters of a key a label has, 收 and 回 of 回收. */
static size_t count_common(struct text_span label, struct text_span key)
{
    struct text_span part = { key.text, 0 };
    size_t count = 0;
    unsigned code;

    for (size_t at = 0; at < key.length; at += part.length) {
        part.text = key.text + at;
        part.length = text_character(part.text, &code);
        count += text_span_has(label, part);
    }
    return count;
}

/* Whether a rate is one of what was to be done, 完成率, whatever that was. */
static bool is_of_plan(const struct text_statement *statement,
    struct text_span key)
{
    const char *text = statement->sentence.text;
    size_t end = (size_t)(key.text + key.length - text);

    end += notion_at(statement->lexicon, NOTION_RATES, text, end);
    return word_before(lexicon_words(statement->lexicon, NOTION_EXECUTION),
        text, end) != NULL;
}

/* The two counts behind figure `rate` that are all there is in the sentence but
 * dates: 执行率98%，预算60万元，执行60万元. */
static bool find_counts_behind(const struct text_statement *statement,
    size_t rate, size_t counts[2])
{
    const struct text_figure *figures = statement->figures;
    size_t found = 0;

    for (size_t k = 0; k < statement->count; k++) {
        if (k == rate || figures[k].is_date)
            continue;
        if (found == 2 || k < rate || figures[k].precision != TEXT_EXACT)
            return false;
        counts[found++] = k;
    }
    return found == 2
        && text_figures_alike(&figures[counts[0]], &figures[counts[1]]);
}

/* Whether one of two counts is what was due, 应训36人, the other one what was
 * done, and both are of what the rate is named after, or of what there was to
 * do; the former goes first. */
static bool order_by_duty(const struct text_statement *statement,
    struct text_span key, size_t counts[2])
{
    bool due[2];

    for (size_t k = 0; k < 2; k++) {
        struct text_span label = text_label(statement, counts[k]);
        due[k] = text_statement_has(statement, label, NOTION_DUE);
        if (count_common(label, key) == 0 && !is_of_plan(statement, key))
            return false;
    }
    if (due[1] && !due[0]) {
        size_t part = counts[0];
        counts[0] = counts[1];
        counts[1] = part;
    }
    return due[0] != due[1];
}

/* Puts the whole first: the other one is what the rate is named after. */
static bool order_counts(const struct text_statement *statement,
    struct text_span key, size_t counts[2])
{
    struct text_span labels[2], first = key;
    bool named[2], hinted[2];
    unsigned code;

    first.length = text_character(key.text, &code);
    for (size_t k = 0; k < 2; k++) {
        labels[k] = text_label(statement, counts[k]);
        named[k] = count_common(labels[k], key)
            == text_span_characters(key);
        hinted[k] = text_span_has(labels[k], first);     /* 应到 and 实到 */
    }
    if (named[0] && !named[1]) {
        size_t part = counts[0];
        counts[0] = counts[1];
        counts[1] = part;
        return true;
    }
    return named[1] || (hinted[0] && hinted[1]);
}

/* Whether the second of two counts is not above the first. */
static bool is_part(const struct text_statement *statement,
    const size_t counts[2])
{
    struct decimal whole, part;

    return text_figure_base(&statement->figures[counts[0]], &whole)
        && text_figure_base(&statement->figures[counts[1]], &part)
        && decimal_compare(part, whole) <= 0;
}

/* The whole and the part that a rate is of.  Behind it there may be a part and
 * what else was counted: 参训教师36人，讲师4人. */
static bool find_pair(const struct text_statement *statement,
    struct text_span key, size_t rate, size_t counts[2])
{
    if (find_counts(statement, rate, counts)
        || text_bracketed_pair(statement, rate, counts))
        return order_by_duty(statement, key, counts)
            || order_counts(statement, key, counts);
    return find_counts_behind(statement, rate, counts)
        && (order_by_duty(statement, key, counts)
            || (order_counts(statement, key, counts)
                && is_part(statement, counts)));
}

static void check_rate(const struct text_statement *statement, size_t k,
    struct buffer *found)
{
    const struct text_figure *rate = &statement->figures[k];
    struct text_span key = rate_key(statement,
        text_label(statement, k));
    size_t counts[2];

    if (key.length == 0 || rate->precision != TEXT_EXACT
        || !find_pair(statement, key, k, counts))
        return;
    text_ratio_judge(&statement->figures[counts[1]],
        &statement->figures[counts[0]], rate, found);
}

static void check(const struct text_statement *statement,
    struct buffer *found)
{
    for (size_t k = 0; k < statement->count && found->length == 0; k++)
        if (text_figure_is_rate(&statement->figures[k]))
            check_rate(statement, k, found);
}

const struct text_needs text_rate_needs = { TEXT_DIGIT, 1,
    { NOTION_RATES } };

bool text_rate(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static const struct text_statement_search search = { &text_rate_needs, 3,
        check };

    (void)argument;
    text_check_statements(lexicon, text, &search, found);
    return true;
}
