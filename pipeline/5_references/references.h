#ifndef REFERENCES_H
#define REFERENCES_H

/*
 * References in text: {{path}}, {{path | notation | notation}}.
 *
 * A reference becomes a `reference` element of submission.xml that carries
 * where the value came from, and reads as the value with its unit.  Notations
 * are those of figures (value.h), and for lists 个数 (their count) and 顿号
 * (their entries joined by 、).  \{{ stands for two braces.
 * A notation that does not fit the type of the value, that is given twice, or
 * that another one excludes (two units; a unit behind 数) is a finding.
 *
 * A text may refer to a text; that one's references are resolved first.
 */

#include <libxml/tree.h>

#include "0_base/findings.h"
#include "0_base/value.h"
#include "1_read/json.h"

/* Resolves the references of every text below the root. */
void references_resolve(xmlDocPtr submission, struct print_style style,
    const struct json *json, struct findings *findings);

#endif
