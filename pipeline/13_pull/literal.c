/*
 * Values as the data file states them, from words.
 */

#include "13_pull/literal.h"

#include <string.h>

#include "0_base/unseen.h"
#include "0_base/utf8.h"
#include "13_pull/spoken.h"

/* RFC 8259, 7: as a pair of surrogates beyond 16 bits. */
static void add_code(unsigned code, struct buffer *out)
{
    if (code > 0xFFFF) {
        buffer_printf(out, "\\u%04x", 0xD800 + ((code - 0x10000) >> 10));
        code = 0xDC00 + (code & 0x3FF);
    }
    buffer_printf(out, "\\u%04x", code);
}

void literal_add_string(const char *text, struct buffer *out)
{
    static const char plain[] = "\"\\\n\r\t", short_ones[] = "\"\\nrt";
    size_t left = strlen(text);

    buffer_add_char(out, '"');
    while (left > 0) {
        const char *found = strchr(plain, *text);
        unsigned code = 0;
        size_t size = utf8_read(text, left, &code);
        enum unseen kind = size ? unseen_kind(code) : UNSEEN_NOT;
        if (found)
            buffer_printf(out, "\\%c", short_ones[found - plain]);
        else if (kind != UNSEEN_NOT && kind != UNSEEN_SPACE)
            add_code(code, out);
        else
            buffer_add(out, text, size ? size : 1);
        text += size ? size : 1;
        left -= size ? size : 1;
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
