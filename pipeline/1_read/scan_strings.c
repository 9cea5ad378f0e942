/* String literals of a JSON text: their escapes, and where these stand. */

#include "1_read/scan_strings.h"

#include <string.h>

#include "0_base/utf8.h"

long scan_hex(const char *text, size_t length)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    long value = 0;

    if (length < 4)
        return -1;
    for (int k = 0; k < 4; k++) {
        const char *digit = text[k] ? strchr(digits, text[k]) : NULL;
        if (!digit)
            return -1;
        value = value * 16 + (digit - digits) % 16;
    }
    return value;
}

bool scan_is_high_surrogate(long code)
{
    return code >= 0xD800 && code <= 0xDBFF;
}

bool scan_is_low_surrogate(long code)
{
    return code >= 0xDC00 && code <= 0xDFFF;
}

/* Appends what the escape at `at` stands for; the bytes that it takes. */
static size_t decode_escape(const char *at, struct buffer *out)
{
    static const char letters[] = "bfnrt", controls[] = "\b\f\n\r\t";
    const char *letter = strchr(letters, at[1]);

    if (at[1] != 'u') {
        buffer_add_char(out, letter ? controls[letter - letters] : at[1]);
        return 2;
    }
    long code = scan_hex(at + 2, 4);
    if (!scan_is_high_surrogate(code)) {
        utf8_add(out, (unsigned)code);
        return 6;
    }
    long low = scan_hex(at + 8, 4);
    utf8_add(out, (unsigned)(0x10000 + (code - 0xD800) * 0x400
        + low - 0xDC00));
    return 12;
}

void scan_string_decode(const char *literal, struct buffer *out)
{
    const char *at = literal + 1;

    while (*at != '"') {
        size_t plain = strcspn(at, "\"\\");
        buffer_add(out, at, plain);
        at += plain;
        if (*at == '\\')
            at += decode_escape(at, out);
    }
}

/* The size of the character or escape at `at`, and of what it decodes to. */
static size_t measure(const char *at, size_t *decoded)
{
    if (at[0] != '\\') {
        *decoded = 1;           /* byte by byte, whatever the character */
        return 1;
    }
    if (at[1] != 'u') {
        *decoded = 1;
        return 2;
    }
    long code = scan_hex(at + 2, 4);
    *decoded = scan_is_high_surrogate(code) ? 4 : utf8_size((unsigned)code);
    return scan_is_high_surrogate(code) ? 12 : 6;
}

size_t scan_string_length(const char *literal)
{
    size_t length = 0, decoded;

    for (const char *at = literal + 1; *at != '"'; length += decoded)
        at += measure(at, &decoded);
    return length;
}

size_t scan_string_offset(const char *literal, size_t offset,
    struct scan_mark *mark)
{
    const char *at = literal + 1 + mark->read;
    size_t decoded;

    while (*at != '"') {
        size_t size = measure(at, &decoded);
        if (mark->decoded + decoded > offset)
            break;
        mark->decoded += decoded;
        at += size;
    }
    mark->read = (size_t)(at - literal) - 1;
    return mark->read + 1;
}
