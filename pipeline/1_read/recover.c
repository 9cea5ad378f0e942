/*
 * Reading on behind a fault of a JSON text.
 *
 * What is simple is read as what was meant: a Chinese comma, a comment, a
 * name without quotes.  Behind anything else the next member or entry is
 * looked for, at a comma, a new line or the bracket that closes the value
 * around; what does not look like one is passed over, so that one slip is not
 * told twice.
 */

#include "1_read/scanner.h"

#include <string.h>

#include "0_base/utf8.h"
#include "1_read/twins.h"

/* Bytes looked at to see whether a member begins there. */
#define AHEAD_MAX 200

/* The character that is meant at an offset: ASCII where a full-width one is
 * typed for it; U+FFFD for what is none, such as a zero byte; 0 at the end
 * alone.  *size gets its bytes. */
static unsigned character_at(const struct scanner *s, size_t at,
    size_t *size)
{
    unsigned code = 0;

    *size = utf8_read(s->text + at, s->length - at, &code);
    if (*size == 0 || code == 0) {
        *size = at < s->length;
        return *size ? 0xFFFD : 0;
    }
    const char *meant = code < 0x80 ? NULL : twin_of(code);
    return meant ? (unsigned char)*meant : code;
}

static bool is_blank(unsigned code)
{
    return code == ' ' || code == '\t' || code == '\r'
        || is_strange_space(code);
}

static bool is_quote(unsigned code)
{
    return code == '"' || code == '\'' || code == '`';
}

static bool is_in_word(unsigned code)
{
    return code == '_' || code == '$' || code > 0x7F
        || (code | 0x20) - 'a' < 26 || code - '0' < 10;
}

/* The offset behind the string that opens at an offset; the end of its line if
 * it is not closed there. */
static size_t skip_string(const struct scanner *s, size_t at, bool *closed)
{
    size_t size;
    unsigned code = character_at(s, at, &size), open = code;

    *closed = false;
    for (at += size; (code = character_at(s, at, &size)) != 0
        && code != '\n' && code != '\r'; at += size) {
        if (code == open) {
            *closed = true;
            return at + size;
        }
        if (code == '\\' && at + 1 < s->length && s->text[at + 1] != '\n')
            at++;
    }
    return at;
}

static size_t skip_word(const struct scanner *s, size_t at)
{
    size_t size;

    while (is_in_word(character_at(s, at, &size)))
        at += size;
    return at;
}

static size_t skip_blank(const struct scanner *s, size_t at)
{
    size_t size;
    unsigned code;

    while ((code = character_at(s, at, &size)) != 0
        && (is_blank(code) || code == '\n'))
        at += size;
    return at;
}

/* Whether a name and a colon stand behind an offset. */
static bool starts_member(const struct scanner *s, size_t at)
{
    struct scanner ahead = { .text = s->text, .length =
        s->length - at > AHEAD_MAX ? at + AHEAD_MAX : s->length };
    bool named;
    size_t size;

    at = skip_blank(&ahead, at);
    if (is_quote(character_at(&ahead, at, &size))) {
        at = skip_string(&ahead, at, &named);
    } else {
        size_t end = skip_word(&ahead, at);
        named = end > at;
        at = end;
    }
    return named
        && character_at(&ahead, skip_blank(&ahead, at), &size) == ':';
}

/* Whether a value may stand behind an offset. */
static bool starts_value(const struct scanner *s, size_t at)
{
    size_t size;
    unsigned code = character_at(s, skip_blank(s, at), &size);

    return code - '0' < 10 || (code && code < 0x80
        && strchr("\"{[-tfn", (int)code));
}

static bool starts_next(const struct scanner *s, size_t at)
{
    return scanner_is_in_object(s) ? starts_member(s, at)
        : starts_value(s, at);
}

static bool expect_next(struct scanner *s, size_t at)
{
    s->at = at;
    s->expected = scanner_is_in_object(s) ? SCAN_NAME : SCAN_VALUE;
    return true;
}

/* Goes from anywhere inside a member or entry to the next one. */
static bool skip_to_next(struct scanner *s, size_t at)
{
    size_t depth = 0, size;
    unsigned code;
    bool closed;

    for (; (code = character_at(s, at, &size)) != 0; at += size) {
        if (is_quote(code)) {
            at = skip_string(s, at, &closed);
            size = 0;
        } else if (code == '{' || code == '[') {
            depth++;
        } else if ((code == '}' || code == ']') && depth-- == 0) {
            s->at = at + size - 1;
            return scanner_close(s);
        } else if (code == ',' && depth == 0 && starts_next(s, at + size)) {
            return expect_next(s, at + size);
        } else if (code == '\n' && depth == 0 && scanner_is_in_object(s)
            && starts_member(s, at)) {
            return expect_next(s, at);
        }
    }
    return false;
}

static bool skip_comment(struct scanner *s, size_t at)
{
    bool block = s->text[at] == '/' && s->text[at + 1] == '*';
    const char *end = strstr(s->text + at, block ? "*/" : "\n");

    if (!end)
        return false;
    s->at = (size_t)(end - s->text) + (block ? 2 : 1);
    return true;
}

static void expect_behind_string(struct scanner *s)
{
    bool name = s->expected == SCAN_NAME || s->expected == SCAN_NAME_OR_END;

    s->expected = name ? SCAN_COLON : SCAN_COMMA_OR_END;
}

/* Goes behind a string that has a fault inside it. */
static bool recover_string(struct scanner *s, size_t at)
{
    bool closed;
    size_t end;

    if (s->text[at] == '\\')
        at++;
    end = skip_string(s, at > s->scan->since ? s->scan->since : at, &closed);
    if (!closed || end <= s->scan->offset)
        return skip_to_next(s, end);
    s->at = end;
    expect_behind_string(s);
    return true;
}

/* Whether a string may end with the quote before an offset. */
static bool ends_value(const struct scanner *s, size_t at)
{
    size_t size;
    unsigned code = character_at(s, skip_blank(s, at), &size);

    return code == ',' || code == '}' || code == ']' || code == ':';
}

/* Behind a string that its line does not end: to the line where it ends, or
 * where a bracket closes or the next member or entry begins. */
static bool recover_open_string(struct scanner *s, size_t at)
{
    size_t size;
    unsigned code;

    while (at < s->length) {
        at = skip_blank(s, at);
        code = character_at(s, at, &size);
        if (code == '}' || code == ']')
            return skip_to_next(s, at);
        if (scanner_is_in_object(s) ? starts_member(s, at)
            : code && code < 0x80 && strchr("\"{[", (int)code))
            return expect_next(s, at);
        for (; (code = character_at(s, at, &size)) != 0 && code != '\n';
            at += size)
            if (code == '"' && ends_value(s, at + size)) {
                s->at = at + size;
                expect_behind_string(s);
                return true;
            }
    }
    return false;
}

static size_t skip_commas(const struct scanner *s, size_t at)
{
    size_t size;

    while (character_at(s, at, &size) == ',')
        at = skip_blank(s, at + size);
    return at;
}

/* Whether the characters here still belong to the value before: to a string
 * that a quote inside it has ended, or to a number in groups, 1 000. */
static bool is_torn(const struct scanner *s, size_t at, unsigned code)
{
    size_t before = at;

    while (before > 0 && s->text[before - 1] == ' ')
        before--;
    return (at > 0 && s->text[at - 1] == '"') || (code - '0' < 10
        && before > 0 && (unsigned char)(s->text[before - 1] - '0') < 10);
}

/* Where the string opens that is all that a line has before an offset; the
 * offset itself if there is none. */
static size_t find_name_before(const struct scanner *s, size_t at)
{
    size_t line = at;
    bool closed;

    while (line > 0 && s->text[line - 1] != '\n')
        line--;
    size_t quote = skip_blank(s, line);
    bool alone = line > 0 && quote < at && s->text[quote] == '"'
        && skip_blank(s, skip_string(s, quote, &closed)) == at;
    return alone ? quote : at;
}

/* "name": begins a line where a comma should stand: the member before ended
 * there, without its value or the brackets of its arrays. */
static bool recover_at_name(struct scanner *s, size_t at)
{
    size_t name = find_name_before(s, at);

    if (s->text[at] != ':' || s->expected != SCAN_COMMA_OR_END || name == at
        || s->text[s->scan->values[*s->open].start] != '{')
        return false;
    while (!scanner_is_in_object(s))
        scanner_close(s);
    s->at = at + 1;
    s->name = (uint32_t)name;
    s->expected = SCAN_VALUE;
    return true;
}

/* Recovers where the grammar expects something else than what stands there. */
static bool recover_expected(struct scanner *s, size_t at)
{
    size_t size;
    unsigned code = character_at(s, at, &size);
    bool name = s->expected == SCAN_NAME || s->expected == SCAN_NAME_OR_END;
    bool closed;

    if (code == '#' || (code == '/' && (s->text[at + 1] == '/'
        || s->text[at + 1] == '*')))
        return skip_comment(s, at);
    if (is_strange_space(code)) {
        s->at = at + size;
        return true;
    }
    if (code == ',' && s->expected <= SCAN_NAME_OR_END) {
        s->at = skip_commas(s, at);
        code = character_at(s, s->at, &size);
        if (code == '}' || code == ']')
            s->expected = SCAN_COMMA_OR_END;
        else if (s->expected == SCAN_VALUE && scanner_is_in_object(s))
            s->expected = SCAN_NAME;
        return true;
    }
    if (s->expected == SCAN_COLON && code == ':') {
        s->at = at + size;
        s->expected = SCAN_VALUE;
        return true;
    }
    if (recover_at_name(s, at))
        return true;
    if (s->expected == SCAN_COMMA_OR_END && starts_next(s, at)
        && !is_torn(s, at, code))
        return expect_next(s, at);
    if (s->expected < SCAN_COLON && is_quote(code)) {
        s->at = skip_string(s, at, &closed);
        expect_behind_string(s);
        return closed || skip_to_next(s, s->at);
    }
    if (name && starts_member(s, at)) {
        s->at = skip_word(s, at);
        s->expected = SCAN_COLON;
        return true;
    }
    return skip_to_next(s, at);
}

bool scanner_recover(struct scanner *s)
{
    size_t at = s->scan->offset;

    if (s->depth == 0 || at >= s->length)
        return false;
    switch (s->scan->fault) {
    case SCAN_CONTROL:
    case SCAN_ESCAPE:
    case SCAN_SURROGATE:
        return recover_string(s, at);
    case SCAN_UNCLOSED:
        return recover_open_string(s, at);
    case SCAN_NUMBER:
        return skip_to_next(s, at);
    case SCAN_NOT_UTF8:
    case SCAN_DEPTH:
    case SCAN_MEMORY:
        return false;
    default:
        return recover_expected(s, at);
    }
}
