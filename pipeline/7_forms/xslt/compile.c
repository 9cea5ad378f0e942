/* A stylesheet, compiled: top-level elements, and what templates hold. */

#include "7_forms/xslt/program_compile.h"

#include <libxslt/xslt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "4_formulas/xpath/operator.h"
#include "7_forms/xslt/compiling.h"
#include "7_forms/xslt/documents.h"
#include "7_forms/xslt/instructions.h"
#include "7_forms/xslt/markup.h"

void refuse_element(const struct compiling *compiling,
    const xmlNode *element, const char *why)
{
    give_up(compiling->pool->out, why, (const char *)element->name);
}

bool is_xsl(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE && node->ns
        && strcmp((const char *)node->ns->href,
            (const char *)XSLT_NAMESPACE) == 0;
}

bool is_xsl_named(const xmlNode *node, const char *name)
{
    return is_xsl(node) && strcmp((const char *)node->name, name) == 0;
}

bool is_blank(const xmlNode *node)
{
    return xmlIsBlankNode(node) && xmlNodeGetSpacePreserve(node->parent) != 1;
}

const char *attribute_of(struct compiling *compiling, const xmlNode *element,
    const char *name)
{
    const xmlAttr *attribute = xmlHasNsProp((xmlNodePtr)element,
        BAD_CAST name, NULL);
    const xmlNode *only = attribute ? attribute->children : NULL;

    if (!attribute)
        return NULL;
    if (only && (only->next || only->type != XML_TEXT_NODE))
        refuse_element(compiling, element, "an entity in an attribute");
    return only && only->content ? (const char *)only->content : "";
}

const char *needed_attribute(struct compiling *compiling,
    const xmlNode *element, const char *name)
{
    const char *value = attribute_of(compiling, element, name);

    if (!value)
        refuse_element(compiling, element, "an attribute is absent");
    return value;
}

const struct name *compile_name(struct compiling *compiling,
    const xmlNode *element, const char *text, const char **prefix)
{
    compiling->scope.element = element;
    return scope_name(&compiling->scope, text, prefix);
}

const struct expr *compile_expr(struct compiling *compiling,
    const xmlNode *element, const char *text)
{
    compiling->scope.element = element;
    return expr_read(&compiling->scope, text);
}

static void add_piece(struct compiling *compiling,
    struct piece_of_value ***last, const struct expr *expr,
    struct text text)
{
    struct piece_of_value *piece = pool_new(compiling->pool, 1,
        sizeof *piece);

    piece->expr = expr;
    piece->text = text;
    **last = piece;
    *last = &piece->next;
}

/* How long a text is up to a brace that stands alone. */
static size_t constant_length(const char *text)
{
    size_t length = strcspn(text, "{}");

    while (text[length] && text[length] == text[length + 1]) {
        length += 2;
        length += strcspn(text + length, "{}");
    }
    return length;
}

/* Up to a brace that stands alone; two of them are one. */
static const char *add_constant(struct compiling *compiling,
    struct piece_of_value ***last, const char *text)
{
    const char *rest = text + constant_length(text);
    char *plain = pool_copy(compiling->pool, text, (size_t)(rest - text));
    char *end = plain;

    for (; text < rest; text++) {
        *end++ = *text;
        text += *text == '{' || *text == '}';
    }
    if (*rest == '}')
        give_up(compiling->pool->out, "a brace without a start", rest);
    if (end > plain)
        add_piece(compiling, last, NULL, (struct text){ plain,
            (size_t)(end - plain) });
    return rest;
}

/* The end of an expression in braces, none of those in its literals. */
static const char *brace_end(const char *text)
{
    char quote = '\0';

    for (; *text && (quote || *text != '}'); text++)
        if (quote ? *text == quote : *text == '\'' || *text == '"')
            quote = quote ? '\0' : *text;
    return *text ? text : NULL;
}

struct piece_of_value *compile_pieces(struct compiling *compiling,
    const xmlNode *element, const char *text)
{
    struct piece_of_value *pieces = NULL, **last = &pieces;

    while (*(text = add_constant(compiling, &last, text))) {
        const char *end = brace_end(text + 1);
        if (!end)
            refuse_element(compiling, element, "a brace without an end");
        add_piece(compiling, &last, compile_expr(compiling, element,
            pool_copy(compiling->pool, text + 1,
            (size_t)(end - text - 1))), (struct text){ "", 0 });
        text = end + 1;
    }
    if (!pieces)
        add_piece(compiling, &last, NULL, (struct text){ "", 0 });
    return pieces;
}

struct mode *compile_mode(struct compiling *compiling,
    const struct name *name)
{
    struct mode *mode = compiling->program->modes;

    while (mode && mode->name != name)
        mode = mode->next;
    if (mode)
        return mode;
    mode = pool_new(compiling->pool, 1, sizeof *mode);
    mode->name = name;
    mode->next = compiling->program->modes;
    compiling->program->modes = mode;
    return mode;
}

struct template *find_template(const struct program *program,
    const struct name *name)
{
    struct template *found = NULL;

    for (struct template *template = program->templates; template;
        template = template->next)
        if (template->name == name && (!found
                || template->precedence > found->precedence))
            found = template;
    return found;
}

void compile_binding(struct compiling *compiling, const xmlNode *element,
    struct binding *binding)
{
    const char *select = attribute_of(compiling, element, "select"), *prefix;
    struct local *outer = compiling->locals;

    binding->name = compile_name(compiling, element,
        needed_attribute(compiling, element, "name"), &prefix);
    if (select)
        binding->select = compile_expr(compiling, element, select);
    else
        binding->content = compile_content(compiling, element->children,
            false);
    compiling->locals = outer;
    if (select && element->children)
        refuse_element(compiling, element, "select and content");
}

void declare_local(struct compiling *compiling, struct binding *binding)
{
    struct local *local = pool_get(compiling->pool, sizeof *local);

    for (const struct local *other = compiling->locals; other;
        other = other->outer)
        if (other->name == binding->name)
            give_up(compiling->pool->out, "a variable twice",
                binding->name->local);
    binding->slot = compiling->slots++;
    *local = (struct local){ binding->name, binding->slot,
        compiling->locals };
    compiling->locals = local;
}

static struct instruction *constant_text(struct compiling *compiling,
    const xmlNode *node)
{
    struct instruction *instruction = pool_new(compiling->pool, 1,
        sizeof *instruction);

    instruction->execute = make_text;
    instruction->text = text_of_string((const char *)node->content);
    return instruction;
}

/* A prefix, or a namespace, as one string, so that most are seen to be the
 * same without being compared; NULL: none. */
static const char *known_string(struct compiling *compiling,
    const xmlChar *string)
{
    return names_string(compiling->scope.names, (const char *)string);
}

static struct namespace namespace_of(struct compiling *compiling,
    const xmlNs *ns)
{
    return (struct namespace){ known_string(compiling, ns->prefix),
        known_string(compiling, ns->href ? ns->href : BAD_CAST ""), NULL };
}

static const struct name *name_of(struct compiling *compiling,
    const xmlNs *ns, const xmlChar *local)
{
    return names_get(compiling->scope.names, ns
        ? known_string(compiling, ns->href) : "", (const char *)local);
}

static const char *prefix_of(struct compiling *compiling, const xmlNs *ns)
{
    return ns ? known_string(compiling, ns->prefix) : NULL;
}

static struct namespace *copy_declared(struct compiling *compiling,
    const xmlNode *element)
{
    struct namespace *first = NULL, **last = &first;

    for (const xmlNs *ns = element->nsDef; ns; ns = ns->next) {
        if (strcmp((const char *)ns->href, (const char *)XSLT_NAMESPACE) == 0)
            continue;
        *last = pool_new(compiling->pool, 1, sizeof **last);
        **last = namespace_of(compiling, ns);
        last = &(*last)->next;
    }
    return first;
}

static bool is_excluded(const struct compiling *compiling, const char *uri)
{
    for (size_t k = 0; k < compiling->excluded_count; k++)
        if (strcmp(compiling->excluded[k], uri) == 0)
            return true;
    return strcmp(uri, (const char *)XSLT_NAMESPACE) == 0;
}

static bool is_listed(const struct namespace *list, const xmlNs *ns)
{
    for (; list; list = list->next)
        if (list->prefix ? ns->prefix && strcmp(list->prefix,
                (const char *)ns->prefix) == 0 : !ns->prefix)
            return true;
    return false;
}

struct namespace *inherited_namespaces(struct compiling *compiling,
    const xmlNode *template)
{
    struct namespace *first = NULL, **last = &first;

    for (const xmlNode *node = template; node && node->type
        == XML_ELEMENT_NODE; node = node->parent)
        for (const xmlNs *ns = node->nsDef; ns; ns = ns->next) {
            if (is_excluded(compiling, (const char *)ns->href)
                    || is_listed(first, ns))
                continue;
            *last = pool_new(compiling->pool, 1, sizeof **last);
            **last = namespace_of(compiling, ns);
            last = &(*last)->next;
        }
    return first;
}

/* Whether its stylesheet calls the prefix one of extensions. */
static bool is_of_extension(struct compiling *compiling,
    const xmlNode *element)
{
    const char *list = attribute_of(compiling,
        xmlDocGetRootElement(element->doc), "extension-element-prefixes");
    const char *prefix = element->ns && element->ns->prefix
        ? (const char *)element->ns->prefix : "#default";

    while (list && *(list += strspn(list, " \t\r\n"))) {
        size_t length = strcspn(list, " \t\r\n");
        if (length == strlen(prefix) && memcmp(list, prefix, length) == 0)
            return true;
        list += length;
    }
    return false;
}

static struct instruction *literal_element(struct compiling *compiling,
    const xmlNode *element, bool first_level)
{
    struct instruction *instruction = pool_new(compiling->pool, 1,
        sizeof *instruction);
    struct constructed_attribute **last = &instruction->attributes;
    struct local *outer = compiling->locals;
    const struct instruction *around = compiling->around;

    if (is_of_extension(compiling, element))
        refuse_element(compiling, element, "an element of an extension");
    instruction->execute = make_element;
    instruction->name = name_of(compiling, element->ns, element->name);
    instruction->prefix = prefix_of(compiling, element->ns);
    instruction->declared = copy_declared(compiling, element);
    if (first_level)
        instruction->inherited = compiling->inherited;
    for (const xmlAttr *from = element->properties; from; from = from->next) {
        if (from->ns && strcmp((const char *)from->ns->href,
                (const char *)XSLT_NAMESPACE) == 0)
            refuse_element(compiling, element, "an attribute of XSLT");
        const xmlNode *only = from->children;
        if (only && (only->next || only->type != XML_TEXT_NODE))
            refuse_element(compiling, element, "an entity in an attribute");
        *last = pool_new(compiling->pool, 1, sizeof **last);
        (*last)->name = name_of(compiling, from->ns, from->name);
        (*last)->prefix = prefix_of(compiling, from->ns);
        (*last)->value = compile_pieces(compiling, element, only
            && only->content ? (const char *)only->content : "");
        last = &(*last)->next;
    }
    instruction->is_in_sight = around && !first_level
        && !instruction->declared && around->prefix == instruction->prefix
        && around->name->uri == instruction->name->uri;
    compiling->around = instruction;
    instruction->content = compile_content(compiling, element->children,
        false);
    compiling->around = around;
    compiling->locals = outer;
    markup_note(instruction, compiling->pool);
    return instruction;
}

const struct instruction *compile_content(struct compiling *compiling,
    const xmlNode *first, bool first_level)
{
    const struct instruction *content = NULL, **last = &content;

    for (const xmlNode *node = first; node; node = node->next) {
        struct instruction *instruction = NULL;
        if (is_xsl(node))
            instruction = compiling->instruction(compiling, node);
        else if (node->type == XML_ELEMENT_NODE)
            instruction = literal_element(compiling, node, first_level);
        else if (node->type == XML_TEXT_NODE
                || node->type == XML_CDATA_SECTION_NODE) {
            if (!is_blank(node))
                instruction = constant_text(compiling, node);
        } else if (node->type != XML_COMMENT_NODE) {
            refuse_element(compiling, node, "a node of an unusual kind");
        }
        if (instruction) {
            *last = instruction;
            last = &instruction->next;
        }
    }
    return content;
}
