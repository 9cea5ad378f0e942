#ifndef KEYWORDS_H
#define KEYWORDS_H

/*
 * The keywords of JSON Schema 2020-12: a row each in keywords.c, their
 * functions in check_*.c by what they look at.
 */

#include <stdbool.h>

#include "2_schema/node.h"

struct compiler;
struct frame;
struct run;

/* JSON Schema 2020-12, core, 8 to 11; validation, 6 to 9. */
enum vocabulary {
    VOCABULARY_CORE, VOCABULARY_APPLICATOR, VOCABULARY_UNEVALUATED,
    VOCABULARY_VALIDATION, VOCABULARY_METADATA, VOCABULARY_FORMAT_ANNOTATION,
    VOCABULARY_FORMAT_ASSERTION, VOCABULARY_CONTENT, VOCABULARY_COUNT
};

/* Where the schemas inside a keyword's value are. */
enum shape { SHAPE_NONE, SHAPE_SCHEMA, SHAPE_LIST, SHAPE_MAP };

struct keyword {
    const char *name;
    enum vocabulary vocabulary;
    enum shape shape;

    /* Reads check->json into the node or the check; false, and a finding, if
     * it is wrong. */
    bool (*compile)(struct compiler *compiler, struct schema_node *node,
        struct check *check);

    /* Adds faults of the frame's value; false if there are any.  NULL: the
     * keyword works through fields of the node. */
    bool (*check)(struct run *run, const struct frame *frame,
        const struct check *check);
};

const struct keyword *keyword_find(const char *name);

/* The vocabulary with such a URI; VOCABULARY_COUNT if there is none. */
enum vocabulary vocabulary_find(const char *uri);

/* check_branches.c */
bool compile_branches(struct compiler *, struct schema_node *,
    struct check *);
bool compile_subschema(struct compiler *, struct schema_node *,
    struct check *);
bool check_all_of(struct run *, const struct frame *, const struct check *);
bool check_any_of(struct run *, const struct frame *, const struct check *);
bool check_one_of(struct run *, const struct frame *, const struct check *);
bool check_not(struct run *, const struct frame *, const struct check *);
bool compile_if(struct compiler *, struct schema_node *, struct check *);
bool check_if(struct run *, const struct frame *, const struct check *);

/* check_members.c */
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
bool check_dependents(struct run *, const struct frame *,
    const struct check *);
bool compile_required(struct compiler *, struct schema_node *,
    struct check *);
bool check_required(struct run *, const struct frame *,
    const struct check *);
bool check_min_properties(struct run *, const struct frame *,
    const struct check *);
bool check_max_properties(struct run *, const struct frame *,
    const struct check *);

/* check_items.c */
bool compile_prefix_items(struct compiler *, struct schema_node *,
    struct check *);
bool compile_items(struct compiler *, struct schema_node *, struct check *);
bool compile_contains(struct compiler *, struct schema_node *,
    struct check *);
bool check_contains(struct run *, const struct frame *,
    const struct check *);
bool compile_unevaluated_items(struct compiler *, struct schema_node *,
    struct check *);
bool check_min_items(struct run *, const struct frame *,
    const struct check *);
bool check_max_items(struct run *, const struct frame *,
    const struct check *);
bool compile_unique_items(struct compiler *, struct schema_node *,
    struct check *);
bool check_unique_items(struct run *, const struct frame *,
    const struct check *);

/* check_values.c */
bool compile_size(struct compiler *, struct schema_node *, struct check *);
bool compile_type(struct compiler *, struct schema_node *, struct check *);
bool check_type(struct run *, const struct frame *, const struct check *);
bool compile_enum(struct compiler *, struct schema_node *, struct check *);
bool check_enum(struct run *, const struct frame *, const struct check *);
bool compile_const(struct compiler *, struct schema_node *, struct check *);
bool check_const(struct run *, const struct frame *, const struct check *);
bool compile_number(struct compiler *, struct schema_node *,
    struct check *);
bool check_minimum(struct run *, const struct frame *,
    const struct check *);
bool check_maximum(struct run *, const struct frame *,
    const struct check *);
bool check_exclusive_minimum(struct run *, const struct frame *,
    const struct check *);
bool check_exclusive_maximum(struct run *, const struct frame *,
    const struct check *);
bool compile_multiple_of(struct compiler *, struct schema_node *,
    struct check *);
bool check_multiple_of(struct run *, const struct frame *,
    const struct check *);
bool check_min_length(struct run *, const struct frame *,
    const struct check *);
bool check_max_length(struct run *, const struct frame *,
    const struct check *);
bool compile_pattern(struct compiler *, struct schema_node *,
    struct check *);
bool check_pattern(struct run *, const struct frame *,
    const struct check *);
bool compile_format(struct compiler *, struct schema_node *,
    struct check *);
bool check_format(struct run *, const struct frame *, const struct check *);

#endif
