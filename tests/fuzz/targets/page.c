/*
 * A page model: laid out, and printed as PDF and OFD.
 */

#include <libxml/parser.h>

#include "../fuzz.h"
#include "8_formats/layout/layout.h"
#include "8_formats/ofd/ofd.h"
#include "8_formats/pdf/pdf.h"

static struct typography *typography;
static struct fonts *fonts;

static void open_once(struct findings *findings)
{
    static const struct resources built_in;
    static const struct font_options options;

    if (fonts)
        return;
    typography = typography_read(&built_in, findings);
    fuzz_need(typography != NULL, "the typography can be read");
    fonts = fonts_new(typography, &options);
    fuzz_need(fonts != NULL, "there are fonts");
}

static void print(const struct drawing *drawing, struct findings *findings)
{
    static const struct origin origin = {
        "jixiao", "0123456789abcdef", "2024-12-31"
    };
    struct buffer pdf = BUFFER_EMPTY, ofd = BUFFER_EMPTY;

    fuzz_need(pdf_print(drawing, PDF_2A, &origin, &pdf, findings)
        && pdf_print(drawing, PDF_1B, &origin, &pdf, findings)
        && ofd_print(drawing, &origin, &ofd, findings),
        "what is drawn can be printed");
    buffer_free(&pdf);
    buffer_free(&ofd);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct findings *findings = findings_new();
    struct drawing *drawing;
    xmlDocPtr doc;

    fuzz_setup();
    open_once(findings);
    doc = size > 0 ? xmlReadMemory((const char *)bytes, (int)size, NULL, NULL,
        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING) : NULL;
    if (doc && xmlDocGetRootElement(doc)) {
        fonts_begin(fonts);
        drawing = layout_draw(doc, typography, fonts, findings);
        fuzz_need(drawing || findings_count(findings) > 0,
            "what cannot be drawn is told");
        fonts_report(fonts, findings);
        if (drawing)
            print(drawing, findings);
        drawing_free(drawing);
    }
    fuzz_look(findings);
    xmlFreeDoc(doc);
    findings_free(findings);
    return 0;
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t room,
    unsigned seed)
{
    return fuzz_shape_xml(bytes, size, room, seed);
}
