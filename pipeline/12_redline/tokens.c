/* Takes inline content of the page model apart. */

#include "12_redline/tokens.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "0_base/list.h"
#include "0_base/utf8.h"
#include "0_base/xml.h"
#include "3_transform/submission.h"

/* What is a text from beginning to end. */
#define TYPE_TEXT "text"

static const struct utf8_range han[] = {
    { 0x3400, 0x4DBF }, { 0x4E00, 0x9FFF }, { 0xF900, 0xFAFF },
    { 0x20000, 0x3FFFF },
};

static void add(struct tokens *tokens, struct token token)
{
    struct token *more = tokens->failed ? NULL : list_room(tokens->list,
        tokens->count, &tokens->room, sizeof *more);

    if (!more) {
        tokens->failed = true;
        return;
    }
    token.key = id_map_chain(token.kind, token.key);
    tokens->list = more;
    more[tokens->count++] = token;
}

static void add_words(struct tokens *tokens, const char *words,
    size_t length)
{
    add(tokens, (struct token){ .kind = TOKEN_WORDS, .words = words,
        .length = length, .key = id_map_text(words, length) });
}

void tokens_add_whole(struct tokens *tokens, const char *words)
{
    if (words && *words)
        add_words(tokens, words, strlen(words));
}

void tokens_add_break(struct tokens *tokens)
{
    add(tokens, (struct token){ .kind = TOKEN_BREAK });
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* The digits at text, with points and commas between them. */
static size_t digits_at(const char *text)
{
    size_t length = 0;

    while (is_digit(text[length]) || (length > 0
        && (text[length] == '.' || text[length] == ',')
        && is_digit(text[length + 1])))
        length++;
    return length;
}

/* The unit behind a figure: one that the language knows, or a character that
 * counts something. */
static size_t unit_at(const char *text, const struct lexicon *lexicon)
{
    size_t length = word_size_at(&lexicon->lists[NOTION_UNIT_SIGNS], text, 0);
    unsigned code = 0;

    if (length > 0)
        return length;
    length = word_size_at(&lexicon->lists[NOTION_COMPOUND_UNITS], text, 0);
    if (length > 0)
        return length;
    length = word_size_at(&lexicon->lists[NOTION_MULTIPLIERS], text, 0);
    size_t next = utf8_first(text + length, &code);
    return length + (UTF8_IS_WITHIN(code, han) ? next : 0);
}

/* How long the piece is that text begins with. */
static size_t piece_at(const char *text, const struct lexicon *lexicon)
{
    size_t length = digits_at(text);

    if (length > 0)
        return length + unit_at(text + length, lexicon);
    while (is_letter(text[length]) || (length > 0 && is_digit(text[length])))
        length++;
    if (length > 0)
        return length;
    length = utf8_first(text, NULL);
    return length > 0 ? length : 1;
}

static void add_text(struct tokens *tokens, const char *text,
    const struct lexicon *lexicon)
{
    while (*text && !tokens->failed) {
        size_t length = piece_at(text, lexicon);
        add_words(tokens, text, length);
        text += length;
    }
}

static void add_value(struct tokens *tokens, xmlNodePtr value)
{
    const char *src = node_attribute(value, "src");

    add(tokens, (struct token){ .kind = TOKEN_VALUE, .value = value,
        .key = id_map_text(src ? src : "", src ? strlen(src) : 0) });
}

void tokens_add_inlines(struct tokens *tokens, xmlNodePtr element,
    const struct lexicon *lexicon)
{
    for (xmlNodePtr node = element ? element->children : NULL; node;
        node = node->next) {
        if (node->type == XML_TEXT_NODE)
            add_text(tokens, (const char *)node->content, lexicon);
        else if (xml_is(node, "break"))
            tokens_add_break(tokens);
        else if (xml_is(node, "value"))
            add_value(tokens, node);
        else if (xml_is(node, "link"))
            tokens_add_inlines(tokens, node, lexicon);
    }
}

void tokens_add_content(struct tokens *tokens, xmlNodePtr value,
    const struct lexicon *lexicon)
{
    const char *type = node_attribute(value, "type");
    const xmlNode *first = value->children;

    if (first && first->type == XML_TEXT_NODE && !first->next && type
        && strcmp(type, TYPE_TEXT) != 0)
        tokens_add_whole(tokens, (const char *)first->content);
    else
        tokens_add_inlines(tokens, value, lexicon);
}

void tokens_free(struct tokens *tokens)
{
    free(tokens->list);
    *tokens = (struct tokens)TOKENS_EMPTY;
}
