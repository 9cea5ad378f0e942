#include <CUnit/CUnit.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdio.h>
#include <string.h>

#include "0_base/buffer.h"
#include "6_rules/text/text.h"
#include "fixture.h"

static void keep_quiet(void *user, xmlErrorPtr error)
{
    (void)user;
    (void)error;
}

static void set(xmlXPathContextPtr context, const char *name,
    const char *value)
{
    CU_ASSERT_EQUAL_FATAL(xmlXPathRegisterVariable(context, BAD_CAST name,
        xmlXPathNewCString(value)), 0);
}

/* The string value of an expression on a tree; "!" where it is an error. */
static const char *evaluate(xmlDocPtr doc, const char *expression,
    const char *text, const char *argument)
{
    static char result[256];
    struct text_scope scope = { fixture_lexicon() };
    xmlXPathContextPtr context = xmlXPathNewContext(doc);

    CU_ASSERT_TRUE_FATAL(text_register(context, &scope));
    context->error = keep_quiet;
    context->node = xmlDocGetRootElement(doc);
    set(context, "text", text);
    set(context, "argument", argument);
    xmlXPathObjectPtr found = xmlXPathEvalExpression(BAD_CAST expression,
        context);
    xmlChar *string = found ? xmlXPathCastToString(found) : NULL;
    snprintf(result, sizeof result, "%s", string ? (const char *)string
        : "!");
    xmlFree(string);
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    return result;
}

struct expected {
    const char *text, *result;
};

/* What t:name gives for texts; with an argument where there is one. */
static void check(const char *name, const char *argument,
    const struct expected *cases, size_t count)
{
    xmlDocPtr doc = fixture_xml("<s/>");
    char expression[64];

    snprintf(expression, sizeof expression, "t:%s($text%s)", name,
        argument ? ", $argument" : "");
    for (size_t k = 0; k < count; k++) {
        const char *result = evaluate(doc, expression, cases[k].text,
            argument ? argument : "");
        if (strcmp(result, cases[k].result) != 0)
            fprintf(stderr, "t:%s of %s is \"%s\", not \"%s\"\n", name,
                cases[k].text, result, cases[k].result);
        CU_ASSERT_STRING_EQUAL(result, cases[k].result);
    }
    xmlFreeDoc(doc);
}

#define CHECK(name, argument, cases) \
    check(name, argument, cases, COUNT(cases))

static void finds_words(void)
{
    static const struct expected cases[] = {
        { "效果明显改善，基本完成", "明显改善" },      /* leftmost, longest */
        { "工作基本完成", "基本" }, { "TODO", "TODO" },
        { "", "" }, { "全部完成", "" }, { "基 本", "" }, { "todo", "" },
        { "本基", "" }, { "明", "" },
    };
    static const struct expected none[] = { { "任何文字", "" } };

    CHECK("word", "基本 明显 \n 明显改善 TODO", cases);
    CHECK("word", "", none);
}

static void finds_beginnings(void)
{
    static const struct expected cases[] = {
        { "一、加强", "一、" }, { "1.1加强", "1.1" }, { "1.2加强", "1." },
        { "𠮷甲", "𠮷" }, { "加强一、", "" }, { " 一、", "" }, { "一", "" },
        { "", "" },
    };

    CHECK("beginning", "一、 1. 1.1 𠮷", cases);
}

static void finds_endings(void)
{
    static const struct expected cases[] = {
        { "加强。", "。" }, { "加强……", "……" }, { "加强…", "…" }, { "。", "。" },
        { "。加强", "" }, { "加强。 ", "" }, { "加强", "" }, { "", "" },
    };

    CHECK("ending", "。 … …… ！！！！！！", cases);
}

static void finds_texts_that_are_a_word(void)
{
    static const struct expected cases[] = {
        { "无", "无" }, { " 无。 ", "无" }, { "/", "/" }, { "　不涉及；", "不涉及" },
        { "无.", "无" },
        { "无违规", "" }, { "全年无", "" }, { "", "" }, { "。", "" },
        { "2/3", "" }, { "不涉及资金", "" },
    };

    CHECK("whole-word", "无 / 不涉及", cases);
}

static void finds_corrections(void)
{
    static const struct expected cases[] = {
        { "举报、投拆电话", "投拆→投诉" },
        { "社保保险和投拆", "社保保险→社会保险" },
        { "偏差原因析", "偏差原因析→偏差原因分析" },
        { "做好保险工作", "保险→社会保险" },
        { "做好社会保险和保险工作", "保险→社会保险" },
        { "做好社会保险工作", "" }, { "投诉", "" }, { "", "" },
        { "偏差原因分析", "" }, { "投 拆", "" }, { "社会保险社会保险", "" },
    };
    static const char *const bad[] = { "投拆", "→投诉", "投拆→",
        "投拆→投诉 基本" };

    CHECK("correction",
        "投拆→投诉 社保保险→社会保险 偏差原因析→偏差原因分析 保险→社会保险",
        cases);
    for (size_t k = 0; k < COUNT(bad); k++) {
        static const struct expected wrong[] = { { "投拆", "!" } };
        CHECK("correction", bad[k], wrong);
    }
}

static void measures_and_cuts(void)
{
    static const struct expected blanks[] = {
        { "", "␣" }, { " ", "␣" }, { " 　\t\n", "␣" }, { "　一", "" }, { "0", "" },
    };
    static const struct expected lengths[] = {
        { "", "0" }, { "一二三", "3" }, { " 一 二　三\n", "3" }, { "a1，", "3" },
        { "𠮷", "1" }, { " \t", "0" },
    };
    static const struct expected excerpts[] = {
        { "", "" }, { "一二三", "一二三" }, { "一二三四", "一二三…" },
        { "ab", "ab" }, { "𠮷二三四", "𠮷二三…" },
    };
    static const struct expected nothing[] = { { "一", "…" }, { "", "" } };
    static const struct expected wrong[] = { { "一", "!" } };

    CHECK("blank", NULL, blanks);
    CHECK("length", NULL, lengths);
    CHECK("excerpt", "3", excerpts);
    CHECK("excerpt", "0", nothing);
    CHECK("excerpt", "三", wrong);
    CHECK("excerpt", "-1", wrong);
    CHECK("excerpt", "1.5", wrong);
    CHECK("excerpt", "", wrong);
}

static void finds_half_width_marks(void)
{
    static const struct expected cases[] = {
        { "摆在突出位置,加大支持", "突出位置,加大支持→突出位置，加大支持" },
        { "完成;推进", "完成;推进→完成；推进" },
        { "目标:稳定", "目标:稳定→目标：稳定" },
        { "完成了吗?", "完成了吗?→完成了吗？" }, { "加油!", "加油!→加油！" },
        { "共12个,其中", "共12个,其中→共12个，其中" },
        { "OECD,世界银行", "OECD,世界银行→OECD，世界银行" },
        { "生态环境(发展)所带来", "生态环境(发展)所→生态环境（发展）所" },
        { "(1)加强管理", "(1)加→（1）加" },
        { "（境外)人员", "（境外)人员→（境外）人员" },
        { "(境外）人员", "(境外）人→（境外）人" },
        { "养老(含机关事业单位离退休人员)保险",
            "养老(含机关事→养老（含机关事" },
        { "境外(人员", "境外(人员→境外（人员" }, { "境外)人员", "境外)人员→境外）人员" },
        { "\xFF位置,加\xE5", "\xFF位置,加\xE5→\xFF位置，加\xE5" },
        { "桃政发(2023)10号", "桃政发(2023)1→桃政发〔2023〕1" },
        { "湘政发【2012】33号", "湘政发【2012】3→湘政发〔2012〕3" },
        { "湘财绩[2015]15号", "湘财绩[2015]1→湘财绩〔2015〕1" },
        { "南政发（2014）7号", "南政发（2014）7→南政发〔2014〕7" },
        { "湘财绩［2015］第15号", "湘财绩［2015］第→湘财绩〔2015〕第" },
        { "中发<2018>34号", "中发<2018>3→中发〔2018〕3" },
        { "中发〈2018〉34 号", "中发〈2018〉3→中发〔2018〕3" },
        { "南财绩〔2019〕7号", "" }, { "（2014）桃民初字第7号", "" },
        { "预算（2023）12个", "" }, { "书签[2015]", "" },
        { "安置房（2023）12号楼", "" }, { "收入[20151]5号", "" },
        { "任务完成.", "任务完成.→任务完成。" }, { "水稻...", "水稻...→水稻……" },
        { "落实\"四个意识\"要求", "落实\"四个意识\"要→落实“四个意识”要" },
        { "使用\"A4\"纸", "使用\"A4\"纸→使用“A4”纸" },
        { "所谓'创新'", "所谓'创新'→所谓‘创新’" },
        { "", "" }, { "稳定，推进；目标：（含）完成。", "" },
        { "支出1,234.56元", "" }, { "12:30开会", "" }, { "比例为2:1的", "" },
        { "见http://www.gov.cn/a?b=1,2;c的公告", "" },
        { "见www.gov.cn:80!，", "" }, { "发至a.b@c.cn,谢谢", "" },
        { "见表1.xlsx、报告(终稿).docx", "" }, { "A4纸", "" },
        { "依据ISO 9001 (2015), IEC 62443标准", "" },
        { "计算f(x)的值，图1(b)所示", "" }, { "Hello, world! (really?)", "" },
        { "a) first, (b", "" }, { "3.5万元，1.加强", "" }, { "15\"屏、17\"屏", "" },
        { "it's the clerk's，中文", "" }, { "JSON \"a\": 1, \"b\"", "" },
        { "v1.2.", "" }, { "〔2020〕10号", "" }, { "No. 5号", "" },
    };

    CHECK("punctuation", NULL, cases);
}

static void finds_wide_digits(void)
{
    static const struct expected cases[] = {
        { "结案率100％。", "率100％。→率100%。" },
        { "共２０２２年", "共２０２２年→共2022年" },
        { "支出１．５万元", "支出１．５万元→支出1.5万元" },
        { "Ａ类", "Ａ类→A类" },
        { "参训率≧90%", "参训率≧90%→参训率≥90%" },
        { "继续教育，参训率≧90%，规范", "参训率≧90%→参训率≥90%" },
        { "≦5", "≦5→≤5" },
        { "100%，≥90%，≤5，A类，2022年", "" }, { "＋－＝", "" },
        { "5‰", "" },
    };

    CHECK("punctuation", NULL, cases);
}

static void finds_doubled_marks(void)
{
    static const struct expected cases[] = {
        { "完成。。", "完成。。→完成。" }, { "稳定，，推进", "稳定，，推进→稳定，推进" },
        { "稳定，。", "稳定，。→稳定。" }, { "水稻、、油菜", "水稻、、油菜→水稻、油菜" },
        { "稳定；。推进", "稳定；。推进→稳定。推进" },
        { "目标：，稳定", "目标：，稳定→目标：稳定" },
        { "水稻。。。", "水稻。。。→水稻……" },
        { "水稻……", "" }, { "改革——开放", "" }, { "好！！！", "" },
        { "是吗？！", "" }, { "“好。”他说", "" }, { "（完成）。", "" },
        { "《甲》、《乙》，“丙”", "" },
    };

    CHECK("punctuation", NULL, cases);
}

static void finds_spaces_in_chinese(void)
{
    static const struct expected cases[] = {
        { "法律 、法规", "法律 、法规→法律、法规" },
        { "切实做好工作， 完成", "好工作， 完成→好工作，完成" },
        { "社会　保险", "社会　保险→社会保险" },
        { "共计，  12件", "共计，  12件→共计，12件" },
        { "社会 “保险”", "社会 “保险”→社会“保险”" },
        { "《乡村 振兴条例》", "《乡村 振兴条例→《乡村振兴条例" },
        { "《关于印发 实施方案》", "关于印发 实施方案→关于印发实施方案" },
        { "《甲》乡村 关于", "甲》乡村 关于→甲》乡村关于" },
        { "县委 高度重视", "县委 高度重视→县委高度重视" },
        { "《中共中央 国务院关于全面实施预算绩效管理的意见》", "" },
        { "《财政部　税务总局关于延续政策的公告》", "" },
        { "《示例文选 第四卷》", "" },
        { "《关于印发〈示例县 项目管理办法〉的通知》", 
            "〈示例县 项目管理→〈示例县项目管理" },
        { "落实中共中央 国务院印发的规划", "" }, { "根据中共中央 国务院《意见》", "" },
        { "使用 GB 2312 编码", "" }, { "　　第一段", "" }, { "结尾。 ", "" },
        { "第一段。\n　　第二段", "" }, { "第 1 页", "" },
        { "He said “yes” — then “no”.", "" }, { "A — B", "" },
    };

    CHECK("punctuation", NULL, cases);
}

static void finds_rare_characters(void)
{
    static const struct expected cases[] = {
        { "张𠮷", "𠮷（U+20BB7）" }, { "⼈民", "⼈（U+2F08）" },
        { "\xEF\xA4\x80", "\xEF\xA4\x80（U+F900）" }, { "好😀", "😀（U+1F600）" },
        { "a\xE2\x80\x8B" "b", "U+200B" }, { "\xE2\x80\xAE", "U+202E" },
        { "\xEE\x80\x80", "U+E000" }, { "\xEF\xBB\xBF", "U+FEFF" },
        { "\xEF\xBF\xBD", "\xEF\xBF\xBD（U+FFFD）" },
        { "\xEF\xBF\xBF", "U+FFFF" }, { "\xC2\x85", "U+0085" },
        { "\x01", "U+0001" }, { "\xC2\xAD", "U+00AD" },
        { "\xF0\x9F\xBF\xBE", "U+1FFFE" },
        { "", "" }, { "常用汉字，Latin é 123", "" }, { "一\t二\n三\r", "" },
        { "—…“”‘’·×÷±≥≤‰℃㎡①Ⅱ", "" }, { "　全角ＡＢ％", "" },
        { "﨎﨩", "" },                  /* U+FA0E, U+FA29: unified ones */
        { "㐀䶵", "" },
    };

    CHECK("rare", NULL, cases);
}

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
        { "${unit}", "" }, { "{甲，乙}", "" }, { "a}", "" }, { "{}", "" },
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

static void finds_other_years(void)
{
    static const struct expected cases[] = {
        { "完成2021年任务", "2021年" }, { "2021年度", "2021年" },
        { "2023年和2020年", "2020年" }, { "2021-2023年", "2021年" },
        { "2021至2023年", "2021年" }, { "2022、2021年", "2021年" },
        { "２０２１年", "2021年" }, { "二〇二一年", "2021年" },
        { "二零一九年", "2019年" }, { "1998 年", "1998年" },
        { "二○三四年", "2034年" }, { "一九五六年", "1956年" },
        { "一九七八年", "1978年" },
        { "《甲》2021年", "2021年" }, { "《甲》（2018年修正）2021年", "2021年" },
        { "《甲》（2018年修正）和2022年", "" }, { "（2018年修正）", "2018年" },
        { "", "" }, { "2023年，2022年度", "" }, { "2022-2023年", "" },
        { "桃政发〔2020〕10号", "" }, { "[2020]10号", "" },
        { "依据《条例（2015年修订）》", "" }, { "支出2021元", "" },
        { "2021-2022", "" }, { "12021年", "" }, { "20211年", "" }, { "3021年", "" },
        { "2021.5.1", "" }, { "二〇二三年", "" }, { "五年", "" },
        { "2021-10号，3年", "" },
    };
    static const struct expected all[] = { { "2023年", "2023年" } };

    CHECK("other-year", "2022 2023", cases);
    CHECK("other-year", "", all);
}

static void finds_dates_that_there_are_none_of(void)
{
    static const struct expected cases[] = {
        { "于202年1月11日到位", "202年1月11日" }, { "202年度", "202年" },
        { "202年，我局", "202年" }, { "20233年部门", "20233年" },
        { "2023年13月", "2023年13月" }, { "13月5日", "13月5日" },
        { "0月", "0月" }, { "4月31日", "4月31日" }, { "2月30日", "2月30日" },
        { "2023年2月29日", "2023年2月29日" }, { "1900年2月29日", "1900年2月29日" },
        { "6月0日", "6月0日" }, { "２０２３年１３月", "２０２３年１３月" },
        { "06月", "06月→6月" }, { "2023年06月08号", "2023年06月08号→2023年6月8号" },
        { "3日、2023年 9月 31日", "2023年 9月 31日" },
        { "", "" }, { "2024年2月29日", "" }, { "2000年2月29日", "" },
        { "2月29日", "" }, { "12月31日", "" }, { "2023年10月", "" },
        { "100年历史", "" }, { "200年古树", "" }, { "18个月", "" },
        { "工期35日", "" }, { "30月龄", "" }, { "2023年", "" },
        { "A06月", "" }, { "1.05月", "" }, { "6月1日至31日", "" },
        { "1000000年", "" }, { "3月12号楼", "" }, { "5年6月", "" },
        { "2023", "" }, { "06", "" },
    };

    CHECK("wrong-date", NULL, cases);
}

static void finds_doubled_units(void)
{
    static const struct expected cases[] = {
        { "执行2533.25万元万元", "2533.25万元万元" }, { "在职82人人", "82人人" },
        { "共3万元元。", "3万元元" }, { "95%%", "95%%" }, { "２００亩亩", "２００亩亩" },
        { "2024年年基本支出", "2024年年" }, { "1件，2件件", "2件件" },
        { "2024年年初，3个个", "3个个" }, { "提高3个百分点个百分点", "3个百分点个百分点" },
        { "", "" }, { "2024年年初", "" }, { "11个个体户", "" }, { "82人，人人", "" },
        { "人人有责", "" }, { "12", "" }, { "1212", "" },
    };

    CHECK("doubled-unit", "年初 年末 个体", cases);
}

static void counts_enumerations(void)
{
    static const struct expected cases[] = {
        { "设3个内设机构：办公室、财务股。", "3个≠2" },
        { "设4个股（甲、乙、丙、丁、戊）。", "4个≠5" },
        { "内设机构4个：甲、乙、丙。", "4个≠3" },
        { "落实三项制度：甲、乙、丙、丁", "三项≠4" },
        { "（共3家：甲、乙）", "3家≠2" },
        { "下设4个二级机构：甲、乙、丙。", "4个≠3" },
        { "包括3项：甲、乙、丙、丁等。", "3项≠4" },
        { "覆盖2个乡镇（含甲、乙、丙）", "2个≠3" },
        { "设3个局：甲局、乙（丙、丁）局", "3个≠2" },
        { "设5个股：甲、乙和丙", "5个≠3" },
        { "", "" }, { "设3个股：甲、乙、丙。", "" }, { "设3个股：甲、乙和丙。", "" },
        { "设2个局：甲和乙局、丙局。", "" },
        { "设8个单位：甲、乙、丙、丁等。", "" }, { "设8个单位（含甲、乙）", "" },
        { "15个乡镇（街道、园区）", "" }, { "8个乡镇（街道）", "" },
        { "支出30万元（办公费、差旅费、水费）", "" },
        { "第3个：甲、乙", "" }, { "约3个：甲、乙", "" }, { "2-3个：甲、乙", "" },
        { "2.5个：甲、乙、丙、丁", "" },
        { "3项工作：一是甲、乙；二是丙。", "" },
        { "3项措施：完善甲、乙，落实丙。", "" },
        { "3个部门负责以下工作：监督、检查。", "" },
        { "5个项目得分分别为：甲98分、乙99分、丙97分，丁90分。", "" },
        { "3个乡镇：一类1个、二类2个", "" }, { "2项：甲一项、乙两项、丙一项", "" },
        { "二级机构：甲、乙、丙", "" }, { "一个中心：甲、乙", "" },
        { "3个局：甲（乙、丙）、丁、戊", "" },
        { "3本书：《甲、乙》、《丙》、“丁”", "" },
        { "3个股：甲、乙\n丙", "3个≠2" }, { "3个（甲、乙", "" },
        { "2个，即：甲、乙、丙", "" },
    };

    CHECK("enumeration", NULL, cases);
}

static void adds_parts_behind_a_word(void)
{
    static const struct expected cases[] = {
        { "处理案件201件，其中案外调解22件，立案181件；调解率61%",
            "22+181=203≠201" },
        { "共117人，其中：在职82人、退休36人。", "82+36=118≠117" },
        { "共117人（其中在职82人、退休34人）", "82+34=116≠117" },
        { "预算3万元，其中甲2.5万元，乙6000元，用于办公", "2.5+0.6=3.1≠3" },
        { "共20件，其中甲22件。", "22>20" },
        { "共201件，其中主要有甲120件、乙90件", "120+90=210>201" },
        { "共100人，其中男60人、女50人", "60+50=110≠100" },
        { "共100万元，其中甲60万元，占60%，乙50万元，占50%",
            "60+50=110≠100" },
        { "共199万元，包括甲99万元、乙60万元、丙41万元", "99+60+41=200≠199" },
        { "收入100%，其中甲60%、乙50%", "60+50=110≠100" },
        { "支出755.67万元，其中人员600万元（工资500万元、补贴100万元），"
            "公用160.67万元", "600+160.67=760.67≠755.67" },
        { "收入4125.49万元，其中：拨款收入3859.16万元，占93.54%；事业收入0万元，"
            "占0%；其他收入276.33万元，占6.46%。",
            "3859.16+276.33=4135.49≠4125.49" },
        { "共完成预算资金89.97万元。其中：30万元用于预算；30万元用于审计；"
            "29.99万元用于设计。", "30+30+29.99=89.99≠89.97" },
        { "预算4432万元，与2020年预算持平，其中：出国39万元，接待323万元，用车4070"
            "万元（包括：运行2648万元、购置1423万元）",
            "2648+1423=4071≠4070" },
        { "三公经费1969万元；其中：出国40万元，较上年减少2万元；接待242万元，"
            "较上年减少12万元", "" },
        { "三公经费1969万元，其中：出国40万元，较上年减少2万元；接待252万元，"
            "较上年减少12万元，下降4.7%；用车1687万元", "40+252+1687=1979≠1969" },
        { "", "" }, { "共203件，其中案外调解22件，立案181件", "" },
        { "收入4125.49万元，其中：拨款收入3859.16万元，占93.54%；事业收入0万元，"
            "占0%；其他收入266.33万元，占6.46%。", "" },
        { "三公经费1969万元，其中：出国40万元，较上年减少2万元；接待242万元，"
            "较上年减少12万元，下降4.7%；用车1687万元，较上年减少9万元", "" },
        { "处理案件201件，其中：调解22件，立案179件；查处案件5件", "" },
        { "处理案件201件，其中调解100件；查处案件95件", "" },
        { "处理案件201件，其中：调解100件；累计处理150件", "" },
        { "收入792.22万元，比上年增加189.25万元。其中：拨款792.22万元", "" },
        { "支出799.12万元。其中：人员经费434.89万元，公用经费77.4万元，项目支出"
            "286.83万元。", "" },
        { "接待15批次（其中外事0批次），105人次（其中外事0人次）", "" },
        { "预算4432万元，与2020年预算持平，其中：出国39万元，接待323万元，用车4070"
            "万元（包括：运行2648万元、购置1422万元）", "" },
        { "受理137起，其中调解53起、裁决65起、其他方式19起，结案132起", "" },
        { "共201件，其中案外调解22件，立案178件，其他1件等", "" },
        { "年初预算695万元，其中财政拨款620万元，上年结转资金45万元，"
            "其他资金30万元，用于建设", "" },
        { "支出6440.87万元，其中上解5646.42万元，累计结余485.24万元", "" },
        { "支出100万元，其中项目支出60万元，执行80万元", "" },
        { "接待66批次、669人次，其中外事3批次、20人次", "" },
        { "在职82人，其中党员50人、本科40人", "" },
        { "在职82人，其中女40人、大专50人", "" },
        { "共约200件，其中甲22件、乙181件", "" },
        { "共201件，其中甲20余件、乙190件", "" },
        { "共201件，其中甲22件、乙20件", "" },      /* far from the whole */
        { "共117人，其中在职82人、退休35人，遗属5人", "" },
        { "共100万元，其中基本60万元，项目40万元，其中甲50万元", "50>40" },
        { "共100万元，其中甲20万元，乙80万元（其中丙90万元）", "90>80" },
        { "合计1.00万元，其中甲0.33万元、乙0.66万元", "" },   /* rounded */
        { "2023年5月，其中3月2日、4日", "" },
        { "199万元。甲100万元、乙100万元", "" },
        { "支出99898元，其中本年5个月", "" },
        { "预算743万元，其中省级500万元，执行729万元", "" },
        { "参保率97.6%，其中困难群众参保率100%。", "" },
    };

    CHECK("parts", NULL, cases);
}

static void adds_parts_in_other_places(void)
{
    static const struct expected cases[] = {
        { "共117人（在职82人、退休36人）", "82+36=118≠117" },
        { "在职82人、退休36人，合计117人", "82+36=118≠117" },
        { "甲30万元，乙30万元，丙29.5万元，共计90万元",
            "30+30+29.5=89.5≠90" },
        { "宣传16场、走访30场，共45场", "16+30=46≠45" },
        { "30万元+30万元+29.99万元=90万元", "30+30+29.99=89.99≠90" },
        { "30+30+20=90万元", "30+30+20=80≠90" },
        { "甲3000元＋乙", "" }, { "0.3万元+3000元＝0.7万元", "0.3+0.3=0.6≠0.7" },
        { "共117人（在职82人、退休35人）", "" },
        { "支出9.99万元（上年16万元）", "" },
        { "30万元（含甲10万元、乙5万元）", "" },
        { "参保64.37万人（含离退休人员）", "" },
        { "支出192万元（年初198万元、上年210万元）", "" },
        { "在职82人、退休35人，合计117人", "" },
        { "预算500人，在职82人、退休35人，合计117人", "" },
        { "发放资料40000份，张挂横幅200条；悬挂横幅共200条", "" },
        { "培训6期、宣传16场，共300人", "" },
        { "30+30+30=90万元", "" }, { "60−20+5=45万元", "" },
        { "2×30+5=65", "" }, { "5=5", "" }, { "a=5万元+3万元", "" },
        { "1亿亿亿元（甲1亿亿亿元、乙1亿亿亿元）", "" },
        { "999999999999999999亿元+999999999999999999亿元=1亿元", "" },
        { "甲1元，合计2元", "" },
    };

    CHECK("parts", NULL, cases);
}

/* A sentence with more figures than anybody can follow. */
static void passes_over_sentences_that_are_tables(void)
{
    xmlDocPtr doc = fixture_xml("<s/>");
    struct buffer text = BUFFER_EMPTY;

    buffer_add_string(&text, "共9件，其中甲1件、乙9件");
    for (int k = 0; k < 61; k++)
        buffer_add_string(&text, "，丙1户");
    CU_ASSERT_STRING_EQUAL(evaluate(doc, "t:parts($text)",
        buffer_string(&text), ""), "1+9=10≠9");
    buffer_add_string(&text, "，丙1户");
    CU_ASSERT_STRING_EQUAL(evaluate(doc, "t:parts($text)",
        buffer_string(&text), ""), "");
    buffer_free(&text);
    xmlFreeDoc(doc);
}

static void checks_rates(void)
{
    static const struct expected cases[] = {
        { "受理201件，结案190件，结案率95.5%", "190÷201=94.53%≠95.5%" },
        { "应到50人，实到48人，到会率98%", "48÷50=96%≠98%" },
        { "全年预算246万元，执行209.7万元，预算执行率达到86%",
            "209.7÷246=85.24%≠86%" },
        { "结案190件，受理201件，结案率为90%", "190÷201=94.53%≠90%" },
        { "预算2.46万元，执行20970元，执行率90%", "20970÷24600=85.24%≠90%" },
        { "2023年受理201件，结案190件，调解率61%，结案率100％",
            "190÷201=94.53%≠100%" },
        { "", "" }, { "受理201件，结案190件，结案率95%", "" },
        { "受理201件，结案190件，结案率94.53%", "" },
        { "应到50人，实到48人，到会率96%", "" },
        { "全年预算246万元，执行209.7万元，执行率85.24%", "" },
        { "年初2535万元，全年2593万元，执行2533.25万元，执行率90%", "" },
        { "处理201件，其中调解22件，立案181件；结案率100%", "" },
        { "举办6期，培训300人，培训合格率98%", "" },
        { "编制86人，在职82人，控制率95%", "" },
        { "上年100元，本年90元，增长率5%", "" },
        { "结案190件，结案率95%", "" },
        { "受理约201件，结案190件，结案率90%", "" },
        { "受理201件，结案190件，结案率约90%", "" },
        { "受理201件，结案190件，同比提高5%", "" },
        { "受理0件，结案0件，结案率100%", "" },
        { "预算1.0万元，执行0.9万元，执行率92%", "" },        /* rounded */
    };

    CHECK("rate", NULL, cases);
}

static void checks_changes(void)
{
    static const struct expected cases[] = {
        { "支出99898元，上年100000元，比上年减少120元",
            "99898−100000=−102≠−120" },
        { "支出99898元，上年100000元，比上年增加102元",
            "99898−100000=−102≠102" },
        { "2023年支出19268元，2022年支出19340元，比上年减少72元，下降1.4%",
            "(19268−19340)÷19340=−0.37%≠−1.4%" },
        { "上年支出100元，本年120元，同比增长25%",
            "(120−100)÷100=20%≠25%" },
        { "支出9.5万元，比上年的10万元减少6000元",
            "95000−100000=−5000≠−6000" },
        { "支出130467元，年初预算144000元，上年支出326800元，比上年减少"
            "196333元，变动率−50.08%",
            "(130467−326800)÷326800=−60.08%≠−50.08%" },
        { "预算总额为1969万元，较2024年的2190万元减少221万元，下降11%",
            "(1969−2190)÷2190=−10.09%≠−11%" },
        { "会议费比上年-72元", "比上年-72元→比上年减少72元" },
        { "收入增长−5%，", "增长−5%→下降5%" }, { "同比－3%", "同比－3%→同比减少3%" },
        { "", "" }, { "支出99898元，上年100000元，比上年减少102元", "" },
        { "2023年支出19268元，2022年支出19340元，比上年减少72元", "" },
        { "2024年支出36280元，2023年支出38500元，比上年减少2220元，"
            "下降5.77%", "" },
        { "支出130467元，年初预算144000元，上年支出326800元，比上年减少"
            "196333元，变动率−60.08%", "" },
        { "预算总额为1969万元，较2024年的2190万元减少221万元，下降10.1%", "" },
        { "支出2.05万元，较上年2.08减少0.03万元，减少了1.44%", "" },
        { "甲50万元、乙60万元，较上年的100万元减少30万元", "" },
        { "收入24627万元，比上年减收1070万元，下降4.2%", "" },
        { "支出9.99万元，上年10万元，比上年减少102元", "" },  /* rounded */
        { "基本支出1196.35万元，比上年增加27.63万元", "" },
        { "甲支出100元，乙支出90元，比上年减少50元", "" },
        { "支出100元，上年90元，预计下年增加50元", "" },
        { "支出约100元，上年90元，比上年增加50元", "" },
        { "支出100元，上年90元，比上年增加约50元", "" },
        { "支出5亿亿亿元，上年1亿亿亿元，比上年增加1亿亿亿元", "" },
        { "支出5元，上年3元，比上年增加1亿亿亿元", "" },
        { "甲5元，乙4元，上年3元，比上年增加1元", "" },
        { "变动率−60.08%", "" }, { "增减额−72元", "" }, { "比上年减少72元", "" },
        { "上年结转10万元，本年50万元，比上年增加30万元", "" },
        { "达到99%，比上年提高2个百分点", "" },
        { "农药使用量比上年下降2.3%", "" },
    };

    CHECK("change", NULL, cases);
}

static void checks_comparisons(void)
{
    static const struct expected cases[] = {
        { "公用经费294.05万元，小于预算数77.43万元", "294.05万元≥77.43万元" },
        { "支出99898元，低于年初预算的9万元", "99898元≥9万元" },
        { "支出20万元，未超过预算数16万元", "20万元>16万元" },
        { "完成90件，超过100件", "90件≤100件" },
        { "合格率92%，不低于95%", "92%<95%" },
        { "支出20万元，均低于2022年的16万元", "20万元≥16万元" },
        { "每人50元高于60元", "50元≤60元" },
        { "", "" }, { "9.99万元，小于年初预算数16万元", "" },
        { "192.35万元，低于年初预算的198万元", "" },
        { "支出20万元，超过预算5万元", "" },        /* by so much */
        { "接待费51267元，每餐不超过40元", "" },
        { "支出99898元，小于年初预算数", "" },
        { "合格率90%，高于目标2个百分点", "" },
        { "合格率92%，低于目标3%", "" },
        { "接待3批次，不超过100人", "" },
        { "约20万元，小于16万元", "" }, { "20万元，不得超过16万元", "" },
        { "用于20万元，属于16万元", "" }, { "5亿亿亿元，小于1亿亿亿元", "" },
        { "支出20万元，小于2022年", "" }, { "20万元，没有超过年初预算", "" },
        { "16万元，不超过16万元", "" }, { "小于16万元", "" },
        { "支出20万元。小于16万元", "" },
    };

    CHECK("comparison", NULL, cases);
}

static void adds_amounts_up(void)
{
    static const struct expected cases[] = {
        { "监测30万元、防控30万元、检测29.99万元。", "899900" },
        { "监测30万元；防控500元", "300500" },
        { "监测100批次30万元，防控1.5亿元", "150300000" },
        { "完成监测。监测3元，防控4元。检测5元，执法6元。", "7" },
        { "", "" }, { "监测30万元", "" }, { "监测30万元。防控30万元。", "" },
        { "共90万元，监测30万元、防控60万元", "" },
        { "监测30万元、防控60万元，合计90万元", "" },
        { "安排90万元，其中监测30万元", "" },
        { "监测30万元、防控约60万元", "" },
        { "培训30万元，人均2400元", "" }, { "补助30万元，每户2000元", "" },
        { "监测30万元、亩均投资2450元/亩", "" },
        { "监测30批次、防控60批次", "" },
        { "监测99999999999999万元、防控99999999999999万元", "" },
    };

    CHECK("amounts", NULL, cases);
}

static void takes_nodes_and_refuses_wrong_calls(void)
{
    static const struct expected cases[] = {
        { "t:word(a, 'x')", "x" }, { "t:word(b, 'xy')", "xy" },
        { "t:word(none, 'x')", "" }, { "t:word(@c, 'x')", "x" },
        { "t:word(a | b, 'x')", "x" }, { "t:word(empty, 'x')", "" },
        { "t:length(12)", "2" }, { "t:excerpt(b, 1)", "x…" },
        { "t:word(text(), 'x')", "" }, { "count(a[t:word(., 'x')])", "1" },
        { "count(a[t:word(., 'y')])", "0" },
        { "t:word('x')", "!" }, { "t:word()", "!" },
        { "t:word('a', 'b', 'c')", "!" }, { "t:punctuation()", "!" },
        { "t:punctuation('a', 'b')", "!" },
    };
    xmlDocPtr doc = fixture_xml("<s c='x'><a>x</a><b>x<i>y</i></b>"
        "<empty/></s>");

    for (size_t k = 0; k < COUNT(cases); k++) {
        const char *result = evaluate(doc, cases[k].text, "", "");
        if (strcmp(result, cases[k].result) != 0)
            fprintf(stderr, "%s is %s, not %s\n", cases[k].text, result,
                cases[k].result);
        CU_ASSERT_STRING_EQUAL(result, cases[k].result);
    }
    xmlFreeDoc(doc);
}

static void adds_up_balances(void)
{
    static const struct expected cases[] = {
        { "2022年结余结转29.32万元。收入594.95万元。支出596.25万元。"
            "年终结转结余38.02万元。", "29.32+594.95−596.25=28.02≠38.02" },
        { "年初结余100元，全年收入50元，支出30元，年末余额130元",
            "100+50−30=120≠130" },
        { "上年结转1万元，收入2万元，其中财政拨款收入1.5万元；支出2.5万元，"
            "结转下年6000元", "10000+20000−25000=5000≠6000" },
        { "收入80元，支出60元，上年结余10元，累计结余40元",
            "10+80−60=30≠40" },
        { "收入80元，支出60元，收支结余10元", "80−60=20≠10" },
        { "收入1.1万元，支出0.9万元，当年结余0.5万元", "1.1−0.9=0.2≠0.5" },
        { "", "" },
        { "年初结余100元，收入50元，支出30元，年末余额120元", "" },
        { "上年结余1.11万元，收入2.22万元，支出1.11万元，结余2.23万元", "" },
        { "收入80元，支出60元，累计结余500元", "" },
        { "养老收入80元，医疗收入9元，支出60元，上年结余10元，结余90元", "" },
        { "上年结余约10元，收入80元，支出60元，结余40元", "" },
        { "上年结余10元，收入预算80元，支出预算60元，结余40元", "" },
        { "上年结余10元，收入80元\n支出60元，结余40元", "" },
        { "上年结余10人，收入80人，支出60人，结余40人", "" },
    };

    CHECK("balance", NULL, cases);
}

CU_TestInfo text_tests[] = {
    {"finds words", finds_words},
    {"finds beginnings", finds_beginnings},
    {"finds endings", finds_endings},
    {"finds texts that are a word", finds_texts_that_are_a_word},
    {"finds corrections", finds_corrections},
    {"measures and cuts", measures_and_cuts},
    {"finds half-width marks", finds_half_width_marks},
    {"finds wide digits", finds_wide_digits},
    {"finds doubled marks", finds_doubled_marks},
    {"finds spaces in Chinese", finds_spaces_in_chinese},
    {"finds rare characters", finds_rare_characters},
    {"finds placeholders", finds_placeholders},
    {"finds names that nobody filled in", finds_names_that_nobody_filled_in},
    {"finds braces meant for references", finds_braces_meant_for_references},
    {"finds marks of templates", finds_marks_of_templates},
    {"finds errors of spreadsheets", finds_errors_of_spreadsheets},
    {"finds values of programs", finds_values_of_programs},
    {"finds markup", finds_markup},
    {"finds text in a wrong encoding", finds_text_in_a_wrong_encoding},
    {"finds personal data", finds_personal_data},
    {"finds other years", finds_other_years},
    {"finds dates that there are none of", finds_dates_that_there_are_none_of},
    {"adds up balances", adds_up_balances},
    {"finds doubled units", finds_doubled_units},
    {"counts enumerations", counts_enumerations},
    {"adds parts behind a word", adds_parts_behind_a_word},
    {"adds parts in other places", adds_parts_in_other_places},
    {"passes over sentences that are tables",
        passes_over_sentences_that_are_tables},
    {"checks rates", checks_rates},
    {"checks changes", checks_changes},
    {"checks comparisons", checks_comparisons},
    {"adds amounts up", adds_amounts_up},
    {"takes nodes and refuses wrong calls",
        takes_nodes_and_refuses_wrong_calls},
    CU_TEST_INFO_NULL
};
