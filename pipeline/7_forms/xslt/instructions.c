/* Instructions that make output. */

#include "7_forms/xslt/instructions.h"

#include <string.h>
#include <libxml/tree.h>

#include "7_forms/xslt/fragment.h"

static struct text piece_text(const struct piece_of_value *piece,
    struct context *context)
{
    return piece->expr ? expr_text(piece->expr, context) : piece->text;
}

struct text pieces_text(const struct piece_of_value *pieces,
    struct context *context)
{
    size_t count = 0, k = 0;

    if (!pieces->next)
        return piece_text(pieces, context);
    for (const struct piece_of_value *piece = pieces; piece;
        piece = piece->next)
        count++;
    struct text *parts = pool_get(context->pool, count * sizeof *parts);
    for (; pieces; pieces = pieces->next)
        parts[k++] = piece_text(pieces, context);
    return texts_join(parts, count, context->pool);
}

void make_text(const struct instruction *instruction,
    struct context *context)
{
    result_text(context->run->result, instruction->text);
}

void make_value(const struct instruction *instruction,
    struct context *context)
{
    result_text(context->run->result, expr_text(instruction->expr, context));
}

static void need_all(struct result *result,
    const struct namespace *namespaces)
{
    for (; namespaces; namespaces = namespaces->next)
        result_need(result, namespaces->prefix, namespaces->uri);
}

static bool has_all(const struct result *result,
    const struct namespace *namespaces)
{
    while (namespaces && result_has(result, namespaces->prefix,
            namespaces->uri))
        namespaces = namespaces->next;
    return !namespaces;
}

/* One that is all constant, as it is written. */
static bool make_markup(const struct instruction *instruction,
    struct result *result)
{
    return instruction->markup.at && result->sink->takes_markup
        && (instruction->is_in_sight || (result_has(result,
            instruction->prefix, instruction->name->uri)
            && has_all(result, instruction->inherited)))
        && result_markup(result, instruction->markup,
            instruction->markup_nodes);
}

static void make_literal_attribute(
    const struct constructed_attribute *attribute, struct context *context)
{
    struct result *result = context->run->result;
    bool is_markup = result->sink->takes_markup;

    if (attribute->written.at && is_markup)
        result_attribute_written(result, attribute->name,
            attribute->written);
    else if (attribute->head.at && is_markup)
        result_attribute_headed(result, attribute->name, attribute->head,
            pieces_text(attribute->value, context));
    else
        result_attribute(result, attribute->name, attribute->prefix,
            pieces_text(attribute->value, context));
}

void make_element(const struct instruction *instruction,
    struct context *context)
{
    struct result *result = context->run->result;

    if (make_markup(instruction, result))
        return;
    result_start(result, instruction->name, instruction->prefix,
        instruction->tag);
    if (!instruction->is_in_sight) {
        need_all(result, instruction->declared);
        result_need(result, instruction->prefix, instruction->name->uri);
        need_all(result, instruction->inherited);
    }
    for (const struct constructed_attribute *attribute
            = instruction->attributes; attribute;
        attribute = attribute->next)
        make_literal_attribute(attribute, context);
    instructions_execute(instruction->content, context);
    result_end(result);
}

/* A name that is computed, "prefix:local" or "local"; by_default: the
 * namespace where there is no prefix. */
static const struct name *computed_name(
    const struct instruction *instruction, struct context *context,
    const char *by_default, const char **prefix)
{
    struct run *run = context->run;
    struct text text = pieces_text(instruction->value, context);
    char *name = pool_copy(&run->kept, text.at, text.length);
    char *colon = strchr(name, ':');

    *prefix = colon ? name : NULL;
    if (xmlValidateQName(BAD_CAST name, 0) != 0
            || strncmp(name, "xml", 3) == 0)
        give_up(context->pool->out, "a name that is none", NULL);
    if (!colon)
        return names_get(&run->names, by_default, name);
    *colon = '\0';
    const xmlNs *ns = xmlSearchNs(instruction->element->doc,
        (xmlNodePtr)instruction->element, BAD_CAST name);
    if (!ns)
        give_up(context->pool->out, "an unknown prefix", NULL);
    return names_get(&run->names, (const char *)ns->href, colon + 1);
}

void make_named_element(const struct instruction *instruction,
    struct context *context)
{
    struct result *result = context->run->result;
    const char *prefix;
    const struct name *name = computed_name(instruction, context,
        instruction->text.at, &prefix);

    result_start(result, name, prefix, (struct text){ NULL, 0 });
    result_need(result, prefix, name->uri);
    instructions_execute(instruction->content, context);
    result_end(result);
}

void make_attribute(const struct instruction *instruction,
    struct context *context)
{
    struct result *result = context->run->result;
    const char *prefix = instruction->prefix;
    const struct name *name = instruction->name ? instruction->name
        : computed_name(instruction, context, "", &prefix);

    result_attribute(result, name, prefix, fragment_text(
        instruction->content, context));
}

void make_instruction(const struct instruction *instruction,
    struct context *context)
{
    struct text words = fragment_text(instruction->content, context);

    for (size_t k = 1; k < words.length; k++)
        if (words.at[k - 1] == '?' && words.at[k] == '>')
            give_up(context->pool->out, "?> in an instruction", NULL);
    result_other(context->run->result, NODE_INSTRUCTION, instruction->name,
        words);
}

void make_copy(const struct instruction *instruction,
    struct context *context)
{
    struct result *result = context->run->result;
    struct value value = expr_value(instruction->expr, context);

    if (value.type == TYPE_NODES)
        for (size_t k = 0; k < value.nodes.count; k++)
            result_copy(result, value.nodes.at[k]);
    else if (value.type == TYPE_FRAGMENT && value.fragment.tree)
        result_copy(result, value.fragment.tree->root);
    else
        result_text(result, value_to_text(&value, context->pool));
}
