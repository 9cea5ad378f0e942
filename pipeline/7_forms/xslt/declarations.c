/* Lists the top-level elements of a stylesheet. */

#include <string.h>

#include "7_forms/xslt/compiling.h"

static const struct name *named(struct compiling *compiling,
    const xmlNode *element, const char *attribute)
{
    const char *text = attribute_of(compiling, element, attribute), *prefix;

    return text ? compile_name(compiling, element, text, &prefix) : NULL;
}

static void list_template(struct compiling *compiling,
    const xmlNode *element)
{
    struct template *template = pool_new(compiling->pool, 1,
        sizeof *template);

    template->name = named(compiling, element, "name");
    const struct template *same = template->name
        ? find_template(compiling->program, template->name) : NULL;
    if (same && same->precedence == compiling->precedence)
        refuse_element(compiling, element, "a template twice");
    template->mode_name = named(compiling, element, "mode");
    template->element = element;
    template->path = compiling->path;
    template->inherited = inherited_namespaces(compiling, element);
    template->precedence = compiling->precedence;
    template->next = compiling->program->templates;
    compiling->program->templates = template;
}

size_t find_global(const struct program *program,
    const struct name *name)
{
    size_t k = 0;

    while (k < program->global_count
            && program->globals[k].binding.name != name)
        k++;
    return k;
}

/* Later ones override: theirs is the higher precedence. */
static void list_global(struct compiling *compiling, const xmlNode *element)
{
    struct program *program = compiling->program;
    const struct name *name = named(compiling, element, "name");
    size_t k = find_global(program, name);

    if (k < program->global_count
            && program->globals[k].precedence == compiling->precedence)
        refuse_element(compiling, element, "a variable twice");
    if (k == program->global_count) {
        struct global *larger = pool_new(compiling->pool, k + 1,
            sizeof *larger);
        if (k)
            memcpy(larger, program->globals, k * sizeof *larger);
        program->globals = larger;
        program->global_count++;
    }
    program->globals[k] = (struct global){ .element = element,
        .precedence = compiling->precedence, .path = compiling->path,
        .is_parameter = is_xsl_named(element, "param") };
    program->globals[k].binding.name = name;
}

static void list_key(struct compiling *compiling, const xmlNode *element)
{
    struct program *program = compiling->program;
    const struct name *name = named(compiling, element, "name");
    size_t k = 0;

    while (k < program->key_count && program->keys[k]->name != name)
        k++;
    if (k == program->key_count) {
        struct key **larger = pool_new(compiling->pool, k + 1,
            sizeof *larger);
        if (k)
            memcpy(larger, program->keys, k * sizeof *larger);
        program->keys = larger;
        program->key_count++;
    }
    struct key *key = pool_new(compiling->pool, 1, sizeof *key);
    key->name = name;
    key->element = element;
    key->next = program->keys[k];
    program->keys[k] = key;
}

static bool is_yes(struct compiling *compiling, const xmlNode *element,
    const char *attribute, bool by_default)
{
    const char *word = attribute_of(compiling, element, attribute);

    if (word && strcmp(word, "yes") != 0 && strcmp(word, "no") != 0)
        refuse_element(compiling, element, "another output");
    return word ? strcmp(word, "yes") == 0 : by_default;
}

static const char *const methods[] = { [METHOD_XML] = "xml",
    [METHOD_HTML] = "html", [METHOD_TEXT] = "text" };

static enum method method_of(struct compiling *compiling,
    const xmlNode *element)
{
    const char *word = needed_attribute(compiling, element, "method");

    for (size_t k = 0; k < sizeof methods / sizeof *methods; k++)
        if (strcmp(word, methods[k]) == 0)
            return (enum method)k;
    refuse_element(compiling, element, "another output");
}

/* One of the outputs that are written here. */
static void list_output(struct compiling *compiling, const xmlNode *element)
{
    static const char *const known[] = { "method", "encoding", "standalone",
        "omit-xml-declaration", "indent", "doctype-system" };
    struct output output = { .method = method_of(compiling, element) };
    bool is_html = output.method == METHOD_HTML;
    const char *doctype = attribute_of(compiling, element, "doctype-system");
    size_t count = 0;

    for (const xmlAttr *attribute = element->properties; attribute;
        attribute = attribute->next)
        count++;
    for (size_t k = 0; k < sizeof known / sizeof *known; k++)
        count -= attribute_of(compiling, element, known[k]) != NULL;
    if (compiling->program->has_output || count
            || strcmp(needed_attribute(compiling, element, "encoding"),
            "UTF-8") != 0 || is_yes(compiling, element, "indent", is_html)
            || (doctype != NULL) != is_html
            || (doctype && strcmp(doctype, "about:legacy-compat") != 0))
        refuse_element(compiling, element, "another output");
    output.has_standalone = attribute_of(compiling, element, "standalone");
    output.standalone = is_yes(compiling, element, "standalone", false);
    output.ends_line = is_html
        || (output.method == METHOD_XML && !attribute_of(compiling, element,
            "indent"));
    output.omits_declaration = is_yes(compiling, element,
        "omit-xml-declaration", false);
    compiling->program->output = output;
    compiling->program->has_output = true;
}

static const struct {
    const char *name;
    each_element *list;
} elements[] = {
    { "key", list_key }, { "output", list_output },
    { "param", list_global }, { "template", list_template },
    { "variable", list_global },
};

void list_declaration(struct compiling *compiling, const xmlNode *element)
{
    for (size_t k = 0; k < sizeof elements / sizeof *elements; k++)
        if (is_xsl_named(element, elements[k].name)) {
            elements[k].list(compiling, element);
            return;
        }
    refuse_element(compiling, element, "an element of another kind");
}
