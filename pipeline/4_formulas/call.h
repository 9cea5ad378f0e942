#ifndef CALL_H
#define CALL_H

/*
 * One call of an XPath function that is written in C:
 *
 *     struct call call;
 *     if (call_begin(&call, parser, given, 2))
 *         … call.objects[0], call.objects[1] …
 *     call_end(&call);
 *
 * Ownership: the arguments are the call's until call_end(); a string that
 *            call_string() gives is the caller's, for xmlFree().
 * Errors:    set in the parser, which ends the evaluation.
 */

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdbool.h>

#define CALL_ARGUMENTS_MAX 4

struct call {
    xmlXPathParserContextPtr parser;
    xmlXPathObjectPtr objects[CALL_ARGUMENTS_MAX];
    int count;
};

/* Take the arguments; false where there are not as many as wanted. */
bool call_begin(struct call *call, xmlXPathParserContextPtr parser,
    int given, int wanted);
void call_end(struct call *call);

/* An argument as XPath's string() has it; NULL if memory runs out. */
xmlChar *call_string(struct call *call, int k);

/* The first node of an argument; NULL where it has none. */
xmlNodePtr call_node(const struct call *call, int k);

void call_return_string(struct call *call, const char *text);

/* error: XPATH_INVALID_TYPE for an argument of a wrong type,
 * XPATH_INVALID_OPERAND for one that is of no use, and so on. */
void call_fail(struct call *call, int error);
void call_fail_memory(struct call *call);

#endif
