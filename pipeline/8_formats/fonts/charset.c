/* The charset of a CFF font program, found by its top dictionary. */

#include "8_formats/fonts/charset.h"

#include <string.h>

/* Operators of a dictionary; those behind an escape count from 256. */
#define ESCAPE 12
#define ESCAPED(second) (256u + (second))
#define OPERATOR_CHARSET 15u
#define OPERATOR_ROS ESCAPED(30)
#define OPERATOR_LAST 21u       /* what is more is an operand */

#define PREDEFINED_LAST 2       /* offsets that name a charset instead */

/* Bytes that are read from front to back; failed once behind the end. */
struct reader {
    const unsigned char *bytes;
    size_t length, at;
    bool failed;
};

static uint32_t take(struct reader *reader, unsigned size)
{
    uint32_t value = 0;

    if (reader->failed || size > reader->length - reader->at) {
        reader->failed = true;
        return 0;
    }
    for (; size > 0; size--)
        value = value << 8 | reader->bytes[reader->at++];
    return value;
}

static void skip(struct reader *reader, size_t size)
{
    if (reader->failed || size > reader->length - reader->at)
        reader->failed = true;
    else
        reader->at += size;
}

/* Passes an INDEX (5) and says where its first element stands. */
static struct reader take_index(struct reader *reader)
{
    uint32_t count = take(reader, 2);
    struct reader first = { .bytes = reader->bytes, .failed = true };

    if (count == 0)
        return first;
    uint32_t size = take(reader, 1);
    if (size < 1 || size > 4) {
        reader->failed = true;
        return first;
    }
    uint32_t begin = take(reader, size), end = take(reader, size);
    uint32_t last = end;
    if (count > 1) {
        skip(reader, (size_t)(count - 2) * size);
        last = take(reader, size);
    }
    if (begin != 1 || end < begin || last < end) {
        reader->failed = true;
        return first;
    }
    first.at = reader->at;
    skip(reader, last - 1);
    first.length = first.at + (end - 1);
    first.failed = reader->failed;
    return first;
}

/* Passes the digits of a real number, which ends with a nibble of 15 (4). */
static void skip_real(struct reader *reader)
{
    uint32_t byte;

    do
        byte = take(reader, 1);
    while (!reader->failed && (byte & 0x0F) != 0x0F && byte >> 4 != 0x0F);
}

/* The value of an operand; of a real number 0. */
static long take_operand(struct reader *reader, uint32_t first)
{
    if (first == 28)
        return (int16_t)take(reader, 2);
    if (first == 29)
        return (int32_t)take(reader, 4);
    if (first == 30)
        skip_real(reader);
    else if (first >= 32 && first <= 246)
        return (long)first - 139;
    else if (first >= 247 && first <= 250)
        return ((long)first - 247) * 256 + (long)take(reader, 1) + 108;
    else if (first >= 251 && first <= 254)
        return -((long)first - 251) * 256 - (long)take(reader, 1) - 108;
    else
        reader->failed = true;
    return 0;
}

struct top {
    bool is_cid_keyed;
    long charset;               /* where it stands in the program */
};

static bool read_top(struct reader *dictionary, struct top *top)
{
    long operand = 0;

    *top = (struct top){ 0 };
    while (!dictionary->failed && dictionary->at < dictionary->length) {
        uint32_t byte = take(dictionary, 1);
        if (byte > OPERATOR_LAST) {
            operand = take_operand(dictionary, byte);
            continue;
        }
        if (byte == ESCAPE)
            byte = ESCAPED(take(dictionary, 1));
        if (byte == OPERATOR_ROS)
            top->is_cid_keyed = true;
        else if (byte == OPERATOR_CHARSET)
            top->charset = operand;
    }
    return !dictionary->failed;
}

/* Passes the charset of so many glyphs, 13: how many bytes it has. */
static size_t measure(struct reader *reader, unsigned glyph_count)
{
    size_t start = reader->at;
    uint32_t format = take(reader, 1);
    unsigned left_size = format == 1 ? 1 : format == 2 ? 2 : 0;

    /* .notdef, the first glyph, is not stated. */
    for (uint32_t glyph = 1; glyph < glyph_count && !reader->failed;) {
        take(reader, 2);
        glyph += 1 + take(reader, left_size);
    }
    reader->failed = reader->failed || format > 2;
    return reader->at - start;
}

/* From 1 on, all in a row, in no more bytes than any other charset of so many
 * glyphs takes. */
static size_t make_row(unsigned glyph_count, unsigned char row[5])
{
    unsigned left = glyph_count - 2;

    row[1] = 0;
    row[2] = 1;
    if (left == 0) {
        row[0] = 0;
        return 3;
    }
    row[0] = left <= UINT8_MAX ? 1 : 2;
    row[3] = (unsigned char)(left <= UINT8_MAX ? left : left >> 8);
    row[4] = (unsigned char)left;
    return left <= UINT8_MAX ? 4 : 5;
}

static bool replace(unsigned char *program, struct reader *reader,
    unsigned glyph_count)
{
    unsigned char row[5];
    size_t start = reader->at, room = measure(reader, glyph_count);

    if (glyph_count < 2)
        return !reader->failed;
    size_t size = make_row(glyph_count, row);
    if (reader->failed || size > room)
        return false;
    memcpy(program + start, row, size);
    return true;
}

bool charset_number(void *program, size_t length, unsigned glyph_count)
{
    struct reader reader = { .bytes = program, .length = length };
    struct top top;

    skip(&reader, 2);                           /* the version */
    uint32_t header = take(&reader, 1);
    if (reader.failed || header > length)
        return false;
    reader.at = header;
    take_index(&reader);                        /* names */
    struct reader dictionary = take_index(&reader);
    if (dictionary.failed || !read_top(&dictionary, &top))
        return false;
    if (!top.is_cid_keyed || top.charset <= PREDEFINED_LAST)
        return true;
    reader.at = 0;
    skip(&reader, (size_t)top.charset);
    return replace(program, &reader, glyph_count);
}
