/* The resources below a folder, built in or of the user's. */

#include "0_base/resource_list.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "0_base/buffer.h"
#include "0_base/fault.h"
#include "0_base/list.h"

#define DEPTH_MAX 16            /* folders may be links to those above them */

struct paths {
    const char *data_dir;
    char **list;
    size_t count, room;
    int fault;                  /* the first errno */
};

static bool list_built_in(const char *folder, resource_visitor *visit,
    void *user)
{
    size_t length = strlen(folder);
    bool good = true;

    for (size_t k = 0; good && k < resource_count(); k++)
        if (strncmp(resource_get(k)->path, folder, length) == 0)
            good = visit(user, resource_get(k)->path);
    return good;
}

static bool is_wanted(const char *name)
{
    size_t length = strlen(name);

    return name[0] != '.' && length > 0 && name[length - 1] != '~';
}

/* Takes the path. */
static void keep(struct paths *paths, char *path)
{
    char **list = path ? list_room(paths->list, paths->count, &paths->room,
        sizeof *list) : NULL;

    if (!list) {
        paths->fault = ENOMEM;
        free(path);
        return;
    }
    paths->list = list;
    list[paths->count++] = path;
}

static char *join(const char *one, const char *other, const char *end)
{
    struct buffer text = BUFFER_EMPTY;

    buffer_printf(&text, "%s%s%s", one, other, end);
    return buffer_take(&text);
}

static void walk(struct paths *paths, const char *folder, int depth);

/* A path, and whether it is that of a folder; NULL: out of memory. */
static void look_at(struct paths *paths, const char *folder, const char *name,
    int depth)
{
    struct stat status = { .st_mode = 0 };
    char *path = join(folder, name, "");
    char *whole = path ? join(paths->data_dir, "/", path) : NULL;

    if (!whole)
        paths->fault = ENOMEM;
    else if (stat(whole, &status) != 0)
        paths->fault = errno;
    free(whole);
    if (path && S_ISREG(status.st_mode)) {
        keep(paths, path);
        return;
    }
    char *below = path && S_ISDIR(status.st_mode) ? join(path, "/", "")
        : NULL;
    if (below)
        walk(paths, below, depth + 1);
    free(below);
    free(path);
}

static void walk(struct paths *paths, const char *folder, int depth)
{
    char *whole = join(paths->data_dir, "/", folder);
    DIR *stream = whole && depth < DEPTH_MAX ? opendir(whole) : NULL;
    const struct dirent *entry;

    if (!whole)
        paths->fault = ENOMEM;
    else if (depth >= DEPTH_MAX)
        paths->fault = ELOOP;
    else if (!stream && errno != ENOENT)
        paths->fault = errno;
    while (stream && !paths->fault && (entry = readdir(stream)) != NULL)
        if (is_wanted(entry->d_name))
            look_at(paths, folder, entry->d_name, depth);
    if (stream)
        closedir(stream);
    free(whole);
}

static int compare(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

static bool report(int fault, const char *folder, struct findings *findings)
{
    char reason[FAULT_TEXT_SIZE];

    if (fault == ENOMEM)
        findings_out_of_memory(findings);
    else if (fault)
        findings_add(findings, CATALOGUE_RESOURCE_MISSING,
            (struct place){ 0, 0 }, NULL, "path", folder, "reason",
            fault_text(fault, reason), NULL);
    return fault == 0;
}

bool resource_list(const struct resources *resources, const char *folder,
    resource_visitor *visit, void *user, struct findings *findings)
{
    struct paths paths = { .data_dir = resources->data_dir };

    if (!paths.data_dir)
        return list_built_in(folder, visit, user);
    walk(&paths, folder, 0);
    if (paths.count)
        qsort(paths.list, paths.count, sizeof *paths.list, compare);
    bool good = report(paths.fault, folder, findings);
    for (size_t k = 0; k < paths.count; k++) {
        good = good && visit(user, paths.list[k]);
        free(paths.list[k]);
    }
    free(paths.list);
    return good;
}
