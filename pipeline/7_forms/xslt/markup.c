/* Constant markup of literal elements, as the sink of XML writes it. */

#include "7_forms/xslt/markup.h"

#include <string.h>

#include "7_forms/xslt/instructions.h"
#include "7_forms/xslt/sinks.h"

static struct text take(struct buffer *written, struct pool *pool)
{
    struct text text = { NULL, written->length };
    bool failed = written->failed;

    if (!failed)
        text.at = pool_copy(pool, buffer_string(written), written->length);
    buffer_free(written);
    if (failed)
        give_up(pool->out, "no memory", NULL);
    return text;
}

static bool is_constant(const struct constructed_attribute *attribute)
{
    return !attribute->value->next && !attribute->value->expr;
}

/* Whether an attribute asks for no namespace but its element's. */
static bool is_in_sight(const struct constructed_attribute *attribute,
    const struct instruction *element)
{
    return !attribute->prefix || strcmp(attribute->prefix, "xml") == 0
        || (attribute->prefix == element->prefix
            && attribute->name->uri == element->name->uri);
}

static void note_attribute(struct constructed_attribute *attribute,
    const struct instruction *element, struct pool *pool)
{
    struct buffer written = BUFFER_EMPTY;

    if (!is_in_sight(attribute, element))
        return;
    write_attribute(&written, attribute->prefix, attribute->name,
        is_constant(attribute) ? attribute->value->text
        : (struct text){ "", 0 });
    if (is_constant(attribute)) {
        attribute->written = take(&written, pool);
        return;
    }
    buffer_cut(&written, written.failed ? 0 : written.length - 1);
    attribute->head = take(&written, pool);
}

static bool has_constant_start(const struct instruction *element)
{
    const struct constructed_attribute *attribute = element->attributes;

    while (attribute && attribute->written.at)
        attribute = attribute->next;
    return !attribute && !element->declared;
}

/* Whether an instruction within the element is of that kind, too. */
static bool is_part(const struct instruction *part,
    const struct instruction *element)
{
    return part->execute == make_text
        || (part->markup.at && part->prefix == element->prefix
            && part->name->uri == element->name->uri
            && part->markup_depth < MARKUP_DEPTH);
}

static void write_part(struct instruction *element,
    const struct instruction *part, struct buffer *written)
{
    if (part->execute == make_text) {
        write_text(written, part->text);
        return;
    }
    buffer_add(written, part->markup.at, part->markup.length);
    element->markup_nodes += part->markup_nodes;
    if (element->markup_depth <= part->markup_depth)
        element->markup_depth = part->markup_depth + 1;
}

static bool has_content(const struct instruction *element)
{
    const struct instruction *part = element->content;

    while (part && part->execute == make_text && !part->text.length)
        part = part->next;
    return part;
}

static void write_whole(struct instruction *element, struct pool *pool)
{
    struct buffer written = BUFFER_EMPTY;

    element->markup_nodes = element->markup_depth = 1;
    buffer_add_char(&written, '<');
    buffer_add(&written, element->tag.at, element->tag.length);
    for (const struct constructed_attribute *attribute = element->attributes;
        attribute; attribute = attribute->next) {
        buffer_add(&written, attribute->written.at,
            attribute->written.length);
        element->markup_nodes++;
    }
    buffer_add_string(&written, has_content(element) ? ">" : "/>");
    for (const struct instruction *part = element->content; part;
        part = part->next)
        write_part(element, part, &written);
    if (has_content(element)) {
        buffer_add(&written, "</", 2);
        buffer_add(&written, element->tag.at, element->tag.length);
        buffer_add_char(&written, '>');
    }
    element->markup = take(&written, pool);
}

void markup_note(struct instruction *element, struct pool *pool)
{
    struct buffer written = BUFFER_EMPTY;
    const struct instruction *part = element->content;

    write_name(&written, element->prefix, element->name);
    element->tag = take(&written, pool);
    for (struct constructed_attribute *attribute = element->attributes;
        attribute; attribute = attribute->next)
        note_attribute(attribute, element, pool);
    while (part && is_part(part, element))
        part = part->next;
    if (!part && has_constant_start(element))
        write_whole(element, pool);
}
