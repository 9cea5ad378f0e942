/* What the finders of wrong marks share: characters and fixes. */

#include "6_rules/text/punctuation_marks.h"

#include <string.h>

#include "0_base/utf8.h"
#include "6_rules/text/characters.h"

bool mark_is_chinese(unsigned code)
{
    return text_is_ideograph(code) || text_is_chinese_mark(code);
}

/* As many characters of the parts as there is room for. */
static void fix_set(struct mark_fix *fix, size_t begin, size_t end,
    const struct text_span *parts, size_t count)
{
    size_t length = 0, size;

    *fix = (struct mark_fix){ .begin = begin, .end = end };
    for (const struct text_span *part = parts; part < parts + count; part++)
        for (size_t at = 0; at < part->length; at += size, length += size) {
            size = utf8_read(part->text + at, part->length - at, NULL);
            size = size ? size : 1;
            if (length + size >= MARK_FIX_SIZE)
                return;
            memcpy(fix->text + length, part->text + at, size);
        }
}

void mark_add_fix_of(struct mark_fixes *fixes, size_t begin, size_t end,
    const struct text_span *parts, size_t count)
{
    fix_set(&fixes->list[fixes->count++], begin, end, parts, count);
}

void mark_add_fix(struct mark_fixes *fixes, size_t begin, size_t end,
    struct text_span text)
{
    mark_add_fix_of(fixes, begin, end, &text, 1);
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
