#ifndef FORMATS_H
#define FORMATS_H

/*
 * The formats that a page model can be given: one row each.
 *
 * A row has the format's names for the command line, the help and the manual,
 * and a function that renders.  A format made by a stylesheet renders through
 * sheets.h; any other has a function of its own.
 *
 * Ownership: formats_new() gives the caller the formats; a rendering is in
 *            a buffer of the caller's.
 */

#include <libxml/tree.h>

#include "0_base/findings.h"
#include "0_base/phrases.h"
#include "0_base/resources.h"
#include "0_base/value.h"
#include "8_formats/fonts/fonts.h"
#include "8_formats/pdf/pdf.h"

enum format {
    FORMAT_HTML,
    FORMAT_DOCX,
    FORMAT_PDF,
    FORMAT_OFD,
    FORMAT_FLAT_OPC,
    FORMAT_COUNT
};

/* A set of formats, one bit each. */
typedef unsigned format_set;
#define FORMAT_SET(format) (1u << (format))
#define FORMAT_SET_ALL ((1u << FORMAT_COUNT) - 1)

struct rendering;               /* sheets.h */

struct format_row {
    const char *name;           /* "flat-opc" */
    const char *extension;      /* ".xml" */
    bool usual;                 /* made where nothing else is asked for */
    bool is_paged;              /* its pages are known */
    bool is_pulled;             /* jixiao pull reads it */
    enum phrase title;
    /* Appends the file; false, with a finding, where that fails. */
    bool (*render)(struct rendering *rendering, struct buffer *out);
};

extern const struct format_row format_rows[FORMAT_COUNT];

/* The formats in a list of names joined by commas, NULL being the usual ones;
 * false, with a usage finding that has all names, where one is unknown. */
bool formats_parse(const char *list, format_set *formats,
    struct findings *findings);

/* Those of a set that are paged. */
format_set formats_paged(format_set formats);

struct formats;

/* How the paged formats are made. */
struct format_options {
    struct font_options fonts;
    enum pdf_level level;
};

/* A stylesheet is compiled, and fonts are opened, when a format first needs
 * them.  Both arguments are borrowed.  NULL: out of memory. */
struct formats *formats_new(const struct resources *resources,
    const struct format_options *options);
void formats_free(struct formats *formats);             /* NULL is allowed */

/* Another set begins: what its paged formats show otherwise than the typography
 * wants is found for it alone. */
void formats_begin(struct formats *formats);

/* What the paged formats of page models have come to: the pages of the last
 * one, and the faces that any was drawn with, borrowed from the formats. */
struct paper_use {
    size_t pages;               /* 0: no paged format was asked for */
    const struct face **faces;  /* freed with free() */
    size_t face_count, face_room;
};

/* What is rendered: a page model (document.rng), how its figures are printed,
 * and where it comes from, for formats that say so. */
struct format_source {
    xmlDocPtr documents;
    struct print_style style;
    struct origin origin;
    struct paper_use *use;      /* NULL: nobody asks */
};

/* Render one page model in every format of the set; outputs has FORMAT_COUNT
 * buffers.  False, with a finding, where one fails. */
bool formats_render(struct formats *formats, format_set wanted,
    const struct format_source *source, struct buffer *outputs,
    struct findings *findings);

#endif
