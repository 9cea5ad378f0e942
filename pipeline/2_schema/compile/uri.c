/* URI references (RFC 3986): resolved, decoded, their fragments. */

#include "2_schema/compile/uri.h"

#include <stdbool.h>
#include <string.h>

struct part {
    const char *start;
    size_t length;
    bool present;
};

struct uri {
    struct part scheme, authority, path, query;
};

static bool is_scheme_char(char c, bool first)
{
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

    return letter || (!first && ((c >= '0' && c <= '9')
        || c == '+' || c == '-' || c == '.'));
}

static struct uri split(const char *text)
{
    struct uri uri = {0};
    size_t length = 0;

    while (is_scheme_char(text[length], length == 0))
        length++;
    if (length && text[length] == ':') {
        uri.scheme = (struct part){ text, length, true };
        text += length + 1;
    }
    if (text[0] == '/' && text[1] == '/') {
        text += 2;
        uri.authority = (struct part){ text, strcspn(text, "/?#"), true };
        text += uri.authority.length;
    }
    uri.path = (struct part){ text, strcspn(text, "?#"), true };
    text += uri.path.length;
    if (*text == '?')
        uri.query = (struct part){ text + 1, strcspn(text + 1, "#"), true };
    return uri;
}

static bool is_step(const char *segment, size_t length, const char *step)
{
    return length == strlen(step) && memcmp(segment, step, length) == 0;
}

/* Takes back the last segment that was added since floor, with its "/". */
static void drop_segment(struct buffer *out, size_t floor)
{
    size_t end = out->length;

    if (end > floor)
        end--;                  /* the slash behind the segment */
    while (end > floor && out->bytes[end - 1] != '/')
        end--;
    out->length = end;
    if (out->bytes)
        out->bytes[end] = '\0';
}

/* Appends a path without its "." and ".." steps. */
static void add_path(struct buffer *out, const char *path, size_t length)
{
    const char *end = path + length;

    if (path < end && *path == '/')
        buffer_add_char(out, *path++);
    size_t floor = out->length;
    while (path < end) {
        const char *slash = memchr(path, '/', (size_t)(end - path));
        size_t segment = (size_t)((slash ? slash : end) - path);
        if (is_step(path, segment, ".."))
            drop_segment(out, floor);
        else if (!is_step(path, segment, "."))
            buffer_add(out, path, segment + (slash != NULL));
        path += segment + (slash != NULL);
    }
}

static void add_part(struct buffer *out, const char *before,
    struct part part, const char *after)
{
    if (!part.present)
        return;
    buffer_add_string(out, before);
    buffer_add(out, part.start, part.length);
    buffer_add_string(out, after);
}

/* The path of a relative reference, put where the base's last segment is. */
static void add_merged(struct buffer *out, const struct uri *base,
    struct part path)
{
    struct buffer merged = BUFFER_EMPTY;
    size_t kept = base->path.length;

    while (kept && base->path.start[kept - 1] != '/')
        kept--;
    if (base->authority.present && base->path.length == 0)
        buffer_add_char(&merged, '/');
    buffer_add(&merged, base->path.start, kept);
    buffer_add(&merged, path.start, path.length);
    out->failed = out->failed || merged.failed;
    add_path(out, buffer_string(&merged), merged.length);
    buffer_free(&merged);
}

void uri_resolve(const char *base_text, const char *reference,
    struct buffer *out)
{
    struct uri base = split(base_text);
    struct uri to = split(reference);
    bool own = to.scheme.present;

    add_part(out, "", own ? to.scheme : base.scheme, ":");
    own = own || to.authority.present;
    add_part(out, "//", own ? to.authority : base.authority, "");
    if (own || (to.path.length && to.path.start[0] == '/'))
        add_path(out, to.path.start, to.path.length);
    else if (to.path.length)
        add_merged(out, &base, to.path);
    else
        add_path(out, base.path.start, base.path.length);
    own = own || to.path.length || to.query.present;
    add_part(out, "?", own ? to.query : base.query, "");
}

const char *uri_fragment(const char *reference)
{
    const char *hash = strchr(reference, '#');

    return hash ? hash + 1 : NULL;
}

static int hex_digit(char c)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *at = c ? strchr(digits, c) : NULL;

    return at ? (int)(at - digits) % 16 : -1;
}

void uri_decode(const char *text, struct buffer *out)
{
    for (; *text; text++) {
        int high = *text == '%' ? hex_digit(text[1]) : -1;
        int low = high >= 0 ? hex_digit(text[2]) : -1;
        if (low < 0) {
            buffer_add_char(out, *text);
        } else {
            buffer_add_char(out, (char)(high * 16 + low));
            text += 2;
        }
    }
}
