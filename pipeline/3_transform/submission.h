#ifndef SUBMISSION_H
#define SUBMISSION_H

/*
 * Elements of submission.xml (schemas/common/submission.rng), read and
 * written: what the transformer makes, formulas fill, references quote.
 *
 * Ownership: strings are borrowed from the tree and live until the attribute
 *            or the element changes.
 * Errors:    false means that memory ran out.
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "0_base/value.h"

enum state { STATE_STATED, STATE_DERIVED, STATE_NULL, STATE_ABSENT };

const char *state_name(enum state state);

/* NULL where there is no such attribute. */
const char *node_attribute(xmlNodePtr node, const char *name);
bool node_set_attribute(xmlNodePtr node, const char *name, const char *value);

/* The first child element of that name, NULL if there is none. */
xmlNodePtr node_child(xmlNodePtr node, const char *name);

enum state node_state(xmlNodePtr node);

/* Whether the element is a leaf, and of which type. */
bool node_value_type(xmlNodePtr node, enum value_type *type);

/* The figure of a leaf, blank where it has none. */
struct figure node_figure(xmlNodePtr leaf);

/* Give a leaf its figure: @value in the base unit, content as printed. */
bool node_set_figure(xmlNodePtr leaf, struct decimal value,
    struct print_style style);

/* Give a leaf its words; a date is printed as the forms have it. */
bool node_set_words(xmlNodePtr leaf, const char *words);

#endif
