#ifndef STATED_WALK_H
#define STATED_WALK_H

/*
 * What t:stated-otherwise knows while it reads on from a name, and what the
 * cells of the entries of that name make of a figure.  What they state
 * otherwise is appended to walk->out.
 */

#include <stdbool.h>

#include "0_base/buffer.h"
#include "6_rules/related/measures.h"
#include "6_rules/related/passage.h"
#include "6_rules/text/statements.h"

/* What the next figure is said to be. */
enum role {
    NOTHING,
    NAMED,                      /* right behind the name */
    TARGET,
    RESULT,
    ABOVE,                      /* so much more than the target */
    BELOW,
    SHARE                       /* the result in percent of the target */
};

/* Reads on from a name in a sentence. */
struct walk {
    const struct lexicon *lexicon;
    const struct passage *passage;
    size_t offset;              /* of the sentence in the passage */
    const struct text_statement *statement;
    bool planned;               /* the text is a plan: figures are targets */
    const struct measure_name *name;
    size_t names;               /* of the same words */
    size_t begin, at;           /* of the name; behind what was read */
    size_t figure;              /* the next one at or behind `at` */
    enum role role;
    size_t called;              /* where the words for the role begin */
    int done;                   /* characters that skip_done() may pass over */
    enum role differing;        /* ABOVE behind 高于, until a figure comes */
    struct buffer *out;
};

/* Whether a sentence tells, up to a byte, of another time than the year of the
 * data, or of several things in turn. */
bool stated_is_of_others(const struct text_statement *statement, size_t end,
    int year);

/* Whether a name that begins at a byte stands by itself: after other words what
 * is said is of a part, 城区结案率. */
bool stated_stands_alone(const struct lexicon *lexicon, const char *text,
    size_t begin);

/* Whether a figure is in percentage points. */
bool stated_is_points(const struct walk *walk,
    const struct text_figure *figure);

/* Whether a figure is a rate, and the cells of the entries are none: it is in
 * percent of the target. */
bool stated_is_other_rate(const struct walk *walk,
    const struct text_figure *figure);

/* Looks for the figure in one of the cells of each entry of the name; of one
 * right behind the name in both. */
void stated_judge_cells(const struct walk *walk,
    const struct text_figure *figure);

/* Whether an entry of the name may have so much more than its target, or less
 * (ABOVE, BELOW). */
bool stated_may_differ(const struct walk *walk, enum role role,
    const struct text_figure *figure);
void stated_judge_difference(const struct walk *walk, enum role role,
    const struct text_figure *figure);

/* 完成年度目标的97.8%: the ratio of both cells, in percent; how far a ceiling was
 * kept is calculated in many ways. */
void stated_judge_share(const struct walk *walk,
    const struct text_figure *figure);

#endif
