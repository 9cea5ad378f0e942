/* The functions of text.h as XPath calls them. */

#include "6_rules/text.h"

#include <string.h>

#include "3_transform/submission.h"
#include "4_formulas/call.h"
#include "6_rules/text_checks.h"

static const struct {
    const char *name;
    text_check *check;
    int arguments;
} functions[] = {
    { "word", text_word, 2 },
    { "whole-word", text_whole_word, 2 },
    { "beginning", text_beginning, 2 },
    { "correction", text_correction, 2 },
    { "length", text_length, 1 },
    { "excerpt", text_excerpt, 2 },
    { "punctuation", text_punctuation, 1 },
    { "rare", text_rare, 1 },
    { "placeholder", text_placeholder, 1 },
    { "private", text_private, 2 },
    { "other-year", text_other_year, 2 },
    { "enumeration", text_enumeration, 1 },
    { "parts", text_parts, 1 },
    { "rate", text_rate, 1 },
    { "change", text_change, 1 },
    { "comparison", text_comparison, 1 },
    { "amounts", text_amounts, 1 },
};

#define FUNCTION_COUNT (sizeof functions / sizeof *functions)

text_check *text_check_find(const char *name, size_t length, int arguments)
{
    for (size_t k = 0; k < FUNCTION_COUNT; k++)
        if (functions[k].arguments == arguments
            && strlen(functions[k].name) == length
            && memcmp(functions[k].name, name, length) == 0)
            return functions[k].check;
    return NULL;
}

/* A string argument, which most often can be read where it stands. */
struct argument {
    const char *text;           /* NULL if memory ran out */
    xmlChar *owned;
};

static struct argument argument_of(struct call *call, int k)
{
    xmlXPathObjectPtr object = call->objects[k];
    xmlNodePtr node = call_node(call, k);
    const char *text = object->type == XPATH_STRING
        ? (const char *)object->stringval
        : node ? node_only_words(node) : NULL;

    if (text)
        return (struct argument){ text, NULL };
    xmlChar *owned = call_string(call, k);
    return (struct argument){ (const char *)owned, owned };
}

static void return_found(struct call *call, bool good,
    const struct buffer *found)
{
    if (!good) {
        xmlXPathSetError(call->parser, XPATH_INVALID_OPERAND);
    } else if (found->failed) {
        call_fail_memory(call);
    } else {
        call_return_string(call, buffer_string(found));
    }
}

/* All functions of the table above; which one, the call itself says. */
static void call_check(xmlXPathParserContextPtr parser, int given)
{
    const char *name = (const char *)parser->context->function;
    struct argument text = {0}, second = { "", NULL };
    struct buffer found = BUFFER_EMPTY;
    struct call call;
    size_t k = 0;

    while (strcmp(functions[k].name, name) != 0)
        k++;
    if (call_begin(&call, parser, given, functions[k].arguments)) {
        text = argument_of(&call, 0);
        if (functions[k].arguments > 1)
            second = argument_of(&call, 1);
        if (text.text && second.text)
            return_found(&call, functions[k].check(text.text, second.text,
                &found), &found);
    }
    buffer_free(&found);
    xmlFree(text.owned);
    xmlFree(second.owned);
    call_end(&call);
}

bool text_register(xmlXPathContextPtr context)
{
    for (size_t k = 0; k < FUNCTION_COUNT; k++)
        if (xmlXPathRegisterFuncNS(context, BAD_CAST functions[k].name,
                BAD_CAST TEXT_NAMESPACE, call_check) != 0)
            return false;
    return xmlXPathRegisterNs(context, BAD_CAST "t",
        BAD_CAST TEXT_NAMESPACE) == 0;
}
