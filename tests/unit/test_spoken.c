/* Figures, units, blanks and dates as people write them in cells. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "13_pull/spoken.h"
#include "fixture.h"

static void reads_figures_or_nothing(void)
{
    static const struct {
        enum value_type type;
        const char *unit, *shown, *printed, *words;
        const char *value;      /* in the base unit; NULL: it is not read */
    } cases[] = {
        { VALUE_AMOUNT, "万元", NULL, "5.13", "9.99", "99900.00" },
        { VALUE_AMOUNT, "万元", NULL, "", "9.9898", "99898.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "9.98981234", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "99898元", "99898.00" },
        { VALUE_AMOUNT, "万元", "元", "51267", "99,898", "99898.00" },
        { VALUE_AMOUNT, "万元", "元", "51267", "9.99万元", "99900.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13万元", "9.99", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "9.99%", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "9.99万元多", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "1,2345", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "1234,567", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "1 234 567.5", "12345675000.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", ".5", "5000.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "5.", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "--5", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "1e3", NULL },
        { VALUE_RATE, "%", NULL, "95.35%", "９６．１％", "96.1" },
        { VALUE_RATE, "%", NULL, "95.35%", "96.1", NULL },
        { VALUE_RATE, "%", NULL, "95.35%", "0.961元", NULL },
        { VALUE_COUNT, "人", NULL, "86", "87人", "87" },
        { VALUE_COUNT, "人", NULL, "86人", "87", "87" },
        { VALUE_COUNT, "人", NULL, "86人", "87个", NULL },
        { VALUE_NUMBER, NULL, NULL, "3000亩", "3200 亩", "3200" },
        { VALUE_NUMBER, NULL, NULL, "", "3200亩", NULL },
        { VALUE_YEAR, "年", NULL, "2024", "2025年", "2025" },
        { VALUE_NUMBER, "万平方米", NULL, "", "34万㎡", "34" },
        { VALUE_NUMBER, "万平方米", NULL, "", "34㎡", NULL },
        { VALUE_NUMBER, NULL, NULL, "34万平方米", "35 万m2", "35" },
        { VALUE_NUMBER, "m²", NULL, "", "35㎥", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "9.99万", "99900.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "0.9989亿元", "99890000.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "1.5 亿", "150000000.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "3百万元", "3000000.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "0.00000000001亿元", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "5亿人", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "5亿%", NULL },
        { VALUE_RATE, NULL, NULL, "95.5%", "1亿%", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "9.99萬", "99900.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "9.99萬元", "99900.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "+9.99", "99900.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "+-9.99", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "￥99,898元", "99898.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "¥9.99万元", "99900.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "￥9.99", NULL },
        { VALUE_RATE, "%", NULL, "95.35%", "￥98%", NULL },
        { VALUE_NUMBER, "亩", NULL, "3000亩", "￥5亩", NULL },
        { VALUE_COUNT, "人", NULL, "86", "¥87人", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "9.99。", "99900.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "9.99万元。", "99900.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "9.99。。", NULL },
        { VALUE_COUNT, "人", NULL, "86", "87.0", "87.0" },
        { VALUE_COUNT, "人", NULL, "86", "87.5", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "99898圆", "99898.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "99898元整", "99898.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "99898元人民币", "99898.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "-.5", "-5000.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", ".", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "12,5", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "12。5", "125000.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "１２。５。", "125000.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "。5", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "12.。5", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "￥ 99,898元", "99898.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "1.2億元", "120000000.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "五万元", "50000.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "三百点五万元", "3005000.00" },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "三百二十点万元", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "五万四千元", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "千元", NULL },
        { VALUE_AMOUNT, "万元", NULL, "5.13", "万元", NULL },
        { VALUE_RATE, "%", NULL, "95.35%", "百分之九十五", "95" },
        { VALUE_RATE, "%", NULL, "95.35%", "百分之九十五点零五", "95.05" },
        { VALUE_RATE, "%", NULL, "95.35%", "百分之95.5", "95.5" },
        { VALUE_RATE, "%", NULL, "95.35%", "百分之一百", "100" },
        { VALUE_RATE, "%", NULL, "95.35%", "百分之95%", NULL },
        { VALUE_RATE, "%", NULL, "95.35%", "百分之", NULL },
        { VALUE_RATE, "%", NULL, "95.35%", "九十五", NULL },
        { VALUE_COUNT, "人", NULL, "86", "百分之五", NULL },
        { VALUE_COUNT, "人", NULL, "86", "三十六", "36" },
        { VALUE_COUNT, "人", NULL, "86", "一百零五人", "105" },
        { VALUE_COUNT, "人", NULL, "86", "三五人", NULL },
        { VALUE_COUNT, "人", NULL, "86", "二三十", NULL },
        { VALUE_COUNT, "人", NULL, "86", "一季度", NULL },
        { VALUE_YEAR, "年", NULL, "2024", "2025年度", "2025" },
        { VALUE_YEAR, "年", NULL, "2024", "二〇二五年", "2025" },
        { VALUE_YEAR, "年", NULL, "2024", "二五年", NULL },
    };
    const struct lexicon *lexicon = fixture_lexicon();

    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct spoken place = { cases[i].type, cases[i].unit,
            cases[i].shown, cases[i].printed, lexicon };
        char text[DECIMAL_TEXT_SIZE];
        struct decimal value;
        bool failed = false;
        bool read = spoken_figure(&place, cases[i].words, &value, &failed);
        CU_ASSERT_FALSE(failed);
        CU_ASSERT_EQUAL(read, cases[i].value != NULL);
        if (read && cases[i].value)
            CU_ASSERT_STRING_EQUAL(decimal_print(value, text),
                cases[i].value);
    }
}

static void parts_figures_from_what_is_behind(void)
{
    static const struct { const char *words, *digits, *rest; } cases[] = {
        { "98%", "98", "%" }, { " １，２３４．５ 亩。", "1234.5", "亩" },
        { "-5", "-5", "" }, { "亩", NULL, NULL },
        { "￥5亩", NULL, NULL }, { "￥98%", NULL, NULL },
        { "¥9.99万元", NULL, NULL }, { "一季度", NULL, NULL },
    };
    const struct lexicon *lexicon = fixture_lexicon();

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer digits = BUFFER_EMPTY, rest = BUFFER_EMPTY;
        bool failed = false;
        bool parted = spoken_part(lexicon, cases[i].words, &digits, &rest,
            &failed);
        CU_ASSERT_FALSE(failed);
        CU_ASSERT_EQUAL(parted, cases[i].digits != NULL);
        if (parted && cases[i].digits) {
            CU_ASSERT_STRING_EQUAL(buffer_string(&digits), cases[i].digits);
            CU_ASSERT_STRING_EQUAL(buffer_string(&rest), cases[i].rest);
        }
        buffer_free(&digits);
        buffer_free(&rest);
    }
}

static void tells_blanks(void)
{
    static const struct { const char *words; bool is_blank; } cases[] = {
        { "-", true }, { "－", true }, { "−", true }, { "—", true },
        { "——", true }, { " ／ ", true }, { "无", true },
        { "〔空白〕", true }, { "", false }, { "0", false }, { "-5", false },
        { "无人", false }, { "---", false },
    };
    const struct lexicon *lexicon = fixture_lexicon();

    for (size_t i = 0; i < COUNT(cases); i++) {
        bool failed = false;
        CU_ASSERT_EQUAL(spoken_is_blank(VALUE_AMOUNT, lexicon, cases[i].words,
            &failed), cases[i].is_blank);
        CU_ASSERT_EQUAL(spoken_is_blank(VALUE_DATE, lexicon, cases[i].words,
            &failed), cases[i].is_blank);
        CU_ASSERT_FALSE(spoken_is_blank(VALUE_TEXT, lexicon, cases[i].words,
            &failed));
        CU_ASSERT_FALSE(failed);
    }
}

static void reads_units_by_each_name(void)
{
    static const char *const units[][12] = {
        { "m²", "㎡", "平方米", "平米", "平方", "m2", "M2" },
        { "m³", "㎥", "立方米", "立方", "m3", "M3" },
        { "km²", "㎢", "平方公里", "平方千米", "km2" },
        { "公顷", "ha", "hm2", "hm²" },
        { "公里", "千米", "km", "㎞", "KM" },
        { "米", "m" }, { "厘米", "公分", "cm", "㎝" },
        { "毫米", "mm", "㎜" },
        { "公斤", "千克", "kg", "㎏", "KG" }, { "克", "g" }, { "吨", "t" },
        { "升", "L", "l" }, { "毫升", "mL", "ml", "㎖" },
        { "度", "千瓦时", "kWh", "kwh" }, { "千瓦", "kW" }, { "瓦", "W" },
        { "℃", "摄氏度" }, { "小时", "个小时", "h" }, { "分钟", "min" },
        { "人", "名", "位" }, { "批次", "批" },
    };
    const struct lexicon *lexicon = fixture_lexicon();

    for (size_t i = 0; i < COUNT(units); i++)
        for (size_t k = 1; k < COUNT(*units) && units[i][k]; k++) {
            const struct spoken place = { VALUE_NUMBER, units[i][0], NULL, "",
                lexicon };
            struct buffer words = BUFFER_EMPTY;
            struct decimal value;
            bool failed = false;
            buffer_printf(&words, "12%s", units[i][k]);
            CU_ASSERT_TRUE(spoken_figure(&place, buffer_string(&words),
                &value, &failed));
            buffer_free(&words);
        }
}

static void reads_dates_or_nothing(void)
{
    static const struct { const char *words, *date; } cases[] = {
        { "2025年4月18日", "2025-04-18" }, { "2025-04-18", "2025-04-18" },
        { "2025/4/18", "2025-04-18" }, { "2025.4.18", "2025-04-18" },
        { "２０２５年４月１８日", "2025-04-18" },
        { "二〇二五年十月三十一日", "2025-10-31" },
        { "二○二五年十二月二十日", "2025-12-20" },
        { "2024年2月29日", "2024-02-29" }, { "20250418", "2025-04-18" },
        { "２０２５０４１８", "2025-04-18" }, { "2025。4。18", "2025-04-18" },
        { "20250431", NULL }, { "202504181", NULL }, { "20250418日", NULL },
        { "2025年2月29日", NULL }, { "2025年4月31日", NULL },
        { "2025年13月1日", NULL }, { "2025年0月1日", NULL },
        { "2025年4月18", NULL }, { "2025-4/18", NULL }, { "25-4-18", NULL },
        { "2025年4月18日前", NULL }, { "约2025年4月18日", NULL },
        { "2025-4-18日", NULL }, { "18/4/2025", NULL }, { "", NULL },
        { "99999999999999999999-1-1", NULL },
        { "二〇二五年四月十日", "2025-04-10" },
        { "二〇二五年一十一月二十九日", "2025-11-29" },
        { "二〇二五年四月一百二十日", NULL },
        { "二〇二五年十二月二十二十日", NULL },
        { "二〇二五年四月二十一十日", NULL },
        { "二〇二五年四月三五日", NULL }, { "二五年四月十日", NULL },
        { "二〇二五〇年四月十日", NULL }, { "二〇二五年〇月十日", NULL },
    };
    const struct lexicon *lexicon = fixture_lexicon();

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer out = BUFFER_EMPTY;
        bool failed = false;
        CU_ASSERT_EQUAL(spoken_date(lexicon, cases[i].words, &out, &failed),
            cases[i].date != NULL);
        CU_ASSERT_FALSE(failed);
        CU_ASSERT_STRING_EQUAL(buffer_string(&out),
            cases[i].date ? cases[i].date : "");
        buffer_free(&out);
    }
}

CU_TestInfo spoken_tests[] = {
    { "reads figures or nothing", reads_figures_or_nothing },
    { "parts figures from what is behind", parts_figures_from_what_is_behind },
    { "reads units by each name", reads_units_by_each_name },
    { "tells blanks on purpose", tells_blanks },
    { "reads dates or nothing", reads_dates_or_nothing },
    CU_TEST_INFO_NULL
};
