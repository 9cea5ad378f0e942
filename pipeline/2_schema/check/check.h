#ifndef CHECK_H
#define CHECK_H

/*
 * One check of one document, and the faults it has met so far.
 *
 * Faults are few and small until the end, when report.c chooses one for each
 * wrong member and puts them into words.
 *
 * Ownership: faults are the pass's; what run_fault() returns is borrowed until
 *            the next one is asked for.  Nodes are the schema's, values the
 *            document's, and both outlive the pass.  The flags of what is seen
 *            are the caller's of seen_begin() to free.
 */

#include "2_schema/keywords.h"
#include "2_schema/node.h"

enum fault_kind {
    /* In the order in which they win over one another at one value. */
    FAULT_FORBIDDEN,            /* the schema false */
    FAULT_UNKNOWN,              /* a member that nothing names */
    FAULT_EXTRA_ITEM,           /* an entry behind the last one allowed */
    FAULT_TYPE,
    FAULT_ENUM,                 /* enum and const */
    FAULT_VALUE_TYPE,           /* x-type; detail: enum type_fault */
    FAULT_FORMAT,
    FAULT_NAME,                 /* of a member; at it, not at the object */
    FAULT_MINIMUM, FAULT_MAXIMUM,
    FAULT_EXCLUSIVE_MINIMUM, FAULT_EXCLUSIVE_MAXIMUM,
    FAULT_MULTIPLE_OF,
    FAULT_MIN_LENGTH, FAULT_MAX_LENGTH,
    FAULT_PATTERN,
    FAULT_MIN_ITEMS, FAULT_MAX_ITEMS, FAULT_UNIQUE,
    FAULT_MIN_CONTAINS, FAULT_MAX_CONTAINS,
    FAULT_MIN_MEMBERS, FAULT_MAX_MEMBERS,
    FAULT_ONE_OF, FAULT_NOT,
    FAULT_CIRCLE, FAULT_DEPTH,
    FAULT_REQUIRED, FAULT_DEPENDENT,    /* about a member that is not there */
    FAULT_KIND_COUNT
};

struct fault {
    enum fault_kind kind;
    const cJSON *value;
    const struct schema_node *node;     /* that it is a fault of */
    const struct check *check;          /* or NULL */
    const char *name;           /* the member that is missing or meant */
    const cJSON *other;         /* the object around it; the equal entry; the
                                   member that asks for another */
    size_t detail;              /* a count; an offset in bytes; whether the
                                   member that is meant is stated, too */
    enum type_fault type_fault;
    const struct type_rule *type_rule;
    unsigned level;             /* how deep in the document */
};

/* More than anybody reads; wrong data of some megabytes could make millions. */
#define FAULTS_MAX 2000

/* What has been seen of the members or entries of one value. */
struct seen {
    bool *flags;
    size_t count;
};

/* A value and the schema it is being checked against. */
struct frame {
    const struct schema_node *node;
    const cJSON *value;
    const struct schema_node *walked;   /* what the value is walked as */
    const struct frame *up;
    struct seen *seen;          /* NULL: nobody asks */
    unsigned level;
};

struct pass {
    const struct schema *schema;
    const struct json *json;
    struct findings *findings;
    struct fault *faults;
    size_t fault_count, fault_room;
    unsigned quiet;             /* above 0 faults are not kept */
    unsigned depth;
    const cJSON *name_of;       /* the member whose name is being checked */
    struct fault ignored;       /* one that is not kept */
    bool failed;                /* memory ran out */
    size_t steps, steps_max;    /* nodes looked at, and how many may be */
    const struct schema_node *endless;  /* where it was too many, or NULL */
};

/* Check the frame's value against one more schema. */
bool run_here(struct pass *run, const struct frame *frame,
    const struct schema_node *node, struct seen *seen);

/* Check a member or entry of the frame's value. */
bool run_child(struct pass *run, const struct frame *frame,
    const struct schema_node *node, const cJSON *child);

/* Keeps a fault of the frame's value, to be filled further; a place that
 * nobody reads if it is not kept.  The caller returns false. */
struct fault *run_fault(struct pass *run, const struct frame *frame,
    enum fault_kind kind, const struct check *check);

/* The same of a member or entry of the frame's value. */
struct fault *run_child_fault(struct pass *run, const struct frame *frame,
    enum fault_kind kind, const struct check *check, const cJSON *child);

/* Whether the value has no fewer, or no more, members or entries than the
 * check's size; a fault of the kind where it has. */
bool run_at_least(struct pass *run, const struct frame *frame,
    enum fault_kind kind, const struct check *check);
bool run_at_most(struct pass *run, const struct frame *frame,
    enum fault_kind kind, const struct check *check);

/* The bytes of a string value, or of the name that is being checked. */
const char *run_string(const struct pass *run, const cJSON *value,
    size_t *length);

/* Begins to record what of the value is seen; false without memory. */
bool seen_begin(struct pass *run, struct seen *seen, const cJSON *value);
void seen_merge(struct seen *into, const struct seen *from);
void seen_all(struct seen *seen);

/*
 * The functions of keywords.def: each adds faults of the frame's value;
 * false if there are any.
 */

/* check_branches.c */
bool check_all_of(struct pass *, const struct frame *, const struct check *);
bool check_any_of(struct pass *, const struct frame *, const struct check *);
bool check_one_of(struct pass *, const struct frame *, const struct check *);
bool check_not(struct pass *, const struct frame *, const struct check *);
bool check_if(struct pass *, const struct frame *, const struct check *);

/* check_items.c */
bool check_contains(struct pass *, const struct frame *, const struct check *);
bool check_min_items(struct pass *, const struct frame *,
    const struct check *);
bool check_max_items(struct pass *, const struct frame *,
    const struct check *);
bool check_unique_items(struct pass *, const struct frame *,
    const struct check *);

/* check_members.c */
bool check_dependents(struct pass *, const struct frame *,
    const struct check *);
bool check_required(struct pass *, const struct frame *, const struct check *);
bool check_min_properties(struct pass *, const struct frame *,
    const struct check *);
bool check_max_properties(struct pass *, const struct frame *,
    const struct check *);

/* check_values.c */
bool check_type(struct pass *, const struct frame *, const struct check *);
bool check_enum(struct pass *, const struct frame *, const struct check *);
bool check_const(struct pass *, const struct frame *, const struct check *);
bool check_minimum(struct pass *, const struct frame *, const struct check *);
bool check_maximum(struct pass *, const struct frame *, const struct check *);
bool check_exclusive_minimum(struct pass *, const struct frame *,
    const struct check *);
bool check_exclusive_maximum(struct pass *, const struct frame *,
    const struct check *);
bool check_multiple_of(struct pass *, const struct frame *,
    const struct check *);
bool check_min_length(struct pass *, const struct frame *,
    const struct check *);
bool check_max_length(struct pass *, const struct frame *,
    const struct check *);
bool check_pattern(struct pass *, const struct frame *, const struct check *);
bool check_format(struct pass *, const struct frame *, const struct check *);

/* Of the combined keywords: check_members.c, check_items.c. */
bool check_members(struct pass *run, const struct frame *frame);
bool check_items(struct pass *run, const struct frame *frame);

/* check_rest.c: a member or entry that the node alone is about, behind `named`
 * entries that something else is about; and all that nothing has seen. */
bool check_rest(struct pass *run, const struct frame *frame,
    const struct schema_node *node, const cJSON *child, size_t named);
bool check_unevaluated(struct pass *run, const struct frame *frame,
    const struct schema_node *node);

/* Checks the frame's value against its node, and all below. */
bool run_frame(struct pass *run, struct frame *frame);

#endif
