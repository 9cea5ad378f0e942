#ifndef EXPLANATIONS_H
#define EXPLANATIONS_H

/*
 * The explanations of a data file: entries of the list `explanations` with
 * the rule's code, the pointer of its place and the reason.  A warning that
 * is explained, or a hint, stays with the file and is open no longer; an error
 * cannot be explained away.  Of a rule that is disabled nothing is said, nor of
 * one that is silent at the place because another has the last word there
 * (rules.h).
 */

#include <libxml/tree.h>

#include "0_base/findings.h"
#include "1_read/json.h"
#include "6_rules/rules.h"

/* Answers the findings from the first-th on; an explanation that answers
 * nothing is a finding itself.  rules may be NULL: none is silent. */
void explanations_apply(const struct rules *rules, xmlDocPtr submission,
    const struct json *json, struct findings *findings, size_t first);

#endif
