/* RFC 3986, 3987, 6570, 6901 and the draft of relative JSON Pointers. */

#include "2_schema/formats/format.h"

#include <string.h>

enum part { PART_PATH, PART_SEGMENT, PART_USER, PART_HOST, PART_QUERY };

static bool is_letter(unsigned c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_unreserved(unsigned c)
{
    return is_letter(c) || (c >= '0' && c <= '9')
        || (c && c < 0x80 && strchr("-._~", (int)c));
}

/* RFC 3987, 2.2: ucschar, and iprivate in queries. */
static bool is_international(unsigned c, enum part part)
{
    if (c >= 0x10000)
        return (c & 0xFFFF) < 0xFFFE
            && (part == PART_QUERY || c < 0xE0000 || c >= 0xE1000)
            && (part == PART_QUERY || c < 0xF0000);
    return (c >= 0xA0 && c < 0xD800) || (c >= 0xF900 && c < 0xFDD0)
        || (c >= 0xFDF0 && c < 0xFFF0)
        || (part == PART_QUERY && c >= 0xE000 && c < 0xF900);
}

/* The longest run of characters that a part may hold. */
static bool read_part(struct cursor *text, enum part part, bool iri)
{
    static const char *const further[] = {
        [PART_PATH] = "!$&'()*+,;=:@/", [PART_SEGMENT] = "!$&'()*+,;=@",
        [PART_USER] = "!$&'()*+,;=:", [PART_HOST] = "!$&'()*+,;=",
        [PART_QUERY] = "!$&'()*+,;=:@/?",
    };

    while (text->at < text->end) {
        const char *here = text->at;
        if (*here == '%') {
            if (!cursor_percent(text))
                return false;
            continue;
        }
        unsigned c = cursor_next(text);
        bool good = is_unreserved(c)
            || (c && c < 0x80 && strchr(further[part], (int)c))
            || (iri && is_international(c, part));
        if (!good) {
            text->at = here;
            break;
        }
    }
    return true;
}

/* [::1] or [v1.x], behind the bracket. */
static bool read_ip_literal(struct cursor *text)
{
    const char *close = memchr(text->at, ']',
        (size_t)(text->end - text->at));

    if (!close)
        return false;
    struct cursor inner = { .at = text->at, .end = close };
    text->at = close + 1;
    if (cursor_char(&inner, 'v') || cursor_char(&inner, 'V')) {
        if (!cursor_hex(&inner, 1, (size_t)-1) || !cursor_char(&inner, '.'))
            return false;
        const char *start = inner.at;
        return read_part(&inner, PART_USER, false) && inner.at > start
            && inner.at == inner.end;
    }
    return fits_ipv6(&inner) && inner.at == inner.end;
}

/* Behind "//": [user@]host[:port] */
static bool read_authority(struct cursor *text, bool iri)
{
    struct cursor ahead = *text;
    unsigned port;

    if (read_part(&ahead, PART_USER, iri) && cursor_char(&ahead, '@'))
        *text = ahead;
    if (cursor_char(text, '[') ? !read_ip_literal(text)
        : !read_part(text, PART_HOST, iri))
        return false;
    if (cursor_char(text, ':'))
        cursor_digits(text, 0, (size_t)-1, &port);
    return text->at == text->end || strchr("/?#", *text->at);
}

static bool read_scheme(struct cursor *text)
{
    struct cursor ahead = *text;

    for (const char *start = ahead.at; ahead.at < ahead.end; ) {
        unsigned c = cursor_next(&ahead);
        if (c == ':' && ahead.at - start > 1) {
            *text = ahead;
            return true;
        }
        if (!is_letter(c) && (ahead.at - start == 1 || c >= 0x80
            || !c || !strchr("0123456789+-.", (int)c)))
            return false;
    }
    return false;
}

static bool read_reference(struct cursor *text, bool absolute, bool iri)
{
    bool scheme = read_scheme(text);

    if (absolute && !scheme)
        return false;
    if (text->end - text->at >= 2 && memcmp(text->at, "//", 2) == 0) {
        text->at += 2;
        if (!read_authority(text, iri))
            return false;
    } else if (!scheme && (!read_part(text, PART_SEGMENT, iri)
        || (text->at < text->end && *text->at == ':'))) {
        return false;           /* no ":" in a first segment */
    }
    if (!read_part(text, PART_PATH, iri))
        return false;
    if (cursor_char(text, '?') && !read_part(text, PART_QUERY, iri))
        return false;
    return !cursor_char(text, '#') || read_part(text, PART_QUERY, iri);
}

bool fits_uri(struct cursor *text)
{
    return read_reference(text, true, false);
}

bool fits_uri_reference(struct cursor *text)
{
    return read_reference(text, false, false);
}

bool fits_iri(struct cursor *text)
{
    return read_reference(text, true, true);
}

bool fits_iri_reference(struct cursor *text)
{
    return read_reference(text, false, true);
}

/* RFC 6570, 2.3: dots only between characters. */
static bool read_variable_name(struct cursor *text)
{
    do {
        const char *start = text->at;
        while (text->at < text->end) {
            if (*text->at == '%') {
                if (!cursor_percent(text))
                    return false;
            } else if (*text->at == '_' || (*text->at != '-'
                && *text->at != '.' && *text->at != '~'
                && is_unreserved((unsigned char)*text->at))) {
                text->at++;
            } else {
                break;
            }
        }
        if (text->at == start)
            return false;
    } while (cursor_char(text, '.'));
    return true;
}

/* Behind "{", with the "}". */
static bool read_expression(struct cursor *text)
{
    unsigned length;

    if (text->at < text->end && strchr("+#./;?&", *text->at))
        text->at++;
    do {
        if (!read_variable_name(text))
            return false;
        if (cursor_char(text, ':')) {
            if (text->at == text->end || *text->at == '0'
                || !cursor_digits(text, 1, 4, &length))
                return false;
        } else {
            cursor_char(text, '*');
        }
    } while (cursor_char(text, ','));
    return cursor_char(text, '}');
}

bool fits_uri_template(struct cursor *text)
{
    while (text->at < text->end) {
        if (cursor_char(text, '{')) {
            if (!read_expression(text))
                return false;
        } else if (*text->at == '%') {
            if (!cursor_percent(text))
                return false;
        } else {
            unsigned c = cursor_next(text);
            if (c <= ' ' || c == 0x7F
                || (c < 0x80 ? strchr("\"<>\\^`|}", (int)c) != NULL
                    : !is_international(c, PART_QUERY)))
                return false;
        }
    }
    return true;
}

bool fits_json_pointer(struct cursor *text)
{
    if (text->at < text->end && *text->at != '/')
        return false;
    for (; text->at < text->end; text->at++)
        if (*text->at == '~' && (text->end - text->at < 2
            || (text->at[1] != '0' && text->at[1] != '1')))
            return false;
    return true;
}

bool fits_relative_json_pointer(struct cursor *text)
{
    const char *start = text->at;
    unsigned levels;

    if (!cursor_digits(text, 1, (size_t)-1, &levels))
        return false;
    if (*start == '0' && text->at - start > 1)
        return false;
    return cursor_char(text, '#') || fits_json_pointer(text);
}
