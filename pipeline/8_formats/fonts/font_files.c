/* Where font files are. */

#include "8_formats/fonts/font_files.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "0_base/buffer.h"
#include "0_base/list.h"
#include "8_formats/fonts/harfbuzz.h"

/* Folders within folders, no more than these. */
#define DEPTH_MOST 6

static const char *const known_places[] = {
    "/usr/local/share/jixiao/fonts", "/usr/share/jixiao/fonts",
    "/usr/local/share/fonts", "/usr/share/fonts",
};

struct font_file {
    char *path;
    const char *name;           /* in the path */
    bool is_own;                /* in a folder of the user's */
};

struct font_files {
    struct font_file *list;
    size_t count, room;
    char *unread;               /* the first folder that cannot be read */
    int reason;
    bool failed;
};

/* --- the list ------------------------------------------------------------ */

static bool is_font_name(const char *name)
{
    static const char *const endings[] = { ".ttf", ".otf", ".ttc", ".otc" };
    size_t length = strlen(name);

    for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
        if (length > 4 && strcasecmp(name + length - 4, endings[k]) == 0)
            return true;
    return false;
}

static void add_file(struct font_files *files, char *path, bool is_own)
{
    struct font_file *list = files->failed || !path ? NULL : list_room(
        files->list, files->count, &files->room, sizeof *list);

    files->failed = files->failed || !list;
    if (!list) {
        free(path);
        return;
    }
    files->list = list;
    list[files->count++] = (struct font_file){ path, strrchr(path, '/') + 1,
        is_own };
}

static char *path_in(const char *folder, const char *name)
{
    struct buffer path = BUFFER_EMPTY;

    buffer_printf(&path, "%s/%s", folder, name);
    return buffer_take(&path);
}

static void add_folder(struct font_files *files, const char *folder,
    bool is_own, int depth);

static void add_entry(struct font_files *files, const char *folder,
    const char *name, bool is_own, int depth)
{
    char *path = path_in(folder, name);
    struct stat status;

    files->failed = files->failed || !path;
    if (path && stat(path, &status) == 0) {
        if (S_ISDIR(status.st_mode) && depth < DEPTH_MOST) {
            add_folder(files, path, is_own, depth + 1);
        } else if (S_ISREG(status.st_mode) && is_font_name(name)) {
            add_file(files, path, is_own);
            return;
        }
    }
    free(path);
}

static void blame(struct font_files *files, const char *folder, int reason,
    bool is_own)
{
    bool is_usual = reason == ENOENT || reason == ENOTDIR || reason == EACCES;

    if (files->unread || (is_usual && !is_own))
        return;
    files->unread = strdup(folder);
    files->reason = reason;
    files->failed = files->failed || !files->unread;
}

static void add_folder(struct font_files *files, const char *folder,
    bool is_own, int depth)
{
    DIR *open = opendir(folder);

    if (!open)
        blame(files, folder, errno, is_own);
    for (const struct dirent *entry; open && !files->failed
        && (entry = readdir(open)) != NULL;)
        if (entry->d_name[0] != '.')
            add_entry(files, folder, entry->d_name, is_own, depth);
    if (open)
        closedir(open);
}

/* One in the user's folders goes first; else in the order of the paths, which
 * no file system changes. */
static int compare_files(const void *left, const void *right)
{
    const struct font_file *a = left, *b = right;

    return a->is_own != b->is_own ? (a->is_own ? -1 : 1)
        : strcmp(a->path, b->path);
}

/* Beside the program, and where programs are installed. */
static void add_program_places(struct font_files *files)
{
    static const char *const places[] = { "fonts", "../fonts",
        "../share/jixiao/fonts" };
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);

    if (length <= 0)
        return;
    path[length] = '\0';
    *strrchr(path, '/') = '\0';
    for (size_t k = 0; k < sizeof places / sizeof *places; k++) {
        char *folder = path_in(path, places[k]);
        if (folder)
            add_folder(files, folder, false, 0);
        files->failed = files->failed || !folder;
        free(folder);
    }
}

static void add_places_of_user(struct font_files *files)
{
    static const char *const places[] = { ".local/share/fonts", ".fonts" };
    const char *home = getenv("HOME");

    for (size_t k = 0; home && k < sizeof places / sizeof *places; k++) {
        char *folder = path_in(home, places[k]);
        if (folder)
            add_folder(files, folder, false, 0);
        files->failed = files->failed || !folder;
        free(folder);
    }
}

struct font_files *font_files_new(const char *const *folders, size_t count)
{
    struct font_files *files = calloc(1, sizeof *files);

    if (!files)
        return NULL;
    for (size_t k = 0; k < count; k++)
        add_folder(files, folders[k], true, 0);
    add_program_places(files);
    add_places_of_user(files);
    for (size_t k = 0; k < sizeof known_places / sizeof *known_places; k++)
        add_folder(files, known_places[k], false, 0);
    if (files->failed) {
        font_files_free(files);
        return NULL;
    }
    if (files->count)
        qsort(files->list, files->count, sizeof *files->list, compare_files);
    return files;
}

void font_files_free(struct font_files *files)
{
    if (!files)
        return;
    for (size_t k = 0; k < files->count; k++)
        free(files->list[k].path);
    free(files->list);
    free(files->unread);
    free(files);
}

struct font_folder_fault font_files_fault(const struct font_files *files)
{
    return (struct font_folder_fault){ files->unread, files->reason };
}

void font_files_digest(const struct font_files *files, struct digest *digest)
{
    for (size_t k = 0; k < files->count; k++) {
        const char *path = files->list[k].path;
        struct stat status;
        int64_t numbers[] = { files->list[k].is_own, 0, 0, 0 };
        if (stat(path, &status) == 0)
            memcpy(numbers + 1, (int64_t[]){ status.st_size,
                status.st_mtim.tv_sec, status.st_mtim.tv_nsec },
                3 * sizeof *numbers);
        digest_add(digest, path, strlen(path) + 1);
        digest_add(digest, numbers, sizeof numbers);
    }
}

/* --- names inside files -------------------------------------------------- */

static bool is_name(hb_face_t *face, const hb_ot_name_entry_t *entry,
    const char *name)
{
    char text[256];
    unsigned size = sizeof text;

    if (entry->name_id != HB_OT_NAME_ID_FONT_FAMILY
        && entry->name_id != HB_OT_NAME_ID_FULL_NAME
        && entry->name_id != HB_OT_NAME_ID_POSTSCRIPT_NAME
        && entry->name_id != HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY)
        return false;
    hb_ot_name_get_utf8(face, entry->name_id, entry->language, &size, text);
    return strcmp(text, name) == 0;
}

static bool has_name(const char *path, const char *name, unsigned *index)
{
    hb_blob_t *blob = hb_blob_create_from_file(path);
    unsigned count = hb_face_count(blob);
    bool found = false;

    for (unsigned k = 0; !found && k < count; k++) {
        hb_face_t *face = hb_face_create(blob, k);
        unsigned entries;
        const hb_ot_name_entry_t *list = hb_ot_name_list_names(face,
            &entries);
        for (unsigned n = 0; !found && n < entries; n++)
            found = is_name(face, &list[n], name);
        if (found)
            *index = k;
        hb_face_destroy(face);
    }
    hb_blob_destroy(blob);
    return found;
}

const char *font_files_find(struct font_files *files, const char *name,
    const char *file, size_t *from, unsigned *index)
{
    while (*from < files->count) {
        const struct font_file *candidate = &files->list[(*from)++];
        if (file && strcasecmp(candidate->name, file) == 0)
            return candidate->path;
        if (candidate->is_own && has_name(candidate->path, name, index))
            return candidate->path;
    }
    return NULL;
}
