/* Relations that a text states: 9.99万元，小于年初预算数16万元。 */

#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/statements.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))
#define NOUN_CHARACTERS 12      /* between a relation and its figure */

/* The order of the figures that makes a relation true. */
enum order { LESS = 1, EQUAL = 2, MORE = 4 };

struct relation {
    const char *word;
    unsigned orders;
    const char *opposite;
    bool difference;            /* with a noun: 超过预算5万元, by how much */
};

/* A longer word before the one it contains. */
static const struct relation relations[] = {
    { "不超过", LESS | EQUAL, ">", true },
    { "未超过", LESS | EQUAL, ">", true },
    { "没有超过", LESS | EQUAL, ">", true },
    { "不高于", LESS | EQUAL, ">", true },
    { "不大于", LESS | EQUAL, ">", false },
    { "不多于", LESS | EQUAL, ">", true },
    { "不少于", MORE | EQUAL, "<", true },
    { "不低于", MORE | EQUAL, "<", true },
    { "不小于", MORE | EQUAL, "<", false },
    { "小于", LESS, "≥", false },
    { "低于", LESS, "≥", true },
    { "少于", LESS, "≥", true },
    { "大于", MORE, "≤", false },
    { "高于", MORE, "≤", true },
    { "多于", MORE, "≤", true },
    { "超过", MORE, "≤", true },
    { "超出", MORE, "≤", true },
};

static const struct relation *read_relation(const char *text)
{
    for (size_t k = 0; k < COUNT(relations); k++)
        if (text_starts(text, relations[k].word))
            return &relations[k];
    return NULL;
}

/* The relation behind a figure: ，均未超过 but not ，每人不超过. */
static const struct relation *relation_behind(const char *text, size_t *at)
{
    static const char *const adverbs[] = { "，", "均", "都", "也", "仍", "远",
        "略", "明显", "大大", NULL };
    const struct relation *relation;
    size_t size;

    while (!(relation = read_relation(text + *at))
        && (size = text_starts_any(text + *at, adverbs)) > 0)
        *at += size;
    if (relation)
        *at += strlen(relation->word);
    return relation;
}

/* Whether the words between a relation and its figure name that figure. */
static bool names_figure(struct text_span words,
    const struct relation *relation)
{
    static const char *const marks[] = { "，", "、", "（", "：", ",", NULL };
    static const char *const ends[] = { "数", "额", "的", "值", "标准",
        "限额", "规模", "为" };
    bool ended = words.length == 0 || !relation->difference;

    for (size_t k = 0; !ended && k < COUNT(ends); k++)
        ended = text_ends(words.text, words.length, ends[k]) > 0;
    return ended && !text_span_has_any(words, marks)
        && text_span_characters(words) <= NOUN_CHARACTERS;
}

static bool is_true(const struct relation *relation,
    const struct text_figure *left, const struct text_figure *right)
{
    struct decimal a, b;

    if (!text_figure_base(left, &a) || !text_figure_base(right, &b))
        return true;
    int order = decimal_compare(a, b);
    return (relation->orders & (order < 0 ? LESS : order > 0 ? MORE : EQUAL))
        != 0;
}

/* The figure behind figure k, but for dates: 低于2022年的16万元. */
static const struct text_figure *next_figure(
    const struct text_statement *statement, size_t k)
{
    while (++k < statement->count)
        if (!statement->figures[k].is_date)
            return &statement->figures[k];
    return NULL;
}

static bool is_wrong(const struct text_statement *statement,
    const struct text_figure *left, const struct text_figure *right,
    const struct relation **relation)
{
    size_t at = left->end;

    *relation = relation_behind(statement->sentence.text, &at);
    return *relation && right && at <= right->begin
        && left->precision == TEXT_EXACT && right->precision != TEXT_ABOUT
        && text_figures_alike(left, right)
        && names_figure(text_statement_span(statement, at, right->begin),
            *relation)
        && !is_true(*relation, left, right);
}

static void check(const struct text_statement *statement,
    struct buffer *found)
{
    const struct relation *relation;

    for (size_t k = 0; k + 1 < statement->count && found->length == 0; k++) {
        const struct text_figure *left = &statement->figures[k];
        const struct text_figure *right = next_figure(statement, k);
        if (!is_wrong(statement, left, right, &relation))
            continue;
        text_add_figure(statement, left, found);
        buffer_add_string(found, relation->opposite);
        text_add_figure(statement, right, found);
    }
}

bool text_comparison(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static const char *const cues[] = { "于", "超过", NULL };
    static const struct text_statement_search search = { NULL, cues, 2, check };

    (void)argument;
    text_check_statements(lexicon, text, &search, found);
    return true;
}
