/*
 * Years that a text speaks of: 2022年, 2022-2023年, ２０２２年, 二〇二二年; but
 * those of documents, 《预算法》（2018年修正） and 〔2020〕10号.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/clauses.h"
#include "6_rules/text/date_parts.h"
#include "6_rules/text/leftovers.h"
#include "6_rules/text/numerals.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))
#define YEAR_DIGITS 4
#define LITERAL_SIZE 24         /* of any long */
#define TITLE_REACH 240         /* bytes in which a title closes */

/* A year where it stands: its digits, and what they are in the text. */
struct year {
    char digits[YEAR_DIGITS + 1];
    size_t begin, end;
};

/* Four digits and no more, from 1900 to 2099; where they end in any case. */
static bool read_year(const struct lexicon *lexicon, const char *text,
    size_t at, struct year *year)
{
    size_t count = 0, size;
    char digit;

    *year = (struct year){ .begin = at, .end = at };
    while ((size = text_any_digit(lexicon, text + year->end, &digit)) > 0) {
        if (count < YEAR_DIGITS)
            year->digits[count] = digit;
        count++;
        year->end += size;
    }
    return count == YEAR_DIGITS && (text_starts(year->digits, "19")
        || text_starts(year->digits, "20"));
}

/* Whether 年 stands there, or joins it by way of more years: -2023年. */
static bool leads_to_year(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    static const enum notion joints[] = { NOTION_RANGE_JOINTS, NOTION_JOINTS,
        NOTION_ITEM_MARKS };
    struct year next;
    size_t size = 0;

    at += strspn(text + at, " ");
    if (notion_at(lexicon, NOTION_YEAR_UNITS, text, at) > 0)
        return true;
    for (size_t k = 0; size == 0 && k < COUNT(joints); k++)
        size = notion_at(lexicon, joints[k], text, at);
    return size > 0 && read_year(lexicon, text, at + size, &next)
        && leads_to_year(lexicon, text, next.end);
}

/* The length of brackets of a kind; 1 for one that does not close. */
static size_t skip_brackets(const struct lexicon *lexicon, enum notion notion,
    const char *text, size_t at)
{
    const struct word_list *pairs = lexicon_words(lexicon, notion);
    struct text_span inside;
    size_t length = text_brackets_at(pairs, text, at, TITLE_REACH, &inside);

    return length > 0 ? length : word_size_at(pairs, text, at);
}

/* Titles and numbers of documents, which have their own years, and what stands
 * in brackets behind a title. */
static size_t skip_document(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t length = skip_brackets(lexicon, NOTION_TITLE_BRACKETS, text, at);

    if (length > 0)
        return length + skip_brackets(lexicon, NOTION_ROUND_BRACKETS, text,
            at + length);
    return skip_brackets(lexicon, NOTION_BRACKETS, text, at);
}

/* The next year at *at or behind it, and *at behind it. */
static bool next_year(const struct lexicon *lexicon, const char *text,
    size_t *at, struct year *year)
{
    static const enum notion notions[] = { NOTION_TITLE_BRACKETS,
        NOTION_BRACKETS, NOTION_NUMERALS };
    const struct word_marks beginnings = lexicon_beginnings(lexicon,
        notions, COUNT(notions));
    unsigned code;

    while (text[*at = text_skip_plain(&beginnings, text, *at)]) {
        size_t size = skip_document(lexicon, text, *at);
        if (size == 0) {
            bool is_year = read_year(lexicon, text, *at, year);
            size = year->end - *at;
            if (is_year && leads_to_year(lexicon, text, year->end)) {
                *at = year->end;
                return true;
            }
        }
        *at += size > 0 ? size : text_character(text + *at, &code);
    }
    return false;
}

static bool is_among(const char *years, const struct year *year)
{
    return text_words_have(years,
        (struct text_span){ year->digits, YEAR_DIGITS });
}

/* Whether one of the years lies between two. */
static bool has_between(const char *years, const struct year *first,
    const struct year *last)
{
    char digits[YEAR_DIGITS + 1];

    for (; *years; years += strspn(years, " ")) {
        size_t length = strcspn(years, " ");
        snprintf(digits, sizeof digits, "%.*s", (int)length, years);
        if (length == YEAR_DIGITS && strcmp(first->digits, digits) <= 0
            && strcmp(digits, last->digits) <= 0)
            return true;
        years += length;
    }
    return false;
}

/* Behind a period of years that the years fall into, 2021—2025年 or 2021年至2025
 * 年; 0 where the year does not begin one. */
static size_t skip_period(const struct lexicon *lexicon, const char *text,
    const char *years, const struct year *first)
{
    size_t at = first->end
        + notion_at(lexicon, NOTION_YEAR_UNITS, text, first->end);
    size_t joint = 0, size;
    struct year last;

    while ((size = notion_at(lexicon, NOTION_RANGE_JOINTS, text, at + joint))
        > 0)
        joint += size;
    return joint > 0 && read_year(lexicon, text, at + joint, &last)
        && leads_to_year(lexicon, text, last.end)
        && has_between(years, first, &last) ? last.end : 0;
}

/* 2022年 */
static void add_year(const struct lexicon *lexicon, const struct year *year,
    struct buffer *found)
{
    const struct word_list *units = lexicon_words(lexicon, NOTION_YEAR_UNITS);

    if (units->count > 0)
        buffer_printf(found, "%s%.*s", year->digits,
            (int)units->list[0].length, units->list[0].text);
}

const struct text_needs text_other_year_needs = { TEXT_ANY, 1,
    { NOTION_YEAR_UNITS } };

/* Whether a year is named as that of accounts or a budget which somebody works
 * on: 编制2022年度决算. */
static bool is_of_accounts(const struct lexicon *lexicon, const char *text,
    const struct year *year, enum notion accounts)
{
    size_t at = year->end + date_year_unit(lexicon, text, year->end);

    return notion_at(lexicon, accounts, text, at) > 0
        && word_is_in(lexicon_words(lexicon, NOTION_ACCOUNTS_WORK),
            text_clause_around(lexicon, text, year->begin, at));
}

/* Whether the year `by` years behind one is among some. */
static bool has_neighbour(const char *years, const struct year *year, int by)
{
    char digits[LITERAL_SIZE];
    long number = strtol(year->digits, NULL, 10) + by;
    int length = snprintf(digits, sizeof digits, "%ld", number);

    return text_words_have(years,
        (struct text_span){ digits, (size_t)length });
}

/* Whether the work of one of the years is on the accounts of the year before,
 * or on the budget of the next. */
static bool is_worked_on(const struct lexicon *lexicon, const char *text,
    const char *years, const struct year *year)
{
    return (has_neighbour(years, year, 1) && is_of_accounts(lexicon, text,
            year, NOTION_FINAL_ACCOUNTS))
        || (has_neighbour(years, year, -1) && is_of_accounts(lexicon, text,
            year, NOTION_NEXT_BUDGETS));
}

bool text_other_year(const struct lexicon *lexicon, const char *text,
    const char *years, struct buffer *found)
{
    struct year year;

    for (size_t at = 0; found->length == 0
         && next_year(lexicon, text, &at, &year);) {
        size_t period = skip_period(lexicon, text, years, &year);
        if (period > 0)
            at = period;
        else if (!is_among(years, &year)
            && !is_worked_on(lexicon, text, years, &year))
            add_year(lexicon, &year, found);
    }
    return true;
}

/* Behind the unit of a year, and the month and the day that follow it. */
static size_t skip_date(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    static const enum notion units[] = { NOTION_BUSINESS_YEARS,
        NOTION_YEAR_UNITS, NOTION_MONTH_UNITS, NOTION_DAY_UNITS };
    size_t size;
    char digit;

    for (size_t k = 0; k < COUNT(units); k++) {
        while ((size = text_any_digit(lexicon, text + at, &digit)) > 0)
            at += size;
        at += notion_at(lexicon, units[k], text, at);
    }
    return at;
}

/* Whether two years are followed by the same words: 2022年支出 and 2023年支出. */
static bool are_followed_alike(const struct lexicon *lexicon,
    const char *text, const struct year *a, const struct year *b)
{
    size_t at = skip_date(lexicon, text, a->end);
    size_t other = skip_date(lexicon, text, b->end);
    size_t size = text_forward(text, at, lexicon_limit(lexicon,
        LIMIT_YEAR_WORDS)) - at;

    return size > 0 && notion_at(lexicon, NOTION_PHRASE_MARKS, text, at) == 0
        && strncmp(text + at, text + other, size) == 0;
}

/* Whether another year is named as well: in the sentence, where what is said of
 * the former belongs to the latter; or near it, where the same is told of
 * it. */
static bool has_other_year(const struct lexicon *lexicon, const char *text,
    const struct year *year, struct text_span sentence)
{
    struct text_span near = text_passage_around(lexicon, text, year->begin,
        year->end);
    size_t at = (size_t)(near.text - text), end = at + near.length;
    size_t from = (size_t)(sentence.text - text);
    struct year other;

    while (at < end && next_year(lexicon, text, &at, &other)
        && other.begin < end)
        if (strcmp(other.digits, year->digits) != 0
            && ((other.begin >= from && other.begin < from + sentence.length)
                || are_followed_alike(lexicon, text, year, &other)))
            return true;
    return false;
}

/* The clause around a year; with the next one where it ends with the date:
 * 2022年，该项目立项. */
static struct text_span clause_of(const struct lexicon *lexicon,
    const char *text, const struct year *year)
{
    size_t behind = skip_date(lexicon, text, year->end);

    behind += notion_at(lexicon, NOTION_PAST_ENDS, text, behind);
    behind += notion_at(lexicon, NOTION_COMMAS, text, behind);
    return text_clause_around(lexicon, text, year->begin, behind);
}

/* Whether a date is the day that a state is told of: 截至2022年末, 截至2022年12
 * 月31日. */
static bool is_as_of(const struct lexicon *lexicon, const char *text,
    const struct year *year, size_t date)
{
    return word_before(lexicon_words(lexicon, NOTION_AS_OF), text,
            year->begin)
        && (notion_at(lexicon, NOTION_PAST_ENDS, text, date) > 0
            || word_before(lexicon_words(lexicon, NOTION_DAY_UNITS), text,
                date));
}

/* Whether the sentence tells of this year behind or before the clause of a
 * year: 受2022年旱灾影响，今年减产. */
static bool tells_of_this_year(const struct lexicon *lexicon,
    struct text_span sentence, struct text_span clause)
{
    const struct word_list *words = lexicon_words(lexicon, NOTION_THIS_YEAR);
    const char *end = sentence.text + sentence.length;
    const char *behind = clause.text + clause.length;

    return (clause.text > sentence.text && word_is_in(words,
            (struct text_span){ sentence.text,
                (size_t)(clause.text - sentence.text) }))
        || (behind < end && word_is_in(words,
            (struct text_span){ behind, (size_t)(end - behind) }));
}

/* Whether a state is told of the end of a year, which is to be that of this
 * one: 截至2022年12月31日, and 2022年末在职86人. */
static bool is_state(const struct lexicon *lexicon, const char *text,
    const struct year *year, size_t date, struct text_span clause)
{
    return is_as_of(lexicon, text, year, date)
        || (notion_at(lexicon, NOTION_PAST_ENDS, text, date) > 0
            && word_is_in(lexicon_words(lexicon, NOTION_STATES), clause));
}

/* Whether nothing tells why an earlier year is named: 比2022年, 2022年底, 2022
 * 年结余, 2022年立项 and the like.  Of a state, 截至2022年底, the date does not. */
static bool is_bare(const struct lexicon *lexicon, const char *text,
    const struct year *year)
{
    size_t date = skip_date(lexicon, text, year->end);
    struct text_span clause = clause_of(lexicon, text, year);
    struct text_span sentence = text_long_sentence_around(lexicon, text,
        year->begin, year->end);

    if (is_state(lexicon, text, year, date, clause)) {
        clause.length -= (size_t)(text + date - clause.text);
        clause.text = text + date;
    } else if (word_before(lexicon_words(lexicon, NOTION_PAST_LEADS), text,
            year->begin)
        || notion_at(lexicon, NOTION_PAST_ENDS, text, date) > 0)
        return false;
    return !is_of_accounts(lexicon, text, year, NOTION_FINAL_ACCOUNTS)
        && !word_is_in(lexicon_words(lexicon, NOTION_PAST_GROUNDS), clause)
        && !tells_of_this_year(lexicon, sentence, clause)
        && !has_other_year(lexicon, text, year, sentence);
}

bool text_bare_year(const struct lexicon *lexicon, const char *text,
    const char *years, struct buffer *found)
{
    struct year year;

    for (size_t at = 0; found->length == 0
         && next_year(lexicon, text, &at, &year);)
        if (is_among(years, &year) && is_bare(lexicon, text, &year))
            add_year(lexicon, &year, found);
    return true;
}

bool text_unfounded_year(const struct lexicon *lexicon, const char *text,
    const char *years, struct buffer *found)
{
    struct year year;

    for (size_t at = 0; found->length == 0
         && next_year(lexicon, text, &at, &year);)
        if (!is_among(years, &year) && is_bare(lexicon, text, &year))
            add_year(lexicon, &year, found);
    return true;
}
