/* The CFF table of a font, read without trust in what it says. */

#include "8_formats/fonts/cff.h"

/* Operators of a dictionary (9, 15, 18); those behind an escape count from
 * 256. */
#define ESCAPE 12
#define ESCAPED(second) (256u + (second))
#define OPERATOR_BOX 5u
#define OPERATOR_OUTLINES 17u
#define OPERATOR_PRIVATE 18u
#define OPERATOR_SUBROUTINES 19u
#define OPERATOR_LAST 21u       /* what is more is an operand */
#define OPERATOR_MATRIX ESCAPED(7)
#define OPERATOR_ROS ESCAPED(30)
#define OPERATOR_DICTIONARIES ESCAPED(36)
#define OPERATOR_SELECT ESCAPED(37)

/* Bytes that are read from front to back; failed once behind the end. */
struct reader {
    struct span span;
    size_t at;
    bool failed;
};

static uint32_t take(struct reader *reader, unsigned size)
{
    uint32_t value = 0;

    if (reader->failed || size > reader->span.length - reader->at) {
        reader->failed = true;
        return 0;
    }
    for (; size > 0; size--)
        value = value << 8 | reader->span.bytes[reader->at++];
    return value;
}

static struct reader read_at(struct span span, size_t at)
{
    return (struct reader){ .span = span, .at = at,
        .failed = at > span.length };
}

/* --- indexes ------------------------------------------------------------- */

static bool element(const struct cff_index *index, unsigned number,
    struct span *found)
{
    size_t at = index->offsets + (size_t)number * index->offset_size;
    struct reader reader = read_at(index->table, at);
    size_t begin = take(&reader, index->offset_size);
    size_t end = take(&reader, index->offset_size);
    size_t room = index->table.length - index->data;

    if (reader.failed || number >= index->count || begin < 1 || end < begin
        || end - 1 > room)
        return false;
    *found = (struct span){ index->table.bytes + index->data + begin - 1,
        end - begin };
    return true;
}

/* Passes one, which may be empty. */
static bool take_index(struct reader *reader, struct cff_index *index)
{
    struct span last;

    *index = (struct cff_index){ .table = reader->span,
        .count = take(reader, 2) };
    if (index->count == 0)
        return !reader->failed;
    index->offset_size = take(reader, 1);
    index->offsets = reader->at;
    size_t size = ((size_t)index->count + 1) * index->offset_size;
    if (reader->failed || index->offset_size < 1 || index->offset_size > 4
        || size > reader->span.length - reader->at)
        return false;
    index->data = reader->at + size;
    if (!element(index, index->count - 1, &last))
        return false;
    reader->at = (size_t)(last.bytes + last.length - reader->span.bytes);
    return true;
}

/* --- dictionaries -------------------------------------------------------- */

/* An entry: its last operands as numbers, and all of it as bytes. */
struct entry {
    struct span bytes;
    long last, former;
};

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

/* False where there is no such entry, or the dictionary is broken before
 * it. */
static bool find_entry(struct span dictionary, uint32_t operator,
    struct entry *found)
{
    struct reader reader = read_at(dictionary, 0);
    size_t begin = 0;

    *found = (struct entry){ .last = 0 };
    while (!reader.failed && reader.at < dictionary.length) {
        uint32_t byte = take(&reader, 1);
        if (byte > OPERATOR_LAST) {
            found->former = found->last;
            found->last = take_operand(&reader, byte);
            continue;
        }
        if (byte == ESCAPE)
            byte = ESCAPED(take(&reader, 1));
        if (byte == operator && !reader.failed) {
            found->bytes = (struct span){ dictionary.bytes + begin,
                reader.at - begin };
            return true;
        }
        begin = reader.at;
        *found = (struct entry){ .last = 0 };
    }
    return false;
}

static struct span entry_bytes(struct span dictionary, uint32_t operator)
{
    struct entry entry;

    return find_entry(dictionary, operator, &entry) ? entry.bytes
        : (struct span){ 0 };
}

/* --- the table ----------------------------------------------------------- */

/* The top dictionary of the one font in the table (6 to 9). */
static bool find_top(struct span table, struct span *top)
{
    struct reader reader = read_at(table, 2);   /* behind the version */
    struct cff_index names, tops;

    reader = read_at(table, take(&reader, 1));
    return !reader.failed && take_index(&reader, &names)
        && take_index(&reader, &tops) && element(&tops, 0, top);
}

bool cff_is_cid_keyed(struct span table)
{
    struct span top;
    struct entry entry;

    return find_top(table, &top) && find_entry(top, OPERATOR_ROS, &entry);
}

static bool open_index(const struct cff *cff, struct span top,
    uint32_t operator, struct cff_index *index)
{
    struct entry entry;

    if (!find_entry(top, operator, &entry) || entry.last <= 0)
        return false;
    struct reader reader = read_at(cff->table, (size_t)entry.last);
    return !reader.failed && take_index(&reader, index);
}

bool cff_open(struct span table, struct cff *cff)
{
    struct span top;
    struct entry select;

    *cff = (struct cff){ .table = table,
        .is_cid_keyed = cff_is_cid_keyed(table) };
    if (!cff->is_cid_keyed || !find_top(table, &top)
        || !open_index(cff, top, OPERATOR_OUTLINES, &cff->outlines)
        || !open_index(cff, top, OPERATOR_DICTIONARIES, &cff->dictionaries)
        || !find_entry(top, OPERATOR_SELECT, &select) || select.last <= 0)
        return false;
    cff->select = (size_t)select.last;
    cff->box = entry_bytes(top, OPERATOR_BOX);
    cff->matrix = entry_bytes(top, OPERATOR_MATRIX);
    return true;
}

bool cff_outline(const struct cff *cff, unsigned glyph, struct span *outline)
{
    return element(&cff->outlines, glyph, outline);
}

/* Ranges, each from its first glyph on (19, format 3). */
static void select_ranges(struct reader *reader, unsigned count,
    uint8_t *numbers)
{
    unsigned ranges = take(reader, 2), glyph = 0;

    reader->failed = reader->failed || take(reader, 2) != 0;
    for (; ranges > 0 && !reader->failed; ranges--) {
        uint8_t number = (uint8_t)take(reader, 1);
        unsigned end = take(reader, 2);
        reader->failed = reader->failed || end < glyph || end > count;
        for (; glyph < end && !reader->failed; glyph++)
            numbers[glyph] = number;
    }
    reader->failed = reader->failed || glyph < count;
}

bool cff_select(const struct cff *cff, uint8_t *numbers)
{
    struct reader reader = read_at(cff->table, cff->select);
    unsigned count = cff->outlines.count;
    uint32_t format = take(&reader, 1);

    if (format == 3)
        select_ranges(&reader, count, numbers);
    for (unsigned k = 0; format == 0 && k < count; k++)
        numbers[k] = (uint8_t)take(&reader, 1);
    return !reader.failed && (format == 0 || format == 3);
}

bool cff_dictionary(const struct cff *cff, unsigned number,
    struct cff_dictionary *dictionary)
{
    struct span font;
    struct entry private, subroutines;

    if (!element(&cff->dictionaries, number, &font)
        || !find_entry(font, OPERATOR_PRIVATE, &private)
        || private.last < 0 || private.former < 0
        || (size_t)private.last > cff->table.length
        || (size_t)private.former > cff->table.length
            - (size_t)private.last)
        return false;
    dictionary->matrix = entry_bytes(font, OPERATOR_MATRIX);
    dictionary->private = (struct span){
        cff->table.bytes + private.last, (size_t)private.former };
    return !find_entry(dictionary->private, OPERATOR_SUBROUTINES,
        &subroutines);
}
