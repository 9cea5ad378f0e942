#ifndef TRACE_H
#define TRACE_H

/*
 * Where the values of old data are in new data: the members of an object by
 * their names, the entries of a list by their keys (x-key), those that have
 * none by what they say, and where several of them say something else, in
 * their order.
 *
 * Ownership: the pointers are borrowed from the two submissions
 *            (submission.rng), which outlive the trace.
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "0_base/buffer.h"

struct trace;

/* NULL: out of memory. */
struct trace *trace_new(xmlDocPtr old, xmlDocPtr new);
void trace_free(struct trace *trace);                /* NULL is allowed */

/* Appends the new pointer of an old one; false where the new data has nothing
 * of it.  The trace is `user`, as redline.h has it. */
bool trace_move(void *user, const char *pointer, struct buffer *moved);

#endif
