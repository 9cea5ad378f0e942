/* PDF files, object by object: tags, glyphs with their characters, outline,
 * PDF/A. */

#include "fixture.h"

#include <CUnit/CUnit.h>
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "8_formats/pdf/objects.h"
#include "8_formats/pdf/pdf.h"

#define LATIN \
    "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf"
#define POINT 1000

/* What all tests draw: a heading and a table of two columns, whose second row
 * goes on over a turned page; a note; a page number and a ground. */
enum {
    DOCUMENT, SECTION, HEADING, TABLE, HEAD_ROW, HEAD_1, HEAD_2, ROW, LABEL,
    CELL, NOTE, NODE_COUNT
};

static const struct node nodes[NODE_COUNT] = {
    [DOCUMENT] = { .kind = NODE_DOCUMENT, .parent = NODE_NONE },
    [SECTION] = { .kind = NODE_SECTION, .parent = DOCUMENT,
        .title = "附件" },
    [HEADING] = { .kind = NODE_H1, .parent = SECTION },
    [TABLE] = { .kind = NODE_TABLE, .parent = SECTION },
    [HEAD_ROW] = { .kind = NODE_ROW, .parent = TABLE },
    [HEAD_1] = { .kind = NODE_HEADER_CELL, .parent = HEAD_ROW, .colspan = 1,
        .rowspan = 1, .scope = SCOPE_COLUMN },
    [HEAD_2] = { .kind = NODE_HEADER_CELL, .parent = HEAD_ROW, .colspan = 1,
        .rowspan = 1, .scope = SCOPE_COLUMN },
    [ROW] = { .kind = NODE_ROW, .parent = TABLE },
    [LABEL] = { .kind = NODE_CELL, .parent = ROW, .colspan = 1,
        .rowspan = 1 },
    [CELL] = { .kind = NODE_CELL, .parent = ROW, .colspan = 2, .rowspan = 3,
        .first_header = 0, .header_count = 1 },
    [NOTE] = { .kind = NODE_NOTE, .parent = SECTION },
};

static const struct page pages[] = {
    { 595276, 841890, 0, 5, 7 },
    { 841890, 595276, 5, 4, 8 },
};

static const struct bookmark bookmarks[] = {
    { "一", 1, 0, 100 * POINT, SECTION },
    { "1", 3, 0, 100 * POINT, HEADING },
    { "二", 1, 1, 0, NOTE },
};

#define GLYPHS_MAX 10000
struct sample {
    struct drawing drawing;
    struct node nodes[NODE_COUNT];
    struct operation operations[16];
    struct glyph glyphs[GLYPHS_MAX];
    uint32_t headers[1];
    const struct face *faces[1];
    struct face *face;
    struct findings *findings;
};

static void add_text(struct sample *sample, uint32_t node, const char *text,
    extent x, extent y, extent spacing)
{
    struct drawing *drawing = &sample->drawing;
    struct operation *operation =
        &sample->operations[drawing->operation_count++];

    *operation = (struct operation){ .kind = OPERATION_TEXT, .node = node,
        .of.text = { .size = 10 * POINT, .x = x, .y = y,
            .first = drawing->glyph_count, .count = strlen(text) } };
    for (; *text; text++) {
        struct glyph *glyph = &sample->glyphs[drawing->glyph_count++];
        glyph->character = (unsigned char)*text;
        glyph->id = face_glyph(sample->face, glyph->character);
        glyph->advance = face_advance(sample->face, glyph->id) * 10 + spacing;
    }
}

static void draw_first_page(struct sample *sample)
{
    struct drawing *drawing = &sample->drawing;

    add_text(sample, HEADING, "Head", 90 * POINT, 100 * POINT, 0);
    add_text(sample, HEAD_1, "a", 90 * POINT, 120 * POINT, 0);
    add_text(sample, LABEL, "bc", 90 * POINT, 140 * POINT, 130);
    add_text(sample, CELL, "12", 200 * POINT, 140 * POINT, 0);
    sample->operations[drawing->operation_count++] = (struct operation){
        .kind = OPERATION_LINE, .node = ARTIFACT_LAYOUT,
        .of.line = { 0, 841390, 100 * POINT, 841390, 500 } };
}

static void draw_second_page(struct sample *sample)
{
    struct drawing *drawing = &sample->drawing;

    sample->operations[drawing->operation_count++] = (struct operation){
        .kind = OPERATION_FILL, .node = ARTIFACT_LAYOUT,
        .of.fill = { 0, 0, 1500, 2 * POINT, 0xFF0080 } };
    add_text(sample, CELL, "3", 90 * POINT, 100 * POINT, 0);
    add_text(sample, NOTE, "n", 90 * POINT, 120 * POINT, 0);
    add_text(sample, ARTIFACT_PAGINATION, "8", 90 * POINT, 500 * POINT, 0);
    sample->operations[drawing->operation_count - 1].of.text.is_turned = true;
}

/* NULL, and a line that says so, where this machine lacks the font. */
static struct sample *sample_new(void)
{
    struct sample *sample = calloc(1, sizeof *sample);

    CU_ASSERT_PTR_NOT_NULL_FATAL(sample);
    if (access(LATIN, R_OK) != 0) {
        fixture_skip("pdf: there is no " LATIN);
        free(sample);
        return NULL;
    }
    CU_ASSERT_EQUAL_FATAL(face_open(LATIN, 0, &sample->face), FACE_GOOD);
    sample->findings = findings_new();
    CU_ASSERT_PTR_NOT_NULL_FATAL(sample->findings);
    memcpy(sample->nodes, nodes, sizeof nodes);
    sample->headers[0] = HEAD_2;
    sample->faces[0] = sample->face;
    sample->drawing = (struct drawing){
        .title = "题名 <&>", .unit = "单位",
        .period = "2023年度", .edition = "e",
        .nodes = sample->nodes, .node_count = NODE_COUNT,
        .headers = sample->headers, .header_count = 1,
        .pages = (struct page *)pages, .page_count = COUNT(pages),
        .operations = sample->operations, .glyphs = sample->glyphs,
        .bookmarks = (struct bookmark *)bookmarks,
        .bookmark_count = COUNT(bookmarks),
        .faces = sample->faces, .face_count = 1,
    };
    draw_first_page(sample);
    draw_second_page(sample);
    return sample;
}

static void sample_free(struct sample *sample)
{
    findings_free(sample->findings);
    face_free(sample->face);
    free(sample);
}

static const struct origin origin = { .program = "jixiao 1",
    .data_digest = "0123", .date = "2024-04-24" };

static void print_fine(struct sample *sample, enum pdf_level level,
    struct buffer *out)
{
    CU_ASSERT_TRUE_FATAL(pdf_print(&sample->drawing, level, &origin, out,
        sample->findings));
    CU_ASSERT_EQUAL(findings_count(sample->findings), 0);
}

/* --- what is in a file --------------------------------------------------- */

static void inflate(const char *bytes, size_t length, struct buffer *out)
{
    struct libdeflate_decompressor *decompressor =
        libdeflate_alloc_decompressor();
    size_t size, room = 1 << 20;
    char *plain = malloc(room);

    CU_ASSERT_FATAL(plain && decompressor);
    CU_ASSERT_EQUAL_FATAL(libdeflate_zlib_decompress(decompressor, bytes,
        length, plain, room, &size), LIBDEFLATE_SUCCESS);
    buffer_add(out, plain, size);
    libdeflate_free_decompressor(decompressor);
    free(plain);
}

static const char *find(const char *from, const char *end, const char *text)
{
    size_t length = strlen(text);

    for (; from + length <= end; from++)
        if (memcmp(from, text, length) == 0)
            return from;
    return NULL;
}

/* The file with its streams as they were before they were packed; bytes of 0
 * become blanks, so that it is a string. */
static char *expand(const struct buffer *file)
{
    static const char mark[] = "/Filter/FlateDecode/Length ";
    const char *at = file->bytes, *end = file->bytes + file->length, *next;
    struct buffer out = BUFFER_EMPTY;

    for (; (next = find(at, end, mark)); at = next) {
        size_t length = strtoul(next + strlen(mark), NULL, 10);
        next = find(next, end, "stream\n") + strlen("stream\n");
        buffer_add(&out, at, (size_t)(next - at));
        inflate(next, length, &out);
        next += length;
    }
    buffer_add(&out, at, (size_t)(end - at));
    for (size_t i = 0; i < out.length; i++)
        if (out.bytes[i] == '\0')
            out.bytes[i] = ' ';
    return buffer_take(&out);
}

/* The file of the sample at a level, expanded; the caller frees it. */
static char *print_expanded(struct sample *sample, enum pdf_level level)
{
    struct buffer out = BUFFER_EMPTY;

    print_fine(sample, level, &out);
    char *text = expand(&out);
    CU_ASSERT_PTR_NOT_NULL_FATAL(text);
    buffer_free(&out);
    return text;
}

static unsigned count(const char *text, const char *part)
{
    unsigned found = 0;

    while ((text = strstr(text, part))) {
        text += strlen(part);
        found++;
    }
    return found;
}

static void has(const char *text, const char *part)
{
    if (!strstr(text, part))
        printf("    missing: %s\n", part);
    CU_ASSERT_PTR_NOT_NULL(strstr(text, part));
}

/* --- tests --------------------------------------------------------------- */

static void tables_say_where_objects_are(void)
{
    struct sample *sample = sample_new();
    struct buffer out = BUFFER_EMPTY;

    if (!sample)
        return;
    buffer_add_string(&out, "before");
    print_fine(sample, PDF_1B, &out);
    const char *file = out.bytes + strlen("before");
    const char *end = out.bytes + out.length;
    CU_ASSERT_EQUAL(memcmp(file, "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n", 15), 0);
    const char *start = find(file, end, "startxref\n");
    const char *table = file + strtoul(start + 10, NULL, 10);
    CU_ASSERT_EQUAL_FATAL(memcmp(table, "xref\n0 ", 7), 0);
    unsigned long size = strtoul(table + 7, NULL, 10);
    const char *entry = strchr(table + 7, '\n') + 1 + 20;
    for (unsigned long number = 1; number < size; number++, entry += 20) {
        char name[32];
        int length = snprintf(name, sizeof name, "%lu 0 obj\n", number);
        CU_ASSERT_EQUAL_FATAL(memcmp(file + strtoul(entry, NULL, 10), name,
            (size_t)length), 0);
    }
    CU_ASSERT_EQUAL(memcmp(entry, "trailer", 7), 0);
    buffer_free(&out);
    sample_free(sample);
}

static void gives_the_same_bytes_again(void)
{
    struct sample *sample = sample_new();

    if (!sample)
        return;
    for (enum pdf_level level = PDF_1B; level <= PDF_2A; level++) {
        struct buffer once = BUFFER_EMPTY, again = BUFFER_EMPTY;
        print_fine(sample, level, &once);
        print_fine(sample, level, &again);
        CU_ASSERT_EQUAL_FATAL(once.length, again.length);
        CU_ASSERT_EQUAL(memcmp(once.bytes, again.bytes, once.length), 0);
        buffer_free(&once);
        buffer_free(&again);
    }
    sample_free(sample);
}

#define ID_SIZE 34              /* with its brackets */

/* The ID of a file of one stream. */
static void find_id(const char *text, enum packing_of_stream packing,
    char id[ID_SIZE])
{
    struct buffer out = BUFFER_EMPTY, content = BUFFER_EMPTY;
    struct objects objects;

    objects_begin(&objects, &out, 14);
    buffer_add_string(&content, text);
    objects_stream(&objects, objects_reserve(&objects, 1), "", &content,
        packing);
    CU_ASSERT_TRUE_FATAL(objects_finish(&objects, 1, 1));
    const char *at = find(out.bytes, out.bytes + out.length, "/ID[");
    CU_ASSERT_PTR_NOT_NULL_FATAL(at);
    memcpy(id, at + strlen("/ID["), ID_SIZE);
    buffer_free(&content);
    buffer_free(&out);
}

static void other_content_has_another_id(void)
{
    static const enum packing_of_stream packings[] = { STREAM_PLAIN,
        STREAM_DEFLATED, STREAM_CODED };
    char id[ID_SIZE], same[ID_SIZE], other[ID_SIZE];

    for (size_t i = 0; i < COUNT(packings); i++) {
        find_id("outlines", packings[i], id);
        find_id("outlines", packings[i], same);
        find_id("outlinet", packings[i], other);
        CU_ASSERT_EQUAL(memcmp(id, same, ID_SIZE), 0);
        CU_ASSERT_NOT_EQUAL(memcmp(id, other, ID_SIZE), 0);
    }
}

static void marks_all_that_is_drawn(void)
{
    static const char *const parts[] = {
        "/H1<</MCID 0>>BDC\nBT\n/F0 10 Tf\n1 0 0 1 90 741.89 Tm\n",
        "/TH<</MCID 1>>BDC\n", "/TD<</MCID 2>>BDC\n", "/TD<</MCID 3>>BDC\n",
        "/Artifact<</Type/Layout>>BDC\n0.5 w\n0 0.5 m 100 0.5 l S\nEMC\n",
        ("/Artifact<</Type/Layout>>BDC\n1 0 0.502 rg\n0 593.276 1.5 2 re f\n"
        "0 g\nEMC\n"),
        "/TD<</MCID 0>>BDC\n", "/Note<</MCID 1>>BDC\n",
        "/Artifact<</Type/Pagination>>BDC\nBT\n0 -1 1 0 90 95.276 Tm\n",
        "/MediaBox[0 0 841.89 595.276]",
    };
    struct sample *sample = sample_new();

    if (!sample)
        return;
    char *text = print_expanded(sample, PDF_1B);
    for (size_t i = 0; i < COUNT(parts); i++)
        has(text, parts[i]);
    CU_ASSERT_EQUAL(count(text, "BDC\n"), 9);
    CU_ASSERT_EQUAL(count(text, "EMC\n"), 9);
    free(text);
    sample_free(sample);
}

/* Glyphs of the cut: .notdef, then in the order of the face's glyphs. */
static void puts_glyphs_where_they_belong(void)
{
    struct sample *sample = sample_new();

    if (!sample)
        return;
    char *text = print_expanded(sample, PDF_1B);
    /* 1 2 3 8 H a b c d e n: spacing of 0.13 pt is 13/1000 of 10 pt. */
    has(text, "[<0007>-13<0008>]TJ");
    has(text, "[<00010002>]TJ");
    has(text, "/W[1[500 500 500 500 722 444 500 444 500 444 500]]");
    free(text);
    sample_free(sample);
}

static void no_error_of_rounding_adds_up(void)
{
    struct sample *sample = sample_new();

    if (!sample)
        return;
    struct operation *operation = &sample->operations[0];
    sample->drawing.operation_count = 0;
    sample->drawing.glyph_count = 0;
    add_text(sample, HEADING, "aaaaaa", 0, 0, 4);   /* 0.4/1000 em each */
    CU_ASSERT_EQUAL(operation->of.text.count, 6);
    sample->drawing.page_count = 1;
    sample->drawing.bookmark_count = 2;
    struct page page = { 595276, 841890, 0, 1, 1 };
    sample->drawing.pages = &page;
    sample->drawing.operation_count = 1;
    char *text = print_expanded(sample, PDF_1B);
    /* 0.4 0.8 1.2 1.6 2.0: a step of one where the sum is past a half. */
    has(text, "[<00010001>-1<00010001>-1<00010001>]TJ");
    free(text);
    sample_free(sample);
}

static void gives_the_characters_back(void)
{
    struct sample *sample = sample_new();

    if (!sample)
        return;
    sample->glyphs[4].character = 0x20BB7;      /* the a of the heading cell */
    sample->glyphs[5].character = 0x20BB8;      /* the b, which no other has */
    char *text = print_expanded(sample, PDF_2A);
    has(text, "1 beginbfchar\n<0006><D842DFB7>\nendbfchar\n");
    has(text, "<0006><0061>");
    has(text, "<0007><D842DFB8>");
    has(text, "/TH<</MCID 1>>BDC\nBT\n1 0 0 1 90 721.89 Tm\n"
        "/G0 10 Tf\n[<0006>]TJ\n/F0 10 Tf\nET\nEMC\n");
    CU_ASSERT_EQUAL(count(text, "/ActualText"), 0);
    free(text);
    sample_free(sample);
}

static void says_what_no_font_says(void)
{
    struct sample *sample = sample_new();

    if (!sample)
        return;
    sample->glyphs[4].character = 0x20BB7;
    sample->glyphs[5] = sample->glyphs[4];      /* a third for the same a */
    sample->glyphs[5].character = 0x20BB8;
    char *text = print_expanded(sample, PDF_2A);
    has(text, "/Span<</ActualText<FEFFD842DFB8>>>BDC\n[<0006>]TJ\nEMC\n");
    free(text);
    sample_free(sample);
}

static void says_what_is_private(void)
{
    struct sample *sample = sample_new();

    if (!sample)
        return;
    sample->glyphs[5].character = 0xE000;
    char *text = print_expanded(sample, PDF_2A);
    has(text, "/Span<</ActualText<FEFFE000>>>BDC\n[<0007>]TJ\nEMC\n");
    free(text);
    sample_free(sample);
}

/* The label's two glyphs become a line of two operations; the first one has a
 * character that would be said by itself. */
static void says_a_widened_line_as_a_whole(void)
{
    struct sample *sample = sample_new();

    if (!sample)
        return;
    struct operation *label = &sample->operations[2];
    struct operation *cell = &sample->operations[3];
    cell->node = label->node;
    sample->glyphs[label->of.text.first].character = 0xE000;
    label->of.text.spread = 2;
    char *text = print_expanded(sample, PDF_2A);
    const char *said = strstr(text,
        "/ActualText<FEFFE000006300310032>>>BDC\nBT\n");
    CU_ASSERT_PTR_NOT_NULL_FATAL(said);
    CU_ASSERT_PTR_NOT_NULL(strstr(said, "ET\nBT\n"));
    CU_ASSERT_PTR_NOT_NULL(strstr(said, "ET\nEMC\n"));
    CU_ASSERT_EQUAL(count(text, "/ActualText"), 1);
    free(text);
    sample_free(sample);
}

static void keeps_one_table_over_pages(void)
{
    struct sample *sample = sample_new();

    if (!sample)
        return;
    char *text = print_expanded(sample, PDF_1B);
    CU_ASSERT_EQUAL(count(text, "/S/Table/"), 1);
    CU_ASSERT_EQUAL(count(text, "/S/TR/"), 2);
    /* The cell's text goes on in the first mark of the second page. */
    CU_ASSERT_EQUAL(count(text, "/A<</O/Table/ColSpan 2/RowSpan 3>>/Pg "), 1);
    has(text, "/K[3 <</Type/MCR/Pg ");
    has(text, "/S/Sect/P ");
    has(text, "/T<FEFF96444EF6>");
    /* What nothing is written in has its place, too. */
    CU_ASSERT_EQUAL(count(text, "/S/TH/"), 2);
    CU_ASSERT_EQUAL(count(text, "/Type/StructElem"), NODE_COUNT);
    free(text);
    sample_free(sample);
}

static void names_headers_at_level_2a_alone(void)
{
    static const char headers[] = "/ColSpan 2/RowSpan 3/Headers[(00000006)]";
    struct sample *sample = sample_new();

    if (!sample)
        return;
    char *text = print_expanded(sample, PDF_2A);
    has(text, headers);
    has(text, "/A<</O/Table/Scope/Column>>");
    CU_ASSERT_EQUAL(count(text, "/ID(00000006)"), 1);
    CU_ASSERT_EQUAL(count(text, "/ID(0000000a)"), 1);       /* the note */
    has(text, "/IDTree<</Names[(00000006)");
    CU_ASSERT_EQUAL(count(text, "/CIDSet"), 0);
    free(text);
    text = print_expanded(sample, PDF_1B);
    CU_ASSERT_EQUAL(count(text, "/Headers"), 0);
    CU_ASSERT_EQUAL(count(text, "/Scope"), 0);
    CU_ASSERT_EQUAL(count(text, "/CIDSet"), 1);
    free(text);
    sample_free(sample);
}

static void leads_to_pages_and_headings(void)
{
    struct sample *sample = sample_new();

    if (!sample)
        return;
    char *text = print_expanded(sample, PDF_1B);
    has(text, "/PageLabels<</Nums[0<</S/D/St 7>>]>>");
    has(text, "/Count 3>>");
    has(text, "<</Title<FEFF4E00>/Parent ");
    CU_ASSERT_EQUAL(count(text, "/Count 1/Dest["), 1);
    CU_ASSERT_EQUAL(count(text, "/XYZ null 741.89 null]"), 2);
    CU_ASSERT_EQUAL(count(text, "/XYZ null 595.276 null]"), 1);
    free(text);
    sample_free(sample);
}

static void says_where_it_comes_from(void)
{
    static const char *const parts[] = {
        "/Title<FEFF9898540D0020003C0026003E>",
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">题名 &lt;&amp;&gt;"
        "</rdf:li></rdf:Alt></dc:title>",
        "<dc:creator><rdf:Seq><rdf:li>单位</rdf:li></rdf:Seq></dc:creator>",
        "<dc:coverage>2023年度</dc:coverage>",
        "<dc:relation><rdf:Bag><rdf:li>e</rdf:li></rdf:Bag></dc:relation>",
        "<dc:source>sha256:0123</dc:source>",
        "<xmp:CreateDate>2024-04-24</xmp:CreateDate>",
        "/CreationDate(D:20240424)",
        "<pdf:Producer>jixiao 1</pdf:Producer>",
        "<pdfaid:part>1</pdfaid:part>\n"
        "<pdfaid:conformance>B</pdfaid:conformance>", "/Lang(zh-CN)",
    };
    struct sample *sample = sample_new();

    if (!sample)
        return;
    char *text = print_expanded(sample, PDF_1B);
    for (size_t i = 0; i < COUNT(parts); i++)
        has(text, parts[i]);
    CU_ASSERT_EQUAL(count(text, "pdfuaid"), 0);
    free(text);
    text = print_expanded(sample, PDF_2A);
    has(text, "<pdfaid:part>2</pdfaid:part>\n"
        "<pdfaid:conformance>A</pdfaid:conformance>");
    has(text, "<pdfuaid:part>1</pdfuaid:part>");
    has(text, "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>");
    free(text);
    sample_free(sample);
}

static void has_no_date_but_that_of_the_data(void)
{
    static const char *const dates[] = { NULL, "", "2024", "24.04.2024",
        "2024-04-2x" };
    struct sample *sample = sample_new();

    for (size_t i = 0; sample && i < COUNT(dates); i++) {
        struct origin undated = { .program = "p", .date = dates[i] };
        struct buffer out = BUFFER_EMPTY;
        CU_ASSERT_TRUE_FATAL(pdf_print(&sample->drawing, PDF_1B, &undated,
            &out, sample->findings));
        char *text = expand(&out);
        CU_ASSERT_EQUAL(count(text, "Date"), 0);
        free(text);
        buffer_free(&out);
    }
    if (sample)
        sample_free(sample);
}

/* A page on which each of so many operations belongs to another node than the
 * one before it. */
static bool print_many(struct sample *sample, size_t marks,
    enum pdf_level level, struct buffer *out)
{
    struct operation *operations = calloc(marks, sizeof *operations);
    struct page page = { 595276, 841890, 0, marks, 1 };
    struct drawing *drawing = &sample->drawing;

    CU_ASSERT_PTR_NOT_NULL_FATAL(operations);
    for (size_t i = 0; i < marks; i++) {
        operations[i] = sample->operations[0];
        operations[i].node = i % 2 == 0 ? HEADING : NOTE;
    }
    drawing->operations = operations;
    drawing->operation_count = marks;
    drawing->pages = &page;
    drawing->page_count = 1;
    drawing->bookmark_count = 0;
    bool good = pdf_print(drawing, level, &origin, out, sample->findings);
    free(operations);
    return good;
}

static void refuses_what_level_1b_cannot_hold(void)
{
    struct sample *sample = sample_new();
    struct buffer out = BUFFER_EMPTY;

    if (!sample)
        return;
    buffer_add_string(&out, "before");
    CU_ASSERT_TRUE(print_many(sample, 8191, PDF_1B, &out));
    buffer_cut(&out, 6);
    CU_ASSERT_FALSE(print_many(sample, 8192, PDF_1B, &out));
    CU_ASSERT_STRING_EQUAL(buffer_string(&out), "before");
    CU_ASSERT_EQUAL_FATAL(findings_count(sample->findings), 1);
    CU_ASSERT_STRING_EQUAL(findings_get(sample->findings, 0)->code, "X059");
    CU_ASSERT_TRUE(print_many(sample, 8192, PDF_2A, &out));
    buffer_free(&out);
    sample_free(sample);
}

/* One row more than an array of PDF/A-1 has elements, on an empty page. */
static void groups_more_rows_than_an_array_has(void)
{
    enum { ROWS = 8192 };
    static struct node many[ROWS + 2] = {
        { .kind = NODE_DOCUMENT, .parent = NODE_NONE },
        { .kind = NODE_TABLE, .parent = 0 },
    };
    struct sample *sample = sample_new();

    if (!sample)
        return;
    for (size_t i = 2; i < COUNT(many); i++)
        many[i] = (struct node){ .kind = NODE_ROW, .parent = 1 };
    struct page page = { 595276, 841890, 0, 0, 1 };
    sample->drawing.nodes = many;
    sample->drawing.node_count = COUNT(many);
    sample->drawing.pages = &page;
    sample->drawing.page_count = 1;
    sample->drawing.bookmark_count = 0;
    sample->drawing.operation_count = 0;
    char *text = print_expanded(sample, PDF_1B);
    CU_ASSERT_EQUAL(count(text, "/S/TBody/P "), 2);
    CU_ASSERT_EQUAL(count(text, "/S/TR/P "), ROWS);
    free(text);
    text = print_expanded(sample, PDF_2A);
    CU_ASSERT_EQUAL(count(text, "/S/TBody"), 0);
    free(text);
    sample_free(sample);
}

CU_TestInfo pdf_tests[] = {
    {"tables say where objects are", tables_say_where_objects_are},
    {"gives the same bytes again", gives_the_same_bytes_again},
    {"marks all that is drawn", marks_all_that_is_drawn},
    {"other content has another id", other_content_has_another_id},
    {"puts glyphs where they belong", puts_glyphs_where_they_belong},
    {"no error of rounding adds up", no_error_of_rounding_adds_up},
    {"gives the characters back", gives_the_characters_back},
    {"says what no font says", says_what_no_font_says},
    {"says what is private", says_what_is_private},
    {"says a widened line as a whole", says_a_widened_line_as_a_whole},
    {"keeps one table over pages", keeps_one_table_over_pages},
    {"names headers at level 2a alone", names_headers_at_level_2a_alone},
    {"leads to pages and headings", leads_to_pages_and_headings},
    {"says where it comes from", says_where_it_comes_from},
    {"has no date but that of the data", has_no_date_but_that_of_the_data},
    {"refuses what level 1b cannot hold", refuses_what_level_1b_cannot_hold},
    {"groups more rows than an array has",
        groups_more_rows_than_an_array_has},
    CU_TEST_INFO_NULL
};
