/* Rules as the command line lists and explains them. */

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "command/rules_print.h"
#include "fixture.h"

#define CHECK "<check context='a' test='true()'>" \
    "<zh>句</zh><en>s</en></check>"

static const char rules_text[] =
    "<rules xmlns='urn:jixiao:rules:1'>"
    "<rule code='A1' level='error'><zh>\n  必须\n  相等</zh>"
    "<en>must agree</en><basis>表|一</basis>"
    "<passes>{'a': 1}</passes>"
    "<fails>{'a': {\n      'b':  2\n    }}</fails>" CHECK "</rule>"
    "<rule code='A12' level='warning'><zh>不超</zh><en>not over</en>"
    "<basis>表</basis><parameter name='ceiling' value='120'>"
    "<zh>上限（%）</zh><en>limit (%)</en></parameter>"
    "<parameter name='words' value='一|二 三四五六七八九十一二三四五六七八九十一二三四'>"
    "<zh>词语</zh><en>words</en></parameter>" CHECK "</rule>"
    "<rule code='A20' level='hint' kind='constructed'><zh>顺序</zh>"
    "<en>order</en><basis>表\xC2\x9B\xE2\x80\xAE</basis>"
    "<reason><zh>由程序生成</zh><en>it is made</en></reason></rule>"
    "</rules>";

struct desk {
    struct fixture fixture;
    struct findings *findings;
    struct formulas *formulas;
    struct rules *rules;
    FILE *out;
    char *text;
    size_t length;
};

static void begin(struct desk *desk)
{
    *desk = (struct desk){ .findings = findings_new() };
    fixture_begin(&desk->fixture);
    desk->rules = fixture_rules(&desk->fixture, rules_text,
        &desk->formulas, desk->findings);
    desk->out = open_memstream(&desk->text, &desk->length);
    CU_ASSERT_PTR_NOT_NULL_FATAL(desk->out);
}

static const struct jixiao_rules *outside(const struct desk *desk)
{
    return (const struct jixiao_rules *)desk->rules;
}

/* What was printed is as expected. */
static void end(struct desk *desk, const char *expected)
{
    fclose(desk->out);
    CU_ASSERT_STRING_EQUAL(desk->text, expected);
    free(desk->text);
    rules_free(desk->rules);
    formulas_free(desk->formulas);
    findings_free(desk->findings);
    fixture_end(&desk->fixture);
}

static void lists_rules_in_columns(void)
{
    struct desk desk;

    begin(&desk);
    rules_print_table(outside(&desk), JIXIAO_ZH, desk.out);
    end(&desk,
        "A1   错误  检查      必须 相等\n"
        "A12  警告  检查      不超  ceiling=120  "
        "words=一|二 三四五六七八九十一二三四五六七八九十一二…\n"
        "A20  提示  不会发生  顺序\n");
}

static void lists_rules_as_they_are_changed(void)
{
    struct desk desk;

    begin(&desk);
    rules_disable(desk.rules, "A1", desk.findings);
    rules_set_level(desk.rules, "A12", LEVEL_HINT, desk.findings);
    rules_set_parameter(desk.rules, "A12", "ceiling", "150", desk.findings);
    rules_set_parameter(desk.rules, "A12", "words", "x", desk.findings);
    rules_print_table(outside(&desk), JIXIAO_EN, desk.out);
    end(&desk,
        "A1   off   check         must agree\n"
        "A12  hint  check         not over  ceiling=150  words=x\n"
        "A20  hint  cannot occur  order\n");
}

static void lists_rules_in_markdown(void)
{
    struct desk desk;

    begin(&desk);
    rules_print_markdown(outside(&desk), JIXIAO_ZH, desk.out);
    end(&desk,
        "| 代码 | 级别 | 类型 | 规则 | 参数 | 依据 |\n"
        "|---|---|---|---|---|---|\n"
        "| A1 | 错误 | 检查 | 必须 相等 | | 表\\|一 |\n"
        "| A12 | 警告 | 检查 | 不超 | ceiling=120<br>"
        "words=一\\|二 三四五六七八九十一二三四五六七八九十一二三四 | 表 |\n"
        "| A20 | 提示 | 不会发生 | 顺序 | | 表〔控制字符〕〔方向控制符〕 |\n");
}

static void explains_what_there_is_to_say(void)
{
    static const struct { const char *code; enum jixiao_language language;
        const char *text; } cases[] = {
        { "A1", JIXIAO_ZH,
            "A1  必须 相等\n级别：错误\n类型：检查\n依据：表|一\n"
            "符合的数据：\n  {'a': 1}\n"
            "不符合的数据：\n  {'a': {\n    'b':  2\n  }}\n"
            "可以改变：--disable A1   --level A1=…\n" },
        { "A12", JIXIAO_EN,
            "A12  not over\nlevel: warning\nkind: check\nbasis: 表\n"
            "parameters: \n  ceiling = 120\n    limit (%)\n"
            "  words = 一|二 三四五六七八九十一二三四五六七八九十一二三四\n"
            "    words\n"
            "where there is a reason for it: add to explanations in the data "
            "file {\"rule\": \"A12\", \"pointer\": \"/…\", "
            "\"reason\": \"…\"}\n"
            "to change it: --disable A12   --level A12=…   "
            "--param A12.ceiling=…   --param A12.words=…\n" },
        { "A20", JIXIAO_ZH,
            "A20  顺序\n级别：提示\n类型：不会发生\n"
            "依据：表〔控制字符〕〔方向控制符〕\n"
            "原因：由程序生成\n" },
        /* Codes of the program. */
        { "X010", JIXIAO_EN, "X010  there is no such file; check its name "
            "and folder\nlevel: system\n" },
        { "J012", JIXIAO_ZH, "J012  名称之后应为半角冒号 : ，却是“…”；"
            "请补上冒号和要填的值\n"
            "级别：错误\n依据：RFC 8259, 4\n"
            "不符合的数据：\n  {\"year\" = 2024}\n"
            "符合的数据：\n  {\"year\": 2024}\n" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct desk desk;
        begin(&desk);
        rules_explain(outside(&desk), cases[i].code, cases[i].language,
            desk.out,
            fixture_outside(desk.findings));
        CU_ASSERT_STRING_EQUAL(fixture_codes(desk.findings), "");
        end(&desk, cases[i].text);
    }
}

static void explains_what_has_been_changed(void)
{
    struct desk desk;

    begin(&desk);
    rules_disable(desk.rules, "A1", desk.findings);
    rules_set_level(desk.rules, "A12", LEVEL_ERROR, desk.findings);
    rules_set_parameter(desk.rules, "A12", "ceiling", "150", desk.findings);
    rules_set_parameter(desk.rules, "A12", "words", "x", desk.findings);
    rules_explain(outside(&desk), "A1", JIXIAO_EN, desk.out, fixture_outside(desk.findings));
    rules_explain(outside(&desk), "A12", JIXIAO_ZH, desk.out, fixture_outside(desk.findings));
    end(&desk,
        "A1  must agree\nlevel: off (usually error)\nkind: check\n"
        "basis: 表|一\ndata that passes: \n  {'a': 1}\n"
        "data that fails: \n  {'a': {\n    'b':  2\n  }}\n"
        "to change it: --disable A1   --level A1=…\n"
        "A12  不超\n级别：错误（通常是 警告）\n类型：检查\n依据：表\n"
        "参数：\n  ceiling = 150（通常是 120）\n    上限（%）\n"
        "  words = x（通常是 一|二 三四五六七八九十一二三四五六七八九十一二三四）\n"
        "    词语\n"
        "可以改变：--disable A12   --level A12=…   --param A12.ceiling=…"
        "   --param A12.words=…\n");
}

static void reports_a_code_that_is_not_there(void)
{
    static const struct { const char *code, *sentence; } cases[] = {
        { "A13", "there is no code A13; the nearest is A1, jixiao rules "
            "lists all rules" },
        { "a12", "there is no code a12; the nearest is A12, jixiao rules "
            "lists all rules" },
        { "S0012", "there is no code S0012; the nearest is S001, jixiao "
            "rules lists all rules" },
        { "rule", "there is no code rule; jixiao rules lists all rules" },
        { "", "there is no code ; jixiao rules lists all rules" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct desk desk;
        begin(&desk);
        rules_explain(outside(&desk), cases[i].code, JIXIAO_EN, desk.out,
            fixture_outside(desk.findings));
        CU_ASSERT_EQUAL(findings_worst(desk.findings), LEVEL_USAGE);
        CU_ASSERT_STRING_EQUAL(fixture_sentence(desk.findings, 0,
            LANGUAGE_EN), cases[i].sentence);
        end(&desk, "");
    }
}

CU_TestInfo rules_print_tests[] = {
    {"lists rules in columns", lists_rules_in_columns},
    {"lists rules as they are changed", lists_rules_as_they_are_changed},
    {"lists rules in Markdown", lists_rules_in_markdown},
    {"explains what there is to say", explains_what_there_is_to_say},
    {"explains what has been changed", explains_what_has_been_changed},
    {"reports a code that is not there", reports_a_code_that_is_not_there},
    CU_TEST_INFO_NULL
};
