#ifndef XSLT_FIXTURE_H
#define XSLT_FIXTURE_H

/*
 * What the tests of stylesheets that are compiled here stand on: one, run on a
 * tree by libxslt alone and by the program.
 */

#include "0_base/buffer.h"
#include "3_transform/style.h"
#include "fixture.h"

#define XSLT_PATH "stylesheets/e/forms.xsl"
#define XSLT_TAIL "</xsl:stylesheet>"

/* Two namespaces, text around elements, an attribute that looks like a
 * number, one that is none, and a value with an origin. */
extern const char xslt_source[];

extern const struct print_style xslt_style;

/* What one way makes; "!" where it fails. */
void xslt_print_reference(const struct fixture *fixture, xmlDocPtr source,
    struct buffer *out);

/* Writes a stylesheet with attributes of xsl:output, what else is at its top,
 * and what its template for the root has. */
void xslt_write(const struct fixture *fixture, const char *output,
    const char *top, const char *body);

#endif
