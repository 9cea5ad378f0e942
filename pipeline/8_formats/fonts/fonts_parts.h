#ifndef FONTS_PARTS_H
#define FONTS_PARTS_H

/*
 * The fonts of a run, for the files of this folder alone.
 */

#include "0_base/buffer.h"
#include "0_base/id_map.h"
#include "8_formats/fonts/font_files.h"
#include "8_formats/fonts/fonts.h"

/* A font file that was opened once, for whatever names. */
struct opened {
    const char *path;           /* borrowed from the files */
    unsigned index;
    struct face *face;          /* NULL: it cannot be used */
    enum face_fault fault;
    int reason;                 /* of FACE_UNREAD: errno */
    bool is_told;
};

/* One font of a chain, opened when it is first asked. */
struct link {
    const struct typography_font *font;
    const char *wanted;         /* the first name of the list it is from */
    struct face *face;          /* NULL: not there, or not tried yet */
    bool is_tried;
};

/* What draws the characters of one face, in this order. */
struct chain {
    struct link *links;
    size_t latin_count, own_count, count;   /* reserves are the rest */
};

/* Characters of one face that come from another, or, at one place, that none
 * can draw. */
struct lack {
    const char *wanted;
    const char *used;           /* NULL: no face has them; or
                                   fonts_unset, see below */
    struct buffer characters;
    char *pointer;              /* of the first not told yet, or NULL */
    size_t told;                /* bytes of the characters */
};

struct stand_in {
    const char *wanted, *used;
    bool is_told;
};

struct fonts {
    const struct typography *typography;
    const struct font_options *options;
    struct font_files *files;   /* NULL until a font is asked for */
    struct chain *chains;       /* one for each face of the typography */
    struct opened *opened;
    size_t opened_count, opened_room;
    struct id_map known;        /* face and character: a number in glyphs */
    struct font_glyph *glyphs;
    size_t glyph_count, glyph_room;
    struct lack *lacks;
    size_t lack_count, lack_room;
    struct id_map lacking;      /* what makes a lack: a number in lacks */
    struct id_map undrawn;      /* the characters in their places that no font
                                   draws */
    struct stand_in *stand_ins;
    size_t stand_in_count, stand_in_room;
    const char *missing;        /* a face without any font */
    bool failed;                /* out of memory */
};

/* --- font_links.c -------------------------------------------------------- */

/* Room for one more in a list of the fonts'; NULL without memory. */
void *fonts_room(struct fonts *fonts, void *list, size_t count, size_t *room,
    size_t size);

/* NULL where the font is not there, cannot be used, or memory runs out. */
struct face *fonts_open_link(struct fonts *fonts, struct link *link);

/* The first font of a part of a chain that is there; NULL: none is. */
const struct link *fonts_first_there(struct fonts *fonts,
    struct chain *chain, size_t first, size_t end);

/* --- fonts_report.c ------------------------------------------------------ */

/* In place of a font that would not help: no font can set the characters. */
extern const char fonts_unset[];

/* A character that the face called `wanted` lacks, and what draws it: a font,
 * none, or fonts_unset.  pointer may be NULL. */
void fonts_note_lack(struct fonts *fonts, const char *wanted,
    const char *used, uint32_t character, const char *pointer);

#endif
