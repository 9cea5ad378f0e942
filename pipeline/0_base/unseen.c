/* The table of characters that are not seen, and what it says of text. */

#include "0_base/unseen.h"

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

void unseen_show(const char *text, size_t length, enum language language,
    struct buffer *out)
{
    const char *open = phrase_text(PHRASE_OPEN_UNSEEN, language);
    const char *close = phrase_text(PHRASE_CLOSE_UNSEEN, language);

    for (size_t at = 0, size; at < length; at += size ? size : 1) {
        unsigned code;
        size = utf8_read(text + at, length - at, &code);
        const struct row *row = size ? find_row(code) : NULL;
        if (!size)
            buffer_printf(out, "%s0x%02X%s", open, (unsigned char)text[at],
                close);
        else if (row && row->kind != UNSEEN_SPACE)
            buffer_printf(out, "%s%s%s", open, row->name[language], close);
        else
            buffer_add(out, text + at, size);
    }
}
