#ifndef FORMATS_H
#define FORMATS_H

/*
 * The formats that a page model can be given: one row each.
 *
 * Ownership: formats_load() gives the caller the formats; a rendering is in
 *            a buffer of the caller's.
 */

#include <libxml/tree.h>

#include "0_base/findings.h"
#include "0_base/resources.h"
#include "0_base/value.h"

enum format {
    FORMAT_HTML,
    FORMAT_DOCX,
    FORMAT_FLAT_OPC,
    FORMAT_COUNT
};

/* A set of formats, one bit each. */
typedef unsigned format_set;
#define FORMAT_SET(format) (1u << (format))
#define FORMAT_SET_ALL ((1u << FORMAT_COUNT) - 1)

const char *format_name(enum format format);            /* "flat-opc" */
const char *format_extension(enum format format);       /* ".xml" */
bool format_parse(const char *name, size_t length, enum format *format);

struct formats;

/* Compiles the stylesheets of the wanted formats. */
struct formats *formats_load(const struct resources *resources,
    format_set wanted, struct findings *findings);
void formats_free(struct formats *formats);             /* NULL is allowed */

/* Render one page model (document.rng) in every format of the set; outputs
 * has FORMAT_COUNT buffers.  False, with a finding, where one fails. */
bool formats_render(const struct formats *formats, format_set wanted,
    xmlDocPtr documents, struct print_style style, struct buffer *outputs,
    struct findings *findings);

#endif
