#ifndef LAYOUT_TEXT_H
#define LAYOUT_TEXT_H

/*
 * Inline content as characters with their glyphs, and as lines of a width.
 *
 * Units:     extent.h.
 * Ownership: a text owns its characters and lines; faces are the fonts'.
 */

#include <libxml/tree.h>

#include "8_formats/fonts/fonts.h"
#include "8_formats/layout/typography.h"

/* What a page model that shows changes says of its words. */
enum letter_change { LETTER_KEPT, LETTER_INSERTED, LETTER_DELETED };

struct letter {
    uint32_t character;         /* U+000A: a line ends here */
    uint32_t glyph;
    const struct face *face;    /* NULL for U+000A alone */
    int16_t advance;            /* 1/1000 em */
    unsigned char break_after;  /* enum break_after */
    unsigned char change;       /* enum letter_change */
    bool is_held;               /* by the figure before it: no line ends here */
};

struct text_line {
    size_t first, count;        /* letters, spaces at its end included */
    size_t shown;               /* without these */
    extent width;               /* of what is shown */
    bool is_last;               /* of its paragraph, or before a break */
};

struct text {
    const struct typography_role *role;
    extent size;                /* the role's, or smaller */
    extent tracking;            /* added to every advance */
    struct letter *letters;
    size_t count;
    struct text_line *lines;
    size_t line_count;
};

/* Reads words, or what is in an element (document.rng, inline), in a role; one
 * may be NULL, and the words stand first.  False if memory runs out. */
bool text_read(struct text *text, const struct typography *typography,
    const struct typography_role *role, const char *words,
    const xmlNode *inlines, struct fonts *fonts);

/* The change of an element of that name, or that @change says. */
enum letter_change text_change_named(const char *name);

/* All of it came, or went. */
void text_mark(struct text *text, enum letter_change change);

/* Breaks it into lines of a width, the first one so much shorter.  A word that
 * is wider than a line is broken anywhere.  False if memory runs out. */
bool text_break(struct text *text, extent width, extent indent);

/* The same, in lines as even as their number allows, or nearly so where more of
 * them then end at a mark. */
bool text_break_evenly(struct text *text, extent width);

/* In type so much smaller, not below the limit, that no word is wider than the
 * width; where the limit is not small enough, at the limit. */
void text_shrink(struct text *text, extent width, extent smallest);

/* What a letter takes in the text's size. */
extent text_advance(const struct text *text, const struct letter *letter);

/* All of it in one line. */
extent text_width(const struct text *text);

void text_free(struct text *text);

#endif
