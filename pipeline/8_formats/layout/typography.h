#ifndef TYPOGRAPHY_H
#define TYPOGRAPHY_H

/*
 * stylesheets/common/typography.xml read for the layout: the page, faces,
 * roles and tables, in its own words.
 *
 * Lengths:   1/1000 pt; what the file gives in mm is converted.
 * Ownership: typography_read() gives the caller the typography; its strings
 *            live as long as it does.
 */

#include "0_base/findings.h"
#include "0_base/resources.h"
#include "8_formats/layout/drawing.h"

enum alignment { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT, ALIGN_JUSTIFY };

struct typography_face {
    const char *name;           /* "fangsong" */
    const char *latin;          /* the font of letters and figures */
    const char *const *fonts;   /* in the order of preference; NULL at the end */
    bool is_bold_stand_in;      /* the last font in its bold weight */
};

struct typography_role {
    const char *name;           /* "heading-1" */
    unsigned face;              /* in the typography's faces */
    length size, line;          /* size of type; from baseline to baseline */
    length before, after;
    unsigned indent;            /* of the first line, in characters */
    enum alignment align;
    bool keeps_with_next;
    bool has_shade;
    uint32_t shade;             /* 0xRRGGBB */
};

struct typography {
    struct {
        length width, height, top, right, bottom, left;     /* portrait */
        unsigned lines, characters;
        length line_pitch, character_pitch;
        const char *number_before, *number_after;
        length number_below;
    } page;
    struct {
        length line, padding_side, padding_above, padding_below;
    } table;
    const struct typography_face *faces;
    size_t face_count;
    const struct typography_role *roles;
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
