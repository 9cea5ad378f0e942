/* The unit behind a number. */

#include "6_rules/text/units.h"

#include <string.h>

#include "0_base/utf8.h"
#include "6_rules/text/characters.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

static const struct { const char *word; int shift; } multipliers[] = {
    { "万", 4 }, { "亿", 8 }, { "千", 3 }, { "百", 2 }, { "十", 1 },
};

static size_t read_multiplier(const char *text, int *shift)
{
    size_t size = 0, step = 1;

    *shift = 0;
    while (step > 0) {
        step = 0;
        for (size_t k = 0; step == 0 && k < COUNT(multipliers); k++)
            if ((step = text_starts(text + size, multipliers[k].word)) > 0)
                *shift += multipliers[k].shift;
        size += step;
    }
    return size;
}

/* Units of more than one ideograph; a longer one before its beginning. */
static const char *const compounds[] = {
    "个百分点", "百分点", "个工作日", "工作日", "个小时", "小时", "个月",
    "平方公里", "平方米", "立方米", "公里", "公斤", "公顷", "公分", "毫米",
    "厘米", "瓦时", "分钟", "学时", "课时", "台套", "周岁", "周年",
};

/* What follows a number without being its unit. */
static const char particles[] = "的了和与及或并且至到以为是在而则占比较均"
    "不等左右上下前后其余多来";

static size_t read_compound(const char *text)
{
    size_t size = 0;

    for (size_t k = 0; size == 0 && k < COUNT(compounds); k++)
        size = text_starts(text, compounds[k]);
    return size;
}

static size_t read_ideograph_unit(const char *text)
{
    unsigned code;
    char bytes[UTF8_LENGTH_MAX + 1] = "";
    size_t size = read_compound(text);

    if (size > 0)
        return size;
    size = text_character(text, &code);
    if (!text_is_ideograph(code))
        return 0;
    memcpy(bytes, text, size);
    if (strstr(particles, bytes))
        return 0;
    return size + text_starts(text + size, "次");
}

static size_t read_base(const char *text)
{
    static const char *const signs[] = { "%", "％", "‰", "℃", "㎡" };
    size_t size = 0;

    for (size_t k = 0; size == 0 && k < COUNT(signs); k++)
        size = text_starts(text, signs[k]);
    if (size > 0)
        return size;
    while (text_is_latin((unsigned char)text[size]))
        size++;
    return size > 0 ? size : read_ideograph_unit(text);
}

/* One space before a unit that is surely one: 10 万元. */
static size_t space_before_unit(const char *text)
{
    int shift;

    return *text == ' ' && (text[1] == '%' || text_starts(text + 1, "元")
        || read_multiplier(text + 1, &shift) > 0);
}

static size_t read_vague(const char *text)
{
    size_t size = text_starts(text, "余");

    return size > 0 ? size : text_starts(text, "多");
}

static size_t read_divisor(const char *text)
{
    size_t size = *text == '/' ? read_base(text + 1) : 0;

    return size > 0 ? 1 + size : 0;
}

static void set_base(struct text_unit *unit, const char *base, size_t length)
{
    bool wide = length == strlen("％") && text_starts(base, "％");

    unit->base = wide ? "%" : base;
    unit->base_length = wide ? 1 : length;
}

size_t text_unit_read(const struct lexicon *lexicon, const char *text,
    struct text_unit *unit)
{
    size_t vague = read_vague(text);
    const char *first = text + (vague > 0 ? vague : space_before_unit(text));
    const char *base = first;

    (void)lexicon;
    *unit = (struct text_unit){ .text = first };
    if (!read_compound(first))
        base += read_multiplier(first, &unit->shift);
    size_t inner = base > first ? read_vague(base) : 0;
    base += inner;
    size_t length = read_base(base);
    if (length > 0)
        length += read_divisor(base + length);
    unit->length = (size_t)(base + length - first);
    unit->vague = vague > 0 || inner > 0;
    set_base(unit, base, length);
    return unit->length > 0 || vague > 0 ? (size_t)(base + length - text) : 0;
}
