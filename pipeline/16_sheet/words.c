/*
 * Texts and states as the words of a cell.
 */

#include "16_sheet/words.h"

#include <ctype.h>
#include <string.h>

#include "0_base/phrases.h"
#include "0_base/utf8.h"

#define ESCAPE '\''

const char *words_of_state(enum cell_state state)
{
    return phrase_text(state == CELL_BLANK ? PHRASE_SHEET_BLANK
        : PHRASE_SHEET_NONE, LANGUAGE_ZH);
}

/* What is behind the apostrophes at the beginning, if it has to be told from
 * a text; NULL if not. */
static const char *special(const char *words)
{
    const char *rest = words + strspn(words, "'");

    return *rest == '\0' || strcmp(rest, words_of_state(CELL_BLANK)) == 0
        || strcmp(rest, words_of_state(CELL_NONE)) == 0 ? rest : NULL;
}

enum cell_state words_read(const char *words, const char **text)
{
    const char *rest = special(words);

    *text = rest && *words == ESCAPE ? words + 1 : words;
    if (!rest || rest != words || *words == '\0')
        return CELL_VALUE;
    return strcmp(words, words_of_state(CELL_BLANK)) == 0 ? CELL_BLANK
        : CELL_NONE;
}

void words_add(const char *text, struct buffer *out)
{
    if (special(text))
        buffer_add_char(out, ESCAPE);
    buffer_add_string(out, text);
}

const char *words_skip_space(const char *at)
{
    unsigned code;
    size_t size;

    while ((size = utf8_first(at, &code)) > 0 && *at && utf8_is_space(code))
        at += size;
    return at;
}

const char *words_behind(const char *words, const char *text, size_t length)
{
    for (size_t k = 0; k < length; k++) {
        words = words_skip_space(words);
        if (*words++ != text[k])
            return NULL;
    }
    return words_skip_space(words);
}

bool words_are(const char *words, const char *text)
{
    const char *rest = words_behind(words, text, strlen(text));

    return rest && !*rest;
}

bool words_are_title(const char *words, const char *title)
{
    static const char *const opening[] = { "(", "（" };
    const char *rest = words_behind(words, title, strlen(title));

    for (size_t k = 0; rest && k < sizeof opening / sizeof *opening; k++) {
        size_t length = strlen(opening[k]);
        if (strncmp(rest, opening[k], length) == 0)
            return isdigit((unsigned char)rest[length]);
    }
    return rest && !*rest;
}
