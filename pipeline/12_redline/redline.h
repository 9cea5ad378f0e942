#ifndef REDLINE_H
#define REDLINE_H

/*
 * What changed between two page models, as a page model: what came and what
 * went stands in one document and is marked (document.rng), so that every
 * format can show it, and Word can accept or reject it.
 *
 * Values are the same where they come from the same place in the data, and
 * attachments where they are of one kind and about the same.
 *
 * Ownership: what redline_new() gives is the caller's; all arguments are
 *            borrowed for as long as it lives.
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "0_base/buffer.h"
#include "0_base/lexicon.h"

/* Appends where in the new data the value of a JSON Pointer into the old data
 * is; false where it is no more. */
typedef bool redline_mover(void *user, const char *pointer,
    struct buffer *moved);

/* Writes the pointers of an old page model as those of the new data.  False if
 * memory runs out. */
bool redline_move(xmlDocPtr old, redline_mover *move, void *user);

struct redline;

/* old has the pointers of the new data.  NULL: out of memory. */
struct redline *redline_new(xmlDocPtr old, xmlDocPtr new,
    const struct lexicon *lexicon);
void redline_free(struct redline *redline);             /* NULL is allowed */

/*
 * The next attachment that says something else than it did, as a page model of
 * its own, which the caller frees: those of the new page model first, then
 * those that are no more.  NULL behind the last, and where memory runs out.
 */
xmlDocPtr redline_next(struct redline *redline);
bool redline_failed(const struct redline *redline);

#endif
