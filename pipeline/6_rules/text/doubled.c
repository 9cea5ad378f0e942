/* Finds units that are written twice: 82人人, where a reference prints its
 * own. */

#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/figures.h"
#include "6_rules/text/spans.h"

#define UNIT_CHARACTERS 4       /* of a unit, at most: 个百分点 */

/* Whether a text begins with the same characters twice, as many as a unit may
 * have. */
static bool begins_twice(const char *text)
{
    unsigned codes[2 * UNIT_CHARACTERS];
    size_t count = 0, size;

    while (count < sizeof codes / sizeof *codes
        && (size = text_character(text, &codes[count])) > 0) {
        text += size;
        count++;
    }
    for (size_t k = 1; 2 * k <= count; k++)
        if (memcmp(codes, codes + k, k * sizeof *codes) == 0)
            return true;
    return false;
}

/* Whether a unit, or what is behind the 万 of one, may stand there twice. */
static bool may_be_doubled(const struct lexicon *lexicon, const char *text)
{
    const struct word_list *multipliers = lexicon_words(lexicon,
        NOTION_MULTIPLIERS);
    size_t size;

    while ((size = word_size_at(multipliers, text, 0)) > 0
        && !begins_twice(text))
        text += size;
    return begins_twice(text);
}

/* A quick test: most texts have no characters twice behind their digits. */
static bool may_have_doubled_unit(const struct lexicon *lexicon,
    const char *text)
{
    bool inside = false;
    size_t size;
    unsigned code;

    for (; (size = text_character(text, &code)) > 0; text += size) {
        bool digit = text_is_digit(code) || text_is_digit(code - 0xFEE0);
        if (inside && !digit && may_be_doubled(lexicon, text))
            return true;
        inside = digit;
    }
    return false;
}

/* The bytes of the unit, or of its base, that stand behind a figure once
 * more. */
static size_t read_again(const char *text, const struct text_figure *figure)
{
    const char *behind = text + figure->end;

    if (figure->unit_length > 0
        && strncmp(behind, figure->unit, figure->unit_length) == 0)
        return figure->unit_length;
    return figure->base_length > 0
        && strncmp(behind, figure->base, figure->base_length) == 0
        ? figure->base_length : 0;
}

bool text_doubled_unit(const struct lexicon *lexicon, const char *text,
    const char *words, struct buffer *found)
{
    size_t length = strlen(text), again = 0;
    struct text_figure figure = {0};

    if (!may_have_doubled_unit(lexicon, text))
        return true;
    while (again == 0 && text_figure_next(lexicon, text, length, &figure)) {
        again = read_again(text, &figure);
        if (again > 0 && text_word_at(text, figure.end, words).length > 0)
            again = 0;
    }
    if (again > 0)
        buffer_add(found, text + figure.begin,
            figure.end + again - figure.begin);
    return true;
}
