/* The table of characters that are not seen, and what it says of text. */

#include "0_base/unseen.h"

#include <string.h>

#include "0_base/phrases.h"
#include "0_base/utf8.h"

static const struct row {
    unsigned first, last;
    enum unseen kind;
    const char *name[LANGUAGE_COUNT];
} rows[] = {
#define H(first, last, kind, zh, en) \
    { first, last, UNSEEN_##kind, { zh, en } },
#include "0_base/unseen.def"
#undef H
};

/* Among Han and ASCII, which nearly all text is, there is none. */
static bool is_usual(unsigned code)
{
    return (code >= ' ' && code < 0x7F) || (code > 0x3164 && code < 0xFE00);
}

static const struct row *find_row(unsigned code)
{
    if (is_usual(code))
        return NULL;
    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
        if (code >= rows[k].first && code <= rows[k].last)
            return &rows[k];
    return NULL;
}

enum unseen unseen_kind(unsigned code)
{
    const struct row *row = find_row(code);

    return row ? row->kind : UNSEEN_NOT;
}

bool unseen_allows_name(const char *text)
{
    size_t left = strlen(text), length;

    for (const char *at = text; left > 0; at += length, left -= length) {
        unsigned code;
        length = utf8_read(at, left, &code);
        enum unseen kind = length ? unseen_kind(code) : UNSEEN_CONTROL;
        if (kind != UNSEEN_NOT && kind != UNSEEN_SPACE)
            return false;
    }
    return !utf8_is_blank(text);
}

void unseen_describe(unsigned code, enum language language,
    struct buffer *out)
{
    const struct row *row = find_row(code);

    if (!row) {
        buffer_printf(out, "U+%04X", code);
        return;
    }
    buffer_printf(out, "%s%sU+%04X%s", row->name[language],
        phrase_text(PHRASE_OPEN_BRACKET, language), code,
        phrase_text(PHRASE_CLOSE_BRACKET, language));
}

/* A character as it is shown: its name between signs, or itself. */
struct shown {
    const char *open, *text, *close;
    size_t length;              /* of the text */
    char number[8];             /* the text of a byte that is no UTF-8 */
};

/* Fills in the first character of a text; the bytes that it takes. */
static size_t show_first(const char *text, size_t length,
    enum language language, struct shown *shown)
{
    unsigned code;
    size_t size = utf8_read(text, length, &code);
    const struct row *row = size ? find_row(code) : NULL;

    *shown = (struct shown){ "", text, "", size, "" };
    if (size && (!row || row->kind == UNSEEN_SPACE))
        return size;
    shown->open = phrase_text(PHRASE_OPEN_UNSEEN, language);
    shown->close = phrase_text(PHRASE_CLOSE_UNSEEN, language);
    snprintf(shown->number, sizeof shown->number, "0x%02X",
        (unsigned)(unsigned char)*text);
    shown->text = row ? row->name[language] : shown->number;
    shown->length = strlen(shown->text);
    return size ? size : 1;
}

/* Where ASCII and Han that are seen end, from `at` on.  The first byte of
 * these, U+4000 to U+9FFF, is not that of another character. */
static size_t skip_usual(const char *text, size_t length, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)text;

    while (at < length) {
        if (bytes[at] >= ' ' && bytes[at] < 0x7F)
            at++;
        else if (bytes[at] >= 0xE4 && bytes[at] <= 0xE9
            && length - at >= 3 && (bytes[at + 1] & 0xC0) == 0x80
            && (bytes[at + 2] & 0xC0) == 0x80)
            at += 3;
        else
            break;
    }
    return at;
}

void unseen_show(const char *text, size_t length, enum language language,
    struct buffer *out)
{
    struct shown shown;

    size_t plain = 0;           /* what is not added yet begins here */

    for (size_t at; (at = skip_usual(text, length, plain)) < length;) {
        buffer_add(out, text + plain, at - plain);
        plain = at + show_first(text + at, length - at, language, &shown);
        buffer_add_string(out, shown.open);
        buffer_add(out, shown.text, shown.length);
        buffer_add_string(out, shown.close);
    }
    buffer_add(out, text + plain, length - plain);
}

void unseen_print(const char *text, size_t length, enum language language,
    FILE *out)
{
    struct shown shown;
    size_t plain = 0;           /* what is not written yet begins here */

    for (size_t at = skip_usual(text, length, 0), size; at < length;
        at = skip_usual(text, length, at + size)) {
        size = show_first(text + at, length - at, language, &shown);
        if (!*shown.open)
            continue;
        fwrite(text + plain, 1, at - plain, out);
        fprintf(out, "%s%s%s", shown.open, shown.text, shown.close);
        plain = at + size;
    }
    fwrite(text + plain, 1, length - plain, out);
}
