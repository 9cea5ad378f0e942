/* document(): one that cannot be loaded stops the run that asks for it, and
 * libxslt reports it. */

#include "7_forms/xslt/documents.h"

#include <stdlib.h>
#include <string.h>
#include <libxslt/xsltInternals.h>

#include "0_base/xml.h"
#include "7_forms/xslt/compiling.h"
#include "7_forms/xslt/instructions.h"

static xmlDocPtr load(const struct resources *resources, const char *path,
    struct way_out *out)
{
    struct findings *findings = findings_new();

    if (!findings)
        give_up(out, "no memory", NULL);
    xmlDocPtr doc = xml_load_with(resources, path, NULL,
        XSLT_PARSE_OPTIONS & ~XML_PARSE_NOENT, findings);
    findings_free(findings);
    return doc;
}

static struct known_document *find_known(const struct program *program,
    const char *path)
{
    struct known_document *known = program->documents;

    while (known && strcmp(known->path, path) != 0)
        known = known->next;
    return known;
}

static struct known_document *know(struct program *program,
    const char *path)
{
    struct known_document *known = find_known(program, path);

    if (known)
        return known;
    known = pool_new(&program->pool, 1, sizeof *known);
    known->path = path;
    known->next = program->documents;
    program->documents = known;
    known->doc = load(&program->resources, path, &program->out);
    if (!known->doc)
        return known;
    tree_begin(&known->tree, &program->pool, program->pool.left);
    known->tree.serial = ++program->document_count;
    tree_copy(&known->tree, known->doc, &program->names);
    return known;
}

static struct value root_of(struct tree *tree, struct context *context)
{
    struct nodes nodes = { 0 };

    nodes_add(&nodes, tree->root, context->pool);
    return value_nodes(nodes);
}

struct value known_document_value(const struct expr *expr,
    struct context *context)
{
    struct known_document *known = find_known(context->run->program,
        expr->text.at);

    if (!known || !known->doc)
        give_up(context->pool->out, "a document that is not there", NULL);
    return root_of(&known->tree, context);
}

struct value document_value(const struct expr *expr, struct context *context)
{
    struct run *run = context->run;
    struct text text = expr_text(expr->arguments[0], context);
    const char *path = module_path(&run->kept, expr->text.at,
        pool_copy(context->pool, text.at, text.length));
    struct known_document *known = find_known(run->program, path);
    struct loaded *loaded = run->loaded;

    if (known && known->doc)
        return root_of(&known->tree, context);
    while (loaded && strcmp(loaded->path, path) != 0)
        loaded = loaded->next;
    if (loaded)
        return root_of(&loaded->tree, context);
    loaded = pool_new(&run->kept, 1, sizeof *loaded);
    loaded->path = path;
    loaded->next = run->loaded;
    loaded->doc = load(&run->program->resources, path, &run->out);
    if (!loaded->doc)
        give_up(context->pool->out, "a document that is not there", NULL);
    run->loaded = loaded;
    tree_begin(&loaded->tree, &run->kept, run->kept.left);
    loaded->tree.serial = ++run->serial;
    tree_copy(&loaded->tree, loaded->doc, &run->names);
    return root_of(&loaded->tree, context);
}

const struct expr *document_call(struct program *program, const char *base,
    const struct expr *address)
{
    struct expr *expr = pool_new(&program->pool, 1, sizeof *expr);

    expr->type = TYPE_NODES;
    expr->count = 1;
    expr->arguments = pool_get(&program->pool, sizeof *expr->arguments);
    expr->arguments[0] = address;
    expr->uses_node = address->uses_node;
    expr->uses_position = address->uses_position;
    expr->uses_size = address->uses_size;
    expr->evaluate = document_value;
    expr->text = text_of_string(base);
    if (address->is_constant) {
        expr->evaluate = known_document_value;
        expr->text = text_of_string(module_path(&program->pool, base,
            address->text.at));
        know(program, expr->text.at);
    }
    return expr;
}

void documents_free(struct loaded *loaded)
{
    for (; loaded; loaded = loaded->next) {
        tree_free(&loaded->tree);
        xmlFreeDoc(loaded->doc);
    }
}
