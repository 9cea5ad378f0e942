/* OFD files: layers, outline, where values come from, sums of parts. */

#include "fixture.h"

#include <CUnit/CUnit.h>
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "0_base/digest.h"
#include "8_formats/ofd/ofd.h"

#define LATIN \
    "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf"
#define POINT 1000

/* What all tests draw: one upright line, one that is turned, a page number, a
 * ground and a rule. */
static const struct node nodes[] = {
    { .kind = NODE_DOCUMENT, .parent = NODE_NONE },
    { .kind = NODE_PARAGRAPH, .parent = 0 },
};

static const struct page pages[] = {
    { 595276, 841890, 0, 2, 1 },
    { 841890, 595276, 2, 3, 2 },
};

static const struct bookmark bookmarks[] = {
    { "一 <&>", 1, 0, 72 * POINT, 1 },
    { "1", 3, 0, 144 * POINT, 1 },
    { "2", 3, 1, 0, 1 },
    { "二", 1, 1, 36 * POINT, 1 },
};

struct sample {
    struct drawing drawing;
    struct operation operations[5];
    struct glyph glyphs[16];
    const struct face *faces[1];
    struct face *face;
    struct findings *findings;
};

static struct operation *add_text(struct sample *sample, uint32_t node,
    const uint32_t *text, size_t count)
{
    struct drawing *drawing = &sample->drawing;
    struct operation *operation =
        &sample->operations[drawing->operation_count++];

    *operation = (struct operation){ .kind = OPERATION_TEXT, .node = node,
        .of.text = { .size = 10 * POINT, .x = 72 * POINT, .y = 144 * POINT,
            .first = drawing->glyph_count, .count = count } };
    for (size_t i = 0; i < count; i++)
        sample->glyphs[drawing->glyph_count++] = (struct glyph){
            .character = text[i], .advance = 10 * POINT,
            .id = face_glyph(sample->face, text[i] < 128 ? text[i] : 'X') };
    return operation;
}

static void draw(struct sample *sample)
{
    struct drawing *drawing = &sample->drawing;

    add_text(sample, 1, (const uint32_t[]){ 'A', '&', 0x2C7EE, 'B' }, 4);
    sample->operations[drawing->operation_count++] = (struct operation){
        .kind = OPERATION_LINE, .node = ARTIFACT_LAYOUT,
        .of.line = { 72 * POINT, 36 * POINT, 144 * POINT, 36 * POINT, 720 } };
    add_text(sample, 1, (const uint32_t[]){ 'A', 'C' }, 2)
        ->of.text.is_turned = true;
    add_text(sample, ARTIFACT_PAGINATION, (const uint32_t[]){ '2' }, 1);
    sample->operations[drawing->operation_count++] = (struct operation){
        .kind = OPERATION_FILL, .node = ARTIFACT_LAYOUT,
        .of.fill = { 72 * POINT, 0, 36 * POINT, 72 * POINT, 0xFF0080 } };
}

/* NULL, and a line that says so, where this machine lacks the font. */
static struct sample *sample_new(void)
{
    struct sample *sample = calloc(1, sizeof *sample);

    CU_ASSERT_PTR_NOT_NULL_FATAL(sample);
    if (access(LATIN, R_OK) != 0) {
        fixture_skip("ofd: there is no " LATIN);
        free(sample);
        return NULL;
    }
    CU_ASSERT_EQUAL_FATAL(face_open(LATIN, 0, &sample->face), FACE_GOOD);
    sample->findings = findings_new();
    CU_ASSERT_PTR_NOT_NULL_FATAL(sample->findings);
    sample->faces[0] = sample->face;
    sample->drawing = (struct drawing){
        .title = "题名 <&>", .unit = "单位",
        .period = "2023年度", .edition = "e",
        .nodes = (struct node *)nodes, .node_count = COUNT(nodes),
        .pages = (struct page *)pages, .page_count = COUNT(pages),
        .operations = sample->operations, .glyphs = sample->glyphs,
        .bookmarks = (struct bookmark *)bookmarks,
        .bookmark_count = COUNT(bookmarks),
        .faces = sample->faces, .face_count = 1,
    };
    draw(sample);
    return sample;
}

static void sample_free(struct sample *sample)
{
    findings_free(sample->findings);
    face_free(sample->face);
    free(sample);
}

static const struct origin origin = { .program = "jixiao 1.2",
    .data_digest = "0123", .date = "2024-04-24" };

static void print_fine(struct sample *sample, const struct origin *from,
    struct buffer *out)
{
    CU_ASSERT_TRUE_FATAL(ofd_print(&sample->drawing, from, out,
        sample->findings));
    CU_ASSERT_EQUAL(findings_count(sample->findings), 0);
}

/* --- what is in a file --------------------------------------------------- */

static unsigned read16(const unsigned char *at)
{
    return at[0] | (unsigned)at[1] << 8;
}

static unsigned read32(const unsigned char *at)
{
    return read16(at) | read16(at + 2) << 16;
}

static void inflate_into(const unsigned char *bytes, size_t packed,
    size_t length, struct buffer *part)
{
    struct libdeflate_decompressor *decompressor =
        libdeflate_alloc_decompressor();
    char *plain = malloc(length + 1);

    CU_ASSERT_FATAL(plain && decompressor);
    CU_ASSERT_EQUAL_FATAL(libdeflate_deflate_decompress(decompressor, bytes,
        packed, plain, length, NULL), LIBDEFLATE_SUCCESS);
    buffer_add(part, plain, length);
    libdeflate_free_decompressor(decompressor);
    free(plain);
}

/* A part of a package, by the local headers (APPNOTE, 4.3.7). */
static void read_part(const struct buffer *file, const char *name,
    struct buffer *part)
{
    const unsigned char *at = (const unsigned char *)file->bytes;

    buffer_clear(part);
    while (read32(at) == 0x04034B50) {
        size_t packed = read32(at + 18), length = read32(at + 22);
        size_t size = read16(at + 26);
        const unsigned char *bytes = at + 30 + size;
        if (size == strlen(name) && memcmp(at + 30, name, size) == 0) {
            if (read16(at + 8) == 0)
                buffer_add(part, bytes, length);
            else
                inflate_into(bytes, packed, length, part);
            return;
        }
        at = bytes + packed;
    }
    CU_FAIL(name);
}

static void check_part(const struct buffer *file, const char *name,
    const char *const *texts, size_t count)
{
    struct buffer part = BUFFER_EMPTY;

    read_part(file, name, &part);
    for (size_t i = 0; i < count; i++) {
        bool has = strstr(buffer_string(&part), texts[i]) != NULL;
        if (!has)
            printf("%s lacks %s\n", name, texts[i]);
        CU_ASSERT_TRUE(has);
    }
    buffer_free(&part);
}
#define CHECK_PART(file, name, texts) \
    check_part(file, name, texts, COUNT(texts))

/* --- tests --------------------------------------------------------------- */

/* 72 points are 25.4 mm, and 10 are 3.528; the ascent of the face is 0.891 em,
 * its descent 0.216, and an eighth of an em is left around each line. */
static void draws_each_operation_in_its_layer(void)
{
    static const char *const first[] = {
        "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>",
        "<ofd:Layer ID=\"4\" Type=\"Background\">\n"
            "<ofd:PathObject ID=\"5\" Boundary=\"25.146 12.446 25.908 0.508\""
            " LineWidth=\"0.254\"><ofd:AbbreviatedData>M 0.254 0.254"
            " L 25.654 0.254</ofd:AbbreviatedData></ofd:PathObject>\n"
            "</ofd:Layer>",
        "<ofd:Layer ID=\"6\" Type=\"Body\">\n"
            "<ofd:TextObject ID=\"7\" Boundary=\"24.959 47.216 7.938 4.787\""
            " Font=\"1\" Size=\"3.528\"><ofd:CGTransform CodePosition=\"0\""
            " CodeCount=\"2\" GlyphCount=\"2\"><ofd:Glyphs>3 1</ofd:Glyphs>"
            "</ofd:CGTransform><ofd:TextCode X=\"0.441\" Y=\"3.584\""
            " DeltaX=\"3.528\">A&amp;</ofd:TextCode></ofd:TextObject>\n",
        "CodeCount=\"2\" GlyphCount=\"1\"><ofd:Glyphs>6</ofd:Glyphs>"
            "</ofd:CGTransform><ofd:TextCode X=\"0.441\" Y=\"3.584\">"
            "\xF0\xAC\x9F\xAE</ofd:TextCode>",
        " Boundary=\"35.542 47.216 4.41 4.787\" ",
        "<ofd:Layer ID=\"10\" Type=\"Foreground\">\n</ofd:Layer>",
    };
    static const char *const second[] = {
        "<ofd:PhysicalBox>0 0 297 210</ofd:PhysicalBox>",
        " Boundary=\"25.4 0 12.7 25.4\" Stroke=\"false\" Fill=\"true\">"
            "<ofd:FillColor Value=\"255 0 128\"/><ofd:AbbreviatedData>M 0 0"
            " L 12.7 0 L 12.7 25.4 L 0 25.4 C</ofd:AbbreviatedData>",
        (" Boundary=\"24.197 50.359 4.787 7.938\" Font=\"1\" Size=\"3.528\""
            " CTM=\"0 1 -1 0 1.203 0.441\">"),
        "<ofd:TextCode X=\"0\" Y=\"0\" DeltaX=\"3.528\">AC</ofd:TextCode>",
    };
    struct sample *sample = sample_new();
    struct buffer out = BUFFER_EMPTY;

    if (!sample)
        return;
    print_fine(sample, &origin, &out);
    CHECK_PART(&out, "Doc_0/Pages/Page_0/Content.xml", first);
    CHECK_PART(&out, "Doc_0/Pages/Page_1/Content.xml", second);
    buffer_free(&out);
    sample_free(sample);
}

static void nests_its_outline(void)
{
    static const char *const texts[] = {
        "<ofd:MaxUnitID>16</ofd:MaxUnitID>",
        "<ofd:OutlineElem Title=\"一 &lt;&amp;&gt;\"><ofd:Actions>"
            "<ofd:Action Event=\"CLICK\"><ofd:Goto><ofd:Dest Type=\"XYZ\""
            " PageID=\"2\" Left=\"0\" Top=\"25.4\" Zoom=\"0\"/>",
        "</ofd:Actions><ofd:OutlineElem Title=\"1\">",
        "</ofd:Actions></ofd:OutlineElem>\n<ofd:OutlineElem Title=\"2\">",
        ("</ofd:Actions></ofd:OutlineElem>\n</ofd:OutlineElem>\n"
            "<ofd:OutlineElem Title=\"二\">"),
        "</ofd:Actions></ofd:OutlineElem>\n</ofd:Outlines>",
    };
    struct sample *sample = sample_new();
    struct buffer out = BUFFER_EMPTY;

    if (!sample)
        return;
    print_fine(sample, &origin, &out);
    CHECK_PART(&out, "Doc_0/Document.xml", texts);
    buffer_free(&out);
    sample_free(sample);
}

static void says_where_it_comes_from(void)
{
    static const char *const texts[] = {
        "<ofd:Title>题名 &lt;&amp;&gt;</ofd:Title>"
            "<ofd:Author>单位</ofd:Author>"
            "<ofd:CreationDate>2024-04-24</ofd:CreationDate>"
            "<ofd:ModDate>2024-04-24</ofd:ModDate>"
            "<ofd:Creator>jixiao</ofd:Creator>"
            "<ofd:CreatorVersion>1.2</ofd:CreatorVersion>",
        "<ofd:CustomData Name=\"period\">2023年度</ofd:CustomData>",
        "<ofd:CustomData Name=\"edition\">e</ofd:CustomData>",
        "<ofd:CustomData Name=\"source\">sha256:0123</ofd:CustomData>",
    };
    static const char *const undated[] = {
        "</ofd:Title><ofd:Creator>p</ofd:Creator><ofd:CustomDatas>"
            "<ofd:CustomData Name=\"program\">p</ofd:CustomData>"
            "</ofd:CustomDatas>",
    };
    struct sample *sample = sample_new();
    struct buffer out = BUFFER_EMPTY;

    if (!sample)
        return;
    print_fine(sample, &origin, &out);
    CHECK_PART(&out, "OFD.xml", texts);
    buffer_clear(&out);
    sample->drawing.unit = sample->drawing.period =
        sample->drawing.edition = NULL;
    print_fine(sample, &(struct origin){ .program = "p", .date = "2024" },
        &out);
    CHECK_PART(&out, "OFD.xml", undated);
    buffer_free(&out);
    sample_free(sample);
}

/* Every part but the sums, one a line, as sha256sum prints it. */
static void sums_its_parts_up(void)
{
    struct sample *sample = sample_new();
    struct buffer out = BUFFER_EMPTY, sums = BUFFER_EMPTY;
    struct buffer part = BUFFER_EMPTY;
    size_t count = 0;

    if (!sample)
        return;
    print_fine(sample, &origin, &out);
    read_part(&out, "Doc_0/Attachs/SHA256SUMS", &sums);
    for (const char *line = buffer_string(&sums); *line; count++) {
        const char *end = strchr(line, '\n');
        char name[64] = "", sum[DIGEST_TEXT_SIZE];
        CU_ASSERT_FATAL(end && end - line > 66 && end - line < 66 + 64);
        memcpy(name, line + 66, (size_t)(end - line) - 66);
        read_part(&out, name, &part);
        digest_text(part.bytes, part.length, sum);
        CU_ASSERT_EQUAL(memcmp(line, sum, 64), 0);
        CU_ASSERT_EQUAL(memcmp(line + 64, "  ", 2), 0);
        line = end + 1;
    }
    CU_ASSERT_EQUAL(count, 7);
    buffer_free(&part);
    buffer_free(&sums);
    buffer_free(&out);
    sample_free(sample);
}

static void gives_the_same_bytes_again(void)
{
    struct sample *sample = sample_new();
    struct buffer out = BUFFER_EMPTY, again = BUFFER_EMPTY;

    if (!sample)
        return;
    print_fine(sample, &origin, &out);
    buffer_add_string(&again, "before");
    print_fine(sample, &origin, &again);
    CU_ASSERT_EQUAL_FATAL(again.length, out.length + 6);
    CU_ASSERT_EQUAL(memcmp(again.bytes + 6, out.bytes, out.length), 0);
    buffer_free(&again);
    buffer_free(&out);
    sample_free(sample);
}

CU_TestInfo ofd_tests[] = {
    {"draws each operation in its layer", draws_each_operation_in_its_layer},
    {"nests its outline", nests_its_outline},
    {"says where it comes from", says_where_it_comes_from},
    {"sums its parts up", sums_its_parts_up},
    {"gives the same bytes again", gives_the_same_bytes_again},
    CU_TEST_INFO_NULL
};
