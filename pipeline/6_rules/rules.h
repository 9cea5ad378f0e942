#ifndef RULES_H
#define RULES_H

/*
 * The rules of an edition: what must agree, what must not be blank, and what
 * text must not say.
 *
 * File:      rules.xml, and those that it includes:
 *   <include path="…"/>    another file of rules, in its place: from the
 *                          folder of this one, or, schemas/EDITION/…, of
 *                          another edition
 *   <set name select>      nodes, or a string, that expressions name $name;
 *                          evaluated once for a file of data
 *   <rule code level kind> title <zh> <en>, <basis>, <parameter name value>
 *                          with what it means, <passes> and <fails>: JSON of
 *                          the smallest data that does, and checks; or, where
 *                          it cannot be broken or seen, the <reason>.  What a
 *                          parameter takes: choices="…" are words that a value
 *                          is made of, pairs="→" the sign that each of its
 *                          words has inside, from="…" to="…" bounds of a figure
 *   <check context test unless at beside cells sign expected after said
 *   columns level>, or instead of test, function with also below: with the
 *   sentence <zh> <en>
 *   <change code level disabled>   another file's rule made to fit: <parameter
 *                          name value/> in it gives another value
 *
 * Other elements, and a set or parameter named like another, are refused.
 *
 * A check looks at every node of its context, a path from the root element.
 * Where its test, evaluated there, is not true, nor what `unless` says, the
 * sentence is made up and reported at the node that `at` leads to, or at the
 * node itself; a page marks the nodes that `cells` leads to, where there are
 * any, and else that one.  `sign` gives words of the text that is reported:
 * the finding's line and column are then those of the words.  `expected` gives
 * the value that should stand there.  `said` is what the others, and braces in
 * the sentence, call {said}: an expression that would stand in several of
 * them.  What a check with a `level` finds is no worse than that, nor than the
 * level of its rule.
 *
 * Instead of a test a check may name a function of text.h or related.h that
 * tells something of one text, without t: (direct.h): what that finds in the
 * node fails, with `below` only a number below that.  `with` and `also` are
 * the function's further arguments, evaluated once, with the root element for
 * context.  Such a check is fast: what else there is to ask, of the few nodes
 * that fail, stands in `unless`.
 *
 * `after` gives codes that have the last word on a node: where one of them was
 * found there, or at a node that `beside` leads to, which is for errors alone,
 * the check is silent.  They are of rules above it, of formulas, or of the
 * program itself: formulas and references have been looked at before all rules.
 *
 * Parameters are strings that the expressions of their rule name $name;
 * $previous is the root element of last year's data, or nothing.
 *
 * What was looked at are the nodes of the contexts.  A check with neither a
 * test nor a function has what fails for its context, and has looked at the
 * data as one where there is nothing.
 *
 * An expression that is wrong is a finding when the file is loaded.
 *
 * Ownership: what rules_get() and rules_find() give is borrowed.
 */

#include "0_base/buffer.h"
#include "0_base/findings.h"
#include "0_base/lexicon.h"
#include "0_base/resources.h"
#include "1_read/json.h"
#include "4_formulas/expression.h"
#include "4_formulas/formulas.h"

enum rule_kind {
    RULE_CHECK,                 /* by checks of its own */
    RULE_FORMULA,               /* by formulas of its code, and checks if any */
    RULE_CONSTRUCTED,           /* it cannot be broken */
    RULE_UNDECIDED,             /* the data does not tell */
    RULE_KIND_COUNT
};

struct rule_parameter {
    const char *name;
    char *value;
    const char *usual;          /* the value that the rule's file gives */
    const char *choices;        /* words that it is made of; NULL: of any */
    const char *pairs;          /* the sign between the two sides of each of its
                                   words; NULL: they have none */
    const char *from, *to;      /* bounds of a figure; both NULL for none */
    const char *text[LANGUAGE_COUNT];
};

struct rule {
    const char *code;
    const char *path;           /* of the file that it stands in */
    long line;
    enum level level;
    enum level usual_level;     /* that the rule's file gives */
    enum rule_kind kind;
    bool disabled;
    const char *title[LANGUAGE_COUNT];
    const char *reason[LANGUAGE_COUNT]; /* "" but where it has no check */
    const char *basis;
    const char *passes, *fails;         /* "" where there is no example */
    struct rule_parameter *parameters;
    size_t parameter_count, parameter_room;
    size_t first_check, check_count;
};

/* "formula", as files have it. */
const char *rule_kind_word(enum rule_kind kind);

/* What a run of a rule came to; or that none is wanted, by who makes it. */
struct rule_tally {
    size_t looked_at;           /* nodes, or values of its formulas */
    size_t found;
    bool is_left_out;
};

struct rules;

/*
 * NULL, with the reason in findings, where the file or one that it includes
 * cannot be used, or where the codes of the formulas that compare and those
 * of the rules of that kind are not the same.  The lexicon is borrowed.
 */
struct rules *rules_load(const struct resources *resources, const char *path,
    const struct formulas *formulas, const struct lexicon *lexicon,
    struct findings *findings);
void rules_free(struct rules *rules);

/* Whether they can be run: they name no function, variable or rule that does
 * not exist, every formula that compares has its rule, and every rule of that
 * kind has its formula; with the names of members, whether those in files below
 * a folder name no other element of the data.  What is wrong is a finding
 * each. */
bool rules_verify(const struct rules *rules, const struct formulas *formulas,
    const struct member_names *members, const char *folder,
    struct findings *findings);

size_t rules_count(const struct rules *rules);      /* NULL has none */
const struct rule *rules_get(const struct rules *rules, size_t k);

/* NULL where there is no rule of that code. */
const struct rule *rules_find(const struct rules *rules, const char *code);

/* Appends what a code of these rules, or of the program, is about; nothing
 * where it belongs to neither.  NULL has no rules. */
void rules_print_title(const struct rules *rules, const char *code,
    enum language language, struct buffer *out);

/*
 * Change a rule for all runs to come.  false, with a usage finding, where there
 * is no such rule or parameter, where the rule has no check to change, or
 * where a parameter that is a figure is to be none or out of its bounds, one
 * that has choices is to be something else, or one of pairs is to have words
 * that are none.
 */
bool rules_disable(struct rules *rules, const char *code,
    struct findings *findings);
bool rules_set_level(struct rules *rules, const char *code, enum level level,
    struct findings *findings);
bool rules_set_parameter(struct rules *rules, const char *code,
    const char *name, const char *value, struct findings *findings);

/* From now on runs remember the texts in which nothing was found, for one who
 * runs the rules again after each change: from one thread at a time.  Where
 * memory runs out they do not, which is no fault. */
void rules_remember_texts(struct rules *rules);

/*
 * Run every rule that is not disabled on the submission of the evaluation.
 * previous is last year's submission.xml, or NULL.  tallies has rules_count()
 * elements, which are added to.
 */
void rules_apply(const struct rules *rules, struct evaluation *evaluation,
    xmlDocPtr previous, const struct json *json, struct rule_tally *tallies);

/* What each formula looked at, as formulas_apply() counts it, and each rule, as
 * rules_apply() does. */
struct rule_counts {
    size_t *formulas;
    struct rule_tally *rules;
};

/*
 * What findings from the first-th on, those of formulas among them, say by
 * rule and place: the basis of their rule and at most its level, the
 * attachment, the place in words and the value found there.  Findings of
 * disabled rules are removed.  To the tallies is added what was found, and what
 * formulas looked at in place of rules.
 */
void rules_finish(const struct rules *rules, const struct formulas *formulas,
    struct rule_counts counts, xmlDocPtr submission,
    struct findings *findings, size_t first);

#endif
