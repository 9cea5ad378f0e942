/* The parts of a Flat OPC document as a ZIP package. */

#include "8_formats/package.h"

#include <string.h>
#include <strings.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlsave.h>
#include <nettle/base64.h>

#include "0_base/escape.h"
#include "8_formats/zip.h"

#define PKG "http://schemas.microsoft.com/office/2006/xmlPackage"
#define TYPES "http://schemas.openxmlformats.org/package/2006/content-types"
#define RELATIONSHIPS \
    "application/vnd.openxmlformats-package.relationships+xml"
#define DECLARATION \
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

static bool is_pkg(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && node->ns
        && strcmp((const char *)node->ns->href, PKG) == 0
        && strcmp((const char *)node->name, name) == 0;
}

static xmlNodePtr find_pkg(xmlNodePtr parent, const char *name)
{
    for (xmlNodePtr node = parent->children; node; node = node->next)
        if (is_pkg(node, name))
            return node;
    return NULL;
}

/* The text of an attribute that stylesheets write in one piece. */
static const char *find_attribute(const xmlNode *part, const char *name)
{
    const xmlAttr *found = xmlHasNsProp((xmlNodePtr)part,
        (const xmlChar *)name, (const xmlChar *)PKG);
    const xmlNode *text = found ? found->children : NULL;

    return text && text->content && !text->next
        ? (const char *)text->content : NULL;
}

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
static bool is_named_before(const xmlNode *part, const char *name)
{
    for (const xmlNode *other = part->prev; other; other = other->prev) {
        const char *taken = is_pkg(other, "part")
            ? find_attribute(other, "name") : NULL;
        if (taken && strcasecmp(taken, name) == 0)
            return true;
    }
    return false;
}

/* [Content_Types].xml, 6.2.3: relationships by their extension, every other
 * part by its name. */
static void print_types(const xmlNode *package, struct buffer *out)
{
    buffer_add_string(out, DECLARATION "<Types xmlns=\"" TYPES "\">"
        "<Default Extension=\"rels\" ContentType=\"" RELATIONSHIPS "\"/>");
    for (const xmlNode *part = package->children; part; part = part->next) {
        if (!is_pkg(part, "part"))
            continue;
        const char *name = find_attribute(part, "name");
        const char *type = find_attribute(part, "contentType");
        if (ends_with(name, ".rels"))
            continue;
        buffer_add_string(out, "<Override PartName=\"");
        escape_add(out, name);
        buffer_add_string(out, "\" ContentType=\"");
        escape_add(out, type);
        buffer_add_string(out, "\"/>");
    }
    buffer_add_string(out, "</Types>");
}

static int write_to_buffer(void *context, const char *bytes, int length)
{
    struct buffer *out = context;

    buffer_add(out, bytes, (size_t)length);
    return length;              /* a failure would be printed; out has it */
}

static bool print_node(xmlNodePtr node, struct buffer *out)
{
    xmlOutputBufferPtr output = xmlOutputBufferCreateIO(write_to_buffer, NULL,
        out, NULL);

    if (!output)
        return false;
    xmlNodeDumpOutput(output, node->doc, node, 0, 0, "UTF-8");
    return xmlOutputBufferClose(output) >= 0 && !out->failed;
}

/* Declarations that an element inherits and its part would lose. */
static bool print_inherited(xmlNodePtr element, struct buffer *out)
{
    xmlNsPtr *scope = xmlGetNsList(element->doc, element);

    if (!scope)                 /* pkg: itself is in scope */
        return false;
    for (size_t k = 0; scope[k]; k++) {
        const xmlNs *own = element->nsDef;
        while (own && own != scope[k])
            own = own->next;
        if (own || strcmp((const char *)scope[k]->href, PKG) == 0)
            continue;
        buffer_add_string(out, scope[k]->prefix ? " xmlns:" : " xmlns");
        if (scope[k]->prefix)
            buffer_add_string(out, (const char *)scope[k]->prefix);
        buffer_add_string(out, "=\"");
        escape_add(out, (const char *)scope[k]->href);
        buffer_add_char(out, '"');
    }
    xmlFree(scope);
    return !out->failed;
}

/* The one element below pkg:xmlData, as a document of its own. */
static bool print_xml(const xmlNode *data, struct buffer *out)
{
    xmlNodePtr root = xmlFirstElementChild((xmlNodePtr)data);
    struct buffer element = BUFFER_EMPTY;
    bool good = root && print_node(root, &element);

    if (good) {
        const char *text = buffer_string(&element);
        size_t name = strcspn(text, " />");
        buffer_add_string(out, DECLARATION);
        buffer_add(out, text, name);
        good = print_inherited(root, out);
        buffer_add(out, text + name, element.length - name);
    }
    buffer_free(&element);
    return good && !out->failed;
}

/* pkg:binaryData: base64 (RFC 4648, 4) with line ends. */
static bool print_binary(const xmlNode *data, struct buffer *out)
{
    struct base64_decode_ctx decoder;
    uint8_t bytes[3 * 1024];

    base64_decode_init(&decoder);
    for (const xmlNode *text = data->children; text; text = text->next) {
        const char *at = (const char *)text->content;
        size_t left = at ? strlen(at) : 0;
        while (left > 0) {
            size_t length = left < 4096 ? left : 4096;
            size_t size = sizeof bytes;
            if (!base64_decode_update(&decoder, &size, bytes, length, at))
                return false;
            buffer_add(out, bytes, size);
            at += length;
            left -= length;
        }
    }
    return base64_decode_final(&decoder);       /* out is sticky */
}

static bool is_part(const xmlNode *part)
{
    const char *name = find_attribute(part, "name");
    xmlNodePtr data = find_pkg((xmlNodePtr)part, "xmlData");

    return is_part_name(name) && !is_named_before(part, name)
        && find_attribute(part, "contentType")
        && (data ? xmlChildElementCount(data) == 1
        : find_pkg((xmlNodePtr)part, "binaryData") != NULL);
}

/* The first part that no package can hold, or the root if it is no package. */
static const xmlNode *find_fault(const xmlNode *package)
{
    if (!package || !is_pkg(package, "package")
        || !find_pkg((xmlNodePtr)package, "part"))
        return package;
    for (const xmlNode *part = package->children; part; part = part->next)
        if (is_pkg(part, "part") && !is_part(part))
            return part;
    return NULL;
}

static void report_malformed_part(const xmlNode *fault,
    struct findings *findings)
{
    const char *name = fault ? find_attribute(fault, "name") : NULL;

    findings_add(findings, CATALOGUE_PACKAGE_MALFORMED,
        (struct place){ 0, 0 }, NULL, "part", name ? name : "/", NULL);
}

/* Whether base64 is well-formed shows only when it is decoded. */
static bool add_part(const xmlNode *part, struct zip *zip,
    struct buffer *scratch, struct findings *findings)
{
    xmlNodePtr data = find_pkg((xmlNodePtr)part, "xmlData");

    buffer_clear(scratch);
    if (data) {
        if (!print_xml(data, scratch)) {
            findings_out_of_memory(findings);
            return false;
        }
    } else {
        data = find_pkg((xmlNodePtr)part, "binaryData");
        if (!print_binary(data, scratch)) {
            report_malformed_part(part, findings);
            return false;
        }
    }
    zip_add(zip, find_attribute(part, "name") + 1, buffer_string(scratch),
        scratch->length);
    return true;
}

bool package_zip(xmlDocPtr flat_opc, struct buffer *out,
    struct findings *findings)
{
    const xmlNode *package = xmlDocGetRootElement(flat_opc);
    const xmlNode *fault = find_fault(package);
    struct buffer scratch = BUFFER_EMPTY;
    struct zip zip;

    if (!package || fault) {
        report_malformed_part(fault, findings);
        return false;
    }

    bool good = true;
    zip_start(&zip, NULL, out);
    print_types(package, &scratch);
    zip_add(&zip, "[Content_Types].xml", buffer_string(&scratch),
        scratch.length);
    for (const xmlNode *part = package->children; good && part;
        part = part->next)
        if (is_pkg(part, "part"))
            good = add_part(part, &zip, &scratch, findings);
    bool written = zip_finish(&zip);
    if (good && (!written || scratch.failed)) {
        findings_out_of_memory(findings);
        good = false;
    }
    buffer_free(&scratch);
    return good;
}
