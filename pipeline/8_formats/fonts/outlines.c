/* The outlines of a face that have been asked for. */

#include "8_formats/fonts/outlines.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"

const struct outline *outlines_find(const struct outlines *outlines,
    uint32_t glyph)
{
    uint32_t number;

    return id_map_find(&outlines->numbers, glyph, &number)
        ? &outlines->list[number] : NULL;
}

struct span outlines_bytes(const struct outlines *outlines,
    const struct outline *outline)
{
    const char *bytes = buffer_string(&outlines->bytes);

    return (struct span){ (const unsigned char *)bytes + outline->at,
        outline->length };
}

struct outline *outlines_keep(struct outlines *outlines, uint32_t glyph,
    struct span bytes)
{
    struct outline *list = list_room(outlines->list, outlines->count,
        &outlines->room, sizeof *list);
    size_t at = outlines->bytes.length;
    uint32_t number;

    if (!list)
        return NULL;
    outlines->list = list;
    buffer_add(&outlines->bytes, bytes.bytes, bytes.length);
    if (outlines->bytes.failed
        || !id_map_add(&outlines->numbers, glyph, &number))
        return NULL;
    outlines->count++;
    list[number] = (struct outline){ .at = at, .length = bytes.length };
    return &list[number];
}

/* --- dictionaries -------------------------------------------------------- */

static bool is_same(struct span a, struct span b)
{
    return a.length == b.length
        && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

bool outlines_copy(struct span span, struct span *copy)
{
    unsigned char *bytes = malloc(span.length + 1);

    *copy = (struct span){ bytes, span.length };
    if (bytes && span.length > 0)
        memcpy(bytes, span.bytes, span.length);
    return bytes != NULL;
}

static void free_span(struct span span)
{
    free((void *)span.bytes);
}

static void free_dictionary(struct cff_dictionary *dictionary)
{
    free_span(dictionary->matrix);
    free_span(dictionary->private);
}

static bool add_dictionary(struct outlines *outlines,
    const struct cff_dictionary *dictionary)
{
    struct cff_dictionary *list = outlines->dictionary_count > UINT8_MAX
        ? NULL : list_room(outlines->dictionaries, outlines->dictionary_count,
            &outlines->dictionary_room, sizeof *list);

    if (!list)
        return false;
    outlines->dictionaries = list;
    struct cff_dictionary *added = &list[outlines->dictionary_count];
    bool good = outlines_copy(dictionary->matrix, &added->matrix);
    good = outlines_copy(dictionary->private, &added->private) && good;
    if (good)
        outlines->dictionary_count++;
    else
        free_dictionary(added);
    return good;
}

bool outlines_dictionary(struct outlines *outlines,
    const struct cff_dictionary *dictionary, uint8_t *number)
{
    size_t k = 0;

    for (; k < outlines->dictionary_count; k++)
        if (is_same(outlines->dictionaries[k].matrix, dictionary->matrix)
            && is_same(outlines->dictionaries[k].private,
                dictionary->private))
            break;
    if (k == outlines->dictionary_count
        && !add_dictionary(outlines, dictionary))
        return false;
    *number = (uint8_t)k;
    return true;
}

void outlines_free(struct outlines *outlines)
{
    for (size_t k = 0; k < outlines->dictionary_count; k++)
        free_dictionary(&outlines->dictionaries[k]);
    free(outlines->dictionaries);
    free_span(outlines->box);
    free_span(outlines->matrix);
    id_map_free(&outlines->numbers);
    free(outlines->list);
    buffer_free(&outlines->bytes);
    *outlines = (struct outlines){ .count = 0 };
}
