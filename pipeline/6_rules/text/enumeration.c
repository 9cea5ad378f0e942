/*
 * Counts against what they count: 设3个股：办公室、财务股、人事股。
 *
 * A list begins behind a colon or an opening bracket; the count stands a few
 * words before it, and its items have 、 between them.
 */

#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/numerals.h"
#include "6_rules/text/spans.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))
#define NOUN_CHARACTERS 20      /* between a count and its list */

/* What can be counted, behind Arabic digits and behind Chinese numerals:
 * 二级 and 三类 are rather ranks and kinds. */
static const char digit_units[] = "个项家名处条种大件所座支位户类人次期场部"
    "间台辆套本份篇章级点步乡镇村股室科局院校";
static const char numeral_units[] = "个项家名处条种大件所座支位户";

struct count {
    size_t begin, end;          /* number and unit */
    int value;
    const char *unit;
    size_t unit_length;
};

static bool is_among(const char *character, size_t size, const char *list)
{
    struct text_span span = { list, strlen(list) };
    char word[8] = "";

    memcpy(word, character, size);
    return text_span_contains(span, word);
}

static bool is_numeral(const char *character, size_t size)
{
    return is_among(character, size, "零一二两三四五六七八九十百");
}

/* What before a number makes it none that could be counted up. */
static bool is_vague_before(const char *text, size_t at)
{
    static const char *const words[] = { "第", "约", "近", "至", "到", "超",
        "过", "几", "数", "于", ".", ",", "-", "–", "—", "~", "～", "≥", "≤",
        "/" };
    unsigned code;

    text_character_before(text, at, &code);
    for (size_t k = 0; k < COUNT(words); k++)
        if (text_ends(text, at, words[k]))
            return true;
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

static bool read_numeral_before(const char *text, size_t end,
    struct count *count)
{
    size_t at = end, size;
    unsigned code;

    while ((size = text_character_before(text, at, &code)) > 0
        && is_numeral(text + at - size, size))
        at -= size;
    count->begin = at;
    return at < end && text_numeral_read(text + at, &count->value) == end - at;
}

/* The count whose unit is the character from `begin` to `end`. */
static bool read_count(const char *text, size_t begin, size_t end,
    struct count *count)
{
    count->unit = text + begin;
    count->unit_length = end - begin;
    count->end = end;
    bool read = (is_among(text + begin, end - begin, digit_units)
            && read_digits_before(text, begin, count))
        || (is_among(text + begin, end - begin, numeral_units)
            && read_numeral_before(text, begin, count));
    return read && count->value > 1 && !is_vague_before(text, count->begin);
}

/* What tells that the list is not one of what was counted. */
static const char *const verbs[] = { "负责", "开展", "完成", "承担", "实施",
    "参加", "参与", "进行", "提供", "用于", "以下", "如下", "其中", NULL };

/* The count that a few words before the mark at `mark` state. */
static bool find_count(const char *text, size_t mark, struct count *count)
{
    size_t at = mark, size;
    unsigned code;

    for (int k = 0; k < NOUN_CHARACTERS
         && (size = text_character_before(text, at, &code)) > 0; k++) {
        bool quote = code == 0x201C || code == 0x201D;
        if (!text_is_ideograph(code) && !quote)
            return false;
        if (read_count(text, at - size, at, count))
            return !text_span_has_any(
                (struct text_span){ text + at, mark - at }, verbs);
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
static int nesting(unsigned code)
{
    static const unsigned short opening[] = { '(', u'（', u'《', u'“', u'‘',
        u'「', u'【', u'〔' };
    static const unsigned short closing[] = { ')', u'）', u'》', u'”', u'’',
        u'」', u'】', u'〕' };

    for (size_t k = 0; k < COUNT(opening); k++)
        if (code == opening[k] || code == closing[k])
            return code == opening[k] ? 1 : -1;
    return 0;
}

/* What ends a list, and what makes it something else. */
static bool ends_list(unsigned code)
{
    return !code || code == u'。' || code == '\n';
}

static bool spoils_list(unsigned code)
{
    return code == u'，' || code == ',' || code == u'；' || code == ';'
        || code == u'：' || code == ':' || code == u'！' || code == u'？';
}

/* A list that counts the same again: 3个：一类1个、二类2个. */
static bool counts_again(const char *text, size_t at, const struct count *count)
{
    unsigned code;
    size_t size = text_character_before(text, at, &code);

    return strncmp(text + at, count->unit, count->unit_length) == 0
        && (text_is_digit(code)
            || (size > 0 && is_numeral(text + at - size, size)));
}

/* Takes a character between the items, or in one. */
static void list_take(struct list *list, size_t at, unsigned code)
{
    if (code == u'、') {
        list->items++;
        list->item_begin = at + strlen("、");
    } else if (code == u'和' || code == u'与' || code == u'及') {
        list->joints++;
    } else if (code == u'等' && at > list->item_begin) {
        list->open = true;
    }
}

/* Reads the list at `begin`; one in brackets ends where they close. */
static struct list read_list(const char *text, size_t begin, bool in_brackets,
    const struct count *count)
{
    struct list list = { .items = 1, .item_begin = begin };
    size_t at = begin, size;
    unsigned code;
    int depth = 0;

    for (;; at += size) {
        size = text_character(text + at, &code);
        depth += nesting(code);
        if (depth < 0 || ends_list(code))
            break;
        if (depth == 0 && (spoils_list(code) || counts_again(text, at, count)))
            return list;
        if (depth == 0)
            list_take(&list, at, code);
    }
    list.end = at;
    list.sound = depth < 0 || !in_brackets;
    return list;
}

/* Lists whose items have an order of their own. */
static const char *const ordinals[] = { "一是", "首先", "第一", "一方面",
    "1", "①", "（", "(", "其中", NULL };
static const char *const samples[] = { "含", "包括", "包含", "如", "例如",
    "主要", NULL };

/* Whether the count can be that of the list; *shown is how many there are. */
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

/* The length of the mark that a list may follow, at text. */
static size_t read_mark(const char *text, bool *bracket)
{
    static const struct { const char *mark; bool bracket; } marks[] = {
        { "：", false }, { "（", true }, { ":", false }, { "(", true },
    };
    size_t size = 0;

    for (size_t k = 0; size == 0 && k < COUNT(marks); k++) {
        size = text_starts(text, marks[k].mark);
        *bracket = marks[k].bracket;
    }
    return size;
}

/* Adds what is wrong with the list behind the mark at `at`. */
static void check_list(const char *text, size_t at, size_t size, bool bracket,
    struct buffer *found)
{
    struct count count;
    size_t shown, begin = at + size;

    if (!find_count(text, at, &count)
        || text_starts_any(text + begin, ordinals))
        return;
    struct list list = read_list(text, begin, bracket, &count);
    list.open = list.open || text_starts_any(text + begin, samples) > 0;
    if (agrees(&count, &list, &shown))
        return;
    buffer_add(found, text + count.begin, count.end - count.begin);
    buffer_printf(found, "≠%zu", shown);
}

bool text_enumeration(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    size_t size;
    bool bracket;

    (void)lexicon;
    (void)argument;
    if (!strstr(text, "、"))
        return true;
    for (size_t at = 0; text[at] && found->length == 0 && !found->failed;
         at += size > 0 ? size : 1) {
        bool may_be = strchr(":(\xEF", text[at]) != NULL;
        size = may_be ? read_mark(text + at, &bracket) : 0;
        if (size > 0)
            check_list(text, at, size, bracket, found);
    }
    return true;
}
