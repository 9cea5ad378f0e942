/* Host names, addresses, mail boxes: RFC 1123, 4291, 5321, 5890, 9562. */

#include "2_schema/formats/format.h"

#include <string.h>

static bool is_alphanumeric(unsigned c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z');
}

static bool is_full_stop(unsigned c, bool international)
{
    return c == '.' || (international
        && (c == 0x3002 || c == 0xFF0E || c == 0xFF61));
}

/* One label and the stop behind it; *more says whether one was there. */
static bool read_label(struct cursor *text, bool international, bool *more)
{
    const char *start = text->at;
    const char *last = start;
    size_t count = 0;

    *more = false;
    while (text->at < text->end && !*more) {
        const char *here = text->at;
        unsigned c = cursor_next(text);
        *more = is_full_stop(c, international);
        if (*more)
            break;
        if (!is_alphanumeric(c) && c != '-'
            && !(international && c >= 0x80))
            return false;
        last = here;
        count++;
    }
    /* RFC 5891, 4.2.3.1: "--" behind two letters marks encoded labels. */
    bool marked = count >= 4 && start[2] == '-' && start[3] == '-'
        && (start[0] | 32) != 'x';
    return count >= 1 && count <= 63 && *start != '-' && *last != '-'
        && !(marked && international);
}

static bool read_host(struct cursor *text, bool international)
{
    const char *start = text->at;
    bool more = true;

    while (more)
        if (!read_label(text, international, &more))
            return false;
    return text->at - start <= 253;
}

bool fits_hostname(struct cursor *text)
{
    return read_host(text, false);
}

bool fits_idn_hostname(struct cursor *text)
{
    return read_host(text, true);
}

bool fits_ipv4(struct cursor *text)
{
    for (int k = 0; k < 4; k++) {
        const char *start = text->at;
        unsigned octet;
        if (k > 0 && !cursor_char(text, '.'))
            return false;
        start += k > 0;
        if (!cursor_digits(text, 1, 3, &octet) || octet > 255)
            return false;
        if (*start == '0' && text->at - start > 1)
            return false;
    }
    return true;
}

/* The dotted form, which stands for the last two groups. */
static bool read_embedded_ipv4(struct cursor *text)
{
    struct cursor ahead = *text;

    if (!fits_ipv4(&ahead) || ahead.at != text->end)
        return false;
    *text = ahead;
    return true;
}

bool fits_ipv6(struct cursor *text)
{
    int groups = 0;
    bool gap = false;

    if (text->end - text->at >= 2 && memcmp(text->at, "::", 2) == 0) {
        gap = true;
        text->at += 2;
    }
    while (text->at < text->end) {
        if (read_embedded_ipv4(text)) {
            groups += 2;
            break;
        }
        if (!cursor_hex(text, 1, 4))
            return false;
        groups++;
        if (text->at == text->end)
            break;
        if (!cursor_char(text, ':') || text->at == text->end)
            return false;
        if (cursor_char(text, ':')) {
            if (gap)
                return false;
            gap = true;
        }
    }
    return gap ? groups < 8 : groups == 8;
}

bool fits_uuid(struct cursor *text)
{
    static const size_t lengths[] = { 8, 4, 4, 4, 12 };

    for (size_t k = 0; k < sizeof lengths / sizeof *lengths; k++)
        if ((k > 0 && !cursor_char(text, '-'))
            || !cursor_hex(text, lengths[k], lengths[k]))
            return false;
    return true;
}

/* RFC 5321, 4.1.2: dot-string or quoted-string. */
static bool read_local_part(struct cursor *text, bool international)
{
    if (cursor_char(text, '"')) {
        while (text->at < text->end && *text->at != '"') {
            cursor_char(text, '\\');
            if (cursor_next(text) < ' ')
                return false;
        }
        return cursor_char(text, '"');
    }
    do {
        const char *start = text->at;
        while (text->at < text->end && *text->at != '.' && *text->at != '@') {
            unsigned c = cursor_next(text);
            if (c < 0x80 ? !is_alphanumeric(c)
                    && !strchr("!#$%&'*+-/=?^_`{|}~", (int)c)
                : !international)
                return false;
        }
        if (text->at == start)
            return false;
    } while (cursor_char(text, '.'));
    return true;
}

/* [127.0.0.1] or [IPv6:::1] */
static bool read_address_literal(struct cursor *text)
{
    static const char tag[] = "IPv6:";
    const size_t length = sizeof tag - 1;
    struct cursor inner = { .at = text->at, .end = text->end - 1 };

    if (text->at == text->end || *inner.end != ']')
        return false;
    text->at = text->end;
    if ((size_t)(inner.end - inner.at) > length
        && memcmp(inner.at, tag, length) == 0) {
        inner.at += length;
        return fits_ipv6(&inner) && inner.at == inner.end;
    }
    return fits_ipv4(&inner) && inner.at == inner.end;
}

static bool read_mailbox(struct cursor *text, bool international)
{
    if (!read_local_part(text, international) || !cursor_char(text, '@'))
        return false;
    if (cursor_char(text, '['))
        return read_address_literal(text);
    return read_host(text, international);
}

bool fits_email(struct cursor *text)
{
    return read_mailbox(text, false);
}

bool fits_idn_email(struct cursor *text)
{
    return read_mailbox(text, true);
}
