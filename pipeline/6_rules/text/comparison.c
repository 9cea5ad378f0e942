/*
 * Relations that a text states: 9.99万元，小于年初预算数16万元; or behind both
 * figures: 9.99万元，比上年8万元有所减少.
 */

#include <string.h>

#include "0_base/signs.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/statements.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

/* The orders of two figures for which a relation is true. */
enum order { LESS = 1, EQUAL = 2, MORE = 4 };

struct relation {
    enum notion notion;         /* its words */
    unsigned orders;
    const char *opposite;
};

static const struct relation relations[] = {
    { NOTION_AT_MOST, LESS | EQUAL, ">" },
    { NOTION_AT_LEAST, MORE | EQUAL, "<" },
    { NOTION_LESS, LESS, SIGN_AT_LEAST },
    { NOTION_MORE, MORE, SIGN_AT_MOST },
};

/* Those that stand behind both figures. */
static const struct relation endings[] = {
    { NOTION_SAME, EQUAL, SIGN_UNEQUAL },
    { NOTION_RISES, MORE, SIGN_AT_MOST },
    { NOTION_FALLS, LESS, SIGN_AT_LEAST },
};

/* A relation where a text states it. */
struct stated {
    const struct relation *relation;    /* NULL for none */
    const struct word *word;
};

/* The longest of them at a place. */
static struct stated read_relation(const struct lexicon *lexicon,
    const struct relation *list, size_t count, const char *text, size_t at)
{
    struct stated best = { NULL, NULL };

    for (size_t k = 0; k < count; k++) {
        const struct word *word = word_at(lexicon_words(lexicon,
            list[k].notion), text, at);
        if (word && (!best.word || word->length > best.word->length))
            best = (struct stated){ &list[k], word };
    }
    return best;
}

/* Behind the words of a notion at a place. */
static size_t skip_words(const struct lexicon *lexicon, enum notion notion,
    const char *text, size_t at)
{
    const struct word_list *words = lexicon_words(lexicon, notion);
    size_t size;

    while ((size = word_size_at(words, text, at)) > 0)
        at += size;
    return at;
}

/* The relation behind a figure: ，均未超过 but not ，每人不超过. */
static struct stated relation_behind(const struct lexicon *lexicon,
    const char *text, size_t *at)
{
    struct stated stated;
    size_t size;

    while (!(stated = read_relation(lexicon, relations, COUNT(relations),
                text, *at)).relation
        && (size = word_size_at(lexicon_words(lexicon,
                NOTION_BEFORE_RELATIONS), text, *at)) > 0)
        *at += size;
    if (stated.relation)
        *at += stated.word->length;
    return stated;
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

/* Whether the right figure cannot be by how much the left one is above or below
 * another: nothing is above another by more than it is, and no rate is below
 * one of more than 100 %. */
static bool is_no_difference(const struct relation *relation,
    const struct text_figure *left, const struct text_figure *right)
{
    static const struct relation less = { .orders = LESS };
    struct decimal sum;

    if (relation->orders == MORE)
        return is_true(&less, left, right);
    return relation->orders == LESS && text_figure_is_rate(left)
        && decimal_add(left->value, right->value, &sum)
        && decimal_compare(sum, decimal_hundred) > 0;
}

/* Whether words end with an aim whose figure is a little less than the one that
 * is called lower, 37.1元，低于目标35元: by how much would be half of the aim. */
static bool is_missed_aim(const struct text_statement *statement,
    struct text_span words, const struct relation *relation,
    const struct text_figure *left, const struct text_figure *right)
{
    const struct decimal four = { 4, 0, false }, five = { 5, 0, false };
    struct decimal a, b;

    return relation->orders == LESS && !text_figure_is_rate(left)
        && word_before(lexicon_words(statement->lexicon, NOTION_AIMS),
            words.text, words.length)
        && text_figure_base(left, &a) && text_figure_base(right, &b)
        && decimal_multiply(a, four, 0, a.places, &a)
        && decimal_multiply(b, five, 0, b.places, &b)
        && decimal_compare(a, b) <= 0;
}

/* Whether the words between a relation and its figure name that figure: not
 * by how much, 超过预算5万元.  Nobody says how much 未超过预算 is; `no_difference` tells
 * that it cannot be that. */
static bool names_figure(const struct lexicon *lexicon,
    struct text_span words, const struct stated *stated, bool no_difference)
{
    static const enum notion compared[] = { NOTION_PLANS, NOTION_LAST_YEAR };
    const struct word *relation = stated->word;
    bool named = words.length == 0
        || word_of(lexicon_words(lexicon, NOTION_PURE_RELATIONS),
            (struct text_span){ relation->text, relation->length })
        || (((stated->relation->orders & EQUAL) || no_difference)
            && lexicon_is_in(lexicon, words, compared, COUNT(compared)))
        || word_before(lexicon_words(lexicon, NOTION_FIGURE_NOUNS),
            words.text, words.length);

    return named && !word_is_in(lexicon_words(lexicon, NOTION_PHRASE_MARKS),
            words)
        && text_span_characters(words) <= lexicon_limit(lexicon,
            LIMIT_RELATION_NOUN);
}

/* Whether a rate is a share of what the words before it name: 达到目标的95%, but not
 * 高于上年的95%. */
static bool is_share(const struct lexicon *lexicon, struct text_span words,
    const struct text_figure *figure)
{
    static const enum notion former[] = { NOTION_LAST_YEAR,
        NOTION_YEAR_UNITS };

    return text_figure_is_rate(figure)
        && word_before(lexicon_words(lexicon, NOTION_OF), words.text,
            words.length)
        && !lexicon_is_in(lexicon, words, former, COUNT(former));
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

static bool are_comparable(const struct text_figure *left,
    const struct text_figure *right)
{
    return left->precision == TEXT_EXACT && right->precision != TEXT_ABOUT
        && text_figures_alike(left, right);
}

/* Whether the right one is what the left one is compared to: 比上年, 与预算. */
static bool is_compared(const struct text_statement *statement,
    const struct text_figure *left, const struct text_figure *right)
{
    static const enum notion others[] = { NOTION_PLANS, NOTION_LAST_YEAR,
        NOTION_YEAR_UNITS };
    const struct lexicon *lexicon = statement->lexicon;
    const char *text = statement->sentence.text;
    size_t at = skip_words(lexicon, NOTION_BEFORE_RELATIONS, text, left->end);
    size_t size = word_size_at(lexicon_words(lexicon, NOTION_COMPARED_TO),
        text, at);

    if (size == 0 || at + size > right->begin)
        return false;
    struct text_span words = text_statement_span(statement, at + size,
        right->begin);
    return lexicon_is_in(lexicon, words, others, COUNT(others))
        && !word_is_in(lexicon_words(lexicon, NOTION_PHRASE_MARKS), words)
        && text_span_characters(words) <= lexicon_limit(lexicon,
            LIMIT_RELATION_NOUN);
}

/* Whether a relation behind both is wrong: 比上年8万元有所减少.  By how much,
 * 比上年8万元减少2万元, is looked at with the changes. */
static bool is_wrong_behind(const struct text_statement *statement,
    const struct text_figure *left, const struct text_figure *right,
    const struct relation **relation)
{
    const char *text = statement->sentence.text;
    const struct text_figure *end = statement->figures + statement->count;

    if (!right || !are_comparable(left, right)
        || !is_compared(statement, left, right))
        return false;
    size_t at = skip_words(statement->lexicon, NOTION_DEGREES, text,
        right->end);
    const struct stated stated = read_relation(statement->lexicon, endings,
        COUNT(endings), text, at);
    *relation = stated.relation;
    return *relation && !is_true(*relation, left, right)
        && (right + 1 == end || right[1].begin > at + stated.word->length);
}

static bool is_wrong(const struct text_statement *statement,
    const struct text_figure *left, const struct text_figure *right,
    const struct relation **relation)
{
    size_t at = left->end;
    const struct stated stated = relation_behind(statement->lexicon,
        statement->sentence.text, &at);

    *relation = stated.relation;
    if (!*relation || !right || at > right->begin
        || !are_comparable(left, right))
        return false;
    struct text_span words = text_statement_span(statement, at,
        right->begin);
    return names_figure(statement->lexicon, words, &stated,
            is_no_difference(*relation, left, right)
                || is_missed_aim(statement, words, *relation, left, right))
        && !is_share(statement->lexicon, words, right)
        && !is_true(*relation, left, right);
}

static void check(const struct text_statement *statement,
    struct buffer *found)
{
    const struct relation *relation;

    for (size_t k = 0; k + 1 < statement->count && found->length == 0; k++) {
        const struct text_figure *left = &statement->figures[k];
        const struct text_figure *right = next_figure(statement, k);
        if (!is_wrong(statement, left, right, &relation)
            && !is_wrong_behind(statement, left, right, &relation))
            continue;
        text_add_figure(statement, left, found);
        buffer_add_string(found, relation->opposite);
        text_add_figure(statement, right, found);
    }
}

const struct text_needs text_comparison_needs = { TEXT_DIGIT, 7,
    { NOTION_AT_MOST, NOTION_AT_LEAST, NOTION_LESS, NOTION_MORE, NOTION_SAME,
        NOTION_RISES, NOTION_FALLS } };

bool text_comparison(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static const struct text_statement_search search = {
        &text_comparison_needs, 2, check };

    (void)argument;
    text_check_statements(lexicon, text, &search, found);
    return true;
}
