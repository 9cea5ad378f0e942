/* Brackets, quotation marks and marks of titles that open and do not close, or
 * close and did not open. */

#include <string.h>

#include "0_base/signs.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/numerals.h"
#include "6_rules/text/spans.h"

#define DEPTH 16                /* pairs within pairs that are followed */
#define AROUND 6                /* characters shown on each side */

struct mark {
    const struct word *pair;    /* NULL: the character is none of one */
    size_t begin, end;
    bool opens;
};

/* What has been opened, the outermost first. */
struct open_marks {
    struct mark list[DEPTH];
    size_t count;
};

/* The mark that text has at a byte. */
static struct mark mark_at(const struct word_list *pairs, const char *text,
    size_t at)
{
    struct mark mark = { .begin = at };

    for (size_t k = 0; k < pairs->count && !mark.pair; k++) {
        const struct word *pair = &pairs->list[k];
        mark.opens = strncmp(text + at, pair->text, pair->length) == 0;
        if (mark.opens || strncmp(text + at, pair->meaning.text,
                pair->meaning.length) == 0) {
            mark.pair = pair;
            mark.end = at + (mark.opens ? pair->length
                : pair->meaning.length);
        }
    }
    return mark;
}

/* 1）, 一） and a）are numbers of what follows. */
static bool is_of_number(const struct lexicon *lexicon, const char *text,
    const struct mark *mark)
{
    unsigned code;
    char digit;
    size_t size = text_character_before(text, mark->begin, &code);

    return size > 0 && word_at(lexicon_words(lexicon, NOTION_CLOSING), text,
            mark->begin)
        && (text_is_latin(code) || word_before(lexicon_words(lexicon,
                NOTION_NUMERALS), text, mark->begin)
            || text_any_digit(lexicon, text + mark->begin - size, &digit)
                > 0);
}

/* Takes a mark that closes; the one that is alone: that which is open within
 * what it closes, or itself where nothing of its kind is open. */
static const struct mark *close_mark(struct open_marks *open,
    const struct mark *mark)
{
    size_t k = open->count;

    while (k > 0 && open->list[k - 1].pair != mark->pair)
        k--;
    if (k == 0)
        return mark;
    if (k < open->count)
        return &open->list[open->count - 1];
    open->count--;
    return NULL;
}

/* "根据《预算法开展自→《…》" */
static void tell(const char *text, const struct mark *mark,
    struct buffer *found)
{
    const struct word *pair = mark->pair;

    text_add_around(text, mark->begin, mark->end, AROUND, found);
    buffer_add_string(found, SIGN_ARROW);
    buffer_add(found, pair->text, pair->length);
    buffer_add_string(found, SIGN_CUT);
    buffer_add(found, pair->meaning.text, pair->meaning.length);
}

const struct text_needs text_unpaired_needs = { TEXT_ANY, 2,
    { NOTION_ENCLOSING, NOTION_PAIRS_CLOSING } };

bool text_unpaired(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    const struct word_list *pairs = lexicon_words(lexicon, NOTION_ENCLOSING);
    struct open_marks open = { .count = 0 };
    const struct mark *alone = NULL;
    struct mark mark;
    size_t at = 0, size;
    unsigned code;

    (void)argument;
    for (; !alone && (size = text_character(text + at, &code)) > 0;
        at += size) {
        mark = text_is_ideograph(code) ? (struct mark){ .pair = NULL }
            : mark_at(pairs, text, at);
        if (!mark.pair)
            continue;
        if (mark.opens && open.count == DEPTH)
            return true;
        if (mark.opens)
            open.list[open.count++] = mark;
        else if (open.count > 0 || !is_of_number(lexicon, text, &mark))
            alone = close_mark(&open, &mark);
    }
    if (!alone && open.count > 0)
        alone = &open.list[open.count - 1];
    if (alone)
        tell(text, alone, found);
    return true;
}
