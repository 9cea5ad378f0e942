#ifndef SCHEMA_H
#define SCHEMA_H

/*
 * Compile a JSON Schema, check data against it, and walk it.
 *
 * Standard:  JSON Schema 2020-12, all vocabularies.  `format` is an
 *            annotation, as the standard wants, unless the options, a
 *            meta-schema's format-assertion vocabulary, or the member
 *            "x-assert-format": true at the root of the document compiled
 *            says otherwise; the latter also asserts x-type with x-unit
 *            (types.h), in every document that is referred to.
 * Numbers:   compared by the digits of their literals, never as doubles.
 * Findings:  all faults of a document at once, one for each wrong member.
 * Threads:   a compiled schema is never written to; any number of threads
 *            may check data against it and walk it at the same time.
 * Ownership: schema_compile() gives the caller the schema; nodes and strings
 *            handed out are borrowed from it and live as long.
 * Errors:    put into findings by the function that meets them.
 */

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>

#include "0_base/findings.h"
#include "1_read/json.h"

struct schema;
struct schema_node;             /* one schema, at one place of a document */

struct schema_options {
    /*
     * Gives the text of the document at a URI, NUL-terminated or not; it is
     * freed with free().  NULL: there is none, or errno is ENOMEM.  URIs come
     * without fragment and resolved against the document they stand in, so
     * documents named by resource paths and without $id ask for resource
     * paths: "schemas/common/line.schema.json".
     */
    char *(*load)(void *context, const char *uri, size_t *length);
    void *context;
    bool assert_format;
};

/*
 * Compile the document at uri, and all that it refers to.  NULL if one of
 * them is missing or wrong.  The findings' file is then the schema's.
 */
struct schema *schema_compile(const char *uri,
    const struct schema_options *options, struct findings *findings);

void schema_free(struct schema *schema);        /* NULL is allowed */

/* Add a finding for each fault of the data; true if there is none. */
bool schema_validate(const struct schema *schema, const struct json *json,
    struct findings *findings);

/* The same of each document that another schema was compiled from; the
 * findings' file is then that of the last one. */
bool schema_validate_documents(const struct schema *schema,
    const struct schema *other, struct findings *findings);

/*
 * Walking.  A node stands for itself and for what its $ref and its allOf lead
 * to.  Where several of these name one member, or one keyword for entries,
 * they are walked as one, and both say what they are; of titles, labels and
 * other annotations the nearest counts: what is written in place before what
 * it refers to.  Types narrow each other: where none is left, an edition's
 * schema (x-assert-format) is refused.
 * All functions take NULL for a node and answer NULL, 0 or false.
 */

struct schema_member {
    const char *name;
    const struct schema_node *node;
};

const struct schema_node *schema_root(const struct schema *schema);

/* The members that `properties` names, in the schema's order: the node's
 * own ones first, then those that only its $ref and allOf name. */
size_t schema_member_count(const struct schema_node *node);
const struct schema_member *schema_members(const struct schema_node *node,
    size_t k);
const struct schema_node *schema_member(const struct schema_node *node,
    const char *name);

/* Of every list entry (`items`); NULL where that is no object. */
const struct schema_node *schema_items(const struct schema_node *node);

/* Of the k-th entry, counted from 0 (`prefixItems`, or else `items`). */
const struct schema_node *schema_entry(const struct schema_node *node,
    size_t k);

/* Of every member that `properties` does not name (`additionalProperties`):
 * the node is a map.  NULL where that is no object, such as false. */
const struct schema_node *schema_additional(const struct schema_node *node);

/* What names a member of the data: `properties`, or else the first pattern of
 * `patternProperties`, or else the first branch of `anyOf` or `oneOf` with such
 * a member, or else `additionalProperties`; NULL if nothing does.
 * *failed is set where memory ran out. */
const struct schema_node *schema_named(const struct schema_node *node,
    const char *name, bool *failed);

/* The branch of anyOf or oneOf that is meant by a value's type and members;
 * the node itself where it has no branches. */
const struct schema_node *schema_branch(const struct schema_node *node,
    const cJSON *value);

/* Whether `type` (and that of all branches) lets such a value in: one of
 * cJSON_NULL, cJSON_Number, cJSON_String, cJSON_Array, cJSON_Object, ... */
bool schema_allows_type(const struct schema_node *node, int cjson_type);

/* Whether an object of it must have a member (`required`). */
bool schema_requires(const struct schema_node *node, const char *name);

/* The value of any keyword: the node's own, or else its $ref's. */
const cJSON *schema_annotation(const struct schema_node *node,
    const char *keyword);

/* The same where it is a string; NULL where it is not. */
const char *schema_string(const struct schema_node *node,
    const char *keyword);

/* The words for a string of `enum` (x-choices: transform.h), or the string
 * where there are none that lead back to it. */
const char *schema_choice_words(const struct schema_node *node,
    const char *string);

/* The string of `enum` that is meant by itself, by its words, or by other words
 * for it (x-spoken); NULL for none. */
const char *schema_choice(const struct schema_node *node, const char *words);

/* Strings that are asked for at every value, found beforehand. */
enum schema_text {
    SCHEMA_TITLE,
    SCHEMA_LABEL,               /* x-label, and so on: transform.h */
    SCHEMA_LABEL_FROM,
    SCHEMA_TYPE,
    SCHEMA_UNIT,
    SCHEMA_UNIT_FROM,
    SCHEMA_ASKED,
    SCHEMA_ASKED_RULE,
    SCHEMA_ATTACHMENT,
    SCHEMA_PLACE,
    SCHEMA_KEY,
    SCHEMA_VALUE,
    SCHEMA_OUTLINE,
    SCHEMA_NEXT_FROM,
    SCHEMA_TEXT_COUNT
};

const char *schema_text(const struct schema_node *node,
    enum schema_text text);

/* Values of other kinds that are. */
enum schema_value {
    SCHEMA_PLACES,              /* x-places, and so on: transform.h */
    SCHEMA_KEEP_ZEROS,
    SCHEMA_COLUMNS,
    SCHEMA_FORM,
    SCHEMA_PRINTED,
    SCHEMA_VALUE_COUNT
};

/* NULL where there is none. */
const cJSON *schema_value(const struct schema_node *node,
    enum schema_value value);

/* What becomes of a value in next year's data (x-next: transform.h). */
enum schema_next {
    SCHEMA_NEXT_UNDECIDED,
    SCHEMA_NEXT_KEEP,
    SCHEMA_NEXT_CLEAR,
    SCHEMA_NEXT_DROP,
    SCHEMA_NEXT_TURN,
    SCHEMA_NEXT_COUNT
};

/* The node's own decision; what is around it decides where it has none. */
enum schema_next schema_next(const struct schema_node *node);

/* "clear", as schemas have it; NULL for none. */
const char *schema_next_name(enum schema_next next);

#endif
