/* The types that x-type and x-unit name, and the values they let in. */

#include "2_schema/values/types.h"

#include <string.h>

#include "2_schema/formats/format.h"
#include "2_schema/values/number.h"

#define YEAR_FIRST 1949
#define YEAR_LAST 2100

/* 13 digits of yuan and 2 places stay below decimal.h's 18 digits. */
static const struct type_rule rules[] = {
    { VALUE_AMOUNT, "万元", 6, 9,
        { "数或十进制文字", "a number or a decimal string" },
        { "以万元计、最多六位小数、绝对值小于10亿的数，如 9.9898",
          "wan-yuan with at most six decimals, below 10^9 in size, such as "
          "9.9898" } },
    { VALUE_AMOUNT, NULL, 2, 13,
        { "数或十进制文字", "a number or a decimal string" },
        { "以元计、最多两位小数、绝对值小于10万亿的数，如 99898.00",
          "yuan with at most two decimals, below 10^13 in size, such as "
          "99898.00" } },
    { VALUE_RATE, NULL, 6, 12,
        { "数", "a number" },
        { "以百分之一计、最多六位小数、绝对值小于1万亿的数，如 108.70 表示 108.70%",
          "percent with at most six decimals, below 10^12 in size: 108.70 "
          "means 108.70%" } },
    { VALUE_COUNT, NULL, 0, 12,
        { "非负整数", "a whole number, not negative" },
        { "0 或小于1万亿的正整数，不带小数",
          "0 or a whole number below 10^12, without decimals" } },
    { VALUE_NUMBER, NULL, 6, 12,
        { "数", "a number" },
        { "最多六位小数、绝对值小于1万亿的数",
          "a number with at most six decimals, below 10^12 in size" } },
    { VALUE_YEAR, NULL, 0, 4,
        { "年份", "a year" },
        { "1949 至 2100 之间的年份，如 2024",
          "a year from 1949 to 2100, such as 2024" } },
    { VALUE_DATE, NULL, 0, 0,
        { "日期", "a date" },
        { "日历上有的日期，写作 年-月-日，如 2024-04-24",
          "a day of the calendar as YYYY-MM-DD, such as 2024-04-24" } },
    { VALUE_TEXT, NULL, 0, 0,
        { "文字", "a text" },
        { "不含控制字符的文字，换行写作 \\n，制表符写作 \\t",
          "a text without control characters but \\n and \\t" } },
    { VALUE_TOKEN, NULL, 0, 0,
        { "文字", "a text" },
        { "不含控制字符的文字", "a text without control characters" } },
};

const struct type_rule *type_rule_find(enum value_type type,
    const char *unit)
{
    for (size_t k = 0; k < sizeof rules / sizeof *rules; k++)
        if (rules[k].type == type && (!rules[k].unit
            || (unit && strcmp(rules[k].unit, unit) == 0)))
            return &rules[k];
    return NULL;
}

/*
 * Whether a character that XML 1.0, 2.2 does not let in begins here, or a
 * control character; tabulators and line feeds aside.  The text is UTF-8 and
 * NUL-terminated, so that bytes tell: U+0080 to U+009F begin with C2, U+FFFE
 * and U+FFFF with EF BF.
 */
static bool is_forbidden(const unsigned char *at)
{
    if (at[0] < 0x20)
        return at[0] != '\t' && at[0] != '\n';
    return at[0] == 0x7F || (at[0] == 0xC2 && at[1] < 0xA0)
        || (at[0] == 0xEF && at[1] == 0xBF && at[2] >= 0xBE);
}

static enum type_fault check_text(const struct json *json,
    const cJSON *value, size_t *offset)
{
    size_t length;
    const char *text = json_string(json, value, &length);

    if (!text)
        return TYPE_FAULT_KIND;
    for (size_t at = 0; at < length; at++) {
        if (is_forbidden((const unsigned char *)text + at)) {
            *offset = at;
            return TYPE_FAULT_CHARACTER;
        }
    }
    return TYPE_FAULT_NONE;
}

static enum type_fault check_date(const struct json *json,
    const cJSON *value)
{
    size_t length;
    const char *text = json_string(json, value, &length);

    if (!text)
        return TYPE_FAULT_KIND;
    return format_is_date(text, length) ? TYPE_FAULT_NONE : TYPE_FAULT_DATE;
}

static enum type_fault check_figure(const struct type_rule *rule,
    const struct json *json, const cJSON *value)
{
    struct number number;
    size_t length;
    size_t year;
    const char *text = cJSON_IsNumber(value)
        ? json_literal(json, value, &length)
        : json_string(json, value, &length);

    if (!text || !number_parse(text, length, &number))
        return TYPE_FAULT_KIND;
    if (!number_is_below(&number, rule->digits))
        return TYPE_FAULT_SIZE;
    if (number.places > rule->places)
        return TYPE_FAULT_PLACES;
    if (rule->type == VALUE_COUNT && number.negative)
        return TYPE_FAULT_NEGATIVE;
    if (rule->type == VALUE_YEAR && (!number_to_size(&number, &year)
        || year < YEAR_FIRST || year > YEAR_LAST))
        return TYPE_FAULT_RANGE;
    return TYPE_FAULT_NONE;
}

enum type_fault type_rule_check(const struct type_rule *rule,
    const struct json *json, const cJSON *value, size_t *offset)
{
    *offset = 0;
    if (cJSON_IsNull(value))
        return TYPE_FAULT_NONE;
    if (value_type_is_figure(rule->type))
        return check_figure(rule, json, value);
    if (rule->type == VALUE_DATE)
        return check_date(json, value);
    return check_text(json, value, offset);
}
