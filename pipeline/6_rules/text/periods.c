/* Finds periods that end before they begin, 2023年12月至2023年1月, and steps of
 * a project that come before earlier ones: 2023年9月开工，2023年3月竣工. */

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/clauses.h"
#include "6_rules/text/date_parts.h"
#include "6_rules/text/numerals.h"

/* A date with its year, which says when a period begins or ends. */
static bool read_whole(const struct lexicon *lexicon, const char *text,
    size_t at, struct date *date)
{
    return (date_read_signed(lexicon, text, at, date)
            || date_read(lexicon, text, at, date))
        && date->parts[DATE_YEAR].count == 4;
}

/* Behind what is between the two dates of a period, 至 or 起至; 0 where they are
 * no period. */
static size_t skip_joint(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t size = notion_at(lexicon, NOTION_PERIOD_BEGINNINGS, text, at);
    size_t joint = at += size;

    while ((size = notion_at(lexicon, NOTION_RANGE_JOINTS, text, at)) > 0)
        at += size;
    return at > joint ? at : 0;
}

/* As far as both say it: of 2023年12月 and 2023年 neither comes first. */
static bool is_before(const struct date *a, const struct date *b)
{
    int order = 0;

    for (int k = DATE_YEAR; order == 0 && k < DATE_PARTS
        && a->parts[k].count > 0 && b->parts[k].count > 0; k++)
        order = a->parts[k].value - b->parts[k].value;
    return order < 0;
}

/* Whether the one date took the place of the other. */
static bool is_changed(const struct lexicon *lexicon, const char *text,
    size_t begin, size_t end)
{
    return word_is_in(lexicon_words(lexicon, NOTION_DATE_CHANGES),
        text_sentence_around(lexicon, text, begin, end));
}

/* A date with the step that was taken then. */
struct step {
    size_t begin, end;          /* end: behind the word for the step */
    struct date date;
    int rank;                   /* 0: no step */
};

/* Whether nothing but a mark is before a date, so that what is said of it goes
 * on from the date before: 另一工程2023年3月竣工 tells of something else. */
static bool goes_on(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t size;

    while ((size = notion_before(lexicon, NOTION_STEP_LEADS, text, at)) > 0)
        at -= size;
    return notion_before(lexicon, NOTION_PHRASE_MARKS, text, at) > 0;
}

/* The first word for a step in what is left of the clause. */
static void read_step(const struct lexicon *lexicon, const char *text,
    struct step *step)
{
    struct text_span clause = text_clause_around(lexicon, text, step->begin,
        step->date.end);
    struct text_span rest = { text + step->date.end,
        (size_t)(clause.text + clause.length - text) - step->date.end };
    size_t at;
    const struct word *word = word_in(lexicon_words(lexicon, NOTION_STEPS),
        rest, &at);

    step->rank = word ? word_number(word) : 0;
    step->end = step->date.end + (word ? at + word->length : 0);
}

static bool is_in_sentence(const struct lexicon *lexicon, const char *text,
    const struct step *first, size_t at)
{
    struct text_span sentence = text_sentence_around(lexicon, text,
        first->begin, first->end);

    return at < (size_t)(sentence.text + sentence.length - text);
}

static bool is_reversed(const struct lexicon *lexicon, const char *text,
    const struct step *first, const struct step *last)
{
    return first->rank > 0 && first->rank < last->rank
        && is_before(&last->date, &first->date)
        && is_in_sentence(lexicon, text, first, last->begin)
        && goes_on(lexicon, text, last->begin)
        && !is_changed(lexicon, text, first->begin, last->end);
}

/* A date without its year that is that of the date before, in its sentence:
 * 2023年9月开工，3月竣工. */
static bool read_rest(const struct lexicon *lexicon, const char *text,
    size_t at, const struct step *before, struct date *date)
{
    if (before->date.parts[DATE_YEAR].count == 0
        || !date_read(lexicon, text, at, date)
        || date->parts[DATE_YEAR].count > 0
        || date->parts[DATE_MONTH].count == 0
        || !is_in_sentence(lexicon, text, before, at))
        return false;
    date->parts[DATE_YEAR] = before->date.parts[DATE_YEAR];
    return true;
}

/* Behind a date, or a number that is none, or a character. */
static size_t next_place(const struct lexicon *lexicon, const char *text,
    size_t at, const struct date *date)
{
    size_t number = date_skip_number(lexicon, text, at);
    unsigned code;

    return date ? date->end : number > at ? number
        : at + text_character(text + at, &code);
}

static struct word_marks beginnings_of_dates(const struct lexicon *lexicon)
{
    static const enum notion numerals[] = { NOTION_NUMERALS };

    return lexicon_beginnings(lexicon, numerals, 1);
}

const struct text_needs text_reversed_steps_needs = { TEXT_ANY, 1,
    { NOTION_STEPS } };

bool text_reversed_steps(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    const struct word_marks beginnings = beginnings_of_dates(lexicon);
    struct step before = {0}, step;

    (void)argument;
    for (size_t at = 0; found->length == 0
        && text[at = text_skip_plain(&beginnings, text, at)];) {
        bool is_date = read_whole(lexicon, text, at, &step.date)
            || read_rest(lexicon, text, at, &before, &step.date);
        if (is_date) {
            step.begin = at;
            read_step(lexicon, text, &step);
            if (is_reversed(lexicon, text, &before, &step))
                buffer_add(found, text + before.begin,
                    step.end - before.begin);
            before = step;
        }
        at = next_place(lexicon, text, at, is_date ? &step.date : NULL);
    }
    return true;
}

const struct text_needs text_reversed_period_needs = { TEXT_ANY, 1,
    { NOTION_RANGE_JOINTS } };

bool text_reversed_period(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    const struct word_marks beginnings = beginnings_of_dates(lexicon);
    struct date first, last;

    (void)argument;
    for (size_t at = 0; found->length == 0
        && text[at = text_skip_plain(&beginnings, text, at)];) {
        bool is_date = read_whole(lexicon, text, at, &first);
        size_t other = is_date ? skip_joint(lexicon, text, first.end) : 0;
        if (other > 0 && read_whole(lexicon, text, other, &last)
            && is_before(&last, &first)
            && !is_changed(lexicon, text, at, last.end))
            buffer_add(found, text + at, last.end - at);
        at = next_place(lexicon, text, at, is_date ? &first : NULL);
    }
    return true;
}
