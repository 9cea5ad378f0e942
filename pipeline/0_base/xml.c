/* XML files of the program, parsed without looking at anything else. */

#include "0_base/xml.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "0_base/buffer.h"
#include "0_base/fault.h"
#include "0_base/xml_memory.h"

static const struct {
    int code;
    const char *zh;
} faults[] = {
#define F(code, zh) { code, zh },
#include "0_base/xml_faults.def"
#undef F
};

/* What libxml2 has found, in Chinese. */
static void add_fault(const xmlError *error, struct buffer *out)
{
    for (size_t k = 0; k < sizeof faults / sizeof *faults; k++) {
        if (error && faults[k].code == error->code) {
            buffer_add_string(out, faults[k].zh);
            return;
        }
    }
    buffer_printf(out, "XML 1.0（libxml2 %d）", error ? error->code : 0);
}

/* Takes the message of libxml2 without the newline at its end. */
static void report_malformed_file(struct findings *findings, const char *path,
    const xmlError *error)
{
    struct buffer reason = BUFFER_EMPTY, reason_en = BUFFER_EMPTY;
    const char *message = error && error->message ? error->message : "";
    int line = error ? error->line : 0;

    buffer_printf(&reason, "%d: ", line);
    add_fault(error, &reason);
    buffer_printf(&reason_en, "%d: %.*s", line, (int)strcspn(message, "\n"),
        message);
    findings_add(findings, CATALOGUE_RESOURCE_MALFORMED,
        (struct place){ 0, 0 }, NULL, "path", path,
        "reason", buffer_string(&reason),
        "reason_en", buffer_string(&reason_en), NULL);
    if (reason.failed || reason_en.failed)
        findings_out_of_memory(findings);
    buffer_free(&reason);
    buffer_free(&reason_en);
}

/* Options that would read an entity, a DTD or an included file; no caller gets
 * them. */
#define FOLLOWING (XML_PARSE_NOENT | XML_PARSE_DTDLOAD | XML_PARSE_DTDATTR \
    | XML_PARSE_DTDVALID | XML_PARSE_XINCLUDE)

/* Keeps the first error that ends the parsing: those behind it follow from
 * it. */
static void note_first(void *user, xmlErrorPtr error)
{
    xmlParserCtxtPtr parser = user;
    xmlErrorPtr first = parser->_private;

    if (error->level == XML_ERR_FATAL && first->code == XML_ERR_OK)
        xmlCopyError(error, first);
}

static xmlDocPtr parse(const char *bytes, size_t length, const char *path,
    xmlDictPtr dictionary, int options, struct findings *findings)
{
    unsigned long before = xml_memory_lacked();
    struct xml_hush hush = xml_hush();
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    struct buffer address = BUFFER_EMPTY;
    xmlError first = { .code = XML_ERR_OK };
    xmlDocPtr doc = NULL;

    buffer_add_string(&address, XML_SCHEME);
    buffer_add_string(&address, path);
    if (!parser || address.failed) {
        findings_out_of_memory(findings);
        goto out;
    }
    if (dictionary) {
        xmlDictFree(parser->dict);
        parser->dict = dictionary;
        xmlDictReference(dictionary);
    }
    parser->_private = &first;
    parser->sax->serror = note_first;
    doc = xmlCtxtReadMemory(parser, bytes, (int)length,
        buffer_string(&address), NULL,
        (options & ~FOLLOWING) | XML_PARSE_NONET | XML_PARSE_NOERROR
            | XML_PARSE_NOWARNING);
    if (xml_memory_lacked() != before) {
        findings_out_of_memory(findings);
        xmlFreeDoc(doc);
        doc = NULL;
    } else if (!doc) {
        report_malformed_file(findings, path, first.code != XML_ERR_OK
            ? &first : xmlCtxtGetLastError(parser));
    }
out:
    xmlResetError(&first);
    xml_unhush(hush);
    buffer_free(&address);
    if (parser)
        xmlFreeParserCtxt(parser);
    return doc;
}

xmlDocPtr xml_load_with(const struct resources *resources, const char *path,
    xmlDictPtr dictionary, int options, struct findings *findings)
{
    size_t length;
    char reason[FAULT_TEXT_SIZE];
    char *bytes = resource_load(resources, path, &length);
    xmlDocPtr doc = NULL;

    if (bytes)
        doc = parse(bytes, length, path, dictionary, options, findings);
    else if (errno == ENOMEM)
        findings_out_of_memory(findings);
    else
        findings_add(findings, CATALOGUE_RESOURCE_MISSING,
            (struct place){ 0, 0 }, NULL, "path", path,
            "reason", fault_text(errno, reason), NULL);
    free(bytes);
    return doc;
}

xmlDocPtr xml_load(const struct resources *resources, const char *path,
    struct findings *findings)
{
    return xml_load_with(resources, path, NULL, 0, findings);
}
