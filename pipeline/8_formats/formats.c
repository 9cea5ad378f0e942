#include "8_formats/formats.h"

#include <stdlib.h>
#include <string.h>

#include "7_forms/stylesheet.h"
#include "8_formats/package.h"

/* Formats that share a stylesheet share its result. */
enum sheet { SHEET_HTML, SHEET_WORD, SHEET_COUNT };

static const char *const sheets[SHEET_COUNT] = {
    [SHEET_HTML] = "stylesheets/formats/html.xsl",
    [SHEET_WORD] = "stylesheets/formats/word.xsl",
};

static const struct {
    const char *name, *extension;
    enum sheet sheet;
    bool zipped;                /* the parts of the Flat OPC as a ZIP */
} rows[FORMAT_COUNT] = {
    [FORMAT_HTML] = { "html", ".html", SHEET_HTML, false },
    [FORMAT_DOCX] = { "docx", ".docx", SHEET_WORD, true },
    [FORMAT_FLAT_OPC] = { "flat-opc", ".xml", SHEET_WORD, false },
};

struct formats {
    struct stylesheet *compiled[SHEET_COUNT];   /* NULL: not wanted */
};

const char *format_name(enum format format)
{
    return rows[format].name;
}

const char *format_extension(enum format format)
{
    return rows[format].extension;
}

bool format_parse(const char *name, size_t length, enum format *format)
{
    for (int k = 0; k < FORMAT_COUNT; k++) {
        if (strlen(rows[k].name) == length
            && memcmp(rows[k].name, name, length) == 0) {
            *format = (enum format)k;
            return true;
        }
    }
    return false;
}

static bool needs(format_set wanted, enum sheet sheet)
{
    for (int k = 0; k < FORMAT_COUNT; k++)
        if ((wanted & FORMAT_SET(k)) && rows[k].sheet == sheet)
            return true;
    return false;
}

struct formats *formats_load(const struct resources *resources,
    format_set wanted, struct findings *findings)
{
    struct formats *formats = calloc(1, sizeof *formats);

    if (!formats) {
        findings_out_of_memory(findings);
        return NULL;
    }
    for (int k = 0; k < SHEET_COUNT; k++) {
        if (!needs(wanted, (enum sheet)k))
            continue;
        formats->compiled[k] = stylesheet_compile(resources, sheets[k],
            findings);
        if (!formats->compiled[k]) {
            formats_free(formats);
            return NULL;
        }
    }
    return formats;
}

void formats_free(struct formats *formats)
{
    if (!formats)
        return;
    for (int k = 0; k < SHEET_COUNT; k++)
        stylesheet_free(formats->compiled[k]);
    free(formats);
}

/* Every format that wants the sheet's result. */
static bool print_result(const struct stylesheet *compiled, enum sheet sheet,
    format_set wanted, xmlDocPtr result, struct buffer *outputs,
    struct findings *findings)
{
    for (int k = 0; k < FORMAT_COUNT; k++) {
        if (!(wanted & FORMAT_SET(k)) || rows[k].sheet != sheet)
            continue;
        if (rows[k].zipped) {
            if (!package_zip(result, &outputs[k], findings))
                return false;
        } else if (!stylesheet_print(compiled, result, &outputs[k])) {
            findings_out_of_memory(findings);
            return false;
        }
    }
    return true;
}

bool formats_render(const struct formats *formats, format_set wanted,
    xmlDocPtr documents, struct print_style style, struct buffer *outputs,
    struct findings *findings)
{
    bool good = true;

    for (int k = 0; good && k < SHEET_COUNT; k++) {
        if (!needs(wanted, (enum sheet)k))
            continue;
        xmlDocPtr result = stylesheet_apply(formats->compiled[k], documents,
            style, findings);
        if (!result)
            return false;
        good = print_result(formats->compiled[k], (enum sheet)k, wanted,
            result, outputs, findings);
        xmlFreeDoc(result);
    }
    return good;
}
