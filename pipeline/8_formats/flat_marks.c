/* Reads the marks of an XML document that a serialiser wrote. */

#include "8_formats/flat_marks.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"

static const struct { const char *begin, *end; } passed[] = {
    { "<!--", "-->" }, { "<![CDATA[", "]]>" }, { "<?", "?>" }, { "<!", ">" },
};

static bool begins(const struct flat_marks *marks, const char *text)
{
    size_t length = strlen(text);

    return (size_t)(marks->end - marks->at) >= length
        && memcmp(marks->at, text, length) == 0;
}

/* Behind the next such text; false where there is none. */
static bool go_behind(struct flat_marks *marks, const char *text)
{
    while (marks->at < marks->end && !begins(marks, text))
        marks->at++;
    bool found = marks->at < marks->end;
    if (found)
        marks->at += strlen(text);
    return found;
}

/* Behind what is no mark, if such a thing is here; false where it has no
 * end. */
static bool pass_other(struct flat_marks *marks)
{
    for (size_t k = 0; k < sizeof passed / sizeof *passed; k++)
        if (begins(marks, passed[k].begin))
            return go_behind(marks, passed[k].end);
    return true;
}

/* At the next < of a mark. */
static bool go_to_mark(struct flat_marks *marks)
{
    for (;;) {
        const char *at = memchr(marks->at, '<',
            (size_t)(marks->end - marks->at));
        if (!at || marks->end - at < 2)
            return false;
        marks->at = at;
        if (at[1] != '!' && at[1] != '?')
            return true;
        if (!pass_other(marks) || marks->at == at)
            return false;
    }
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

bool marks_next(struct flat_marks *marks, struct mark *mark)
{
    if (!go_to_mark(marks))
        return false;
    const char *from = marks->at, *close = memchr(from, '>',
        (size_t)(marks->end - from));
    if (!close)
        return false;
    bool is_end = from[1] == '/', is_empty = close[-1] == '/';
    const char *name = from + 1 + is_end, *last = close - is_empty;
    const char *at = name;

    while (at < last && !is_space(*at))
        at++;
    *mark = (struct mark){ is_end ? MARK_END : is_empty ? MARK_EMPTY
        : MARK_START, from, { name, (size_t)(at - name) },
        { at, at < last ? (size_t)(last - at) : 0 } };
    marks->at = close + 1;
    return at > name;
}

bool attribute_next(struct run_of_bytes *left, struct run_of_bytes *name,
    struct run_of_bytes *value)
{
    const char *end = left->at + left->length, *at = left->at;

    while (at < end && is_space(*at))
        at++;
    const char *equals = memchr(at, '=', (size_t)(end - at));
    if (!equals || equals + 1 == end)
        return false;
    const char *from = equals + 2;
    const char *close = memchr(from, equals[1], (size_t)(end - from));
    if (!close)
        return false;
    *name = (struct run_of_bytes){ at, (size_t)(equals - at) };
    *value = (struct run_of_bytes){ from, (size_t)(close - from) };
    *left = (struct run_of_bytes){ close + 1, (size_t)(end - close - 1) };
    return true;
}

static bool are_equal(struct run_of_bytes a, struct run_of_bytes b)
{
    return a.length == b.length && memcmp(a.at, b.at, a.length) == 0;
}

static bool is_text(struct run_of_bytes run, const char *text)
{
    return are_equal(run, (struct run_of_bytes){ text, strlen(text) });
}

/* Takes the prefix, which may be empty, off a name. */
static struct run_of_bytes take_prefix(struct run_of_bytes *name)
{
    const char *colon = memchr(name->at, ':', name->length);
    struct run_of_bytes prefix = { name->at, colon
        ? (size_t)(colon - name->at) : 0 };

    if (colon)
        *name = (struct run_of_bytes){ colon + 1,
            name->length - prefix.length - 1 };
    return prefix;
}

bool marks_enter(struct flat_marks *marks, const struct mark *mark)
{
    struct run_of_bytes left = mark->attributes, name, value;

    marks->level++;
    while (attribute_next(&left, &name, &value)) {
        bool is_default = is_text(name, "xmlns");
        struct run_of_bytes prefix = take_prefix(&name);
        if (!is_default && !is_text(prefix, "xmlns"))
            continue;
        struct declaration *scope = list_room(marks->scope, marks->count,
            &marks->room, sizeof *scope);
        marks->failed = !scope;
        if (!scope)
            return false;
        if (is_default)
            name.length = 0;
        marks->scope = scope;
        scope[marks->count++] = (struct declaration){ marks->level, name,
            value };
    }
    return true;
}

void marks_leave(struct flat_marks *marks)
{
    while (marks->count > 0
        && marks->scope[marks->count - 1].level == marks->level)
        marks->count--;
    marks->level--;
}

/* Nothing is asked of a mark inside but whether it begins or ends. */
bool marks_pass(struct flat_marks *marks, const struct mark *mark)
{
    size_t depth = mark->kind == MARK_START;

    while (depth > 0 && go_to_mark(marks)) {
        const char *from = marks->at, *close = memchr(from, '>',
            (size_t)(marks->end - from));
        if (!close)
            return false;
        if (from[1] == '/')
            depth--;
        else
            depth += close[-1] != '/';
        marks->at = close + 1;
    }
    return depth == 0;
}

/* The nearest declaration of a prefix. */
static const struct declaration *find_declaration(
    const struct flat_marks *marks, struct run_of_bytes prefix)
{
    for (size_t k = marks->count; k > 0; k--)
        if (are_equal(marks->scope[k - 1].prefix, prefix))
            return &marks->scope[k - 1];
    return NULL;
}

bool marks_name_is(const struct flat_marks *marks, struct run_of_bytes name,
    const char *local, const char *uri)
{
    const struct declaration *declared = find_declaration(marks,
        take_prefix(&name));

    return is_text(name, local) && declared && is_text(declared->uri, uri);
}

static void add_declaration(const struct declaration *declared,
    struct buffer *out)
{
    buffer_add_string(out, declared->prefix.length ? " xmlns:" : " xmlns");
    buffer_add(out, declared->prefix.at, declared->prefix.length);
    buffer_add_char(out, '=');
    buffer_add(out, declared->uri.at - 1, declared->uri.length + 2);
}

void marks_add_inherited(const struct flat_marks *marks, const char *but,
    struct buffer *out)
{
    for (size_t level = marks->level - 1; level > 0; level--)
        for (size_t k = 0; k < marks->count; k++) {
            const struct declaration *declared = &marks->scope[k];
            if (declared->level == level && !is_text(declared->uri, but)
                && find_declaration(marks, declared->prefix) == declared)
                add_declaration(declared, out);
        }
}

void marks_free(struct flat_marks *marks)
{
    free(marks->scope);
}
