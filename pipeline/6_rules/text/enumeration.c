/*
 * Counts against what they count: 设3个股：办公室、财务股、人事股。
 *
 * A list begins behind a colon or an opening bracket; the count stands a few
 * words before it, and its items have 、 between them.
 */

#include <string.h>

#include "0_base/signs.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/numerals.h"
#include "6_rules/text/spans.h"

struct count {
    size_t begin, end;          /* number and unit */
    int value;
    const char *unit;
    size_t unit_length;
};

/* Whether a word of a notion stands at, or ends before, a byte of a text. */
static bool is_at(const struct lexicon *lexicon, const char *text, size_t at,
    enum notion notion)
{
    return word_at(lexicon_words(lexicon, notion), text, at) != NULL;
}

static bool is_before(const struct lexicon *lexicon, const char *text,
    size_t at, enum notion notion)
{
    return word_before(lexicon_words(lexicon, notion), text, at) != NULL;
}

/* What before a number makes it none that could be counted up. */
static bool is_vague_before(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    static const enum notion notions[] = { NOTION_ORDINAL, NOTION_ABOUT,
        NOTION_LIMITS, NOTION_RANGE_JOINTS, NOTION_NO_COUNT };
    unsigned code;

    for (size_t k = 0; k < sizeof notions / sizeof *notions; k++)
        if (is_before(lexicon, text, at, notions[k]))
            return true;
    text_character_before(text, at, &code);
    return text_is_latin(code);
}

/* Up to three digits that end at `end`. */
static bool read_digits_before(const char *text, size_t end,
    struct count *count)
{
    size_t at = end;

    count->value = 0;
    while (at > 0 && end - at < 4 && text_is_digit((unsigned char)text[at - 1]))
        at--;
    if (at == end || end - at == 4)
        return false;
    for (size_t k = at; k < end; k++)
        count->value = count->value * 10 + (text[k] - '0');
    count->begin = at;
    return true;
}

static bool read_numeral_before(const struct lexicon *lexicon,
    const char *text, size_t end, struct count *count)
{
    size_t at = end, size;

    while ((size = word_size_before(lexicon_words(lexicon, NOTION_NUMERALS),
            text, at)) > 0)
        at -= size;
    count->begin = at;
    return at < end && text_numeral_read(lexicon, text + at, &count->value)
        == end - at;
}

/* The count whose unit is the character from `begin` to `end`: behind Chinese
 * numerals fewer can be counted, 二级 and 三类 being ranks and kinds. */
static bool read_count(const struct lexicon *lexicon, const char *text,
    size_t begin, size_t end, struct count *count)
{
    count->unit = text + begin;
    count->unit_length = end - begin;
    count->end = end;
    bool counted = is_at(lexicon, text, begin, NOTION_COUNTED);
    bool read = ((counted || is_at(lexicon, text, begin, NOTION_RANKED))
            && read_digits_before(text, begin, count))
        || (counted && read_numeral_before(lexicon, text, begin, count));
    return read && count->value > 1
        && !is_vague_before(lexicon, text, count->begin);
}

/* Whether the words between a count and a list tell that the list is not one
 * of what was counted. */
static bool leads_away(const struct lexicon *lexicon, struct text_span words)
{
    return word_is_in(lexicon_words(lexicon, NOTION_DOING), words);
}

/* The count that a few words before the mark at `mark` state. */
static bool find_count(const struct lexicon *lexicon, const char *text,
    size_t mark, struct count *count)
{
    size_t at = mark, size;
    unsigned code;

    for (size_t k = 0; k < lexicon_limit(lexicon, LIMIT_LIST_NOUN)
         && (size = text_character_before(text, at, &code)) > 0; k++) {
        if (!text_is_ideograph(code)
            && !is_at(lexicon, text, at - size, NOTION_QUOTATION_MARKS))
            return false;
        if (read_count(lexicon, text, at - size, at, count))
            return !leads_away(lexicon,
                (struct text_span){ text + at, mark - at });
        at -= size;
    }
    return false;
}

struct list {
    size_t items;               /* 、 between them, and one more */
    size_t joints;              /* 和 and the like: they may part items, too */
    size_t item_begin;
    size_t end;                 /* byte behind the last item */
    bool open;                  /* 等: it goes on */
    bool sound;                 /* read to a proper end */
};

/* 1 for a mark that opens, -1 for one that closes. */
static int nesting(const struct lexicon *lexicon, const char *text, size_t at)
{
    return is_at(lexicon, text, at, NOTION_PAIRS_OPENING)
        - is_at(lexicon, text, at, NOTION_PAIRS_CLOSING);
}

/* What ends a list, and what makes it something else. */
static bool ends_list(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    return !text[at] || text[at] == '\n'
        || is_at(lexicon, text, at, NOTION_STOPS);
}

static bool spoils_list(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    return is_at(lexicon, text, at, NOTION_COMMAS)
        || is_at(lexicon, text, at, NOTION_COLONS)
        || is_at(lexicon, text, at, NOTION_SEMICOLONS);
}

/* Whether a list gives counts of its own: 3个：一类1个、二类2个. */
static bool counts_again(const struct lexicon *lexicon, const char *text,
    size_t at, const struct count *count)
{
    unsigned code;

    text_character_before(text, at, &code);
    return strncmp(text + at, count->unit, count->unit_length) == 0
        && (text_is_digit(code)
            || is_before(lexicon, text, at, NOTION_NUMERALS));
}

/* Takes a character between the items, or in one. */
static void list_take(struct list *list, const struct lexicon *lexicon,
    const char *text, size_t at)
{
    size_t size = word_size_at(lexicon_words(lexicon, NOTION_ITEM_MARKS),
        text, at);

    if (size > 0) {
        list->items++;
        list->item_begin = at + size;
    } else if (is_at(lexicon, text, at, NOTION_JOINTS)) {
        list->joints++;
    } else if (at > list->item_begin
        && is_at(lexicon, text, at, NOTION_AND_SO_ON)) {
        list->open = true;
    }
}

/* Reads the list at `begin`; one in brackets ends where they close. */
static struct list read_list(const struct lexicon *lexicon, const char *text,
    size_t begin, bool in_brackets, const struct count *count)
{
    struct list list = { .items = 1, .item_begin = begin };
    size_t at = begin, size;
    unsigned code;
    int depth = 0;

    for (;; at += size) {
        size = text_character(text + at, &code);
        depth += nesting(lexicon, text, at);
        if (depth < 0 || ends_list(lexicon, text, at))
            break;
        if (depth == 0 && (spoils_list(lexicon, text, at)
                || counts_again(lexicon, text, at, count)))
            return list;
        if (depth == 0)
            list_take(&list, lexicon, text, at);
    }
    list.end = at;
    list.sound = depth < 0 || !in_brackets;
    return list;
}

/* Whether the list can be what was counted; *shown gets the number of its
 * items. */
static bool agrees(const struct count *count, const struct list *list,
    size_t *shown)
{
    size_t stated = (size_t)count->value;
    size_t most = list->items + list->joints;

    *shown = stated < list->items ? list->items : most;
    /* A list of quite another length is hardly one of what was counted. */
    if (!list->sound || list->items < 2 || stated > most * 2
        || list->items > stated * 2)
        return true;
    if (list->open)
        return list->items <= stated;
    return list->items <= stated && stated <= most;
}

/* Lists whose items have an order of their own are not counted. */
static bool is_ordered(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    return is_at(lexicon, text, at, NOTION_ORDERED)
        || is_at(lexicon, text, at, NOTION_OPENING);
}

/* Adds what is wrong with the list that begins at `begin`, behind the mark at
 * `at`. */
static void check_list(const struct lexicon *lexicon, const char *text,
    size_t at, size_t begin, struct buffer *found)
{
    bool bracket = is_at(lexicon, text, at, NOTION_OPENING);
    struct count count;
    size_t shown;

    if (is_ordered(lexicon, text, begin)
        || !find_count(lexicon, text, at, &count))
        return;
    struct list list = read_list(lexicon, text, begin, bracket, &count);
    list.open = list.open || is_at(lexicon, text, begin, NOTION_SAMPLES);
    if (agrees(&count, &list, &shown))
        return;
    buffer_add(found, text + count.begin, count.end - count.begin);
    buffer_printf(found, SIGN_UNEQUAL "%zu", shown);
}

const struct text_needs text_enumeration_needs = { TEXT_ANY, 1,
    { NOTION_LIST_MARKS } };

bool text_enumeration(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    const struct word_list *marks = lexicon_words(lexicon, NOTION_LIST_MARKS);
    struct text_span rest = { text, strlen(text) };
    const struct word *mark;
    size_t at;

    (void)argument;
    if (!word_is_in(lexicon_words(lexicon, NOTION_ITEM_MARKS), rest))
        return true;
    while (found->length == 0 && !found->failed
        && (mark = word_in(marks, rest, &at)) != NULL) {
        const char *behind = rest.text + at + mark->length;
        check_list(lexicon, text, (size_t)(rest.text - text) + at,
            (size_t)(behind - text), found);
        rest.length -= (size_t)(behind - rest.text);
        rest.text = behind;
    }
    return true;
}
