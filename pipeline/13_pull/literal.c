/*
 * Values as the data file states them, from words.
 */

#include "13_pull/literal.h"

#include <string.h>

#include "0_base/utf8.h"
#include "13_pull/spoken.h"

void literal_add_string(const char *text, struct buffer *out)
{
    static const char plain[] = "\"\\\n\r\t", short_ones[] = "\"\\nrt";

    buffer_add_char(out, '"');
    for (; *text; text++) {
        const char *found = strchr(plain, *text);
        if (found)
            buffer_printf(out, "\\%c", short_ones[found - plain]);
        else if ((unsigned char)*text < 0x20)
            buffer_printf(out, "\\u%04x", (unsigned)*text);
        else
            buffer_add_char(out, *text);
    }
    buffer_add_char(out, '"');
}

static bool write_figure(const struct literal_place *place,
    const char *words, struct buffer *out, bool *failed)
{
    const struct spoken spoken = { place->type, place->unit, place->shown,
        place->printed };
    char text[DECIMAL_TEXT_SIZE];
    struct decimal value;

    if (!spoken_figure(&spoken, words, &value, failed))
        return false;
    decimal_print_short(value_in_unit(place->type, place->unit, value), text);
    if (cJSON_IsString(place->stated))
        literal_add_string(text, out);
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
        literal_add_string(buffer_string(&date), out);
    buffer_free(&date);
    return good;
}

bool literal_write(const struct literal_place *place, const char *words,
    struct buffer *out, bool *failed)
{
    bool good = true;

    if (utf8_is_blank(words))
        buffer_add_string(out, "null");
    else if (value_type_is_figure(place->type))
        good = write_figure(place, words, out, failed);
    else if (place->type == VALUE_DATE)
        good = write_date(place, words, out, failed);
    else
        literal_add_string(words, out);
    *failed = *failed || out->failed;
    return good && !*failed;
}
