/*
 * Looks for the file of an edition's schema, and names it as a data file does.
 */

#define _XOPEN_SOURCE 700       /* realpath() */

#include "library/schema_path.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SCHEMA "/schemas/%s/submission.schema.json"

/* The path without links and dots; false where there is nothing, or errno is
 * ENOMEM. */
static bool resolve(const char *path, struct buffer *out)
{
    char *resolved = realpath(path, NULL);

    if (!resolved)
        return false;
    buffer_add_string(out, resolved);
    free(resolved);
    return true;
}

/* The schema below a folder. */
static bool find_below(const char *folder, const char *edition,
    struct buffer *out)
{
    struct buffer path = BUFFER_EMPTY;

    buffer_printf(&path, "%s" SCHEMA, folder, edition);
    out->failed = out->failed || path.failed;
    bool found = !path.failed && resolve(buffer_string(&path), out);
    buffer_free(&path);
    return found;
}

/* Beside the program: where it is installed, or compiled. */
static bool find_beside(const char *edition, struct buffer *out)
{
    static const char *const places[] = { "../share/jixiao", "..", "../.." };
    char program[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    bool found = false;

    if (length <= 0)
        return false;
    program[length] = '\0';
    *strrchr(program, '/') = '\0';
    for (size_t k = 0; !found && k < sizeof places / sizeof *places; k++) {
        struct buffer folder = BUFFER_EMPTY;
        buffer_printf(&folder, "%s/%s", program, places[k]);
        out->failed = out->failed || folder.failed;
        found = !folder.failed
            && find_below(buffer_string(&folder), edition, out);
        buffer_free(&folder);
    }
    return found;
}

/* The folder that the data file is in, or will be. */
static bool find_folder(const char *path, struct buffer *out)
{
    const char *slash = path ? strrchr(path, '/') : NULL;
    struct buffer folder = BUFFER_EMPTY;

    if (slash)
        buffer_add(&folder, path, (size_t)(slash - path + 1));
    else
        buffer_add_char(&folder, '.');
    out->failed = out->failed || folder.failed;
    bool found = !folder.failed && resolve(buffer_string(&folder), out);
    buffer_free(&folder);
    return found;
}

/* The bytes that two paths have in common, up to a slash; at least 1. */
static size_t common_length(const char *folder, const char *file)
{
    size_t common = 1;

    for (size_t k = 0; folder[k] && folder[k] == file[k]; k++)
        if (file[k + 1] == '/' && (folder[k + 1] == '/' || !folder[k + 1]))
            common = k + 2;
    return common;
}

/* How a file is named from a folder, both from the root on. */
static void add_relative(const char *folder, const char *file,
    struct buffer *out)
{
    size_t common = common_length(folder, file);
    const char *rest = folder + (strlen(folder) < common ? common - 1
        : common);

    if (common <= 1) {
        buffer_add_string(out, file);
        return;
    }
    for (; *rest; rest += strspn(rest, "/")) {
        buffer_add_string(out, "../");
        rest += strcspn(rest, "/");
    }
    buffer_add_string(out, file + common);
}

bool schema_path_stays(const char *from, const char *to)
{
    struct buffer left = BUFFER_EMPTY, right = BUFFER_EMPTY;
    bool stays = find_folder(from, &left) && find_folder(to, &right)
        && !left.failed && !right.failed
        && strcmp(buffer_string(&left), buffer_string(&right)) == 0;

    buffer_free(&left);
    buffer_free(&right);
    return stays;
}

/* Signs that would end the string, or be an escape, are kept out. */
static bool is_plain(const char *path)
{
    return !strpbrk(path, "\"\\\n\r\t");
}

bool schema_path_find(const struct resources *resources, const char *edition,
    const char *path, struct buffer *out, struct findings *findings)
{
    struct buffer file = BUFFER_EMPTY, folder = BUFFER_EMPTY;
    struct buffer name = BUFFER_EMPTY;
    bool found = resources->data_dir
        ? find_below(resources->data_dir, edition, &file)
        : find_beside(edition, &file);

    found = found && is_plain(buffer_string(&file));
    if (found && find_folder(path, &folder))
        add_relative(buffer_string(&folder), buffer_string(&file), out);
    else if (found)
        buffer_add_string(out, buffer_string(&file));
    buffer_printf(&name, &SCHEMA[1], edition);
    if (!found && !file.failed && !name.failed)
        findings_add(findings, CATALOGUE_SCHEMA_UNPLACED,
            (struct place){ 0, 0 }, NULL, "name", buffer_string(&name), NULL);
    bool failed = file.failed || folder.failed || name.failed || out->failed;
    if (failed)
        findings_out_of_memory(findings);
    buffer_free(&file);
    buffer_free(&folder);
    buffer_free(&name);
    return !failed;
}
