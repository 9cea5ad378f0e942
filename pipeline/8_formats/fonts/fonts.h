#ifndef FONTS_H
#define FONTS_H

/*
 * The faces of the typography as files of this machine: found and opened when
 * first needed, shared by all files of a run; and for each character of a face
 * the font that draws it.
 *
 * Order:     a face's fonts in the order of the typography file, each looked
 *            for in the user's folders by the names inside the files, then in
 *            the known places by the file's name.  The first that is there is
 *            the face; the ones behind it, and then the reserves, draw what it
 *            lacks, character by character.
 * Letters:   Latin letters, European figures and their marks come from the
 *            face's Latin font first.
 * Ownership: fonts_new() gives the caller the fonts, which own the faces.
 */

#include <libxml/tree.h>

#include "0_base/findings.h"
#include "8_formats/fonts/face.h"
#include "8_formats/layout/typography.h"

struct fonts;

struct font_options {
    const char *const *folders;     /* --font-dir, in their order */
    size_t folder_count;
    bool is_strict;                 /* a stand-in is an error */
};

/* Once harfbuzz_open() was true.  Everything given is borrowed and outlives the
 * fonts.  NULL: out of memory. */
struct fonts *fonts_new(const struct typography *typography,
    const struct font_options *options);
void fonts_free(struct fonts *fonts);                   /* NULL is allowed */

/* Another set begins: what the last one was told of its stand-ins and
 * characters is told to this one, too. */
void fonts_begin(struct fonts *fonts);

/* How a character is drawn. */
struct font_glyph {
    const struct face *face;    /* NULL: no face has the character */
    uint32_t id;
    int advance;                /* 1/1000 em */
};

/* pointer is where the character stands, for what is said of it: NULL where it
 * is of the form.  A face that stands in for another, a character that comes
 * from another face, and one that no face has is said once a set; so is one
 * that is written from right to left, or onto another, which no glyph by itself
 * draws.
 * One that is not seen has a space's glyph, without its advance. */
void fonts_find(struct fonts *fonts, unsigned face, uint32_t character,
    const char *pointer, struct font_glyph *glyph);

/* Say what was found out since the last call: stand-ins as hints, or errors
 * where the options are strict; characters without a face, and, once a run,
 * font files that are broken or may not be embedded.  False where there is an
 * error. */
bool fonts_report(struct fonts *fonts, struct findings *findings);

#endif
