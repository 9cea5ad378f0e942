#ifndef SHEET_XLSXWRITER_H
#define SHEET_XLSXWRITER_H

/*
 * libxlsxwriter, opened when the first workbook is written (0_base/late.h).
 */

#include <xlsxwriter.h>

#include "0_base/late.h"

#define XLSXWRITER_CALLS(CALL) \
    CALL(format_set_align) CALL(format_set_bg_color) CALL(format_set_bold) \
    CALL(format_set_border) CALL(format_set_border_color) \
    CALL(format_set_font_color) CALL(format_set_font_name) \
    CALL(format_set_font_size) CALL(format_set_num_format) \
    CALL(format_set_num_format_index) CALL(format_set_pattern) \
    CALL(format_set_text_wrap) CALL(lxw_format_get_xf_index) \
    CALL(lxw_workbook_free) CALL(workbook_add_format) \
    CALL(workbook_add_worksheet) CALL(workbook_close) CALL(workbook_new_opt) \
    CALL(workbook_set_properties) CALL(worksheet_autofilter) \
    CALL(worksheet_data_validation_range) CALL(worksheet_fit_to_pages) \
    CALL(worksheet_freeze_panes) CALL(worksheet_gridlines) \
    CALL(worksheet_repeat_rows) CALL(worksheet_set_column_opt) \
    CALL(worksheet_set_comments_author) \
    CALL(worksheet_set_footer) CALL(worksheet_set_landscape) \
    CALL(worksheet_set_margins) CALL(worksheet_set_paper) \
    CALL(worksheet_set_row_opt) CALL(worksheet_write_blank) \
    CALL(worksheet_write_boolean) CALL(worksheet_write_comment_opt) \
    CALL(worksheet_write_formula_num) CALL(worksheet_write_formula_str) \
    CALL(worksheet_write_number) CALL(worksheet_write_string) \
    CALL(worksheet_write_url)

extern struct xlsxwriter_calls {
    XLSXWRITER_CALLS(LATE_MEMBER)
} xlsxwriter;

#define format_set_align xlsxwriter.format_set_align
#define format_set_bg_color xlsxwriter.format_set_bg_color
#define format_set_bold xlsxwriter.format_set_bold
#define format_set_border xlsxwriter.format_set_border
#define format_set_border_color xlsxwriter.format_set_border_color
#define format_set_font_color xlsxwriter.format_set_font_color
#define format_set_font_name xlsxwriter.format_set_font_name
#define format_set_font_size xlsxwriter.format_set_font_size
#define format_set_num_format xlsxwriter.format_set_num_format
#define format_set_num_format_index xlsxwriter.format_set_num_format_index
#define format_set_pattern xlsxwriter.format_set_pattern
#define format_set_text_wrap xlsxwriter.format_set_text_wrap
#define lxw_format_get_xf_index xlsxwriter.lxw_format_get_xf_index
#define lxw_workbook_free xlsxwriter.lxw_workbook_free
#define workbook_add_format xlsxwriter.workbook_add_format
#define workbook_add_worksheet xlsxwriter.workbook_add_worksheet
#define workbook_close xlsxwriter.workbook_close
#define workbook_new_opt xlsxwriter.workbook_new_opt
#define workbook_set_properties xlsxwriter.workbook_set_properties
#define worksheet_autofilter xlsxwriter.worksheet_autofilter
#define worksheet_data_validation_range \
    xlsxwriter.worksheet_data_validation_range
#define worksheet_fit_to_pages xlsxwriter.worksheet_fit_to_pages
#define worksheet_freeze_panes xlsxwriter.worksheet_freeze_panes
#define worksheet_gridlines xlsxwriter.worksheet_gridlines
#define worksheet_repeat_rows xlsxwriter.worksheet_repeat_rows
#define worksheet_set_column_opt xlsxwriter.worksheet_set_column_opt
#define worksheet_set_comments_author xlsxwriter.worksheet_set_comments_author
#define worksheet_set_footer xlsxwriter.worksheet_set_footer
#define worksheet_set_landscape xlsxwriter.worksheet_set_landscape
#define worksheet_set_margins xlsxwriter.worksheet_set_margins
#define worksheet_set_paper xlsxwriter.worksheet_set_paper
#define worksheet_set_row_opt xlsxwriter.worksheet_set_row_opt
#define worksheet_write_blank xlsxwriter.worksheet_write_blank
#define worksheet_write_boolean xlsxwriter.worksheet_write_boolean
#define worksheet_write_comment_opt xlsxwriter.worksheet_write_comment_opt
#define worksheet_write_formula_num xlsxwriter.worksheet_write_formula_num
#define worksheet_write_formula_str xlsxwriter.worksheet_write_formula_str
#define worksheet_write_number xlsxwriter.worksheet_write_number
#define worksheet_write_string xlsxwriter.worksheet_write_string
#define worksheet_write_url xlsxwriter.worksheet_write_url

/* False, with a finding, where it cannot be used. */
bool xlsxwriter_open(struct findings *findings);

#endif
