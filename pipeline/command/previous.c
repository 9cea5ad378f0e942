#include "command/previous.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "0_base/buffer.h"

static bool is_folder(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool is_missing(const char *path)
{
    struct stat status;

    return stat(path, &status) != 0 && errno == ENOENT;
}

static struct jixiao_set *read_in_folder(struct jixiao *jixiao,
    const char *folder, const char *path, struct findings *findings)
{
    const char *slash = strrchr(path, '/');
    struct buffer same = BUFFER_EMPTY;
    struct jixiao_set *set = NULL;

    buffer_printf(&same, "%s/%s", folder, slash ? slash + 1 : path);
    if (same.failed)
        findings_out_of_memory(findings);
    else if (is_missing(buffer_string(&same)))
        findings_add(findings, CATALOGUE_PREVIOUS_MISSING,
            (struct place){ 0, 0 }, NULL, "path", buffer_string(&same), NULL);
    else
        set = jixiao_read_previous(jixiao, buffer_string(&same), findings);
    buffer_free(&same);
    return set;
}

struct jixiao_set *previous_read(struct jixiao *jixiao, const char *where,
    const char *path, struct findings *findings)
{
    return is_folder(where) ? read_in_folder(jixiao, where, path, findings)
        : jixiao_read_previous(jixiao, where, findings);
}
