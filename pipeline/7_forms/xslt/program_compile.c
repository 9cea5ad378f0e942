/* Compiles what a stylesheet declares: templates, variables, keys. */

#include "7_forms/xslt/program_compile.h"

#include <libxml/xpathInternals.h>
#include <math.h>
#include <stdlib.h>

#include "7_forms/xslt/calls.h"
#include "7_forms/xslt/compiling.h"
#include "7_forms/xslt/dispatch.h"
#include "7_forms/xslt/documents.h"
#include "7_forms/xslt/instructions.h"
#include "7_forms/xslt/steady.h"

#define MEMORY_MAX ((size_t)256 << 20)

static const struct expr *find_variable(struct scope *scope,
    const struct name *name)
{
    struct compiling *compiling = (struct compiling *)scope;
    struct expr *expr = pool_new(compiling->pool, 1, sizeof *expr);
    const struct local *local = compiling->locals;

    while (local && local->name != name)
        local = local->outer;
    expr->type = TYPE_UNKNOWN;
    expr->evaluate = local ? local_value : global_value;
    expr->slot = local ? local->slot
        : find_global(compiling->program, name);
    if (!local && expr->slot == compiling->program->global_count)
        give_up(compiling->pool->out, "an unknown variable", name->local);
    return expr;
}

/* In patterns and keys, which XSLT has no variables in. */
static const struct expr *refuse_variable(struct scope *scope,
    const struct name *name)
{
    give_up(scope->pool->out, "a variable in a pattern", name->local);
}

static size_t find_key(struct scope *scope, const struct name *name)
{
    const struct program *program = ((struct compiling *)scope)->program;

    for (size_t k = 0; k < program->key_count; k++)
        if (program->keys[k]->name == name)
            return k;
    give_up(scope->pool->out, "an unknown key", name->local);
}

static const struct expr *find_document(struct scope *scope,
    const struct expr *address)
{
    struct compiling *compiling = (struct compiling *)scope;

    return document_call(compiling->program, compiling->path, address);
}

static void begin_frame(struct compiling *compiling, const char *path)
{
    compiling->path = path;
    compiling->locals = NULL;
    compiling->slots = 0;
}

static const xmlNode *compile_parameters(struct compiling *compiling,
    const xmlNode *node, struct template *template)
{
    struct binding **last = &template->parameters;

    for (; node; node = node->next) {
        if (is_xsl_named(node, "param")) {
            struct binding *binding = pool_new(compiling->pool, 1,
                sizeof *binding);
            compile_binding(compiling, node, binding);
            declare_local(compiling, binding);
            *last = binding;
            last = &binding->next;
        } else if (node->type == XML_ELEMENT_NODE
                || (node->type == XML_TEXT_NODE && !is_blank(node))) {
            break;
        }
    }
    return node;
}

static void add_rules(struct compiling *compiling, struct template *template)
{
    const char *match = attribute_of(compiling, template->element, "match");
    const char *priority = attribute_of(compiling, template->element,
        "priority");
    double stated = priority ? xmlXPathStringEvalNumber(BAD_CAST priority)
        : 0;

    if (isnan(stated) || (!match && !template->name)
            || (!match && template->mode_name))
        refuse_element(compiling, template->element, "another template");
    if (!match)
        return;
    struct mode *mode = compile_mode(compiling, template->mode_name);
    compiling->scope.element = template->element;
    compiling->scope.variable = refuse_variable;
    for (const struct pattern *pattern = pattern_read(&compiling->scope,
        match); pattern; pattern = pattern->next)
        dispatch_add(mode, compiling->pool, &(struct matching){
            .pattern = pattern, .template = template,
            .priority = priority ? stated : pattern->priority,
            .place = ++compiling->place });
    compiling->scope.variable = find_variable;
}

/* Templates are listed with the last one first. */
static void compile_templates(struct compiling *compiling,
    struct template *template)
{
    if (!template)
        return;
    size_t count = 0, k;
    for (struct template *one = template; one; one = one->next)
        count++;
    struct template **ordered = pool_get(compiling->pool,
        count * sizeof *ordered);
    k = count;
    for (struct template *one = template; one; one = one->next)
        ordered[--k] = one;
    for (k = 0; k < count; k++) {
        begin_frame(compiling, ordered[k]->path);
        compiling->inherited = ordered[k]->inherited;
        const xmlNode *rest = compile_parameters(compiling,
            ordered[k]->element->children, ordered[k]);
        ordered[k]->content = compile_content(compiling, rest, true);
        ordered[k]->slots = compiling->slots;
        add_rules(compiling, ordered[k]);
    }
}

static void compile_globals(struct compiling *compiling)
{
    struct program *program = compiling->program;

    for (size_t k = 0; k < program->global_count; k++) {
        struct global *global = &program->globals[k];
        begin_frame(compiling, global->path);
        compile_binding(compiling, global->element, &global->binding);
        global->slots = compiling->slots;
    }
}

/* What indexes look at: elements and texts. */
static struct pattern *key_pattern(struct compiling *compiling,
    const xmlNode *element)
{
    struct pattern *first = pattern_read(&compiling->scope,
        needed_attribute(compiling, element, "match"));

    for (const struct pattern *pattern = first; pattern;
        pattern = pattern->next)
        if (pattern->is_root || pattern->steps->axis == AXIS_ATTRIBUTE
                || (pattern->steps->test > TEST_SPACE
                && pattern->steps->test != TEST_TEXT))
            refuse_element(compiling, element, "a key of other nodes");
    return first;
}

static void compile_keys(struct compiling *compiling)
{
    struct program *program = compiling->program;

    compiling->scope.variable = refuse_variable;
    for (size_t k = 0; k < program->key_count; k++)
        for (struct key *key = program->keys[k]; key; key = key->next) {
            begin_frame(compiling, "");
            compiling->scope.element = key->element;
            key->pattern = key_pattern(compiling, key->element);
            key->use = compile_expr(compiling, key->element,
                needed_attribute(compiling, key->element, "use"));
        }
    compiling->scope.variable = find_variable;
}

static void compile(struct program *program, const char *path)
{
    struct compiling compiling = { .program = program,
        .pool = &program->pool, .instruction = compile_xsl,
        .scope = { .pool = &program->pool, .names = &program->names,
        .variable = find_variable, .key = find_key,
        .document = find_document, .call = stylesheet_call } };

    modules_load(&compiling, path);
    modules_each(&compiling, list_declaration);
    if (!program->has_output)
        give_up(&program->out, "no xsl:output", NULL);
    compile_globals(&compiling);
    compile_keys(&compiling);
    compile_templates(&compiling, program->templates);
    dispatch_finish(program);
    steady_find(program);
}

static bool compile_all(struct program *program, const char *path)
{
    if (setjmp(program->out.back) != 0)
        return false;
    names_begin(&program->names, &program->pool, NULL);
    compile(program, path);
    return true;
}

struct program *program_compile(const struct resources *resources,
    const char *path, const char **why)
{
    struct program *program = calloc(1, sizeof *program);

    *why = "no memory";
    if (!program)
        return NULL;
    program->resources = *resources;
    pool_begin(&program->pool, MEMORY_MAX, &program->out);
    if (compile_all(program, path))
        return program;
    *why = program->out.why;
    program_free(program);
    return NULL;
}

void program_free(struct program *program)
{
    if (!program)
        return;
    for (struct known_document *known = program->documents; known;
        known = known->next) {
        tree_free(&known->tree);
        xmlFreeDoc(known->doc);
    }
    for (struct module *module = program->modules; module;
        module = module->next)
        xmlFreeDoc(module->doc);
    steady_free(program);
    pool_free(&program->pool);
    free(program);
}
