/* Objects of a PDF file, packed or one by one, and their table. */

#include "8_formats/pdf/objects.h"

#include <stdio.h>
#include <stdlib.h>

#include "0_base/list.h"
#include "8_formats/pdf/coded.h"

/* Level 6 saves one byte in 70 of a file, and takes a quarter longer. */
#define COMPRESSION_LEVEL 1
#define PACK_SIZE 200u          /* objects in one object stream */
#define ID_DIGITS 32            /* of the digest: 16 bytes */
#define ZLIB_SUM_SIZE 4         /* at a stream's end (RFC 1950, 2.2) */

struct objects_entry {
    size_t offset;              /* from the file's first byte */
    uint32_t pack;              /* the object stream that has it; 0: none */
    unsigned index;             /* in it */
};

void objects_begin(struct objects *objects, struct buffer *out,
    unsigned version)
{
    *objects = (struct objects){ .out = out, .base = out->length,
        .packs = version > 14 };
    objects->compressor = libdeflate_alloc_compressor(COMPRESSION_LEVEL);
    objects->failed = !objects->compressor;
    digest_begin(&objects->sum);
    /* Bytes above 127 tell that the file is no text (7.5.2). */
    buffer_printf(out, "%%PDF-%u.%u\n%%\xE2\xE3\xCF\xD3\n", version / 10,
        version % 10);
}

uint32_t objects_reserve(struct objects *objects, size_t count)
{
    size_t first = objects->count + 1;

    for (size_t i = 0; i < count && !objects->failed; i++) {
        struct objects_entry *entries = list_room(objects->entries,
            objects->count, &objects->room, sizeof *entries);
        if (!entries || objects->count >= UINT32_MAX - 1) {
            objects->failed = true;
            break;
        }
        objects->entries = entries;
        entries[objects->count++] = (struct objects_entry){ 0 };
    }
    return (uint32_t)first;
}

/* NULL where memory ran out when the number was reserved. */
static struct objects_entry *entry_of(struct objects *objects, uint32_t number)
{
    if (number == 0 || number > objects->count)
        return NULL;
    return &objects->entries[number - 1];
}

static void begin_plain(struct objects *objects, uint32_t number)
{
    struct objects_entry *entry = entry_of(objects, number);

    if (entry)
        entry->offset = objects->out->length - objects->base;
    buffer_add_integer(objects->out, number);
    buffer_add_string(objects->out, " 0 obj\n");
}

/* --- object streams (7.5.7) ---------------------------------------------- */

static void begin_packed(struct objects *objects, uint32_t number)
{
    if (objects->pack == 0)
        objects->pack = objects_reserve(objects, 1);
    struct objects_entry *entry = entry_of(objects, number);
    if (entry) {
        entry->pack = objects->pack;
        entry->index = objects->packed;
    }
    buffer_printf(&objects->heads, "%u %zu ", number, objects->bodies.length);
    objects->packed++;
}

static void flush_pack(struct objects *objects)
{
    char entries[64];

    if (objects->pack == 0)
        return;
    snprintf(entries, sizeof entries, "/Type/ObjStm/N %u/First %zu",
        objects->packed, objects->heads.length);
    buffer_add(&objects->heads, buffer_string(&objects->bodies),
        objects->bodies.length);
    objects_stream(objects, objects->pack, entries, &objects->heads,
        STREAM_DEFLATED);
    objects->failed = objects->failed || objects->bodies.failed;
    buffer_clear(&objects->heads);
    buffer_clear(&objects->bodies);
    objects->pack = 0;
    objects->packed = 0;
}

struct buffer *objects_open(struct objects *objects, uint32_t number)
{
    if (objects->packs)
        begin_packed(objects, number);
    else
        begin_plain(objects, number);
    return objects->packs ? &objects->bodies : objects->out;
}

void objects_close(struct objects *objects)
{
    if (!objects->packs) {
        buffer_add_string(objects->out, "\nendobj\n");
        return;
    }
    buffer_add_char(&objects->bodies, '\n');
    if (objects->packed >= PACK_SIZE)
        flush_pack(objects);
}

/* --- streams ------------------------------------------------------------- */

/* Takes what is written into the sum of which the ID is made, and passes over
 * so many bytes that come next. */
static void sum_up(struct objects *objects, size_t passed)
{
    const struct buffer *out = objects->out;
    size_t end = out->length - objects->base;

    if (out->failed)
        return;
    digest_add(&objects->sum, out->bytes + objects->base + objects->summed,
        end - objects->summed);
    objects->summed = end + passed;
}

static void add_stream(struct objects *objects, uint32_t number,
    const char *entries, enum packing_of_stream packing, const void *bytes,
    size_t length)
{
    begin_plain(objects, number);
    buffer_printf(objects->out, "<<%s%s/Length %zu>>\nstream\n", entries,
        packing == STREAM_PLAIN ? "" : "/Filter/FlateDecode", length);
    if (packing == STREAM_CODED)
        sum_up(objects, length - ZLIB_SUM_SIZE);
    buffer_add(objects->out, bytes, length);
    buffer_add_string(objects->out, "\nendstream\nendobj\n");
}

/* The caller frees it; NULL without memory. */
static void *deflate(const struct objects *objects, const char *bytes,
    size_t length, size_t *size)
{
    size_t room = libdeflate_zlib_compress_bound(objects->compressor, length);
    void *packed = malloc(room);

    if (packed)
        *size = libdeflate_zlib_compress(objects->compressor, bytes, length,
            packed, room);
    return packed;
}

void objects_stream(struct objects *objects, uint32_t number,
    const char *entries, const struct buffer *content,
    enum packing_of_stream packing)
{
    const char *bytes = buffer_string(content);
    size_t size = 0;

    objects->failed = objects->failed || content->failed;
    if (objects->failed)
        return;
    if (packing == STREAM_PLAIN) {
        add_stream(objects, number, entries, packing, bytes,
            content->length);
        return;
    }
    void *packed = packing == STREAM_CODED
        ? coded_pack(bytes, content->length, &size)
        : deflate(objects, bytes, content->length, &size);
    objects->failed = !packed;
    if (packed)
        add_stream(objects, number, entries, packing, packed, size);
    free(packed);
}

/* --- the end ------------------------------------------------------------- */

static void add_trailer_entries(struct objects *objects, uint32_t root,
    uint32_t info, struct buffer *out)
{
    char id[DIGEST_TEXT_SIZE];

    sum_up(objects, 0);
    digest_end(&objects->sum, id);
    buffer_printf(out, "/Size %zu/Root %u 0 R/Info %u 0 R/ID[<%.*s><%.*s>]",
        objects->count + 1, root, info, ID_DIGITS, id, ID_DIGITS, id);
}

/* 7.5.4: each entry takes 20 bytes. */
static void add_entry(struct buffer *out, size_t offset)
{
    char entry[] = "0000000000 00000 n \n";

    for (size_t k = 10; k-- > 0; offset /= 10)
        entry[k] = (char)('0' + offset % 10);
    buffer_add_string(out, entry);
}

static void add_table(struct objects *objects, uint32_t root, uint32_t info)
{
    struct buffer trailer = BUFFER_EMPTY;
    size_t start = objects->out->length - objects->base;

    add_trailer_entries(objects, root, info, &trailer);
    buffer_printf(objects->out, "xref\n0 %zu\n0000000000 65535 f \n",
        objects->count + 1);
    for (size_t i = 0; i < objects->count; i++)
        add_entry(objects->out, objects->entries[i].offset);
    buffer_printf(objects->out, "trailer\n<<%s>>\nstartxref\n%zu\n%%%%EOF\n",
        buffer_string(&trailer), start);
    objects->failed = objects->failed || trailer.failed;
    buffer_free(&trailer);
}

/* 7.5.8: type 1 stands at an offset, type 2 in an object stream. */
static void add_table_stream(struct objects *objects, uint32_t root,
    uint32_t info)
{
    struct buffer table = BUFFER_EMPTY, entries = BUFFER_EMPTY;
    uint32_t number = objects_reserve(objects, 1);
    size_t start = objects->out->length - objects->base;
    struct objects_entry *own = entry_of(objects, number);

    if (own)
        own->offset = start;
    buffer_add_number(&table, 0, 3);
    buffer_add_number(&table, 0xFFFF, 4);
    for (size_t i = 0; i < objects->count; i++) {
        const struct objects_entry *entry = &objects->entries[i];
        buffer_add_number(&table, entry->pack > 0 ? 2 : 1, 1);
        buffer_add_number(&table, entry->pack > 0 ? entry->pack
            : (uint32_t)entry->offset, 4);
        buffer_add_number(&table, entry->index, 2);
    }
    buffer_add_string(&entries, "/Type/XRef/W[1 4 2]");
    add_trailer_entries(objects, root, info, &entries);
    objects_stream(objects, number, buffer_string(&entries), &table,
        STREAM_DEFLATED);
    buffer_printf(objects->out, "startxref\n%zu\n%%%%EOF\n", start);
    objects->failed = objects->failed || entries.failed;
    buffer_free(&table);
    buffer_free(&entries);
}

bool objects_finish(struct objects *objects, uint32_t root, uint32_t info)
{
    flush_pack(objects);
    if (!objects->failed && !objects->out->failed) {
        if (objects->packs)
            add_table_stream(objects, root, info);
        else
            add_table(objects, root, info);
    }
    libdeflate_free_compressor(objects->compressor);
    buffer_free(&objects->heads);
    buffer_free(&objects->bodies);
    free(objects->entries);
    return !objects->failed && !objects->out->failed;
}
