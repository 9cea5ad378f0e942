#ifndef NODES_H
#define NODES_H

/*
 * XPath functions about nodes, for rules, in the namespace of text.h and with
 * the tree of related.h:
 *
 *   t:elements(conditions)  all elements of the tree, the references in texts
 *                           aside, that fulfil every one of the conditions,
 *                           which spaces separate: asked for "has the
 *                           attribute", state=null|absent for "with one of
 *                           these values", self=final|total for "has one of
 *                           these names".  As descendant::*[…], but many
 *                           times as fast
 *   t:elements(conditions, nodes)   those of the nodes that do
 *   t:within(nodes, others)   those of the nodes, elements of the tree, that
 *                           are one of the others or in one of them.  As
 *                           $nodes[ancestor-or-self::…], but the ancestors are
 *                           not looked at one by one for each
 *   t:outside(nodes, others)  the rest of these
 *   t:with(nodes, others)     those of the nodes, elements of the tree, that
 *                           one of the others is or is in.  As
 *                           $nodes[descendant-or-self::…], likewise
 *   t:without(nodes, others)  the rest of these
 *   t:union(nodes, nodes...)  the nodes of two to four sets, each once.  As
 *                           first | second, which takes the time of comparing
 *                           each node of one set with each of the other
 *   t:parents(nodes)        the elements that the nodes are right in, each
 *                           once.  As $nodes/parent::*, which compares each
 *                           with all
 *   t:having(nodes, text)   those of the nodes whose string value is the text;
 *                           the text is evaluated where the function stands,
 *                           which a predicate of the nodes could not do
 *   t:rests(node, separator)    what totals leave for a blank (@rest,
 *                           formulas.h), or for each of the blanks in it, these
 *                           with their names and the separator between: of the
 *                           first part that has any
 *   t:place(node)           the place as a person says it (where.h), "" for
 *                           no node
 */

#include <libxml/xpath.h>
#include <stdbool.h>

#include "4_formulas/native.h"

/* Make the functions known to an XPath context in which related.h is, too.
 * False if memory runs out. */
bool nodes_register(xmlXPathContextPtr context);

/* Make those that ask of the tree's own elements known to its compiled
 * expressions. */
void nodes_offer(struct native_run *run);

#endif
