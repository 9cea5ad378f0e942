/* Looks at the folder that a file will be in, or at the nearest one around it
 * that is there. */

#define _XOPEN_SOURCE 700       /* realpath() */

#include "batch/out_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "0_base/buffer.h"

/* Where the part of a path ends that is before its last name, strokes off; 0
 * where nothing is. */
static size_t cut_name(const char *path, size_t length)
{
    while (length && path[length - 1] == '/')
        length--;
    while (length && path[length - 1] != '/')
        length--;
    while (length > 1 && path[length - 1] == '/')
        length--;
    return length;
}

static void set_folder(struct buffer *folder, const char *path,
    size_t length)
{
    buffer_clear(folder);
    buffer_add(folder, length ? path : ".", length ? length : 1);
}

/* Sets the nearest folder around the file that is there, and how much of the
 * path that is; 0 or the errno. */
static int find_folder(const char *path, struct buffer *folder,
    size_t *length)
{
    struct stat status;

    *length = cut_name(path, strlen(path));
    for (;; *length = cut_name(path, *length)) {
        set_folder(folder, path, *length);
        if (folder->failed)
            return ENOMEM;
        if (stat(buffer_string(folder), &status) == 0)
            return S_ISDIR(status.st_mode) ? 0 : ENOTDIR;
        if (errno != ENOENT || !*length)
            return errno;
    }
}

static int may(const char *path, int what)
{
    return faccessat(AT_FDCWD, path, what, AT_EACCESS) == 0 ? 0 : errno;
}

int out_file_fault(const char *path)
{
    struct buffer folder = BUFFER_EMPTY;
    struct stat status;
    size_t length;
    int fault = 0;

    if (stat(path, &status) == 0)
        fault = S_ISDIR(status.st_mode) ? EISDIR : may(path, W_OK);
    if (fault == 0)
        fault = find_folder(path, &folder, &length);
    if (fault == 0)
        fault = may(buffer_string(&folder), W_OK | X_OK);
    buffer_free(&folder);
    return fault;
}

/* One name more of a path whose folders are as they are said to be. */
static void go_down(struct buffer *path, const char *name, size_t length)
{
    if (length == 0 || (length == 1 && name[0] == '.'))
        return;
    if (length == 2 && name[0] == '.' && name[1] == '.') {
        const char *last = strrchr(buffer_string(path), '/');
        buffer_cut(path, last ? (size_t)(last - buffer_string(path)) : 0);
        return;
    }
    buffer_add_char(path, '/');
    buffer_add(path, name, length);
}

/* Appends the one path from the root that the file has; false where there is
 * none. */
static bool print_whole(const char *path, struct buffer *whole)
{
    struct buffer folder = BUFFER_EMPTY;
    size_t length;
    char *there = find_folder(path, &folder, &length) == 0
        ? realpath(buffer_string(&folder), NULL) : NULL;

    buffer_free(&folder);
    if (!there)
        return false;
    buffer_add_string(whole, strcmp(there, "/") == 0 ? "" : there);
    free(there);
    for (const char *name = path + length; *name;) {
        size_t size = strcspn(name, "/");
        go_down(whole, name, size);
        name += size + (name[size] == '/');
    }
    return !whole->failed;
}

bool out_file_is_same(const char *path, const char *other)
{
    struct buffer one = BUFFER_EMPTY, two = BUFFER_EMPTY;
    struct stat first, second;

    if (stat(path, &first) == 0 && stat(other, &second) == 0)
        return first.st_dev == second.st_dev
            && first.st_ino == second.st_ino;
    bool same = print_whole(path, &one) && print_whole(other, &two)
        && strcmp(buffer_string(&one), buffer_string(&two)) == 0;
    buffer_free(&one);
    buffer_free(&two);
    return same;
}
