/* The parts of a Flat OPC document as a ZIP package. */

#include "8_formats/package.h"

#include <string.h>
#include <strings.h>
#include <libxml/parser.h>
#include <nettle/base64.h>

#include "0_base/escape.h"
#include "0_base/xml_memory.h"
#include "8_formats/flat_opc.h"

#define TYPES "http://schemas.openxmlformats.org/package/2006/content-types"
#define RELATIONSHIPS \
    "application/vnd.openxmlformats-package.relationships+xml"
#define DECLARATION \
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), end_length = strlen(end);

    return length >= end_length
        && strcasecmp(text + length - end_length, end) == 0;
}

/* ISO/IEC 29500-2, 6.2.2: /segments, none empty nor ending with a dot. */
static bool is_part_name(const char *name)
{
    if (!name || name[0] != '/')
        return false;
    while (*name == '/') {
        size_t length = strcspn(++name, "/");
        if (length == 0 || name[length - 1] == '.'
            || strcspn(name, "\\:") < length)
            return false;
        name += length;
    }
    return true;
}

/* Names that differ in letter case only would be one file. */
static bool is_named_before(const struct flat_opc *opc,
    const struct flat_part *part)
{
    for (const struct flat_part *other = opc->parts; other < part; other++)
        if (other->name && strcasecmp(other->name, part->name) == 0)
            return true;
    return false;
}

static bool is_part(const struct flat_opc *opc, const struct flat_part *part)
{
    return is_part_name(part->name) && !is_named_before(opc, part)
        && part->type
        && (part->has_xml ? part->elements == 1 : part->has_binary);
}

/* The first part that no package can hold. */
static const struct flat_part *find_fault(const struct flat_opc *opc)
{
    for (size_t k = 0; k < opc->count; k++)
        if (!is_part(opc, &opc->parts[k]))
            return &opc->parts[k];
    return NULL;
}

/* [Content_Types].xml, 6.2.3: relationships by their extension, every other
 * part by its name. */
static void print_types(const struct flat_opc *opc, struct buffer *out)
{
    buffer_add_string(out, DECLARATION "<Types xmlns=\"" TYPES "\">"
        "<Default Extension=\"rels\" ContentType=\"" RELATIONSHIPS "\"/>");
    for (size_t k = 0; k < opc->count; k++) {
        const struct flat_part *part = &opc->parts[k];
        if (ends_with(part->name, ".rels"))
            continue;
        buffer_add_string(out, "<Override PartName=\"");
        escape_add(out, part->name);
        buffer_add_string(out, "\" ContentType=\"");
        escape_add(out, part->type);
        buffer_add_string(out, "\"/>");
    }
    buffer_add_string(out, "</Types>");
}

/* The one element below pkg:xmlData, as a document of its own. */
static void print_xml(const struct flat_part *part, struct buffer *out)
{
    buffer_add_string(out, DECLARATION);
    buffer_add(out, part->start.at, part->start.length);
    buffer_add(out, buffer_string(&part->inherited), part->inherited.length);
    buffer_add(out, part->rest.at, part->rest.length);
}

/* pkg:binaryData: base64 (RFC 4648, 4) with line ends. */
static bool print_binary(const struct flat_part *part, struct buffer *out)
{
    struct base64_decode_ctx decoder;
    uint8_t bytes[3 * 1024];
    const char *at = part->binary.at;
    size_t left = part->binary.length;

    base64_decode_init(&decoder);
    while (left > 0) {
        size_t length = left < 4096 ? left : 4096;
        size_t size = sizeof bytes;
        if (!base64_decode_update(&decoder, &size, bytes, length, at))
            return false;
        buffer_add(out, bytes, size);
        at += length;
        left -= length;
    }
    return base64_decode_final(&decoder);       /* out is sticky */
}

static void report_malformed_part(const struct flat_part *fault,
    struct findings *findings)
{
    findings_add(findings, CATALOGUE_PACKAGE_MALFORMED,
        (struct place){ 0, 0 }, NULL, "part",
        fault && fault->name ? fault->name : "/", NULL);
}

/* Whether base64 is well-formed shows only when it is decoded. */
static bool add_part(const struct flat_part *part, struct zip *zip,
    struct buffer *scratch, struct findings *findings)
{
    bool good = true;

    buffer_clear(scratch);
    if (part->has_xml)
        print_xml(part, scratch);
    else
        good = print_binary(part, scratch);
    if (!good)
        report_malformed_part(part, findings);
    else
        zip_add(zip, part->name + 1, buffer_string(scratch),
            scratch->length);
    return good;
}

static bool add_parts(const struct flat_opc *opc, struct zip *zip,
    struct buffer *scratch, struct findings *findings)
{
    print_types(opc, scratch);
    zip_add(zip, "[Content_Types].xml", buffer_string(scratch),
        scratch->length);
    for (size_t k = 0; k < opc->count; k++)
        if (!add_part(&opc->parts[k], zip, scratch, findings))
            return false;
    return true;
}

static bool pack(const struct flat_opc *opc, struct packings *packings,
    struct buffer *out, struct findings *findings)
{
    struct buffer scratch = BUFFER_EMPTY;
    struct zip zip;

    zip_start(&zip, packings, out);
    bool good = add_parts(opc, &zip, &scratch, findings);
    bool written = zip_finish(&zip);
    if (good && (!written || scratch.failed)) {
        findings_out_of_memory(findings);
        good = false;
    }
    buffer_free(&scratch);
    return good;
}

static bool zip_utf8(const struct buffer *flat, struct packings *packings,
    struct buffer *out, struct findings *findings)
{
    struct flat_opc opc;
    bool good = flat_opc_read(&opc, buffer_string(flat), flat->length);
    const struct flat_part *fault = find_fault(&opc);

    if (opc.failed)
        findings_out_of_memory(findings);
    else if (!good || fault || opc.count == 0)
        report_malformed_part(fault, findings);
    good = good && !fault && opc.count > 0
        && pack(&opc, packings, out, findings);
    flat_opc_free(&opc);
    return good;
}

/* Whether an XML document says that it is so, or says nothing. */
static bool is_utf8(const struct buffer *document)
{
    static const char head[] = "<?xml", said[] = "encoding=\"UTF-8\"";
    const char *text = buffer_string(document);
    const char *end = strstr(text, "?>");
    const char *encoding = strstr(text, "encoding=");

    if (strncmp(text, head, sizeof head - 1) != 0)
        return *text == '<';
    return !encoding || !end || encoding > end
        || strncmp(encoding, said, sizeof said - 1) == 0;
}

/* What a stylesheet has in another encoding; false where it cannot be read. */
static bool recode(const struct buffer *document, struct buffer *out)
{
    xmlDocPtr doc = xmlReadMemory(buffer_string(document),
        (int)document->length, NULL, NULL, XML_PARSE_NOERROR
        | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_HUGE);
    xmlChar *bytes = NULL;
    int length = 0;

    if (doc)
        xmlDocDumpMemoryEnc(doc, &bytes, &length, "UTF-8");
    if (bytes)
        buffer_add(out, bytes, (size_t)length);
    xmlFree(bytes);
    xmlFreeDoc(doc);
    return bytes != NULL;
}

bool package_zip(const struct buffer *flat_opc, struct packings *packings,
    struct buffer *out, struct findings *findings)
{
    struct buffer recoded = BUFFER_EMPTY;
    unsigned long lacked = xml_memory_lacked();

    if (is_utf8(flat_opc))
        return zip_utf8(flat_opc, packings, out, findings);
    bool is_recoded = recode(flat_opc, &recoded);
    bool has_memory = xml_memory_lacked() == lacked && !recoded.failed;
    if (!has_memory)
        findings_out_of_memory(findings);
    bool good = has_memory && zip_utf8(is_recoded ? &recoded : flat_opc,
        packings, out, findings);
    buffer_free(&recoded);
    return good;
}
