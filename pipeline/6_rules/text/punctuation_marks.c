/* What the finders of wrong marks share: characters and fixes. */

#include "6_rules/text/punctuation_marks.h"

#include <string.h>

#include "6_rules/text/characters.h"

bool mark_is_chinese(unsigned code)
{
    return text_is_ideograph(code) || text_is_chinese_mark(code);
}

static void fix_set(struct mark_fix *fix, size_t begin, size_t end,
    struct text_span text)
{
    size_t length = text.length < MARK_FIX_SIZE ? text.length
        : MARK_FIX_SIZE - 1;

    fix->begin = begin;
    fix->end = end;
    memcpy(fix->text, text.text, length);
    fix->text[length] = '\0';
}

void mark_add_fix(struct mark_fixes *fixes, size_t begin, size_t end,
    struct text_span text)
{
    fix_set(fixes->count++ ? &fixes->second : &fixes->first, begin, end,
        text);
}

void mark_add_wide(const struct mark_place *place, size_t begin, size_t end,
    struct mark_fixes *fixes)
{
    const struct word *mark = word_at(lexicon_words(place->lexicon,
        NOTION_WIDE_MARKS), place->text, begin);

    if (mark)
        mark_add_fix(fixes, begin, end, mark->meaning);
}

unsigned mark_code_at(const char *text, size_t at)
{
    unsigned code;

    text_character(text + at, &code);
    return code;
}

unsigned mark_code_before(const char *text, size_t at)
{
    unsigned code;

    text_character_before(text, at, &code);
    return code;
}
