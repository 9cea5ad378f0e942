/*
 * Formats made by stylesheets: compiled once, applied once to a page model.
 */

#include "8_formats/sheets.h"

static const char *const paths[SHEET_COUNT] = {
    [SHEET_HTML] = "stylesheets/formats/html.xsl",
    [SHEET_WORD] = "stylesheets/formats/word.xsl",
};

static const struct stylesheet *open_sheet(struct rendering *rendering,
    enum sheet sheet)
{
    struct stylesheet **compiled = &rendering->formats->sheets[sheet];

    if (!*compiled)
        *compiled = stylesheet_compile(rendering->formats->resources,
            paths[sheet], rendering->findings);
    return *compiled;
}

xmlDocPtr sheet_result(struct rendering *rendering, enum sheet sheet)
{
    const struct stylesheet *compiled = open_sheet(rendering, sheet);
    xmlDocPtr *result = &rendering->results[sheet];

    if (compiled && !*result)
        *result = stylesheet_apply(compiled, rendering->source->documents,
            rendering->source->style, rendering->findings);
    return *result;
}

bool sheet_print(struct rendering *rendering, enum sheet sheet,
    struct buffer *out)
{
    const struct stylesheet *compiled = open_sheet(rendering, sheet);
    const struct format_source *source = rendering->source;

    return compiled && stylesheet_write(compiled, source->documents,
        source->style, out, rendering->findings);
}

void sheets_free_results(struct rendering *rendering)
{
    for (int k = 0; k < SHEET_COUNT; k++)
        if (rendering->results[k])
            xmlFreeDoc(rendering->results[k]);
}

void sheets_free(struct formats *formats)
{
    for (int k = 0; k < SHEET_COUNT; k++)
        stylesheet_free(formats->sheets[k]);
}
