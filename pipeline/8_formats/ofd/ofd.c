/* A drawing as a whole OFD file: its parts in turn, what they sum up to, and
 * the entry with the metadata. */

#include "8_formats/ofd/ofd.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/digest.h"
#include "0_base/escape.h"
#include "8_formats/ofd/ofd_parts.h"

#define DOC_ID_LENGTH 32        /* a UUID without hyphens (7.4, DocID) */

/* --- metadata ------------------------------------------------------------ */

/* "jixiao 1.2.3": what made it, and in which version. */
static void add_creator(struct buffer *out, const char *program)
{
    size_t name = strcspn(program, " ");
    struct buffer creator = BUFFER_EMPTY;

    buffer_add(&creator, program, name);
    ofd_add_element(out, "Creator", buffer_string(&creator));
    if (program[name] == ' ')
        ofd_add_element(out, "CreatorVersion", program + name + 1);
    out->failed = out->failed || creator.failed;
    buffer_free(&creator);
}

static void add_custom(struct buffer *out, const char *name,
    const char *before, const char *text)
{
    if (!text)
        return;
    buffer_printf(out, "<ofd:CustomData Name=\"%s\">%s", name, before);
    escape_add(out, text);
    buffer_add_string(out, "</ofd:CustomData>");
}

/* In the order of the standard's schema (7.4, table 4). */
static void add_info(const struct ofd *ofd, struct buffer *out)
{
    const struct drawing *drawing = ofd->drawing;
    const struct origin *origin = ofd->origin;
    const char *day = origin_has_day(origin) ? origin->date : NULL;
    char sum[DIGEST_TEXT_SIZE];

    digest_text(buffer_string(&ofd->sums), ofd->sums.length, sum);
    buffer_printf(out, "<ofd:DocInfo><ofd:DocID>%.*s</ofd:DocID>",
        DOC_ID_LENGTH, sum);
    ofd_add_element(out, "Title", drawing->title);
    ofd_add_element(out, "Author", drawing->unit);
    ofd_add_element(out, "CreationDate", day);
    ofd_add_element(out, "ModDate", day);
    add_creator(out, origin->program);
    buffer_add_string(out, "<ofd:CustomDatas>");
    add_custom(out, "period", "", drawing->period);
    add_custom(out, "edition", "", drawing->edition);
    add_custom(out, "program", "", origin->program);
    add_custom(out, "source", "sha256:", origin->data_digest);
    buffer_add_string(out, "</ofd:CustomDatas></ofd:DocInfo>\n");
}

void ofd_entry_write(struct ofd *ofd)
{
    struct buffer out = BUFFER_EMPTY;

    buffer_add_string(&out, OFD_DECLARATION "<ofd:OFD " OFD_NAMESPACE
        " Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody>");
    add_info(ofd, &out);
    buffer_add_string(&out, "<ofd:DocRoot>" OFD_DOCUMENT "Document.xml"
        "</ofd:DocRoot></ofd:DocBody></ofd:OFD>\n");
    ofd_part(ofd, "OFD.xml", &out);
    buffer_free(&out);
}

/* --- the file ------------------------------------------------------------ */

static bool write_parts(struct ofd *ofd, struct findings *findings)
{
    if (!ofd_fonts_write(ofd, findings))
        return false;
    ofd_pages_write(ofd);
    ofd_document_write(ofd);
    ofd_entry_write(ofd);
    ofd->failed = ofd->failed || ofd->sums.failed;
    if (!ofd->failed)
        zip_add(&ofd->zip, OFD_DOCUMENT OFD_SUMS, ofd->sums.bytes,
            ofd->sums.length);
    return true;
}

bool ofd_print(const struct drawing *drawing, const struct origin *origin,
    struct buffer *out, struct findings *findings)
{
    struct ofd ofd = { .drawing = drawing, .origin = origin };
    size_t before = out->length;

    zip_start(&ofd.zip, NULL, out);
    bool good = write_parts(&ofd, findings);
    bool is_whole = zip_finish(&ofd.zip) && !ofd.failed;
    if (good && !is_whole)
        findings_out_of_memory(findings);
    ofd_fonts_free(&ofd);
    buffer_free(&ofd.sums);
    if (!good || !is_whole)
        buffer_cut(out, before);
    return good && is_whole;
}
