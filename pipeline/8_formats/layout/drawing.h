#ifndef DRAWING_H
#define DRAWING_H

/*
 * Pages as drawing operations: what the layout makes of a page model, and what
 * every paged format (PDF, OFD) writes down.  A serialiser decides nothing
 * about places: each glyph has its face, size and position here.
 *
 * Lengths:   extent.h.
 * Origin:    the upper left corner of the page, y growing downwards; the y of
 *            text is its baseline.
 * Reading:   nodes and the operations of a page stand in reading order.  Every
 *            operation belongs to a node of the structure tree, or is an
 *            artifact: what repeats or decorates.
 * Ownership: drawing_free() frees all of it but the faces, which are the
 *            fonts'.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "8_formats/fonts/face.h"
#include "8_formats/layout/extent.h"

/* --- the structure tree -------------------------------------------------- */

/* Named as the standard structure types of ISO 32000-1, 14.8.4. */
enum node_kind {
    NODE_DOCUMENT,
    NODE_SECTION,               /* Sect: one attachment */
    NODE_H1, NODE_H2, NODE_H3, NODE_H4, NODE_H5,
    NODE_PARAGRAPH,             /* P */
    NODE_TABLE,
    NODE_CAPTION,
    NODE_ROW,                   /* TR */
    NODE_HEADER_CELL,           /* TH */
    NODE_CELL,                  /* TD */
    NODE_NOTE,
    NODE_KIND_COUNT
};

enum node_scope { SCOPE_NONE, SCOPE_ROW, SCOPE_COLUMN, SCOPE_BOTH };

#define NODE_ROOT 0u                        /* the document's own node */
#define NODE_NONE UINT32_MAX

struct node {
    enum node_kind kind;
    uint32_t parent;                        /* NODE_NONE for the root */
    /* Of cells only. */
    uint16_t colspan, rowspan;              /* at least 1 */
    enum node_scope scope;
    /* The header cells that name this cell, in the drawing's headers. */
    size_t first_header, header_count;
    char *title;                /* of a section or table; NULL: none */
};

/* --- the pages ----------------------------------------------------------- */

enum operation_kind { OPERATION_TEXT, OPERATION_LINE, OPERATION_FILL };

/* What belongs to no node, in place of the node. */
#define ARTIFACT_LAYOUT (UINT32_MAX - 1)        /* lines, grounds */
#define ARTIFACT_PAGINATION (UINT32_MAX - 2)    /* page numbers, heads and
                                                   labels drawn again */
#define OPERATION_IS_ARTIFACT(operation) \
    ((operation)->node >= ARTIFACT_PAGINATION)

struct glyph {
    uint32_t character;         /* the one of the data that it draws, UTF-32 */
    uint32_t id;                /* in its face */
    extent advance;             /* from its origin to that of the next one,
                                   spacing included; 0: nothing is drawn, the
                                   character is read with the glyph before */
};

struct operation {
    enum operation_kind kind;
    uint32_t node;              /* or an artifact */
    union {
        struct {
            uint32_t face;      /* in the drawing's faces */
            extent size;
            extent x, y;        /* origin of the first glyph */
            bool is_turned;     /* a quarter to the right: it runs down */
            size_t first, count;            /* in the drawing's glyphs */
            size_t spread;      /* so many operations from this one on are a
                                   line with gaps that a reader of the file
                                   may take for spaces; else 0 */
        } text;
        struct {
            extent x1, y1, x2, y2;
            extent width;       /* of the stroke, centred; black */
        } line;
        struct {
            extent x, y, width, height;
            uint32_t colour;    /* 0xRRGGBB */
        } fill;
    } of;
};

struct page {
    extent width, height;
    size_t first, count;        /* in the drawing's operations */
    unsigned number;            /* as printed on the page */
};

struct bookmark {
    char *title;
    unsigned level;             /* 1: an attachment */
    size_t page;
    extent y;                   /* where the heading's line begins */
    uint32_t node;
};

struct drawing {
    char *title;                /* of the file */
    char *unit;                 /* who files it; NULL: not stated */
    char *period;               /* NULL: not stated */
    char *edition;
    struct node *nodes;
    size_t node_count;
    uint32_t *headers;          /* nodes, see struct node */
    size_t header_count;
    struct page *pages;
    size_t page_count;
    struct operation *operations;
    size_t operation_count;
    struct glyph *glyphs;
    size_t glyph_count;
    struct bookmark *bookmarks;
    size_t bookmark_count;
    const struct face **faces;  /* borrowed from the fonts */
    size_t face_count;
};

void drawing_free(struct drawing *drawing);             /* NULL is allowed */

#endif
