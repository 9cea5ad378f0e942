/* Temporary names in the folder of a set, and the files that a killed run left
 * under them. */

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "0_base/fault.h"
#include "9_bundle/folder.h"

#define PREFIX ".jixiao-"

static const char *const endings[] = { ".new", ".old" };

char *folder_name(size_t number, enum folder_way way,
    char name[FOLDER_NAME_SIZE])
{
    snprintf(name, FOLDER_NAME_SIZE, PREFIX "%zu%s", number, endings[way]);
    return name;
}

static bool is_on_its_way(const char *name, enum folder_way way)
{
    if (strncmp(name, PREFIX, strlen(PREFIX)) != 0)
        return false;
    name += strlen(PREFIX);
    size_t digits = strspn(name, "0123456789");
    return digits > 0 && strcmp(name + digits, endings[way]) == 0;
}

typedef void visitor(const struct folder *folder, const char *name,
    void *user);

/* Visits the files under temporary names; 0 or the errno. */
static int walk_left(const struct folder *folder, visitor *visit, void *user)
{
    int fd = openat(folder->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *list = fd < 0 ? NULL : fdopendir(fd);
    int fault = list ? 0 : errno;
    struct dirent *entry;

    if (!list) {
        if (fd >= 0)
            close(fd);
        return fault;
    }
    while ((entry = readdir(list)) != NULL)
        if (is_on_its_way(entry->d_name, FOLDER_NEW)
            || is_on_its_way(entry->d_name, FOLDER_OLD))
            visit(folder, entry->d_name, user);
    closedir(list);
    return 0;
}

static void count(const struct folder *folder, const char *name, void *user)
{
    struct folder_left *left = user;

    (void)folder;
    left->count++;
    left->former += is_on_its_way(name, FOLDER_OLD);
}

struct folder_left folder_count_left(const struct folder *folder)
{
    struct folder_left left = { 0, 0 };

    walk_left(folder, count, &left);
    return left;
}

/* What is removed, and what stays: the first of it, and why. */
struct cleaning {
    size_t removed, stayed;
    char name[FOLDER_NAME_SIZE];
    int fault;
};

static void clean(const struct folder *folder, const char *name, void *user)
{
    struct cleaning *cleaning = user;
    int fault = folder_remove(folder, name);

    if (fault == 0) {
        cleaning->removed++;
    } else if (cleaning->stayed++ == 0) {
        snprintf(cleaning->name, sizeof cleaning->name, "%s", name);
        cleaning->fault = fault;
    }
}

static void report_stayed(const struct folder *folder,
    const struct cleaning *cleaning, struct findings *findings)
{
    char reason[FAULT_TEXT_SIZE], number[24];

    snprintf(number, sizeof number, "%zu", cleaning->stayed);
    findings_add(findings, CATALOGUE_CLEANING_FAILED_OFTEN,
        (struct place){ 0, 0 }, NULL, "count", number, "name", cleaning->name,
        "folder", folder->path, "reason",
        fault_text(cleaning->fault, reason), NULL);
}

size_t folder_clean(const struct folder *folder, struct findings *findings)
{
    struct cleaning cleaning = { .name = PREFIX "*" };
    int fault = walk_left(folder, clean, &cleaning);

    if (cleaning.stayed > 1)
        report_stayed(folder, &cleaning, findings);
    else
        folder_check(folder, CATALOGUE_CLEANING_FAILED, cleaning.name,
            fault ? fault : cleaning.fault, findings);
    return cleaning.removed;
}
