/* The faces of a drawing as fonts of a PDF file (ISO 32000-1, 9.7). */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "8_formats/pdf/pdf_parts.h"

#define WIDTH_USUAL 1000        /* that of a Han character */
#define MAPPINGS_MAX 100u       /* in one section of a CMap (5014, 7.2) */
#define TAG_LETTERS 6

/* Flags of a font descriptor, table 123. */
#define FLAG_FIXED 1u
#define FLAG_SERIF 2u
#define FLAG_SYMBOLIC 4u

static bool plan_font(struct pdf_font *font, const struct face *face,
    const struct glyph_use *use)
{
    font->face = face;
    font->use = use;
    font->glyphs = calloc(use->count + 1, sizeof *font->glyphs);
    return font->glyphs != NULL;
}

bool pdf_fonts_plan(struct pdf *pdf)
{
    const struct drawing *drawing = pdf->drawing;

    pdf->uses = glyph_use_new(drawing);
    pdf->fonts = calloc(drawing->face_count + 1, sizeof *pdf->fonts);
    if (!pdf->uses || !pdf->fonts)
        return false;
    for (size_t i = 0; i < drawing->face_count; i++)
        if (!plan_font(&pdf->fonts[i], drawing->faces[i], &pdf->uses[i]))
            return false;
    return true;
}

void pdf_fonts_free(struct pdf *pdf)
{
    for (size_t i = 0; pdf->fonts && i < pdf->drawing->face_count; i++)
        free(pdf->fonts[i].glyphs);
    glyph_use_free(pdf->uses, pdf->drawing);
    free(pdf->fonts);
}

/* --- what a font says of its glyphs --------------------------------------- */

/* A font while it is written. */
struct cut {
    struct pdf *pdf;
    const struct pdf_font *font;
    struct face_subset subset;  /* of all glyphs of the use */
    struct buffer name;         /* with the tag of the subset (9.6.4) */
};

/* Every run of CIDs that are not as wide as usual, one behind the other. */
static void add_widths(const struct cut *cut, struct buffer *out)
{
    unsigned next = 0;
    bool is_open = false;

    buffer_printf(out, "/DW %d/W[", WIDTH_USUAL);
    for (size_t i = 0; i < cut->subset.count; i++) {
        unsigned cid = cut->font->glyphs[i].cid;
        int width = cut->font->glyphs[i].width;
        if (width == WIDTH_USUAL)
            continue;
        if (is_open && cid == next)
            buffer_printf(out, " %d", width);
        else
            buffer_printf(out, "%s%u[%d", is_open ? "]" : "", cid, width);
        is_open = true;
        next = cid + 1;
    }
    buffer_add_string(out, is_open ? "]]" : "]");
}

/* The first character of a glyph, or the second; 0: there is none. */
static uint32_t character_of(const struct cut *cut, size_t glyph,
    bool is_other)
{
    const struct used_glyph *used = &cut->font->use->list[glyph];

    return is_other ? used->other : used->character;
}

static size_t count_characters(const struct cut *cut, bool is_other)
{
    size_t count = 0;

    for (size_t i = 0; i < cut->subset.count; i++)
        count += character_of(cut, i, is_other) != 0;
    return count;
}

static void add_mappings(const struct cut *cut, bool is_other,
    struct buffer *map)
{
    size_t left = count_characters(cut, is_other), done = 0;

    for (size_t i = 0; i < cut->subset.count; i++) {
        uint32_t character = character_of(cut, i, is_other);
        if (character == 0)
            continue;
        if (done % MAPPINGS_MAX == 0)
            buffer_printf(map, "%zu beginbfchar\n",
                left < MAPPINGS_MAX ? left : MAPPINGS_MAX);
        buffer_add_char(map, '<');
        pdf_add_hex16(map, cut->subset.numbers[i]);
        buffer_add_string(map, "><");
        pdf_add_utf16(map, character);
        buffer_add_string(map, ">\n");
        done++;
        left--;
        if (left == 0 || done % MAPPINGS_MAX == 0)
            buffer_add_string(map, "endbfchar\n");
    }
}

/* 9.10.3: which character each CID stands for. */
static uint32_t write_to_unicode(const struct cut *cut, bool is_other)
{
    struct buffer map = BUFFER_EMPTY;
    uint32_t number = objects_reserve(&cut->pdf->objects, 1);

    buffer_add_string(&map, "/CIDInit /ProcSet findresource begin\n"
        "12 dict begin\nbegincmap\n/CIDSystemInfo\n"
        "<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
        "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
    add_mappings(cut, is_other, &map);
    buffer_add_string(&map, "endcmap\nCMapName currentdict "
        "/CMap defineresource pop\nend\nend\n");
    objects_stream(&cut->pdf->objects, number, "", &map, STREAM_DEFLATED);
    buffer_free(&map);
    return number;
}

static void set_bit(struct buffer *bits, unsigned place)
{
    while (bits->length <= place / 8 && !bits->failed)
        buffer_add_char(bits, '\0');
    if (!bits->failed)
        bits->bytes[place / 8] |= (char)(0x80 >> place % 8);
}

/* ISO 19005-1, 6.3.5: which CIDs the program has. */
static uint32_t write_cid_set(const struct cut *cut)
{
    struct buffer bits = BUFFER_EMPTY;
    uint32_t number = objects_reserve(&cut->pdf->objects, 1);

    set_bit(&bits, 0);
    if (cut->subset.is_cff)
        for (size_t i = 0; i < cut->subset.count; i++)
            set_bit(&bits, cut->subset.numbers[i]);
    else
        for (unsigned i = 0; i < cut->subset.glyph_count; i++)
            set_bit(&bits, i);
    objects_stream(&cut->pdf->objects, number, "", &bits, STREAM_DEFLATED);
    buffer_free(&bits);
    return number;
}

static uint32_t write_program(const struct cut *cut)
{
    uint32_t number = objects_reserve(&cut->pdf->objects, 1);
    char length[32];

    snprintf(length, sizeof length, "/Length1 %zu",
        cut->subset.program.length);
    objects_stream(&cut->pdf->objects, number,
        cut->subset.is_cff ? "/Subtype/CIDFontType0C" : length,
        &cut->subset.program, STREAM_CODED);
    return number;
}

/* --- the objects of a font ------------------------------------------------ */

static uint32_t write_descriptor(const struct cut *cut)
{
    struct objects *objects = &cut->pdf->objects;
    uint32_t number = objects_reserve(objects, 1);
    uint32_t program = write_program(cut);
    uint32_t set = cut->pdf->level == PDF_1B ? write_cid_set(cut) : 0;
    struct face_metrics metrics;

    face_metrics(cut->font->face, &metrics);
    struct buffer *out = objects_open(objects, number);
    buffer_printf(out, "<</Type/FontDescriptor/FontName%s/Flags %u"
        "/FontBBox[%d %d %d %d]/ItalicAngle %d/Ascent %d/Descent %d"
        "/CapHeight %d/StemV %d/FontFile%d %u 0 R",
        buffer_string(&cut->name),
        FLAG_SYMBOLIC | (metrics.is_serif ? FLAG_SERIF : 0)
            | (metrics.is_fixed ? FLAG_FIXED : 0),
        metrics.box[0], metrics.box[1], metrics.box[2], metrics.box[3],
        metrics.italic_angle, metrics.ascent, metrics.descent,
        metrics.cap_height, metrics.stem_v, cut->subset.is_cff ? 3 : 2,
        program);
    if (set > 0)
        buffer_printf(out, "/CIDSet %u 0 R", set);
    buffer_add_string(out, ">>");
    objects_close(objects);
    return number;
}

static uint32_t write_descendant(const struct cut *cut)
{
    struct objects *objects = &cut->pdf->objects;
    uint32_t number = objects_reserve(objects, 1);
    uint32_t descriptor = write_descriptor(cut);
    struct buffer *out = objects_open(objects, number);

    buffer_printf(out, "<</Type/Font/Subtype/%s/BaseFont%s/CIDSystemInfo"
        "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        "/FontDescriptor %u 0 R",
        cut->subset.is_cff ? "CIDFontType0"
            : "CIDFontType2/CIDToGIDMap/Identity",
        buffer_string(&cut->name), descriptor);
    add_widths(cut, out);
    buffer_add_string(out, ">>");
    objects_close(objects);
    return number;
}

static void write_type0(const struct cut *cut, uint32_t number,
    uint32_t descendant, bool is_other)
{
    struct objects *objects = &cut->pdf->objects;
    uint32_t map = write_to_unicode(cut, is_other);
    struct buffer *out = objects_open(objects, number);

    buffer_printf(out, "<</Type/Font/Subtype/Type0/BaseFont%s"
        "/Encoding/Identity-H/DescendantFonts[%u 0 R]/ToUnicode %u 0 R>>",
        buffer_string(&cut->name), descendant, map);
    objects_close(objects);
}

/* Six letters from a checksum of the program, a plus sign and the face's
 * name. */
static void name_subset(struct cut *cut)
{
    uint32_t sum = libdeflate_crc32(0, cut->subset.program.bytes,
        cut->subset.program.length);
    char name[128] = "";

    for (size_t i = 0; i < TAG_LETTERS; i++, sum /= 26)
        name[i] = (char)('A' + sum % 26);
    name[TAG_LETTERS] = '+';
    strncat(name, face_postscript_name(cut->font->face),
        sizeof name - TAG_LETTERS - 2);
    pdf_add_name(&cut->name, name);
}

/* False with a finding where the file is broken. */
static bool cut_font(struct pdf *pdf, const struct pdf_font *font,
    struct face_subset *subset, struct findings *findings)
{
    if (face_cut(font->face, font->use->ids, font->use->count, subset))
        return true;
    pdf->objects.failed = pdf->objects.failed
        || subset->fault == FACE_NO_MEMORY;
    if (subset->fault == FACE_BROKEN)
        findings_add(findings, CATALOGUE_FONT_UNCUT, (struct place){ 0 },
            NULL, "name", face_family(font->face), NULL);
    return false;
}

static bool write_font(struct pdf *pdf, struct pdf_font *font,
    struct findings *findings)
{
    struct cut cut = { .pdf = pdf, .font = font };

    if (font->use->count == 0)
        return true;
    if (!cut_font(pdf, font, &cut.subset, findings))
        return false;
    for (size_t i = 0; i < cut.subset.count; i++)
        font->glyphs[i] = (struct pdf_glyph){ cut.subset.numbers[i],
            (int16_t)face_advance(font->face, font->use->ids[i]) };
    font->number = objects_reserve(&pdf->objects, 1);
    name_subset(&cut);
    uint32_t descendant = write_descendant(&cut);
    write_type0(&cut, font->number, descendant, false);
    if (count_characters(&cut, true) > 0) {
        font->other_number = objects_reserve(&pdf->objects, 1);
        write_type0(&cut, font->other_number, descendant, true);
    }
    pdf->objects.failed = pdf->objects.failed || cut.name.failed;
    buffer_free(&cut.name);
    face_subset_free(&cut.subset);
    return true;
}

bool pdf_fonts_write(struct pdf *pdf, struct findings *findings)
{
    bool good = true;

    for (size_t i = 0; good && i < pdf->drawing->face_count; i++)
        good = write_font(pdf, &pdf->fonts[i], findings);
    return good;
}
