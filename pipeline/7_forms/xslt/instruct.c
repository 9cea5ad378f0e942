/* Instructions, compiled: each element of XSLT by its row in a table. */

#include <stdlib.h>
#include <string.h>
#include <libxslt/xslt.h>

#include "7_forms/xslt/compiling.h"
#include "7_forms/xslt/instructions.h"

static struct instruction *new_instruction(struct compiling *compiling,
    const xmlNode *element, execute *run)
{
    struct instruction *instruction = pool_new(compiling->pool, 1,
        sizeof *instruction);

    instruction->execute = run;
    instruction->element = element;
    return instruction;
}

static const struct instruction *content_of(struct compiling *compiling,
    const xmlNode *element)
{
    struct local *outer = compiling->locals;
    const struct instruction *content = compile_content(compiling,
        element->children, false);

    compiling->locals = outer;
    return content;
}

static void compile_select(struct compiling *compiling,
    const xmlNode *element, struct instruction *instruction)
{
    instruction->expr = compile_expr(compiling, element,
        needed_attribute(compiling, element, "select"));
}

static void compile_if(struct compiling *compiling, const xmlNode *element,
    struct instruction *instruction)
{
    instruction->expr = compile_expr(compiling, element,
        needed_attribute(compiling, element, "test"));
    instruction->content = content_of(compiling, element);
}

/* when and otherwise: instructions that are not run but looked at. */
static void compile_choose(struct compiling *compiling,
    const xmlNode *element, struct instruction *instruction)
{
    const struct instruction **last = &instruction->content;

    for (const xmlNode *node = element->children; node; node = node->next) {
        if (node->type == XML_COMMENT_NODE || is_blank(node))
            continue;
        bool is_when = is_xsl_named(node, "when");
        if (!is_when && (!is_xsl_named(node, "otherwise") || node->properties))
            refuse_element(compiling, node, "not of xsl:choose");
        struct instruction *when = new_instruction(compiling, node, NULL);
        if (is_when)
            compile_if(compiling, node, when);
        else
            when->content = content_of(compiling, node);
        *last = when;
        last = &when->next;
    }
    if (!instruction->content || !instruction->content->expr)
        refuse_element(compiling, element, "nothing to choose");
}

static const char *const directions[] = { "ascending", "descending" };
static const char *const data_types[] = { "text", "number" };

/* Which of two words an attribute has, the first where it has none. */
static bool is_second(struct compiling *compiling, const xmlNode *element,
    const char *attribute, const char *const words[2])
{
    const char *word = attribute_of(compiling, element, attribute);

    if (word && strcmp(word, words[0]) != 0 && strcmp(word, words[1]) != 0)
        refuse_element(compiling, element, "another kind of sorting");
    return word && strcmp(word, words[1]) == 0;
}

static struct sort *compile_sort(struct compiling *compiling,
    const xmlNode *element)
{
    struct sort *sort = pool_new(compiling->pool, 1, sizeof *sort);
    const char *select = attribute_of(compiling, element, "select");

    if (attribute_of(compiling, element, "lang")
            || attribute_of(compiling, element, "case-order"))
        refuse_element(compiling, element, "another kind of sorting");
    sort->select = compile_expr(compiling, element, select ? select : ".");
    sort->by_number = is_second(compiling, element, "data-type", data_types);
    sort->descending = is_second(compiling, element, "order", directions);
    return sort;
}

/* xsl:sort and xsl:with-param; what else there is, is the caller's. */
static const xmlNode *compile_sorts_and_parameters(
    struct compiling *compiling, const xmlNode *node,
    struct instruction *instruction)
{
    struct binding **last = &instruction->bindings;
    struct sort **last_sort = &instruction->sorts;

    for (; node; node = node->next) {
        if (is_xsl_named(node, "sort")) {
            *last_sort = compile_sort(compiling, node);
            last_sort = &(*last_sort)->next;
        } else if (is_xsl_named(node, "with-param")) {
            struct binding *binding = pool_new(compiling->pool, 1,
                sizeof *binding);
            compile_binding(compiling, node, binding);
            for (const struct binding *other = instruction->bindings; other;
                other = other->next)
                if (other->name == binding->name)
                    refuse_element(compiling, node, "a parameter twice");
            *last = binding;
            last = &binding->next;
        } else if (node->type == XML_ELEMENT_NODE
                || (node->type == XML_TEXT_NODE && !is_blank(node))) {
            return node;
        }
    }
    return NULL;
}

static void compile_for_each(struct compiling *compiling,
    const xmlNode *element, struct instruction *instruction)
{
    struct local *outer = compiling->locals;

    compile_select(compiling, element, instruction);
    const xmlNode *rest = compile_sorts_and_parameters(compiling,
        element->children, instruction);
    if (instruction->bindings)
        refuse_element(compiling, element, "a parameter");
    instruction->content = compile_content(compiling, rest, false);
    compiling->locals = outer;
}

static void compile_apply(struct compiling *compiling,
    const xmlNode *element, struct instruction *instruction)
{
    const char *select = attribute_of(compiling, element, "select"), *prefix;
    const char *mode = attribute_of(compiling, element, "mode");

    if (compile_sorts_and_parameters(compiling, element->children,
            instruction))
        refuse_element(compiling, element, "content");
    if (select || instruction->sorts)
        instruction->expr = compile_expr(compiling, element,
            select ? select : "node()");
    instruction->mode = compile_mode(compiling, mode
        ? compile_name(compiling, element, mode, &prefix) : NULL);
}

static void compile_call(struct compiling *compiling, const xmlNode *element,
    struct instruction *instruction)
{
    const char *prefix;
    const struct name *name = compile_name(compiling, element,
        needed_attribute(compiling, element, "name"), &prefix);

    if (compile_sorts_and_parameters(compiling, element->children,
            instruction) || instruction->sorts)
        refuse_element(compiling, element, "content");
    instruction->template = find_template(compiling->program, name);
    if (!instruction->template)
        refuse_element(compiling, element, "no such template");
}

static void compile_variable(struct compiling *compiling,
    const xmlNode *element, struct instruction *instruction)
{
    instruction->bindings = pool_new(compiling->pool, 1,
        sizeof *instruction->bindings);
    compile_binding(compiling, element, instruction->bindings);
    declare_local(compiling, instruction->bindings);
}

static void compile_text(struct compiling *compiling, const xmlNode *element,
    struct instruction *instruction)
{
    const xmlNode *only = NULL;

    for (const xmlNode *node = element->children; node; node = node->next)
        if (node->type == XML_COMMENT_NODE)
            continue;
        else if (only || node->type != XML_TEXT_NODE)
            refuse_element(compiling, element, "content in pieces");
        else
            only = node;
    instruction->text = text_of_string(only ? (const char *)only->content
        : "");
}

static bool is_constant(const struct piece_of_value *pieces)
{
    return pieces && !pieces->next && !pieces->expr;
}

static void compile_attribute(struct compiling *compiling,
    const xmlNode *element, struct instruction *instruction)
{
    const char *name = needed_attribute(compiling, element, "name");

    instruction->value = compile_pieces(compiling, element, name);
    if (is_constant(instruction->value)) {
        if (xmlValidateQName(BAD_CAST name, 0) != 0
                || strncmp(name, "xmlns", 5) == 0)
            refuse_element(compiling, element, "a name that is none");
        instruction->name = compile_name(compiling, element, name,
            &instruction->prefix);
    }
    instruction->content = content_of(compiling, element);
}

static void compile_element(struct compiling *compiling,
    const xmlNode *element, struct instruction *instruction)
{
    instruction->value = compile_pieces(compiling, element,
        needed_attribute(compiling, element, "name"));
    instruction->text.at = scope_uri(&compiling->scope, NULL);
    const xmlNs *ns = xmlSearchNs(element->doc, (xmlNodePtr)element, NULL);
    if (ns)
        instruction->text.at = (const char *)ns->href;
    instruction->content = content_of(compiling, element);
}

static void compile_processing(struct compiling *compiling,
    const xmlNode *element, struct instruction *instruction)
{
    const char *name = needed_attribute(compiling, element, "name");

    if (strchr(name, '{') || xmlValidateNCName(BAD_CAST name, 0) != 0)
        refuse_element(compiling, element, "a name that is computed");
    instruction->name = names_get(compiling->scope.names, "", name);
    instruction->content = content_of(compiling, element);
}

static void compile_message(struct compiling *compiling,
    const xmlNode *element, struct instruction *instruction)
{
    instruction->content = content_of(compiling, element);
}

/* By name: the attributes that are known, what is run, what compiles it. */
static const struct {
    const char *name, *attributes;
    execute *execute;
    void (*compile)(struct compiling *compiling, const xmlNode *element,
        struct instruction *instruction);
} elements[] = {
    { "apply-templates", " select mode ", run_apply, compile_apply },
    { "attribute", " name ", make_attribute, compile_attribute },
    { "call-template", " name ", run_call, compile_call },
    { "choose", "", run_choose, compile_choose },
    { "copy-of", " select ", make_copy, compile_select },
    { "element", " name ", make_named_element, compile_element },
    { "for-each", " select ", run_for_each, compile_for_each },
    { "if", " test ", run_if, compile_if },
    { "message", " terminate ", run_message, compile_message },
    { "processing-instruction", " name ", make_instruction,
        compile_processing },
    { "text", "", make_text, compile_text },
    { "value-of", " select ", make_value, compile_select },
    { "variable", " name select ", run_variable, compile_variable },
};

static bool are_known(const xmlNode *element, const char *attributes)
{
    char padded[64];

    for (const xmlAttr *attribute = element->properties; attribute;
        attribute = attribute->next) {
        snprintf(padded, sizeof padded, " %s ",
            (const char *)attribute->name);
        if (attribute->ns ? strcmp((const char *)attribute->ns->href,
                "http://www.w3.org/XML/1998/namespace") != 0
                : !strstr(attributes, padded))
            return false;
    }
    return true;
}

struct instruction *compile_xsl(struct compiling *compiling,
    const xmlNode *element)
{
    for (size_t k = 0; k < sizeof elements / sizeof *elements; k++) {
        if (strcmp(elements[k].name, (const char *)element->name) != 0)
            continue;
        if (!are_known(element, elements[k].attributes))
            break;
        struct instruction *instruction = new_instruction(compiling, element,
            elements[k].execute);
        const struct instruction *around = compiling->around;
        compiling->around = NULL;
        elements[k].compile(compiling, element, instruction);
        compiling->around = around;
        return instruction;
    }
    refuse_element(compiling, element, "an element of another kind");
}
