#ifndef STEADY_H
#define STEADY_H

/*
 * Templates that make the same whatever is rendered: of what the stylesheet
 * and the documents that it names say alone.  A call of one is run once, and
 * what it wrote is kept for the runs that come.
 *
 * Threads:   runs of one program may keep and write at the same time.
 * Ownership: steady_free() takes what a program has kept.
 */

#include "7_forms/xslt/program.h"
#include "7_forms/xslt/result.h"

/* Finds the templates of a program that is compiled. */
void steady_find(struct program *program);
void steady_free(struct program *program);

/* Where a template keeps what it has written. */
struct keeping *keeping_new(struct pool *pool);

/* Where the output of a call begins; .keeping is NULL where none is kept. */
struct steady_call {
    struct keeping *keeping;
    size_t from, bytes;
};

/* Writes what a call of the template without parameters has written at such a
 * place before; false where it is to be run, with steady_end() behind it. */
bool steady_begin(struct steady_call *call, const struct template *template,
    struct result *result);
void steady_end(const struct steady_call *call, const struct result *result);

#endif
