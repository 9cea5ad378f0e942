#ifndef WORD_XML_H
#define WORD_XML_H

/*
 * Elements of WordprocessingML, transitional or strict.
 */

#include <libxml/tree.h>
#include <stdbool.h>

/* Whether a node is an element of that name of WordprocessingML. */
bool word_is(xmlNodePtr node, const char *name);

/* The first child element of that name, or NULL; node may be NULL. */
xmlNodePtr word_child(xmlNodePtr node, const char *name);

/* An attribute in the element's own namespace; NULL where there is none. */
const char *word_attribute(xmlNodePtr element, const char *name);

/* Whether the words of a run are hidden or struck through: it is not sure that
 * they are meant to be there. */
bool word_run_is_struck(xmlNodePtr run);

#endif
