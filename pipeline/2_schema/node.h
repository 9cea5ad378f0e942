#ifndef NODE_H
#define NODE_H

/*
 * What a schema is compiled to, shared by the files of this stage.
 *
 * A node is one schema at one place of a document.  Keywords that lead to
 * other nodes by a member or an entry stand in fields of their own, because
 * they are walked as well as checked; all others are checks in a list.
 * Everything lies in the schema's arena and is constant once compiled.
 */

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>

#include "0_base/arena.h"
#include "1_read/json.h"
#include "2_schema/formats/format.h"
#include "2_schema/formats/regex.h"
#include "2_schema/schema.h"
#include "2_schema/values/number.h"
#include "2_schema/values/types.h"

struct keyword;
struct schema_node;

struct anchor {
    const char *name;
    const struct schema_node *node;
    bool dynamic;
    struct anchor *next;
};

/* A document, or a part of one with an $id of its own. */
struct schema_resource {
    const char *uri;
    struct schema_document *document;
    struct schema_node *root;
    struct anchor *anchors;
    unsigned vocabularies;      /* that its meta-schema names: 1 << each */
    struct schema_resource *next;
};

struct schema_document {
    const char *uri;            /* it was loaded from */
    struct json *json;          /* NULL: there is none at that URI */
    struct schema_node **nodes; /* by the number of the value, or NULL */
    struct schema_document *next;
};

struct node_list {
    const struct schema_node **nodes;
    size_t count;
};

struct pattern_member {
    struct regex *regex;
    const char *pattern;
    const struct schema_node *node;
};

/* dependentRequired, dependentSchemas: one list a member. */
struct dependent {
    const char *name;
    const cJSON *required;              /* names, or NULL */
    const struct schema_node *node;     /* or NULL */
};

enum json_type {
    TYPE_NULL, TYPE_BOOLEAN, TYPE_NUMBER, TYPE_INTEGER, TYPE_STRING,
    TYPE_ARRAY, TYPE_OBJECT, TYPE_COUNT
};

#define TYPES_ALL ((1u << TYPE_COUNT) - 1)

/* One keyword that says something of a value. */
struct check {
    const struct keyword *keyword;
    const cJSON *json;                  /* the keyword's value */
    union {
        unsigned types;                 /* type: 1 << enum json_type */
        struct number number;           /* minimum, multipleOf, ... */
        size_t size;                    /* minLength, maxItems, ... */
        struct regex *regex;
        const struct format *format;
        const struct schema_node *node; /* not, if, contains, ... */
        struct node_list branches;      /* allOf, anyOf, oneOf */
        struct { struct dependent *list; size_t count; } dependents;
    };
};

struct schema_node {
    const cJSON *json;
    struct schema_resource *resource;
    bool never;                         /* the schema false */

    const struct schema_node *ref;
    const struct schema_node *dynamic_ref;
    const char *dynamic_name;           /* NULL: dynamic_ref is like ref */

    struct check *checks;
    size_t check_count;

    struct schema_member *own;          /* properties */
    size_t own_count;
    const struct schema_member **own_by_name;
    struct pattern_member *patterns;
    size_t pattern_count;
    const struct schema_node *additional;
    const struct schema_node *names;    /* propertyNames */
    const struct schema_node *unevaluated_members;

    struct node_list prefix;
    const struct schema_node *items;
    const struct schema_node *contains;
    size_t contains_least, contains_most;       /* minContains, ... */
    const struct schema_node *unevaluated_items;

    const struct schema_node *condition, *then, *otherwise;

    /* What walking sees: the node together with all that its $ref and allOf
     * lead to, the nearer ones first (merge.c). */
    struct node_list parts;
    unsigned taken;                     /* the last node it became a part of */
    enum way { WAY_UNKNOWN, WAY_WALKED, WAY_ENDS, WAY_CIRCLES } way; /* $ref */
    unsigned types;                     /* that all of them let in */
    bool typed, walked;                 /* its types were found, checked */
    const struct type_rule *type_rule;  /* x-type */
    const struct check *branches;       /* anyOf or oneOf */
    const char *texts[SCHEMA_TEXT_COUNT];
    const cJSON *values[SCHEMA_VALUE_COUNT];
    enum schema_next next;              /* x-next */

    struct schema_member *members;
    size_t member_count;
    const struct schema_member **members_by_name;
    struct node_list entries;           /* prefixItems */
    const struct schema_node *all_items, *all_additional;

    /* Nodes made of this one and others, and the next one of those. */
    struct schema_node *merged, *next_merged;
    struct node_list roots;             /* of a node made of others */
};

struct schema {
    struct arena arena;
    struct schema_document *documents;
    struct schema_resource *resources;
    const struct schema_node *root;
    struct regex **regexes;             /* to be freed */
    size_t regex_count, regex_room;
    bool assert_format, assert_types;
};

/* The type that a name stands for; TYPE_COUNT if there is no such type. */
enum json_type json_type_parse(const char *name);

/* The bit of a value's type; a number is TYPE_NUMBER. */
unsigned json_type_bit(const cJSON *value);

/* Whether a node is seen where another one is walked. */
bool node_has_part(const struct schema_node *node,
    const struct schema_node *part);

/* Among `count` members sorted by name; NULL if there is none. */
const struct schema_member *find_member(
    const struct schema_member *const *by_name, size_t count,
    const char *name);

#endif
