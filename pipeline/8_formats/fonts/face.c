/* A font file opened: its glyphs, their advances, its names and metrics. */

#include "8_formats/fonts/face.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/digest.h"
#include "8_formats/fonts/face_parts.h"
#include "8_formats/fonts/mapped.h"

#define EM 1000                 /* units of what a face answers */
#define ADVANCE_MOST (4 * EM)   /* U+2E3B has three */

/* Of the OpenType specification's table OS/2: which embedding is allowed. */
#define FS_TYPE_AT 8
#define FS_TYPE_USAGE 0x000Fu
#define FS_TYPE_RESTRICTED 0x0002u
#define FS_TYPE_NO_SUBSET 0x0100u
#define FS_TYPE_BITMAPS_ONLY 0x0200u

/* Numbers of entries in the table of names. */
#define NAME_FAMILY 1
#define NAME_FULL 4
#define NAME_POSTSCRIPT 6
#define NAME_TYPOGRAPHIC_FAMILY 16

/* Made when it is first asked for: some files have 25 MB. */
struct face_digest {
    char text[DIGEST_TEXT_SIZE];
};

static bool has_table(hb_face_t *face, const char name[5])
{
    struct table table = table_open(face, name);
    bool has = table.length > 0;

    table_close(&table);
    return has;
}

/* --- opening ------------------------------------------------------------- */

static bool has_the_tables(hb_face_t *face, bool is_cff)
{
    static const char needed[][5] = { "head", "hhea", "hmtx", "maxp", "cmap" };

    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (!has_table(face, needed[i]))
            return false;
    return is_cff || (has_table(face, "glyf") && has_table(face, "loca"));
}

static bool may_be_embedded(hb_face_t *face)
{
    struct table table = table_open(face, "OS/2");
    uint32_t type = table_read(&table, FS_TYPE_AT, 2);

    table_close(&table);
    return (type & FS_TYPE_USAGE) != FS_TYPE_RESTRICTED
        && (type & (FS_TYPE_NO_SUBSET | FS_TYPE_BITMAPS_ONLY)) == 0;
}

/*
 * The tables that stand in a subset.  Without the others HarfBuzz plans one in
 * a fraction of the time: it would walk all of cmap, GSUB and GPOS.
 */
static hb_blob_t *take_outlines(hb_face_t *face, hb_tag_t tag, void *whole)
{
    static const hb_tag_t kept[] = {
        HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
        HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'),
        HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'),
        HB_TAG('C', 'F', 'F', ' '),
    };

    (void)face;
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (kept[i] == tag)
            return hb_face_reference_table(whole, tag);
    return NULL;
}

static char *copy_name(hb_face_t *face, hb_ot_name_id_t id)
{
    hb_language_t english = hb_language_from_string("en", -1);
    unsigned room = hb_ot_name_get_utf8(face, id, english, NULL, NULL) + 1;
    char *name = calloc(1, room);

    if (name)
        hb_ot_name_get_utf8(face, id, english, &room, name);
    return name;
}

static char *copy_family(hb_face_t *face)
{
    char *name = copy_name(face, NAME_TYPOGRAPHIC_FAMILY);

    if (name && *name == '\0') {
        free(name);
        name = copy_name(face, NAME_FAMILY);
    }
    return name;
}

static enum face_fault open_whole(const char *path, unsigned index,
    hb_face_t **whole)
{
    hb_blob_t *blob = mapped_open(path);

    if (!blob)
        return errno == ENOMEM ? FACE_NO_MEMORY
            : errno == ENOENT || errno == ENOTDIR || errno == EACCES
            || errno == ENODEV ? FACE_MISSING : FACE_UNREAD;
    unsigned count = hb_face_count(blob);
    *whole = hb_face_create(blob, index);
    hb_blob_destroy(blob);
    if (*whole == hb_face_get_empty())
        return FACE_NO_MEMORY;
    bool is_cff = has_table(*whole, "CFF ");
    if (index >= count || !has_the_tables(*whole, is_cff)
        || hb_face_get_glyph_count(*whole) == 0
        || !face_is_whole(*whole, index))
        return FACE_BROKEN;
    return may_be_embedded(*whole) ? FACE_GOOD : FACE_FORBIDDEN;
}

static bool is_named(hb_face_t *whole)
{
    struct table table = table_open(whole, "CFF ");
    bool is_keyed = cff_is_cid_keyed((struct span){ table.bytes,
        table.length });

    table_close(&table);
    return !is_keyed;
}

static bool fill(struct face *face)
{
    face->is_cff = has_table(face->whole, "CFF ");
    face->is_named = face->is_cff && is_named(face->whole);
    face->font = hb_font_create(face->whole);
    hb_font_set_scale(face->font, EM, EM);
    face->outlines = hb_face_create_for_tables(take_outlines, face->whole,
        NULL);
    face->family = copy_family(face->whole);
    face->postscript_name = copy_name(face->whole, NAME_POSTSCRIPT);
    face->digest = calloc(1, sizeof *face->digest);
    face->kept = calloc(1, sizeof *face->kept);
    return face->font != hb_font_get_empty()
        && face->outlines != hb_face_get_empty()
        && face->family && face->postscript_name && face->digest
        && face->kept;
}

/* Letters that tell: a font has one of them, if it is one for texts. */
static bool draws_letters(const struct face *face)
{
    static const uint32_t letters[] = { 0x4E00, 0x6C34, 'A', 'a', '0' };

    for (size_t k = 0; k < sizeof letters / sizeof *letters; k++) {
        uint32_t glyph = face_glyph(face, letters[k]);
        if (glyph && !face_draws(face, glyph))
            return false;
    }
    return true;
}

enum face_fault face_open(const char *path, unsigned index,
    struct face **opened)
{
    struct face *face = calloc(1, sizeof *face);

    *opened = NULL;
    if (!face)
        return FACE_NO_MEMORY;
    enum face_fault fault = open_whole(path, index, &face->whole);
    if (fault == FACE_GOOD && !fill(face))
        fault = FACE_NO_MEMORY;
    if (fault == FACE_GOOD && !draws_letters(face))
        fault = FACE_BROKEN;
    if (fault == FACE_GOOD)
        *opened = face;
    else
        face_free(face);
    return fault;
}

void face_free(struct face *face)
{
    if (!face)
        return;
    hb_font_destroy(face->font);
    hb_face_destroy(face->outlines);
    hb_face_destroy(face->whole);
    free(face->family);
    free(face->postscript_name);
    free(face->digest);
    if (face->kept)
        outlines_free(face->kept);
    free(face->kept);
    free(face);
}

void face_rest(const struct face *face)
{
    hb_blob_t *blob = hb_face_reference_blob(face->whole);

    mapped_rest(blob);
    hb_blob_destroy(blob);
}

/* --- what it is ---------------------------------------------------------- */

const char *face_family(const struct face *face)
{
    return face->family;
}

const char *face_postscript_name(const struct face *face)
{
    return face->postscript_name;
}

static bool is_entry(hb_face_t *face, const hb_ot_name_entry_t *entry,
    const char *name)
{
    char text[128];
    unsigned room = sizeof text;
    unsigned length = hb_ot_name_get_utf8(face, entry->name_id,
        entry->language, &room, text);

    return length < sizeof text && strcmp(text, name) == 0;
}

bool face_is_called(const struct face *face, const char *name)
{
    unsigned count;
    const hb_ot_name_entry_t *entries =
        hb_ot_name_list_names(face->whole, &count);

    for (unsigned i = 0; i < count; i++) {
        hb_ot_name_id_t id = entries[i].name_id;
        if ((id == NAME_FAMILY || id == NAME_FULL || id == NAME_POSTSCRIPT
                || id == NAME_TYPOGRAPHIC_FAMILY)
            && is_entry(face->whole, &entries[i], name))
            return true;
    }
    return false;
}

unsigned face_weight(const struct face *face)
{
    struct table table = table_open(face->whole, "OS/2");
    unsigned weight = table_read(&table, 4, 2);

    table_close(&table);
    return weight > 0 ? weight : 400;
}

const char *face_digest(const struct face *face)
{
    struct face_digest *digest = face->digest;

    if (digest->text[0] == '\0') {
        hb_blob_t *blob = hb_face_reference_blob(face->whole);
        unsigned length;
        const char *bytes = hb_blob_get_data(blob, &length);
        digest_text(bytes, length, digest->text);
        hb_blob_destroy(blob);
        face_rest(face);
    }
    return digest->text;
}

uint32_t face_glyph(const struct face *face, uint32_t character)
{
    hb_codepoint_t glyph;

    if (!hb_font_get_nominal_glyph(face->font, character, &glyph)
        || glyph >= hb_face_get_glyph_count(face->whole))
        return 0;
    return glyph;
}

int face_advance(const struct face *face, uint32_t glyph)
{
    return hb_font_get_glyph_h_advance(face->font, glyph);
}

bool face_draws(const struct face *face, uint32_t glyph)
{
    int advance = face_advance(face, glyph);
    hb_glyph_extents_t extents;

    return advance > 0 && advance <= ADVANCE_MOST && (face->is_cff
            || (hb_font_get_glyph_extents(face->font, glyph, &extents)
                && (extents.width != 0 || extents.height != 0)));
}

/* --- metrics ------------------------------------------------------------- */

/* In 1/1000 em, half away from zero. */
static int to_em(int value, unsigned units)
{
    int half = (int)units / 2;

    return (value * EM + (value < 0 ? -half : half)) / (int)units;
}

static void read_box(const struct face *face, unsigned units, int box[4])
{
    struct table head = table_open(face->whole, "head");

    for (size_t i = 0; i < 4; i++)
        box[i] = to_em(table_read_signed(&head, 36 + 2 * i), units);
    table_close(&head);
}

/* PANOSE 2 is Latin text; its serif styles 2 to 10 have serifs. */
static void read_style(const struct face *face, unsigned units,
    struct face_metrics *metrics)
{
    struct table os2 = table_open(face->whole, "OS/2");
    uint32_t serifs = table_read(&os2, 33, 1);
    unsigned weight = face_weight(face);

    metrics->is_serif = table_read(&os2, 32, 1) == 2 && serifs >= 2
        && serifs <= 10;
    if (table_read(&os2, 0, 2) >= 2)
        metrics->cap_height = to_em(table_read_signed(&os2, 88), units);
    if (metrics->cap_height <= 0)
        metrics->cap_height = metrics->ascent;
    /* No table holds it: what is usual for the weight, 85 for 400. */
    metrics->stem_v = (int)(50 + weight * weight / 4500);
    table_close(&os2);
}

void face_metrics(const struct face *face, struct face_metrics *metrics)
{
    unsigned units = hb_face_get_upem(face->whole);
    struct table hhea = table_open(face->whole, "hhea");
    struct table post = table_open(face->whole, "post");

    *metrics = (struct face_metrics){
        .ascent = to_em(table_read_signed(&hhea, 4), units),
        .descent = to_em(table_read_signed(&hhea, 6), units),
        .italic_angle = table_read_signed(&post, 4),
        .is_fixed = table_read(&post, 12, 4) != 0,
    };
    /* Some files give it as a height; a descent lies below the baseline. */
    if (metrics->descent > 0)
        metrics->descent = -metrics->descent;
    read_box(face, units, metrics->box);
    read_style(face, units, metrics);
    table_close(&hhea);
    table_close(&post);
}
