#ifndef RELATED_FIXTURE_H
#define RELATED_FIXTURE_H

/*
 * What the tests of functions on texts and their neighbours stand on:
 * expressions on a tree, and what they give.
 */

#include <libxml/xpath.h>
#include <stddef.h>

#include "fixture.h"

#define TEXT_SIZE 1024          /* bytes of what an expression gives */

/* Several expressions on one tree, one after the other. */
struct session {
    xmlDocPtr doc;
    struct related *related;
    xmlXPathContextPtr context;
};

void session_begin(struct session *session, const char *tree);
void session_end(struct session *session);

/* Attributes of nodes, or else the string, until the next call; "!" where it
 * is an error. */
const char *session_evaluate(struct session *session, const char *expression);

/* The same, which has to be what is expected; about: what to say if not. */
void session_check(struct session *session, const char *expression,
    const char *about, const char *expected);

struct expected {
    const char *expression, *result;
};

/* Each of the expressions on the tree. */
void check_tree(const char *tree, const struct expected *cases,
    size_t count);

#endif
