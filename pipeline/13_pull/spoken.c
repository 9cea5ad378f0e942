/*
 * Words to values, exactly or not at all.
 */

#include "13_pull/spoken.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/utf8.h"

#define WIDE_FIRST 0xFF01       /* ！ to ～ are ! to ~ in full width */
#define WIDE_LAST 0xFF5E
#define WIDE_OFFSET 0xFEE0
#define MINUS 0x2212
#define GROUP 3                 /* digits between two commas */

/* Words in half width without white space around them; white space in them is
 * one blank. */
static void narrow(const char *words, struct buffer *out)
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
        if (code >= WIDE_FIRST && code <= WIDE_LAST)
            code -= WIDE_OFFSET;
        utf8_add(out, code == MINUS ? '-' : code);
    }
}

/* --- figures -------------------------------------------------------------- */

/* A figure and the unit behind it. */
struct parted {
    struct buffer digits, rest;
    bool is_money;              /* by a sign in front */
};

static void parted_free(struct parted *parted)
{
    buffer_free(&parted->digits);
    buffer_free(&parted->rest);
}

static size_t count_digits(const char *text)
{
    return strspn(text, "0123456789");
}

/* Digits before the point, with marks between groups or without any; how many
 * bytes they take, 0 where there are none. */
static size_t read_whole(const char *text, struct buffer *digits)
{
    size_t count = count_digits(text), at = count;
    char mark = text[at];

    buffer_add(digits, text, count);
    if (count == 0 || count > GROUP || (mark != ',' && mark != ' '))
        return at;
    while (text[at] == mark && count_digits(text + at + 1) == GROUP) {
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

/* Behind the signs before a figure: those of money, + or -. */
static const char *skip_signs(const struct lexicon *lexicon,
    const char *text, struct parted *parted)
{
    size_t money = word_size_at(lexicon_words(lexicon, NOTION_MONEY_SIGNS),
        text, 0);

    parted->is_money = money > 0;
    text += money;
    if (*text == '-')
        buffer_add_char(&parted->digits, '-');
    return text + (*text == '-' || *text == '+');
}

/* Parts the figure that words begin with from the rest; false where there is
 * none, or memory runs out. */
static bool part(const struct lexicon *lexicon, const char *words,
    struct parted *parted, bool *failed)
{
    struct buffer narrowed = BUFFER_EMPTY;

    *parted = (struct parted){ BUFFER_EMPTY, BUFFER_EMPTY, false };
    narrow(words, &narrowed);
    cut_end(lexicon, &narrowed);
    const char *at = skip_signs(lexicon, buffer_string(&narrowed), parted);
    size_t whole = read_whole(at, &parted->digits);
    at += whole;
    if (whole > 0 && *at == '.' && count_digits(at + 1) > 0) {
        buffer_add(&parted->digits, at, 1 + count_digits(at + 1));
        at += 1 + count_digits(at + 1);
    }
    bool good = whole > 0 && !strchr(".,-0123456789", *at ? *at : 'x');
    buffer_add_string(&parted->rest, at + (*at == ' '));
    *failed = *failed || narrowed.failed || parted->digits.failed
        || parted->rest.failed;
    buffer_free(&narrowed);
    return good && !*failed;
}

bool spoken_part(const struct lexicon *lexicon, const char *words,
    struct buffer *digits, struct buffer *rest, bool *failed)
{
    struct parted parted;
    bool good = part(lexicon, words, &parted, failed)
        && !parted.is_money;

    *digits = parted.digits;
    *rest = parted.rest;
    return good;
}

/* A figure as it is written, to its base unit, without rounding; shift: powers
 * of ten between them. */
static bool to_base(enum value_type type, int shift,
    const struct parted *parted, struct decimal *value)
{
    char text[DECIMAL_TEXT_SIZE];
    struct decimal stated;
    int places;

    if (decimal_parse(parted->digits.bytes, parted->digits.length, &stated)
        != DECIMAL_OK || !decimal_shift(stated, shift, &stated))
        return false;
    decimal_print(stated, text);
    if ((type == VALUE_COUNT || type == VALUE_YEAR)
        && decimal_trim(stated, 0).places > 0)
        return false;
    return value_read(type, NULL, text, strlen(text), value, &places)
        && decimal_compare(stated, *value) == 0;
}

/* A unit by the name that stands for all of its names, behind what makes it
 * greater: 万m² for 万平方米. */
static void name_unit(const struct lexicon *lexicon, const char *unit,
    struct buffer *name)
{
    const struct word_list *names = lexicon_words(lexicon,
        NOTION_SAME_UNITS);
    const struct word *word;
    size_t size;

    while (!(word = word_of(names, (struct text_span){ unit, strlen(unit) }))
        && (size = word_size_at(lexicon_words(lexicon, NOTION_MULTIPLIERS),
            unit, 0)) > 0) {
        buffer_add(name, unit, size);
        unit += size;
    }
    if (word)
        buffer_add(name, word->meaning.text, word->meaning.length);
    else
        buffer_add_string(name, unit);
}

static bool is_same_unit(const struct spoken *place, const char *name,
    const char *unit, bool *failed)
{
    struct buffer other = BUFFER_EMPTY;

    name_unit(place->lexicon, unit, &other);
    bool same = strcmp(name, buffer_string(&other)) == 0;
    *failed = *failed || other.failed;
    buffer_free(&other);
    return same;
}

/* A unit of the place's type, also behind what makes an amount greater: 亿元;
 * the powers of ten from it to the base unit. */
static bool find_known(const struct spoken *place, const char *said,
    int *shift)
{
    const struct word_list *multipliers = lexicon_words(place->lexicon,
        NOTION_MULTIPLIERS);
    size_t size = 0;

    *shift = 0;
    while (value_type_of_unit(said) != place->type
        && place->type == VALUE_AMOUNT
        && (size = word_size_at(multipliers, said, 0)) > 0) {
        *shift += (int)strtol(word_of(multipliers, (struct text_span){ said,
            size })->meaning.text, NULL, 10);
        said += size;
    }
    *shift += value_shift_of_unit(place->type, said);
    return value_type_of_unit(said) == place->type;
}

/* Powers of ten from the unit of words with one, by its name, or of the place;
 * false where that is not sure. */
static bool find_unit(const struct spoken *place, const char *said,
    const char *printed, int *shift, bool *failed)
{
    bool has_kinds = place->type == VALUE_AMOUNT || place->type == VALUE_RATE;

    *shift = value_shift_of_unit(place->type,
        place->shown ? place->shown : place->unit);
    if (*said == '\0')
        return !has_kinds || *printed == '\0';
    if (has_kinds)
        return find_known(place, said, shift);
    return is_same_unit(place, said, printed, failed)
        || (place->unit && is_same_unit(place, said, place->unit, failed));
}

/* Decimals behind the point. */
static int count_places(const struct buffer *digits)
{
    const char *point = strchr(buffer_string(digits), '.');

    return point ? (int)count_digits(point + 1) : 0;
}

bool spoken_read(const struct spoken *place, const char *words,
    struct spoken_figure *figure, bool *failed)
{
    struct parted said, printed;
    struct buffer name = BUFFER_EMPTY;
    int shift = 0;
    bool shows = part(place->lexicon, place->printed, &printed, failed);
    bool good = part(place->lexicon, words, &said, failed);

    if (good)
        name_unit(place->lexicon, buffer_string(&said.rest), &name);
    good = good && (!said.is_money
            || (place->type == VALUE_AMOUNT && name.length > 0))
        && find_unit(place, buffer_string(&name),
            shows ? buffer_string(&printed.rest) : "", &shift, failed)
        && to_base(place->type, shift, &said, &figure->value);

    figure->in_own_unit = good
        && shift == value_shift_of_unit(place->type, place->unit);
    figure->places = count_places(&said.digits);
    *failed = *failed || name.failed;
    buffer_free(&name);
    parted_free(&said);
    parted_free(&printed);
    return good && !*failed;
}

bool spoken_figure(const struct spoken *place, const char *words,
    struct decimal *value, bool *failed)
{
    struct spoken_figure figure;
    bool good = spoken_read(place, words, &figure, failed);

    if (good)
        *value = figure.value;
    return good;
}

/* --- dates ---------------------------------------------------------------- */

/* What a Chinese numeral at the beginning means; its bytes, or 0. */
static size_t numeral_at(const struct word_list *numerals, const char *text,
    int *value)
{
    for (size_t k = 0; k < numerals->count; k++) {
        const struct word *word = &numerals->list[k];
        if (strncmp(text, word->text, word->length) == 0) {
            *value = (int)strtol(word->meaning.text, NULL, 10);
            return word->length;
        }
    }
    return 0;
}

/* Digits, or numerals: 二〇二五, 十八, 二十, 三十一; 0 where there are none. */
static size_t read_part(const struct word_list *numerals, const char *text,
    int *number)
{
    size_t at = count_digits(text), size;
    int value, total = 0, last = 0;
    bool tens = false;

    if (at > 0) {
        *number = at <= 4 ? (int)strtol(text, NULL, 10) : 0;
        return at;
    }
    while ((size = numeral_at(numerals, text + at, &value)) > 0) {
        at += size;
        if (value >= 10) {
            total = (last ? last : 1) * value;
            tens = true;
            last = 0;
        } else {
            last = tens ? value : last * 10 + value;
        }
        if (total > 9999 || last > 9999)
            return 0;
    }
    *number = total + last;
    return at;
}

/* What stands behind the k-th part: its word, or a mark, which is the same
 * behind the first two. */
static size_t skip_mark(const struct lexicon *lexicon, const char *text,
    int k, char *mark)
{
    static const enum notion units[] = { NOTION_YEAR_UNITS,
        NOTION_MONTH_UNITS, NOTION_DAY_UNITS };
    size_t length = *mark ? 0
        : word_size_at(lexicon_words(lexicon, units[k]), text, 0);

    if (length > 0 || k == 2)
        return length;
    if (!*text || !strchr("-./", *text) || (*mark && *mark != *text)
        || (k > 0 && !*mark))
        return 0;
    *mark = *text;
    return 1;
}

static int days_of(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
        31 };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return days[month - 1] + (month == 2 && leap);
}

/* The three parts of a date; false where the text is none. */
static bool read_date(const struct lexicon *lexicon, const char *text,
    int parts[3])
{
    const struct word_list *numerals = lexicon_words(lexicon,
        NOTION_NUMERALS);
    char mark = '\0';

    for (int k = 0; k < 3; k++) {
        text += *text == ' ';
        size_t size = read_part(numerals, text, &parts[k]);
        text += size;
        text += size > 0 && *text == ' ';
        size_t behind = skip_mark(lexicon, text, k, &mark);
        if (size == 0 || (behind == 0 && (k < 2 || !mark)))
            return false;
        text += behind;
    }
    return *text == '\0' && parts[0] > 999 && parts[1] >= 1 && parts[1] <= 12
        && parts[2] >= 1 && parts[2] <= days_of(parts[0], parts[1]);
}

bool spoken_date(const struct lexicon *lexicon, const char *words,
    struct buffer *out, bool *failed)
{
    struct buffer text = BUFFER_EMPTY;
    int parts[3];

    narrow(words, &text);
    bool good = read_date(lexicon, buffer_string(&text), parts);
    if (good)
        buffer_printf(out, "%04d-%02d-%02d", parts[0], parts[1], parts[2]);
    *failed = *failed || text.failed || out->failed;
    buffer_free(&text);
    return good;
}
