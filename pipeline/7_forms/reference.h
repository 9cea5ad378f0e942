#ifndef REFERENCE_H
#define REFERENCE_H

/*
 * XSLT stylesheets by libxslt, the reference of what is compiled here.
 *
 * Ownership: what *_compile(), *_apply() and *_print() give is the caller's.
 * Errors:    findings with libxslt's words; also where a stylesheet takes
 *            more steps, nodes or memory than one with an end can.
 * Threads:   as stylesheet.h has it.
 */

#include <libxml/tree.h>

#include "0_base/buffer.h"
#include "0_base/findings.h"
#include "0_base/resources.h"
#include "0_base/value.h"
#include "7_forms/parameter.h"

struct reference;

struct reference *reference_compile(const struct resources *resources,
    const char *path, struct findings *findings);
void reference_free(struct reference *reference);       /* NULL is allowed */

/* NULL, with a finding, where it fails; parameter: NULL for none. */
xmlDocPtr reference_apply(const struct reference *reference,
    xmlDocPtr source, struct print_style style,
    const struct parameter *parameter, struct findings *findings);

/* The bytes of a result as the stylesheet's xsl:output wants them. */
bool reference_print(const struct reference *reference, xmlDocPtr result,
    struct buffer *out);

#endif
