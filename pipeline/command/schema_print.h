#ifndef SCHEMA_PRINT_H
#define SCHEMA_PRINT_H

/*
 * What a data file may hold, as a table in Markdown, a row a member.
 *
 *     struct schema_print print = { "hunan-county-2023", JIXIAO_ZH, stdout };
 *     jixiao_members(jixiao, print.edition, schema_print_member, &print,
 *         findings);
 *
 * Errors:    those of the stream are kept by it.
 */

#include <stdio.h>

#include "jixiao.h"

struct schema_print {
    const char *edition;
    enum jixiao_language language;      /* of the head of the table */
    FILE *out;
};

/* A jixiao_member_visitor; user is the struct schema_print. */
void schema_print_member(void *user, const struct jixiao_member *member);

#endif
