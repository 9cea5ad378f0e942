/* The types that x-type and x-unit name, and the values they let in. */

#include "2_schema/values/types.h"

#include "2_schema/formats/format.h"
#include "2_schema/values/number.h"

#define YEAR_FIRST 1949
#define YEAR_LAST 2100

/* 13 digits of yuan and 2 places stay below decimal.h's 18 digits. */
static const struct type_rule rules[] = {
    { VALUE_AMOUNT, 4, 6, 9, PHRASE_DECIMAL, PHRASE_WAN_YUAN },
    { VALUE_AMOUNT, 0, 2, 13, PHRASE_DECIMAL, PHRASE_YUAN },
    { VALUE_RATE, 0, 6, 12, PHRASE_NUMBER, PHRASE_PERCENT },
    { VALUE_COUNT, 0, 0, 12, PHRASE_WHOLE, PHRASE_A_COUNT },
    { VALUE_NUMBER, 0, 6, 12, PHRASE_NUMBER, PHRASE_FIGURE },
    { VALUE_YEAR, 0, 0, 4, PHRASE_YEAR, PHRASE_YEARS },
    { VALUE_DATE, 0, 0, 0, PHRASE_DATE, PHRASE_DAYS },
    { VALUE_TEXT, 0, 0, 0, PHRASE_TEXT, PHRASE_PROSE },
    { VALUE_TOKEN, 0, 0, 0, PHRASE_TEXT, PHRASE_TOKEN },
};

const struct type_rule *type_rule_find(enum value_type type,
    const char *unit)
{
    for (size_t k = 0; k < sizeof rules / sizeof *rules; k++)
        if (rules[k].type == type
            && rules[k].shift == value_shift_of_unit(type, unit))
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

/* The bytes that a character takes at least, by its first one. */
static size_t bytes_least(char first)
{
    return (unsigned char)first < 0xE0 ? 1 : 3;
}

static enum type_fault check_text(const struct json *json,
    const cJSON *value, size_t *offset)
{
    size_t length;
    const char *text = json_string(json, value, &length);

    if (!text)
        return TYPE_FAULT_KIND;
    for (size_t at = 0; at < length; at += bytes_least(text[at])) {
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
