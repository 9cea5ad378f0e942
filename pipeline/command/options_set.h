#ifndef OPTIONS_SET_H
#define OPTIONS_SET_H

/*
 * Setters of options for the table of them.
 */

#include "0_base/findings.h"
#include "command/options.h"

/* Takes an argument; false, with a finding, where it is wrong. */
typedef bool option_setter(struct options *options, const char *argument,
    struct jixiao_findings *findings);

option_setter option_set_file;
option_setter option_set_formats;
option_setter option_set_language;
option_setter option_set_stage;
option_setter option_add_font_dir;
option_setter option_add_added;
option_setter option_set_pdf_level;
option_setter option_set_data_dir;
option_setter option_add_summary;
option_setter option_add_circular;
option_setter option_set_diff_report;
option_setter option_set_report;
option_setter option_set_caret;
option_setter option_add_list;
option_setter option_set_shard;
option_setter option_set_jobs;
option_setter option_set_time_limit;
option_setter option_set_memory_limit;
option_setter option_set_port;
option_setter option_add_disable;
option_setter option_add_level;
option_setter option_add_parameter;

/* An empty argument comes nearly always of a variable that was never set. */
bool option_refuse_empty(const char *argument, const char *name,
    struct jixiao_findings *findings);

/* Adds a fault of use about something named, and what is allowed instead;
 * false. */
bool options_complain(struct jixiao_findings *findings, enum catalogue id,
    const char *name, const char *allowed);

#endif
