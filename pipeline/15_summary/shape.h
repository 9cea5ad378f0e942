#ifndef SUMMARY_SHAPE_H
#define SUMMARY_SHAPE_H

/*
 * JSON documents of the program's own, checked against their schema before
 * anything is taken out of them.
 *
 * Errors: what is wrong is in the findings, about the file of the document.
 */

#include "0_base/findings.h"
#include "0_base/resources.h"
#include "1_read/json.h"
#include "2_schema/schema.h"

/* The schema at a path of the resources, for schema_free(); NULL, with
 * findings, where it cannot be used. */
struct schema *shape_open(const struct resources *resources,
    const char *schema, struct findings *findings);

/* A document that keeps to a schema, for json_free(); NULL, with findings,
 * where it is none or does not.  file is what findings call it. */
struct json *shape_parse(const struct resources *resources,
    const char *schema, const char *file, const char *bytes, size_t length,
    struct findings *findings);

/* The same with a schema that is open, about the findings' present file. */
struct json *shape_parse_open(const struct schema *schema, const char *bytes,
    size_t length, struct findings *findings);

/* The same of a document that is the line-th line of that file. */
struct json *shape_parse_line(const struct schema *schema, const char *bytes,
    size_t length, unsigned line, struct findings *findings);

#endif
