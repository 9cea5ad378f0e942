#ifndef TEXT_CHECKS_H
#define TEXT_CHECKS_H

/*
 * The functions of text.h, without XPath.
 *
 * A check adds what it has found to an empty buffer, whose failure it leaves
 * to the caller.  False where the argument cannot be used.  Those that text.h
 * shows with one argument ignore the second one.
 */

#include <stdbool.h>

#include "0_base/nearest.h"
#include "0_base/buffer.h"
#include "0_base/lexicon.h"
#include "6_rules/text/sketch.h"
#include "6_rules/text/spans.h"

typedef bool text_check(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found);

text_check text_word;
text_check text_whole_word;
text_check text_beginning;
text_check text_ending;
text_check text_correction;
text_check text_blank;
text_check text_length;
text_check text_excerpt;

text_check text_punctuation;
text_check text_unpaired;
text_check text_rare;
text_check text_unprintable;
text_check text_invisible;
text_check text_invisible_sign;
text_check text_placeholder;
text_check text_blank_name;
text_check text_braces;
text_check text_template_mark;
text_check text_sheet_error;
text_check text_program_value;
text_check text_markup;
text_check text_mojibake;
text_check text_private;
text_check text_telephone;
text_check text_doubled_unit;
text_check text_office;

text_check text_other_year;
text_check text_bare_year;
text_check text_unfounded_year;
text_check text_wrong_date;
text_check text_reversed_period;
text_check text_reversed_steps;
text_check text_enumeration;
text_check text_ordered;
text_check text_item_gap;
text_check text_parts;
text_check text_rate;
text_check text_average;
text_check text_share;
text_check text_growth;
text_check text_change;
text_check text_comparison;
text_check text_balance;
text_check text_remains;
text_check text_year_parts;
text_check text_amounts;

extern const struct text_needs text_unpaired_needs;
extern const struct text_needs text_placeholder_needs;
extern const struct text_needs text_blank_name_needs;
extern const struct text_needs text_braces_needs;
extern const struct text_needs text_template_mark_needs;
extern const struct text_needs text_sheet_error_needs;
extern const struct text_needs text_program_value_needs;
extern const struct text_needs text_markup_needs;
extern const struct text_needs text_mojibake_needs;
extern const struct text_needs text_telephone_needs;
extern const struct text_needs text_office_needs;
extern const struct text_needs text_enumeration_needs;
extern const struct text_needs text_ordered_needs;
extern const struct text_needs text_item_gap_needs;
extern const struct text_needs text_parts_needs;
extern const struct text_needs text_rate_needs;
extern const struct text_needs text_average_needs;
extern const struct text_needs text_change_needs;
extern const struct text_needs text_other_year_needs;
extern const struct text_needs text_wrong_date_needs;
extern const struct text_needs text_reversed_period_needs;
extern const struct text_needs text_reversed_steps_needs;
extern const struct text_needs text_share_needs;
extern const struct text_needs text_growth_needs;
extern const struct text_needs text_balance_needs;
extern const struct text_needs text_remains_needs;
extern const struct text_needs text_year_parts_needs;
extern const struct text_needs text_comparison_needs;
extern const struct text_needs text_amounts_needs;

/* A check as rules call it. */
struct text_function {
    const char *name;
    text_check *check;
    int arguments;
    const struct text_needs *needs;     /* NULL: any text may have something */
    bool finds_words;           /* by what the second argument lists */
    bool at_beginning;          /* and only where a text begins */
};

/* NULL if there is none of that name with so many arguments. */
const struct text_function *text_function_find(struct text_span name,
    int arguments);

/* Tries the names of all of them. */
void text_functions_try(struct nearest *nearest);

#endif
