#ifndef PROGRAM_RUN_H
#define PROGRAM_RUN_H

/* A compiled stylesheet, run on a tree. */

#include "0_base/buffer.h"
#include "0_base/value.h"
#include "7_forms/parameter.h"
#include "7_forms/xslt/program.h"

/*
 * What a stylesheet makes of a tree, as the bytes that its xsl:output wants,
 * or as a tree, which the caller frees; parameter: NULL for none.  False, or
 * NULL, where it stops: by a message, a limit, an error or for want of memory.
 * Nothing is reported then and nothing appended: libxslt is asked, which says
 * what there is to say.
 */
bool program_write(const struct program *program, xmlDocPtr source,
    const struct print_style *style, struct buffer *out, const char **why);
xmlDocPtr program_make(const struct program *program, xmlDocPtr source,
    const struct print_style *style, const struct parameter *parameter,
    const char **why);

#endif
