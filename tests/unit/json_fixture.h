#ifndef JSON_FIXTURE_H
#define JSON_FIXTURE_H

/*
 * What the tests of reading JSON stand on: texts, and the one thing that is
 * found in them.
 */

#include "0_base/findings.h"
#include "1_read/json.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

/* As json_parse(), of a text that ends with a NUL. */
struct json *json_parse_text(const char *text, struct findings *findings);

/* That there is one finding, of that code and at that place, whose sentences
 * are complete. */
void json_check_finding(const struct findings *findings,
    const char *code, unsigned line, unsigned column);

#endif
