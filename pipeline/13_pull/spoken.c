/*
 * Words to figures, exactly or not at all.
 */

#include "13_pull/spoken.h"

#include <stdlib.h>
#include <string.h>

#include "13_pull/parted.h"
#include "2_schema/formats/regex.h"

bool spoken_part(const struct lexicon *lexicon, const char *words,
    struct buffer *digits, struct buffer *rest, bool *failed)
{
    struct parted parted;
    bool good = parted_read(lexicon, words, &parted, failed)
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
    struct text_span own = { unit, strlen(unit) };
    size_t size;

    while (!lexicon_name_unit(lexicon, &own)
        && (size = notion_at(lexicon, NOTION_MULTIPLIERS, own.text, 0)) > 0) {
        buffer_add(name, own.text, size);
        own.text += size;
        own.length -= size;
    }
    buffer_add(name, own.text, own.length);
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

    return point ? (int)parted_digits(point + 1) : 0;
}

/* In digits, or else in numerals. */
static bool part_said(const struct spoken *place, const char *words,
    struct parted *said, bool *failed)
{
    if (parted_read(place->lexicon, words, said, failed))
        return true;
    parted_free(said);
    return parted_read_worded(place->lexicon, words, said, failed);
}

bool spoken_read(const struct spoken *place, const char *words,
    struct spoken_figure *figure, bool *failed)
{
    struct parted said, printed;
    struct buffer name = BUFFER_EMPTY;
    int shift = 0;
    bool shows = parted_read(place->lexicon, place->printed, &printed, failed);
    bool good = part_said(place, words, &said, failed);

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

bool spoken_is_blank(enum value_type type, const struct lexicon *lexicon,
    const char *words, bool *failed)
{
    struct buffer text = BUFFER_EMPTY;

    if (!value_type_is_figure(type) && type != VALUE_DATE)
        return false;
    parted_narrow(words, &text);
    bool is = word_of(lexicon_words(lexicon, NOTION_BLANKS),
        (struct text_span){ buffer_string(&text), text.length }) != NULL;
    *failed = *failed || text.failed;
    buffer_free(&text);
    return is;
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

bool spoken_narrowed(const char *pattern, const char *words,
    struct buffer *out, bool *failed)
{
    struct buffer narrow = BUFFER_EMPTY;
    struct regex *regex = NULL;

    parted_narrow(words, &narrow);
    /* Most words are narrow already. */
    enum regex_fault fault = pattern
        && strcmp(buffer_string(&narrow), words) != 0
        ? regex_compile(pattern, strlen(pattern), &regex) : REGEX_MALFORMED;
    bool good = fault == REGEX_OK
        && !regex_matches(regex, words, strlen(words), failed)
        && regex_matches(regex, buffer_string(&narrow), narrow.length,
            failed);
    if (good)
        buffer_add_string(out, buffer_string(&narrow));
    *failed = *failed || narrow.failed || out->failed
        || fault == REGEX_NO_MEMORY;
    regex_free(regex);
    buffer_free(&narrow);
    return good;
}
