/*
 * Values as the data file states them, from words.
 */

#include "13_pull/literal.h"

#include <string.h>

#include "0_base/json_string.h"
#include "0_base/utf8.h"
#include "13_pull/spoken.h"

/* What a value of each type is called, and one as it is to be written. */
static const struct {
    enum phrase kind, example;
} kinds[VALUE_TYPE_COUNT] = {
    [VALUE_AMOUNT] = { PHRASE_KIND_AMOUNT, PHRASE_LIKE_AMOUNT },
    [VALUE_RATE] = { PHRASE_KIND_RATE, PHRASE_LIKE_RATE },
    [VALUE_COUNT] = { PHRASE_KIND_COUNT, PHRASE_LIKE_COUNT },
    [VALUE_NUMBER] = { PHRASE_KIND_NUMBER, PHRASE_LIKE_NUMBER },
    [VALUE_YEAR] = { PHRASE_KIND_YEAR, PHRASE_LIKE_YEAR },
    [VALUE_DATE] = { PHRASE_KIND_DATE, PHRASE_LIKE_DATE },
    [VALUE_TEXT] = { PHRASE_KIND_TEXT, PHRASE_LIKE_TEXT },
    [VALUE_TOKEN] = { PHRASE_KIND_TEXT, PHRASE_LIKE_TEXT },
};

enum phrase literal_kind(enum value_type type)
{
    return kinds[type].kind;
}

enum phrase literal_example(enum value_type type)
{
    return kinds[type].example;
}

static bool write_figure(const struct literal_place *place,
    const char *words, struct buffer *out, bool *failed)
{
    const struct spoken spoken = { place->type, place->unit, place->shown,
        place->printed, place->lexicon };
    char text[DECIMAL_TEXT_SIZE];
    struct decimal value;

    if (!spoken_figure(&spoken, words, &value, failed))
        return false;
    decimal_print_short(value_in_unit(place->type, place->unit, value), text);
    if (cJSON_IsString(place->stated))
        json_string_add(text, out);
    else
        buffer_add_string(out, text);
    return true;
}

static bool write_date(const struct literal_place *place, const char *words,
    struct buffer *out, bool *failed)
{
    struct buffer date = BUFFER_EMPTY;
    bool good = spoken_date(place->lexicon, words, &date, failed);

    if (good)
        json_string_add(buffer_string(&date), out);
    buffer_free(&date);
    return good;
}

static bool write_words(const struct literal_place *place, const char *words,
    struct buffer *out, bool *failed)
{
    bool good = true;

    if (utf8_is_blank(words)
        || spoken_is_blank(place->type, place->lexicon, words, failed))
        buffer_add_string(out, "null");
    else if (value_type_is_figure(place->type))
        good = write_figure(place, words, out, failed);
    else if (place->type == VALUE_DATE)
        good = write_date(place, words, out, failed);
    else
        json_string_add(words, out);
    *failed = *failed || out->failed;
    return good && !*failed;
}

bool literal_read(const struct literal_place *place, const char *words,
    struct literal *literal, bool *failed)
{
    struct buffer printed = BUFFER_EMPTY;

    *literal = (struct literal){ .text = BUFFER_EMPTY };
    bool good = write_words(place, words, &literal->text, failed);
    literal->is_same = good
        && write_words(place, place->printed, &printed, failed)
        && strcmp(buffer_string(&printed),
            buffer_string(&literal->text)) == 0;
    buffer_free(&printed);
    return good && !*failed;
}
