#ifndef TYPOGRAPHY_H
#define TYPOGRAPHY_H

/*
 * stylesheets/common/typography.xml read for the paged formats: page, lines,
 * faces, roles and tables, in its own words.
 *
 * Units:     extent.h; what the file gives in mm is converted.
 * Ownership: typography_read() gives the caller the typography; its strings
 *            live as long as it does.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/findings.h"
#include "0_base/resources.h"
#include "8_formats/layout/breaks.h"
#include "8_formats/layout/extent.h"

enum alignment { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT, ALIGN_JUSTIFY };

/* A font by its name, and the file that usually has it. */
struct typography_font {
    const char *name;           /* "仿宋_GB2312" */
    const char *file;           /* "simfang.ttf"; NULL: found by name alone */
    unsigned index;             /* of the face in a collection */
    bool stands_in;             /* near to what was asked for, but not that */
};

struct typography_face {
    const char *name;           /* "fangsong" */
    unsigned latin;             /* the letters and figures: one of latins */
    struct typography_font *fonts;          /* in the order of preference */
    size_t font_count;
};

struct typography_role {
    const char *name;           /* "heading-1" */
    unsigned face;              /* in the typography's faces */
    extent size, line;          /* size of type; from baseline to baseline */
    extent before, after;
    unsigned indent;            /* of the first line, in characters */
    enum alignment align;
    bool keeps_with_next;
    bool is_on_grid;            /* set at the page's character pitch */
    bool has_shade;
    unsigned shade;             /* 0xRRGGBB */
};

struct typography {
    struct {
        extent width, height, top, right, bottom, left;     /* portrait */
        extent line_pitch, character_pitch;
        const char *number_before, *number_after;
        extent number_below;
    } page;
    struct {
        extent line, padding_side, padding_above, padding_below;
        extent smallest;        /* the limit of type that is set smaller */
    } table;
    struct break_words breaks;
    struct typography_face *faces;
    size_t face_count;
    struct typography_face *latins;
    size_t latin_count;
    struct typography_font *reserves;       /* what all faces fall back on */
    size_t reserve_count;
    struct typography_role *roles;
    size_t role_count;
};

/* NULL with a finding, where the file is broken or memory runs out. */
struct typography *typography_read(const struct resources *resources,
    struct findings *findings);
void typography_free(struct typography *typography);    /* NULL is allowed */

/* NULL where there is no such role. */
const struct typography_role *typography_role(
    const struct typography *typography, const char *name);

#endif
