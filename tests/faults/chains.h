#ifndef CHAINS_H
#define CHAINS_H

/* Which allocations are alike: those that the same functions called for, one
 * inside the other.  Of each kind the first one is worth a run. */

#include <stdbool.h>
#include <stddef.h>

/* Memory that children write, too, zero at first; a file keeps it from one
 * harness to the next, NULL forgets it at the end.  NULL where it cannot be
 * had. */
void *share_memory(const char *file, size_t size);

/* The kinds are in memory of share_memory(); false where it cannot be had. */
bool chains_open(const char *file);

/* The nth call is made; it counts if no harness has seen its kind. */
void chains_note(unsigned long n);

/* The calls that count, from 0 on; 0 behind the last. */
unsigned long chains_get(unsigned long k);

#endif
