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

const struct buffer *sheet_result(struct rendering *rendering,
    enum sheet sheet)
{
    const struct stylesheet *compiled = open_sheet(rendering, sheet);
    const struct format_source *source = rendering->source;
    struct buffer *result = &rendering->results[sheet];

    return compiled && (result->length > 0 || stylesheet_write(compiled,
        source->documents, source->style, result, rendering->findings))
        ? result : NULL;
}

void sheets_free_results(struct rendering *rendering)
{
    for (int k = 0; k < SHEET_COUNT; k++)
        buffer_free(&rendering->results[k]);
}

void sheets_free(struct formats *formats)
{
    for (int k = 0; k < SHEET_COUNT; k++)
        stylesheet_free(formats->sheets[k]);
}
