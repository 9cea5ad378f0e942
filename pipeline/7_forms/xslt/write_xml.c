/* Results as XML, byte for byte as libxml2 writes them in UTF-8; and as text
 * alone. */

#include <string.h>

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

static void write_name(struct buffer *out, const char *prefix,
    const struct name *name)
{
    if (prefix) {
        buffer_add_string(out, prefix);
        buffer_add_char(out, ':');
    }
    buffer_add_string(out, name->local);
}

static void write_attribute(struct buffer *out, struct text value)
{
    buffer_add(out, "=\"", 2);
    write_escaped(out, value, in_attribute);
    buffer_add_char(out, '"');
}

static void write_namespaces(struct result *result)
{
    const struct open_stack *open = result->open;

    for (size_t k = result_element(result)->declared; k < open->scope_count;
        k++) {
        const struct namespace *declared = &open->scope[k];
        buffer_add_string(result->bytes, declared->prefix ? " xmlns:"
            : " xmlns");
        if (declared->prefix)
            buffer_add_string(result->bytes, declared->prefix);
        write_attribute(result->bytes, (struct text){
            declared->uri, strlen(declared->uri) });
    }
}

static void start(struct result *result, bool is_empty)
{
    const struct open_element *element = result_element(result);
    const struct open_stack *open = result->open;
    struct buffer *out = result->bytes;

    buffer_add_char(out, '<');
    write_name(out, element->prefix, element->name);
    write_namespaces(result);
    for (size_t k = result->first_attribute; k < open->attribute_count; k++) {
        const struct waiting_attribute *attribute = &open->attributes[k];
        buffer_add_char(out, ' ');
        write_name(out, attribute->prefix, attribute->name);
        write_attribute(out, result_waiting_value(result, attribute));
    }
    if (is_empty)
        buffer_add_char(out, '/');
    buffer_add_char(out, '>');
}

static void end(struct result *result)
{
    const struct open_element *element = result_element(result);

    buffer_add(result->bytes, "</", 2);
    write_name(result->bytes, element->prefix, element->name);
    buffer_add_char(result->bytes, '>');
}

static void text(struct result *result, struct text words)
{
    write_escaped(result->bytes, words, in_text);
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

const struct sink xml_sink = { start, end, text, other, NULL };

static void say_nothing(struct result *result)
{
    (void)result;
}

static void pass_start(struct result *result, bool is_empty)
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

const struct sink plain_sink = { pass_start, say_nothing, plain_text,
    plain_other, NULL };
