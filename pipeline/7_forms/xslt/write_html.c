/* Results as HTML, byte for byte as libxml2 writes them in UTF-8. */

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/uri.h>

#include "7_forms/xslt/run.h"
#include "7_forms/xslt/sinks.h"

/* What stands in an address as it is. */
#define IN_ADDRESS "@/:=?;#%&,+"

static const char meta[] = "<meta http-equiv=\"Content-Type\" "
    "content=\"text/html; charset=UTF-8\">";

static const char *const escapes[256] = { ['<'] = "&lt;", ['>'] = "&gt;",
    ['&'] = "&amp;" };

#define ESCAPE_MAX (sizeof "&amp;" - 1)

/* What HTML has for a name, found once a run. */
struct html_name {
    const struct name *name;
    const htmlElemDesc *element;
    bool is_raw, is_boolean, is_address;
};

#define HTML_NAMES 128          /* a power of two */

struct html_names {
    struct html_name names[HTML_NAMES];
};

static bool is_called(const struct name *name, const char *what)
{
    return !*name->uri && strcasecmp(name->local, what) == 0;
}

static const struct html_name *html_of(struct result *result,
    const struct name *name)
{
    struct run *run = result->run;

    if (!run->html)
        run->html = pool_new(&run->kept, 1, sizeof *run->html);
    struct html_name *known = &run->html->names[name->hash
        & (HTML_NAMES - 1)];
    if (known->name != name)
        *known = (struct html_name){ .name = name,
            .element = htmlTagLookup(BAD_CAST name->local),
            .is_raw = is_called(name, "script") || is_called(name, "style"),
            .is_boolean = htmlIsBooleanAttr(BAD_CAST name->local),
            .is_address = is_called(name, "href") || is_called(name, "action")
                || is_called(name, "src") };
    return known;
}

static bool is_named(const struct open_element *element, const char *name)
{
    return is_called(element->name, name);
}

static bool is_address(struct result *result, const struct name *name)
{
    const struct open_element *element = result_element(result);

    return !*element->name->uri && (html_of(result, name)->is_address
        || (is_called(name, "name") && is_named(element, "a")));
}

/* In the quotes that it does not have; where it has both, in double ones. */
static void write_quoted(struct buffer *out, const char *at, size_t length)
{
    bool has_double = memchr(at, '"', length) != NULL;
    bool in_single = has_double && !memchr(at, '\'', length);
    char quote = in_single ? '\'' : '"';

    buffer_add_char(out, quote);
    for (size_t k = 0; has_double && !in_single && k < length; k++)
        if (at[k] == '"')
            buffer_add_string(out, "&quot;");
        else
            buffer_add_char(out, at[k]);
    if (!has_double || in_single)
        buffer_add(out, at, length);
    buffer_add_char(out, quote);
}

static void write_address(struct result *result, const char *at)
{
    while (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r')
        at++;
    xmlChar *escaped = xmlURIEscapeStr(BAD_CAST at, BAD_CAST IN_ADDRESS);
    result->bytes->failed |= !escaped;
    if (escaped)
        write_quoted(result->bytes, (const char *)escaped,
            strlen((const char *)escaped));
    xmlFree(escaped);
}

/* Before a brace, & would stay as it is. */
static bool has_entity(struct text value)
{
    for (size_t k = 1; k < value.length; k++)
        if (value.at[k] == '{' && value.at[k - 1] == '&')
            return true;
    return false;
}

/* A string in the pool. */
static struct text escaped(struct pool *pool, struct text text)
{
    char *start = pool_get(pool, ESCAPE_MAX * text.length + 1), *at = start;

    for (size_t k = 0; k < text.length; k++) {
        const char *escape = escapes[(unsigned char)text.at[k]];
        if (escape)
            at = stpcpy(at, escape);
        else
            *at++ = text.at[k];
    }
    *at = '\0';
    return (struct text){ start, (size_t)(at - start) };
}

static void write_value(struct result *result,
    const struct waiting_attribute *attribute)
{
    struct pool_mark mark = pool_mark(result->pool);
    struct text value = result_waiting_value(result, attribute);

    if (has_entity(value))
        give_up(result->pool->out, "&{ in an attribute", NULL);
    value = escaped(result->pool, value);
    if (is_address(result, attribute->name))
        write_address(result, value.at);
    else
        write_quoted(result->bytes, value.at, value.length);
    pool_release(result->pool, mark);
}

static void write_attribute(struct result *result,
    const struct waiting_attribute *attribute)
{
    struct buffer *out = result->bytes;

    buffer_add_char(out, ' ');
    if (attribute->prefix) {
        buffer_add_string(out, attribute->prefix);
        buffer_add_char(out, ':');
    }
    buffer_add_string(out, attribute->name->local);
    if (html_of(result, attribute->name)->is_boolean)
        return;
    buffer_add_char(out, '=');
    write_value(result, attribute);
}

static void write_name(struct result *result)
{
    const struct open_element *element = result_element(result);

    if (element->prefix) {
        buffer_add_string(result->bytes, element->prefix);
        buffer_add_char(result->bytes, ':');
    }
    buffer_add_string(result->bytes, element->name->local);
}

static void write_start(struct result *result)
{
    const struct open_element *element = result_element(result);
    const struct open_stack *open = result->open;

    if (open->scope_count > element->declared || *element->name->uri)
        give_up(result->pool->out, "a namespace in HTML", NULL);
    if (open->attribute_count > result->first_attribute
            && is_named(element, "meta") && strcasecmp("http-equiv",
            open->attributes[result->first_attribute].name->local) == 0)
        give_up(result->pool->out, "a charset in HTML", NULL);
    buffer_add_char(result->bytes, '<');
    write_name(result);
    for (size_t k = result->first_attribute; k < open->attribute_count; k++)
        write_attribute(result, &open->attributes[k]);
}

static void write_end(struct result *result)
{
    buffer_add(result->bytes, "</", 2);
    write_name(result);
    buffer_add_char(result->bytes, '>');
}

static bool is_outer(const struct open_element *element)
{
    return is_named(element, "html") || is_named(element, "body");
}

/* The charset is the first thing in the head, even an empty one. */
static void start(struct result *result, bool is_empty)
{
    const struct open_element *element = result_element(result);
    const struct html_name *html = html_of(result, element->name);
    const htmlElemDesc *known = html->element;
    bool is_head = result_depth(result) == 2 && is_named(element, "head");

    if (result_depth(result) == 1 && !is_named(element, "html"))
        give_up(result->pool->out, "no html", NULL);
    if (result->is_raw)
        give_up(result->pool->out, "an element in a script", NULL);
    write_start(result);
    buffer_add_char(result->bytes, '>');
    result->is_raw = html->is_raw;
    if (is_head)
        buffer_add(result->bytes, meta, sizeof meta - 1);
    if (!is_empty || (known && known->empty))
        return;
    if (is_head || !known || !known->saveEndTag || is_outer(element))
        write_end(result);
    result->is_raw = false;
}

static void end(struct result *result)
{
    const htmlElemDesc *known = html_of(result,
        result_element(result)->name)->element;

    result->is_raw = false;
    if (!known || !known->empty)
        write_end(result);
}

static void text(struct result *result, struct text words)
{
    if (result->is_raw)
        buffer_add(result->bytes, words.at, words.length);
    else
        write_escaped(result->bytes, words, escapes);
}

static void other(struct result *result, enum node_kind kind,
    const struct name *name, struct text words)
{
    (void)kind;
    (void)name;
    (void)words;
    give_up(result->pool->out, "a comment in HTML", NULL);
}

const struct sink html_sink = { start, end, text, other, NULL };
