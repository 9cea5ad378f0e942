/* The table of formats; renders a page model in those that are asked for. */

#include "8_formats/formats.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/listed.h"
#include "8_formats/ofd/ofd.h"
#include "8_formats/package.h"
#include "8_formats/sheets.h"

static bool render_sheet(struct rendering *rendering, enum sheet sheet,
    struct buffer *out)
{
    const struct buffer *result = sheet_result(rendering, sheet);

    if (!result)
        return false;
    buffer_add(out, buffer_string(result), result->length);
    if (out->failed)
        findings_out_of_memory(rendering->findings);
    return !out->failed;
}

static bool render_html(struct rendering *rendering, struct buffer *out)
{
    return render_sheet(rendering, SHEET_HTML, out);
}

/* The parts of the Flat OPC as a ZIP. */
static bool render_docx(struct rendering *rendering, struct buffer *out)
{
    const struct buffer *parts = sheet_result(rendering, SHEET_WORD);

    return parts && package_zip(parts, &rendering->formats->packings, out,
        rendering->findings);
}

static bool render_flat_opc(struct rendering *rendering, struct buffer *out)
{
    return render_sheet(rendering, SHEET_WORD, out);
}

static bool render_pdf(struct rendering *rendering, struct buffer *out)
{
    const struct drawing *drawing = paper_drawing(rendering);

    return drawing && pdf_print(drawing, rendering->formats->options->level,
        &rendering->source->origin, out, rendering->findings);
}

static bool render_ofd(struct rendering *rendering, struct buffer *out)
{
    const struct drawing *drawing = paper_drawing(rendering);

    return drawing && ofd_print(drawing, &rendering->source->origin, out,
        rendering->findings);
}

const struct format_row format_rows[FORMAT_COUNT] = {
    [FORMAT_HTML] = { "html", ".html", true, false, false,
        PHRASE_FORMAT_HTML, render_html },
    [FORMAT_DOCX] = { "docx", ".docx", true, false, true,
        PHRASE_FORMAT_DOCX, render_docx },
    [FORMAT_PDF] = { "pdf", ".pdf", true, true, false,
        PHRASE_FORMAT_PDF, render_pdf },
    [FORMAT_OFD] = { "ofd", ".ofd", false, true, false,
        PHRASE_FORMAT_OFD, render_ofd },
    [FORMAT_FLAT_OPC] = { "flat-opc", ".xml", false, false, true,
        PHRASE_FORMAT_FLAT_OPC, render_flat_opc },
};

static format_set usual_formats(void)
{
    format_set usual = 0;

    for (int k = 0; k < FORMAT_COUNT; k++)
        if (format_rows[k].usual)
            usual |= FORMAT_SET(k);
    return usual;
}

/* The format of a name with the given length; none for an unknown one. */
static format_set find_format(const char *name, size_t length)
{
    for (int k = 0; k < FORMAT_COUNT; k++)
        if (strlen(format_rows[k].name) == length
            && memcmp(format_rows[k].name, name, length) == 0)
            return FORMAT_SET(k);
    return 0;
}

static void report_unknown(const char *name, size_t length,
    struct findings *findings)
{
    struct buffer copy = BUFFER_EMPTY, allowed = BUFFER_EMPTY;

    buffer_add(&copy, name, length);
    for (int k = 0; k < FORMAT_COUNT; k++)
        listed_add(&allowed, format_rows[k].name);
    if (copy.failed || allowed.failed)
        findings_out_of_memory(findings);
    else
        findings_add(findings, CATALOGUE_FORMAT_UNKNOWN,
            (struct place){ 0, 0 }, NULL, "name", buffer_string(&copy),
            "allowed", buffer_string(&allowed), NULL);
    buffer_free(&copy);
    buffer_free(&allowed);
}

bool formats_parse(const char *list, format_set *formats,
    struct findings *findings)
{
    *formats = list ? 0 : usual_formats();
    while (list) {
        size_t length = strcspn(list, ",");
        format_set found = find_format(list, length);
        if (!found) {
            report_unknown(list, length, findings);
            return false;
        }
        *formats |= found;
        list = list[length] ? list + length + 1 : NULL;
    }
    return true;
}

format_set formats_paged(format_set formats)
{
    for (int k = 0; k < FORMAT_COUNT; k++)
        if (!format_rows[k].is_paged)
            formats &= ~FORMAT_SET(k);
    return formats;
}

struct formats *formats_new(const struct resources *resources,
    const struct format_options *options)
{
    struct formats *formats = calloc(1, sizeof *formats);

    if (formats) {
        formats->resources = resources;
        formats->options = options;
    }
    return formats;
}

void formats_free(struct formats *formats)
{
    if (formats) {
        sheets_free(formats);
        paper_free(&formats->paper);
        packings_free(&formats->packings);
    }
    free(formats);
}

void formats_begin(struct formats *formats)
{
    if (formats->paper.fonts)
        fonts_begin(formats->paper.fonts);
}

static bool render_each(struct rendering *rendering, format_set wanted,
    struct buffer *outputs)
{
    bool good = true;

    for (int k = 0; good && k < FORMAT_COUNT; k++)
        if (wanted & FORMAT_SET(k))
            good = format_rows[k].render(rendering, &outputs[k]);
    return good;
}

bool formats_render(struct formats *formats, format_set wanted,
    const struct format_source *source, struct buffer *outputs,
    struct findings *findings)
{
    struct rendering rendering = { .formats = formats, .source = source,
        .findings = findings };
    format_set paged = formats_paged(wanted);
    bool good = render_each(&rendering, wanted & ~paged, outputs);

    sheets_free_results(&rendering);
    good = good && render_each(&rendering, paged, outputs);
    if (good && source->use && !paper_note_use(rendering.drawing,
            source->use)) {
        findings_out_of_memory(findings);
        good = false;
    }
    drawing_free(rendering.drawing);
    return good;
}
