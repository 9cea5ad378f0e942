/* Tables over several pages. */

#include <CUnit/CUnit.h>

#include "0_base/buffer.h"
#include "fixture.h"
#include "layout_fixture.h"

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

    for (size_t k = 0; (operation = layout_operation(drawing, page, k)); k++)
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
    struct laid laid = layout_lay(buffer_string(&blocks), "portrait");
    const struct drawing *drawing = laid.drawing;
    CU_ASSERT_EQUAL_FATAL(drawing->page_count, 2);
    struct buffer repeats = BUFFER_EMPTY;
    const struct operation *operation;
    extent lowest_word = 0;
    for (size_t k = 0; (operation = layout_operation(drawing, 1, k)); k++)
        if (operation->kind == OPERATION_TEXT && k < 5
            && operation->node == ARTIFACT_PAGINATION)
            add_glyphs(&repeats, drawing, operation);
    CU_ASSERT_STRING_EQUAL(buffer_string(&repeats), "头题标");
    /* The table is closed below its last row on both pages. */
    for (size_t page = 0; page < 2; page++) {
        for (size_t k = 0; (operation = layout_operation(drawing, page, k)); k++)
            if (operation->kind == OPERATION_TEXT
                && !OPERATION_IS_ARTIFACT(operation))
                lowest_word = operation->of.text.y;
        CU_ASSERT_TRUE(lowest_rule(drawing, page) > lowest_word);
    }
    check_all_there(&laid);
    layout_let_go(&laid);
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
    add_times(&blocks, "<row><cell role='text'>行</cell></row>", 59);
    buffer_add_string(&blocks, "</body></table>");
    struct laid laid = layout_lay(buffer_string(&blocks), "portrait");
    const struct drawing *drawing = laid.drawing;
    CU_ASSERT_EQUAL_FATAL(drawing->page_count, 2);
    for (size_t page = 0; page < 2; page++) {
        const struct operation *label = layout_operation(drawing, page, 0);
        CU_ASSERT_EQUAL(drawing->glyphs[label->of.text.first].character,
            0x5757);
        CU_ASSERT_TRUE(label->of.text.y > laid.typography->page.top
            + (page == 0 ? 200 : 50) * EXTENT_POINT);
        CU_ASSERT_EQUAL(OPERATION_IS_ARTIFACT(label), page == 1);
    }
    CU_ASSERT_EQUAL(drawing->nodes[drawing->operations[0].node].rowspan, 61);
    check_all_there(&laid);
    layout_let_go(&laid);
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
        struct laid laid = layout_lay(buffer_string(&blocks), "portrait");
        const struct drawing *drawing = laid.drawing;
        size_t last = drawing->page_count - 1;
        /* A row, the note and the signatures, if not all of it. */
        CU_ASSERT_TRUE(layout_count_text(drawing, last) >= 3);
        layout_let_go(&laid);
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
        struct laid laid = layout_lay(buffer_string(&blocks), "portrait");
        size_t last = laid.drawing->page_count - 1;
        CU_ASSERT_TRUE(layout_count_text(laid.drawing, last) >= 2);
        turned += last > 0 && layout_count_text(laid.drawing, last) == 2;
        layout_let_go(&laid);
        buffer_free(&blocks);
    }
    CU_ASSERT_EQUAL(turned, 2);
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
        add_times(&words, cases[i].word, cases[i].words);
        add_table(&blocks, cases[i].rows, buffer_string(&words));
        for (int turned = 0; turned < 2; turned++) {
            struct laid laid = layout_lay(buffer_string(&blocks), turned
                ? "landscape" : "portrait");
            check_all_there(&laid);
            layout_let_go(&laid);
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
            add_times(out, words[chance(state, 6)], chance(state, 9));
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
        struct laid laid = layout_lay(buffer_string(&blocks), i % 2 ? "portrait"
            : "landscape");
        for (size_t k = 0; k < laid.drawing->operation_count; k++) {
            const struct operation *operation = &laid.drawing->operations[k];
            CU_ASSERT_TRUE(OPERATION_IS_ARTIFACT(operation)
                || operation->node < laid.drawing->node_count);
        }
        for (size_t k = 0; k < laid.drawing->node_count; k++)
            CU_ASSERT_TRUE(laid.drawing->nodes[k].rowspan >= 1
                && laid.drawing->nodes[k].colspan >= 1);
        layout_let_go(&laid);
        buffer_free(&blocks);
    }
}

static void makes_wide_tables_narrower(void)
{
    struct laid laid = layout_lay("<table role='form'><caption/><columns>"
        "<column width='200'/><column width='300'/></columns><body><row>"
        "<cell role='text'>左</cell><cell role='text'>右</cell></row></body>"
        "</table>", "portrait");

    check_all_there(&laid);
    CU_ASSERT_TRUE(lowest_rule(laid.drawing, 0) > 0);
    layout_let_go(&laid);
}

CU_TestInfo layout_tables_tests[] = {
    {"draws heads and labels again", draws_heads_and_labels_again},
    {"draws blocks that go over heads again", draws_blocks_over_heads_again},
    {"leaves no signatures alone", leaves_no_signatures_alone},
    {"leaves no row alone", leaves_no_row_alone},
    {"loses nothing of large tables", loses_nothing_of_large_tables},
    {"stands tables of any shape", stands_tables_of_any_shape},
    {"makes wide tables narrower", makes_wide_tables_narrower},
    CU_TEST_INFO_NULL
};
