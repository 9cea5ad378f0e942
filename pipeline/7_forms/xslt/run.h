#ifndef XSLT_RUN_H
#define XSLT_RUN_H

/*
 * A stylesheet as it runs on one tree.
 *
 * Ownership: program_run.c makes it for one run, and frees it at its end; the
 *            program, its constant documents and the source are borrowed.
 *            What lies in a pool is never freed by itself.
 */

#include "7_forms/xslt/program.h"
#include "7_forms/xslt/result.h"

/* A key's nodes in a tree by what they are found with. */
struct entry {
    struct text use;
    uint32_t hash;
    struct nodes nodes;
    struct entry *next;         /* of the same slot */
};

struct index {
    size_t key;
    unsigned serial;            /* of the tree */
    bool is_whole;              /* false in the making */
    struct entry **slots;
    size_t room, count;
    struct index *next;
};

struct loaded {
    const char *path;
    xmlDocPtr doc;
    struct tree tree;
    struct loaded *next;
};

struct run {
    const struct program *program;
    struct way_out out;
    struct pool passing;        /* down to marks: frames of templates */
    struct pool lasting;        /* the same, of global variables */
    struct pool kept;           /* indexes, names */
    struct names names;
    struct tree source;
    struct tree *trees;         /* fragments, the newest first */
    struct tree *global_trees;
    struct tree *spare_trees;   /* cleared ones */
    unsigned serial;            /* of the last tree */
    struct value *globals;
    bool *being_made;           /* globals */
    size_t globals_made;
    struct index *indexes;
    struct loaded *loaded;      /* documents that have no constant address */
    struct result *result;      /* where output goes */
    struct open_stack open;     /* what results share */
    struct buffer words;        /* text of fragments in the making */
    unsigned depth;             /* of sequences within others */
    struct machine machine;     /* of expressions */
    unsigned long steps;        /* instructions that may still be executed */
    struct html_names *html;    /* of a sink; NULL: none was asked for yet */
    size_t bytes;               /* that output and fragments may still take */
    const struct parameter *parameter;  /* NULL: none */
};

#define DEPTH_MAX 3000          /* libxslt's */

/* Each of a sequence, in turn. */
static inline void instructions_execute(const struct instruction *first,
    struct context *context)
{
    if (++context->run->depth > DEPTH_MAX)
        give_up(context->pool->out, "recursion", NULL);
    for (; first; first = first->next) {
        if (context->run->steps-- == 0)
            give_up(context->pool->out, too_many_steps, NULL);
        first->execute(first, context);
    }
    context->run->depth--;
}

#endif
