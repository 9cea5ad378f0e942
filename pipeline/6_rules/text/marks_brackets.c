/* Brackets and quotation marks: a pair is of one kind, and wide in Chinese. */

#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/document_number.h"
#include "6_rules/text/leftovers.h"
#include "6_rules/text/punctuation_marks.h"

#define DIGITS "0123456789"
#define COUNT(table) (sizeof (table) / sizeof *(table))

static int bracket_step(unsigned code)
{
    return code == '(' || code == 0xFF08 ? 1
        : code == ')' || code == 0xFF09 ? -1 : 0;
}

/* The bracket that closes the one at `open`; 0 for none. */
static size_t find_closing(const char *text, size_t open)
{
    size_t at = open, size;
    unsigned code;
    int depth = 0;

    while (at - open < MARK_REACH
        && (size = text_character(text + at, &code)) > 0 && code != '\n') {
        depth += bracket_step(code);
        if (depth == 0)
            return at;
        at += size;
    }
    return 0;
}

/* What opens the bracket that closes at `close`: its code, 0 for none. */
static unsigned find_opening(const char *text, size_t close)
{
    size_t at = close, size;
    unsigned code;
    int depth = 1;

    while (close - at < MARK_REACH
        && (size = text_character_before(text, at, &code)) > 0
        && code != '\n') {
        depth -= bracket_step(code);
        if (depth == 0)
            return code;
        at -= size;
    }
    return 0;
}

static bool has_chinese(const char *text, size_t begin, size_t end)
{
    size_t size;
    unsigned code;

    for (; begin < end; begin += size) {
        size = text_character(text + begin, &code);
        if (mark_is_chinese(code))
            return true;
    }
    return false;
}

/* f(x) and 报告(终稿).docx stay as they are; (1)加强 does not. */
static bool is_chinese_pair(const struct mark_place *place, size_t close)
{
    const char *text = place->text;
    unsigned behind = mark_code_at(text, close + 1);

    if (behind == '.' && text_is_latin(mark_code_at(text, close + 2)))
        return false;
    return mark_is_chinese(place->before)
        || has_chinese(text, place->end, close)
        || (mark_is_chinese(behind) && !text_is_latin(place->before));
}

/* 5文件→5号文件 */
static void add_number_end(const struct mark_place *place, size_t begin,
    size_t end, struct mark_fixes *fixes)
{
    const struct word *right = lexicon_words(place->lexicon,
        NOTION_DOCUMENT_NUMBERS)->list;
    const struct text_span parts[] = { { place->text + begin, end - begin },
        { right->text, right->length } };

    mark_add_fix_of(fixes, begin, end, parts, COUNT(parts));
}

/* 〔2012〕05号: a number has no zeros before it. */
static void find_padding(const struct mark_place *place, size_t begin,
    struct mark_fixes *fixes)
{
    size_t zeros = strspn(place->text + begin, "0");

    if (zeros > 0 && text_is_digit((unsigned char)place->text[begin + zeros]))
        mark_add_fix(fixes, begin, begin + zeros, (struct text_span){ "", 0 });
}

/* 湘政发【2012】33号, 湘财绩[2015年]15号: a document's year takes 〔 〕, both of
 * them, and no 年; its number has 号. */
void mark_find_document_year(const struct mark_place *place,
    struct mark_fixes *fixes)
{
    const struct word *right = lexicon_words(place->lexicon,
        NOTION_YEAR_BRACKETS)->list;
    const char *text = place->text;
    struct document_year year;

    if (!right || !text_is_ideograph(place->before)
        || !document_year_read(place->lexicon, text, place->begin, &year))
        return;
    size_t number = document_number_begin(place->lexicon, text, year.end);
    size_t bare = document_bare_end(place->lexicon, text, &year);
    if (!bare && !document_number_end(place->lexicon, text, year.end))
        return;
    if (!year.is_right)
        mark_add_fix(fixes, place->begin, place->end,
            (struct text_span){ right->text, right->length });
    if (strncmp(text + year.close, right->meaning.text,
            right->meaning.length) != 0)
        mark_add_fix(fixes, year.close, year.end, right->meaning);
    if (bare)
        add_number_end(place, number, bare, fixes);
    else
        find_padding(place, number, fixes);
}

/* Behind the sign between the year and the number of a document whose brackets
 * were lost; 0 for none.  2023年5号文件 has none. */
static size_t skip_lost(const struct mark_place *place, size_t year,
    bool has_code)
{
    const struct word *joint = word_at(lexicon_words(place->lexicon,
        NOTION_NUMBER_JOINTS), place->text, year);
    size_t blanks = text_blanks_at(place->text + year);
    bool is_year = word_size_at(lexicon_words(place->lexicon,
        NOTION_YEAR_UNITS), place->text, year) > 0;

    return is_year && !has_code ? 0
        : joint ? year + joint->length : blanks ? year + blanks : 0;
}

/* 湘财绩2023 5号, of a series or called 文件. */
void mark_find_lost_year(const struct mark_place *place,
    struct mark_fixes *fixes)
{
    const struct word *right = lexicon_words(place->lexicon,
        NOTION_YEAR_BRACKETS)->list;
    const char *text = place->text;
    size_t year = place->begin, close = year;

    if (text_is_ideograph(place->before))
        close += strspn(text + year, DIGITS);
    if (!right || close != year + 4 || !text_starts(text + year, "20"))
        return;
    bool has_code = word_before(lexicon_words(place->lexicon,
        NOTION_DOCUMENT_CODES), text, year) != NULL;
    size_t number = skip_lost(place, close, has_code);
    if (number == 0 || !document_number_end(place->lexicon, text, number))
        return;
    size_t end = number + strspn(text + number, DIGITS);
    end += word_size_at(lexicon_words(place->lexicon,
        NOTION_DOCUMENT_NUMBERS), text, end);
    if (!has_code && word_size_at(lexicon_words(place->lexicon,
            NOTION_DOCUMENT_NOUNS), text, end) == 0)
        return;
    const struct text_span parts[] = { { right->text, right->length },
        { text + year, close - year }, right->meaning };
    mark_add_fix_of(fixes, year, number, parts, COUNT(parts));
}

void mark_find_half_opening(const struct mark_place *place,
    struct mark_fixes *fixes)
{
    const char *text = place->text;
    size_t close = find_closing(text, place->begin);
    bool half = close > 0 && text[close] == ')';

    mark_find_document_year(place, fixes);
    if (fixes->count > 0 || (half ? !is_chinese_pair(place, close)
            : !close && !mark_is_chinese(place->before)
                && !mark_is_chinese(place->after)))
        return;
    mark_add_wide(place, place->begin, place->end, fixes);
    if (half)
        mark_add_wide(place, close, close + 1, fixes);
}

/* A half-width closing bracket whose opening one is wide or missing; where both
 * are half-width, the opening one has fixed them. */
void mark_find_half_closing(const struct mark_place *place,
    struct mark_fixes *fixes)
{
    unsigned opening = find_opening(place->text, place->begin);

    if (opening == 0xFF08 || (!opening && text_is_ideograph(place->before)))
        mark_add_wide(place, place->begin, place->end, fixes);
}

/* What is written for a straight mark that opens, or closes. */
static void add_quote(const struct mark_place *place, enum notion notion,
    size_t at, struct mark_fixes *fixes)
{
    const struct word *quote = word_at(lexicon_words(place->lexicon,
        notion), place->text, at);

    if (quote)
        mark_add_fix(fixes, at, at + 1, quote->meaning);
}

/* Straight quotation marks, "四个意识"; not the inch of 15", nor the
 * apostrophe of it's. */
void mark_find_quote(const struct mark_place *place,
    struct mark_fixes *fixes)
{
    const char *text = place->text;
    const char *close = memchr(text + place->end, (int)place->code,
        strnlen(text + place->end, MARK_REACH));
    bool twofold = place->code == '"';

    if (!close || text_is_digit(place->before)
        || (!twofold && text_is_latin(place->before)))
        return;
    size_t at = (size_t)(close - text);
    if (has_chinese(text, place->end, at)
        || (twofold && mark_is_chinese(place->before)
            && mark_is_chinese(mark_code_at(text, at + 1)))) {
        add_quote(place, NOTION_OPENING_QUOTES, place->begin, fixes);
        add_quote(place, NOTION_CLOSING_QUOTES, at, fixes);
    } else {
        fixes->skip = at + 1;
    }
}
