#ifndef EXACT_CALLS_H
#define EXACT_CALLS_H

/* What the files of the exact functions (exact.h) share. */

#include "4_formulas/call.h"
#include "4_formulas/exact.h"

/* Where a run keeps its style: see exact_register_*(). */
const struct print_style *exact_style(xmlXPathParserContextPtr parser);

/* Where a call notes what was lacking or rounded; NULL in stylesheets, where
 * nobody asks for it. */
struct exact *exact_of(const struct call *call);

/* The figure that an argument counts with; false where it is no decimal. */
bool exact_operand(xmlXPathObjectPtr object, struct decimal *value);

/* Functions that give words, or look at them (exact_words.c). */
void call_print(xmlXPathParserContextPtr parser, int given);
void call_prints_alike(xmlXPathParserContextPtr parser, int given);
void call_date(xmlXPathParserContextPtr parser, int given);
void call_contains_year(xmlXPathParserContextPtr parser, int given);
void call_tag(xmlXPathParserContextPtr parser, int given);

#endif
