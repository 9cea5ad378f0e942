/* Looks for the names of elements in formulas, and in rules and stylesheets of
 * the edition's own folders: what they include of others is for other data,
 * too. */

#include "library/edition_paths.h"

#include <string.h>

#include "0_base/xml.h"
#include "2_schema/member_names.h"

#define FORMS_PATH "stylesheets/%s/%s"
#define SCHEMAS_FOLDER "schemas/%s/"
#define INCLUDE_DEPTH_MAX 8

struct paths {
    const struct edition *edition;
    struct expression_scope scope;
    struct findings *findings;
    const char *file;
    int depth;
    bool good;
};

static const char *attribute_of(xmlNodePtr element, const char *name)
{
    xmlAttrPtr attribute = xmlHasProp(element, BAD_CAST name);

    return attribute && attribute->children
        ? (const char *)attribute->children->content : NULL;
}

static bool is_instruction(xmlNodePtr element)
{
    return element->ns && strcmp((const char *)element->ns->href,
        "http://www.w3.org/1999/XSL/Transform") == 0;
}

/* Whether a stylesheet makes elements without a namespace, which its paths may
 * name: a tree of its own. */
static bool makes_other(xmlNodePtr element)
{
    for (xmlNodePtr child = xmlFirstElementChild(element); child;
        child = xmlNextElementSibling(child))
        if (!child->ns || makes_other(child))
            return true;
    return false;
}

static void check_text(struct paths *paths, xmlNodePtr element,
    const char *text)
{
    struct expression expression = { .text = (char *)text, .origin = {
        paths->file, (const char *)element->name, xmlGetLineNo(element) } };

    paths->good = expression_check(&expression, &paths->scope,
        paths->findings) && paths->good;
}

/* Attributes of instructions that are expressions, not text with such. */
static bool is_expression(xmlNodePtr element, xmlAttrPtr attribute)
{
    static const char *const names[] = { "select", "match", "test", "use",
        "count", "from" };

    for (size_t k = 0; is_instruction(element)
        && k < sizeof names / sizeof *names; k++)
        if (strcmp((const char *)attribute->name, names[k]) == 0)
            return true;
    return false;
}

/* The end of the expression that begins here, in a text with such: a brace in a
 * string is none. */
static const char *expression_end(const char *text)
{
    for (; *text && *text != '}'; text++) {
        const char *quote = *text == '"' || *text == '\''
            ? strchr(text + 1, *text) : NULL;
        if (quote)
            text = quote;
    }
    return text;
}

/* Each {expression} of a text; {{ is a brace (XSLT 1.0, 7.6.2). */
static void check_templates(struct paths *paths, xmlNodePtr element,
    const char *text)
{
    struct buffer expression = BUFFER_EMPTY;

    while ((text = strchr(text, '{')) != NULL) {
        if (*++text == '{') {
            text++;
            continue;
        }
        const char *end = expression_end(text);
        buffer_clear(&expression);
        buffer_add(&expression, text, (size_t)(end - text));
        if (!expression.failed)
            check_text(paths, element, buffer_string(&expression));
        text = end;
    }
    if (expression.failed)
        findings_out_of_memory(paths->findings);
    buffer_free(&expression);
}

static void check_attribute(struct paths *paths, xmlNodePtr element,
    xmlAttrPtr attribute)
{
    const char *text = attribute->children
        ? (const char *)attribute->children->content : NULL;

    if (text && is_expression(element, attribute))
        check_text(paths, element, text);
    else if (text)
        check_templates(paths, element, text);
}

static void check_element(struct paths *paths, xmlNodePtr element)
{
    for (xmlAttrPtr attribute = element->properties; attribute;
        attribute = attribute->next)
        check_attribute(paths, element, attribute);
    for (xmlNodePtr child = xmlFirstElementChild(element); child;
        child = xmlNextElementSibling(child))
        check_element(paths, child);
}

static void check_sheet(struct paths *paths, const char *file);

static void check_included(struct paths *paths, xmlNodePtr root)
{
    for (xmlNodePtr child = xmlFirstElementChild(root); child;
        child = xmlNextElementSibling(child)) {
        const char *file = is_instruction(child) && (xml_is(child, "include")
            || xml_is(child, "import")) ? attribute_of(child, "href") : NULL;
        if (file && !strchr(file, '/'))
            check_sheet(paths, file);
    }
}

static void check_sheet(struct paths *paths, const char *file)
{
    struct buffer path = BUFFER_EMPTY;
    const char *around = paths->file;

    buffer_printf(&path, FORMS_PATH, paths->edition->name, file);
    if (path.failed)
        findings_out_of_memory(paths->findings);
    xmlDocPtr doc = path.failed || paths->depth == INCLUDE_DEPTH_MAX ? NULL
        : xml_load(&paths->edition->resources, buffer_string(&path),
            paths->findings);
    if (doc) {
        xmlNodePtr root = xmlDocGetRootElement(doc);
        paths->file = buffer_string(&path);
        paths->depth++;
        if (!makes_other(root))
            check_element(paths, root);
        check_included(paths, root);
        paths->depth--;
        xmlFreeDoc(doc);
    }
    paths->file = around;
    buffer_free(&path);
}

static bool check_rules(const struct edition *edition,
    const struct member_names *members, struct findings *findings)
{
    struct buffer folder = BUFFER_EMPTY;

    buffer_printf(&folder, SCHEMAS_FOLDER, edition->name);
    if (folder.failed)
        findings_out_of_memory(findings);
    bool good = !folder.failed && rules_verify(edition->rules,
        edition->formulas, members, buffer_string(&folder), findings);
    buffer_free(&folder);
    return good;
}

bool edition_check_paths(struct edition *edition, struct findings *findings)
{
    struct member_names *members = member_names_new(edition->schema);
    struct paths paths = { .edition = edition, .scope.members = members,
        .findings = findings };

    if (!members) {
        findings_out_of_memory(findings);
        return false;
    }
    paths.good = formulas_check(edition->formulas, members, findings);
    if (edition->rules)
        paths.good = check_rules(edition, members, findings) && paths.good;
    check_sheet(&paths, "forms.xsl");
    expression_scope_end(&paths.scope);
    member_names_free(members);
    return paths.good;
}
