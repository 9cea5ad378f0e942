/* Stylesheets by libxslt, with nothing to read but the resources. */

#include "7_forms/reference.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/findings_add.h"
#include "0_base/libxslt.h"
#include "0_base/xml.h"
#include "0_base/xml_memory.h"
#include "3_transform/submission.h"
#include "4_formulas/exact.h"
#include "7_forms/sheet_fault.h"

/* How many steps a stylesheet may take, and nodes it may make, for each node of
 * its source, and how many more for a start.  It usually takes some 25 steps,
 * and 300 operations of XPath; one that takes many times as many is taken for
 * endless. */
#define STEPS_PER_NODE 2500
#define STEPS_MIN 2000000
#define PATHS_PER_NODE 20000UL  /* operations of XPath */
#define PATHS_MIN 50000000UL
#define NODES_PER_NODE 1000
#define NODES_MIN 1000000
#define BYTES_PER_NODE ((size_t)64 << 10)     /* in large pieces */
#define BYTES_MIN ((size_t)256 << 20)

/* For the file, line and element that libxslt names. */
#define PLACE_SIZE 300

struct reference {
    xsltStylesheetPtr compiled;
    xsltSecurityPrefsPtr security;
    struct resources resources;
    char *path;
};

/* A stylesheet while it is compiled or applied, and what libxslt has
 * reported. */
struct work {
    struct buffer said;         /* by libxslt */
    struct findings *findings;  /* load() adds its own */
    size_t before;              /* how many there were */
    xmlGenericErrorFunc heard;  /* libxml2's, of this thread, to restore */
    void *heard_by;
    xsltTransformContextPtr context;    /* NULL while compiling */
    size_t made, most;          /* nodes, and how many there may be */
    xmlNodePtr beyond;          /* the instruction that made more, or NULL */
    unsigned long lacked, refused;      /* of memory, before */
};

/*
 * libxslt reports errors of a compilation through one function of the whole
 * process, and loads through another; each thread has its own work.
 */
static _Thread_local struct work *working;

static void __attribute__((format(printf, 2, 3))) collect(void *user,
    const char *format, ...)
{
    char text[1024];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    (void)user;
    if (working)
        buffer_add_string(&working->said, text);
}

static const struct resources *resources_of(void *context, xsltLoadType type)
{
    if (type == XSLT_LOAD_DOCUMENT) {
        xsltTransformContextPtr transform = context;
        struct reference *reference = transform->style->_private;
        return &reference->resources;
    }
    xsltStylesheetPtr compiled = context;
    while (compiled->parent)
        compiled = compiled->parent;
    struct reference *reference = compiled->_private;
    return &reference->resources;
}

/* Loads what stylesheets name: resources alone. */
static xmlDocPtr load(const xmlChar *address, xmlDictPtr dictionary,
    int options, void *context, xsltLoadType type)
{
    const char *text = (const char *)address;

    if (!working)
        return NULL;
    if (strncmp(text, XML_SCHEME, strlen(XML_SCHEME)) == 0)
        return xml_load_with(resources_of(context, type),
            text + strlen(XML_SCHEME), dictionary, options,
            working->findings);
    if (xml_memory_lacked() != working->lacked)
        return NULL;
    findings_add_reasoned(working->findings, CATALOGUE_RESOURCE_MISSING, "",
        PHRASE_PATH_NO_RESOURCE, "", "path", text, NULL);
    return NULL;
}

/* Its extensions, loader and message function are of the whole process. */
static bool set_up(struct findings *findings)
{
    unsigned long lacked = xml_memory_lacked();

    if (!libxslt_open(findings) || !libexslt_open(findings))
        return false;
    exsltRegisterAll();
    xsltSetLoaderFunc(load);
    xsltSetGenericErrorFunc(NULL, collect);
    if (xml_memory_lacked() == lacked)
        return true;
    findings_out_of_memory(findings);
    return false;
}

/* Before the first stylesheet. */
static bool begin(struct findings *findings)
{
    static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
    static bool is_set_up;

    pthread_mutex_lock(&one_at_a_time);
    is_set_up = is_set_up || set_up(findings);
    bool good = is_set_up;
    pthread_mutex_unlock(&one_at_a_time);
    return good;
}

static size_t count_nodes(const xmlNode *node)
{
    size_t count = 0;
    const xmlNode *root = node;

    while (node) {
        count++;
        if (node->children && node->type != XML_ENTITY_REF_NODE) {
            node = node->children;
            continue;
        }
        while (node != root && !node->next)
            node = node->parent;
        node = node == root ? NULL : node->next;
    }
    return count;
}

/* libxslt limits its steps itself, but not what one of them copies. */
static void count_made(xmlNodePtr node)
{
    (void)node;
    if (!working || !working->context || ++working->made <= working->most)
        return;
    if (!working->beyond)
        working->beyond = working->context->inst;
    working->context->state = XSLT_STATE_STOPPED;
}

static void set_limits(struct work *work, xsltTransformContextPtr context,
    xmlDocPtr source)
{
    size_t count = count_nodes((const xmlNode *)source);

    context->opLimit = STEPS_MIN + count * STEPS_PER_NODE;
    context->xpathCtxt->opLimit = PATHS_MIN + count * PATHS_PER_NODE;
    work->most = NODES_MIN + count * NODES_PER_NODE;
    work->context = context;
    xmlRegisterNodeDefault(count_made);
    xml_memory_allow(BYTES_MIN + count * BYTES_PER_NODE);
}

/* Whether one of the limits ended the work, and not a fault. */
static bool has_no_end(const struct work *work)
{
    return work->context && (work->made > work->most
        || xml_memory_refused() != work->refused
        || work->context->opCount >= work->context->opLimit
        || work->context->xpathCtxt->opCount
            >= work->context->xpathCtxt->opLimit
        || strstr(buffer_string(&work->said), "recursion"));
}

static void work_begin(struct work *work, struct findings *findings)
{
    *work = (struct work){ .findings = findings,
        .before = findings_count(findings),
        .lacked = xml_memory_lacked(), .refused = xml_memory_refused(),
        .heard = xmlGenericError, .heard_by = xmlGenericErrorContext };
    working = work;
    xmlResetLastError();
    xmlSetGenericErrorFunc(NULL, collect);      /* XPath errors */
}

static void work_end(struct work *work)
{
    working = NULL;
    xmlRegisterNodeDefault(NULL);
    xml_memory_allow(SIZE_MAX);
    xmlSetGenericErrorFunc(work->heard_by, work->heard);
    buffer_free(&work->said);
}

static bool has_loaded_all(const struct work *work)
{
    return findings_count(work->findings) == work->before;
}

/* Whether an expression, or a function that it calls, had too little memory. */
static bool has_lacked_memory(const struct work *work)
{
    const xmlError *last = xmlGetLastError();

    return xml_memory_lacked() != work->lacked || (last
        && xml_memory_refused() == work->refused && xml_is_lack(last));
}

/* What grew beyond a limit of ours, of which libxslt says nothing. */
static void say_growth(struct work *work)
{
    struct buffer *said = &work->said;
    char place[PLACE_SIZE] = "";
    const char *named = strstr(buffer_string(said), "file " XML_SCHEME);

    if (xml_memory_refused() != work->refused) {
        if (named)
            snprintf(place, sizeof place, "%.*s: ",
                (int)strcspn(named, "\n"), named);
        buffer_clear(said);
        buffer_printf(said, "%stoo large a text or table", place);
    } else if (work->beyond && said->length == 0) {
        buffer_printf(said, "file %s line %ld element %s: too many nodes",
            work->beyond->doc->URL, xmlGetLineNo(work->beyond),
            work->beyond->name);
    }
}

/* Reports why the work failed, unless load() has reported it already. */
static void report_failure(const struct reference *reference,
    struct work *work)
{
    struct buffer *said = &work->said, reason = BUFFER_EMPTY;

    if (!has_loaded_all(work))
        return;
    say_growth(work);
    sheet_fault_write(buffer_string(said), &reason);
    for (size_t k = 0; k < said->length; k++)
        if (said->bytes[k] == '\n')
            said->bytes[k] = ' ';
    while (said->length && said->bytes[said->length - 1] == ' ')
        buffer_cut(said, said->length - 1);
    if (said->failed || reason.failed || has_lacked_memory(work))
        findings_out_of_memory(work->findings);
    else
        findings_add(work->findings, has_no_end(work)
            ? CATALOGUE_STYLESHEET_ENDLESS : CATALOGUE_STYLESHEET_FAILED,
            (struct place){ 0, 0 }, NULL, "path", reference->path,
            "reason", buffer_string(&reason),
            "reason_en", buffer_string(said), NULL);
    buffer_free(&reason);
}

static bool forbid_all(struct reference *reference)
{
    static const xsltSecurityOption options[] = { XSLT_SECPREF_WRITE_FILE,
        XSLT_SECPREF_CREATE_DIRECTORY, XSLT_SECPREF_WRITE_NETWORK };

    reference->security = xsltNewSecurityPrefs();
    if (!reference->security)
        return false;
    for (size_t k = 0; k < sizeof options / sizeof *options; k++)
        if (xsltSetSecurityPrefs(reference->security, options[k],
                xsltSecurityForbid) != 0)
            return false;
    return true;
}

/* Whether a stylesheet strips spaces: libxslt would do that in the source
 * itself, which others read too. */
static bool changes_source(xsltStylesheetPtr compiled)
{
    while (compiled && !compiled->stripSpaces)
        compiled = xsltNextImport(compiled);
    return compiled != NULL;
}

static bool compile(struct reference *reference, struct findings *findings)
{
    xmlDocPtr doc = xml_load_with(&reference->resources, reference->path,
        NULL, XSLT_PARSE_OPTIONS & ~XML_PARSE_NOENT, findings);
    struct work work;

    if (!doc)
        return false;
    reference->compiled = xsltNewStylesheet();
    if (!reference->compiled) {
        xmlFreeDoc(doc);
        findings_out_of_memory(findings);
        return false;
    }
    reference->compiled->_private = reference;
    work_begin(&work, findings);
    bool good = xsltParseStylesheetUser(reference->compiled, doc) == 0;
    bool lacked = xml_memory_lacked() != work.lacked;
    if (!good) {
        /* libxslt does not free the document of a stylesheet that failed. */
        xsltFreeStylesheet(reference->compiled);
        reference->compiled = NULL;
        xmlFreeDoc(doc);
    } else if (!lacked && changes_source(reference->compiled)) {
        buffer_add_string(&work.said, "xsl:strip-space changes the source");
        good = false;
    }
    if (!good || lacked)
        report_failure(reference, &work);
    work_end(&work);
    return good && !lacked;
}

struct reference *reference_compile(const struct resources *resources,
    const char *path, struct findings *findings)
{
    if (!begin(findings))
        return NULL;
    struct reference *reference = calloc(1, sizeof *reference);
    if (!reference) {
        findings_out_of_memory(findings);
        return NULL;
    }
    reference->resources = *resources;
    reference->path = strdup(path);
    bool good = reference->path && forbid_all(reference);
    if (!good)
        findings_out_of_memory(findings);
    if (!good || !compile(reference, findings)) {
        reference_free(reference);
        return NULL;
    }
    return reference;
}

void reference_free(struct reference *reference)
{
    if (!reference)
        return;
    if (reference->compiled)
        xsltFreeStylesheet(reference->compiled);
    if (reference->security)
        xsltFreeSecurityPrefs(reference->security);
    free(reference->path);
    free(reference);
}

static bool pass(xsltTransformContextPtr context,
    const struct parameter *parameter)
{
    return !parameter || xsltQuoteOneUserParam(context,
        BAD_CAST parameter->name, BAD_CAST parameter->value) == 0;
}

xmlDocPtr reference_apply(const struct reference *reference,
    xmlDocPtr source, struct print_style style,
    const struct parameter *parameter, struct findings *findings)
{
    xsltTransformContextPtr context = xsltNewTransformContext(
        reference->compiled, source);
    struct work work;
    xmlDocPtr result = NULL;

    work_begin(&work, findings);
    if (!context || !submission_list(source)
        || !exact_register_xslt(context, &style)
        || !pass(context, parameter)
        || xsltSetCtxtSecurityPrefs(reference->security, context) != 0) {
        findings_out_of_memory(findings);
        goto out;
    }
    xsltSetTransformErrorFunc(context, NULL, collect);
    set_limits(&work, context, source);
    result = xsltApplyStylesheetUser(reference->compiled, source, NULL, NULL,
        NULL, context);
    if (!result || context->state != XSLT_STATE_OK || !has_loaded_all(&work)
        || has_lacked_memory(&work) || has_no_end(&work)) {
        report_failure(reference, &work);
        xmlFreeDoc(result);
        result = NULL;
    }
out:
    if (context)
        xsltFreeTransformContext(context);
    work_end(&work);
    return result;
}

bool reference_print(const struct reference *reference, xmlDocPtr result,
    struct buffer *out)
{
    xmlChar *bytes = NULL;
    int length = 0;
    bool good = xsltSaveResultToString(&bytes, &length, result,
        reference->compiled) == 0;     /* no bytes of an empty result */

    if (bytes)
        buffer_add(out, bytes, (size_t)length);
    xmlFree(bytes);
    return good && !out->failed;
}
