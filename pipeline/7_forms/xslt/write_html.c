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
    bool is_a, is_meta, is_html, is_head, is_outer;     /* an element */
    bool is_name, is_equiv;     /* an attribute */
};

#define HTML_NAMES 128          /* a power of two */

struct html_names {
    struct html_name names[HTML_NAMES];
};

static bool is_called(const struct name *name, const char *what)
{
    return !*name->uri && strcasecmp(name->local, what) == 0;
}

/* Good until the next name is asked for. */
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
                || is_called(name, "src"),
            .is_a = is_called(name, "a"), .is_meta = is_called(name, "meta"),
            .is_html = is_called(name, "html"),
            .is_head = is_called(name, "head"),
            .is_outer = is_called(name, "html") || is_called(name, "body"),
            .is_name = is_called(name, "name"),
            .is_equiv = strcasecmp("http-equiv", name->local) == 0 };
    return known;
}

static const struct html_name *html_element(struct result *result)
{
    return html_of(result, result_element(result)->name);
}

static bool is_address(struct result *result,
    const struct html_name *attribute)
{
    return attribute->is_address
        || (attribute->is_name && html_element(result)->is_a);
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

/* Whether every byte stands for itself between double quotes. */
static bool is_plain(struct text value)
{
    for (size_t k = 0; k < value.length; k++)
        if (escapes[(unsigned char)value.at[k]] || value.at[k] == '"')
            return false;
    return true;
}

static void write_quoted_value(struct result *result,
    const struct html_name *attribute, struct text value)
{
    struct pool_mark mark = pool_mark(result->pool);
    bool is_of_address = is_address(result, attribute);

    if (!is_of_address && is_plain(value)) {
        buffer_add_char(result->bytes, '"');
        buffer_add(result->bytes, value.at, value.length);
        buffer_add_char(result->bytes, '"');
        return;
    }
    if (has_entity(value))
        give_up(result->pool->out, "&{ in an attribute", NULL);
    value = escaped(result->pool, value);
    if (is_of_address)
        write_address(result, value.at);
    else
        write_quoted(result->bytes, value.at, value.length);
    pool_release(result->pool, mark);
}

static void attribute(struct result *result, struct made_attribute *made,
    const char *prefix, struct text value)
{
    const struct html_name html = *html_of(result, made->name);
    struct buffer *out = result->bytes;
    size_t behind = out->length;

    if (html.is_equiv && html_element(result)->is_meta && made
            == &result->open->attributes[result->first_attribute])
        give_up(result->pool->out, "a charset in HTML", NULL);
    buffer_add_char(out, ' ');
    write_name(out, prefix, made->name);
    if (!html.is_boolean) {
        buffer_add_char(out, '=');
        write_quoted_value(result, &html, value);
    }
    place_attribute(result, made, behind);
}

static void write_tag(struct result *result)
{
    const struct open_element *element = result_element(result);

    write_name(result->bytes, element->prefix, element->name);
}

static void declare(struct result *result, const struct namespace *declared)
{
    (void)declared;
    give_up(result->pool->out, "a namespace in HTML", NULL);
}

static void write_end(struct result *result)
{
    buffer_add(result->bytes, "</", 2);
    write_tag(result);
    buffer_add_char(result->bytes, '>');
}

static bool is_head(struct result *result)
{
    return result_depth(result) == 2 && html_element(result)->is_head;
}

static void start(struct result *result)
{
    const struct open_element *element = result_element(result);

    if (result_depth(result) == 1 && !html_element(result)->is_html)
        give_up(result->pool->out, "no html", NULL);
    if (result->is_raw)
        give_up(result->pool->out, "an element in a script", NULL);
    if (*element->name->uri)
        give_up(result->pool->out, "a namespace in HTML", NULL);
    buffer_add_char(result->bytes, '<');
    write_tag(result);
}

/* The charset is the first thing in the head, even an empty one. */
static void content(struct result *result)
{
    buffer_add_char(result->bytes, '>');
    result->is_raw = html_element(result)->is_raw;
    if (is_head(result))
        buffer_add(result->bytes, meta, sizeof meta - 1);
}

static void end(struct result *result, bool is_empty)
{
    const struct html_name *html = html_element(result);
    const htmlElemDesc *known = html->element;
    bool is_known_empty = known && known->empty;

    if (is_empty)
        content(result);
    result->is_raw = false;
    if (!is_known_empty && (!is_empty || !known || !known->saveEndTag
            || is_head(result) || html->is_outer))
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

const struct sink html_sink = { false, true, start, declare, attribute,
    content, end, text, other, NULL };
