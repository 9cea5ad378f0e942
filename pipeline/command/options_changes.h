#ifndef OPTIONS_CHANGES_H
#define OPTIONS_CHANGES_H

/*
 * The options that change rules, in the order of the command line:
 * --disable CODE[,CODE], --level CODE=LEVEL[,…], --param CODE.NAME=VALUE.
 *
 * Ownership: option_changes_free() frees the list, which owns its strings.
 * Errors:    a fault of use is a finding of JIXIAO_USAGE.
 */

#include <stdbool.h>

#include "jixiao.h"

struct option_changes {
    struct jixiao_rule_change *list;
    size_t count;
};

/* Add the changes that the argument of an option names; false where it is
 * wrong. */
bool option_changes_disable(struct option_changes *changes, const char *list,
    struct jixiao_findings *findings);
bool option_changes_level(struct option_changes *changes, const char *list,
    struct jixiao_findings *findings);
bool option_changes_parameter(struct option_changes *changes,
    const char *text, struct jixiao_findings *findings);
void option_changes_free(struct option_changes *changes);

#endif
