#ifndef TRACE_H
#define TRACE_H

/*
 * Where the values of old data are in new data: members by their names, entries
 * of lists as a comparison has paired them.
 *
 * Ownership: the pointers are borrowed from the two submissions
 *            (submission.rng), which outlive the trace.
 */

#include <libxml/tree.h>
#include <stdbool.h>
#include <stdint.h>

#include "0_base/buffer.h"
#include "14_compare/compare.h"

struct trace;

/* Both submissions are of the comparison's texts.  NULL: out of memory. */
struct trace *trace_new(const struct comparison *comparison, xmlDocPtr old,
    xmlDocPtr new);
void trace_free(struct trace *trace);                /* NULL is allowed */

/* Appends the new pointer of an old one; false where the new data has nothing
 * of it.  The trace is `user`, as redline.h has it. */
bool trace_move(void *user, const char *pointer, struct buffer *moved);

/* One for each place in the new data: that of an old pointer, 0 where it has
 * none, and that of a new one.  failed is set where memory runs out. */
uint64_t trace_key(const struct trace *trace, const char *pointer,
    bool *failed);
uint64_t trace_key_of(const char *pointer);

#endif
