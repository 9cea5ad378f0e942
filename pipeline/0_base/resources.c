/*
 * Files that are built in, found by bisection, or those of a folder in their
 * place.
 */

#include "0_base/resources.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "0_base/resource_table.h"

size_t resource_count(void)
{
    return resource_table_count;
}

const struct resource *resource_get(size_t k)
{
    return k < resource_table_count ? &resource_table[k] : NULL;
}

static int path_compares(const void *path, const void *resource)
{
    return strcmp(path, ((const struct resource *)resource)->path);
}

const struct resource *resource_find(const char *path)
{
    return bsearch(path, resource_table, resource_table_count,
        sizeof *resource_table, path_compares);
}

/* Work out "." and ".." in place; false where the path leads out. */
static bool path_normalize(char *path)
{
    char *end = path;           /* of what is normal */
    char *step = path;

    if (*path == '/')
        return false;
    while (*step != '\0') {
        size_t length = strcspn(step, "/");
        char *next = step + length + (step[length] == '/');

        if (length == 2 && strncmp(step, "..", 2) == 0) {
            if (end == path)
                return false;
            for (end--; end > path && end[-1] != '/'; end--)
                ;
        } else if (length > 0 && !(length == 1 && *step == '.')) {
            memmove(end, step, (size_t)(next - step));
            end += next - step;
        }
        step = next;
    }
    *end = '\0';
    return end > path && end[-1] != '/';
}

static char *load_built_in(const char *path, size_t *length)
{
    const struct resource *found = resource_find(path);
    char *bytes;

    if (found == NULL) {
        errno = ENOENT;
        return NULL;
    }
    bytes = malloc(found->length + 1);
    if (bytes == NULL) {
        errno = ENOMEM;
        return NULL;
    }
    memcpy(bytes, found->bytes, found->length + 1);
    *length = found->length;
    return bytes;
}

static char *file_read(FILE *file, size_t *length)
{
    char *bytes = NULL;
    size_t room = 0, used = 0;

    for (;;) {
        if (used + 1 >= room) {
            size_t wider = room == 0 ? 1u << 14 : room * 2;
            char *moved = realloc(bytes, wider);

            if (moved == NULL) {
                errno = ENOMEM;
                break;
            }
            bytes = moved;
            room = wider;
        }
        used += fread(bytes + used, 1, room - used - 1, file);
        if (ferror(file))
            break;
        if (feof(file)) {
            bytes[used] = '\0';
            *length = used;
            return bytes;
        }
    }
    free(bytes);
    return NULL;
}

/* Plain files alone: a pipe without a writer would be waited for. */
static FILE *open_file(const char *name)
{
    int fd = open(name, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    struct stat status;
    FILE *file = NULL;
    int fault;

    if (fd < 0)
        return NULL;
    errno = ENXIO;
    if (fstat(fd, &status) == 0 && (S_ISREG(status.st_mode)
            || S_ISDIR(status.st_mode)))
        file = fdopen(fd, "rb");
    fault = errno;
    if (file == NULL)
        close(fd);
    errno = fault;
    return file;
}

static char *load_file(const char *folder, const char *path, size_t *length)
{
    size_t size = strlen(folder) + strlen(path) + 2;
    char *name = malloc(size);
    char *bytes = NULL;
    FILE *file;
    int fault;

    if (name == NULL) {
        errno = ENOMEM;
        return NULL;
    }
    snprintf(name, size, "%s/%s", folder, path);
    file = open_file(name);
    free(name);
    if (file == NULL)
        return NULL;
    bytes = file_read(file, length);
    fault = errno;
    fclose(file);
    errno = fault;
    return bytes;
}

static char *load_normal(const struct resources *resources, const char *path,
    size_t *length)
{
    if (resources->source != NULL)
        return resources->source(resources->source_user, path, length);
    return resources->data_dir != NULL
        ? load_file(resources->data_dir, path, length)
        : load_built_in(path, length);
}

char *resource_load(const struct resources *resources, const char *path,
    size_t *length)
{
    char *normal = strdup(path);
    char *bytes = NULL;
    size_t loaded = 0;
    int fault;

    if (normal == NULL) {
        errno = ENOMEM;
        return NULL;
    }
    if (path_normalize(normal))
        bytes = load_normal(resources, normal, &loaded);
    else
        errno = ENOENT;
    fault = errno;
    if (length != NULL)
        *length = loaded;
    free(normal);
    errno = fault;
    return bytes;
}
