#ifndef EDIT_ANSWERS_H
#define EDIT_ANSWERS_H

/*
 * Answers to findings: the explanations of a data file (6_rules).
 */

#include "17_edit/entries.h"

/* Writes the reason for what a rule finds at a place, in place of one that
 * there is; blank: takes it away. */
enum entries_fault answers_write(struct editing *editing, const char *code,
    const char *pointer, const char *reason);

/* Whether a pointer leads to an explanation, or to a value of one. */
bool answers_have(const char *pointer);

#endif
