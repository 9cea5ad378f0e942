#ifndef NATIVE_H
#define NATIVE_H

/*
 * Expressions compiled by the program itself (xpath/), and evaluated on the
 * elements of a submission in one array.
 *
 * Ownership: what native_compile() gives is the caller's, and read-only
 *            afterwards; results are the caller's.
 * Errors:    NULL means that libxml2 has to do it: nobody knows the construct
 *            here, the nodes are of another tree, a function failed, memory
 *            ran out; or that it has no end.
 */

#include <libxml/xpath.h>

struct flat_function;
struct native;

struct native *native_compile(const char *text);
/* As an expression that gives those nodes of the variable for which the test
 * is not true. */
struct native *native_compile_filter(const char *variable, const char *test);
void native_free(struct native *native);        /* NULL is allowed */

/* What expressions are evaluated with on one tree. */
struct native_run;

/* The context has the functions and the variables.  NULL for a tree that is
 * no submission (submission_new()), too. */
struct native_run *native_begin(xmlXPathContextPtr context);
void native_end(struct native_run *run);        /* NULL is allowed */

/* Functions that the context has, too; the list is borrowed. */
void native_offer(struct native_run *run,
    const struct flat_function *functions, size_t count);

/* Lists the elements of the tree once more where others were added to it or
 * taken from it.  False if memory runs out: nothing is evaluated then. */
bool native_refresh(struct native_run *run);

/* To be told when libxml2 has evaluated something. */
void native_forget(struct native_run *run);

/* The object, a result of the last evaluation, stays as it is as long as the
 * run: its nodes need not be found again where a variable has it. */
void native_keep(struct native_run *run, xmlXPathObjectPtr object);

xmlXPathObjectPtr native_evaluate(const struct native *native,
    struct native_run *run, xmlNodePtr node);

/* Whether the last evaluation gave NULL because it took too many steps or too
 * much memory: libxml2 would not end, either. */
bool native_is_endless(const struct native_run *run);

#endif
