/*
 * Words to half width, and a figure parted from its unit.
 */

#include "13_pull/parted.h"

#include "0_base/utf8.h"
#include "6_rules/text/numerals.h"

#define WIDE_FIRST 0xFF01       /* ！ to ～ are ! to ~ in full width */
#define WIDE_LAST 0xFF5E
#define WIDE_OFFSET 0xFEE0
#define MINUS 0x2212
#define FULL_STOP 0x3002        /* 。, what an input method makes of a point */
#define GROUP 3                 /* digits between two commas */
#define NAMED_DIGITS 4          /* 二〇二四: digits one by one, not 三五 */
#define FIGURE_SIGNS ".,-0123456789"    /* none ends a figure */

static unsigned narrow_one(unsigned code)
{
    if (code >= WIDE_FIRST && code <= WIDE_LAST)
        code -= WIDE_OFFSET;
    return code == MINUS ? '-' : code;
}

static bool is_digit(unsigned code)
{
    return code >= '0' && code <= '9';
}

/* Whether a full stop is a point: it is between two digits. */
static bool is_point(const struct buffer *before, const char *behind)
{
    unsigned next;

    return before->length > 0
        && is_digit((unsigned char)before->bytes[before->length - 1])
        && utf8_first(behind, &next) > 0 && is_digit(narrow_one(next));
}

void parted_narrow(const char *words, struct buffer *out)
{
    size_t length = strlen(words), size;
    bool blank = false;
    unsigned code;

    for (; length > 0 && (size = utf8_read(words, length, &code)) > 0;
        words += size, length -= size) {
        if (utf8_is_space(code)) {
            blank = out->length > 0;
            continue;
        }
        if (blank)
            buffer_add_char(out, ' ');
        blank = false;
        utf8_add(out, code == FULL_STOP && is_point(out, words + size)
            ? '.' : narrow_one(code));
    }
}

void parted_free(struct parted *parted)
{
    buffer_free(&parted->digits);
    buffer_free(&parted->rest);
}

/* Digits before the point, with marks between groups or without any; how many
 * bytes they take, 0 where there are none. */
static size_t read_whole(const char *text, struct buffer *digits)
{
    size_t count = parted_digits(text), at = count;
    char mark = text[at];

    buffer_add(digits, text, count);
    if (count == 0 || count > GROUP || (mark != ',' && mark != ' '))
        return at;
    while (text[at] == mark && parted_digits(text + at + 1) == GROUP) {
        buffer_add(digits, text + at + 1, GROUP);
        at += 1 + GROUP;
    }
    return at;
}

/* Words without the mark of a sentence at their end. */
static void cut_end(const struct lexicon *lexicon, struct buffer *words)
{
    size_t end = word_size_before(lexicon_words(lexicon, NOTION_STOPS),
        buffer_string(words), words->length);

    if (end < words->length)
        buffer_cut(words, words->length - end);
}

/* A point and decimals; how many bytes they take. */
static size_t read_decimals(const char *text, struct buffer *digits)
{
    size_t count = *text == '.' ? parted_digits(text + 1) : 0;

    if (count == 0)
        return 0;
    buffer_add(digits, text, 1 + count);
    return 1 + count;
}

/* How the figure that a text begins with is read: its bytes, 0 for none. */
typedef size_t reader(const struct lexicon *lexicon, const char *text,
    struct parted *parted);

/* A decimal without digits before the point has none but 0 there. */
static size_t read_plain(const struct lexicon *lexicon, const char *text,
    struct parted *parted)
{
    size_t whole = read_whole(text, &parted->digits);

    (void)lexicon;
    if (whole == 0 && *text == '.' && parted_digits(text + 1) > 0)
        buffer_add_char(&parted->digits, '0');
    return whole + read_decimals(text + whole, &parted->digits);
}

/* --- Chinese numerals ----------------------------------------------------- */

/* Digits that are named one by one, so many at least. */
static size_t read_named(const struct lexicon *lexicon, const char *text,
    size_t least, struct buffer *digits)
{
    size_t at = 0, size, length = digits->length;
    char digit;

    while ((size = text_any_digit(lexicon, text + at, &digit)) > 0) {
        buffer_add_char(digits, digit);
        at += size;
    }
    if (digits->length >= length + least)
        return at;
    buffer_cut(digits, length);
    return 0;
}

/* 百 and 千 alone are units. */
static bool begins_numeral(const struct lexicon *lexicon, const char *text)
{
    const struct word *first = word_at(lexicon_words(lexicon,
        NOTION_NUMERALS), text, 0);

    return first && word_number(first) <= 10;
}

size_t parted_numeral(const struct lexicon *lexicon, const char *text,
    struct buffer *digits)
{
    int value;
    size_t size = begins_numeral(lexicon, text)
        ? text_numeral_read(lexicon, text, &value) : 0;

    if (size > 0)
        buffer_printf(digits, "%d", value);
    else
        size = read_named(lexicon, text, NAMED_DIGITS, digits);
    return size;
}

static size_t read_numerals(const struct lexicon *lexicon, const char *text,
    struct buffer *digits)
{
    size_t at = parted_numeral(lexicon, text, digits);
    size_t point = at > 0
        ? notion_at(lexicon, NOTION_WORDED_POINTS, text, at) : 0;
    if (point == 0)
        return at;
    buffer_add_char(digits, '.');
    size_t decimals = read_named(lexicon, text + at + point, 1, digits);
    return decimals > 0 ? at + point + decimals : 0;
}

/* Behind 百分之 the unit is what that means. */
static size_t read_worded(const struct lexicon *lexicon, const char *text,
    struct parted *parted)
{
    const struct word *percent = word_at(lexicon_words(lexicon,
        NOTION_PERCENT), text, 0);
    size_t before = percent ? percent->length : 0, size;

    if (percent)
        buffer_add(&parted->rest, percent->meaning.text,
            percent->meaning.length);
    size = percent ? read_plain(lexicon, text + before, parted) : 0;
    if (size == 0)
        size = read_numerals(lexicon, text + before, &parted->digits);
    return size > 0 ? before + size : 0;
}

/* --- both ----------------------------------------------------------------- */

/* Behind the signs before a figure: those of money, + or -. */
static const char *skip_signs(const struct lexicon *lexicon,
    const char *text, struct parted *parted)
{
    size_t money = notion_at(lexicon, NOTION_MONEY_SIGNS, text, 0);

    parted->is_money = money > 0;
    text += money;
    text += money > 0 && *text == ' ';
    if (*text == '-')
        buffer_add_char(&parted->digits, '-');
    return text + (*text == '-' || *text == '+');
}

static bool part(const struct lexicon *lexicon, const char *words,
    reader *read, struct parted *parted, bool *failed)
{
    struct buffer narrowed = BUFFER_EMPTY;

    *parted = (struct parted){ BUFFER_EMPTY, BUFFER_EMPTY, false };
    parted_narrow(words, &narrowed);
    cut_end(lexicon, &narrowed);
    const char *at = skip_signs(lexicon, buffer_string(&narrowed), parted);
    size_t size = read(lexicon, at, parted);
    at += size;
    bool good = size > 0 && strspn(at, FIGURE_SIGNS) == 0;
    buffer_add_string(&parted->rest, at + (*at == ' '));
    *failed = *failed || narrowed.failed || parted->digits.failed
        || parted->rest.failed;
    buffer_free(&narrowed);
    return good && !*failed;
}

bool parted_read(const struct lexicon *lexicon, const char *words,
    struct parted *parted, bool *failed)
{
    return part(lexicon, words, read_plain, parted, failed);
}

bool parted_read_worded(const struct lexicon *lexicon, const char *words,
    struct parted *parted, bool *failed)
{
    return part(lexicon, words, read_worded, parted, failed);
}
