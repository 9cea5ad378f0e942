/* The unit behind a number. */

#include "6_rules/text/units.h"

#include "6_rules/text/characters.h"

/* Reads 百, 千, 万, 亿 and what they make together: 10^shift. */
static size_t read_multiplier(const struct lexicon *lexicon, const char *text,
    int *shift)
{
    const struct word_list *words = lexicon_words(lexicon,
        NOTION_MULTIPLIERS);
    const struct word *word;
    size_t size = 0;

    *shift = 0;
    while ((word = word_at(words, text, size))) {
        *shift += word_number(word);
        size += word->length;
    }
    return size;
}

/* One ideograph that is no particle, with 次 behind it: 人, 人次. */
static size_t read_ideograph_unit(const struct lexicon *lexicon,
    const char *text)
{
    unsigned code;
    size_t size = notion_at(lexicon, NOTION_COMPOUND_UNITS, text, 0);

    if (size > 0)
        return size;
    size = text_character(text, &code);
    if (!text_is_ideograph(code)
        || notion_at(lexicon, NOTION_PARTICLES, text, 0) > 0)
        return 0;
    return size + notion_at(lexicon, NOTION_TIMES, text + size, 0);
}

static size_t read_base(const struct lexicon *lexicon, const char *text)
{
    size_t size = notion_at(lexicon, NOTION_UNIT_SIGNS, text, 0);

    if (size > 0)
        return size;
    while (text_is_latin((unsigned char)text[size]))
        size++;
    return size > 0 ? size : read_ideograph_unit(lexicon, text);
}

/* One space before a unit that is surely one: 10 万元. */
static size_t space_before_unit(const struct lexicon *lexicon,
    const char *text)
{
    int shift;

    return *text == ' ' && (text[1] == '%'
        || notion_at(lexicon, NOTION_MONEY, text + 1, 0) > 0
        || read_multiplier(lexicon, text + 1, &shift) > 0);
}

static size_t read_divisor(const struct lexicon *lexicon, const char *text)
{
    size_t size = *text == '/' ? read_base(lexicon, text + 1) : 0;

    return size > 0 ? 1 + size : 0;
}

static void set_base(struct text_unit *unit, const char *base, size_t length)
{
    unsigned code = 0;
    bool wide = length > 0 && text_character(base, &code) == length
        && code == 0xFF05;

    unit->base = wide ? "%" : base;
    unit->base_length = wide ? 1 : length;
}

size_t text_unit_read(const struct lexicon *lexicon, const char *text,
    struct text_unit *unit)
{
    size_t vague = notion_at(lexicon, NOTION_VAGUE, text, 0);
    const char *first = text
        + (vague > 0 ? vague : space_before_unit(lexicon, text));
    const char *base = first;

    *unit = (struct text_unit){ .text = first };
    if (notion_at(lexicon, NOTION_COMPOUND_UNITS, first, 0) == 0)
        base += read_multiplier(lexicon, first, &unit->shift);
    size_t inner = base > first ? notion_at(lexicon, NOTION_VAGUE, base, 0) : 0;
    base += inner;
    size_t length = read_base(lexicon, base);
    if (length > 0)
        length += read_divisor(lexicon, base + length);
    unit->length = (size_t)(base + length - first);
    unit->vague = vague > 0 || inner > 0;
    set_base(unit, base, length);
    return unit->length > 0 || vague > 0 ? (size_t)(base + length - text) : 0;
}
