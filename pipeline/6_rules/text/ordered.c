/*
 * Counts against the ordered lists that they announce: 三项措施：一是…；二是….
 *
 * The first item shows how the next ones are marked: what stands around its
 * number stands around theirs.
 */

#include <string.h>

#include "0_base/signs.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/counted.h"
#include "6_rules/text/numerals.h"
#include "6_rules/text/spans.h"

enum script { ARABIC, CHINESE, CIRCLED };

struct number {
    size_t length;              /* in bytes; 0 for none */
    int value;
    enum script script;
};

#define CIRCLED_FIRST 0x2460    /* ① */
#define CIRCLED_LAST 0x2473     /* ⑳ */
#define DIGITS_MOST 2

/* The number that a text begins with, of so many digits at most. */
static struct number read_number(const struct lexicon *lexicon,
    const char *text)
{
    struct number number = { .script = ARABIC };
    unsigned code;
    size_t size = text_character(text, &code);

    if (code >= CIRCLED_FIRST && code <= CIRCLED_LAST)
        return (struct number){ size, (int)(code - CIRCLED_FIRST) + 1,
            CIRCLED };
    for (; number.length <= DIGITS_MOST
         && text_is_digit((unsigned char)text[number.length]); number.length++)
        number.value = number.value * 10 + (text[number.length] - '0');
    if (number.length > DIGITS_MOST)
        number.length = 0;
    if (text_is_digit(code))
        return number;
    number.script = CHINESE;
    number.length = text_numeral_read(lexicon, text, &number.value);
    return number;
}

/* How items are marked: 第 and ， around the number of 第一，. */
struct style {
    struct text_span head, tail;
    enum script script;
};

static struct style style_of(const struct lexicon *lexicon,
    const struct word *first)
{
    struct style style = { .head = { first->text, 0 } };
    struct number number;

    while ((number = read_number(lexicon, first->text + style.head.length))
            .length == 0 && style.head.length < first->length)
        style.head.length += text_step(first->text + style.head.length);
    size_t end = style.head.length + number.length;
    style.script = number.script;
    style.tail = (struct text_span){ first->text + end,
        first->length - end };
    return style;
}

/* The number of the item that a text begins with, 0 for none: 1.5 and 一、二级
 * begin none. */
static int read_item(const struct lexicon *lexicon, const char *text,
    const struct style *style)
{
    if (strncmp(text, style->head.text, style->head.length) != 0)
        return 0;
    struct number number = read_number(lexicon, text + style->head.length);
    const char *tail = text + style->head.length + number.length;
    bool marked = number.length > 0 && number.script == style->script
        && strncmp(tail, style->tail.text, style->tail.length) == 0
        && read_number(lexicon, tail + style->tail.length).length == 0;
    return marked ? number.value : 0;
}

/* A walk through the characters of a list; zero but for `next` before the first
 * one. */
struct place {
    size_t at, next;            /* bytes of this character and the next one */
    unsigned code;
    bool is_inside;             /* right behind a letter */
};

/* False at the end of the text. */
static bool place_next(struct place *place, const char *text)
{
    place->is_inside = text_is_letter(place->code);
    place->at = place->next;
    place->next += text_character(text + place->at, &place->code);
    return place->next > place->at;
}

/* The items of the list whose first one begins at a byte: up to the end of the
 * text, or to the first item of another list.  0 where they are out of
 * order. */
static size_t count_items(const struct lexicon *lexicon, const char *text,
    size_t at, const struct style *style)
{
    struct place place = { .next = at };
    size_t items = 0;
    int last = 0;

    while (place_next(&place, text)) {
        int value = place.is_inside ? 0
            : read_item(lexicon, text + place.at, style);
        if (value == 1 && last > 0)
            break;
        if (value == 0)
            continue;
        if (value <= last)
            return 0;
        last = value;
        items++;
    }
    return items;
}

/* The count that a list which begins at a byte is announced by: before a mark
 * for lists, or before any other where its words say so. */
static bool find_count(const struct lexicon *lexicon, const char *text,
    size_t at, struct text_count *count)
{
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n'))
        at--;
    size_t mark = notion_before(lexicon, NOTION_LIST_MARKS, text, at);
    if (mark > 0)
        return text_count_before(lexicon, text, at - mark, count);
    mark = notion_before(lexicon, NOTION_COMMAS, text, at)
        + notion_before(lexicon, NOTION_STOPS, text, at);
    at -= mark;
    size_t end = at - notion_before(lexicon, NOTION_QUOTATION_MARKS, text, at);
    return mark > 0 && text_count_before(lexicon, text, at, count)
        && (notion_before(lexicon, NOTION_ANNOUNCED, text, end) > 0
            || notion_at(lexicon, NOTION_ANNOUNCING_UNITS, text, count->unit)
                == end - count->unit);
}

/* Adds what is wrong with the list that begins with a first item. */
static void check_list(const struct lexicon *lexicon, const char *text,
    const struct word *first, size_t at, struct buffer *found)
{
    struct style style = style_of(lexicon, first);
    struct text_count count;

    if (read_item(lexicon, text + at, &style) != 1
        || !find_count(lexicon, text, at, &count))
        return;
    size_t items = count_items(lexicon, text, at, &style);
    if (items != (size_t)count.value
        && text_count_is_near(&count, items, items))
        text_add_count(text, &count, items, found);
}

/* The next of some first items in what is left of a text, and its byte in the
 * text; NULL for none. */
static const struct word *next_first(const struct word_list *firsts,
    const char *text, struct text_span *rest, size_t *at)
{
    const struct word *first = word_in(firsts, *rest, at);

    if (!first)
        return NULL;
    size_t behind = *at + first->length;
    *at += (size_t)(rest->text - text);
    rest->text += behind;
    rest->length -= behind;
    return first;
}

const struct text_needs text_ordered_needs = { TEXT_ANY, 1,
    { NOTION_FIRST_ITEMS } };

bool text_ordered(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    const struct word_list *firsts = lexicon_words(lexicon,
        NOTION_FIRST_ITEMS);
    struct text_span rest = { text, strlen(text) };
    const struct word *first;
    size_t at;

    (void)argument;
    while (found->length == 0 && !found->failed
        && (first = next_first(firsts, text, &rest, &at)) != NULL)
        check_list(lexicon, text, first, at, found);
    return true;
}

/* The number of an item that is marked in another way than the list: 二要 behind
 * 一是; 0 for none. */
static int read_unlike(const struct lexicon *lexicon, const char *text,
    const struct style *style)
{
    struct number number = read_number(lexicon, text
        + notion_at(lexicon, NOTION_ORDINAL, text, 0));

    return number.length > 0 && number.script == style->script
        ? number.value : 0;
}

/* Adds the first two items of a list that do not follow each other, "二是→四是":
 * of one that begins at a byte.  `open` is how far a list has come that another
 * one interrupts, 0 for none; the former may go on behind the latter. */
static void check_sequence(const struct lexicon *lexicon, const char *text,
    size_t at, const struct style *style, int *open, struct buffer *found)
{
    struct text_span last = { NULL, 0 };
    struct place place = { .next = at };
    int known = 0, outer = *open, unnumbered = 0;

    *open = 0;
    while (place_next(&place, text)) {
        const char *here = text + place.at;
        int value = read_item(lexicon, here, style);
        if (value == 1 && known > 0) {
            *open = known;
            return;
        }
        if (place.is_inside)
            continue;
        if (value == 0) {
            known += known > 0
                && read_unlike(lexicon, here, style) == known + 1;
            unnumbered += notion_at(lexicon, NOTION_NEXT_ITEMS, here, 0) > 0;
            continue;
        }
        struct text_span item = { here, style->head.length
            + read_number(lexicon, here + style->head.length).length
            + style->tail.length };
        if (outer > 0 && value == outer + 1)
            return;
        if (value <= known || value > known + 1 + unnumbered) {
            buffer_add(found, last.text, last.length);
            buffer_add_string(found, SIGN_ARROW);
            buffer_add(found, item.text, item.length);
            return;
        }
        known = value;
        unnumbered = 0;
        last = item;
    }
}

const struct text_needs text_item_gap_needs = { TEXT_ANY, 1,
    { NOTION_TOLD_ITEMS } };

bool text_item_gap(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    const struct word_list *firsts = lexicon_words(lexicon,
        NOTION_TOLD_ITEMS);
    struct text_span rest = { text, strlen(text) };
    const struct word *first;
    unsigned before;
    int open = 0;
    size_t at;

    (void)argument;
    while (found->length == 0
        && (first = next_first(firsts, text, &rest, &at)) != NULL) {
        struct style style = style_of(lexicon, first);
        text_character_before(text, at, &before);
        if (!text_is_letter(before)
            && read_item(lexicon, text + at, &style) == 1)
            check_sequence(lexicon, text, at, &style, &open, found);
    }
    return true;
}
