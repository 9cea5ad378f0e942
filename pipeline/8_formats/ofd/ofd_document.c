/* The document of an OFD file: its pages, its outline and what is attached
 * (GB/T 33190, 7.5, 7.8 and 20). */

#include "0_base/escape.h"
#include "8_formats/ofd/ofd_parts.h"

#define LEVELS 32u              /* of the outline, one bit each */

/* --- outline ------------------------------------------------------------- */

static void add_goto(const struct ofd *ofd, const struct bookmark *bookmark,
    struct buffer *out)
{
    buffer_printf(out, "<ofd:Actions><ofd:Action Event=\"CLICK\"><ofd:Goto>"
        "<ofd:Dest Type=\"XYZ\" PageID=\"%u\" Left=\"0\" Top=\"",
        ofd_page_id(ofd, bookmark->page));
    ofd_add_length(out, ofd_length(bookmark->y));
    buffer_add_string(out, "\" Zoom=\"0\"/></ofd:Goto></ofd:Action>"
        "</ofd:Actions>");
}

/* Closes what does not stand above an element of the level. */
static void close_elements(unsigned *open, unsigned level, struct buffer *out)
{
    for (unsigned k = level; k < LEVELS; k++)
        if (*open & 1u << k) {
            buffer_add_string(out, "</ofd:OutlineElem>\n");
            *open &= ~(1u << k);
        }
}

static void add_outline(const struct ofd *ofd, struct buffer *out)
{
    const struct drawing *drawing = ofd->drawing;
    unsigned open = 0;          /* a bit for each level that has one open */

    if (drawing->bookmark_count == 0)
        return;
    buffer_add_string(out, "<ofd:Outlines>\n");
    for (size_t i = 0; i < drawing->bookmark_count; i++) {
        const struct bookmark *bookmark = &drawing->bookmarks[i];
        unsigned level = bookmark->level < LEVELS ? bookmark->level
            : LEVELS - 1;
        close_elements(&open, level, out);
        buffer_add_string(out, "<ofd:OutlineElem Title=\"");
        escape_add(out, bookmark->title);
        buffer_add_string(out, "\">");
        add_goto(ofd, bookmark, out);
        open |= 1u << level;
    }
    close_elements(&open, 0, out);
    buffer_add_string(out, "</ofd:Outlines>\n");
}

/* --- the document -------------------------------------------------------- */

/* Of the first page; each page states its own. */
static void add_page_area(const struct ofd *ofd, struct buffer *out)
{
    const struct drawing *drawing = ofd->drawing;
    int32_t box[4] = { 0 };

    if (drawing->page_count > 0) {
        box[2] = ofd_length(drawing->pages[0].width);
        box[3] = ofd_length(drawing->pages[0].height);
    }
    buffer_add_string(out, "<ofd:PageArea><ofd:PhysicalBox>");
    ofd_add_lengths(out, box, 4);
    buffer_add_string(out, "</ofd:PhysicalBox></ofd:PageArea>");
}

static void add_pages(const struct ofd *ofd, struct buffer *out)
{
    buffer_add_string(out, "<ofd:Pages>\n");
    for (size_t i = 0; i < ofd->drawing->page_count; i++) {
        buffer_printf(out, "<ofd:Page ID=\"%u\" BaseLoc=\"",
            ofd_page_id(ofd, i));
        buffer_printf(out, OFD_PAGE "\"/>\n", i);
    }
    buffer_add_string(out, "</ofd:Pages>\n");
}

static void write_attachments(struct ofd *ofd)
{
    struct buffer out = BUFFER_EMPTY;

    buffer_add_string(&out, OFD_DECLARATION "<ofd:Attachments "
        OFD_NAMESPACE "><ofd:Attachment ID=\"sums\" Name=\"SHA256SUMS\""
        " Format=\"txt\"><ofd:FileLoc>/" OFD_DOCUMENT OFD_SUMS
        "</ofd:FileLoc></ofd:Attachment></ofd:Attachments>\n");
    ofd_part(ofd, OFD_DOCUMENT OFD_ATTACHMENTS, &out);
    buffer_free(&out);
}

void ofd_document_write(struct ofd *ofd)
{
    struct buffer out = BUFFER_EMPTY;

    write_attachments(ofd);
    buffer_printf(&out, OFD_DECLARATION "<ofd:Document " OFD_NAMESPACE
        "><ofd:CommonData><ofd:MaxUnitID>%u</ofd:MaxUnitID>", ofd->last_id);
    add_page_area(ofd, &out);
    buffer_add_string(&out, "<ofd:PublicRes>" OFD_PUBLIC_RES
        "</ofd:PublicRes></ofd:CommonData>\n");
    add_pages(ofd, &out);
    add_outline(ofd, &out);
    if (ofd->drawing->bookmark_count > 0)
        buffer_add_string(&out, "<ofd:VPreferences><ofd:PageMode>UseOutlines"
            "</ofd:PageMode></ofd:VPreferences>\n");
    buffer_add_string(&out, "<ofd:Attachments>" OFD_ATTACHMENTS
        "</ofd:Attachments></ofd:Document>\n");
    ofd_part(ofd, OFD_DOCUMENT "Document.xml", &out);
    buffer_free(&out);
}
