#ifndef PROGRAM_COMPILE_H
#define PROGRAM_COMPILE_H

/*
 * Stylesheets compiled here: what they use of XSLT 1.0, XPath 1.0 and EXSLT is
 * known, or they are not compiled and libxslt has them.
 *
 * Ownership: a program is the caller's; it is only read once it is compiled,
 *            by several threads at a time.
 */

#include "0_base/resources.h"
#include "0_base/value.h"
#include "7_forms/xslt/program.h"

/* NULL where something is not known, or memory runs out; why is a text of the
 * program, and what it is about. */
struct program *program_compile(const struct resources *resources,
    const char *path, const char **why);
/* The why of a stylesheet that libxslt would not end with, either: modules that
 * include others twice, over and over. */
extern const char program_endless[];
void program_free(struct program *program);     /* NULL is allowed */

#endif
