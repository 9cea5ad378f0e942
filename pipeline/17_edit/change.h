#ifndef EDIT_CHANGE_H
#define EDIT_CHANGE_H

/*
 * What a person does to a draft, one thing at a time, as splices of a step.
 */

#include <libxml/tree.h>

#include "0_base/findings.h"
#include "0_base/lexicon.h"
#include "17_edit/editing.h"
#include "4_formulas/formulas.h"

enum change_kind {
    CHANGE_SET,                 /* words, as they were typed; blank: clear */
    CHANGE_TEXT,                /* words with references, as data has them */
    CHANGE_NULL,                /* blank on purpose */
    CHANGE_CLEAR,               /* not stated any longer */
    CHANGE_INSERT,              /* a new entry there */
    CHANGE_REMOVE,
    CHANGE_MOVE,
    CHANGE_NONE,                /* a list without entries, as it is stated */
    CHANGE_QUOTE,               /* a figure of a text, as a reference */
    CHANGE_ANSWER,              /* the words answer what a rule finds there */
    CHANGE_KIND_COUNT
};

struct change {
    enum change_kind kind;
    const char *pointer;
    const char *words;          /* of set, text and answer; of insert into a
                                   map: what the entry is called */
    const char *code;           /* of answer: the rule's */
    const char *figure, *reference;     /* of quote */
    const char *from;           /* of move */
    const char *entry;          /* of insert: entries.h; NULL */
    const char *shown;          /* of set: the unit that the form shows; NULL */
    bool against;               /* a formula: stated all the same */
};

/* A step being made of changes. */
struct changing {
    struct editing editing;
    xmlDocPtr submission;       /* of the data before; NULL: it has no shape */
    const struct formulas *formulas;
    const struct lexicon *lexicon;
    bool has_moved;             /* entries have other numbers by now */
    struct findings *findings;
    struct findings *understood;        /* hints: what words were taken for */
};

/* False, with a finding at the place, where it cannot be made, or memory ran
 * out; the step is then to be cancelled. */
bool change_make(struct changing *changing, const struct change *change);

/* Once all changes of a step are made: references by number follow the entries
 * that it has moved.  False as above. */
bool change_finish(struct changing *changing);

/* What gives a value that the data does not state: the code of a formula, or
 * NULL. */
const char *change_formula(xmlDocPtr submission, const char *pointer);

#endif
