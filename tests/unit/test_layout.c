#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "0_base/buffer.h"
#include "8_formats/layout/layout.h"
#include "fixture.h"

/* Typography and fonts are those of the program and of this machine. */
static const struct resources built_in;
static const struct font_options no_options;

struct laid {
    struct findings *findings;
    struct typography *typography;
    struct fonts *fonts;
    xmlDocPtr documents;
    struct drawing *drawing;
};

static struct laid lay(const char *blocks, const char *orientation)
{
    struct laid laid = { .findings = findings_new() };
    struct buffer text = BUFFER_EMPTY;

    buffer_printf(&text, "<documents edition='e' title='集' file='f'>"
        "<attachment id='附件1' kind='附件1' name='表' file='f' src='' "
        "orientation='%s'>%s</attachment></documents>", orientation, blocks);
    laid.documents = fixture_xml(buffer_string(&text));
    buffer_free(&text);
    laid.typography = typography_read(&built_in, laid.findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(laid.typography);
    laid.fonts = fonts_new(laid.typography, &no_options);
    CU_ASSERT_PTR_NOT_NULL_FATAL(laid.fonts);
    laid.drawing = layout_draw(laid.documents, laid.typography, laid.fonts,
        laid.findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(laid.drawing);
    return laid;
}

static void let_go(struct laid *laid)
{
    drawing_free(laid->drawing);
    fonts_free(laid->fonts);
    typography_free(laid->typography);
    xmlFreeDoc(laid->documents);
    findings_free(laid->findings);
}

static void repeat(struct buffer *out, const char *words, size_t count)
{
    while (count-- > 0)
        buffer_add_string(out, words);
}

static const struct operation *operation_at(const struct drawing *drawing,
    size_t page, size_t k)
{
    return k < drawing->pages[page].count
        ? &drawing->operations[drawing->pages[page].first + k] : NULL;
}

/* Operations that are of the text. */
static size_t count_text(const struct drawing *drawing, size_t page)
{
    const struct operation *operation;
    size_t count = 0;

    for (size_t k = 0; (operation = operation_at(drawing, page, k)); k++)
        count += operation->kind == OPERATION_TEXT
            && !OPERATION_IS_ARTIFACT(operation);
    return count;
}

static void add_glyphs(struct buffer *out, const struct drawing *drawing,
    const struct operation *operation)
{
    for (size_t k = 0; k < operation->of.text.count; k++) {
        unsigned c = drawing->glyphs[operation->of.text.first + k].character;
        char bytes[4] = { (char)(0xE0 | c >> 12), (char)(0x80 | (c >> 6 & 63)),
            (char)(0x80 | (c & 63)) };
        if (c < 0x80)
            buffer_add_char(out, (char)c);
        else if (c < 0x800)
            buffer_printf(out, "%c%c", 0xC0 | c >> 6, 0x80 | (c & 63));
        else
            buffer_add(out, bytes, 3);
    }
}

/* What is no artifact, by the nodes in their order. */
static void read_drawing(const struct drawing *drawing, struct buffer *out)
{
    for (size_t node = 0; node < drawing->node_count; node++)
        for (size_t k = 0; k < drawing->operation_count; k++) {
            const struct operation *operation = &drawing->operations[k];
            if (operation->kind == OPERATION_TEXT
                && operation->node == node)
                add_glyphs(out, drawing, operation);
        }
}

static extent end_of(const struct drawing *drawing,
    const struct operation *operation)
{
    extent x = operation->of.text.x;

    for (size_t k = 0; k < operation->of.text.count; k++)
        x += drawing->glyphs[operation->of.text.first + k].character == ' '
            ? 0 : drawing->glyphs[operation->of.text.first + k].advance;
    return x;
}

/* The text of a page is in the area that its margins leave; those of a turned
 * page are the upright one's, turned to the left. */
static void check_within(const struct typography *t,
    const struct drawing *drawing, const struct page *page,
    const struct operation *operation)
{
    bool is_turned = page->width > page->height;
    extent left = is_turned ? t->page.bottom : t->page.left;
    extent right = is_turned ? t->page.top : t->page.right;
    extent top = is_turned ? t->page.left : t->page.top;
    extent bottom = is_turned ? t->page.right : t->page.bottom;

    CU_ASSERT_TRUE(operation->of.text.x >= left);
    CU_ASSERT_TRUE(end_of(drawing, operation)
        <= page->width - right + EXTENT_POINT);
    CU_ASSERT_TRUE(operation->of.text.y > top);
    CU_ASSERT_TRUE(operation->of.text.y < page->height - bottom);
}

/* Everything that is in the model is on the pages, once and in its order, and
 * within the text area; page numbers and repeats are artifacts. */
static void check_all_there(const struct laid *laid)
{
    const struct typography *t = laid->typography;
    const struct drawing *drawing = laid->drawing;
    xmlChar *words = xmlNodeGetContent(xmlDocGetRootElement(laid->documents));
    struct buffer read = BUFFER_EMPTY;

    read_drawing(drawing, &read);
    CU_ASSERT_STRING_EQUAL(buffer_string(&read), (const char *)words);
    for (size_t page = 0; page < drawing->page_count; page++) {
        const struct operation *operation;
        for (size_t k = 0; (operation = operation_at(drawing, page, k));
            k++) {
            if (operation->kind != OPERATION_TEXT
                || OPERATION_IS_ARTIFACT(operation))
                continue;
            check_within(t, drawing, &drawing->pages[page], operation);
        }
    }
    buffer_free(&read);
    xmlFree(words);
}

static void sets_22_lines_of_28_characters(void)
{
    struct buffer blocks = BUFFER_EMPTY;

    buffer_add_string(&blocks, "<paragraph>");
    repeat(&blocks, "绩", 28 * 22 + 5);
    buffer_add_string(&blocks, "</paragraph>");
    struct laid laid = lay(buffer_string(&blocks), "portrait");
    CU_ASSERT_EQUAL_FATAL(laid.drawing->page_count, 2);
    /* The first line begins two characters in. */
    CU_ASSERT_EQUAL(count_text(laid.drawing, 0), 22);
    CU_ASSERT_EQUAL(operation_at(laid.drawing, 0, 0)->of.text.count, 26);
    CU_ASSERT_EQUAL(operation_at(laid.drawing, 0, 1)->of.text.count, 28);
    CU_ASSERT_EQUAL(operation_at(laid.drawing, 1, 0)->of.text.count, 7);
    check_all_there(&laid);
    let_go(&laid);
    buffer_free(&blocks);
}

static void puts_page_numbers_outside(void)
{
    struct buffer blocks = BUFFER_EMPTY;

    buffer_add_string(&blocks, "<paragraph>");
    repeat(&blocks, "绩", 28 * 30);
    buffer_add_string(&blocks, "</paragraph>");
    struct laid laid = lay(buffer_string(&blocks), "portrait");
    const struct drawing *drawing = laid.drawing;
    extent middle = drawing->pages[0].width / 2;
    for (size_t page = 0; page < 2; page++) {
        const struct operation *last = operation_at(drawing, page,
            drawing->pages[page].count - 1);
        CU_ASSERT_EQUAL(last->node, ARTIFACT_PAGINATION);
        CU_ASSERT_EQUAL(last->of.text.x > middle, page == 0);
        CU_ASSERT_TRUE(last->of.text.y > drawing->pages[page].height
            - laid.typography->page.bottom
            + laid.typography->page.number_below);
    }
    let_go(&laid);
    buffer_free(&blocks);
}

/* A table with a label over all of its rows, and so many of these. */
static void add_table(struct buffer *out, size_t rows, const char *words)
{
    buffer_add_string(out, "<table role='form'><caption/><columns>"
        "<column width='20'/><column width='136'/></columns>"
        "<head><row><cell role='header'>头</cell><cell role='header'>题"
        "</cell></row></head><body>");
    for (size_t k = 0; k < rows; k++) {
        buffer_add_string(out, "<row>");
        if (k == 0)
            buffer_printf(out, "<cell role='label' rowspan='%zu'>标</cell>",
                rows);
        buffer_printf(out, "<cell role='text'>%s</cell></row>", words);
    }
    buffer_add_string(out, "</body></table>");
}

static extent lowest_rule(const struct drawing *drawing, size_t page)
{
    const struct operation *operation;
    extent lowest = 0;

    for (size_t k = 0; (operation = operation_at(drawing, page, k)); k++)
        if (operation->kind == OPERATION_LINE
            && operation->of.line.y1 == operation->of.line.y2
            && operation->of.line.x2 - operation->of.line.x1 > 440000
            && operation->of.line.y1 > lowest)
            lowest = operation->of.line.y1;
    return lowest;
}

static void draws_heads_and_labels_again(void)
{
    struct buffer blocks = BUFFER_EMPTY;

    add_table(&blocks, 60, "行");
    struct laid laid = lay(buffer_string(&blocks), "portrait");
    const struct drawing *drawing = laid.drawing;
    CU_ASSERT_EQUAL_FATAL(drawing->page_count, 2);
    struct buffer repeats = BUFFER_EMPTY;
    const struct operation *operation;
    extent lowest_word = 0;
    for (size_t k = 0; (operation = operation_at(drawing, 1, k)); k++)
        if (operation->kind == OPERATION_TEXT && k < 5
            && operation->node == ARTIFACT_PAGINATION)
            add_glyphs(&repeats, drawing, operation);
    CU_ASSERT_STRING_EQUAL(buffer_string(&repeats), "头题标");
    /* The table is closed below its last row on both pages. */
    for (size_t page = 0; page < 2; page++) {
        for (size_t k = 0; (operation = operation_at(drawing, page, k)); k++)
            if (operation->kind == OPERATION_TEXT
                && !OPERATION_IS_ARTIFACT(operation))
                lowest_word = operation->of.text.y;
        CU_ASSERT_TRUE(lowest_rule(drawing, page) > lowest_word);
    }
    check_all_there(&laid);
    let_go(&laid);
    buffer_free(&repeats);
    buffer_free(&blocks);
}

/* A block that begins in the head and goes on in the body: one label, on each
 * page in the middle of what is there of it. */
static void draws_blocks_over_heads_again(void)
{
    struct buffer blocks = BUFFER_EMPTY;

    buffer_add_string(&blocks, "<table role='form'><caption/><columns>"
        "<column width='20'/><column width='136'/></columns>"
        "<head><row><cell role='label'>块</cell><cell role='header'>题"
        "</cell></row></head><body><row><cell role='label' "
        "continues='true' rowspan='60'/><cell role='text'>行</cell></row>");
    repeat(&blocks, "<row><cell role='text'>行</cell></row>", 59);
    buffer_add_string(&blocks, "</body></table>");
    struct laid laid = lay(buffer_string(&blocks), "portrait");
    const struct drawing *drawing = laid.drawing;
    CU_ASSERT_EQUAL_FATAL(drawing->page_count, 2);
    for (size_t page = 0; page < 2; page++) {
        const struct operation *label = operation_at(drawing, page, 0);
        CU_ASSERT_EQUAL(drawing->glyphs[label->of.text.first].character,
            0x5757);
        CU_ASSERT_TRUE(label->of.text.y > laid.typography->page.top
            + (page == 0 ? 200 : 50) * EXTENT_POINT);
        CU_ASSERT_EQUAL(OPERATION_IS_ARTIFACT(label), page == 1);
    }
    CU_ASSERT_EQUAL(drawing->nodes[drawing->operations[0].node].rowspan, 61);
    check_all_there(&laid);
    let_go(&laid);
    buffer_free(&blocks);
}

static void leaves_no_heading_alone(void)
{
    struct buffer blocks = BUFFER_EMPTY;

    for (size_t k = 0; k < 21; k++)
        buffer_add_string(&blocks, "<paragraph>行</paragraph>");
    buffer_add_string(&blocks, "<heading level='1' number=''>题</heading>"
        "<paragraph>文</paragraph>");
    struct laid laid = lay(buffer_string(&blocks), "portrait");
    CU_ASSERT_EQUAL_FATAL(laid.drawing->page_count, 2);
    CU_ASSERT_EQUAL(count_text(laid.drawing, 0), 21);
    CU_ASSERT_EQUAL(count_text(laid.drawing, 1), 2);
    CU_ASSERT_EQUAL(laid.drawing->bookmark_count, 1);
    CU_ASSERT_EQUAL(laid.drawing->bookmarks[0].page, 1);
    check_all_there(&laid);
    let_go(&laid);
    buffer_free(&blocks);
}

/* A form, notes and signatures that end one line below the page. */
static void leaves_no_signatures_alone(void)
{
    for (size_t rows = 30; rows < 44; rows++) {
        struct buffer blocks = BUFFER_EMPTY;
        add_table(&blocks, rows, "行");
        buffer_add_string(&blocks, "<note>注</note><signatures>"
            "<field label='填表人'>甲</field></signatures>");
        struct laid laid = lay(buffer_string(&blocks), "portrait");
        const struct drawing *drawing = laid.drawing;
        size_t last = drawing->page_count - 1;
        /* A row, the note and the signatures, if not all of it. */
        CU_ASSERT_TRUE(count_text(drawing, last) >= 3);
        let_go(&laid);
        buffer_free(&blocks);
    }
}

/* Nothing below tables that end one row below the page. */
static void leaves_no_row_alone(void)
{
    size_t turned = 0;

    for (size_t rows = 30; rows < 44; rows++) {
        struct buffer blocks = BUFFER_EMPTY;
        add_table(&blocks, rows, "行");
        struct laid laid = lay(buffer_string(&blocks), "portrait");
        size_t last = laid.drawing->page_count - 1;
        CU_ASSERT_TRUE(count_text(laid.drawing, last) >= 2);
        turned += last > 0 && count_text(laid.drawing, last) == 2;
        let_go(&laid);
        buffer_free(&blocks);
    }
    CU_ASSERT_EQUAL(turned, 2);
}

static void loses_no_signatures(void)
{
    struct buffer blocks = BUFFER_EMPTY;

    buffer_add_string(&blocks, "<signatures>");
    repeat(&blocks, "<field label='人'>甲</field>", 40);
    buffer_add_string(&blocks, "</signatures>");
    struct laid laid = lay(buffer_string(&blocks), "portrait");
    CU_ASSERT_TRUE(count_text(laid.drawing, 0) >= 40);
    let_go(&laid);
    buffer_free(&blocks);
}

/* Rows as a page has them, and what no page has room for. */
static void loses_nothing_of_large_tables(void)
{
    static const struct { size_t rows, words; const char *word; } cases[] = {
        { 1000, 1, "行" }, { 1, 9000, "行" }, { 3, 5000, "a" },
        { 40, 300, "长" }, { 2, 700, "word " },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer blocks = BUFFER_EMPTY, words = BUFFER_EMPTY;
        repeat(&words, cases[i].word, cases[i].words);
        add_table(&blocks, cases[i].rows, buffer_string(&words));
        for (int turned = 0; turned < 2; turned++) {
            struct laid laid = lay(buffer_string(&blocks), turned
                ? "landscape" : "portrait");
            check_all_there(&laid);
            let_go(&laid);
        }
        buffer_free(&words);
        buffer_free(&blocks);
    }
}

/* Numbers that look like chance, and are the same in every run. */
static unsigned chance(unsigned *state, unsigned below)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % below;
}

static void add_random_table(struct buffer *out, unsigned *state)
{
    static const char *const roles[] = { "header", "label", "text", "figure",
        "blank" };
    static const char *const words[] = { "", "字", "数量指标", "12345.67",
        "WideWordOfLetters", "一句较长的话，用来占满几行。" };
    unsigned columns = 1 + chance(state, 5), rows = 1 + chance(state, 30);

    buffer_add_string(out, "<table role='form'><caption/><columns>");
    for (unsigned k = 0; k < columns; k++)
        buffer_printf(out, "<column width='%u'/>", 8 + chance(state, 40));
    buffer_add_string(out, "</columns><body>");
    for (unsigned row = 0; row < rows; row++) {
        buffer_add_string(out, "<row>");
        for (unsigned k = chance(state, columns + 1); k < columns; k++) {
            buffer_printf(out, "<cell role='%s' rowspan='%u' colspan='%u'>",
                roles[chance(state, 5)], 1 + chance(state, 4),
                1 + chance(state, 3));
            repeat(out, words[chance(state, 6)], chance(state, 9));
            buffer_add_string(out, "</cell>");
        }
        buffer_add_string(out, "</row>");
    }
    buffer_add_string(out, "</body></table>");
}

/* Spans that meet, rows without cells, cells that no column is left for. */
static void stands_tables_of_any_shape(void)
{
    unsigned state = 1;

    for (int i = 0; i < 150; i++) {
        struct buffer blocks = BUFFER_EMPTY;
        add_random_table(&blocks, &state);
        struct laid laid = lay(buffer_string(&blocks), i % 2 ? "portrait"
            : "landscape");
        for (size_t k = 0; k < laid.drawing->operation_count; k++) {
            const struct operation *operation = &laid.drawing->operations[k];
            CU_ASSERT_TRUE(OPERATION_IS_ARTIFACT(operation)
                || operation->node < laid.drawing->node_count);
        }
        for (size_t k = 0; k < laid.drawing->node_count; k++)
            CU_ASSERT_TRUE(laid.drawing->nodes[k].rowspan >= 1
                && laid.drawing->nodes[k].colspan >= 1);
        let_go(&laid);
        buffer_free(&blocks);
    }
}

static void makes_wide_tables_narrower(void)
{
    struct laid laid = lay("<table role='form'><caption/><columns>"
        "<column width='200'/><column width='300'/></columns><body><row>"
        "<cell role='text'>左</cell><cell role='text'>右</cell></row></body>"
        "</table>", "portrait");

    check_all_there(&laid);
    CU_ASSERT_TRUE(lowest_rule(laid.drawing, 0) > 0);
    let_go(&laid);
}

static void shrinks_words_that_are_too_wide(void)
{
    struct laid laid = lay("<table role='form'><caption/><columns>"
        "<column width='16'/></columns><body><row><cell role='figure'>"
        "123456789.12</cell></row></body></table>", "portrait");
    const struct operation *operation = operation_at(laid.drawing, 0, 0);

    CU_ASSERT_EQUAL_FATAL(operation->of.text.count, 12);
    CU_ASSERT_TRUE(operation->of.text.size < 10500);
    CU_ASSERT_TRUE(operation->of.text.size
        >= laid.typography->table.smallest);
    check_all_there(&laid);
    let_go(&laid);
}

/* The two lines end so many characters from the right, and stand below one
 * space together; what is no number of characters is none. */
static void signs_at_the_right(void)
{
    static const struct { const char *right; unsigned in; } cases[] = {
        { "0", 0 }, { "4", 4 }, { "20", 20 }, { "21", 0 }, { "-3", 0 },
        { "x", 0 }, { "99999999999999999999", 0 },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer blocks = BUFFER_EMPTY;
        buffer_printf(&blocks, "<paragraph>文</paragraph><signed right='%s'>"
            "财政局</signed> <signed right='4'>三月</signed>", cases[i].right);
        struct laid laid = lay(buffer_string(&blocks), "portrait");
        const struct typography *t = laid.typography;
        const struct operation *name = operation_at(laid.drawing, 0, 1);
        const struct operation *day = operation_at(laid.drawing, 0, 2);
        extent right = t->page.width - t->page.right - name->of.text.size
            * (extent)cases[i].in;
        CU_ASSERT_TRUE(end_of(laid.drawing, name) <= right + EXTENT_POINT);
        CU_ASSERT_TRUE(end_of(laid.drawing, name) >= right - EXTENT_POINT);
        CU_ASSERT_TRUE(day->of.text.y - name->of.text.y < name->of.text.y
            - operation_at(laid.drawing, 0, 0)->of.text.y);
        let_go(&laid);
        buffer_free(&blocks);
    }
}

/* Letters of the first line, whatever faces they are in. */
static size_t count_first_line(const struct drawing *drawing)
{
    const struct operation *first = operation_at(drawing, 0, 0), *operation;
    size_t count = 0;

    for (size_t k = 0; (operation = operation_at(drawing, 0, k)); k++)
        if (operation->kind == OPERATION_TEXT
            && operation->of.text.y == first->of.text.y)
            count += operation->of.text.count;
    return count;
}

/* The first line of a value in a narrow cell: a figure takes its unit along,
 * whatever that is, and words are words. */
static void parts_no_figure_from_its_unit(void)
{
    static const struct { const char *words; unsigned letters; } cases[] = {
        { "≥1500批次", 7 }, { "12345.6公里", 9 }, { "1500元/亩", 7 },
        { "抽样检测批次", 3 }, { "1500批次，其中抽样检测三百批次", 5 },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer blocks = BUFFER_EMPTY;
        buffer_printf(&blocks, "<table role='form'><caption/><columns>"
            "<column width='16'/></columns><body><row><cell role='text'>"
            "<value src='/a'>%s</value></cell></row></body></table>",
            cases[i].words);
        struct laid laid = lay(buffer_string(&blocks), "portrait");
        CU_ASSERT_EQUAL(count_first_line(laid.drawing), cases[i].letters);
        let_go(&laid);
        buffer_free(&blocks);
    }
}

static bool is_words(const struct operation *operation)
{
    return operation->kind == OPERATION_TEXT
        && !OPERATION_IS_ARTIFACT(operation);
}

/* Words stay in their cell however far the model moves them in: all end
 * before those of the cell beside them, which come last. */
static void moves_words_in_within_their_cell(void)
{
    static const char *const indents[] = { "2", "40", "1321730047",
        "18446744073709551615" };

    for (size_t k = 0; k < COUNT(indents); k++) {
        struct buffer blocks = BUFFER_EMPTY;
        buffer_printf(&blocks, "<table role='form'><caption/><columns>"
            "<column width='60'/><column width='20'/></columns><body><row>"
            "<cell role='label' indent='%s'>其中：办公经费</cell><cell "
            "role='text'>1</cell></row></body></table>", indents[k]);
        struct laid laid = lay(buffer_string(&blocks), "portrait");
        const struct operation *at, *last = NULL;
        check_all_there(&laid);
        for (size_t n = 0; (at = operation_at(laid.drawing, 0, n)); n++)
            last = is_words(at) ? at : last;
        CU_ASSERT_PTR_NOT_NULL_FATAL(last);
        for (size_t n = 0; (at = operation_at(laid.drawing, 0, n)); n++)
            CU_ASSERT_TRUE(at == last || !is_words(at)
                || end_of(laid.drawing, at) <= last->of.text.x);
        let_go(&laid);
        buffer_free(&blocks);
    }
}

static void names_cells_by_their_headers(void)
{
    struct laid laid = lay("<table role='form'><caption/><columns>"
        "<column width='20'/><column width='20'/><column width='20'/>"
        "</columns><body><row><cell role='label' rowspan='3' scope='row'>标"
        "</cell><cell role='header' colspan='2' scope='col'>上</cell></row>"
        "<row><cell role='header' scope='col'>甲</cell><cell role='header' "
        "scope='col'>乙</cell></row><row><cell role='figure'>1</cell>"
        "<cell role='figure'>2</cell></row></body></table>", "portrait");
    const struct drawing *drawing = laid.drawing;
    const struct node *last = &drawing->nodes[drawing->node_count - 1];

    CU_ASSERT_EQUAL(last->kind, NODE_CELL);
    CU_ASSERT_EQUAL_FATAL(last->header_count, 3);
    for (size_t k = 0; k < 3; k++)
        CU_ASSERT_EQUAL(drawing->nodes[drawing->headers[last->first_header
            + k]].kind, NODE_HEADER_CELL);
    let_go(&laid);
}

static void turns_numbers_of_turned_pages(void)
{
    struct laid laid = lay("<paragraph>横</paragraph>", "landscape");
    const struct drawing *drawing = laid.drawing;

    CU_ASSERT_TRUE(drawing->pages[0].width > drawing->pages[0].height);
    CU_ASSERT_TRUE(operation_at(drawing, 0, drawing->pages[0].count - 1)
        ->of.text.is_turned);
    let_go(&laid);
}

static void says_once_where_characters_come_from(void)
{
    struct laid laid = lay("<paragraph><value src='/a' tag='aaaaaaaaaa' "
        "label='l' type='text' state='stated'>李喆堃𬱖䶮㸃喆</value>"
        "</paragraph>", "portrait");

    CU_ASSERT_TRUE(fonts_report(laid.fonts, laid.findings));
    size_t count = findings_count(laid.findings);
    CU_ASSERT_TRUE(fonts_report(laid.fonts, laid.findings));
    CU_ASSERT_EQUAL(findings_count(laid.findings), count);
    CU_ASSERT_EQUAL(laid.drawing->glyph_count, 7 + strlen("1") + 4);
    let_go(&laid);
}

/* What another set heard before does not matter. */
static void says_to_each_set_where_characters_come_from(void)
{
    const char *path = "build/fonts/FandolFang-Regular.otf";

    if (access(path, R_OK) != 0) {
        printf("skip layout: there is no %s\n", path);
        return;
    }

    struct laid laid = lay("<paragraph><value src='/a' tag='aaaaaaaaaa' "
        "label='l' type='text' state='stated'>𬱖</value></paragraph>",
        "portrait");

    CU_ASSERT_TRUE(fonts_report(laid.fonts, laid.findings));
    CU_ASSERT_PTR_NOT_NULL(strstr(fixture_codes(laid.findings), "X051"));
    for (int k = 0; k < 2; k++) {
        struct findings *findings = findings_new();
        fonts_begin(laid.fonts);
        drawing_free(layout_draw(laid.documents, laid.typography, laid.fonts,
            findings));
        CU_ASSERT_TRUE(fonts_report(laid.fonts, findings));
        CU_ASSERT_EQUAL(findings_count(findings),
            findings_count(laid.findings));
        CU_ASSERT_PTR_NOT_NULL(strstr(fixture_codes(findings), "X051"));
        findings_free(findings);
    }
    struct findings *findings = findings_new();
    fonts_begin(laid.fonts);
    CU_ASSERT_TRUE(fonts_report(laid.fonts, findings));
    CU_ASSERT_PTR_NULL(strstr(fixture_codes(findings), "X051"));
    findings_free(findings);
    let_go(&laid);
}

static void refuses_what_no_font_has(void)
{
    struct laid laid = lay("<paragraph><value src='/a' tag='aaaaaaaaaa' "
        "label='l' type='text' state='stated'>甲&#xE123;</value>"
        "</paragraph>", "portrait");

    CU_ASSERT_FALSE(fonts_report(laid.fonts, laid.findings));
    CU_ASSERT_PTR_NOT_NULL(strstr(fixture_codes(laid.findings),
        "X054 0:0 /a"));
    let_go(&laid);
}

/* Words that are no printed value, where their cell says what they are about;
 * a value in them has a place of its own. */
static void places_the_words_of_a_cell(void)
{
#define CELL(src, words) "<table role='form'><caption/><columns>" \
    "<column width='40'/></columns><body><row><cell role='text'" src ">" \
    words "</cell></row></body></table>"
    static const struct { const char *blocks, *codes; } cases[] = {
        { CELL(" src='/a'", "甲&#xE123;"), "X054 0:0 /a" },
        { CELL(" src='/a'", "<paragraph>&#xE123;</paragraph>"),
            "X054 0:0 /a" },
        { CELL(" src='/a'", "<value src='/b'>&#xE123;</value>"),
            "X054 0:0 /b" },
        { CELL("", "&#xE123;"), "X054 0:0" },
        { "<paragraph>&#xE123;</paragraph>", "X054 0:0" },
    };
#undef CELL

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct laid laid = lay(cases[k].blocks, "portrait");
        CU_ASSERT_FALSE(fonts_report(laid.fonts, laid.findings));
        /* Behind it a hint says which fonts stand in. */
        const char *said = fixture_codes(laid.findings);
        CU_ASSERT_EQUAL(strcspn(said, ","), strlen(cases[k].codes));
        CU_ASSERT_EQUAL(strncmp(said, cases[k].codes,
            strlen(cases[k].codes)), 0);
        let_go(&laid);
    }
}

static void draws_marks_with_their_letters(void)
{
    struct laid laid = lay("<paragraph>a&#x301;b</paragraph>", "portrait");
    struct laid whole = lay("<paragraph>&#xE1;b</paragraph>", "portrait");
    const struct glyph *glyphs = laid.drawing->glyphs;

    CU_ASSERT_EQUAL(glyphs[0].id, whole.drawing->glyphs[0].id);
    CU_ASSERT_EQUAL(glyphs[0].advance, whole.drawing->glyphs[0].advance);
    CU_ASSERT_EQUAL(glyphs[1].character, 0x301);
    CU_ASSERT_EQUAL(glyphs[1].advance, 0);
    CU_ASSERT_EQUAL(glyphs[2].id, whole.drawing->glyphs[1].id);
    CU_ASSERT_TRUE(fonts_report(laid.fonts, laid.findings));
    let_go(&laid);
    let_go(&whole);
}

#define VALUE(pointer, words) "<value src='" pointer "' tag='aaaaaaaaaa' " \
    "label='l' type='text' state='stated'>" words "</value>"

static void says_each_place_that_cannot_be_drawn(void)
{
    struct laid laid = lay("<paragraph>" VALUE("/a", "&#x5D0;&#x5D1;")
        VALUE("/b", "&#xE123;") VALUE("/c", "&#x7532;&#x301;")
        VALUE("/d", "&#x5D2;") "</paragraph>", "portrait");

    CU_ASSERT_FALSE(fonts_report(laid.fonts, laid.findings));
    const char *codes = fixture_codes(laid.findings);
    CU_ASSERT_PTR_NOT_NULL(strstr(codes, "X047 0:0 /a"));
    CU_ASSERT_PTR_NOT_NULL(strstr(codes, "X054 0:0 /b"));
    CU_ASSERT_PTR_NOT_NULL(strstr(codes, "X047 0:0 /c"));
    CU_ASSERT_PTR_NOT_NULL(strstr(codes, "X047 0:0 /d"));
    let_go(&laid);
}

/* Whatever faces the words of a place are set in. */
static void says_once_what_no_face_draws(void)
{
    struct laid laid = lay("<heading level='1'>" VALUE("/a", "&#x5D0;")
        VALUE("/b", "&#xE123;") "</heading><paragraph>" VALUE("/a", "&#x5D0;")
        VALUE("/b", "&#xE123;") "</paragraph>", "portrait");

    CU_ASSERT_FALSE(fonts_report(laid.fonts, laid.findings));
    size_t told = 0;
    for (size_t k = 0; k < findings_count(laid.findings); k++)
        told += findings_get(laid.findings, k)->pointer != NULL;
    CU_ASSERT_EQUAL(told, 2);
    let_go(&laid);
}

/* The 29th character takes the 28th along; the mark goes with it. */
static void leaves_no_character_alone(void)
{
    struct buffer blocks = BUFFER_EMPTY;

    buffer_add_string(&blocks, "<paragraph>");
    repeat(&blocks, "绩", 26 + 1);
    buffer_add_string(&blocks, "。</paragraph><paragraph>");
    repeat(&blocks, "绩", 26 + 2);
    buffer_add_string(&blocks, "</paragraph>");
    struct laid laid = lay(buffer_string(&blocks), "portrait");
    CU_ASSERT_EQUAL(operation_at(laid.drawing, 0, 0)->of.text.count, 25);
    CU_ASSERT_EQUAL(operation_at(laid.drawing, 0, 1)->of.text.count, 3);
    CU_ASSERT_EQUAL(operation_at(laid.drawing, 0, 2)->of.text.count, 26);
    CU_ASSERT_EQUAL(operation_at(laid.drawing, 0, 3)->of.text.count, 2);
    check_all_there(&laid);
    let_go(&laid);
    buffer_free(&blocks);
}

static extent advance_of(const struct drawing *drawing,
    const struct operation *operation, size_t k)
{
    return drawing->glyphs[operation->of.text.first + k].advance;
}

/* The same figure stands in the last line, which is not widened. */
static void widens_no_figure(void)
{
    struct buffer blocks = BUFFER_EMPTY;

    buffer_add_string(&blocks, "<paragraph>绩绩117003绩");
    repeat(&blocks, "绩", 24);
    buffer_add_string(&blocks, "117003绩</paragraph>");
    struct laid laid = lay(buffer_string(&blocks), "portrait");
    const struct drawing *drawing = laid.drawing;
    const struct operation *lines[6];
    for (size_t k = 0; k < 6; k++)
        lines[k] = operation_at(drawing, 0, k);
    CU_ASSERT_EQUAL_FATAL(lines[1]->of.text.count, 6);
    CU_ASSERT_EQUAL_FATAL(lines[4]->of.text.count, 6);
    for (size_t k = 0; k < 5; k++)
        CU_ASSERT_EQUAL(advance_of(drawing, lines[1], k),
            advance_of(drawing, lines[4], k));
    CU_ASSERT_TRUE(advance_of(drawing, lines[1], 5)
        > advance_of(drawing, lines[4], 5));
    CU_ASSERT_TRUE(advance_of(drawing, lines[0], 0)
        > advance_of(drawing, lines[3], 0));
    CU_ASSERT_TRUE(abs(drawing->pages[0].width - laid.typography->page.right
        - end_of(drawing, lines[2])) < EXTENT_POINT);
    let_go(&laid);
    buffer_free(&blocks);
}

static void widens_words_where_a_line_has_nothing_else(void)
{
    struct buffer blocks = BUFFER_EMPTY;

    buffer_add_string(&blocks, "<paragraph>");
    repeat(&blocks, "Wi", 200);
    buffer_add_string(&blocks, "</paragraph>");
    struct laid laid = lay(buffer_string(&blocks), "portrait");
    const struct page *page = &laid.drawing->pages[0];
    CU_ASSERT_TRUE(abs(page->width - laid.typography->page.right
        - end_of(laid.drawing, operation_at(laid.drawing, 0, 1)))
        < EXTENT_POINT / 10);
    let_go(&laid);
    buffer_free(&blocks);
}

/* Even lines would be of seven characters. */
static void ends_lines_of_labels_at_marks(void)
{
    static const struct { unsigned width; const char *words, *first; }
        cases[] = {
        { 32, "七、省级专项资金（动物防疫）", "七、省级专项资金" },
        { 26, "单位自评得分（分）", "单位自评得分" },
        { 26, "年度指标（分）", "年度指标" },
        { 20, "单位自评得分（分）", "单位自评得" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer blocks = BUFFER_EMPTY, line = BUFFER_EMPTY;
        buffer_printf(&blocks, "<table role='form'><caption/><columns>"
            "<column width='%u'/><column width='99'/></columns><body><row>"
            "<cell role='label'>%s</cell><cell role='text'>行</cell></row>"
            "</body></table>", cases[i].width, cases[i].words);
        struct laid laid = lay(buffer_string(&blocks), "portrait");
        add_glyphs(&line, laid.drawing, operation_at(laid.drawing, 0, 0));
        CU_ASSERT_STRING_EQUAL(buffer_string(&line), cases[i].first);
        buffer_free(&blocks);
        buffer_free(&line);
        let_go(&laid);
    }
}

CU_TestInfo layout_tests[] = {
    {"sets 22 lines of 28 characters", sets_22_lines_of_28_characters},
    {"puts page numbers outside", puts_page_numbers_outside},
    {"draws heads and labels again", draws_heads_and_labels_again},
    {"draws blocks that go over heads again", draws_blocks_over_heads_again},
    {"leaves no heading alone", leaves_no_heading_alone},
    {"leaves no signatures alone", leaves_no_signatures_alone},
    {"leaves no row alone", leaves_no_row_alone},
    {"loses no signatures", loses_no_signatures},
    {"loses nothing of large tables", loses_nothing_of_large_tables},
    {"stands tables of any shape", stands_tables_of_any_shape},
    {"makes wide tables narrower", makes_wide_tables_narrower},
    {"shrinks words that are too wide", shrinks_words_that_are_too_wide},
    {"moves words in within their cell", moves_words_in_within_their_cell},
    {"names cells by their headers", names_cells_by_their_headers},
    {"turns the numbers of turned pages", turns_numbers_of_turned_pages},
    {"says once where characters come from",
        says_once_where_characters_come_from},
    {"says to each set where characters come from",
        says_to_each_set_where_characters_come_from},
    {"refuses what no font has", refuses_what_no_font_has},
    {"places the words of a cell", places_the_words_of_a_cell},
    {"draws marks with their letters", draws_marks_with_their_letters},
    {"says each place that cannot be drawn",
        says_each_place_that_cannot_be_drawn},
    {"says once what no face draws", says_once_what_no_face_draws},
    {"signs at the right", signs_at_the_right},
    {"parts no figure from its unit", parts_no_figure_from_its_unit},
    {"leaves no character alone", leaves_no_character_alone},
    {"widens no figure", widens_no_figure},
    {"widens words where a line has nothing else",
        widens_words_where_a_line_has_nothing_else},
    {"ends lines of labels at marks", ends_lines_of_labels_at_marks},
    CU_TEST_INFO_NULL
};
