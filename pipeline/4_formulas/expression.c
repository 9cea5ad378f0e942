/* XPath compiled, evaluated on a submission, and quoted within sentences. */

#include "4_formulas/expression.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <libxml/xpathInternals.h>

#include "0_base/xml_memory.h"

/* Steps of one evaluation: many times what all texts of a large set take. */
#define STEPS_MAX 300000000

/* Words for the error numbers of libxml2, which gives no words where errors
 * have a handler.  The first row stands for an undefined prefix, which has no
 * number either. */
static const struct {
    int error;
    const char *words;
} reasons[] = {
    { XML_XPATH_EXPRESSION_OK, "an undefined prefix, or no XPath" },
    { XML_XPATH_EXPRESSION_OK + XPATH_OP_LIMIT_EXCEEDED,
        "it has no end: too many steps" },
    { XML_XPATH_UNFINISHED_LITERAL_ERROR, "a string is not closed" },
    { XML_XPATH_START_LITERAL_ERROR, "a string is not opened" },
    { XML_XPATH_VARIABLE_REF_ERROR, "$ without a name" },
    { XML_XPATH_UNDEF_VARIABLE_ERROR, "undefined variable" },
    { XML_XPATH_INVALID_PREDICATE_ERROR, "invalid predicate" },
    { XML_XPATH_EXPR_ERROR, "not an expression" },
    { XML_XPATH_UNCLOSED_ERROR, "a parenthesis is not closed" },
    { XML_XPATH_UNKNOWN_FUNC_ERROR, "unknown function" },
    { XML_XPATH_INVALID_OPERAND, "no result that fits" },
    { XML_XPATH_INVALID_TYPE, "an operand of a wrong type" },
    { XML_XPATH_INVALID_ARITY, "wrong number of operands" },
};

static const char *reason_of(const xmlError *error)
{
    for (size_t k = 1; k < sizeof reasons / sizeof *reasons; k++)
        if (reasons[k].error == error->code)
            return reasons[k].words;
    return reasons[0].words;
}

void expression_reject(const struct expression *expression,
    const char *reason, struct findings *findings)
{
    char line[24];

    snprintf(line, sizeof line, "%ld", expression->origin.line);
    findings_add(findings, CATALOGUE_EXPRESSION_MALFORMED,
        (struct place){ 0, 0 }, NULL, "path", expression->origin.path,
        "line", line, "code", expression->origin.code,
        "expression", expression->text, "reason", reason, NULL);
}

static void report_xpath_error(const struct expression *expression,
    const xmlError *error, struct findings *findings)
{
    if (error->code == XML_XPATH_MEMORY_ERROR
        || error->code == XML_ERR_NO_MEMORY)
        findings_out_of_memory(findings);
    else
        expression_reject(expression, reason_of(error), findings);
}

/* Errors are kept in the context's lastError, and not printed. */
static void keep_quiet(void *user, xmlErrorPtr error)
{
    (void)user;
    (void)error;
}

static void __attribute__((format(printf, 2, 3))) say_nothing(void *user,
    const char *format, ...)
{
    (void)user;
    (void)format;
}

bool evaluation_begin(struct evaluation *evaluation, xmlDocPtr submission,
    const struct print_style *style, struct findings *findings)
{
    evaluation->exact = (struct exact){ .style = style };
    evaluation->findings = findings;
    evaluation->first = findings_count(findings);
    evaluation->context = xmlXPathNewContext(submission);
    if (evaluation->context
        && exact_register_xpath(evaluation->context, &evaluation->exact)
        && xmlXPathContextSetCache(evaluation->context, 1, -1, 0) == 0) {
        evaluation->context->error = keep_quiet;
        return true;
    }
    evaluation_end(evaluation);
    findings_out_of_memory(findings);
    return false;
}

void evaluation_end(struct evaluation *evaluation)
{
    xmlXPathFreeContext(evaluation->context);
    evaluation->context = NULL;
}

/* Compiles an expression that findings show as the text. */
static bool compile(struct expression *expression, const char *xpath,
    const char *text, struct expression_origin origin,
    struct findings *findings)
{
    /* Holds the errors and the depth alone.  xmlXPathNewContext() would
     * register the functions of XPath, which takes longer than to compile. */
    xmlXPathContext context = { .error = keep_quiet };
    xmlGenericErrorFunc heard = xmlGenericError;
    void *heard_by = xmlGenericErrorContext;

    *expression = (struct expression){ .origin = origin,
        .text = strdup(text) };
    unsigned long before = xml_memory_lacked();
    /* A lack of memory is reported to the handler of the thread, too. */
    xmlSetGenericErrorFunc(NULL, say_nothing);
    if (expression->text)
        expression->compiled = xmlXPathCtxtCompile(&context, BAD_CAST xpath);
    xmlSetGenericErrorFunc(heard_by, heard);
    if (!expression->text || xml_memory_lacked() != before)
        findings_out_of_memory(findings);
    else if (!expression->compiled)
        report_xpath_error(expression, &context.lastError, findings);
    xmlResetError(&context.lastError);
    if (!expression->compiled)
        expression_free(expression);
    return expression->compiled != NULL;
}

/* Whether libxml2 would compile the path as a pattern, which it then matches
 * against every node down to the depth of the path. */
static bool is_plain_path(const char *text)
{
    return strchr(text, '/') && !strpbrk(text, "[(@");
}

bool expression_compile(struct expression *expression, const char *text,
    struct expression_origin origin, struct findings *findings)
{
    struct buffer path = BUFFER_EMPTY;

    if (!is_plain_path(text))
        return compile(expression, text, text, origin, findings);
    buffer_printf(&path, "(%s)", text);
    bool good = !path.failed && compile(expression, buffer_string(&path),
        text, origin, findings);
    if (path.failed)
        findings_out_of_memory(findings);
    buffer_free(&path);
    return good;
}

/* The test is compiled by itself first, since "true()) or (false()" would pass
 * when it stands in parentheses. */
bool expression_compile_filter(struct expression *expression,
    const char *test, struct expression_origin origin,
    struct findings *findings)
{
    struct buffer filter = BUFFER_EMPTY;

    if (!expression_compile(expression, test, origin, findings))
        return false;
    expression_free(expression);
    buffer_printf(&filter, "$" EXPRESSION_NODES "[not(%s)]", test);
    bool good = !filter.failed && compile(expression, buffer_string(&filter),
        test, origin, findings);
    if (filter.failed)
        findings_out_of_memory(findings);
    buffer_free(&filter);
    return good;
}

void expression_free(struct expression *expression)
{
    if (expression->compiled)
        xmlXPathFreeCompExpr(expression->compiled);
    free(expression->text);
    *expression = (struct expression){0};
}

xmlXPathObjectPtr expression_evaluate(const struct expression *expression,
    struct evaluation *evaluation, xmlNodePtr node)
{
    xmlXPathContextPtr context = evaluation->context;

    xmlGenericErrorFunc heard = xmlGenericError;
    void *heard_by = xmlGenericErrorContext;

    context->node = node;
    context->opLimit = STEPS_MAX;
    context->opCount = 0;
    unsigned long before = xml_memory_lacked();
    xmlResetError(&context->lastError);
    /* libxml2 reports unknown functions to the handler of the thread, not to
     * the one of the context. */
    xmlSetGenericErrorFunc(NULL, say_nothing);
    xmlXPathObjectPtr result = xmlXPathCompiledEval(expression->compiled,
        context);
    xmlSetGenericErrorFunc(heard_by, heard);
    if (xml_memory_lacked() != before)
        findings_out_of_memory(evaluation->findings);
    else if (!result)
        report_xpath_error(expression, &context->lastError,
            evaluation->findings);
    return result;
}
