#ifndef RULES_PRINT_H
#define RULES_PRINT_H

/*
 * The rules of an edition for people: a list of all, or one explained.
 *
 * Errors:    those of the stream are kept by it.
 */

#include <stdio.h>

#include "jixiao.h"

/* A line a rule, in columns: code, level, kind, title, parameters. */
void rules_print_table(const struct jixiao_rules *rules,
    enum jixiao_language language, FILE *out);

/* The same as a table in Markdown, with the basis of each. */
void rules_print_markdown(const struct jixiao_rules *rules,
    enum jixiao_language language, FILE *out);

/*
 * Everything there is to say of a code: a rule's, or one of the program's own
 * catalogue.  A usage finding, with the nearest code, where there is none.
 */
void rules_explain(const struct jixiao_rules *rules, const char *code,
    enum jixiao_language language, FILE *out, struct jixiao_findings *findings);

#endif
