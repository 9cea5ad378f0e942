/*
 * The folders that sets are written to: their names, and what a killed build
 * has left in one.
 */

#include "library/folders.h"

#include <stdlib.h>
#include <string.h>

#include "9_bundle/bundle.h"
#include "9_bundle/names.h"
#include "library/handles.h"

/* The name of the data file without the ending. */
static void print_folder_name(const char *path, struct buffer *out)
{
    const char *name = name_of_file(path);
    const char *dot = strrchr(name, '.');
    struct buffer stem = BUFFER_EMPTY;

    buffer_add(&stem, name,
        dot && dot > name ? (size_t)(dot - name) : strlen(name));
    name_print(buffer_string(&stem), "", out);
    out->failed = out->failed || stem.failed;
    buffer_free(&stem);
}

bool jixiao_same_folder(const char *path, const char *other)
{
    struct buffer a = BUFFER_EMPTY, b = BUFFER_EMPTY;

    print_folder_name(path, &a);
    print_folder_name(other, &b);
    bool same = strcmp(buffer_string(&a), buffer_string(&b)) == 0;
    buffer_free(&a);
    buffer_free(&b);
    return same;
}

char *folder_of_set(const char *path, const char *output,
    struct findings *findings)
{
    struct buffer folder = BUFFER_EMPTY;

    buffer_printf(&folder, "%s/", output);
    print_folder_name(path, &folder);
    char *made = buffer_take(&folder);
    if (!made)
        findings_out_of_memory(findings);
    return made;
}

bool jixiao_recover(const char *path, const char *output,
    struct jixiao_findings *findings)
{
    struct findings *inside = findings_inside(findings);
    char *folder = folder_of_set(path, output, inside);
    bool good = folder && bundle_recover(folder, inside) == BUNDLE_WHOLE;

    free(folder);
    return good;
}
