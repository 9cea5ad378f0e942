#ifndef COMPILE_H
#define COMPILE_H

/*
 * What the keywords' compile functions work with.
 *
 * Ownership: documents, nodes and all that is in them are the schema's and live
 *            as long as it; the lists of the compiler are the compiler's.  JSON
 *            is borrowed from the documents.
 * Errors:    put into findings, once; memory that runs out, too.
 */

#include "0_base/id_map.h"
#include "0_base/phrases.h"
#include "2_schema/keywords.h"
#include "2_schema/node.h"

struct compiler {
    struct schema *schema;
    const struct schema_options *options;
    struct findings *findings;
    bool faulty;                        /* something was wrong with a schema */
    bool endless;                       /* that it has no end, namely */

    /* The parts of the node being merged, and of all nodes so far. */
    struct parts {
        const struct schema_node **nodes;
        size_t count, room, total;
        unsigned of;            /* that node's number */
    } parts;
    /* The members of objects that references were followed into, by the
     * object and their names; the object itself by its own address. */
    struct members_found {
        struct id_map ids;
        const cJSON **list;
        size_t room;
    } found;
    size_t merged_count;                /* of nodes made of others */
    bool typed;                         /* there are x-types */

    /* Nodes made and not compiled yet. */
    struct schema_node **pending;
    size_t pending_count, pending_room;
};

/* documents.c */

/* The document at uri with its schemas; NULL, with a finding the first time,
 * if there is none. */
struct schema_document *compiler_document(struct compiler *compiler,
    const char *uri);

/* The one known by this URI; NULL if there is none. */
struct schema_resource *compiler_resource(const struct compiler *compiler,
    const char *uri);

/* uri as seen from base, in the schema's memory. */
const char *compiler_resolve(struct compiler *compiler, const char *base,
    const char *uri);

/* Makes the node of a schema and of those inside it, to be compiled; NULL if
 * it is none. */
struct schema_node *compiler_scan(struct compiler *compiler,
    const cJSON *json, struct schema_resource *around);

/* The node of a schema inside another one's keyword. */
const struct schema_node *compiler_node(struct compiler *compiler,
    const struct schema_node *around, const cJSON *json);

/* references.c */

/* What a reference in a node leads to; NULL, with a finding, if nothing. */
const struct schema_node *compiler_follow(struct compiler *compiler,
    const struct schema_node *node, const cJSON *json);

/* The same into the node: a reference is dynamic if it first leads to a
 * dynamic anchor (core, 8.2.3.2). */
void compiler_follow_dynamic(struct compiler *compiler,
    struct schema_node *node, const cJSON *json);

/* compiler.c */

/* Keeps a node to be compiled and merged; false without memory. */
bool compiler_add(struct compiler *compiler, struct schema_node *node);

/* Adds a finding: what a node leads to has no end.  Always false. */
bool compiler_endless(struct compiler *compiler,
    const struct schema_node *node);

/* count * size bytes that live as long as the schema, zeroed. */
void *compiler_new(struct compiler *compiler, size_t count, size_t size);

/* NULL, with a finding at json, if the pattern is wrong. */
struct regex *compiler_regex(struct compiler *compiler,
    const struct schema_node *node, const cJSON *json, const char *pattern,
    size_t length);

/* The numeral of a keyword's value. */
struct number compiler_number(const struct schema_node *node,
    const cJSON *json);

/* Adds a finding: the keyword json has to be what is expected.  Always
 * false. */
bool compiler_wrong(struct compiler *compiler,
    const struct schema_node *node, const cJSON *json,
    enum phrase expected);

/* Adds a finding: the document or vocabulary at uri cannot be had. */
void compiler_missing(struct compiler *compiler, enum catalogue id,
    const char *uri);

/* A keyword of a schema where it is a string, else NULL. */
static inline const char *node_string(const cJSON *json, const char *keyword)
{
    return cJSON_GetStringValue(
        cJSON_GetObjectItemCaseSensitive(json, keyword));
}

/* Puts `count` members in the order of their names; NULL without memory. */
const struct schema_member **compiler_sort(struct compiler *compiler,
    const struct schema_member *members, size_t count);

/* merge.c */

/* Walking follows $ref to its end, so there has to be one: a finding where
 * there is none.  Other circles end when a value is checked. */
void node_find_circle(struct compiler *compiler, struct schema_node *node);

/* Puts together what the node, its $ref and its allOf say. */
void node_merge(struct compiler *compiler, struct schema_node *node);

/* parts.c */

/* Lists the node and all that is walked with it; false if that fails. */
bool node_find_parts(struct compiler *compiler, struct schema_node *node);

/* The members of all parts, those of one name as one. */
void node_merge_members(struct compiler *compiler, struct schema_node *node);

/* The node that several are walked as, in the schema's memory, which the list
 * lies in, too; NULL for an empty list and where that fails. */
const struct schema_node *compiler_merged(struct compiler *compiler,
    struct node_list roots);

/* kinds.c */

void node_find_types(struct schema_node *node);

/* Findings where what an edition's form is made of lets nothing in, or has no
 * type; the list of pending nodes is used up. */
void compiler_check_types(struct compiler *compiler);

/*
 * The functions of keywords.def: each reads check->json into the node or the
 * check; false, and a finding, if it is wrong.
 */

/* compile_branches.c */
bool compile_branches(struct compiler *, struct schema_node *,
    struct check *);
bool compile_subschema(struct compiler *, struct schema_node *,
    struct check *);
bool compile_if(struct compiler *, struct schema_node *, struct check *);

/* compile_items.c */
bool compile_prefix_items(struct compiler *, struct schema_node *,
    struct check *);
bool compile_items(struct compiler *, struct schema_node *, struct check *);
bool compile_unevaluated_items(struct compiler *, struct schema_node *,
    struct check *);
bool compile_contains(struct compiler *, struct schema_node *,
    struct check *);
bool compile_unique_items(struct compiler *, struct schema_node *,
    struct check *);

/* compile_members.c */
bool compile_properties(struct compiler *, struct schema_node *,
    struct check *);
bool compile_pattern_properties(struct compiler *, struct schema_node *,
    struct check *);
bool compile_additional_properties(struct compiler *, struct schema_node *,
    struct check *);
bool compile_property_names(struct compiler *, struct schema_node *,
    struct check *);
bool compile_unevaluated_properties(struct compiler *, struct schema_node *,
    struct check *);
bool compile_dependents(struct compiler *, struct schema_node *,
    struct check *);
bool compile_required(struct compiler *, struct schema_node *,
    struct check *);

/* compile_values.c */
bool compile_type(struct compiler *, struct schema_node *, struct check *);
bool compile_enum(struct compiler *, struct schema_node *, struct check *);
bool compile_const(struct compiler *, struct schema_node *, struct check *);
bool compile_number(struct compiler *, struct schema_node *, struct check *);
bool compile_multiple_of(struct compiler *, struct schema_node *,
    struct check *);
bool compile_size(struct compiler *, struct schema_node *, struct check *);
bool compile_pattern(struct compiler *, struct schema_node *, struct check *);
bool compile_format(struct compiler *, struct schema_node *, struct check *);

#endif
