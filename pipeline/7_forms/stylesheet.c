/*
 * Stylesheets, compiled here where all that they use is known, and by libxslt
 * otherwise.  A run that is given up, for a message, a limit or an error, is
 * libxslt's, too: what it says of it is what is found.
 */

#include "7_forms/stylesheet.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/xml_memory.h"
#include "7_forms/reasons.h"
#include "7_forms/reference.h"
#include "7_forms/xslt/program_compile.h"
#include "7_forms/xslt/program_run.h"

struct stylesheet {
    struct program *program;    /* NULL: libxslt has it */
    struct reference *reference;        /* NULL until it is needed */
    struct resources resources;
    char *path;
};

static _Thread_local bool verifies;

void stylesheet_setup(void)
{
    xml_memory_watch();
}

void stylesheet_verify(bool is_on)
{
    verifies = is_on;
}

/* Where libxslt does what is not done here. */
static void tell(const struct stylesheet *stylesheet, const char *why,
    struct findings *findings)
{
    if (verifies)
        findings_add(findings, CATALOGUE_STYLESHEET_UNKNOWN,
            (struct place){ 0, 0 }, NULL, "path", stylesheet->path,
            "reason", reason_text(why, LANGUAGE_ZH),
            "reason_en", reason_text(why, LANGUAGE_EN), NULL);
}

struct stylesheet *stylesheet_compile(const struct resources *resources,
    const char *path, struct findings *findings)
{
    struct stylesheet *stylesheet = calloc(1, sizeof *stylesheet);
    const char *why;

    if (stylesheet)
        stylesheet->path = strdup(path);
    if (!stylesheet || !stylesheet->path) {
        findings_out_of_memory(findings);
        stylesheet_free(stylesheet);
        return NULL;
    }
    stylesheet->resources = *resources;
    stylesheet->program = program_compile(resources, path, &why);
    if (stylesheet->program)
        return stylesheet;
    if (why == program_endless)
        findings_add(findings, CATALOGUE_STYLESHEET_ENDLESS,
            (struct place){ 0, 0 }, NULL, "path", path,
            "reason", reason_text(why, LANGUAGE_ZH),
            "reason_en", reason_text(why, LANGUAGE_EN), NULL);
    else
        stylesheet->reference = reference_compile(resources, path, findings);
    if (stylesheet->reference) {
        tell(stylesheet, why, findings);
        return stylesheet;
    }
    stylesheet_free(stylesheet);
    return NULL;
}

void stylesheet_free(struct stylesheet *stylesheet)
{
    if (!stylesheet)
        return;
    program_free(stylesheet->program);
    reference_free(stylesheet->reference);
    free(stylesheet->path);
    free(stylesheet);
}

/* What a stylesheet is applied to. */
struct input {
    xmlDocPtr source;
    struct print_style style;
    const struct parameter *parameter;  /* NULL: none */
};

/* What libxslt makes of it: a tree, or its bytes where out is not NULL.  A
 * stylesheet that many threads apply is compiled for each run. */
static xmlDocPtr refer(const struct stylesheet *stylesheet,
    const struct input *input, struct buffer *out, struct findings *findings)
{
    struct reference *own = stylesheet->reference ? NULL
        : reference_compile(&stylesheet->resources, stylesheet->path,
            findings);
    const struct reference *reference = own ? own : stylesheet->reference;
    xmlDocPtr made = reference ? reference_apply(reference, input->source,
        input->style, input->parameter, findings) : NULL;

    if (made && out && !reference_print(reference, made, out)) {
        findings_out_of_memory(findings);
        xmlFreeDoc(made);
        made = NULL;
    }
    reference_free(own);
    return made;
}

static void add_doc(struct buffer *out, xmlDocPtr doc)
{
    xmlChar *bytes = NULL;
    int length = 0;

    xmlDocDumpMemory(doc, &bytes, &length);
    if (bytes)
        buffer_add(out, bytes, (size_t)length);
    out->failed |= !bytes;
    xmlFree(bytes);
}

/* Whether libxslt makes the same: of a tree where made is not NULL. */
static bool is_verified(const struct stylesheet *stylesheet,
    const struct input *input, xmlDocPtr made, const struct buffer *bytes,
    struct findings *findings)
{
    struct buffer ours = BUFFER_EMPTY, theirs = BUFFER_EMPTY;
    xmlDocPtr other = refer(stylesheet, input, made ? NULL : &theirs,
        findings);

    if (made && other) {
        add_doc(&ours, made);
        add_doc(&theirs, other);
        bytes = &ours;
    }
    bool failed = ours.failed || theirs.failed;
    bool same = other && !failed && bytes->length == theirs.length
        && memcmp(buffer_string(bytes), buffer_string(&theirs),
            theirs.length) == 0;
    if (failed)
        findings_out_of_memory(findings);
    else if (other && !same)
        findings_add(findings, CATALOGUE_STYLESHEET_DIFFERS,
            (struct place){ 0, 0 }, NULL, "path", stylesheet->path, NULL);
    xmlFreeDoc(other);
    buffer_free(&ours);
    buffer_free(&theirs);
    return same;
}

xmlDocPtr stylesheet_apply_with(const struct stylesheet *stylesheet,
    xmlDocPtr source, struct print_style style,
    const struct parameter *parameter, struct findings *findings)
{
    const struct input input = { source, style, parameter };
    const char *why = NULL;
    xmlDocPtr made = stylesheet->program ? program_make(stylesheet->program,
        source, &style, parameter, &why) : NULL;

    if (!made) {
        made = refer(stylesheet, &input, NULL, findings);
        if (made && why)
            tell(stylesheet, why, findings);
    } else if (verifies && !is_verified(stylesheet, &input, made, NULL,
            findings)) {
        xmlFreeDoc(made);
        made = NULL;
    }
    return made;
}

xmlDocPtr stylesheet_apply(const struct stylesheet *stylesheet,
    xmlDocPtr source, struct print_style style, struct findings *findings)
{
    return stylesheet_apply_with(stylesheet, source, style, NULL, findings);
}

bool stylesheet_write(const struct stylesheet *stylesheet, xmlDocPtr source,
    struct print_style style, struct buffer *out, struct findings *findings)
{
    const struct input input = { source, style, NULL };
    struct buffer bytes = BUFFER_EMPTY;
    const char *why = NULL;
    bool good = stylesheet->program && program_write(stylesheet->program,
        source, &style, &bytes, &why);

    if (good) {
        good = !verifies || is_verified(stylesheet, &input, NULL, &bytes,
            findings);
    } else {
        xmlDocPtr made = refer(stylesheet, &input, &bytes, findings);
        good = made != NULL;
        if (made && why)
            tell(stylesheet, why, findings);
        xmlFreeDoc(made);
    }
    if (good && out->length == 0) {
        buffer_free(out);
        *out = bytes;
        return true;
    }
    buffer_add(out, buffer_string(&bytes), good ? bytes.length : 0);
    buffer_free(&bytes);
    if (out->failed)
        findings_out_of_memory(findings);
    return good && !out->failed;
}
