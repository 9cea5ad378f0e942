/* The folders that sets are written to, and what a killed build left there. */

#include "library/folders.h"

#include <stdlib.h>
#include <string.h>

#include "9_bundle/bundle.h"
#include "library/handles.h"

char *folder_of_set(const char *path, const struct jixiao_build *build,
    struct findings *findings)
{
    struct buffer folder = BUFFER_EMPTY;

    buffer_printf(&folder, "%s/", build->output);
    if (build->folder)
        buffer_add_string(&folder, build->folder);
    else
        folder_print_name(path, &folder);
    char *made = buffer_take(&folder);
    if (!made)
        findings_out_of_memory(findings);
    return made;
}

bool jixiao_recover(const char *path, const struct jixiao_build *build,
    struct jixiao_findings *findings)
{
    struct findings *inside = findings_inside(findings);
    char *folder = folder_of_set(path, build, inside);

    findings_set_file(inside, path);
    bool good = folder && bundle_recover(folder, inside) == BUNDLE_WHOLE;

    free(folder);
    return good;
}

/* "." is around a bare name, and "/" around one at the root. */
static void print_around(const char *file, struct buffer *folder)
{
    const char *slash = strrchr(file, '/');

    if (slash > file)
        buffer_add(folder, file, (size_t)(slash - file));
    else
        buffer_add_char(folder, slash ? '/' : '.');
}

bool folder_recover_around(const char *file, struct findings *findings)
{
    struct buffer folder = BUFFER_EMPTY;

    findings_set_file(findings, file);
    print_around(file, &folder);
    bool good = !folder.failed && bundle_recover(buffer_string(&folder),
        findings) == BUNDLE_WHOLE;
    if (folder.failed)
        findings_out_of_memory(findings);
    buffer_free(&folder);
    return good;
}
