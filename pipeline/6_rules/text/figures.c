/* Figures typed into a text, read with their units. */

#include "6_rules/text/figures.h"

#include <stdio.h>
#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/numerals.h"
#include "6_rules/text/units.h"

#define LITERAL_SIZE 32         /* a sign, 18 digits, a point and to spare */

/* Where a number is read: the text ends before its NUL. */
struct reader {
    const struct lexicon *lexicon;
    const char *text;
    size_t length;
    size_t at;
};

static char peek(const struct reader *reader, size_t ahead)
{
    return reader->at + ahead < reader->length
        ? reader->text[reader->at + ahead] : '\0';
}

/* Bytes of a digit of either width at text, and the digit. */
static size_t digit_at(const char *text, char *digit)
{
    const unsigned char *bytes = (const unsigned char *)text;

    *digit = *text;
    if (text_is_digit(bytes[0]))
        return 1;
    if (bytes[0] != 0xEF || bytes[1] != 0xBC || bytes[2] - 0x90u > 9)
        return 0;
    *digit = (char)('0' + (bytes[2] - 0x90));
    return 3;
}

static size_t digits_from(const char *text, size_t *bytes)
{
    size_t count = 0, size;
    char digit;

    for (*bytes = 0; (size = digit_at(text + *bytes, &digit)) > 0; count++)
        *bytes += size;
    return count;
}

struct literal {
    char text[LITERAL_SIZE];
    size_t length;
};

static void literal_add(struct literal *literal, char byte)
{
    if (literal->length < LITERAL_SIZE)
        literal->text[literal->length++] = byte;
}

static size_t read_digits(struct reader *reader, struct literal *literal)
{
    size_t count = 0, size;
    char digit;

    while (reader->at < reader->length
        && (size = digit_at(reader->text + reader->at, &digit)) > 0) {
        literal_add(literal, digit);
        reader->at += size;
        count++;
    }
    return count;
}

/* ,234 as often as it comes; what stands before has at most 3 digits. */
static void read_thousands(struct reader *reader, struct literal *literal)
{
    size_t bytes;

    while (peek(reader, 0) == ','
        && digits_from(reader->text + reader->at + 1, &bytes) == 3) {
        reader->at++;
        read_digits(reader, literal);
    }
}

static void read_decimals(struct reader *reader, struct literal *literal)
{
    size_t bytes, size = word_size_at(lexicon_words(reader->lexicon,
        NOTION_POINTS), reader->text, reader->at);

    if (size > 0
        && digits_from(reader->text + reader->at + size, &bytes) > 0) {
        literal_add(literal, '.');
        reader->at += size;
        read_digits(reader, literal);
    }
}

/* Whether a number goes on as a code does: 1.2.3, 12:30, 2/3, 5_a, a@b. */
static bool is_code(const struct reader *reader)
{
    char next = peek(reader, 0);

    return next == '_' || next == '@' || (next && strchr(".:/", next)
        && text_is_digit((unsigned char)peek(reader, 1)));
}

static void skip_code(struct reader *reader)
{
    char digit, next;
    size_t size = 0;

    while (reader->at < reader->length
        && ((size = digit_at(reader->text + reader->at, &digit)) > 0
            || text_is_latin((unsigned char)(next = peek(reader, 0)))
            || (next && strchr("._:/@-", next))))
        reader->at += size > 0 ? size : 1;
}

/* Reads the digits at the reader.  False for a code, which is skipped. */
static bool read_number(struct reader *reader, struct literal *literal)
{
    size_t first = literal->length;
    size_t count = read_digits(reader, literal);

    if (count <= 3)
        read_thousands(reader, literal);
    read_decimals(reader, literal);
    bool zeros = count > 1 && literal->text[first] == '0';
    if (!zeros && !is_code(reader))
        return true;
    skip_code(reader);
    return false;
}

/* The sign at the end of the bytes before the reader, its length; none between
 * two numbers, of which the first one ends at `before`. */
static size_t sign_of(const struct reader *reader, size_t before,
    bool *negative)
{
    const char *text = reader->text;
    size_t at = reader->at, size = word_size_before(
        lexicon_words(reader->lexicon, NOTION_MINUS), text, at);
    unsigned code;

    *negative = size > 0;
    if (size == 0)
        size = word_size_before(lexicon_words(reader->lexicon, NOTION_PLUS),
            text, at);
    text_character_before(text, at - size, &code);
    if (size > 0 && (before == 0 || at - size > before)
        && !text_is_latin(code) && code != '%')
        return size;
    *negative = false;
    return 0;
}

static bool is_unit(const struct lexicon *lexicon, enum notion notion,
    const char *text, size_t length)
{
    return word_of(lexicon_words(lexicon, notion),
        (struct text_span){ text, length }) != NULL;
}

static void name_usually(const struct lexicon *lexicon,
    struct text_figure *figure)
{
    struct text_span unit = { figure->base, figure->base_length };

    lexicon_name_unit(lexicon, &unit);
    figure->usual = unit.text;
    figure->usual_length = unit.length;
}

/* Reads the unit at figure->end. */
static void read_unit(const struct lexicon *lexicon, const char *text,
    struct text_figure *figure)
{
    struct text_unit unit;

    figure->end += text_unit_read(lexicon, text + figure->end, &unit);
    figure->unit = unit.text;
    figure->unit_length = unit.length;
    figure->base = unit.base;
    figure->base_length = unit.base_length;
    figure->shift = unit.shift;
    name_usually(lexicon, figure);
    figure->is_amount = is_unit(lexicon, NOTION_MONEY, unit.base,
        unit.base_length);
    figure->is_year = is_unit(lexicon, NOTION_YEAR_UNITS, unit.text,
        unit.length);
    figure->is_date = is_unit(lexicon, NOTION_DATE_UNITS, unit.text,
        unit.length);
    figure->is_some_more = unit.vague;
    if (unit.vague)
        figure->precision = TEXT_ABOUT;
}

static bool is_range(const struct lexicon *lexicon, const char *text,
    const struct text_figure *figure, size_t before)
{
    const struct word_list *joints = lexicon_words(lexicon,
        NOTION_RANGE_JOINTS);
    size_t size = word_size_at(joints, text, figure->end);
    char digit;

    if (size > 0 && digit_at(text + figure->end + size, &digit) > 0)
        return true;
    size = before > 0 ? word_size_at(joints, text, before) : 0;
    return size > 0 && before + size == figure->begin;
}

/* How sure a text is of a figure: the longest word before it tells, but a word
 * behind it counts more. */
static void read_hedges(const struct lexicon *lexicon, const char *text,
    struct text_figure *figure, size_t before)
{
    size_t about = word_size_before(lexicon_words(lexicon, NOTION_ABOUT),
        text, figure->begin);
    size_t limit = word_size_before(lexicon_words(lexicon, NOTION_LIMITS),
        text, figure->begin);

    if (is_range(lexicon, text, figure, before) || about > limit)
        figure->precision = TEXT_ABOUT;
    else if (limit > 0)
        figure->precision = TEXT_LIMIT;
    if (word_at(lexicon_words(lexicon, NOTION_ABOUT_BEHIND), text,
            figure->end))
        figure->precision = TEXT_ABOUT;
    if (word_at(lexicon_words(lexicon, NOTION_LIMITS_BEHIND), text,
            figure->end))
        figure->precision = TEXT_LIMIT;
}

/* The figure whose first digit is at the reader, behind the byte `before`. */
static bool read_figure(struct reader *reader, size_t before,
    struct text_figure *figure)
{
    struct literal literal = {0};
    size_t first = reader->at;
    bool negative;
    size_t sign = sign_of(reader, before, &negative);

    *figure = (struct text_figure){ .begin = first - sign };
    if (negative)
        literal_add(&literal, '-');
    if (!read_number(reader, &literal)
        || word_before(lexicon_words(reader->lexicon, NOTION_ORDINAL),
            reader->text, first)
        || decimal_parse(literal.text, literal.length, &figure->value)
            != DECIMAL_OK)
        return false;
    figure->end = reader->at;
    read_unit(reader->lexicon, reader->text, figure);
    read_hedges(reader->lexicon, reader->text, figure, before);
    return true;
}

static const struct word *percent_at(const struct lexicon *lexicon,
    const char *text, size_t at)
{
    return word_at(lexicon_words(lexicon, NOTION_PERCENT), text, at);
}

/* Reads the digits, of any script, behind the point of a number in words. */
static void read_worded_decimals(struct reader *reader,
    struct literal *literal)
{
    const char *text = reader->text;
    size_t at = reader->at + word_size_at(lexicon_words(reader->lexicon,
        NOTION_WORDED_POINTS), text, reader->at), size;
    char digit;

    if (at == reader->at
        || text_any_digit(reader->lexicon, text + at, &digit) == 0)
        return;
    literal_add(literal, '.');
    while ((size = text_any_digit(reader->lexicon, text + at, &digit)) > 0) {
        literal_add(literal, digit);
        at += size;
    }
    reader->at = at;
}

/* Reads 九十七点五, or no more than the digit 零 before its point. */
static bool read_worded_number(struct reader *reader,
    struct literal *literal)
{
    const char *text = reader->text + reader->at;
    char digit;
    int value = 0;
    size_t size = text_numeral_read(reader->lexicon, text, &value);

    if (size == 0) {
        size = text_any_digit(reader->lexicon, text, &digit);
        if (size == 0 || digit != '0')
            return false;
    }
    literal->length = (size_t)snprintf(literal->text, LITERAL_SIZE, "%d",
        value);
    reader->at += size;
    read_worded_decimals(reader, literal);
    return true;
}

/* 百分之95.5 or 百分之九十五, whose words take the place of its unit. */
static bool read_percent(struct reader *reader, const struct word *word,
    size_t before, struct text_figure *figure)
{
    struct literal literal = {0};
    char digit;

    *figure = (struct text_figure){ .begin = reader->at };
    reader->at += word->length;
    bool good = digit_at(reader->text + reader->at, &digit) > 0
        ? read_number(reader, &literal)
        : read_worded_number(reader, &literal);
    if (!good || decimal_parse(literal.text, literal.length, &figure->value)
            != DECIMAL_OK)
        return false;
    figure->end = reader->at;
    figure->unit = figure->base = word->meaning.text;
    figure->unit_length = figure->base_length = word->meaning.length;
    name_usually(reader->lexicon, figure);
    read_hedges(reader->lexicon, reader->text, figure, before);
    return true;
}

bool text_figure_next(const struct lexicon *lexicon, const char *text,
    size_t length, struct text_figure *figure)
{
    size_t before = figure->end;
    struct reader reader = { lexicon, text, length, before };
    const struct word *percent;
    char digit;

    while (reader.at < length) {
        if ((percent = percent_at(lexicon, text, reader.at))) {
            if (read_percent(&reader, percent, before, figure))
                return true;
        } else if (digit_at(text + reader.at, &digit) > 0) {
            if (read_figure(&reader, before, figure))
                return true;
        } else if (text_is_latin((unsigned char)text[reader.at])) {
            skip_code(&reader);
        } else {
            reader.at += text_step(text + reader.at);
        }
    }
    return false;
}

size_t text_figures(const struct lexicon *lexicon, const char *text,
    size_t length, struct text_figure *figures, size_t room)
{
    struct text_figure figure = {0};
    size_t count = 0;

    while (count < room && text_figure_next(lexicon, text, length, &figure))
        figures[count++] = figure;
    return count;
}

/* Where a digit, or a percentage in words, may be; `length` for nowhere. */
static size_t skip_other(const struct lexicon *lexicon, const char *text,
    size_t at, size_t length)
{
    while (at < length && !text_is_digit((unsigned char)text[at])
        && (unsigned char)text[at] != 0xEF && !percent_at(lexicon, text, at))
        at += text_step(text + at);
    return at;
}

/* Bytes of a digit, or of the words of a percentage; 0 for neither. */
static size_t place_at(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    const struct word *percent = percent_at(lexicon, text, at);
    char digit;

    return percent ? percent->length : digit_at(text + at, &digit);
}

bool text_may_have_figures(const struct lexicon *lexicon, const char *text,
    size_t length, size_t count)
{
    enum { OUTSIDE, DIGITS, POINT, DECIMALS } state = OUTSIDE;
    size_t at = 0, size;

    for (; at < length && count > 0; at += size > 0 ? size : 1) {
        if (state == OUTSIDE)
            at = skip_other(lexicon, text, at, length);
        size = at < length ? place_at(lexicon, text, at) : 0;
        count -= size > 0 && state == OUTSIDE;
        if (size == 0)
            state = state == DIGITS && text[at] == '.' ? POINT : OUTSIDE;
        else
            state = state == POINT || state == DECIMALS ? DECIMALS : DIGITS;
    }
    return count == 0;
}

bool text_figure_base(const struct text_figure *figure,
    struct decimal *value)
{
    return decimal_shift(figure->value, figure->shift, value);
}

struct decimal text_figure_doubt(const struct text_figure *figure)
{
    struct decimal doubt = { 0, 0, false };
    int places = figure->value.places;

    if (places > 0 && places < DECIMAL_PLACES_MAX)
        decimal_shift((struct decimal){ 5, places + 1, false },
            figure->shift, &doubt);
    return doubt;
}

bool text_figure_is_rate(const struct text_figure *figure)
{
    return figure->base_length == 1 && *figure->base == '%';
}

bool text_figures_alike(const struct text_figure *a,
    const struct text_figure *b)
{
    return a->usual_length > 0 && a->usual_length == b->usual_length
        && memcmp(a->usual, b->usual, a->usual_length) == 0;
}

bool text_has_digit(const char *text)
{
    char digit;

    for (; *text; text += text_step(text))
        if ((text_is_digit((unsigned char)*text) || *text == '\xEF')
            && digit_at(text, &digit))
            return true;
    return false;
}
