/*
 * Counts against what they count: 设3个股：办公室、财务股、人事股。
 *
 * A list begins behind a colon or an opening bracket; the count stands a few
 * words before it, and its items have 、 between them.
 */

#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/counted.h"
#include "6_rules/text/spans.h"

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
    return (notion_at(lexicon, NOTION_PAIRS_OPENING, text, at) > 0)
        - (notion_at(lexicon, NOTION_PAIRS_CLOSING, text, at) > 0);
}

/* What ends a list, and what makes it something else. */
static bool ends_list(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    return !text[at] || text[at] == '\n'
        || notion_at(lexicon, NOTION_STOPS, text, at);
}

static bool spoils_list(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    return notion_at(lexicon, NOTION_COMMAS, text, at)
        || notion_at(lexicon, NOTION_COLONS, text, at)
        || notion_at(lexicon, NOTION_SEMICOLONS, text, at);
}

/* Whether a list gives counts of its own: 3个：一类1个、二类2个. */
static bool counts_again(const struct lexicon *lexicon, const char *text,
    size_t at, const struct text_count *count)
{
    unsigned code;

    text_character_before(text, at, &code);
    return strncmp(text + at, text + count->unit,
            count->end - count->unit) == 0
        && (text_is_digit(code)
            || notion_before(lexicon, NOTION_NUMERALS, text, at));
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
    } else if (notion_at(lexicon, NOTION_JOINTS, text, at)) {
        list->joints++;
    } else if (at > list->item_begin
        && notion_at(lexicon, NOTION_AND_SO_ON, text, at)) {
        list->open = true;
    }
}

/* Reads the list at `begin`; one in brackets ends where they close. */
static struct list read_list(const struct lexicon *lexicon, const char *text,
    size_t begin, bool in_brackets, const struct text_count *count)
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
static bool agrees(const struct text_count *count, const struct list *list,
    size_t *shown)
{
    size_t stated = (size_t)count->value;
    size_t most = list->items + list->joints;

    *shown = stated < list->items ? list->items : most;
    if (!list->sound || !text_count_is_near(count, list->items, most))
        return true;
    if (list->open)
        return list->items <= stated;
    return list->items <= stated && stated <= most;
}

/* Lists whose items have an order of their own are not counted. */
static bool is_ordered(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    return notion_at(lexicon, NOTION_ORDERED, text, at)
        || notion_at(lexicon, NOTION_OPENING, text, at);
}

/* Adds what is wrong with the list that begins at `begin`, behind the mark at
 * `at`. */
static void check_list(const struct lexicon *lexicon, const char *text,
    size_t at, size_t begin, struct buffer *found)
{
    bool bracket = notion_at(lexicon, NOTION_OPENING, text, at);
    struct text_count count;
    size_t shown;

    if (is_ordered(lexicon, text, begin)
        || !text_count_before(lexicon, text, at, &count))
        return;
    struct list list = read_list(lexicon, text, begin, bracket, &count);
    list.open = list.open || notion_at(lexicon, NOTION_SAMPLES, text, begin);
    if (!agrees(&count, &list, &shown))
        text_add_count(text, &count, shown, found);
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
