/* What is in a folder, so that two states of it can be compared. */

#include "snapshot.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "9_bundle/journal.h"

#define HASH_BEGIN 0xcbf29ce484222325u

/* FNV-1a, 64 bits. */
static uint64_t hash_add(uint64_t hash, const void *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ ((const unsigned char *)bytes)[i]) * 0x100000001b3u;
    return hash;
}

static uint64_t hash_rest(uint64_t hash, FILE *file)
{
    char bytes[8192];
    size_t length;

    while ((length = fread(bytes, 1, sizeof bytes, file)) > 0)
        hash = hash_add(hash, bytes, length);
    return hash;
}

uint64_t hash_of(FILE *file)
{
    return hash_rest(HASH_BEGIN, file);
}

static uint64_t hash_file(const char *path, const char *name)
{
    uint64_t hash = hash_add(HASH_BEGIN, name, strlen(name) + 1);
    FILE *file = fopen(path, "rb");

    if (file == NULL)
        return hash;
    hash = hash_rest(hash, file);
    fclose(file);
    return hash;
}

static void look_below(struct snapshot *snapshot, const char *path,
    size_t root_length, bool hidden)
{
    DIR *open = opendir(path);
    struct dirent *entry;

    while (open != NULL && (entry = readdir(open)) != NULL) {
        const char *name = entry->d_name;
        char below[4096];
        struct stat status;

        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0
            || ((*name == '.' || strcmp(name, journal_name()) == 0) && !hidden))
            continue;
        snprintf(below, sizeof below, "%s/%s", path, name);
        if (lstat(below, &status) == 0 && S_ISDIR(status.st_mode)) {
            look_below(snapshot, below, root_length, hidden);
        } else if (snapshot->count < SNAPSHOT_FILES_MAX) {
            uint64_t hash = hash_file(below, below + root_length);

            snapshot->names[snapshot->count] = hash_add(HASH_BEGIN,
                below + root_length, strlen(below + root_length));
            snapshot->files[snapshot->count++] = hash;
            snapshot->sum += hash;
        }
    }
    if (open != NULL)
        closedir(open);
}

void snapshot_take(struct snapshot *snapshot, const char *path, bool hidden)
{
    snapshot->count = 0;
    snapshot->sum = 0;
    look_below(snapshot, path, strlen(path), hidden);
}

static bool is_among(uint64_t hash, const uint64_t *hashes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (hashes[i] == hash)
            return true;
    return false;
}

bool snapshot_is_within(const struct snapshot *snapshot,
    const struct snapshot *a, const struct snapshot *b)
{
    for (size_t i = 0; i < snapshot->count; i++)
        if (!is_among(snapshot->files[i], a->files, a->count)
            && !is_among(snapshot->files[i], b->files, b->count))
            return false;
    return true;
}

bool snapshot_has_names(const struct snapshot *snapshot,
    const struct snapshot *a, const struct snapshot *b)
{
    for (size_t i = 0; i < a->count; i++)
        if (is_among(a->names[i], b->names, b->count)
            && !is_among(a->names[i], snapshot->names, snapshot->count))
            return false;
    return true;
}
