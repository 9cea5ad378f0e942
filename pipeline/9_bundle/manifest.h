#ifndef MANIFEST_H
#define MANIFEST_H

/*
 * manifest.json: the files of a set, with size and SHA-256, and where the
 * set comes from.
 *
 *     { "program": "…", "edition": "…",
 *       "data": { "name": "…", "sha256": "…" },
 *       "files": [ { "name": "…", "size": 1, "sha256": "…" }, … ] }
 *
 * A file that a build of a part left as an earlier one had made it, from
 * other data, has the digest of those in "data_sha256".
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/buffer.h"
#include "9_bundle/bundle.h"

struct cJSON;

struct manifest_entry {
    const char *name;
    size_t size;
    const char *digest;
    const char *data;           /* digest of the data that it was made from */
};

/* A manifest, which the caller frees with cJSON_Delete(); NULL if memory runs
 * out. */
struct cJSON *manifest_new(const struct bundle_origin *origin,
    const struct manifest_entry *entries, size_t count);

/* Append the text of a manifest; false if memory runs out. */
bool manifest_print(const struct bundle_origin *origin,
    const struct manifest_entry *entries, size_t count, struct buffer *out);

/*
 * One that was read back, of whatever origin: only entries that are whole and
 * name a file of the folder itself, each name once, in the order of the names.
 */
struct manifest {
    struct cJSON *tree;
    struct manifest_entry *entries;
    size_t count;
};

/* 0, and the manifest, which has no tree and nothing to free where the text is
 * none; or ENOMEM. */
int manifest_read(struct manifest *manifest, const char *text);
void manifest_free(struct manifest *manifest);

/* NULL where it has no such file. */
const struct manifest_entry *manifest_find(const struct manifest *manifest,
    const char *name);

/* Whether the text is as manifest_print() would print what it says.  failed
 * is set where memory runs out, and else left alone. */
bool manifest_is_as_printed(const char *text, bool *failed);

/* Whether a name is that of a file in a folder, and no path. */
bool manifest_is_name(const char *name);

#endif
