/*
 * Last year's data file, by itself or in a folder of them.
 */

#include "command/previous.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "0_base/buffer.h"
#include "0_base/catalogue.h"
#include "batch/walk.h"

static bool is_missing(const char *path)
{
    struct stat status;

    return stat(path, &status) != 0 && errno == ENOENT;
}

static struct jixiao_set *read_in_folder(struct jixiao *jixiao,
    const char *folder, const char *path, struct jixiao_findings *findings)
{
    const char *slash = strrchr(path, '/');
    struct buffer same = BUFFER_EMPTY;
    struct jixiao_set *set = NULL;

    buffer_printf(&same, "%s/%s", folder, slash ? slash + 1 : path);
    if (same.failed)
        jixiao_findings_out_of_memory(findings);
    else if (is_missing(buffer_string(&same)))
        jixiao_findings_add(findings,
            catalogue_code(CATALOGUE_PREVIOUS_MISSING),
            "path", buffer_string(&same), NULL);
    else
        set = jixiao_read_previous(jixiao, buffer_string(&same), findings);
    buffer_free(&same);
    return set;
}

struct jixiao_set *previous_read(struct jixiao *jixiao, const char *where,
    const char *path, struct jixiao_findings *findings)
{
    return walk_is_folder(where) ? read_in_folder(jixiao, where, path, findings)
        : jixiao_read_previous(jixiao, where, findings);
}
