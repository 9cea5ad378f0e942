/* A compiled stylesheet, run on a tree. */

#include "7_forms/xslt/program_run.h"

#include <stdlib.h>
#include <stdint.h>
#include <string.h>

#include "0_base/xml_memory.h"
#include "0_base/xml_pieces.h"
#include "4_formulas/xpath/foreign.h"
#include "7_forms/xslt/documents.h"
#include "7_forms/xslt/fragment.h"
#include "7_forms/xslt/instructions.h"
#include "7_forms/xslt/sinks.h"

/* As reference.c has it for libxslt: for a start, and for each node of the
 * source. */
#define STEPS_MIN 2000000UL
#define STEPS_PER_NODE 2500UL
#define TESTS_MIN 50000000UL
#define TESTS_PER_NODE 20000UL
#define BYTES_MIN ((size_t)256 << 20)
#define BYTES_PER_NODE ((size_t)16 << 10)

static void begin(struct run *run, const struct program *program,
    const struct print_style *style)
{
    *run = (struct run){ .program = program, .machine = { .style = style } };
    pool_begin(&run->passing, BYTES_MIN, &run->out);
    pool_begin(&run->lasting, BYTES_MIN, &run->out);
    pool_begin(&run->kept, BYTES_MIN, &run->out);
}

static void finish(struct run *run)
{
    fragments_free(run);
    documents_free(run->loaded);
    foreign_free(run->machine.foreign);
    open_stack_free(&run->open);
    buffer_free(&run->words);
    tree_free(&run->source);
    pool_free(&run->passing);
    pool_free(&run->lasting);
    pool_free(&run->kept);
}

static void set_limits(struct run *run)
{
    size_t count = run->source.count;

    run->steps = STEPS_MIN + STEPS_PER_NODE * count;
    run->machine.tests = TESTS_MIN + TESTS_PER_NODE * count;
    run->passing.left += BYTES_PER_NODE * count;
    run->bytes = BYTES_MIN + BYTES_PER_NODE * count;
}

static const struct mode *unnamed_mode(const struct program *program)
{
    const struct mode *mode = program->modes;

    while (mode && mode->name)
        mode = mode->next;
    return mode;
}

/* Variables are as the stylesheet has them. */
static void take_parameter(struct run *run, const struct parameter *parameter)
{
    const struct program *program = run->program;

    for (size_t k = 0; k < program->global_count; k++) {
        const struct name *name = program->globals[k].binding.name;
        if (strcmp(name->local, parameter->name) == 0 && !*name->uri
                && program->globals[k].is_parameter)
            run->globals[k] = value_text(text_of_string(parameter->value));
    }
}

static void run_all(struct run *run, xmlDocPtr source,
    const struct sink *sink, struct buffer *bytes, xmlDocPtr doc)
{
    const struct program *program = run->program;
    const struct mode *mode = unnamed_mode(program);
    struct result result;

    names_begin(&run->names, &run->kept, &program->names);
    run->serial = program->document_count + 1;
    tree_begin(&run->source, &run->kept, SIZE_MAX);
    run->source.serial = run->serial;
    tree_copy(&run->source, source, &run->names);
    set_limits(run);
    run->globals = pool_new(&run->kept, program->global_count + 1,
        sizeof *run->globals);
    run->being_made = pool_new(&run->kept, program->global_count + 1, 1);
    if (run->parameter)
        take_parameter(run, run->parameter);
    result_begin(&result, sink, &run->open, &run->passing);
    result.run = run;
    result.bytes = bytes;
    result.doc = doc;
    run->result = &result;
    struct context context = { .machine = &run->machine, .run = run,
        .position = 1, .size = 1, .pool = &run->passing };
    if (!mode)
        give_up(&run->out, "no template", NULL);
    node_process(run->source.root, mode, &context);
    result_finish(&result);
}

static const struct sink *const sinks[] = { [METHOD_XML] = &xml_sink,
    [METHOD_HTML] = &html_sink, [METHOD_TEXT] = &plain_sink };

static void write_head(const struct output *output, struct buffer *out)
{
    if (output->method == METHOD_HTML)
        buffer_add_string(out, "<!DOCTYPE html>\n");
    if (output->method != METHOD_XML || output->omits_declaration)
        return;
    buffer_add_string(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"");
    if (output->has_standalone)
        buffer_add_string(out, output->standalone ? " standalone=\"yes\""
            : " standalone=\"no\"");
    buffer_add_string(out, "?>\n");
}

/* False where the work was given up.  libxml2 goes on where it has no memory
 * for a text, without it. */
static bool is_done(struct run *run, xmlDocPtr source,
    const struct sink *sink, struct buffer *bytes, xmlDocPtr doc)
{
    unsigned long lacked = xml_memory_lacked() + xml_memory_refused();

    if (setjmp(run->out.back) != 0)
        return false;
    run_all(run, source, sink, bytes, doc);
    if ((bytes && bytes->failed)
            || xml_memory_lacked() + xml_memory_refused() != lacked)
        give_up(&run->out, "no memory", NULL);
    return true;
}

bool program_write(const struct program *program, xmlDocPtr source,
    const struct print_style *style, struct buffer *out, const char **why)
{
    const struct output *output = &program->output;
    size_t before = out->length;
    struct run run;

    begin(&run, program, style);
    write_head(output, out);
    size_t begun = out->length;
    bool good = is_done(&run, source, sinks[output->method], out, NULL);
    if (!good || out->length == begun)      /* no bytes of nothing */
        buffer_cut(out, before);
    else if (output->ends_line)
        buffer_add_char(out, '\n');
    *why = good ? NULL : run.out.why;
    finish(&run);
    return good;
}

xmlDocPtr program_make(const struct program *program, xmlDocPtr source,
    const struct print_style *style, const struct parameter *parameter,
    const char **why)
{
    xmlDocPtr doc = xmlNewDoc(BAD_CAST "1.0");
    struct run run;

    *why = "no memory";
    if (!doc)
        return NULL;
    struct xml_hush hush = xml_hush();
    xml_pieces_begin();
    struct buffer words = BUFFER_EMPTY;
    doc->encoding = xmlStrdup(BAD_CAST "UTF-8");
    doc->dict = xmlDictCreate();        /* holds each name once */
    begin(&run, program, style);
    run.parameter = parameter;
    bool good = doc->encoding && doc->dict
        && is_done(&run, source, &doc_sink, &words, doc);
    *why = good ? NULL : run.out.why;
    finish(&run);
    buffer_free(&words);
    xml_pieces_end();
    xml_unhush(hush);
    if (!good)
        xmlFreeDoc(doc);
    return good ? doc : NULL;
}
