/*
 * The styles of a workbook, one for each of enum book_style.
 */

#include "0_base/buffer.h"
#include "16_sheet/xlsx_parts.h"

enum font { FONT_PLAIN, FONT_BOLD, FONT_TITLE, FONT_SMALL };
enum fill { FILL_NONE, FILL_GREY, FILL_INPUT, FILL_HEAD, FILL_DERIVED };
enum number_format {
    NUMBER_GENERAL = 0,
    NUMBER_TWO = 2,             /* 0.00, ECMA-376-1, 18.8.30 */
    NUMBER_WORDS = 49,          /* @ */
    NUMBER_OWN = 164,           /* the first of our own */
    NUMBER_DATE = 169
};

struct style {
    enum number_format format;
    enum font font;
    enum fill fill;
    bool has_border, is_wrapped;
    const char *across;         /* NULL: by the kind of value */
};

static const struct style styles[BOOK_STYLE_COUNT] = {
    [BOOK_PLAIN] = { .font = FONT_PLAIN },
    [BOOK_TITLE] = { .font = FONT_TITLE },
    [BOOK_HEADING] = { .font = FONT_BOLD },
    [BOOK_HEAD] = { .font = FONT_BOLD, .fill = FILL_HEAD,
        .has_border = true, .is_wrapped = true, .across = "center" },
    [BOOK_LABEL] = { .has_border = true, .is_wrapped = true },
    [BOOK_NOTE] = { .font = FONT_SMALL, .is_wrapped = true },
    [BOOK_TEXT] = { .format = NUMBER_WORDS, .fill = FILL_INPUT,
        .has_border = true, .is_wrapped = true },
    [BOOK_DATE] = { .format = NUMBER_DATE, .fill = FILL_INPUT,
        .has_border = true, .across = "left" },
    [BOOK_FIGURE] = { .fill = FILL_INPUT, .has_border = true },
    [BOOK_FIGURE + 1] = { NUMBER_OWN, .fill = FILL_INPUT,
        .has_border = true },
    [BOOK_FIGURE + 2] = { NUMBER_TWO, .fill = FILL_INPUT,
        .has_border = true },
    [BOOK_FIGURE + 3] = { NUMBER_OWN + 1, .fill = FILL_INPUT,
        .has_border = true },
    [BOOK_FIGURE + 4] = { NUMBER_OWN + 2, .fill = FILL_INPUT,
        .has_border = true },
    [BOOK_FIGURE + 5] = { NUMBER_OWN + 3, .fill = FILL_INPUT,
        .has_border = true },
    [BOOK_FIGURE_LAST] = { NUMBER_OWN + 4, .fill = FILL_INPUT,
        .has_border = true },
    [BOOK_DERIVED] = { .fill = FILL_DERIVED, .has_border = true,
        .is_wrapped = true },
};

static const char beginning[] = XLSX_XML "<styleSheet xmlns=\"" XLSX_MAIN
    "\"><numFmts count=\"6\">"
    "<numFmt numFmtId=\"164\" formatCode=\"0.0\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"0.000\"/>"
    "<numFmt numFmtId=\"166\" formatCode=\"0.0000\"/>"
    "<numFmt numFmtId=\"167\" formatCode=\"0.00000\"/>"
    "<numFmt numFmtId=\"168\" formatCode=\"0.000000\"/>"
    "<numFmt numFmtId=\"169\" formatCode=\"yyyy&quot;年&quot;m&quot;"
    "月&quot;d&quot;日&quot;\"/></numFmts><fonts count=\"4\">"
    "<font><sz val=\"11\"/><name val=\"宋体\"/></font>"
    "<font><b/><sz val=\"11\"/><name val=\"宋体\"/></font>"
    "<font><b/><sz val=\"16\"/><name val=\"宋体\"/></font>"
    "<font><sz val=\"9\"/><color rgb=\"FF666666\"/>"
    "<name val=\"宋体\"/></font></fonts><fills count=\"5\">"
    "<fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill>"
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFFBE6\"/>"
    "</patternFill></fill>"
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE3EAF2\"/>"
    "</patternFill></fill>"
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFF0F0F0\"/>"
    "</patternFill></fill></fills><borders count=\"2\">"
    "<border><left/><right/><top/><bottom/><diagonal/></border><border>"
    "<left style=\"thin\"><color rgb=\"FFBFBFBF\"/></left>"
    "<right style=\"thin\"><color rgb=\"FFBFBFBF\"/></right>"
    "<top style=\"thin\"><color rgb=\"FFBFBFBF\"/></top>"
    "<bottom style=\"thin\"><color rgb=\"FFBFBFBF\"/></bottom>"
    "<diagonal/></border></borders><cellStyleXfs count=\"1\">"
    "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
    "</cellStyleXfs>";

static void add_style(struct buffer *out, const struct style *style)
{
    buffer_printf(out, "<xf numFmtId=\"%d\" fontId=\"%d\" fillId=\"%d\" "
        "borderId=\"%d\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" "
        "applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment",
        (int)style->format, (int)style->font, (int)style->fill,
        style->has_border ? 1 : 0);
    if (style->across)
        buffer_printf(out, " horizontal=\"%s\"", style->across);
    buffer_printf(out, " vertical=\"center\" wrapText=\"%d\"/></xf>",
        style->is_wrapped ? 1 : 0);
}

void xlsx_add_styles(struct buffer *out)
{
    buffer_add_string(out, beginning);
    buffer_printf(out, "<cellXfs count=\"%d\">", (int)BOOK_STYLE_COUNT);
    for (int k = 0; k < BOOK_STYLE_COUNT; k++)
        add_style(out, &styles[k]);
    buffer_add_string(out, "</cellXfs><cellStyles count=\"1\"><cellStyle "
        "name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
        "</styleSheet>");
}
