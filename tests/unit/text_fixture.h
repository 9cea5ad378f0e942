#ifndef TEXT_FIXTURE_H
#define TEXT_FIXTURE_H

/*
 * What the tests of functions on texts stand on: calls of t:name in XPath, and
 * what they give.
 */

#include <libxml/tree.h>
#include <stddef.h>

#include "fixture.h"

/* The string value of an expression on a tree, until the next call; "!" where
 * it is an error.  $text and $argument are these. */
const char *evaluate_text(xmlDocPtr doc, const char *expression,
    const char *text, const char *argument);

struct expected {
    const char *text, *result;
};

/* What t:name gives for texts; with an argument where there is one. */
void check_texts(const char *name, const char *argument,
    const struct expected *cases, size_t count);

#define CHECK(name, argument, cases) \
    check_texts(name, argument, cases, COUNT(cases))

#endif
