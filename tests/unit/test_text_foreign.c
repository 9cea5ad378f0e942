/* What other programs and templates leave in texts, and data of persons. */

#include <CUnit/CUnit.h>

#include "text_fixture.h"

static void finds_placeholders(void)
{
    static const struct expected cases[] = {
        { "[bookmark:_Toc1]一、概况", "[bookmark:_Toc1]一、概况" },
        { "见[bookmark:", "见[bookmark:" },
        { "见PAGEREF _Toc", "见PAGEREF _To" }, { "TODO：补充", "TODO：补充" },
        { "示例县××局", "示例县××局" }, { "为XXX项目", "为XXX项目" },
        { "在20xx年", "在20xx年" }, { "ＸＸ局", "ＸＸ局" },
        { "由***负责", "由***负责" }, { "共____元", "共____元" },
        { "共＿＿＿元", "共＿＿＿元" }, { "单击此处输入文字。", "单击此处输入文字。" },
        { "见[citation:3]。", "见[citation:3]。" },
        { "率100%￥", "100%￥" }, { "共¥元", "共¥元" }, { "￥", "￥" },
        { "错误！未找到引用源。", "错误！未找到引用源。" },
        { "于（　）日", "于（　）日" },
        { "", "" }, { "3×4=12，x轴，X光", "" }, { "MAXX公司", "" },
        { "尺寸XXL", "" }, { "电话138****0000", "" }, { "a__b", "" },
        { "￥100，¥ 20", "" },
        { "（含）", "" }, { "TODOS", "" }, { "书签[1]", "" }, { "a*b", "" },
        { "下划_线", "" }, { "！未完成", "" },
    };

    CHECK("placeholder", NULL, cases);
}

static void finds_names_that_nobody_filled_in(void)
{
    static const struct expected cases[] = {
        { "由【单位名称】承担", "由【单位名称】承担" },
        { "（项目名称）实施情况", "（项目名称）实施情况" },
        { "[金额]万元", "[金额]万元" }, { "<姓名>", "<姓名>" },
        { "〔单位〕", "〔单位〕" }, { "（请填写完成数）", "（请填写完成数）" },
        { "【插入图表】", "【插入图表】" }, { "某某局2023年", "某某局2023" },
        { "于2023年　月　日", "2023年　月　日" }, { "年 月", "年 月" },
        { "", "" }, { "数量（单位）", "" }, { "支出（金额）", "" },
        { "（单位名称、金额）", "" }, { "〔2020〕7号", "" }, { "李某某", "" },
        { "【案例】某企业", "" }, { "2023年5月", "" }, { "（年度）", "" },
        { "【单位名称", "" }, { "2023年\n月", "2023年\n月" },
    };

    CHECK("blank-name", NULL, cases);
}

static void finds_braces_meant_for_references(void)
{
    static const struct expected cases[] = {
        { "｛｛unit｝｝全年", "｛｛unit｝｝→{{unit}}" },
        { "为{{a.b}}元", "{{a.b}}" }, { "为{{a.b元", "{{" },
        { "为{facts.key_tasks}，", "{facts.key_tasks}→{{facts.key_tasks}}" },
        { "为{ facts.area | 万元 }", "{ facts.area | 万元 }→{{facts.area | 万元}}" },
        { "为｛unit｝，", "｛unit｝→{{unit}}" }, { "为{{unit}，", "{{unit}→{{unit}}" },
        { "为{unit}}，", "{unit}}→{{unit}}" },
        { "为{｛unit｝}，", "{｛unit｝}→{{unit}}" },
        { "{重点工作}", "{重点工作}→{{重点工作}}" }, { "余下}}元", "余下}}元" },
        { "为{{{unit}}}", "{{{unit}}}→{{unit}}" },
        { "", "" }, { "模板中的“{{样品编号}}”等", "" }, { "“{unit}”", "" },
        { "集合{1,2,3}", "" }, { "{\"a\": 1}", "" }, { "{0}", "" },
        { "${unit}", "" }, { "{甲，乙}", "" }, { "a}", "a}" }, { "“}”", "" },
        { "{}", "" },
        { "{a", "" }, { "{甲乙丙丁戊己庚辛壬}", "" },
    };

    CHECK("braces", NULL, cases);
}

static void finds_marks_of_templates(void)
{
    static const struct expected cases[] = {
        { "名称为${unit}。", "名称为${unit}。" }, { "[[name]]局", "[[name]]局" },
        { "共<%=x%>项", "共<%=x%>项" }, { "{% if a %}", "{% if a %}" },
        { "«单位»2023年", "«单位»2023" }, { "<<金额>>", "<<金额>>" },
        { "#{a}", "#{a}" }, { "共{0}项", "共{0}项" }, { "共%s项", "共%s项" },
        { "第%1$d页", "第%1$d页" },
        { "", "" }, { "≥95%", "" }, { "5%d", "" }, { "结案率100%，", "" },
        { "《预算法》", "" }, { "[[]]", "" }, { "$100", "" }, { "{a}", "" },
        { "[1]、[2]", "" }, { "${甲", "" }, { "%start", "" },
    };

    CHECK("template-mark", NULL, cases);
}

static void finds_errors_of_spreadsheets(void)
{
    static const struct expected cases[] = {
        { "完成#N/A项", "完成#N/A项" }, { "#REF!", "#REF!" },
        { "为#VALUE！。", "为#VALUE！。" }, { "#DIV/0!", "#DIV/0!" },
        { "#NAME?", "#NAME?" }, { "#NUM!", "#NUM!" }, { "#NULL!", "#NULL!" },
        { "#SPILL!", "#SPILL!" }, { "支出#####元", "支出#####元" },
        { "##", "##" }, { "=SUM(B2:B9)", "=SUM(B2:B" },
        { "支出1.23E+08元", "支出1.23E+08元" }, { "9E-5", "9E-5" },
        { "Err:502", "Err:502" },
        { "", "" }, { "5月###", "" }, { "#1楼", "" }, { "3#机组", "" },
        { "A=B(C)", "" }, { "1E5", "" }, { "A1E+5", "" }, { "=A(1)", "" },
        { "#NAMES", "" }, { "E+", "" }, { "1E+", "" }, { "1E", "" },
    };

    CHECK("sheet-error", NULL, cases);
}

static void finds_values_of_programs(void)
{
    static const struct expected cases[] = {
        { "共undefined项", "共undefined项" }, { "率为NaN%", "率为NaN%" },
        { "为[object Object]。", "为[object Object]。" }, { "null", "null" },
        { "负责人：None", "负责人：None" },
        { "", "" }, { "BANaNA", "" }, { "NaNo", "" }, { "nanjing", "" },
        { "non-null", "" }, { "null_value", "" }, { "Nonesuch", "" },
        { "[对象]", "" },
    };

    CHECK("program-value", NULL, cases);
}

static void finds_markup(void)
{
    static const struct expected cases[] = {
        { "第一，<br>第二", "第一，<br>第二" }, { "</p>", "</p>" },
        { "<w:t a=\"b\">甲", "<w:t a=\"b\">甲" }, { "<!-- a -->", "<!-- a -->" },
        { "甲&nbsp;乙", "甲&nbsp;乙" }, { "&#160;", "&#160;" },
        { "甲_x000D_乙", "甲_x000D_乙" }, { "甲\\n乙", "甲\\n乙" },
        { "\\u4e2d", "\\u4e2d" }, { "## 概况", "## 概况" },
        { "```", "```" },
        { "", "" }, { "<5%", "" }, { "a<b，c>d", "" }, { "R&D;", "" },
        { "B&B", "" }, { "a_x1", "" }, { "C:\\new", "" }, { "3#楼", "" },
        { "<\n>", "" }, { "#1楼", "" }, { "<单位>", "" }, { "&;", "" },
    };

    CHECK("markup", NULL, cases);
}

static void finds_text_in_a_wrong_encoding(void)
{
    static const struct expected cases[] = {
        { "完成锟斤拷项", "完成锟斤拷项" }, { "烫烫烫", "烫烫烫" },
        { "ï»¿示例", "ï»¿示例" }, { "Ã¤", "Ã¤" }, { "ä¸\xC2\xAD", "ä¸\xC2\xAD" },
        { "å•†", "å•†" }, { "绠＄悊", "绠＄悊" }, { "锛", "锛" },
        { "示例???", "示例???" }, { "%E4%B8%AD", "%E4%B8%AD" },
        { "", "" }, { "何时？？？", "" }, { "??", "" }, { "烫伤", "" },
        { "100%，95%", "" }, { "Käse", "" }, { "São", "" }, { "50%EC", "" },
        { "café”……", "" },
    };

    CHECK("mojibake", NULL, cases);
}

static void finds_personal_data(void)
{
    static const struct expected cases[] = {
        { "电话13800000000。", "138****0000" },
        { "电话138 0000 0000", "138****0000" },
        { "电话138-0000-0000", "138****0000" },
        { "+8613800000000", "138****0000" },
        { "身份证11010519491231002X", "110105********002X" },
        { "证号110105491231002", "110105*****1002" },
        { "卡号6222020000000000018", "6222***********0018" },
        { "卡号4111 1111 1111 1111", "4111********1111" },
        { "", "" }, { "0737-0000000", "" }, { "12345678901", "" },
        { "138000000001", "" }, { "1380000000", "" },
        { "合同HT13800000000", "" }, { "1.13800000000", "" },
        { "110105194912310021", "" },           /* check digit */
        { "11010519491331002X", "" },           /* month */
        { "110105493331002", "" }, { "910105194912310029", "" },
        { "41111111111111111111", "" },
        { "6222020000000000019", "" },          /* check digit */
        { "支出13800000000.5元", "" }, { "2020-2021-2022-2023", "" },
        { "共2535万元", "" },
    };
    static const struct expected mobiles[] = {
        { "11010519491231002X，13900000000", "139****0000" },
        { "4111111111111111", "" },
    };
    static const struct expected wrong[] = { { "13800000000", "!" } };

    CHECK("private", "mobile id card", cases);
    CHECK("private", "mobile", mobiles);
    CHECK("private", "mobile email", wrong);
    CHECK("private", "", wrong);
}

CU_TestInfo text_foreign_tests[] = {
    {"finds placeholders", finds_placeholders},
    {"finds names that nobody filled in", finds_names_that_nobody_filled_in},
    {"finds braces meant for references", finds_braces_meant_for_references},
    {"finds marks of templates", finds_marks_of_templates},
    {"finds errors of spreadsheets", finds_errors_of_spreadsheets},
    {"finds values of programs", finds_values_of_programs},
    {"finds markup", finds_markup},
    {"finds text in a wrong encoding", finds_text_in_a_wrong_encoding},
    {"finds personal data", finds_personal_data},
    CU_TEST_INFO_NULL
};
