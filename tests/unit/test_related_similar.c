/* Texts that repeat one another, all of them found, in time that grows with
 * the text. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "0_base/buffer.h"
#include "6_rules/related/related.h"
#include "related_fixture.h"

static void finds_texts_that_are_nearly_equal(void)
{
    static const char tree[] = "<s>"
        "<p id='a'>全面排查欠薪隐患，依法查处违法行为，全年立案4件。</p>"
        "<p id='b'>坚持落实两金三制，公开举报投诉电话和受理地点。</p>"
        "<p id='c'>全面排查欠薪隐患、依法查处违法行为；全年 立案４件</p>"
        "<p id='d'>全面排查欠薪隐患，依法查处违法行为，全年立案5件。</p>"
        "<p id='e'>依法查处违法行为，全面排查欠薪隐患。</p>"
        "<p id='f'>短的文字一样的</p><p id='g'>短的文字一样的</p>"
        "<p id='h'>目标是<reference>坚持落实两金三制，公开举报投诉电话"
        "和受理地点。</reference></p>"
        "<p id='i'>全年为<reference>1050人</reference>追回工资"
        "<reference>815万元</reference>。</p>"
        "<p id='j'>全年为1050人追回工资815万元。</p>"
        "<p id='k'/></s>";
    static const struct expected cases[] = {
        { "t:twins(p, 90)", "c d j" },
        { "t:twin(p[1])", "" }, { "t:twin(p[3])", "a" },
        { "t:twin(p[4])", "a" }, { "t:twin(p[10])", "i" },
        { "t:twin(none)", "" },
        { "t:twins(p, 100)", "c j" },
        { "t:twin(p[4])", "" },                 /* those of the last call */
        { "t:twins(p, '60')", "c d e j" },
        { "t:twins(p[position() > 1], 90)", "d j" },
        { "t:twin(p[4])", "c" },
        { "t:twins(p[4] | p[3] | p[1], 90)", "c d" },
        { "t:twins(none, 90)", "" },
        { "t:twins(p, 0)", "!" }, { "t:twins(p, 101)", "!" },
        { "t:twins(p, 'many')", "!" }, { "t:twins('p', 90)", "" },
        { "t:twins(p)", "!" }, { "t:twin()", "!" },
    };

    check_tree(tree, cases, COUNT(cases));
}

#define LETTERS 24              /* of a made up text: a to f */
#define TEXTS 120

/* Mostly copies of earlier ones, with a few changes. */
static void make_texts(char text[TEXTS][LETTERS + 1])
{
    unsigned state = 1;

    for (int i = 0; i < TEXTS; i++) {
        for (int k = 0; k < LETTERS; k++) {
            state = state * 1103515245u + 12345u;
            text[i][k] = i > 3 && (state >> 16) % 12 ? text[i / 4][k]
                : (char)('a' + (state >> 20) % 6);
        }
        text[i][LETTERS] = '\0';
    }
}

static bool has_pair(const char *text, char first, char second)
{
    char pair[] = { first, second, '\0' };

    return strstr(text, pair) != NULL;
}

/* By counting, without any index. */
static bool are_alike(const char *a, const char *b, int share)
{
    int sizes = 0, common = 0;

    for (char first = 'a'; first <= 'f'; first++)
        for (char second = 'a'; second <= 'f'; second++) {
            bool in_a = has_pair(a, first, second);
            bool in_b = has_pair(b, first, second);
            sizes += in_a + in_b;
            common += in_a && in_b;
        }
    return 200 * common >= share * sizes;
}

static bool is_like_earlier(char text[TEXTS][LETTERS + 1], int i, int share)
{
    for (int j = 0; j < i; j++)
        if (are_alike(text[i], text[j], share))
            return true;
    return false;
}

/* What a search through all pairs of texts finds is found, and no more. */
static void misses_no_twin(void)
{
    static const int shares[] = { 50, 75, 90, 100 };
    char text[TEXTS][LETTERS + 1];
    struct buffer tree = BUFFER_EMPTY;
    struct session session;

    make_texts(text);
    buffer_add_string(&tree, "<s>");
    for (int i = 0; i < TEXTS; i++)
        buffer_printf(&tree, "<p id='%d'>%s</p>", i, text[i]);
    buffer_add_string(&tree, "</s>");
    session_begin(&session, buffer_string(&tree));
    for (size_t k = 0; k < COUNT(shares); k++) {
        struct buffer expected = BUFFER_EMPTY;
        char expression[64];
        for (int i = 0; i < TEXTS; i++)
            if (is_like_earlier(text, i, shares[k]))
                buffer_printf(&expected, "%s%d", expected.length ? " " : "",
                    i);
        snprintf(expression, sizeof expression, "t:twins(p, %d)", shares[k]);
        session_check(&session, expression, "made up texts",
            buffer_string(&expected));
        buffer_free(&expected);
    }
    session_end(&session);
    buffer_free(&tree);
}

static void tells_how_much_is_covered(void)
{
    static const char tree[] = "<s>"
        "<p id='a'>完成征缴任务</p><p id='b'>建立监管机制</p>"
        "<p id='c'>建立<reference>基金</reference>监管机制</p><p id='d'/>"
        "</s>";
    static const struct expected cases[] = {
        { "t:overlap('建立监管机制', p)", "100" },
        { "t:overlap('建立监管机制', p[1])", "0" },
        { "t:overlap('立监管机', p[2] | p[1])", "100" },
        { "t:overlap('完成征缴目标', p)", "60" },
        { "t:overlap('完成', '完成了')", "100" },
        { "t:overlap('完，成。', '“完成”')", "100" },
        { "t:overlap(p[3], p[2])", "57" },      /* 4 of 7 */
        { "t:overlap(p[3], none)", "0" },
        { "t:overlap('', p)", "" }, { "t:overlap('完', p)", "" },
        { "t:overlap(p[4], p)", "" }, { "t:overlap(none, p)", "" },
        { "t:overlap('ＡＢ', 'ab')", "100" },
        { "t:overlap('完成')", "!" },
    };

    check_tree(tree, cases, COUNT(cases));
}

static void finds_clauses_that_are_not_covered(void)
{
    static const char tree[] = "<s>"
        "<p id='a'>新增城镇就业4620人</p><p id='b'>开展<reference>技能培训"
        "</reference>12期</p><p id='c'/><p id='d'>新增城镇就业4500人；"
        "开展技能培训；建立监管机制。</p></s>";
    static const struct expected cases[] = {
        { "t:uncovered(p[4], p[1], 50)", "开展技能培训" },
        { "t:uncovered(p[4], p[1] | p[2], 50)", "建立监管机制" },
        { "t:uncovered(p[4], p, 50)", "" },
        { "t:uncovered('新增城镇就业4500人；技能培训', p[1], 50)", "技能培训" },
        { "t:uncovered('新增城镇就业4500人,技能培训12期', p[1], 50)",
            "技能培训12期" },
        { "t:uncovered('技能培训1,200人', '技能培训1', 90)",
            "技能培训1,200人" },
        { "t:uncovered('就业；培训。', p[1], 50)", "" },     /* too short */
        { "t:uncovered('新增就业；', '城镇新增就业', 100)", "" },
        { "t:uncovered('新增，就业', '城镇新增就业', 100)", "" },
        { "t:uncovered('新增农村就业', '城镇新增就业', 61)", "新增农村就业" },
        { "t:uncovered('新增；就业；增加农户收入!', '新增就业', 1)", "增加农户收入" },
        { "t:uncovered('建立监管机制', p[3], 50)", "" },    /* nothing said */
        { "t:uncovered('建立监管机制', '', 50)", "" },
        { "t:uncovered('', p, 50)", "" }, { "t:uncovered(none, p, 50)", "" },
        { "t:uncovered('建立监管机制', p)", "!" },
    };

    check_tree(tree, cases, COUNT(cases));
}

static void finds_texts_that_stand_twice(void)
{
    static const char tree[] = "<s>"
        "<g id='A'><p id='a'>监测（抽检）合格率</p><q><p id='b'>及时率</p>"
        "</q><p id='c'>监测(抽检) 合格率</p><p id='d'>及时<reference>率"
        "</reference></p><p id='e'/><p id='f'> </p></g>"
        "<g id='B'><p id='g'>及时率</p><p id='h'>率</p></g>"
        "<p id='i'>及时率</p><p id='j'>率</p><p id='k'>率。</p></s>";
    static const struct expected cases[] = {
        { "t:original(//p[@id = 'c'])", "" },           /* not looked for */
        { "t:repeated(//p, //g)", "c d k" },
        { "t:original(//p[@id = 'c'])", "a" },
        { "t:original(//p[@id = 'd'])", "b" },
        { "t:original(//p[@id = 'k'])", "j" },
        { "t:original(//p[@id = 'g'])", "" },           /* another group */
        { "t:repeated(//p, /s)", "c d g i j k" },
        { "t:original(//p[@id = 'g'])", "b" },
        { "t:original(//p[@id = 'k'])", "h" },
        { "t:original(//p[@id = 'a'])", "" },
        { "t:original(none)", "" }, { "t:original('率')", "" },
        { "t:original()", "!" },
        { "t:repeated(//p, /s | //g)", "c d k" },
        { "t:repeated(//p, //g | //q)", "c k" },
        { "t:repeated(//p, none)", "c d g i j k" },
        { "t:repeated(//g[2]/p | //g[1]//p, none)", "c d g" },
        { "t:repeated(//p[1], //g)", "" },
        { "t:repeated(none, //g)", "" }, { "t:repeated('及时率', //g)", "" },
        { "t:repeated(//p)", "!" },
    };

    check_tree(tree, cases, COUNT(cases));
}

/* A set of texts in the size of a file, times the factor, all different. */
static void write_texts(struct buffer *tree, unsigned factor)
{
    unsigned state = 7;

    buffer_add_string(tree, "<s type='object'>");
    for (unsigned i = 0; i < 100 * factor; i++) {
        buffer_printf(tree, "<p id='%u' type='text' state='stated'>", i);
        for (int k = 0; k < 60; k++) {
            state = state * 1664525u + 1013904223u;
            /* Ideographs from 一 on, some much more often than others. */
            unsigned rank = (state >> 8) % 3000 * ((state >> 20) % 1000)
                / 1000;
            unsigned code = 0x4E00 + rank;
            buffer_printf(tree, "%c%c%c", (int)(0xE0 | code >> 12),
                (int)(0x80 | (code >> 6 & 0x3F)), (int)(0x80 | (code & 0x3F)));
        }
        buffer_printf(tree, "，受理案件%u件，结案率%u%%。</p>",
            i, i % 100);
        buffer_printf(tree, "<v type='number' unit='件' value='%u'>%u</v>",
            3 * i, 3 * i);
    }
    buffer_add_string(tree, "</s>");
}

/* Seconds for all functions on a tree of that size. */
static double seconds_for(unsigned factor)
{
    static const char *const expressions[] = {
        "t:twins(p, 90)",
        "count(p[t:known-figures(.)])",
        "count(p[t:unknown-figures(.)])",
        "t:variant(p, '两金三制=二金三制 分值=权重')",
        "count(p[t:near-name(., '高标准农田建设项目资金', 1)])",
    };
    struct buffer tree = BUFFER_EMPTY;
    struct session session;

    write_texts(&tree, factor);
    session_begin(&session, buffer_string(&tree));
    clock_t start = clock();
    for (size_t k = 0; k < COUNT(expressions); k++)
        CU_ASSERT_STRING_NOT_EQUAL(session_evaluate(&session,
            expressions[k]), "!");
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    session_end(&session);
    buffer_free(&tree);
    return seconds;
}

/* A square of the size would make 10,000 times; a tree that no cache holds, on
 * a machine that does other things as well, makes a few hundred. */
static void takes_time_in_proportion(void)
{
    double once = seconds_for(1);

    for (int k = 0; k < 4; k++) {       /* the best of five */
        double again = seconds_for(1);
        if (again < once)
            once = again;
    }
    CU_ASSERT(seconds_for(100) < 2000 * once);
}

/* Two contexts do not know of each other. */
static void keeps_files_apart(void)
{
    struct session one, two;

    session_begin(&one, "<s><p id='a'>全面排查欠薪隐患依法查处违法行为</p>"
        "<p id='b'>全面排查欠薪隐患依法查处违法行为</p></s>");
    session_begin(&two, "<s><p id='c'>坚持落实各项规定</p></s>");
    CU_ASSERT_STRING_EQUAL(session_evaluate(&one, "t:twins(p, 90)"), "b");
    CU_ASSERT_STRING_EQUAL(session_evaluate(&two, "t:twins(p, 90)"), "");
    CU_ASSERT_STRING_EQUAL(session_evaluate(&one, "t:twin(p[2])"), "a");
    session_end(&two);
    session_end(&one);
    related_free(NULL);
}

CU_TestInfo related_similar_tests[] = {
    { "finds texts that are nearly equal",
        finds_texts_that_are_nearly_equal },
    { "misses no twin", misses_no_twin },
    { "tells how much is covered", tells_how_much_is_covered },
    { "finds clauses that are not covered",
        finds_clauses_that_are_not_covered },
    { "finds texts that stand twice", finds_texts_that_stand_twice },
    { "takes time in proportion", takes_time_in_proportion },
    { "keeps files apart", keeps_files_apart },
    CU_TEST_INFO_NULL
};
