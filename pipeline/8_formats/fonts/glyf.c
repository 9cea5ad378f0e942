/*
 * TrueType outlines: read from a cut of HarfBuzz's, and put into a file.
 *
 * Standard: ISO/IEC 14496-22 (OpenType), glyf, loca, hmtx, hhea, maxp, head.
 */

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "8_formats/fonts/face_parts.h"

#define HEAD_PLACES_AT 50       /* whether loca has long numbers */
#define HHEA_METRICS_AT 34
#define MAXP_COUNT_AT 4
#define MAXP_ZONES_AT 14        /* and what instructions need, up to: */
#define MAXP_PARTS_AT 28
#define OUTLINE_HEAD_SIZE 10
#define PLACES_SHORT_MOST ((size_t)2 * UINT16_MAX)

#define GLYPHS_MOST (UINT16_MAX + 1)

/* Flags of a part of an outline. */
#define PART_ARGUMENTS_ARE_WORDS 0x0001u
#define PART_HAS_SCALE 0x0008u
#define PART_IS_FOLLOWED 0x0020u
#define PART_HAS_TWO_SCALES 0x0040u
#define PART_HAS_MATRIX 0x0080u

/* --- reading ------------------------------------------------------------- */

void glyf_open(hb_face_t *face, struct glyf *glyf)
{
    struct table head = table_open(face, "head");
    struct table hhea = table_open(face, "hhea");

    *glyf = (struct glyf){ .outlines = table_open(face, "glyf"),
        .places = table_open(face, "loca"),
        .metrics = table_open(face, "hmtx"),
        .metric_count = table_read(&hhea, HHEA_METRICS_AT, 2),
        .is_long = table_read(&head, HEAD_PLACES_AT, 2) != 0 };
    table_close(&head);
    table_close(&hhea);
}

void glyf_close(struct glyf *glyf)
{
    table_close(&glyf->outlines);
    table_close(&glyf->places);
    table_close(&glyf->metrics);
}

static size_t place_of(const struct glyf *glyf, size_t glyph)
{
    return glyf->is_long ? table_read(&glyf->places, 4 * glyph, 4)
        : 2 * (size_t)table_read(&glyf->places, 2 * glyph, 2);
}

bool glyf_outline(const struct glyf *glyf, unsigned glyph,
    struct span *outline)
{
    size_t begin = place_of(glyf, glyph), end = place_of(glyf,
        (size_t)glyph + 1);

    if (end < begin || end > glyf->outlines.length)
        return false;
    *outline = (struct span){ glyf->outlines.bytes + begin, end - begin };
    return true;
}

void glyf_metric(const struct glyf *glyf, unsigned glyph, uint8_t metric[4])
{
    size_t count = glyf->metric_count, last = count > 0 ? count - 1 : 0;
    bool is_whole = glyph < count;
    uint32_t advance = table_read(&glyf->metrics,
        4 * (is_whole ? glyph : last), 2);
    uint32_t bearing = table_read(&glyf->metrics, is_whole
        ? 4 * (size_t)glyph + 2 : 4 * count + 2 * (glyph - count), 2);

    metric[0] = (uint8_t)(advance >> 8);
    metric[1] = (uint8_t)advance;
    metric[2] = (uint8_t)(bearing >> 8);
    metric[3] = (uint8_t)bearing;
}

static unsigned word_at(struct span span, size_t at)
{
    return (unsigned)span.bytes[at] << 8 | span.bytes[at + 1];
}

static size_t part_size(unsigned flags)
{
    size_t arguments = flags & PART_ARGUMENTS_ARE_WORDS ? 4 : 2;

    return 4 + arguments + (flags & PART_HAS_SCALE ? 2u
        : flags & PART_HAS_TWO_SCALES ? 4u : flags & PART_HAS_MATRIX ? 8u
        : 0u);
}

size_t glyf_part(struct span outline, size_t former)
{
    size_t at = OUTLINE_HEAD_SIZE;

    if (former > 0) {
        unsigned flags = word_at(outline, former - 2);
        at = flags & PART_IS_FOLLOWED ? former - 2 + part_size(flags)
            : outline.length;
    } else if (outline.length < OUTLINE_HEAD_SIZE
        || !(outline.bytes[0] & 0x80)) {
        return 0;               /* a number of contours that is negative */
    }
    return at + 4 <= outline.length ? at + 2 : 0;
}

/* --- which glyphs a file has --------------------------------------------- */

/* In ascending order, so that their numbers in the file are their places. */
struct chosen {
    uint32_t *glyphs;
    size_t count, room;
    unsigned char seen[GLYPHS_MOST / 8];
};

/* What is not kept is in no file. */
static bool choose(const struct outlines *kept, struct chosen *chosen,
    uint32_t glyph)
{
    unsigned char bit = (unsigned char)(1 << glyph % 8);

    if (glyph >= GLYPHS_MOST || chosen->seen[glyph / 8] & bit
        || !outlines_find(kept, glyph))
        return true;
    uint32_t *glyphs = list_room(chosen->glyphs, chosen->count,
        &chosen->room, sizeof *glyphs);
    if (!glyphs)
        return false;
    chosen->glyphs = glyphs;
    glyphs[chosen->count++] = glyph;
    chosen->seen[glyph / 8] |= bit;
    return true;
}

static int compare_glyphs(const void *left, const void *right)
{
    const uint32_t *a = left, *b = right;

    return (*a > *b) - (*a < *b);
}

/* .notdef, those asked for, and what they are put together from. */
static bool choose_all(const struct outlines *kept, const uint32_t *glyphs,
    size_t count, struct chosen *chosen)
{
    bool good = choose(kept, chosen, 0);

    for (size_t k = 0; good && k < count; k++)
        good = choose(kept, chosen, glyphs[k]);
    for (size_t k = 0; good && k < chosen->count; k++) {
        struct span span = outlines_bytes(kept, outlines_find(kept,
            chosen->glyphs[k]));
        for (size_t at = 0; good && (at = glyf_part(span, at)) > 0;)
            good = choose(kept, chosen, word_at(span, at));
    }
    if (good)
        qsort(chosen->glyphs, chosen->count, sizeof *chosen->glyphs,
            compare_glyphs);
    return good;
}

/* That of .notdef where it is not in the file. */
static unsigned number_of(const struct chosen *chosen, uint32_t glyph)
{
    const uint32_t *found = bsearch(&glyph, chosen->glyphs, chosen->count,
        sizeof glyph, compare_glyphs);

    return found ? (unsigned)(found - chosen->glyphs) : 0;
}

/* --- tables -------------------------------------------------------------- */

/* Each at an even place, which short numbers are of. */
static void add_outline(const struct chosen *chosen, struct span span,
    struct buffer *table)
{
    size_t done = 0;

    for (size_t at = 0; (at = glyf_part(span, at)) > 0; done = at + 2) {
        buffer_add(table, span.bytes + done, at - done);
        buffer_add_number(table, number_of(chosen, word_at(span, at)), 2);
    }
    buffer_add(table, span.bytes + done, span.length - done);
    if (table->length % 2 > 0)
        buffer_add_char(table, '\0');
}

/* loca, from the places of the outlines in halves. */
static bool add_places(hb_face_t *file, const struct buffer *halves,
    bool is_long)
{
    struct table from = { .bytes = (const unsigned char *)halves->bytes,
        .length = halves->length };
    struct buffer places = BUFFER_EMPTY;

    for (size_t at = 0; at < from.length; at += 4)
        buffer_add_number(&places, table_read(&from, at, 4)
            * (is_long ? 2u : 1u), is_long ? 4 : 2);
    places.failed = places.failed || halves->failed;
    return table_add(file, HB_TAG('l', 'o', 'c', 'a'), &places);
}

static bool add_outlines(const struct outlines *kept,
    const struct chosen *chosen, hb_face_t *file, bool *is_long)
{
    struct buffer outlines = BUFFER_EMPTY, halves = BUFFER_EMPTY;
    struct buffer metrics = BUFFER_EMPTY;

    for (size_t k = 0; k < chosen->count; k++) {
        const struct outline *outline = outlines_find(kept,
            chosen->glyphs[k]);
        buffer_add_number(&halves, (uint32_t)(outlines.length / 2), 4);
        add_outline(chosen, outlines_bytes(kept, outline), &outlines);
        buffer_add(&metrics, outline->metric, sizeof outline->metric);
    }
    buffer_add_number(&halves, (uint32_t)(outlines.length / 2), 4);
    *is_long = outlines.length > PLACES_SHORT_MOST;
    bool good = table_add(file, HB_TAG('g', 'l', 'y', 'f'), &outlines);
    good = table_add(file, HB_TAG('h', 'm', 't', 'x'), &metrics) && good;
    good = add_places(file, &halves, *is_long) && good;
    buffer_free(&halves);
    return good;
}

/* A table of the face, in which a number is another one. */
static void take_with(const struct face *face, const char name[5], size_t at,
    unsigned number, struct buffer *copy)
{
    struct table table = table_open(face->whole, name);

    buffer_add(copy, table.bytes, at < table.length ? at : table.length);
    buffer_add_number(copy, number, 2);
    if (at + 2 < table.length)
        buffer_add(copy, table.bytes + at + 2, table.length - at - 2);
    table_close(&table);
}

/* No outline has instructions: one zone, and nothing for them. */
static void clear_instructions(struct buffer *maxp)
{
    if (maxp->length < MAXP_PARTS_AT || maxp->failed)
        return;
    memset(maxp->bytes + MAXP_ZONES_AT, 0, MAXP_PARTS_AT - MAXP_ZONES_AT);
    maxp->bytes[MAXP_ZONES_AT + 1] = 1;
}

static bool add_heads(const struct face *face, unsigned count, bool is_long,
    hb_face_t *file)
{
    struct buffer head = BUFFER_EMPTY, hhea = BUFFER_EMPTY;
    struct buffer maxp = BUFFER_EMPTY;

    take_with(face, "head", HEAD_PLACES_AT, is_long, &head);
    take_with(face, "hhea", HHEA_METRICS_AT, count, &hhea);
    take_with(face, "maxp", MAXP_COUNT_AT, count, &maxp);
    clear_instructions(&maxp);
    bool good = table_add(file, HB_TAG('h', 'e', 'a', 'd'), &head);
    good = table_add(file, HB_TAG('h', 'h', 'e', 'a'), &hhea) && good;
    return table_add(file, HB_TAG('m', 'a', 'x', 'p'), &maxp) && good;
}

bool glyf_add_tables(const struct face *face, const uint32_t *glyphs,
    hb_face_t *file, struct face_subset *subset)
{
    struct chosen chosen = { .count = 0 };
    bool is_long;
    bool good = choose_all(face->kept, glyphs, subset->count, &chosen);

    for (size_t k = 0; good && k < subset->count; k++)
        subset->numbers[k] = (uint16_t)number_of(&chosen, glyphs[k]);
    subset->glyph_count = (unsigned)chosen.count;
    good = good && add_outlines(face->kept, &chosen, file, &is_long)
        && add_heads(face, subset->glyph_count, is_long, file);
    free(chosen.glyphs);
    return good;
}
