#include "folder.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

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

static void look_below(struct folder *folder, const char *path,
    size_t root_length, bool hidden)
{
    DIR *open = opendir(path);
    struct dirent *entry;

    while (open != NULL && (entry = readdir(open)) != NULL) {
        const char *name = entry->d_name;
        char below[4096];
        struct stat status;

        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0
            || (*name == '.' && !hidden))
            continue;
        snprintf(below, sizeof below, "%s/%s", path, name);
        if (lstat(below, &status) == 0 && S_ISDIR(status.st_mode)) {
            look_below(folder, below, root_length, hidden);
        } else if (folder->count < FOLDER_FILES_MAX) {
            uint64_t hash = hash_file(below, below + root_length);

            folder->files[folder->count++] = hash;
            folder->sum += hash;
        }
    }
    if (open != NULL)
        closedir(open);
}

void folder_look(struct folder *folder, const char *path, bool hidden)
{
    folder->count = 0;
    folder->sum = 0;
    look_below(folder, path, strlen(path), hidden);
}

static bool folder_has(const struct folder *folder, uint64_t file)
{
    for (size_t i = 0; i < folder->count; i++)
        if (folder->files[i] == file)
            return true;
    return false;
}

bool folder_is_within(const struct folder *folder, const struct folder *a,
    const struct folder *b)
{
    for (size_t i = 0; i < folder->count; i++)
        if (!folder_has(a, folder->files[i])
            && !folder_has(b, folder->files[i]))
            return false;
    return true;
}
