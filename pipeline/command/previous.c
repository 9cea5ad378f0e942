/*
 * Last year's data file, by itself or in a folder of them.
 */

#include "command/previous.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "0_base/catalogue.h"
#include "batch/walk.h"

static bool is_missing(const char *path)
{
    struct stat status;

    return stat(path, &status) != 0 && errno == ENOENT;
}

bool previous_path(const char *where, const char *path, struct buffer *out)
{
    const char *slash = strrchr(path, '/');
    bool is_in_folder = walk_is_folder(where);

    buffer_add_string(out, where);
    if (is_in_folder)
        buffer_printf(out, "/%s", slash ? slash + 1 : path);
    return is_in_folder;
}

static struct jixiao_set *read_at(struct jixiao *jixiao, const char *path,
    bool is_in_folder, struct jixiao_findings *findings)
{
    if (!is_in_folder || !is_missing(path))
        return jixiao_read_previous(jixiao, path, findings);
    jixiao_findings_add(findings, catalogue_code(CATALOGUE_PREVIOUS_MISSING),
        "path", path, NULL);
    return NULL;
}

struct jixiao_set *previous_read(struct jixiao *jixiao, const char *where,
    const char *path, struct jixiao_findings *findings)
{
    struct buffer previous = BUFFER_EMPTY;
    bool is_in_folder = previous_path(where, path, &previous);
    struct jixiao_set *set = NULL;

    if (previous.failed)
        jixiao_findings_out_of_memory(findings);
    else
        set = read_at(jixiao, buffer_string(&previous), is_in_folder,
            findings);
    buffer_free(&previous);
    return set;
}
