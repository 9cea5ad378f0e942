#ifndef PATTERN_H
#define PATTERN_H

/* Patterns: which nodes a template or a key takes. */

#include "4_formulas/xpath/scope.h"

/* The alternatives of a pattern: of each the last step first, on the axes
 * child, attribute and self (the root), or descendant where any number of
 * ancestors may stand between it and the step before. */
struct pattern *pattern_read(struct scope *scope, const char *text);

struct pattern {
    struct step *steps;         /* the last one first */
    bool is_anchored;           /* the first step stands below the root */
    bool is_root;               /* "/" alone */
    double priority;            /* by default */
    struct pattern *next;       /* another alternative */
};

/* Whether a node passes its last step's test, whatever stands above. */
bool pattern_ends_at(const struct pattern *pattern, const struct node *node);

bool pattern_takes(const struct pattern *pattern, struct node *node,
    struct context *context);

#endif
