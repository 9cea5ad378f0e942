#ifndef STYLESHEET_H
#define STYLESHEET_H

/*
 * XSLT stylesheets: compiled once, applied to any number of trees.
 *
 * Safety:    a stylesheet and its imports and document() see the resources
 *            and nothing else: no file, no network, no writing.  Nor does it
 *            change its source, so that xsl:strip-space is an error.
 * Ownership: what *_compile() and *_apply() give is the caller's.
 * Errors:    a stylesheet that cannot be compiled or stops (xsl:message
 *            terminate="yes", as for an element that nobody renders) is a
 *            finding with libxslt's words.
 * Threads:   stylesheet_setup() once before anything else; a compiled
 *            stylesheet may then be applied by several threads at a time.
 */

#include <libxml/tree.h>

#include "0_base/buffer.h"
#include "0_base/findings.h"
#include "0_base/resources.h"
#include "0_base/value.h"
#include "7_forms/parameter.h"

struct stylesheet;

/* Whether memory runs out is watched in the whole process. */
void stylesheet_setup(void);

struct stylesheet *stylesheet_compile(const struct resources *resources,
    const char *path, struct findings *findings);
void stylesheet_free(struct stylesheet *stylesheet);    /* NULL is allowed */

/* NULL, with a finding, where it fails; parameter: NULL for none. */
xmlDocPtr stylesheet_apply(const struct stylesheet *stylesheet,
    xmlDocPtr source, struct print_style style, struct findings *findings);
xmlDocPtr stylesheet_apply_with(const struct stylesheet *stylesheet,
    xmlDocPtr source, struct print_style style,
    const struct parameter *parameter, struct findings *findings);

/* The bytes of what a stylesheet makes, as its xsl:output wants them; false,
 * with a finding, where it fails. */
bool stylesheet_write(const struct stylesheet *stylesheet, xmlDocPtr source,
    struct print_style style, struct buffer *out, struct findings *findings);

/* From now on this thread has libxslt make all that a stylesheet makes once
 * more: another result is a finding, and so is a stylesheet that libxslt alone
 * can run. */
void stylesheet_verify(bool is_on);

#endif
