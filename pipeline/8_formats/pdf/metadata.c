/* What the file says of itself: the information dictionary, and the same as
 * XMP (ISO 16684-1), which PDF/A reads. */

#include <string.h>

#include "0_base/escape.h"
#include "8_formats/layout/origin.h"
#include "8_formats/pdf/pdf_parts.h"

#define LANGUAGE "zh-CN"

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define DC "http://purl.org/dc/elements/1.1/"

/* Says for readers of PDF/A what the property is that names PDF/UA: the
 * standard does not know it (ISO 19005-2, 6.6.2.3.3). */
#define UA_SCHEMA \
    "<rdf:Description rdf:about=\"\"" \
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"" \
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"" \
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n" \
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n" \
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n" \
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/" \
    "</pdfaSchema:namespaceURI>\n" \
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n" \
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n" \
    "<pdfaProperty:name>part</pdfaProperty:name>\n" \
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n" \
    "<pdfaProperty:category>internal</pdfaProperty:category>\n" \
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>" \
    "\n</rdf:li></rdf:Seq></pdfaSchema:property>\n" \
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n" \
    "<rdf:Description rdf:about=\"\"" \
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n" \
    "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n"

/* --- the information dictionary ------------------------------------------- */

static void add_entry(struct buffer *out, const char *name, const char *text)
{
    if (!text)
        return;
    buffer_add_string(out, name);
    pdf_add_text(out, text);
}

uint32_t pdf_info_write(struct pdf *pdf)
{
    const struct origin *origin = pdf->origin;
    uint32_t number = objects_reserve(&pdf->objects, 1);
    struct buffer *out = objects_open(&pdf->objects, number);

    buffer_add_string(out, "<<");
    add_entry(out, "/Title", pdf->drawing->title);
    add_entry(out, "/Author", pdf->drawing->unit);
    add_entry(out, "/Creator", origin->program);
    add_entry(out, "/Producer", origin->program);
    if (origin_has_day(origin)) {
        const char *day = origin->date;
        buffer_printf(out, "/CreationDate(D:%.4s%.2s%.2s)"
            "/ModDate(D:%.4s%.2s%.2s)", day, day + 5, day + 8, day, day + 5,
            day + 8);
    }
    buffer_add_string(out, ">>");
    objects_close(&pdf->objects);
    return number;
}

/* --- XMP ------------------------------------------------------------------ */

/* An element with text in it, between what stands around the text. */
static void add_property(struct buffer *out, const char *name,
    const char *before, const char *text, const char *after)
{
    if (!text)
        return;
    buffer_printf(out, "<%s>%s", name, before);
    escape_add(out, text);
    buffer_printf(out, "%s</%s>\n", after, name);
}

/* Dublin Core, as XMP types each (ISO 16684-1, 8.3). */
static void add_dublin_core(const struct pdf *pdf, struct buffer *out)
{
    const struct drawing *drawing = pdf->drawing;
    struct buffer digest = BUFFER_EMPTY;

    buffer_add_string(out,
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"" DC "\">\n");
    add_property(out, "dc:format", "", "application/pdf", "");
    add_property(out, "dc:title",
        "<rdf:Alt><rdf:li xml:lang=\"x-default\">", drawing->title,
        "</rdf:li></rdf:Alt>");
    add_property(out, "dc:creator", "<rdf:Seq><rdf:li>", drawing->unit,
        "</rdf:li></rdf:Seq>");
    add_property(out, "dc:language", "<rdf:Bag><rdf:li>", LANGUAGE,
        "</rdf:li></rdf:Bag>");
    add_property(out, "dc:coverage", "", drawing->period, "");
    add_property(out, "dc:relation", "<rdf:Bag><rdf:li>", drawing->edition,
        "</rdf:li></rdf:Bag>");
    if (pdf->origin->data_digest) {
        buffer_printf(&digest, "sha256:%s", pdf->origin->data_digest);
        add_property(out, "dc:source", "", buffer_string(&digest), "");
    }
    buffer_add_string(out, "</rdf:Description>\n");
    out->failed = out->failed || digest.failed;
    buffer_free(&digest);
}

static void add_basic(const struct pdf *pdf, struct buffer *out)
{
    const char *date = origin_has_day(pdf->origin) ? pdf->origin->date : NULL;

    buffer_add_string(out, "<rdf:Description rdf:about=\"\""
        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n");
    add_property(out, "xmp:CreatorTool", "", pdf->origin->program, "");
    add_property(out, "xmp:CreateDate", "", date, "");
    add_property(out, "xmp:ModifyDate", "", date, "");
    add_property(out, "pdf:Producer", "", pdf->origin->program, "");
    buffer_add_string(out, "</rdf:Description>\n");
}

static void add_level(const struct pdf *pdf, struct buffer *out)
{
    bool is_1b = pdf->level == PDF_1B;

    buffer_printf(out, "<rdf:Description rdf:about=\"\""
        " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
        "<pdfaid:part>%s</pdfaid:part>\n"
        "<pdfaid:conformance>%s</pdfaid:conformance>\n"
        "</rdf:Description>\n", is_1b ? "1" : "2", is_1b ? "B" : "A");
    if (!is_1b)
        buffer_add_string(out, UA_SCHEMA);
}

uint32_t pdf_metadata_write(struct pdf *pdf)
{
    struct buffer xmp = BUFFER_EMPTY;
    uint32_t number = objects_reserve(&pdf->objects, 1);

    buffer_add_string(&xmp, "<?xpacket begin=\"\xEF\xBB\xBF\""
        " id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"" RDF "\">\n");
    add_level(pdf, &xmp);
    add_dublin_core(pdf, &xmp);
    add_basic(pdf, &xmp);
    buffer_add_string(&xmp, "</rdf:RDF>\n</x:xmpmeta>\n"
        "<?xpacket end=\"w\"?>");
    objects_stream(&pdf->objects, number, "/Type/Metadata/Subtype/XML", &xmp,
        STREAM_PLAIN);
    buffer_free(&xmp);
    return number;
}
