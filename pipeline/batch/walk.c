/*
 * Folders of data files, read whole and sorted before one of them is taken:
 * the order of a folder hangs on no file system.
 */

#include "batch/walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "0_base/buffer.h"
#include "0_base/catalogue.h"
#include "0_base/fault.h"
#include "0_base/list.h"

#define DATA_ENDING ".json"

/* What folders that a run has made are known by: sets and archives. */
static const char *const manifests[] = { "manifest.json", "manifest.xml" };

struct paths {
    char **list;
    size_t count, room;
};

static void free_paths(struct paths *paths)
{
    for (size_t k = 0; k < paths->count; k++)
        free(paths->list[k]);
    free(paths->list);
}

bool walk_is_folder(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool walk_is_link(const char *path)
{
    struct stat status;

    return lstat(path, &status) == 0 && S_ISLNK(status.st_mode);
}

/* "folder/name", "/name"; NULL without memory. */
static char *join(const char *folder, const char *name)
{
    struct buffer path = BUFFER_EMPTY;
    size_t length = strlen(folder);

    buffer_printf(&path, "%s%s%s", folder,
        length && folder[length - 1] == '/' ? "" : "/", name);
    return buffer_take(&path);
}

bool walk_is_made(const char *folder)
{
    bool made = false;

    for (size_t k = 0; k < sizeof manifests / sizeof *manifests; k++) {
        struct stat status;
        char *path = join(folder, manifests[k]);
        made = made || (path && stat(path, &status) == 0);
        free(path);
    }
    return made;
}

/* A pipe may never have anything in it, and what a link leads to may be away:
 * that is for whoever opens it to tell. */
static bool is_data(const char *path, const char *name)
{
    size_t length = strlen(name), ending = strlen(DATA_ENDING);
    struct stat status;

    return length > ending
        && strcasecmp(name + length - ending, DATA_ENDING) == 0
        && (stat(path, &status) != 0 || S_ISREG(status.st_mode));
}

/* Takes the path over; false where memory runs out. */
static bool add(struct paths *paths, char *path)
{
    char **list = path ? list_room(paths->list, paths->count, &paths->room,
        sizeof *list) : NULL;

    if (!list) {
        free(path);
        return false;
    }
    paths->list = list;
    list[paths->count++] = path;
    return true;
}

static bool complain(const char *folder, int fault,
    struct jixiao_findings *findings)
{
    char reason[FAULT_TEXT_SIZE];

    if (fault == ENOMEM)
        jixiao_findings_out_of_memory(findings);
    else
        jixiao_findings_add(findings,
            catalogue_code(CATALOGUE_INPUT_FOLDER_UNREADABLE),
            "name", folder, "reason", fault_text(fault, reason), NULL);
    return false;
}

/* 0 or the errno. */
static int list_folder(const char *folder, struct paths *data,
    struct paths *folders)
{
    DIR *open = opendir(folder);
    struct dirent *entry;
    int fault = open ? 0 : errno;

    while (open && fault == 0 && (errno = 0, entry = readdir(open)) != NULL) {
        char *path = *entry->d_name == '.' ? NULL
            : join(folder, entry->d_name);
        if (*entry->d_name == '.')
            continue;
        bool is_folder = path && walk_is_folder(path);
        if (is_folder ? walk_is_link(path) || walk_is_made(path)
            : path && !is_data(path, entry->d_name))
            free(path);
        else if (!add(is_folder ? folders : data, path))
            fault = ENOMEM;
    }
    fault = fault ? fault : open ? errno : 0;
    if (open)
        closedir(open);
    return fault;
}

static int compare(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* All that is below, a level at a time: no depth of folders is too deep. */
static bool collect(const char *folder, struct paths *data,
    struct paths *folders, struct jixiao_findings *findings)
{
    int fault = list_folder(folder, data, folders);

    if (fault)
        return complain(folder, fault, findings);
    for (size_t k = 0; k < folders->count; k++) {
        fault = list_folder(folders->list[k], data, folders);
        if (fault)
            return complain(folders->list[k], fault, findings);
    }
    return true;
}

bool walk(const char *folder, walk_visitor *visit, void *user,
    struct jixiao_findings *findings)
{
    struct paths data = {0}, folders = {0};
    bool good = collect(folder, &data, &folders, findings);

    if (good && data.count)
        qsort(data.list, data.count, sizeof *data.list, compare);
    for (size_t k = 0; good && k < data.count; k++)
        good = visit(user, data.list[k]);
    free_paths(&data);
    free_paths(&folders);
    return good;
}
