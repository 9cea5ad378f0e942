/*
 * What JSON calls null is 〔空白〕 in a workbook, and so on.
 */

#include "0_base/reword.h"

#include <string.h>

#include "0_base/phrases.h"

#define OPENING "“"
#define CLOSING "”"

/* The longer ones first where one is a part of another. */
static const struct {
    enum phrase json, sheet;
} words[] = {
    { PHRASE_NULL, PHRASE_SHEET_BLANK },
    { PHRASE_SAID_NULL, PHRASE_SHEET_BLANK },
    { PHRASE_SAID_NONE, PHRASE_SHEET_NONE },
    { PHRASE_SAID_LACKS, PHRASE_SHEET_LACKS },
    { PHRASE_SAID_POINTER, PHRASE_SHEET_POINTER },
};

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

/* Appends what a workbook says in place of the word that the text begins with:
 * its length, or 0 where it begins with none. */
static size_t print_word(const char *text, enum language language,
    struct buffer *out)
{
    for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
        const char *json = phrase_text(words[k].json, language);
        const char *sheet = phrase_text(words[k].sheet, language);
        if (!begins(text, json))
            continue;
        if (language == LANGUAGE_ZH && out->length > 0
            && out->bytes[out->length - 1] == ' ')
            buffer_cut(out, out->length - 1);
        buffer_add_string(out, sheet);
        return strlen(json);
    }
    return 0;
}

void reword_print(const char *text, enum language language,
    struct buffer *out)
{
    int quoted = 0;

    while (*text && !out->failed) {
        size_t length = quoted > 0 ? 0 : print_word(text, language, out);
        quoted += begins(text, OPENING) - begins(text, CLOSING);
        if (length == 0)
            buffer_add_char(out, *text);
        text += length > 0 ? length : 1;
    }
}
