/* Temporary names in the folder of a set, and the files that a killed run left
 * under them. */

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "9_bundle/folder.h"

#define PREFIX ".jixiao-"

static const char *const endings[] = { ".new", ".old" };

char *folder_name(size_t number, enum folder_way way,
    char name[FOLDER_NAME_SIZE])
{
    snprintf(name, FOLDER_NAME_SIZE, PREFIX "%zu%s", number, endings[way]);
    return name;
}

static bool is_on_its_way(const char *name)
{
    if (strncmp(name, PREFIX, strlen(PREFIX)) != 0)
        return false;
    name += strlen(PREFIX);
    size_t digits = strspn(name, "0123456789");
    return digits > 0 && (strcmp(name + digits, endings[FOLDER_NEW]) == 0
        || strcmp(name + digits, endings[FOLDER_OLD]) == 0);
}

/* Counts the files under temporary names, and removes them if asked to. */
static size_t walk_left(const struct folder *folder, bool removes,
    struct findings *findings)
{
    int fd = openat(folder->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *list = fd < 0 ? NULL : fdopendir(fd);
    struct dirent *entry;
    size_t count = 0;

    if (!list) {
        if (removes)
            folder_check(folder, CATALOGUE_CLEANING_FAILED, PREFIX "*",
                errno, findings);
        if (fd >= 0)
            close(fd);
        return 0;
    }
    while ((entry = readdir(list)) != NULL) {
        if (!is_on_its_way(entry->d_name))
            continue;
        int fault = removes ? folder_remove(folder, entry->d_name) : 0;
        count += folder_check(folder, CATALOGUE_CLEANING_FAILED,
            entry->d_name, fault, findings);
    }
    closedir(list);
    return count;
}

size_t folder_count_left(const struct folder *folder)
{
    return walk_left(folder, false, NULL);
}

size_t folder_clean(const struct folder *folder, struct findings *findings)
{
    return walk_left(folder, true, findings);
}
