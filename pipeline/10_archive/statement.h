#ifndef STATEMENT_H
#define STATEMENT_H

/*
 * What manifest.xml states, read back (schemas/common/archive.rng).
 *
 * Ownership: statement_read() gives the caller a statement to free; everything
 *            in it is borrowed from its tree.
 * Trust:     nothing of it is believed before statement_paths_are_sound() and
 *            the grammar have seen it.
 */

#include <libxml/tree.h>
#include <stdbool.h>
#include <stdint.h>

#include "10_archive/archive.h"
#include "10_archive/store.h"

#define MANIFEST_SIZE_MAX (16u << 20)   /* bytes */

struct stated {
    const char *path, *role, *media_type;
    const char *sha256, *sm3;
    uint64_t size;
};

struct statement {
    xmlDocPtr tree;
    struct buffer text;         /* the bytes of the manifest */
    struct stated *files;       /* in their order; attributes that are lacking
                                   are "" */
    size_t count;
    const char *pdf_level;      /* "1b", "2a" */
    const char *program;
};

/* The manifest of a store; NULL, with findings, where there is none that can
 * be read. */
struct statement *statement_read(const struct store *store,
    struct findings *findings);
void statement_free(struct statement *statement);       /* NULL is allowed */

/* Whether every path stays in the archive and is there once, on systems that
 * take capital and small letters for the same, too; what is not is found. */
bool statement_paths_are_sound(const struct statement *statement,
    struct findings *findings);

/* The element of that name in the root; NULL where there is none. */
xmlNodePtr statement_part(const struct statement *statement, const char *name);

/* Whether a path is the manifest's or one of those beside it. */
bool statement_is_beside(const char *path);

#endif
