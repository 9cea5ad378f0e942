/* Fills the placeholders of a sentence, in quotes that stay clear. */

#include "0_base/sentence_fill.h"

#include <string.h>

#include "0_base/buffer.h"
#include "0_base/listed.h"
#include "0_base/quoted.h"
#include "0_base/utf8.h"

static const struct slot *find_slot(const struct slot *slots, size_t count,
    const char *name, size_t length)
{
    for (size_t k = 0; k < count; k++)
        if (strlen(slots[k].name) == length
            && memcmp(slots[k].name, name, length) == 0)
            return &slots[k];
    return NULL;
}

/* Adds the words of a language of a text that has them in each. */
static void add_either(struct buffer *filled, const char *text,
    const char *english, enum language language)
{
    if (language == LANGUAGE_EN)
        buffer_add_string(filled, english + strlen(SLOT_ENGLISH));
    else
        buffer_add(filled, text, (size_t)(english - text));
}

/* Adds a text in place of its placeholder.  If the sentence has it in quotes
 * that could be taken for a part of it, other quotes are written.  Returns how
 * many bytes of the sentence behind the placeholder are done with that. */
static size_t add_slot(struct buffer *filled, const char *text,
    const char *behind, enum language language)
{
    const char *open = phrase_text(PHRASE_OPEN_QUOTE, language);
    const char *close = phrase_text(PHRASE_CLOSE_QUOTE, language);
    const char *english = strstr(text, SLOT_ENGLISH);
    size_t length = strlen(text);
    struct quotes quotes = quotes_for(text, length);

    if (english) {
        add_either(filled, text, english, language);
        return 0;
    }
    if (!utf8_ends_with(buffer_string(filled), open)
        || strncmp(behind, close, strlen(close)) != 0
        || (length && quotes.open == PHRASE_OPEN_QUOTE)) {
        listed_print(text, language, filled);
        return 0;
    }
    buffer_cut(filled, filled->length - strlen(open));
    if (length)
        buffer_printf(filled, "%s%s%s", phrase_text(quotes.open, language),
            text, phrase_text(quotes.close, language));
    else
        buffer_add_string(filled, phrase_text(PHRASE_EMPTY, language));
    return strlen(close);
}

void slot_add_phrase(const char *before, enum phrase phrase,
    const char *behind, struct buffer *text)
{
    buffer_printf(text, "%s%s%s" SLOT_ENGLISH "%s%s%s",
        before, phrase_text(phrase, LANGUAGE_ZH), behind,
        before, phrase_text(phrase, LANGUAGE_EN), behind);
}

char *sentence_fill(const char *sentence, enum language language,
    const struct slot *slots, size_t count)
{
    struct buffer filled = BUFFER_EMPTY;

    while (*sentence) {
        size_t plain = strcspn(sentence, "{");
        buffer_add(&filled, sentence, plain);
        sentence += plain;
        if (!*sentence)
            break;
        size_t length = strcspn(sentence, "}");
        const struct slot *slot = find_slot(slots, count, sentence + 1,
            length - 1);
        if (slot) {
            sentence += length + (sentence[length] == '}');
            sentence += add_slot(&filled, slot->text, sentence, language);
        } else {
            buffer_add_char(&filled, *sentence++);
        }
    }
    return buffer_take(&filled);
}
