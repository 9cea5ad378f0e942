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

/* Append the text of a manifest; false if memory runs out. */
bool manifest_print(const struct bundle_origin *origin,
    const struct manifest_entry *entries, size_t count, struct buffer *out);

/*
 * Read one back, of whatever origin: NULL if it is no manifest.  The caller
 * frees it with cJSON_Delete().
 */
struct cJSON *manifest_parse(const struct buffer *text);

/* Its entries, one after the other from NULL on; only those that are whole
 * and name a file of the folder itself.  NULL after the last. */
const struct cJSON *manifest_next(const struct cJSON *manifest,
    const struct cJSON *before, struct manifest_entry *entry);

/* Whether a name is that of a file in a folder, and no path. */
bool manifest_is_name(const char *name);

#endif
