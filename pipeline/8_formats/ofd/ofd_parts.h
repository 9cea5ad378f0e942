#ifndef OFD_PARTS_H
#define OFD_PARTS_H

/*
 * An OFD file while it is made, for the files of this folder alone: each
 * writes one kind of parts, and ofd.c calls them in turn.
 *
 * Lengths: whole micrometres, printed as millimetres (GB/T 33190, 7.2).
 * Errors:  sticky, in `failed` and the zip, but for faces that cannot be cut.
 */

#include "8_formats/layout/glyph_use.h"
#include "8_formats/ofd/ofd.h"
#include "8_formats/zip.h"

/* Where parts stand in the package. */
#define OFD_DOCUMENT "Doc_0/"
#define OFD_PUBLIC_RES "PublicRes.xml"          /* below OFD_DOCUMENT */
#define OFD_FONTS "Fonts/"
#define OFD_PAGE "Pages/Page_%zu/Content.xml"
#define OFD_ATTACHMENTS "Attachs/Attachments.xml"
#define OFD_SUMS "Attachs/SHA256SUMS"

#define OFD_NAMESPACE "xmlns:ofd=\"http://www.ofdspec.org/2016\""
#define OFD_DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

struct ofd_font {
    uint16_t *numbers;          /* in the font file, of the glyphs of the use;
                                   NULL: there are none */
};

struct ofd {
    const struct drawing *drawing;
    const struct origin *origin;
    struct zip zip;
    struct buffer sums;         /* a line of each part so far */
    struct glyph_use *uses;     /* as the drawing's faces */
    struct ofd_font *fonts;     /* the same */
    uint32_t last_id;           /* of all objects so far (7.3, ST_ID) */
    bool failed;
};

/* Identifiers that are known before their objects are written. */
uint32_t ofd_font_id(size_t face);
uint32_t ofd_page_id(const struct ofd *ofd, size_t page);

/* --- ofd_package.c ------------------------------------------------------- */

/* Appends a part under its name in the package, and what it sums up to. */
void ofd_part(struct ofd *ofd, const char *name,
    const struct buffer *content);

/* --- ofd_values.c -------------------------------------------------------- */

/* Micrometres, half away from zero. */
int32_t ofd_length(int64_t extents);

/* Micrometres as millimetres with at most three decimals. */
void ofd_add_length(struct buffer *out, int32_t length);

/* Some of them, with blanks between. */
void ofd_add_lengths(struct buffer *out, const int32_t *lengths,
    size_t count);

/* An element with text in it; none where text is NULL. */
void ofd_add_element(struct buffer *out, const char *name, const char *text);

/* --- the parts ----------------------------------------------------------- */

/* The font files, and the resources that name them.  False, with a finding,
 * where a face cannot be cut. */
bool ofd_fonts_write(struct ofd *ofd, struct findings *findings);
void ofd_fonts_free(struct ofd *ofd);

void ofd_pages_write(struct ofd *ofd);

/* The list of attachments, and the document, which names all parts before
 * it. */
void ofd_document_write(struct ofd *ofd);

/* OFD.xml, the way into the package, with the metadata. */
void ofd_entry_write(struct ofd *ofd);

#endif
