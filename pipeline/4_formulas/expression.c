/* XPath compiled, evaluated on a submission, and quoted within sentences. */

#include "4_formulas/expression.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <libxml/xpathInternals.h>

#include "0_base/findings_add.h"
#include "0_base/signs.h"
#include "0_base/utf8.h"
#include "0_base/xml_memory.h"
#include "3_transform/submission.h"

/* Steps of one evaluation: many times what all texts of a large set take. */
#define STEPS_MAX 300000000

/* Characters of an expression that a finding has room for. */
#define QUOTED_MAX 300

/* Words for the error numbers of libxml2, which gives no words where errors
 * have a handler.  The first row stands for an undefined prefix, which has no
 * number either. */
static const struct {
    int error;
    enum phrase words;
} reasons[] = {
    { XML_XPATH_EXPRESSION_OK, PHRASE_XPATH_NONE },
    { XML_XPATH_EXPRESSION_OK + XPATH_OP_LIMIT_EXCEEDED,
        PHRASE_XPATH_ENDLESS },
    { XML_XPATH_UNFINISHED_LITERAL_ERROR, PHRASE_XPATH_UNCLOSED_STRING },
    { XML_XPATH_START_LITERAL_ERROR, PHRASE_XPATH_UNOPENED_STRING },
    { XML_XPATH_VARIABLE_REF_ERROR, PHRASE_XPATH_NO_NAME },
    { XML_XPATH_UNDEF_VARIABLE_ERROR, PHRASE_XPATH_NO_VARIABLE },
    { XML_XPATH_INVALID_PREDICATE_ERROR, PHRASE_XPATH_PREDICATE },
    { XML_XPATH_EXPR_ERROR, PHRASE_XPATH_NO_EXPRESSION },
    { XML_XPATH_UNCLOSED_ERROR, PHRASE_XPATH_UNCLOSED },
    { XML_XPATH_UNKNOWN_FUNC_ERROR, PHRASE_XPATH_NO_FUNCTION },
    { XML_XPATH_INVALID_OPERAND, PHRASE_XPATH_OPERAND },
    { XML_XPATH_INVALID_TYPE, PHRASE_XPATH_TYPE },
    { XML_XPATH_INVALID_ARITY, PHRASE_XPATH_ARITY },
};

static enum phrase reason_of(const xmlError *error)
{
    for (size_t k = 1; k < sizeof reasons / sizeof *reasons; k++)
        if (reasons[k].error == error->code)
            return reasons[k].words;
    return reasons[0].words;
}

void expression_reject(const struct expression *expression,
    enum phrase reason, const char *name, struct findings *findings)
{
    size_t head = utf8_head(expression->text, QUOTED_MAX);
    struct buffer quoted = BUFFER_EMPTY;
    char line[24];

    snprintf(line, sizeof line, "%ld", expression->origin.line);
    buffer_printf(&quoted, "%.*s%s", (int)head, expression->text,
        expression->text[head] ? SIGN_CUT : "");
    findings_add_reasoned(findings, CATALOGUE_EXPRESSION_MALFORMED, "",
        reason, name, "path", expression->origin.path, "line", line, "code",
        expression->origin.code, "expression", buffer_string(&quoted), NULL);
    if (quoted.failed)
        findings_out_of_memory(findings);
    buffer_free(&quoted);
}

static void report_xpath_error(const struct expression *expression,
    const xmlError *error, struct findings *findings)
{
    if (xml_is_lack(error))
        findings_out_of_memory(findings);
    else
        expression_reject(expression, reason_of(error), "", findings);
}

/* Errors are kept in the context's lastError, and not printed. */
static void keep_quiet(void *user, xmlErrorPtr error)
{
    (void)user;
    (void)error;
}

bool evaluation_begin(struct evaluation *evaluation, xmlDocPtr submission,
    const struct print_style *style, struct findings *findings)
{
    evaluation->exact = (struct exact){ .style = style };
    evaluation->findings = findings;
    evaluation->first = findings_count(findings);
    evaluation->native = NULL;
    evaluation->compares = false;
    evaluation->context = xmlXPathNewContext(submission);
    if (evaluation->context
        && exact_register_xpath(evaluation->context, &evaluation->exact)
        && xmlXPathContextSetCache(evaluation->context, 1, -1, 0) == 0) {
        evaluation->context->error = keep_quiet;
        evaluation->native = native_begin(evaluation->context);
        return true;
    }
    evaluation_end(evaluation);
    findings_out_of_memory(findings);
    return false;
}

void evaluation_end(struct evaluation *evaluation)
{
    native_end(evaluation->native);
    evaluation->native = NULL;
    xmlXPathFreeContext(evaluation->context);
    evaluation->context = NULL;
}

void evaluation_refresh(struct evaluation *evaluation)
{
    if (evaluation->native)
        native_refresh(evaluation->native);
}

/* What libxml2 makes of an expression.  NULL, with the reason in the context,
 * which holds the errors and the depth alone: xmlXPathNewContext() would
 * register the functions of XPath, which takes longer than to compile. */
static xmlXPathCompExprPtr compile_reference(const char *source,
    xmlXPathContextPtr context)
{
    struct xml_hush hush = xml_hush();

    *context = (xmlXPathContext){ .error = keep_quiet };
    xmlXPathCompExprPtr compiled = xmlXPathCtxtCompile(context,
        BAD_CAST source);
    xml_unhush(hush);
    return compiled;
}

/* Compiles an expression that findings show as the text; takes what the
 * program made of it, and the source for libxml2. */
static bool compile(struct expression *expression, struct native *native,
    char *source, const char *text, struct expression_origin origin,
    struct findings *findings)
{
    xmlXPathContext context = {0};
    unsigned long before = xml_memory_lacked();

    *expression = (struct expression){ .origin = origin,
        .native = native, .source = source, .text = strdup(text) };
    if (expression->text && source && !expression->native)
        expression->compiled = compile_reference(source, &context);
    if (!expression->text || !source || xml_memory_lacked() != before)
        findings_out_of_memory(findings);
    else if (!expression->native && !expression->compiled)
        report_xpath_error(expression, &context.lastError, findings);
    xmlResetError(&context.lastError);
    bool good = expression->text && source && (native
        || expression->compiled);
    if (!good)
        expression_free(expression);
    return good;
}

/* Whether libxml2 would compile the path as a pattern, which it then matches
 * against every node down to the depth of the path. */
static bool is_plain_path(const char *text)
{
    return strchr(text, '/') && !strpbrk(text, "[(@");
}

/* The text between what stands before and behind it; NULL if memory runs
 * out. */
static char *surround(const char *before, const char *text,
    const char *behind)
{
    size_t size = strlen(before) + strlen(text) + strlen(behind) + 1;
    char *whole = malloc(size);

    if (whole)
        snprintf(whole, size, "%s%s%s", before, text, behind);
    return whole;
}

bool expression_compile(struct expression *expression, const char *text,
    struct expression_origin origin, struct findings *findings)
{
    bool plain = is_plain_path(text);

    return compile(expression, native_compile(text),
        surround(plain ? "(" : "", text, plain ? ")" : ""), text, origin,
        findings);
}

/* For libxml2 the test is compiled by itself first, since "true()) or
 * (false()" would pass when it stands in parentheses. */
bool expression_compile_filter(struct expression *expression,
    const char *test, struct expression_origin origin,
    struct findings *findings)
{
    struct native *native = native_compile_filter(EXPRESSION_NODES, test);

    if (!native && !expression_compile(expression, test, origin, findings))
        return false;
    if (!native)
        expression_free(expression);
    return compile(expression, native, surround("$" EXPRESSION_NODES "[not(",
        test, ")]"), test, origin, findings);
}

void expression_free(struct expression *expression)
{
    native_free(expression->native);
    if (expression->compiled)
        xmlXPathFreeCompExpr(expression->compiled);
    free(expression->source);
    free(expression->text);
    *expression = (struct expression){0};
}

/* NULL, with the reason in the context of the evaluation, where libxml2 cannot
 * evaluate it either. */
static xmlXPathObjectPtr evaluate_reference(
    const struct expression *expression, xmlXPathContextPtr context)
{
    xmlXPathContext compiling = {0};
    xmlXPathCompExprPtr compiled = expression->compiled
        ? expression->compiled
        : compile_reference(expression->source, &compiling);

    context->opLimit = STEPS_MAX;
    context->opCount = 0;
    xmlResetError(&context->lastError);
    /* libxml2 reports unknown functions to the handler of the thread, not to
     * the one of the context. */
    struct xml_hush hush = xml_hush();
    xmlXPathObjectPtr result = compiled ? xmlXPathCompiledEval(compiled,
        context) : NULL;
    xml_unhush(hush);
    if (compiled != expression->compiled)
        xmlXPathFreeCompExpr(compiled);
    xmlResetError(&compiling.lastError);
    return result;
}

/* NULL where libxml2 has to do it, with nothing changed. */
static xmlXPathObjectPtr evaluate_native(const struct expression *expression,
    struct evaluation *evaluation, xmlNodePtr node)
{
    struct exact exact = evaluation->exact;
    struct sum sum = exact.sum ? *exact.sum : (struct sum){0};

    if (!expression->native || !evaluation->native)
        return NULL;
    xmlXPathObjectPtr result = native_evaluate(expression->native,
        evaluation->native, node);
    if (!result) {
        if (exact.sum)
            *exact.sum = sum;
        evaluation->exact = exact;
    }
    return result;
}

static bool are_same_nodes(const xmlNodeSet *a, const xmlNodeSet *b)
{
    int count = xmlXPathNodeSetGetLength(a), k = 0;

    if (count != xmlXPathNodeSetGetLength(b))
        return false;
    while (k < count && a->nodeTab[k] == b->nodeTab[k])
        k++;
    return k == count;
}

static bool is_same(const xmlXPathObject *a, const xmlXPathObject *b)
{
    if (a->type != b->type)
        return false;
    switch (a->type) {
    case XPATH_BOOLEAN:
        return a->boolval == b->boolval;
    case XPATH_NUMBER:
        return memcmp(&a->floatval, &b->floatval, sizeof a->floatval) == 0
            || (isnan(a->floatval) && isnan(b->floatval));
    case XPATH_STRING:
        return xmlStrEqual(a->stringval, b->stringval);
    default:
        return are_same_nodes(a->nodesetval, b->nodesetval);
    }
}

/* Rejects an expression for which libxml2 finds something else; false where
 * memory runs out. */
static bool compare(const struct expression *expression,
    struct evaluation *evaluation, const xmlXPathObject *result)
{
    struct exact exact = evaluation->exact;
    struct sum sum = exact.sum ? *exact.sum : (struct sum){0};
    xmlXPathObjectPtr other = evaluate_reference(expression,
        evaluation->context);
    bool lacks = !other && xml_is_lack(&evaluation->context->lastError);

    if (!lacks && (!other || !is_same(result, other)
            || exact.lack != evaluation->exact.lack))
        expression_reject(expression, PHRASE_XPATH_DIFFERS, "",
            evaluation->findings);
    xmlXPathFreeObject(other);
    if (exact.sum)
        *exact.sum = sum;
    evaluation->exact = exact;
    return !lacks;
}

static bool is_endless(const struct expression *expression,
    const struct evaluation *evaluation)
{
    return expression->native && evaluation->native
        && native_is_endless(evaluation->native);
}

xmlXPathObjectPtr expression_evaluate(const struct expression *expression,
    struct evaluation *evaluation, xmlNodePtr node)
{
    xmlXPathContextPtr context = evaluation->context;
    unsigned long before = xml_memory_lacked();

    context->node = node;
    xmlXPathObjectPtr result = evaluate_native(expression, evaluation, node);
    if (result && evaluation->compares
        && !compare(expression, evaluation, result)) {
        findings_out_of_memory(evaluation->findings);
        xmlXPathFreeObject(result);
        return NULL;
    }
    if (!result && evaluation->native)
        native_forget(evaluation->native);
    if (!result && is_endless(expression, evaluation)) {
        expression_reject(expression, PHRASE_XPATH_ENDLESS, "",
            evaluation->findings);
        return NULL;
    }
    bool refers = !result && xml_memory_lacked() == before;
    bool listed = !refers || submission_list(context->doc);
    if (refers && listed)
        result = evaluate_reference(expression, context);
    if (xml_memory_lacked() != before || !listed)
        findings_out_of_memory(evaluation->findings);
    else if (!result)
        report_xpath_error(expression, &context->lastError,
            evaluation->findings);
    return result;
}
