#ifndef FONTS_H
#define FONTS_H

/*
 * The faces of a typography as files of this machine: found once, opened when
 * first needed, shared by all files of a run; and for each character of a
 * role's face the file that draws it.
 *
 * Order:     the user's folders (--font-dir), then the known places, by the
 *            names in the typography file; the first font found is the face,
 *            the ones behind it and the last resort (rare characters) its
 *            fall-backs, character by character.
 * Ownership: fonts_new() gives the caller the fonts, which own the faces.
 */

#include "0_base/findings.h"
#include "8_formats/fonts/face.h"

struct fonts;
struct font_names;              /* what a face may be drawn with: fonts.c */

struct fonts *fonts_new(const char *const *folders, size_t folder_count);
void fonts_free(struct fonts *fonts);                   /* NULL is allowed */

/* How a character is drawn. */
struct font_glyph {
    const struct face *face;    /* NULL: no face has the character */
    uint32_t glyph;
    int advance;                /* 1/1000 em */
    bool is_substitute;         /* not from the face that was wanted */
};

#endif
