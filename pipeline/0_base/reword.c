/*
 * What JSON calls null is 〔空白〕 in a workbook, a key of the editor, and so on.
 */

#include "0_base/reword.h"

#include <string.h>

#include "0_base/phrases.h"

#define OPENING "“"
#define CLOSING "”"

struct word {
    enum phrase json, said;
};

/* The longer ones first where one is a part of another. */
static const struct word sheet[] = {
    { PHRASE_SAID_DROP_NULL, PHRASE_SHEET_DROP },
    { PHRASE_SAID_AS_BLANK, PHRASE_SHEET_WRITE },
    { PHRASE_NULL, PHRASE_SHEET_BLANK },
    { PHRASE_SAID_NULL, PHRASE_SHEET_BLANK },
    { PHRASE_SAID_NONE, PHRASE_SHEET_NONE },
    { PHRASE_SAID_LACKS, PHRASE_SAID_NOT_FILLED },
    { PHRASE_SAID_ITEMS, PHRASE_SAID_ENTRIES },
    { PHRASE_SAID_POINTER, PHRASE_SAID_PLACE },
};

static const struct word page[] = {
    { PHRASE_SAID_WRITE_NULL, PHRASE_PAGE_LEAVE },
    { PHRASE_SAID_FILL_NULL, PHRASE_PAGE_LEAVE },
    { PHRASE_SAID_WRITE_NONE, PHRASE_PAGE_LEAVE },
    { PHRASE_SAID_DROP_NULL, PHRASE_PAGE_CLEAR },
    { PHRASE_SAID_AS_BLANK, PHRASE_PAGE_LEAVE },
    { PHRASE_NULL, PHRASE_PAGE_BLANK },
    { PHRASE_SAID_NULL, PHRASE_PAGE_BLANK },
    { PHRASE_SAID_NONE, PHRASE_PAGE_NONE },
    { PHRASE_SAID_LACKS, PHRASE_SAID_NOT_FILLED },
    { PHRASE_SAID_ITEMS, PHRASE_SAID_ENTRIES },
    { PHRASE_SAID_POINTER, PHRASE_SAID_PLACE },
};

static const struct words {
    const struct word *list;
    size_t count;
} all[REWORD_COUNT] = {
    [REWORD_SHEET] = { sheet, sizeof sheet / sizeof *sheet },
    [REWORD_PAGE] = { page, sizeof page / sizeof *page },
};

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

static bool has_any(const char *text, const struct words *words,
    enum language language)
{
    for (size_t k = 0; k < words->count; k++)
        if (strstr(text, phrase_text(words->list[k].json, language)))
            return true;
    return false;
}

/* Appends what is said in place of the word that the text begins with: its
 * length, or 0 where it begins with none. */
static size_t print_word(const char *text, const struct words *words,
    enum language language, struct buffer *out)
{
    for (size_t k = 0; k < words->count; k++) {
        const char *json = phrase_text(words->list[k].json, language);
        const char *said = phrase_text(words->list[k].said, language);
        if (!begins(text, json))
            continue;
        if (language == LANGUAGE_ZH && out->length > 0
            && out->bytes[out->length - 1] == ' ')
            buffer_cut(out, out->length - 1);
        buffer_add_string(out, said);
        return strlen(json);
    }
    return 0;
}

void reword_print(const char *text, enum reword_for whom,
    enum language language, struct buffer *out)
{
    const struct words *words = &all[whom];
    int quoted = 0;

    if (!has_any(text, words, language)) {
        buffer_add_string(out, text);
        return;
    }
    while (*text && !out->failed) {
        size_t length = quoted > 0 ? 0
            : print_word(text, words, language, out);
        quoted += begins(text, OPENING) - begins(text, CLOSING);
        if (length == 0)
            buffer_add_char(out, *text);
        text += length > 0 ? length : 1;
    }
}
