/* Results as XML, byte for byte as libxml2 writes them in UTF-8; and as text
 * alone. */

#include <string.h>

#include "4_formulas/xpath/values.h"
#include "7_forms/xslt/sinks.h"

/* What is written for a byte; NULL: itself. */
static const char *const in_text[256] = { ['<'] = "&lt;", ['>'] = "&gt;",
    ['&'] = "&amp;", ['\r'] = "&#13;" };
static const char *const in_attribute[256] = { ['<'] = "&lt;",
    ['>'] = "&gt;", ['&'] = "&amp;", ['"'] = "&quot;", ['\n'] = "&#10;",
    ['\r'] = "&#13;", ['\t'] = "&#9;" };

void write_escaped(struct buffer *out, struct text text,
    const char *const escapes[256])
{
    size_t from = 0;

    for (size_t k = 0; k < text.length; k++) {
        const char *escape = escapes[(unsigned char)text.at[k]];
        if (!escape)
            continue;
        buffer_add(out, text.at + from, k - from);
        buffer_add_string(out, escape);
        from = k + 1;
    }
    buffer_add(out, text.at + from, text.length - from);
}

void write_name(struct buffer *out, const char *prefix,
    const struct name *name)
{
    if (prefix) {
        buffer_add_string(out, prefix);
        buffer_add_char(out, ':');
    }
    buffer_add_string(out, name->local);
}

static void write_tag(struct result *result)
{
    const struct open_element *element = result_element(result);

    if (element->tag.at)
        buffer_add(result->bytes, element->tag.at, element->tag.length);
    else
        write_name(result->bytes, element->prefix, element->name);
}

void write_attribute(struct buffer *out, const char *prefix,
    const struct name *name, struct text value)
{
    buffer_add_char(out, ' ');
    write_name(out, prefix, name);
    buffer_add(out, "=\"", 2);
    write_value(out, value);
}

void write_value(struct buffer *out, struct text value)
{
    write_escaped(out, value, in_attribute);
    buffer_add_char(out, '"');
}

void write_text(struct buffer *out, struct text words)
{
    write_escaped(out, words, in_text);
}

void splice(struct result *result, size_t from, size_t to, size_t behind)
{
    struct buffer *out = result->bytes;
    struct open_stack *open = result->open;
    size_t length = out->length - behind, left = to - from;
    struct pool_mark mark = pool_mark(result->pool);

    if (out->failed || from == behind)
        return;
    const char *copy = pool_copy(result->pool, out->bytes + behind, length);
    memmove(out->bytes + from + length, out->bytes + to, behind - to);
    memcpy(out->bytes + from, copy, length);
    buffer_cut(out, out->length - left);
    for (size_t k = result->first_attribute; k < open->attribute_count; k++)
        if (open->attributes[k].from >= to) {
            open->attributes[k].from += length - left;
            open->attributes[k].to += length - left;
        }
    pool_release(result->pool, mark);
}

void place_attribute(struct result *result, struct made_attribute *made,
    size_t behind)
{
    size_t length = result->bytes->length - behind;

    if (made->is_new)
        made->from = behind;
    else
        splice(result, made->from, made->to, behind);
    made->to = made->from + length;
}

static void start(struct result *result)
{
    buffer_add_char(result->bytes, '<');
    write_tag(result);
}

/* Before all attributes. */
static void declare(struct result *result, const struct namespace *declared)
{
    struct open_stack *open = result->open;
    struct buffer *out = result->bytes;
    size_t behind = out->length;
    size_t from = open->attribute_count > result->first_attribute
        ? open->attributes[result->first_attribute].from : behind;

    buffer_add_string(out, declared->prefix ? " xmlns:" : " xmlns");
    if (declared->prefix)
        buffer_add_string(out, declared->prefix);
    buffer_add(out, "=\"", 2);
    write_value(out, text_of_string(declared->uri));
    splice(result, from, from, behind);
}

static void attribute(struct result *result, struct made_attribute *made,
    const char *prefix, struct text value)
{
    size_t behind = result->bytes->length;

    write_attribute(result->bytes, prefix, made->name, value);
    place_attribute(result, made, behind);
}

static void content(struct result *result)
{
    buffer_add_char(result->bytes, '>');
}

static void end(struct result *result, bool is_empty)
{
    if (is_empty) {
        buffer_add(result->bytes, "/>", 2);
        return;
    }
    buffer_add(result->bytes, "</", 2);
    write_tag(result);
    buffer_add_char(result->bytes, '>');
}

static void text(struct result *result, struct text words)
{
    write_text(result->bytes, words);
}

static void other(struct result *result, enum node_kind kind,
    const struct name *name, struct text words)
{
    struct buffer *out = result->bytes;

    if (kind == NODE_COMMENT && result_depth(result) == 0)
        give_up(result->pool->out, "a comment outside of the root", NULL);
    if (kind == NODE_COMMENT) {
        buffer_add_string(out, "<!--");
        buffer_add(out, words.at, words.length);
        buffer_add_string(out, "-->");
    } else {
        buffer_add_string(out, "<?");
        buffer_add_string(out, name->local);
        if (words.length)
            buffer_add_char(out, ' ');
        buffer_add(out, words.at, words.length);
        buffer_add_string(out, "?>");
    }
}

const struct sink xml_sink = { true, true, start, declare, attribute, content,
    end, text, other, NULL };

static void say_nothing(struct result *result)
{
    (void)result;
}

static void declare_nothing(struct result *result,
    const struct namespace *declared)
{
    (void)result;
    (void)declared;
}

static void pass_attribute(struct result *result,
    struct made_attribute *made, const char *prefix, struct text value)
{
    (void)result;
    (void)made;
    (void)prefix;
    (void)value;
}

static void pass_end(struct result *result, bool is_empty)
{
    (void)result;
    (void)is_empty;
}

static void plain_text(struct result *result, struct text words)
{
    buffer_add(result->bytes, words.at, words.length);
}

static void plain_other(struct result *result, enum node_kind kind,
    const struct name *name, struct text words)
{
    (void)result;
    (void)kind;
    (void)name;
    (void)words;
}

const struct sink plain_sink = { false, true, say_nothing, declare_nothing,
    pass_attribute, say_nothing, pass_end, plain_text, plain_other, NULL };
