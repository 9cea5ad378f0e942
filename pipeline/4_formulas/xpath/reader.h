#ifndef READER_H
#define READER_H

/* An expression or a pattern as it is read. */

#include "4_formulas/xpath/token.h"

struct reader {
    struct tokens tokens;
    unsigned depth;             /* of brackets */
    bool is_pattern;            /* with fewer axes */
    /* A whole expression, in brackets of any kind. */
    const struct expr *(*any)(struct reader *reader);
};

_Noreturn void reader_refuse(struct reader *reader, const char *why);
const char *reader_copy(struct reader *reader, struct text text);

/* STEP (/ STEP | // STEP)…, the first after what slashes there were. */
void steps_read(struct reader *reader, struct step **last,
    enum token slashes);

/* [EXPRESSION]…, of a step or, as one, of a base. */
void predicates_read(struct reader *reader, struct step *step);

/* Whether a step begins here, and not a function call. */
bool steps_begin(const struct tokens *tokens);
struct step *step_new(struct reader *reader, enum axis axis, enum test test);

/* Any expression: what reader->any is for an expression. */
const struct expr *expr_read_any(struct reader *reader);

#endif
