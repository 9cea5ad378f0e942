/* Outlines taken out of a font file, so that it is read once for each. */

#include <stdlib.h>

#include "0_base/large.h"
#include "8_formats/fonts/face_parts.h"

#define CUT_SIZE ((size_t)64 << 20)     /* more than HarfBuzz takes for one */

/* A cut of HarfBuzz's, from which outlines are taken. */
struct source {
    struct outlines *kept;
    hb_face_t *cut;
    const hb_map_t *whole;      /* of a glyph in the cut: in the face */
    bool is_broken;
};

/* The number in the face; 0 where there is none. */
static uint32_t number_in_face(const struct source *source, uint32_t glyph)
{
    hb_codepoint_t number = hb_map_get(source->whole, glyph);

    return number <= UINT16_MAX ? number : 0;
}

static bool is_new(const struct source *source, unsigned glyph)
{
    return !outlines_find(source->kept, number_in_face(source, glyph));
}

/* --- TrueType ------------------------------------------------------------ */

/* Parts are numbered as in the cut. */
static void number_parts(const struct source *source,
    const struct outline *outline)
{
    char *bytes = source->kept->bytes.bytes + outline->at;
    struct span span = outlines_bytes(source->kept, outline);

    for (size_t at = 0; (at = glyf_part(span, at)) > 0;) {
        uint32_t number = number_in_face(source, (uint32_t)(
            span.bytes[at] << 8 | span.bytes[at + 1]));
        bytes[at] = (char)(number >> 8);
        bytes[at + 1] = (char)(number & 0xFF);
    }
}

static bool keep_glyf(struct source *source, const struct glyf *glyf,
    unsigned glyph)
{
    struct span bytes;

    source->is_broken = !glyf_outline(glyf, glyph, &bytes);
    struct outline *outline = source->is_broken ? NULL : outlines_keep(
        source->kept, number_in_face(source, glyph), bytes);
    if (!outline)
        return false;
    glyf_metric(glyf, glyph, outline->metric);
    number_parts(source, outline);
    return true;
}

static bool keep_all_glyf(struct source *source)
{
    unsigned count = hb_face_get_glyph_count(source->cut);
    struct glyf glyf;
    bool good = true;

    glyf_open(source->cut, &glyf);
    for (unsigned glyph = 0; good && glyph < count; glyph++)
        if (is_new(source, glyph))
            good = keep_glyf(source, &glyf, glyph);
    glyf_close(&glyf);
    return good;
}

/* --- CFF ----------------------------------------------------------------- */

/* The same in every cut of a face. */
static bool keep_top(struct outlines *kept, const struct cff *cff)
{
    return kept->box.bytes || (outlines_copy(cff->box, &kept->box)
        && outlines_copy(cff->matrix, &kept->matrix));
}

static bool keep_cff(struct source *source, const struct cff *cff,
    unsigned glyph, unsigned selected)
{
    struct cff_dictionary dictionary;
    struct span bytes;
    uint8_t number;

    source->is_broken = !cff_outline(cff, glyph, &bytes)
        || !cff_dictionary(cff, selected, &dictionary);
    if (source->is_broken
        || !outlines_dictionary(source->kept, &dictionary, &number))
        return false;
    struct outline *outline = outlines_keep(source->kept,
        number_in_face(source, glyph), bytes);
    if (outline)
        outline->dictionary = number;
    return outline != NULL;
}

static bool keep_new_cff(struct source *source, const struct cff *cff,
    uint8_t *selected)
{
    bool good = selected && keep_top(source->kept, cff);

    source->is_broken = good && !cff_select(cff, selected);
    good = good && !source->is_broken;
    for (unsigned glyph = 0; good && glyph < cff->outlines.count; glyph++)
        if (is_new(source, glyph))
            good = keep_cff(source, cff, glyph, selected[glyph]);
    return good;
}

static bool keep_all_cff(struct source *source)
{
    struct table table = table_open(source->cut, "CFF ");
    struct cff cff;
    bool good = cff_open((struct span){ table.bytes, table.length }, &cff);

    source->is_broken = !good;
    if (good) {
        uint8_t *selected = calloc(cff.outlines.count + 1, 1);
        good = keep_new_cff(source, &cff, selected);
        free(selected);
    }
    table_close(&table);
    return good;
}

/* --- the cut ------------------------------------------------------------- */

enum face_fault cut_fault(void)
{
    return large_is_left(CUT_SIZE) ? FACE_BROKEN : FACE_NO_MEMORY;
}

bool cut_plan(const struct face *face, const hb_set_t *glyphs, unsigned flags,
    struct face_subset *subset, hb_subset_plan_t **plan, hb_face_t **cut)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();

    *plan = NULL;
    *cut = NULL;
    if (input) {
        hb_set_set(hb_subset_input_glyph_set(input), glyphs);
        hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING
            | HB_SUBSET_FLAGS_NOTDEF_OUTLINE | flags);
        if (hb_set_allocation_successful(hb_subset_input_glyph_set(input)))
            *plan = hb_subset_plan_create_or_fail(face->outlines, input);
    }
    if (*plan)
        *cut = hb_subset_plan_execute_or_fail(*plan);
    face_rest(face);
    subset->fault = *plan && !*cut ? cut_fault() : FACE_NO_MEMORY;
    hb_subset_input_destroy(input);
    return *cut != NULL;
}

/* All or nothing: a glyph that is kept has its parts, too, and what memory ran
 * out for can be kept later. */
static bool keep_from(const struct face *face, const hb_set_t *glyphs,
    struct face_subset *subset)
{
    hb_subset_plan_t *plan;
    struct source source = { .kept = face->kept };
    bool good = cut_plan(face, glyphs, HB_SUBSET_FLAGS_DESUBROUTINIZE, subset,
        &plan, &source.cut);

    if (good) {
        source.whole = hb_subset_plan_new_to_old_glyph_mapping(plan);
        good = face->is_cff ? keep_all_cff(&source) : keep_all_glyf(&source);
        if (!good)
            outlines_free(face->kept);
    }
    if (source.is_broken)
        subset->fault = cut_fault();
    hb_face_destroy(source.cut);
    hb_subset_plan_destroy(plan);
    return good;
}

static bool have_all(const struct outlines *kept, const uint32_t *glyphs,
    size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (!outlines_find(kept, glyphs[k]))
            return false;
    return true;
}

bool cut_keep(const struct face *face, const uint32_t *glyphs, size_t count,
    struct face_subset *subset)
{
    hb_set_t *wanted = hb_set_create();

    *subset = (struct face_subset){ .is_cff = face->is_cff, .count = count,
        .fault = FACE_NO_MEMORY };
    subset->numbers = calloc(count + 1, sizeof *subset->numbers);
    if (!outlines_find(face->kept, 0))
        hb_set_add(wanted, 0);
    for (size_t k = 0; k < count; k++)
        if (!outlines_find(face->kept, glyphs[k]))
            hb_set_add(wanted, glyphs[k]);
    bool good = subset->numbers && hb_set_allocation_successful(wanted)
        && (hb_set_is_empty(wanted) || keep_from(face, wanted, subset));
    hb_set_destroy(wanted);
    if (good && !have_all(face->kept, glyphs, count)) {
        subset->fault = cut_fault();
        good = false;
    }
    return good;
}
