#ifndef PDF_PARTS_H
#define PDF_PARTS_H

/*
 * A PDF file while it is made, for the files of this folder alone: each writes
 * one kind of objects, and print.c calls them in turn.
 *
 * Errors: sticky, in the objects' `failed`, but for faces that cannot be cut.
 */

#include "8_formats/layout/glyph_use.h"
#include "8_formats/pdf/pdf.h"
#include "8_formats/pdf/objects.h"

/* The most elements that an array has in PDF/A-1 (PDF 1.4, appendix C). */
#define PDF_ARRAY_MAX 8191u

/* A stretch of a page's content that belongs to a node.  Its MCID is its place
 * among those of its page. */
struct pdf_mark {
    uint32_t node;
    size_t page;
};

struct pdf_glyph {
    uint16_t cid;
    int16_t width;              /* 1/1000 em */
};

/* A face as a font of the file.  Where a glyph draws two characters, a second
 * font of the same program reads it as the other one. */
struct pdf_font {
    const struct face *face;
    const struct glyph_use *use;        /* borrowed */
    struct pdf_glyph *glyphs;   /* as those of the use */
    uint32_t number;            /* of the Type 0 font */
    uint32_t other_number;      /* of the second font; 0: there is none */
};

struct pdf {
    const struct drawing *drawing;
    enum pdf_level level;
    const struct origin *origin;
    struct objects objects;
    struct glyph_use *uses;             /* as the drawing's faces */
    struct pdf_font *fonts;             /* the same */
    struct pdf_mark *marks;             /* page by page */
    size_t mark_count, mark_room;
    size_t *page_marks;                 /* the first of each page, and the
                                           end of the last */
    uint32_t first_page, first_node;    /* their numbers are in a row */
    uint32_t pages, resources;
    bool passes_limit;          /* of arrays in PDF/A-1 */
};

/* --- pdf_values.c: values as PDF has them --------------------------------- */

/* An indirect reference (ISO 32000-1, 7.3.10). */
void pdf_add_reference(struct buffer *out, uint32_t number);

/* Four hexadecimal digits. */
void pdf_add_hex16(struct buffer *out, unsigned value);

/* The character in UTF-16BE, in hexadecimal digits. */
void pdf_add_utf16(struct buffer *out, uint32_t character);

/* A text string (ISO 32000-1, 7.9.2.2) of UTF-8. */
void pdf_add_text(struct buffer *out, const char *text);

/* A name (7.3.5), of any bytes. */
void pdf_add_name(struct buffer *out, const char *name);

/* --- glyph_runs.c: text in a page's content ------------------------------ */

/* Selects a font by its kind, F or G (the second font of the face). */
void pdf_set_font(struct buffer *out, char kind, uint32_t face, extent size);

/* The glyphs of an operation, where the text matrix is, in the F font of its
 * face, which is selected before and after.  Where the characters are said
 * already, no glyph says them by itself. */
void pdf_show_glyphs(struct buffer *out, const struct pdf *pdf,
    const struct operation *operation, bool is_said);

/* Adds an entry to the properties of a mark: the characters of so many
 * operations (ISO 32000-1, 14.9.4). */
void pdf_add_actual_text(struct buffer *out, const struct pdf *pdf,
    const struct operation *operations, size_t count);

/* --- the parts of a file ------------------------------------------------- */

/* Which glyphs each font has to have.  False if memory runs out. */
bool pdf_fonts_plan(struct pdf *pdf);
/* False, with a finding, where a face cannot be cut. */
bool pdf_fonts_write(struct pdf *pdf, struct findings *findings);
void pdf_fonts_free(struct pdf *pdf);

/* Content streams, pages, and their tree; makes the marks. */
void pdf_pages_write(struct pdf *pdf);

/* The structure tree, from the marks: its number. */
uint32_t pdf_structure_write(struct pdf *pdf);

/* Number of the outline, 0 where there is none. */
uint32_t pdf_outline_write(struct pdf *pdf);

/* Number of the output intent, of the information dictionary and of the
 * metadata stream. */
uint32_t pdf_intent_write(struct pdf *pdf);
uint32_t pdf_info_write(struct pdf *pdf);
uint32_t pdf_metadata_write(struct pdf *pdf);

/* The name of a node's structure type. */
const char *pdf_node_type(enum node_kind kind);

#endif
