/* Marks, digits, spaces and characters that do not belong into a Chinese
 * text. */

#include <CUnit/CUnit.h>
#include <stdio.h>

#include "6_rules/text/punctuation_marks.h"
#include "text_fixture.h"

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
        { "\xFF位置,加\xE5", "〔0xFF〕位置,加〔0xE5〕→〔0xFF〕位置，加〔0xE5〕" },
        { "完成\t任务", "完成〔制表符〕任务→完成任务" },
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
        { " 农田建设", "␣农田建设→农田建设" },
        { "农田建设　 ", "农田建设␣␣→农田建设" }, { "　", "" },
        { "He said “yes” — then “no”.", "" }, { "A — B", "" },
    };

    CHECK("punctuation", NULL, cases);
}

static void finds_rare_characters(void)
{
    static const struct expected cases[] = {
        { "张𠮷", "𠮷（U+20BB7）" }, { "⼈民", "⼈（U+2F08）" },
        { "李𬭎", "𬭎（U+2CB4E）" }, { "䶮", "䶮（U+4DAE）" },
        { "\xEF\xA4\x80", "\xEF\xA4\x80（U+F900）" },
        { "\xF0\xB2\x8E\xAF", "\xF0\xB2\x8E\xAF（U+323AF）" },
        { "", "" }, { "常用汉字，镕喆堃 é 123", "" }, { "好😀", "" },
        { "﨎﨩", "" }, { "〇々〆㎡㈠", "" },
    };

    CHECK("rare", "4E00-9FA5 FA0E FA27-FA29", cases);
}

static void finds_characters_without_a_sign(void)
{
    static const struct expected cases[] = {
        { "好😀", "😀（U+1F600）" }, { "\xEE\x80\x80", "U+E000" },
        { "\xF3\xB0\x80\x80", "U+F0000" },
        { "\xEF\xBF\xBD", "\xEF\xBF\xBD（U+FFFD）" },
        { "\xEF\xBF\xBF", "U+FFFF" }, { "\xC2\x85", "U+0085" },
        { "\x01", "U+0001" }, { "\xF0\x9F\xBF\xBE", "U+1FFFE" },
        { "", "" }, { "常用汉字，Latin é 123", "" }, { "一\t二\n三\r", "" },
        { "—…“”‘’·×÷±≥≤‰℃㎡①Ⅱ", "" }, { "　全角ＡＢ％", "" },
        { "﨎﨩㐀䶵𠮷𬭎⼈", "" }, { "a\xE2\x80\x8B" "b", "" },
    };

    CHECK("unprintable", NULL, cases);
}

static void finds_characters_that_are_not_seen(void)
{
    static const struct expected cases[] = {
        { "全年\xE2\x80\x8B完成任务，资金安全。",
            "全年〔零宽空格〕完成任务（第3字，U+200B）" },
        { "\xE2\x80\xAE" "a", "〔方向控制符〕a（第1字，U+202E）" },
        { "甲\xE2\x80\xA8乙\xE2\x80\xA9",
            "甲〔行分隔符〕乙〔段分隔符〕（第2字，U+2028），共2处" },
        { "一二三四五\xEF\xBB\xBF", "二三四五〔字节顺序标记〕（第6字，U+FEFF）" },
        { "李\xF3\xA0\x84\x80", "李〔变体选择符〕（第2字，U+E0100）" },
        { "\xE3\x85\xA4", "〔谚文填充符〕（第1字，U+3164）" },
        { "a\xC2\xAD" "b", "a〔软连字符〕b（第2字，U+00AD）" },
        { "", "" }, { "常用　汉字\xC2\xA0， é\n\t", "" },
    };

    CHECK("invisible", NULL, cases);
}

/* Brackets of a language of one's own may be of any length. */
static void cuts_long_marks_between_characters(void)
{
    static const char mark[] = "（（（（（（（（（（";     /* 30 bytes */
    const struct text_span open = { mark, 30 }, parts[] = { open,
        { "2023", 4 }, open, { ".", 1 } };
    struct mark_fixes fixes = { .count = 0 };
    char most[MARK_FIX_SIZE];

    mark_add_fix_of(&fixes, 5, 9, parts, 3);
    snprintf(most, sizeof most, "%s2023%.27s", mark, mark);
    CU_ASSERT_STRING_EQUAL(fixes.list[0].text, most);
    CU_ASSERT_EQUAL(fixes.list[0].begin, 5);
    CU_ASSERT_EQUAL(fixes.list[0].end, 9);
    mark_add_fix_of(&fixes, 9, 12, parts, COUNT(parts));
    CU_ASSERT_STRING_EQUAL(fixes.list[1].text, most);
    CU_ASSERT_EQUAL(fixes.count, 2);
}

CU_TestInfo text_marks_tests[] = {
    {"finds half-width marks", finds_half_width_marks},
    {"finds wide digits", finds_wide_digits},
    {"finds doubled marks", finds_doubled_marks},
    {"finds spaces in Chinese", finds_spaces_in_chinese},
    {"finds rare characters", finds_rare_characters},
    {"finds characters without a sign", finds_characters_without_a_sign},
    {"finds characters that are not seen",
        finds_characters_that_are_not_seen},
    {"cuts long marks between characters",
        cuts_long_marks_between_characters},
    CU_TEST_INFO_NULL
};
