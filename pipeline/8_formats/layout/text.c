/* From the page model's inline content to letters. */

#include "8_formats/layout/text.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/buffer.h"
#include "0_base/list.h"
#include "0_base/utf8.h"
#include "0_base/xml.h"
#include "8_formats/fonts/characters.h"
#include "8_formats/layout/breaks.h"
#include "8_formats/layout/model.h"

#define ZERO_WIDTH_SPACE 0x200B
#define FIGURE_LETTERS_MAX 12   /* with its unit */

/* Letters as they come, each with the JSON Pointer of the value it is of. */
struct reading {
    struct text *text;
    struct fonts *fonts;
    size_t room;
    /* The newest letter that marks can join, and what it is with those so
     * far; 0: there is none. */
    size_t base;
    uint32_t joined;
    enum letter_change change;  /* of the words being read */
    bool failed;
};

static void set_glyph(struct reading *reading, struct letter *letter,
    uint32_t drawn, const char *pointer)
{
    struct font_glyph glyph;

    fonts_find(reading->fonts, reading->text->role->face, drawn, pointer,
        &glyph);
    letter->face = glyph.face;
    letter->glyph = glyph.id;
    letter->advance = (int16_t)glyph.advance;
}

/* What a mark is drawn by: it makes one character with the letter before it,
 * whose glyph draws both, and takes no room itself; else no glyph does. */
static uint32_t join(struct reading *reading, uint32_t mark,
    const char *pointer)
{
    uint32_t joined = reading->joined ? character_join(reading->joined, mark)
        : 0;

    reading->joined = joined;
    if (joined == 0)
        return mark;
    set_glyph(reading, &reading->text->letters[reading->base], joined,
        pointer);
    return ZERO_WIDTH_SPACE;
}

/* What takes no room goes with the letter before it, in that one's font. */
static void go_with_former(const struct text *text, struct letter *letter)
{
    const struct face *face = text->count > 1 ? letter[-1].face : NULL;
    uint32_t space = face ? face_glyph(face, ' ') : 0;

    if (space) {
        letter->face = face;
        letter->glyph = space;
    }
}

static struct letter *new_letter(struct reading *reading, uint32_t character)
{
    struct text *text = reading->text;
    struct letter *more = list_room(text->letters, text->count,
        &reading->room, sizeof *more);

    reading->failed = reading->failed || !more;
    if (!more)
        return NULL;
    text->letters = more;
    more[text->count] = (struct letter){ .character = character,
        .change = (unsigned char)reading->change };
    return &more[text->count++];
}

static void add_letter(struct reading *reading, uint32_t character,
    const char *pointer)
{
    struct text *text = reading->text;
    bool is_mark = character_joins(character);
    struct letter *letter = new_letter(reading, character);

    if (!letter)
        return;
    if (!is_mark) {
        reading->base = text->count - 1;
        reading->joined = character;
    }
    if (character == '\n')
        return;
    set_glyph(reading, letter, is_mark ? join(reading, character, pointer)
        : character, pointer);
    if (!letter->face) {        /* which has been told */
        text->count--;
        reading->joined = 0;
    } else if (letter->advance == 0)
        go_with_former(text, letter);
}

static void add_words(struct reading *reading, const char *words,
    const char *pointer)
{
    size_t left = strlen(words);

    while (left > 0 && !reading->failed) {
        unsigned code;
        size_t length = utf8_read(words, left, &code);
        if (length == 0)
            break;
        if (code == '\n' || code == '\t' || code == '\r')
            code = ' ';
        add_letter(reading, code, pointer);
        words += length;
        left -= length;
    }
}

enum letter_change text_change_named(const char *name)
{
    return strcmp(name, "inserted") == 0 ? LETTER_INSERTED
        : strcmp(name, "deleted") == 0 ? LETTER_DELETED : LETTER_KEPT;
}

void text_mark(struct text *text, enum letter_change change)
{
    for (size_t k = 0; k < text->count; k++)
        text->letters[k].change = (unsigned char)change;
}

static void add_inlines(struct reading *reading, const xmlNode *parent,
    const char *pointer);

/* What came or went has no such element in it. */
static void add_changed(struct reading *reading, const xmlNode *element,
    const char *pointer)
{
    reading->change = text_change_named((const char *)element->name);
    add_inlines(reading, element, pointer);
    reading->change = LETTER_KEPT;
}

static bool is_digit(uint32_t character)
{
    return character >= '0' && character <= '9';
}

/* What a value prints is a figure and its unit: ≥1500批次, 3000亩.  Its words
 * hold together, whatever the unit is. */
static void hold_figure(struct text *text, size_t first)
{
    struct letter *letters = text->letters + first;
    size_t count = text->count - first, behind = count;

    while (behind > 0 && !is_digit(letters[behind - 1].character))
        behind--;
    bool begins = count > 1 && (is_digit(letters[0].character)
        || is_digit(letters[1].character));
    if (!begins || count > FIGURE_LETTERS_MAX)
        return;
    for (size_t k = behind; k > 0 && k < count; k++)
        letters[k - 1].is_held = true;
}

static void add_value(struct reading *reading, const xmlNode *value)
{
    size_t first = reading->text->count;
    xmlChar *src = xmlGetNoNsProp(value, (const xmlChar *)"src");

    reading->failed = reading->failed || !src;
    add_inlines(reading, value, (const char *)src);
    xmlFree(src);
    if (!reading->failed && reading->text->count > first)
        hold_figure(reading->text, first);
}

static void add_inlines(struct reading *reading, const xmlNode *parent,
    const char *pointer)
{
    for (const xmlNode *node = parent->children; node && !reading->failed;
        node = node->next) {
        if (node->type == XML_TEXT_NODE) {
            add_words(reading, (const char *)node->content, pointer);
        } else if (xml_is(node, "break")) {
            add_letter(reading, '\n', pointer);
        } else if (xml_is(node, "value")) {
            add_value(reading, node);
        } else if (xml_is(node, "link")) {
            add_inlines(reading, node, pointer);
        } else if (xml_is(node, "inserted") || xml_is(node, "deleted")) {
            add_changed(reading, node, pointer);
        }
    }
}

static bool find_breaks(struct text *text, const struct break_words *words)
{
    uint32_t *characters = malloc((text->count + 1) * sizeof *characters);
    unsigned char *breaks = malloc(text->count + 1);
    bool good = characters && breaks;

    for (size_t k = 0; good && k < text->count; k++)
        characters[k] = text->letters[k].character;
    if (good) {
        characters[text->count] = 0;
        good = breaks_find(words, characters, text->count, breaks);
    }
    for (size_t k = 0; good && k < text->count; k++)
        text->letters[k].break_after = text->letters[k].is_held
            && breaks[k] == BREAK_ALLOWED ? BREAK_NONE : breaks[k];
    free(characters);
    free(breaks);
    return good;
}

/* What a cell, or a paragraph in one, is about; NULL: it does not say so. */
static const char *pointer_of(const xmlNode *inlines)
{
    const xmlNode *cell = xml_is(inlines, "cell") ? inlines
        : inlines->parent;

    return xml_is(cell, "cell") ? model_attribute(cell, "src") : NULL;
}

bool text_read(struct text *text, const struct typography *typography,
    const struct typography_role *role, const char *words,
    const xmlNode *inlines, struct fonts *fonts)
{
    *text = (struct text){ .role = role, .size = role->size };
    struct reading reading = { .text = text, .fonts = fonts };

    if (role->is_on_grid)
        text->tracking = typography->page.character_pitch - role->size;
    if (words)
        add_words(&reading, words, NULL);
    if (inlines)
        add_inlines(&reading, inlines, pointer_of(inlines));
    return !reading.failed && find_breaks(text, &typography->breaks);
}

void text_free(struct text *text)
{
    free(text->letters);
    free(text->lines);
    *text = (struct text){ .role = NULL };
}
