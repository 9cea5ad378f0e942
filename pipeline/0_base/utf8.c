/* Code points of UTF-8: read, written, counted, measured in columns. */

#include "0_base/utf8.h"

#include <string.h>

static bool is_continuation(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

size_t utf8_size(unsigned code)
{
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/* U+1000 to U+CFFF, which have three bytes without exception: nearly all of
 * Chinese text. */
static bool is_common(const unsigned char *from)
{
    return from[0] > 0xE0 && from[0] < 0xED && is_continuation(from[1])
        && is_continuation(from[2]);
}

size_t utf8_read(const char *bytes, size_t length, unsigned *code)
{
    const unsigned char *from = (const unsigned char *)bytes;
    unsigned value;
    size_t size;

    if (length >= 3 && is_common(from)) {
        if (code)
            *code = (from[0] & 0x0Fu) << 12 | (from[1] & 0x3Fu) << 6
                | (from[2] & 0x3Fu);
        return 3;
    }
    if (length == 0)
        return 0;
    size = from[0] < 0x80 ? 1 : from[0] < 0xC2 ? 0 : from[0] < 0xE0 ? 2
        : from[0] < 0xF0 ? 3 : from[0] < 0xF5 ? 4 : 0;
    if (size == 0 || size > length)
        return 0;

    value = size == 1 ? from[0] : from[0] & (0xFFu >> (size + 1));
    for (size_t k = 1; k < size; k++) {
        if (!is_continuation(from[k]))
            return 0;
        value = value << 6 | (from[k] & 0x3Fu);
    }
    if (utf8_size(value) != size || value > 0x10FFFF
        || (value >= 0xD800 && value <= 0xDFFF))
        return 0;
    if (code)
        *code = value;
    return size;
}

size_t utf8_first(const char *text, unsigned *code)
{
    return utf8_read(text, strnlen(text, UTF8_LENGTH_MAX), code);
}

bool utf8_is_valid(const char *text)
{
    size_t size;

    while (*text && (size = utf8_first(text, NULL)) > 0)
        text += size;
    return !*text;
}

void utf8_add(struct buffer *out, unsigned code)
{
    static const unsigned char marks[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
    char bytes[UTF8_LENGTH_MAX];
    size_t size = utf8_size(code);

    for (size_t k = size; k-- > 1; code >>= 6)
        bytes[k] = (char)(0x80 | (code & 0x3F));
    bytes[0] = (char)(marks[size] | code);
    buffer_add(out, bytes, size);
}

size_t utf8_count(const char *text, size_t length)
{
    size_t count = 0;

    for (size_t k = 0; k < length; k++)
        count += !is_continuation((unsigned char)text[k]);
    return count;
}

size_t utf8_head(const char *text, size_t count)
{
    size_t length = strlen(text), head = 0;

    while (count-- && head < length) {
        size_t size = utf8_read(text + head, length - head, NULL);
        head += size ? size : 1;
    }
    return head;
}

#define UNITS_OF(size) ((size) == UTF8_LENGTH_MAX ? 2u : 1u)

size_t utf8_units_head(const char *text, size_t units)
{
    size_t length = strlen(text), head = 0;

    while (head < length) {
        size_t size = utf8_read(text + head, length - head, NULL);
        if (UNITS_OF(size) > units)
            break;
        units -= UNITS_OF(size);
        head += size ? size : 1;
    }
    return head;
}

size_t utf8_units(const char *text)
{
    size_t length = strlen(text), units = utf8_count(text, length);

    for (size_t k = 0; k < length; k++)
        units += (unsigned char)text[k] >= 0xF0;
    return units;
}

bool utf8_ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), size = strlen(end);

    return size <= length && strcmp(text + length - size, end) == 0;
}

bool utf8_has_ending(const char *name, const char *ending)
{
    size_t length = strlen(name), size = strlen(ending);

    if (size > length)
        return false;
    for (name += length - size; *name; name++, ending++)
        if ((*name >= 'A' && *name <= 'Z' ? *name - 'A' + 'a' : *name)
            != *ending)
            return false;
    return true;
}

bool utf8_is_within(unsigned code, const struct utf8_range *ranges,
    size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (code - ranges[k].first <= ranges[k].last - ranges[k].first)
            return true;
    return false;
}

bool utf8_is_one_of(unsigned code, const char32_t *text)
{
    while (*text && *text != code)
        text++;
    return code && *text == code;
}

bool utf8_is_space(unsigned code)
{
    static const struct utf8_range ranges[] = {
        { '\t', '\r' }, { ' ', ' ' }, { 0x85, 0x85 }, { 0xA0, 0xA0 },
        { 0x2000, 0x200A }, { 0x2028, 0x2029 }, { 0x202F, 0x202F },
        { 0x205F, 0x205F }, { 0x3000, 0x3000 },
    };

    return UTF8_IS_WITHIN(code, ranges);
}

bool utf8_is_blank(const char *text)
{
    size_t length = strlen(text), size;
    unsigned code;

    while (length > 0 && (size = utf8_read(text, length, &code)) > 0
        && utf8_is_space(code)) {
        text += size;
        length -= size;
    }
    return length == 0;
}

/* Blocks whose characters are wide or full-width, by what is in use there. */
static bool is_wide(unsigned code)
{
    static const struct utf8_range blocks[] = {
        { 0x1100, 0x115F }, { 0x2E80, 0x303E }, { 0x3041, 0xA4CF },
        { 0xA960, 0xA97F }, { 0xAC00, 0xD7A3 }, { 0xF900, 0xFAFF },
        { 0xFE30, 0xFE6F }, { 0xFF01, 0xFF60 }, { 0xFFE0, 0xFFE6 },
        { 0x1F300, 0x1F64F }, { 0x1F680, 0x1F6FF }, { 0x1F900, 0x1F9FF },
        { 0x1FA70, 0x1FAFF }, { 0x20000, 0x3FFFD } };

    return UTF8_IS_WITHIN(code, blocks);
}

/* Marks that stand on the character before them. */
static bool is_combining(unsigned code)
{
    static const struct utf8_range blocks[] = {
        { 0x300, 0x36F }, { 0x483, 0x489 }, { 0x591, 0x5BD },
        { 0x610, 0x61A }, { 0x64B, 0x65F }, { 0x1AB0, 0x1AFF },
        { 0x1DC0, 0x1DFF }, { 0x20D0, 0x20FF }, { 0x302A, 0x302D },
        { 0x3099, 0x309A }, { 0xFE20, 0xFE2F } };

    return UTF8_IS_WITHIN(code, blocks);
}

size_t utf8_width(const char *text)
{
    size_t length = strlen(text), width = 0;

    while (length) {
        unsigned code = 0;
        size_t size = utf8_read(text, length, &code);
        width += is_combining(code) ? 0 : 1 + is_wide(code);
        size += size == 0;
        text += size;
        length -= size;
    }
    return width;
}

const char *utf8_wide_mark(const char *text, size_t length)
{
    static const struct { size_t size; const char *mark, *name; } marks[] = {
        { 4, "\xFF\xFE\0\0", "UTF-32" }, { 4, "\0\0\xFE\xFF", "UTF-32" },
        { 2, "\xFF\xFE", "UTF-16" }, { 2, "\xFE\xFF", "UTF-16" },
    };

    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        if (length >= marks[k].size
            && memcmp(text, marks[k].mark, marks[k].size) == 0)
            return marks[k].name;
    return NULL;
}
