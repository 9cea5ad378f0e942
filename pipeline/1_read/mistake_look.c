/* Looks at the characters of a text where it stops being JSON. */

#include "1_read/mistake_look.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "0_base/buffer.h"
#include "0_base/unseen.h"
#include "0_base/utf8.h"
#include "1_read/twins.h"

bool mistake_is_control(unsigned code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0);
}

bool mistake_is_letter(unsigned code)
{
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z')
        || code == '_' || code == '$' || (code >= 0xA0
        && !twin_of(code) && !is_strange_space(code));
}

bool mistake_is_digit(unsigned code)
{
    return code >= '0' && code <= '9';
}

bool mistake_is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

char mistake_byte(const struct mistake *m, size_t offset)
{
    return offset < m->length ? m->text[offset] : '\0';
}

bool mistake_find_before(const struct mistake *m, size_t offset, size_t *found)
{
    while (offset > 0)
        if (!mistake_is_space(m->text[--offset])) {
            *found = offset;
            return true;
        }
    return false;
}

/* The bytes of the word at an offset, at most so many characters of it. */
static size_t measure_word(const struct mistake *m, size_t offset,
    size_t characters)
{
    size_t length = 0, size;
    unsigned code;

    while (characters-- > 0
        && (size = utf8_read(m->text + offset + length,
            m->length - offset - length, &code)) > 0
        && (mistake_is_letter(code) || (length > 0 && mistake_is_digit(code))))
        length += size;
    return length;
}

void mistake_meet_text(struct mistake *m, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(m->met[LANGUAGE_ZH], MET_SIZE, format, arguments);
    va_end(arguments);
    memcpy(m->met[LANGUAGE_EN], m->met[LANGUAGE_ZH], MET_SIZE);
}

static void meet_unseen(struct mistake *m)
{
    for (int k = 0; k < LANGUAGE_COUNT; k++) {
        struct buffer name = BUFFER_EMPTY;
        unseen_describe(m->code, (enum language)k, &name);
        snprintf(m->met[k], MET_SIZE, "%s", buffer_string(&name));
        buffer_free(&name);
    }
}

void mistake_meet(struct mistake *m, size_t offset)
{
    size_t size = utf8_read(m->text + offset, m->length - offset, &m->code);
    size_t word = measure_word(m, offset, WORD_CHARACTERS_MAX);

    m->at = offset;
    if (size == 0)
        m->code = 0;
    if (size == 0 && offset < m->length)
        mistake_meet_text(m, "0x%02X", (unsigned char)m->text[offset]);
    else if (mistake_is_control(m->code) || is_strange_space(m->code))
        meet_unseen(m);
    else
        mistake_meet_text(m, "%.*s", (int)(word ? word : size),
            m->text + offset);
}
