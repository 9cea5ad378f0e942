#ifndef LATE_H
#define LATE_H

/*
 * Shared libraries that few commands need.  To load one with the program would
 * take a part of the time of every command; it is opened when it is needed.
 *
 * Each has a header with the list of the functions that are used of it:
 *
 *     #define FOO_CALLS(CALL) CALL(foo_open) CALL(foo_close)
 *     extern struct foo_calls {
 *         FOO_CALLS(LATE_MEMBER)
 *     } foo;
 *     #define foo_open foo.foo_open
 *     #define foo_close foo.foo_close
 *
 * What includes that header calls them as if they were linked.  The compiler
 * finds a name that is missing in the list, the linker one without a #define.
 *
 * Threads:   any may open one.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/findings.h"

#define LATE_MEMBER(name) __typeof__(name) *name;
#define LATE_NAME(name) #name,

struct late_library {
    const char *file;           /* as the system's loader looks for it */
    const char *const *names;   /* of the functions, NULL at the end */
    void *calls;                /* pointers to them in this order */
    bool is_open;
};

/* Opens it, and never closes it.  False, with a finding (findings may be NULL),
 * where the library is not there, lacks a function, or has no room in memory:
 * none of them may be called then. */
bool late_open(struct late_library *library, struct findings *findings);

#endif
