/* A font program with some of the glyphs of a face, as PDF embeds it. */

#include <stdlib.h>
#include <string.h>

#include "8_formats/fonts/charset.h"
#include "8_formats/fonts/face.h"
#include "8_formats/fonts/face_parts.h"

static hb_subset_plan_t *plan_cut(const struct face *face,
    const uint32_t *glyphs, size_t count)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    hb_subset_plan_t *plan = NULL;

    if (!input)
        return NULL;
    hb_set_t *wanted = hb_subset_input_glyph_set(input);
    hb_set_add(wanted, 0);
    for (size_t i = 0; i < count; i++)
        hb_set_add(wanted, glyphs[i]);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING
        | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    if (hb_set_allocation_successful(wanted))
        plan = hb_subset_plan_create_or_fail(face->outlines, input);
    hb_subset_input_destroy(input);
    return plan;
}

/* The number of each glyph in the cut font. */
static bool take_numbers(hb_subset_plan_t *plan, const uint32_t *glyphs,
    size_t count, uint16_t *numbers)
{
    const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);

    for (size_t i = 0; i < count; i++) {
        hb_codepoint_t number = hb_map_get(map, glyphs[i]);
        if (number > UINT16_MAX)
            return false;
        numbers[i] = (uint16_t)number;
    }
    return true;
}

hb_face_t *cut_face(const struct face *face, const uint32_t *glyphs,
    size_t count, struct face_subset *subset)
{
    hb_face_t *cut = NULL;

    *subset = (struct face_subset){ .is_cff = face->is_cff, .count = count };
    subset->numbers = calloc(count + 1, sizeof *subset->numbers);
    hb_subset_plan_t *plan = subset->numbers
        ? plan_cut(face, glyphs, count) : NULL;
    if (plan && take_numbers(plan, glyphs, count, subset->numbers))
        cut = hb_subset_plan_execute_or_fail(plan);
    face_rest(face);
    subset->fault = plan && !cut ? FACE_BROKEN : FACE_NO_MEMORY;
    hb_subset_plan_destroy(plan);
    if (cut)
        subset->glyph_count = hb_face_get_glyph_count(cut);
    return cut;
}

bool cut_take(hb_blob_t *blob, struct buffer *program)
{
    unsigned length;
    const char *bytes = hb_blob_get_data(blob, &length);

    buffer_add(program, bytes, length);
    hb_blob_destroy(blob);
    return length > 0 && !program->failed;
}

/* The CFF table, in which glyphs have their numbers as CIDs. */
static bool take_cff(hb_face_t *cut, struct face_subset *subset)
{
    struct buffer *table = &subset->program;
    bool good = cut_take(hb_face_reference_table(cut,
        HB_TAG('C', 'F', 'F', ' ')), table)
        && charset_number(table->bytes, table->length, subset->glyph_count);

    if (!good && !table->failed)
        subset->fault = FACE_BROKEN;
    return good;
}

void cut_fail(struct face_subset *subset)
{
    enum face_fault fault = subset->fault;

    face_subset_free(subset);
    subset->fault = fault;
}

bool face_cut(const struct face *face, const uint32_t *glyphs, size_t count,
    struct face_subset *subset)
{
    hb_face_t *cut = cut_face(face, glyphs, count, subset);
    bool good = cut && (subset->is_cff
        ? take_cff(cut, subset)
        : cut_take(hb_face_reference_blob(cut), &subset->program));

    hb_face_destroy(cut);
    if (!good)
        cut_fail(subset);
    return good;
}

void face_subset_free(struct face_subset *subset)
{
    buffer_free(&subset->program);
    free(subset->numbers);
    *subset = (struct face_subset){ 0 };
}
