/* Lines and pages of a layout. */

#include <CUnit/CUnit.h>

#include "0_base/buffer.h"
#include "fixture.h"
#include "layout_fixture.h"

static void sets_22_lines_of_28_characters(void)
{
    struct buffer blocks = BUFFER_EMPTY;

    buffer_add_string(&blocks, "<paragraph>");
    add_times(&blocks, "绩", 28 * 22 + 5);
    buffer_add_string(&blocks, "</paragraph>");
    struct laid laid = layout_lay(buffer_string(&blocks), "portrait");
    CU_ASSERT_EQUAL_FATAL(laid.drawing->page_count, 2);
    /* The first line begins two characters in. */
    CU_ASSERT_EQUAL(layout_count_text(laid.drawing, 0), 22);
    CU_ASSERT_EQUAL(layout_operation(laid.drawing, 0, 0)->of.text.count, 26);
    CU_ASSERT_EQUAL(layout_operation(laid.drawing, 0, 1)->of.text.count, 28);
    CU_ASSERT_EQUAL(layout_operation(laid.drawing, 1, 0)->of.text.count, 7);
    check_all_there(&laid);
    layout_let_go(&laid);
    buffer_free(&blocks);
}

static void puts_page_numbers_outside(void)
{
    struct buffer blocks = BUFFER_EMPTY;

    buffer_add_string(&blocks, "<paragraph>");
    add_times(&blocks, "绩", 28 * 30);
    buffer_add_string(&blocks, "</paragraph>");
    struct laid laid = layout_lay(buffer_string(&blocks), "portrait");
    const struct drawing *drawing = laid.drawing;
    extent middle = drawing->pages[0].width / 2;
    for (size_t page = 0; page < 2; page++) {
        const struct operation *last = layout_operation(drawing, page,
            drawing->pages[page].count - 1);
        CU_ASSERT_EQUAL(last->node, ARTIFACT_PAGINATION);
        CU_ASSERT_EQUAL(last->of.text.x > middle, page == 0);
        CU_ASSERT_TRUE(last->of.text.y > drawing->pages[page].height
            - laid.typography->page.bottom
            + laid.typography->page.number_below);
    }
    layout_let_go(&laid);
    buffer_free(&blocks);
}

/* Blocks behind as many lines as a page has but one: so many texts are on the
 * first page, and on the second. */
static struct laid lay_behind_lines(const char *behind, size_t first,
    size_t second)
{
    struct buffer blocks = BUFFER_EMPTY;

    for (size_t k = 0; k < 21; k++)
        buffer_add_string(&blocks, "<paragraph>行</paragraph>");
    buffer_add_string(&blocks, behind);
    struct laid laid = layout_lay(buffer_string(&blocks), "portrait");
    CU_ASSERT_EQUAL_FATAL(laid.drawing->page_count, 2);
    CU_ASSERT_EQUAL(layout_count_text(laid.drawing, 0), first);
    CU_ASSERT_EQUAL(layout_count_text(laid.drawing, 1), second);
    buffer_free(&blocks);
    return laid;
}

static void leaves_no_heading_alone(void)
{
    struct laid laid = lay_behind_lines("<heading level='1' number=''>题"
        "</heading><paragraph>文</paragraph>", 21, 2);

    CU_ASSERT_EQUAL(laid.drawing->bookmark_count, 1);
    CU_ASSERT_EQUAL(laid.drawing->bookmarks[0].page, 1);
    check_all_there(&laid);
    layout_let_go(&laid);
}

static void signs_below_words(void)
{
    struct laid laid = lay_behind_lines("<signed right='4'>局</signed>"
        "<signed right='4'>日</signed>", 20, 3);

    layout_let_go(&laid);
}

static void loses_no_signatures(void)
{
    struct buffer blocks = BUFFER_EMPTY;

    buffer_add_string(&blocks, "<signatures>");
    add_times(&blocks, "<field label='人'>甲</field>", 40);
    buffer_add_string(&blocks, "</signatures>");
    struct laid laid = layout_lay(buffer_string(&blocks), "portrait");
    CU_ASSERT_TRUE(layout_count_text(laid.drawing, 0) >= 40);
    layout_let_go(&laid);
    buffer_free(&blocks);
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
        struct laid laid = layout_lay(buffer_string(&blocks), "portrait");
        const struct typography *t = laid.typography;
        const struct operation *name = layout_operation(laid.drawing, 0, 1);
        const struct operation *day = layout_operation(laid.drawing, 0, 2);
        extent right = t->page.width - t->page.right - name->of.text.size
            * (extent)cases[i].in;
        CU_ASSERT_TRUE(end_of(laid.drawing, name) <= right + EXTENT_POINT);
        CU_ASSERT_TRUE(end_of(laid.drawing, name) >= right - EXTENT_POINT);
        CU_ASSERT_TRUE(day->of.text.y - name->of.text.y < name->of.text.y
            - layout_operation(laid.drawing, 0, 0)->of.text.y);
        layout_let_go(&laid);
        buffer_free(&blocks);
    }
}

/* Letters of the first line, whatever faces they are in. */
static size_t count_first_line(const struct drawing *drawing)
{
    const struct operation *first = layout_operation(drawing, 0, 0), *operation;
    size_t count = 0;

    for (size_t k = 0; (operation = layout_operation(drawing, 0, k)); k++)
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
        struct laid laid = layout_lay(buffer_string(&blocks), "portrait");
        CU_ASSERT_EQUAL(count_first_line(laid.drawing), cases[i].letters);
        layout_let_go(&laid);
        buffer_free(&blocks);
    }
}

static void turns_numbers_of_turned_pages(void)
{
    struct laid laid = layout_lay("<paragraph>横</paragraph>", "landscape");
    const struct drawing *drawing = laid.drawing;

    CU_ASSERT_TRUE(drawing->pages[0].width > drawing->pages[0].height);
    CU_ASSERT_TRUE(layout_operation(drawing, 0, drawing->pages[0].count - 1)
        ->of.text.is_turned);
    layout_let_go(&laid);
}

/* The 29th character takes the 28th along; the mark goes with it. */
static void leaves_no_character_alone(void)
{
    struct buffer blocks = BUFFER_EMPTY;

    buffer_add_string(&blocks, "<paragraph>");
    add_times(&blocks, "绩", 26 + 1);
    buffer_add_string(&blocks, "。</paragraph><paragraph>");
    add_times(&blocks, "绩", 26 + 2);
    buffer_add_string(&blocks, "</paragraph>");
    struct laid laid = layout_lay(buffer_string(&blocks), "portrait");
    CU_ASSERT_EQUAL(layout_operation(laid.drawing, 0, 0)->of.text.count, 25);
    CU_ASSERT_EQUAL(layout_operation(laid.drawing, 0, 1)->of.text.count, 3);
    CU_ASSERT_EQUAL(layout_operation(laid.drawing, 0, 2)->of.text.count, 26);
    CU_ASSERT_EQUAL(layout_operation(laid.drawing, 0, 3)->of.text.count, 2);
    check_all_there(&laid);
    layout_let_go(&laid);
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
    add_times(&blocks, "绩", 24);
    buffer_add_string(&blocks, "117003绩</paragraph>");
    struct laid laid = layout_lay(buffer_string(&blocks), "portrait");
    const struct drawing *drawing = laid.drawing;
    const struct operation *lines[6];
    for (size_t k = 0; k < 6; k++)
        lines[k] = layout_operation(drawing, 0, k);
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
    layout_let_go(&laid);
    buffer_free(&blocks);
}

static void widens_words_where_a_line_has_nothing_else(void)
{
    struct buffer blocks = BUFFER_EMPTY;

    buffer_add_string(&blocks, "<paragraph>");
    add_times(&blocks, "Wi", 200);
    buffer_add_string(&blocks, "</paragraph>");
    struct laid laid = layout_lay(buffer_string(&blocks), "portrait");
    const struct page *page = &laid.drawing->pages[0];
    CU_ASSERT_TRUE(abs(page->width - laid.typography->page.right
        - end_of(laid.drawing, layout_operation(laid.drawing, 0, 1)))
        < EXTENT_POINT / 10);
    layout_let_go(&laid);
    buffer_free(&blocks);
}

CU_TestInfo layout_tests[] = {
    {"sets 22 lines of 28 characters", sets_22_lines_of_28_characters},
    {"puts page numbers outside", puts_page_numbers_outside},
    {"leaves no heading alone", leaves_no_heading_alone},
    {"signs below the words of a page", signs_below_words},
    {"loses no signatures", loses_no_signatures},
    {"turns the numbers of turned pages", turns_numbers_of_turned_pages},
    {"signs at the right", signs_at_the_right},
    {"parts no figure from its unit", parts_no_figure_from_its_unit},
    {"leaves no character alone", leaves_no_character_alone},
    {"widens no figure", widens_no_figure},
    {"widens words where a line has nothing else",
        widens_words_where_a_line_has_nothing_else},
    CU_TEST_INFO_NULL
};
