/* What is in the cells of a table. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "0_base/buffer.h"
#include "fixture.h"
#include "layout_fixture.h"

static void shrinks_words_that_are_too_wide(void)
{
    struct laid laid = layout_lay("<table role='form'><caption/><columns>"
        "<column width='16'/></columns><body><row><cell role='figure'>"
        "123456789.12</cell></row></body></table>", "portrait");
    const struct operation *operation = layout_operation(laid.drawing, 0, 0);

    CU_ASSERT_EQUAL_FATAL(operation->of.text.count, 12);
    CU_ASSERT_TRUE(operation->of.text.size < 10500);
    CU_ASSERT_TRUE(operation->of.text.size
        >= laid.typography->table.smallest);
    check_all_there(&laid);
    layout_let_go(&laid);
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
        struct laid laid = layout_lay(buffer_string(&blocks), "portrait");
        const struct operation *at, *last = NULL;
        check_all_there(&laid);
        for (size_t n = 0; (at = layout_operation(laid.drawing, 0, n)); n++)
            last = is_words(at) ? at : last;
        CU_ASSERT_PTR_NOT_NULL_FATAL(last);
        for (size_t n = 0; (at = layout_operation(laid.drawing, 0, n)); n++)
            CU_ASSERT_TRUE(at == last || !is_words(at)
                || end_of(laid.drawing, at) <= last->of.text.x);
        layout_let_go(&laid);
        buffer_free(&blocks);
    }
}

static void names_cells_by_their_headers(void)
{
    struct laid laid = layout_lay("<table role='form'><caption/><columns>"
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
    layout_let_go(&laid);
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
        struct laid laid = layout_lay(cases[k].blocks, "portrait");
        CU_ASSERT_FALSE(fonts_report(laid.fonts, laid.findings));
        /* Behind it a hint says which fonts stand in. */
        const char *said = fixture_codes(laid.findings);
        CU_ASSERT_EQUAL(strcspn(said, ","), strlen(cases[k].codes));
        CU_ASSERT_EQUAL(strncmp(said, cases[k].codes,
            strlen(cases[k].codes)), 0);
        layout_let_go(&laid);
    }
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
        struct laid laid = layout_lay(buffer_string(&blocks), "portrait");
        add_glyphs(&line, laid.drawing, layout_operation(laid.drawing, 0, 0));
        CU_ASSERT_STRING_EQUAL(buffer_string(&line), cases[i].first);
        buffer_free(&blocks);
        buffer_free(&line);
        layout_let_go(&laid);
    }
}

CU_TestInfo layout_cells_tests[] = {
    {"shrinks words that are too wide", shrinks_words_that_are_too_wide},
    {"moves words in within their cell", moves_words_in_within_their_cell},
    {"names cells by their headers", names_cells_by_their_headers},
    {"places the words of a cell", places_the_words_of_a_cell},
    {"ends lines of labels at marks", ends_lines_of_labels_at_marks},
    CU_TEST_INFO_NULL
};
