/* Deflates, and keeps what is likely to come again. */

#include "8_formats/packings.h"

#include <stdlib.h>
#include <string.h>

/* Files are an eighth larger than at level 6, and are made in a tenth less
 * time. */
#define COMPRESSION_LEVEL 1

/* Into as much room as the bytes take; nothing where they do not fit. */
static bool pack(struct packings *packings, const void *bytes, size_t length,
    struct buffer *packed)
{
    buffer_clear(packed);
    if (!packings->compressor)
        packings->compressor = libdeflate_alloc_compressor(
            COMPRESSION_LEVEL);
    char *room = buffer_room(packed, length);
    if (!packings->compressor || !room)
        return false;
    buffer_cut(packed, libdeflate_deflate_compress(packings->compressor,
        bytes, length, room, length));
    return true;
}

static struct packing *find(struct packings *packings, const char *name)
{
    for (size_t k = 0; k < packings->count; k++)
        if (strcmp(packings->kept[k].name, name) == 0)
            return &packings->kept[k];
    return NULL;
}

/* The place to keep what has a name; NULL: there is none. */
static struct packing *place_for(struct packings *packings,
    const char *name, size_t length)
{
    struct packing *found = length <= KEPT_BYTES_MAX
        ? find(packings, name) : NULL;

    if (found || length > KEPT_BYTES_MAX || packings->count == KEPT_MAX)
        return found;
    found = &packings->kept[packings->count];
    found->name = strdup(name);
    packings->count += found->name != NULL;
    return found->name ? found : NULL;
}

/* No name is left without its bytes. */
static void forget(struct packing *packing)
{
    buffer_free(&packing->bytes);
    buffer_free(&packing->packed);
}

static bool is_kept(const struct packing *packing, const void *bytes,
    size_t length)
{
    return packing->packed.bytes && packing->bytes.length == length
        && memcmp(buffer_string(&packing->bytes), bytes, length) == 0;
}

static bool keep(struct packings *packings, struct packing *packing,
    const void *bytes, size_t length)
{
    buffer_clear(&packing->bytes);
    buffer_add(&packing->bytes, bytes, length);
    return !packing->bytes.failed
        && pack(packings, bytes, length, &packing->packed);
}

const struct buffer *packings_pack(struct packings *packings,
    const char *name, const void *bytes, size_t length)
{
    struct packing *place = place_for(packings, name, length);

    if (!place)
        return pack(packings, bytes, length, &packings->passing)
            ? &packings->passing : NULL;
    if (is_kept(place, bytes, length)
        || keep(packings, place, bytes, length))
        return &place->packed;
    forget(place);
    return NULL;
}

void packings_pause(struct packings *packings)
{
    buffer_free(&packings->passing);
}

void packings_free(struct packings *packings)
{
    for (size_t k = 0; k < packings->count; k++) {
        free(packings->kept[k].name);
        forget(&packings->kept[k]);
    }
    packings_pause(packings);
    libdeflate_free_compressor(packings->compressor);
    *packings = (struct packings){ 0 };
}
