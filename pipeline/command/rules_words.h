#ifndef RULES_WORDS_H
#define RULES_WORDS_H

/*
 * Words that the list of rules and the explanation of one have in common.
 */

#include <stdio.h>

#include "jixiao.h"

/* "检查", "check": how a rule is decided. */
const char *rule_kind_name(enum jixiao_rule_kind kind,
    enum jixiao_language language);

/* The level as it is changed, or that the rule is disabled. */
const char *rule_level_name(const struct jixiao_rule *rule,
    enum jixiao_language language);

/* Text of an edition on one line, a backslash before each of the marks, and
 * what is not seen by its name: white space there only makes the file
 * readable. */
void print_flat(const char *text, const char *marks,
    enum jixiao_language language, FILE *out);

/* The same, or nothing for NULL, as a cell of a table in Markdown. */
void print_cell(const char *text, enum jixiao_language language, FILE *out);

#endif
