#ifndef HARFBUZZ_H
#define HARFBUZZ_H

/*
 * HarfBuzz, opened when the first page is drawn (0_base/late.h).
 */

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include "0_base/late.h"

#define HARFBUZZ_CALLS(CALL) \
    CALL(hb_blob_create_from_file) CALL(hb_blob_create_or_fail) \
    CALL(hb_blob_destroy) CALL(hb_blob_get_data) CALL(hb_blob_get_empty) \
    CALL(hb_blob_get_length) CALL(hb_face_builder_add_table) \
    CALL(hb_face_builder_create) CALL(hb_face_count) CALL(hb_face_create) \
    CALL(hb_face_create_for_tables) CALL(hb_face_destroy) \
    CALL(hb_face_get_empty) CALL(hb_face_get_glyph_count) \
    CALL(hb_face_get_upem) CALL(hb_face_reference_blob) \
    CALL(hb_face_reference_table) CALL(hb_font_create) CALL(hb_font_destroy) \
    CALL(hb_font_get_empty) CALL(hb_font_get_glyph_extents) \
    CALL(hb_font_get_glyph_h_advance) CALL(hb_font_get_nominal_glyph) \
    CALL(hb_font_set_scale) CALL(hb_language_from_string) CALL(hb_map_get) \
    CALL(hb_ot_name_get_utf8) CALL(hb_ot_name_list_names) CALL(hb_set_add) \
    CALL(hb_set_allocation_successful) CALL(hb_set_create) \
    CALL(hb_set_destroy) CALL(hb_set_is_empty) CALL(hb_set_set) \
    CALL(hb_subset_input_create_or_fail) CALL(hb_subset_input_destroy) \
    CALL(hb_subset_input_glyph_set) CALL(hb_subset_input_set_flags) \
    CALL(hb_subset_plan_create_or_fail) CALL(hb_subset_plan_destroy) \
    CALL(hb_subset_plan_execute_or_fail) \
    CALL(hb_subset_plan_new_to_old_glyph_mapping) \
    CALL(hb_subset_plan_old_to_new_glyph_mapping) CALL(hb_unicode_compose) \
    CALL(hb_unicode_funcs_get_default) CALL(hb_unicode_general_category)

extern struct harfbuzz_calls {
    HARFBUZZ_CALLS(LATE_MEMBER)
} harfbuzz;

#define hb_blob_create_from_file harfbuzz.hb_blob_create_from_file
#define hb_blob_create_or_fail harfbuzz.hb_blob_create_or_fail
#define hb_blob_destroy harfbuzz.hb_blob_destroy
#define hb_blob_get_data harfbuzz.hb_blob_get_data
#define hb_blob_get_empty harfbuzz.hb_blob_get_empty
#define hb_blob_get_length harfbuzz.hb_blob_get_length
#define hb_face_builder_add_table harfbuzz.hb_face_builder_add_table
#define hb_face_builder_create harfbuzz.hb_face_builder_create
#define hb_face_count harfbuzz.hb_face_count
#define hb_face_create harfbuzz.hb_face_create
#define hb_face_create_for_tables harfbuzz.hb_face_create_for_tables
#define hb_face_destroy harfbuzz.hb_face_destroy
#define hb_face_get_empty harfbuzz.hb_face_get_empty
#define hb_face_get_glyph_count harfbuzz.hb_face_get_glyph_count
#define hb_face_get_upem harfbuzz.hb_face_get_upem
#define hb_face_reference_blob harfbuzz.hb_face_reference_blob
#define hb_face_reference_table harfbuzz.hb_face_reference_table
#define hb_font_create harfbuzz.hb_font_create
#define hb_font_destroy harfbuzz.hb_font_destroy
#define hb_font_get_empty harfbuzz.hb_font_get_empty
#define hb_font_get_glyph_extents harfbuzz.hb_font_get_glyph_extents
#define hb_font_get_glyph_h_advance harfbuzz.hb_font_get_glyph_h_advance
#define hb_font_get_nominal_glyph harfbuzz.hb_font_get_nominal_glyph
#define hb_font_set_scale harfbuzz.hb_font_set_scale
#define hb_language_from_string harfbuzz.hb_language_from_string
#define hb_map_get harfbuzz.hb_map_get
#define hb_ot_name_get_utf8 harfbuzz.hb_ot_name_get_utf8
#define hb_ot_name_list_names harfbuzz.hb_ot_name_list_names
#define hb_set_add harfbuzz.hb_set_add
#define hb_set_allocation_successful harfbuzz.hb_set_allocation_successful
#define hb_set_create harfbuzz.hb_set_create
#define hb_set_destroy harfbuzz.hb_set_destroy
#define hb_set_is_empty harfbuzz.hb_set_is_empty
#define hb_set_set harfbuzz.hb_set_set
#define hb_subset_input_create_or_fail harfbuzz.hb_subset_input_create_or_fail
#define hb_subset_input_destroy harfbuzz.hb_subset_input_destroy
#define hb_subset_input_glyph_set harfbuzz.hb_subset_input_glyph_set
#define hb_subset_input_set_flags harfbuzz.hb_subset_input_set_flags
#define hb_subset_plan_create_or_fail harfbuzz.hb_subset_plan_create_or_fail
#define hb_subset_plan_destroy harfbuzz.hb_subset_plan_destroy
#define hb_subset_plan_execute_or_fail harfbuzz.hb_subset_plan_execute_or_fail
#define hb_subset_plan_new_to_old_glyph_mapping \
    harfbuzz.hb_subset_plan_new_to_old_glyph_mapping
#define hb_subset_plan_old_to_new_glyph_mapping \
    harfbuzz.hb_subset_plan_old_to_new_glyph_mapping
#define hb_unicode_compose harfbuzz.hb_unicode_compose
#define hb_unicode_funcs_get_default harfbuzz.hb_unicode_funcs_get_default
#define hb_unicode_general_category harfbuzz.hb_unicode_general_category

/* Before any other function of the list; false, with a finding, where HarfBuzz
 * cannot be used. */
bool harfbuzz_open(struct findings *findings);

#endif
