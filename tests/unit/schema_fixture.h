#ifndef SCHEMA_FIXTURE_H
#define SCHEMA_FIXTURE_H

/*
 * What the tests of schemas stand on: data checked against a schema that is
 * given with it, and what is said of both.
 */

#include <stddef.h>

#include "0_base/buffer.h"
#include "2_schema/schema.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

/* Documents that a test compiles: the first is the one asked for; a NULL ends
 * them. */
struct document {
    const char *uri, *text;
};

/* What is found, a line each, in place of what `out` has: "line:column code:
 * sentence [pointer]". */
void check_documents(const struct document *documents, const char *data,
    enum language language, struct buffer *out);

/* The same with one schema. */
void check_data(const char *schema, const char *data, enum language language,
    struct buffer *out);

struct wording {
    const char *schema, *data, *expected;
};

void check_wordings(const struct wording *cases, size_t count,
    enum language language);

/* How many lines a text has. */
size_t count_lines(const char *text);

#endif
