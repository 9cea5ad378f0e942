#ifndef RULE_LIST_H
#define RULE_LIST_H

/*
 * What is behind struct rules; for the files of this folder.
 */

#include "4_formulas/entry.h"
#include "6_rules/direct.h"
#include "6_rules/rules.h"

#define INCLUDE_DEPTH_MAX 4

/* Nodes or a string with a name. */
struct rule_set {
    const char *name;
    struct expression select;
};

struct rule_check {
    struct entry entry;
    struct expression context;
    struct expression test;             /* a filter: expression.h */
    struct direct direct;               /* the same, where it can be */
    struct expression at, expected;     /* compiled where they are given */
    const char *after;                  /* codes, or NULL */
    struct sentence *sentences[LANGUAGE_COUNT];
};

/* A parsed file, with its path. */
struct rule_file {
    xmlDocPtr doc;
    char *path;
};

struct rules {
    struct rule_file *files;
    size_t file_count;
    struct rule *list;
    size_t count;
    struct rule_check *checks;
    size_t check_count;
    struct rule_set *sets;
    size_t set_count;
};

/* The variable that last year's data is. */
#define PREVIOUS_VARIABLE "previous"

#endif
