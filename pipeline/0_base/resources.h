#ifndef RESOURCES_H
#define RESOURCES_H

/*
 * Schemas, rules and stylesheets: built into the program, or from a folder.
 *
 * Paths:     relative to the repository's root, with "/": for example
 *            "schemas/hunan-county-2023/submission.schema.json".
 * Built in:  every file below schemas/ and stylesheets/ (the table is made
 *            by pipeline/resources/embed.c and sorted by the bytes of paths).
 */

#include <stddef.h>

struct resource {
    const char *path;
    const unsigned char *bytes;     /* a NUL follows the last one */
    size_t length;                  /* without that NUL */
};

/* Files that stand in for those of a folder: as resource_load() has them, the
 * steps of the path worked out. */
typedef char *resource_source(void *user, const char *path, size_t *length);

/* Where resource_load() takes files from. */
struct resources {
    const char *data_dir;       /* holds schemas/ and stylesheets/; NULL:
                                   what is built in */
    resource_source *source;    /* NULL, or what is asked instead of both */
    void *source_user;
};

/* The one built in under exactly this path, NULL if there is none. */
const struct resource *resource_find(const char *path);

/* All that are built in, k from 0 to resource_count() - 1. */
size_t resource_count(void);
const struct resource *resource_get(size_t k);

/*
 * The bytes of a resource, NUL-terminated; the caller frees them.  Steps such
 * as "a/../b" and "./" in the path are worked out first; one that leads out
 * of the root, or an absolute path, is not found.
 * NULL with errno ENOENT (no such resource), ENOMEM, or what reading the file
 * gave.  length may be NULL.
 */
char *resource_load(const struct resources *resources, const char *path,
    size_t *length);

#endif
