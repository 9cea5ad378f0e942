#ifndef EXPLANATIONS_H
#define EXPLANATIONS_H

/*
 * The explanations of a data file: entries of the list `explanations` with
 * the rule's code, the pointer of its place and the reason.  A warning that
 * is explained stays with the file and is open no longer; an error cannot be
 * explained away.
 */

#include <libxml/tree.h>

#include "0_base/findings.h"
#include "1_read/json.h"

/* Answers the findings from the first-th on; an explanation that answers
 * nothing is a finding itself. */
void explanations_apply(xmlDocPtr submission, const struct json *json,
    struct findings *findings, size_t first);

#endif
