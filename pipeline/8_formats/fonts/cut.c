/* A font program with some of the glyphs of a face, as PDF embeds it. */

#include <hb-subset.h>
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

/* The bare CFF table, or the whole file. */
static enum face_fault take_program(hb_face_t *cut, bool is_cff, struct buffer *program)
{
    hb_blob_t *blob = is_cff
        ? hb_face_reference_table(cut, HB_TAG('C', 'F', 'F', ' '))
        : hb_face_reference_blob(cut);
    unsigned length;
    const char *bytes = hb_blob_get_data(blob, &length);

    buffer_add(program, bytes, length);
    hb_blob_destroy(blob);
    return program->failed ? FACE_NO_MEMORY
        : length > 0 ? FACE_GOOD : FACE_BROKEN;
}

/* The number of each glyph in the cut font. */
static enum face_fault take_numbers(hb_subset_plan_t *plan,
    const uint32_t *glyphs, size_t count, uint16_t *numbers)
{
    const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);

    for (size_t i = 0; i < count; i++) {
        hb_codepoint_t number = hb_map_get(map, glyphs[i]);
        if (number > UINT16_MAX)
            return FACE_BROKEN;
        numbers[i] = (uint16_t)number;
    }
    return FACE_GOOD;
}

static enum face_fault take_cids(struct face_subset *subset)
{
    uint16_t *room = calloc((size_t)subset->glyph_count + 1, sizeof *room);
    bool good = room && charset_map(subset->program.bytes,
        subset->program.length, subset->glyph_count, room, subset->cids,
        subset->count);
    enum face_fault fault = good ? FACE_GOOD
        : room ? FACE_BROKEN : FACE_NO_MEMORY;

    free(room);
    return fault;
}

static enum face_fault cut_by_plan(hb_subset_plan_t *plan,
    const uint32_t *glyphs, struct face_subset *subset)
{
    hb_face_t *cut = hb_subset_plan_execute_or_fail(plan);

    if (!cut)
        return FACE_BROKEN;
    subset->glyph_count = hb_face_get_glyph_count(cut);
    enum face_fault fault = take_program(cut, subset->is_cff,
        &subset->program);
    if (fault == FACE_GOOD)
        fault = take_numbers(plan, glyphs, subset->count, subset->cids);
    if (fault == FACE_GOOD && subset->is_cff)
        fault = take_cids(subset);
    hb_face_destroy(cut);
    return fault;
}

enum face_fault face_cut(const struct face *face, const uint32_t *glyphs,
    size_t count, struct face_subset *subset)
{
    *subset = (struct face_subset){ .is_cff = face->is_cff, .count = count };
    subset->cids = calloc(count + 1, sizeof *subset->cids);
    hb_subset_plan_t *plan = subset->cids
        ? plan_cut(face, glyphs, count) : NULL;
    enum face_fault fault = plan ? cut_by_plan(plan, glyphs, subset)
        : FACE_NO_MEMORY;
    hb_subset_plan_destroy(plan);
    if (fault != FACE_GOOD)
        face_subset_free(subset);
    return fault;
}

void face_subset_free(struct face_subset *subset)
{
    buffer_free(&subset->program);
    free(subset->cids);
    *subset = (struct face_subset){ 0 };
}
