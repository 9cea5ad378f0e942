#ifndef RULE_LIST_H
#define RULE_LIST_H

/* The members of struct rules, for the files of this folder alone. */

#include "0_base/id_map.h"
#include "4_formulas/entry.h"
#include "4_formulas/sentence.h"
#include "4_formulas/sets.h"
#include "6_rules/direct.h"
#include "6_rules/rules.h"

#define INCLUDE_DEPTH_MAX 4

struct rule_check {
    struct entry entry;
    struct expression context;
    struct expression test;             /* a filter: expression.h */
    struct direct direct;               /* the same, where it is a function */
    struct expression at, beside, cells, sign, expected, unless;
                                        /* compiled where given */
    bool finds;                         /* its context is what fails */
    enum level most;                    /* what it finds is no worse */
    const char *after;                  /* codes, or NULL */
    struct sentence *sentences[LANGUAGE_COUNT];
};

/* A parsed file, with its path. */
struct rule_file {
    xmlDocPtr doc;
    char *path;
};

struct rules {
    const struct lexicon *lexicon;
    struct rule_file *files;
    size_t file_count, file_room;
    struct rule *list;
    size_t count, room;
    struct id_map codes;        /* the places of codes in the list */
    struct rule_check *checks;
    size_t check_count, check_room;
    struct sets sets;           /* beside those of the formulas */
    struct text_memory *memory; /* NULL: nothing is remembered */
};

/* Reads a check, zeroed before, from its element; false with a finding where
 * something is wrong with it.  It is freed in either case. */
bool rule_check_load(struct rule_check *check, xmlNodePtr element,
    const struct entry *entry, const struct columns *columns,
    struct findings *findings);
void rule_check_free(struct rule_check *check);

/* The rule of that code; NULL where there is none, or where it has no check
 * that could be changed. */
struct rule *rules_changeable(const struct rules *rules, const char *code);

/* NULL where the rule has no parameter of that name. */
struct rule_parameter *rule_parameter(const struct rule *rule,
    const char *name);

/* Whether a value fits a parameter: a figure within the bounds, one or more of
 * the choices, or pairs, according to what the parameter is. */
bool rule_parameter_takes(const struct rule_parameter *parameter,
    const char *value);
bool rule_parameter_set(struct rule_parameter *parameter, const char *value,
    struct findings *findings);

/* Whether a rule of `after`, which has the last word at the pointer, has found
 * something there, from the first-th finding on. */
bool check_is_silent(const struct rule_check *check, const struct rules *rules,
    struct findings *findings, size_t first, const char *pointer);

#endif
