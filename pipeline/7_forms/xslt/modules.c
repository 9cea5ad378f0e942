/* The modules of a stylesheet: what it includes and imports. */

#include <libxslt/xsltInternals.h>
#include <string.h>

#include "0_base/xml.h"
#include "7_forms/xslt/compiling.h"
#include "7_forms/xslt/program_compile.h"

#define MODULES_DEEP 40
/* A module that is included twice is visited twice, and so is what it
 * includes. */
#define VISITS_MAX 10000

const char program_endless[] = "modules that are included too often";

/* Takes "NAME/.." out of a path; NULL where it leads out. */
static char *fold(char *path)
{
    char *up;

    while ((up = strstr(path, "/../"))) {
        char *from = up;
        while (from > path && from[-1] != '/')
            from--;
        if (from == up)
            return NULL;
        memmove(from, up + 4, strlen(up + 4) + 1);
    }
    return strncmp(path, "../", 3) == 0 ? NULL : path;
}

const char *module_path(struct pool *pool, const char *base,
    const char *address)
{
    const char *slash = strrchr(base, '/');
    size_t folder = slash ? (size_t)(slash - base) + 1 : 0;
    size_t length = strlen(address);

    if (!*address || address[0] == '/' || strpbrk(address, ":#?%\\"))
        give_up(pool->out, "an address of another kind", address);
    char *path = pool_get(pool, folder + length + 1);
    memcpy(path, base, folder);
    memcpy(path + folder, address, length + 1);
    if (!fold(path))
        give_up(pool->out, "an address of another kind", address);
    return path;
}

static struct module *load(struct compiling *compiling, const char *path)
{
    struct program *program = compiling->program;
    struct findings *findings = findings_new();
    struct module *module = pool_new(compiling->pool, 1, sizeof *module);

    if (!findings)
        give_up(compiling->pool->out, "no memory", NULL);
    module->path = path;
    module->next = program->modules;
    program->modules = module;
    module->doc = xml_load_with(&program->resources, path, NULL,
        XSLT_PARSE_OPTIONS & ~XML_PARSE_NOENT, findings);
    findings_free(findings);
    if (!module->doc)
        give_up(compiling->pool->out, "a module that is not there", path);
    return module;
}

static struct module *module_of(struct compiling *compiling,
    const char *path)
{
    struct module *module = compiling->program->modules;

    while (module && strcmp(module->path, path) != 0)
        module = module->next;
    return module ? module : load(compiling, path);
}

static const xmlNode *root_of(struct compiling *compiling,
    const struct module *module)
{
    const xmlNode *root = xmlDocGetRootElement(module->doc);

    if (!root || (!is_xsl_named(root, "stylesheet")
            && !is_xsl_named(root, "transform")))
        give_up(compiling->pool->out, "no stylesheet", module->path);
    return root;
}

static struct module *named_module(struct compiling *compiling,
    const xmlNode *element)
{
    return module_of(compiling, module_path(compiling->pool,
        compiling->path, needed_attribute(compiling, element, "href")));
}

static void exclude(struct compiling *compiling, const char *uri)
{
    if (compiling->excluded_count == compiling->excluded_room) {
        size_t room = compiling->excluded_room
            ? 2 * compiling->excluded_room : 16;
        const char **larger = pool_new(compiling->pool, room,
            sizeof *larger);
        if (compiling->excluded_count)
            memcpy(larger, compiling->excluded,
                compiling->excluded_count * sizeof *larger);
        compiling->excluded = larger;
        compiling->excluded_room = room;
    }
    compiling->excluded[compiling->excluded_count++] = uri;
}

static void exclude_listed(struct compiling *compiling, const xmlNode *root,
    const char *attribute)
{
    const char *list = attribute_of(compiling, root, attribute);

    while (list && *(list += strspn(list, " \t\r\n"))) {
        size_t length = strcspn(list, " \t\r\n");
        char *prefix = pool_copy(compiling->pool, list, length);
        const xmlNs *ns = xmlSearchNs(root->doc, (xmlNodePtr)root,
            strcmp(prefix, "#default") == 0 ? NULL : BAD_CAST prefix);
        if (ns)
            exclude(compiling, (const char *)ns->href);
        list += length;
    }
}

static void visit(struct compiling *compiling, const struct module *module,
    each_element *each, int depth);

static void visit_imports(struct compiling *compiling,
    const struct module *module, each_element *each, int depth)
{
    const xmlNode *root = root_of(compiling, module);

    if (depth > MODULES_DEEP)
        give_up(compiling->pool->out, "modules of themselves", module->path);
    if (++compiling->visits > VISITS_MAX)
        give_up(compiling->pool->out, program_endless, module->path);
    for (const xmlNode *node = root->children; node; node = node->next) {
        compiling->path = module->path;
        if (is_xsl_named(node, "import"))
            visit(compiling, named_module(compiling, node), each, depth + 1);
        else if (is_xsl_named(node, "include"))
            visit_imports(compiling, named_module(compiling, node), each,
                depth + 1);
    }
}

static void visit_own(struct compiling *compiling,
    const struct module *module, each_element *each)
{
    const xmlNode *root = root_of(compiling, module);

    exclude_listed(compiling, root, "exclude-result-prefixes");
    exclude_listed(compiling, root, "extension-element-prefixes");
    for (const xmlNode *node = root->children; node; node = node->next) {
        compiling->path = module->path;
        if (is_xsl_named(node, "include"))
            visit_own(compiling, named_module(compiling, node), each);
        else if (node->type == XML_ELEMENT_NODE
                && !is_xsl_named(node, "import"))
            each(compiling, node);
        else if (node->type != XML_ELEMENT_NODE
                && node->type != XML_COMMENT_NODE && !is_blank(node))
            refuse_element(compiling, node, "text outside of templates");
    }
}

static void visit(struct compiling *compiling, const struct module *module,
    each_element *each, int depth)
{
    visit_imports(compiling, module, each, depth);
    compiling->precedence++;
    compiling->excluded_count = 0;
    visit_own(compiling, module, each);
}

void modules_load(struct compiling *compiling, const char *path)
{
    load(compiling, pool_copy(compiling->pool, path, strlen(path)));
}

void modules_each(struct compiling *compiling, each_element *each)
{
    const struct module *first = compiling->program->modules;

    while (first->next)         /* the newest stands before it */
        first = first->next;
    compiling->precedence = 0;
    visit(compiling, first, each, 0);
}
