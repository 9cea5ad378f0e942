#ifndef FRAGMENT_H
#define FRAGMENT_H

/*
 * What the content of a variable or a parameter makes: text alone, as long as
 * nothing else comes, or a tree.
 *
 * Ownership: a tree is the run's until the template that made it ends.
 */

#include "7_forms/xslt/result.h"
#include "7_forms/xslt/run.h"

/* A new tree of the run. */
struct tree *fragment_tree(struct context *context);
const struct name *fragment_name(struct context *context,
    const char *local);

/* The root of a fragment, which gets a tree where it has none. */
struct node *fragment_root(const struct fragment *fragment,
    struct context *context);

/* Runs the content, whose output goes to a fragment. */
struct fragment fragment_of(const struct instruction *content,
    struct context *context);

/* The same where text alone is allowed: of an attribute, say. */
struct text fragment_text(const struct instruction *content,
    struct context *context);

/* Down to one of the list; NULL: all. */
void fragments_release(struct run *run, struct tree **trees,
    const struct tree *down_to);
void fragments_free(struct run *run);

/* What a template or a turn of a loop takes, given back at its end; not where
 * a global variable, which lasts, was made of the same memory. */
struct frame {
    struct pool_mark mark;
    const struct tree *newest;
    size_t globals_made;
};

struct frame frame_begin(const struct context *context);
void frame_end(const struct context *context, struct frame frame);

#endif
