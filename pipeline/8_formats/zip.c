/* A ZIP archive written entry by entry, with the same bytes in every run. */

#include "8_formats/zip.h"

#include <string.h>

#define LOCAL_MARK 0x04034B50u
#define CENTRAL_MARK 0x02014B50u
#define END_MARK 0x06054B50u

#define FLAG_UTF8 0x0800u       /* 4.4.4, bit 11 */
#define METHOD_STORED 0u
#define METHOD_DEFLATED 8u
#define DATE_1980_01_01 0x0021u /* the earliest that DOS can say */

static void add16(struct buffer *out, unsigned value)
{
    buffer_add_char(out, (char)(value & 0xFF));
    buffer_add_char(out, (char)(value >> 8 & 0xFF));
}

static void add32(struct buffer *out, uint32_t value)
{
    add16(out, value & 0xFFFF);
    add16(out, value >> 16);
}

static void lack_memory(struct zip *zip)
{
    zip->failed = true;
    zip->out->failed = true;
}

void zip_start(struct zip *zip, struct packings *packings,
    struct buffer *out)
{
    *zip = (struct zip){ .out = out, .base = out->length,
        .packings = packings };
}

/* What both headers of an entry have alike, 4.3.7 and 4.3.12. */
struct entry {
    const char *name;
    const void *bytes;          /* as they stand in the archive */
    uint32_t packed, length;
    uint32_t crc;
    unsigned method;
};

static void add_common(struct buffer *out, const struct entry *entry)
{
    add16(out, ZIP_VERSION);
    add16(out, FLAG_UTF8);
    add16(out, entry->method);
    add16(out, 0);                      /* midnight */
    add16(out, DATE_1980_01_01);
    add32(out, entry->crc);
    add32(out, entry->packed);
    add32(out, entry->length);
    add16(out, (unsigned)strlen(entry->name));
    add16(out, 0);                      /* no extra field */
}

static void add_local(struct buffer *out, const struct entry *entry)
{
    add32(out, LOCAL_MARK);
    add_common(out, entry);
    buffer_add_string(out, entry->name);
    buffer_add(out, entry->bytes, entry->packed);
}

static void add_central(struct buffer *out, const struct entry *entry,
    uint32_t offset)
{
    add32(out, CENTRAL_MARK);
    add16(out, ZIP_MADE_BY);
    add_common(out, entry);
    add16(out, 0);                      /* no comment */
    add16(out, 0);                      /* disk */
    add16(out, 0);                      /* internal attributes */
    add32(out, ZIP_ATTRIBUTES);
    add32(out, offset);
    buffer_add_string(out, entry->name);
}

/* An entry of bytes as they are; false where the format cannot hold it. */
static bool make_entry(struct zip *zip, const char *name, const void *bytes,
    size_t length, struct entry *entry)
{
    zip->failed = zip->failed || length > UINT32_MAX
        || zip->out->length - zip->base > UINT32_MAX
        || strlen(name) > UINT16_MAX || zip->count == UINT16_MAX;
    if (zip->failed)
        return false;
    *entry = (struct entry){ .name = name, .bytes = bytes,
        .packed = (uint32_t)length, .length = (uint32_t)length,
        .crc = libdeflate_crc32(0, bytes, length), .method = METHOD_STORED };
    return true;
}

static void add_entry(struct zip *zip, const struct entry *entry)
{
    uint32_t offset = (uint32_t)(zip->out->length - zip->base);

    add_local(zip->out, entry);
    add_central(&zip->directory, entry, offset);
    zip->count++;
}

void zip_store(struct zip *zip, const char *name, const void *bytes,
    size_t length)
{
    struct entry entry;

    if (make_entry(zip, name, bytes, length, &entry))
        add_entry(zip, &entry);
}

void zip_add(struct zip *zip, const char *name, const void *bytes,
    size_t length)
{
    struct entry entry;

    if (!make_entry(zip, name, bytes, length, &entry))
        return;
    const struct buffer *packed = packings_pack(zip->packings
        ? zip->packings : &zip->own, name, bytes, length);
    if (!packed) {
        lack_memory(zip);
        return;
    }
    if (packed->length > 0) {
        entry.bytes = packed->bytes;
        entry.packed = (uint32_t)packed->length;
        entry.method = METHOD_DEFLATED;
    }
    add_entry(zip, &entry);
}

bool zip_finish(struct zip *zip)
{
    size_t start = zip->out->length - zip->base;

    if (zip->directory.failed)
        lack_memory(zip);
    zip->failed = zip->failed || start > UINT32_MAX
        || zip->directory.length > UINT32_MAX;
    if (!zip->failed) {
        buffer_add(zip->out, buffer_string(&zip->directory),
            zip->directory.length);
        add32(zip->out, END_MARK);
        add16(zip->out, 0);             /* this disk */
        add16(zip->out, 0);             /* the directory's disk */
        add16(zip->out, zip->count);
        add16(zip->out, zip->count);
        add32(zip->out, (uint32_t)zip->directory.length);
        add32(zip->out, (uint32_t)start);
        add16(zip->out, 0);             /* no comment */
    }
    if (zip->packings)
        packings_pause(zip->packings);
    packings_free(&zip->own);
    buffer_free(&zip->directory);
    return !zip->failed && !zip->out->failed;
}
