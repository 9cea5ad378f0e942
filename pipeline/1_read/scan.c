/* One pass over the bytes of a JSON text, by the grammar of RFC 8259. */

#include "1_read/scanner.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "0_base/utf8.h"
#include "1_read/scan_strings.h"

#define NO_NAME UINT32_MAX

static bool fail(struct scanner *s, enum scan_fault fault, size_t offset,
    size_t since)
{
    s->scan->fault = fault;
    s->scan->offset = offset;
    s->scan->since = since;
    return false;
}

static bool fail_expected(struct scanner *s)
{
    size_t since = s->depth
        ? s->scan->values[s->open[s->depth - 1]].start : s->at;

    return fail(s, s->expected, s->at, since);
}

/* The next byte; 0 at the end.  A NUL in the text is a fault just as the end
 * is. */
static char peek(const struct scanner *s)
{
    return s->at < s->length ? s->text[s->at] : '\0';
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

static void skip_space(struct scanner *s)
{
    while (is_space(peek(s)))
        s->at++;
}

/* Reads an escape, from its backslash, in the string that starts at `since`. */
static bool take_escape(struct scanner *s, size_t since)
{
    const char *escape = s->text + s->at;
    size_t left = s->length - s->at;

    if (left < 2)
        return fail(s, SCAN_UNCLOSED, s->length, since);
    if (escape[1] != 'u') {
        if (!escape[1] || !strchr("\"\\/bfnrt", escape[1]))
            return fail(s, SCAN_ESCAPE, s->at, since);
        s->at += 2;
        return true;
    }

    long code = scan_hex(escape + 2, left - 2);
    if (code < 0)
        return fail(s, SCAN_ESCAPE, s->at, since);
    s->at += 6;
    if (scan_is_high_surrogate(code)) {
        if (left < 12 || escape[6] != '\\' || escape[7] != 'u'
            || !scan_is_low_surrogate(scan_hex(escape + 8, left - 8)))
            return fail(s, SCAN_SURROGATE, s->at - 6, since);
        s->at += 6;
    } else if (scan_is_low_surrogate(code)) {
        return fail(s, SCAN_SURROGATE, s->at - 6, since);
    }
    return true;
}

/* Most of what stands for itself in a string. */
static bool is_plain(unsigned char byte)
{
    return byte > '"' && byte < 0x80 && byte != '\\';
}

/* Reads a string, from its opening quote. */
static bool take_string(struct scanner *s)
{
    size_t since = s->at, at = since + 1, size;

    for (; at < s->length && s->text[at] != '"'; at += size) {
        unsigned char byte = (unsigned char)s->text[at];
        size = 1;
        if (is_plain(byte))
            continue;
        if (byte == '\\') {
            s->at = at;
            if (!take_escape(s, since))
                return false;
            size = s->at - at;
        } else if (byte < 0x20) {
            return fail(s, byte == '\n' || byte == '\r' ? SCAN_UNCLOSED
                : SCAN_CONTROL, at, since);
        } else if (byte >= 0x80) {
            size = utf8_read(s->text + at, s->length - at, NULL);
            if (size == 0)
                return fail(s, SCAN_NOT_UTF8, at, since);
        }
    }
    if (at == s->length)
        return fail(s, SCAN_UNCLOSED, at, since);
    s->at = at + 1;
    return true;
}

static bool take_digits(struct scanner *s, size_t since)
{
    if (!is_digit(peek(s)))
        return fail(s, SCAN_NUMBER, s->at, since);
    while (is_digit(peek(s)))
        s->at++;
    return true;
}

/* RFC 8259, 6: [ "-" ] int [ frac ] [ exp ] */
static bool take_number(struct scanner *s)
{
    size_t since = s->at;

    if (peek(s) == '-')
        s->at++;
    if (peek(s) == '0') {
        s->at++;
        if (is_digit(peek(s)))
            return fail(s, SCAN_NUMBER, s->at, since);
    } else if (!take_digits(s, since)) {
        return false;
    }
    if (peek(s) == '.') {
        s->at++;
        if (!take_digits(s, since))
            return false;
    }
    if (peek(s) == 'e' || peek(s) == 'E') {
        s->at++;
        if (peek(s) == '+' || peek(s) == '-')
            s->at++;
        if (!take_digits(s, since))
            return false;
    }
    return true;
}

static bool take_word(struct scanner *s)
{
    static const char *const words[] = { "true", "false", "null" };

    for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
        size_t length = strlen(words[k]);
        if (s->length - s->at >= length
            && memcmp(s->text + s->at, words[k], length) == 0) {
            s->at += length;
            return true;
        }
    }
    return fail_expected(s);
}

static bool note_start(struct scanner *s)
{
    struct scan *scan = s->scan;
    struct scan_value *values = list_room(scan->values, scan->count, &s->room,
        sizeof *values);

    if (!values)
        return fail(s, SCAN_MEMORY, s->at, s->at);
    scan->values = values;
    uint32_t start = (uint32_t)s->at;
    values[scan->count++] = (struct scan_value){
        start, start, s->name == NO_NAME ? start : s->name };
    s->name = NO_NAME;
    return true;
}

static void note_end(struct scanner *s, size_t value)
{
    s->scan->values[value].end = (uint32_t)s->at;
    s->expected = s->depth ? SCAN_COMMA_OR_END : SCAN_END;
}

static bool open_container(struct scanner *s)
{
    if (s->depth == SCAN_DEPTH_LIMIT)
        return fail(s, SCAN_DEPTH, s->at, s->at);
    if (!note_start(s))
        return false;
    s->open[s->depth++] = s->scan->count - 1;
    s->expected = s->text[s->at++] == '{' ? SCAN_NAME_OR_END
        : SCAN_VALUE_OR_END;
    return true;
}

bool scanner_is_in_object(const struct scanner *s)
{
    return s->text[s->scan->values[s->open[s->depth - 1]].start] == '{';
}

bool scanner_close(struct scanner *s)
{
    s->at++;
    s->depth--;
    note_end(s, s->open[s->depth]);
    return true;
}

static bool take_value(struct scanner *s)
{
    char byte = peek(s);
    bool taken;

    if (byte == '{' || byte == '[')
        return open_container(s);
    if (byte == ']' && s->expected == SCAN_VALUE_OR_END)
        return scanner_close(s);

    size_t value = s->scan->count;
    if (!note_start(s))
        return false;
    if (byte == '"')
        taken = take_string(s);
    else if (byte == '-' || is_digit(byte))
        taken = take_number(s);
    else
        taken = take_word(s);
    if (taken)
        note_end(s, value);
    return taken;
}

static bool take_name(struct scanner *s)
{
    if (peek(s) == '}' && s->expected == SCAN_NAME_OR_END)
        return scanner_close(s);
    if (peek(s) != '"')
        return fail_expected(s);
    s->name = (uint32_t)s->at;
    if (!take_string(s))
        return false;
    s->expected = SCAN_COLON;
    return true;
}

static bool take_colon(struct scanner *s)
{
    if (peek(s) != ':')
        return fail_expected(s);
    s->at++;
    s->expected = SCAN_VALUE;
    return true;
}

static bool take_comma_or_end(struct scanner *s)
{
    bool object = scanner_is_in_object(s);

    if (peek(s) == (object ? '}' : ']'))
        return scanner_close(s);
    if (peek(s) != ',')
        return fail_expected(s);
    s->at++;
    s->expected = object ? SCAN_NAME : SCAN_VALUE;
    return true;
}

static bool (*const steps[])(struct scanner *s) = {
    [SCAN_VALUE] = take_value,
    [SCAN_VALUE_OR_END] = take_value,
    [SCAN_NAME] = take_name,
    [SCAN_NAME_OR_END] = take_name,
    [SCAN_COLON] = take_colon,
    [SCAN_COMMA_OR_END] = take_comma_or_end,
    [SCAN_END] = fail_expected,
};

void scanner_begin(struct scanner *s, struct scan *scan, const char *text,
    size_t length)
{
    *s = (struct scanner){ .text = text, .length = length,
        .expected = SCAN_VALUE, .name = NO_NAME, .scan = scan };
    *scan = (struct scan){ .fault = SCAN_FINE };
}

bool scanner_run(struct scanner *s)
{
    for (;;) {
        skip_space(s);
        if (s->at == s->length)
            break;
        if (!steps[s->expected](s))
            return false;
    }
    return s->expected == SCAN_END || fail_expected(s);
}

bool scan_text(struct scan *scan, const char *text, size_t length)
{
    struct scanner s;

    scanner_begin(&s, scan, text, length);
    return scanner_run(&s);
}

void scan_free(struct scan *scan)
{
    free(scan->values);
    scan->values = NULL;
}
