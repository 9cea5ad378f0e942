/* The functions of text.h as XPath calls them. */

#include "6_rules/text/text.h"

#include <string.h>

#include "3_transform/submission.h"
#include "4_formulas/call.h"
#include "6_rules/text/checks.h"

static const struct text_needs text_digit_needs = { TEXT_DIGIT, 0, { 0 } };
static const struct text_needs text_unusual_needs = { TEXT_UNUSUAL, 0, { 0 } };

static const struct text_function functions[] = {
    { "word", text_word, 2, NULL, true, false },
    { "whole-word", text_whole_word, 2, NULL, true, false },
    { "beginning", text_beginning, 2, NULL, true, true },
    { "ending", text_ending, 2, NULL, true, false },
    { "correction", text_correction, 2, NULL, true, false },
    { "blank", text_blank, 1, NULL, false, false },
    { "length", text_length, 1, NULL, false, false },
    { "excerpt", text_excerpt, 2, NULL, false, false },
    { "punctuation", text_punctuation, 1, NULL, false, false },
    { "unpaired", text_unpaired, 1, &text_unpaired_needs, false, false },
    { "rare", text_rare, 2, NULL, false, false },
    { "unprintable", text_unprintable, 1, &text_unusual_needs, false, false },
    { "invisible", text_invisible, 1, &text_unusual_needs, false, false },
    { "invisible-in", text_invisible, 2, &text_unusual_needs, false, false },
    { "invisible-sign", text_invisible_sign, 1, &text_unusual_needs, false,
        false },
    { "placeholder", text_placeholder, 1, &text_placeholder_needs, false,
        false },
    { "blank-name", text_blank_name, 1, &text_blank_name_needs, false, false },
    { "braces", text_braces, 1, &text_braces_needs, false, false },
    { "template-mark", text_template_mark, 1, &text_template_mark_needs,
        false, false },
    { "sheet-error", text_sheet_error, 1, &text_sheet_error_needs, false,
        false },
    { "program-value", text_program_value, 1, &text_program_value_needs,
        false, false },
    { "markup", text_markup, 1, &text_markup_needs, false, false },
    { "mojibake", text_mojibake, 1, &text_mojibake_needs, false, false },
    { "private", text_private, 2, &text_digit_needs, false, false },
    { "telephone", text_telephone, 1, &text_telephone_needs, false, false },
    { "doubled-unit", text_doubled_unit, 2, &text_digit_needs, false, false },
    { "other-year", text_other_year, 2, &text_other_year_needs, false, false },
    { "unfounded-year", text_unfounded_year, 2, &text_other_year_needs, false,
        false },
    { "bare-year", text_bare_year, 2, &text_other_year_needs, false, false },
    { "wrong-date", text_wrong_date, 1, &text_wrong_date_needs, false, false },
    { "reversed-period", text_reversed_period, 1, &text_reversed_period_needs,
        false, false },
    { "reversed-steps", text_reversed_steps, 1, &text_reversed_steps_needs,
        false, false },
    { "enumeration", text_enumeration, 1, &text_enumeration_needs, false,
        false },
    { "ordered", text_ordered, 1, &text_ordered_needs, false, false },
    { "item-gap", text_item_gap, 1, &text_item_gap_needs, false, false },
    { "parts", text_parts, 1, &text_parts_needs, false, false },
    { "rate", text_rate, 1, &text_rate_needs, false, false },
    { "average", text_average, 1, &text_average_needs, false, false },
    { "share", text_share, 1, &text_share_needs, false, false },
    { "change", text_change, 1, &text_change_needs, false, false },
    { "growth", text_growth, 1, &text_growth_needs, false, false },
    { "comparison", text_comparison, 1, &text_comparison_needs, false, false },
    { "balance", text_balance, 1, &text_balance_needs, false, false },
    { "remains", text_remains, 1, &text_remains_needs, false, false },
    { "year-parts", text_year_parts, 1, &text_year_parts_needs, false, false },
    { "office", text_office, 2, &text_office_needs, false, false },
    { "amounts", text_amounts, 1, &text_amounts_needs, false, false },
};

#define FUNCTION_COUNT (sizeof functions / sizeof *functions)

const struct text_function *text_function_find(struct text_span name,
    int arguments)
{
    for (size_t k = 0; k < FUNCTION_COUNT; k++)
        if (functions[k].arguments == arguments
            && text_span_equals(name, functions[k].name))
            return &functions[k];
    return NULL;
}

void text_functions_try(struct nearest *nearest)
{
    for (size_t k = 0; k < FUNCTION_COUNT; k++)
        nearest_try(nearest, functions[k].name);
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
    if (!good)
        call_fail(call, XPATH_INVALID_OPERAND);
    else if (found->failed)
        call_fail_memory(call);
    else
        call_return_string(call, buffer_string(found));
}

/* The XPath function behind all rows of the table; the context names the
 * row. */
static void call_check(xmlXPathParserContextPtr parser, int given)
{
    const char *name = (const char *)parser->context->function;
    const struct text_scope *scope = parser->context->user;
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
            return_found(&call, functions[k].check(scope->lexicon, text.text,
                second.text, &found), &found);
    }
    buffer_free(&found);
    xmlFree(text.owned);
    xmlFree(second.owned);
    call_end(&call);
}

bool text_register(xmlXPathContextPtr context, struct text_scope *scope)
{
    context->user = scope;
    for (size_t k = 0; k < FUNCTION_COUNT; k++)
        if (xmlXPathRegisterFuncNS(context, BAD_CAST functions[k].name,
                BAD_CAST TEXT_NAMESPACE, call_check) != 0)
            return false;
    return xmlXPathRegisterNs(context, BAD_CAST "t",
        BAD_CAST TEXT_NAMESPACE) == 0;
}
