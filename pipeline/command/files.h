#ifndef FILES_H
#define FILES_H

/*
 * The data files of a run: which there are, one after the other or several at
 * a time, and what is reported of each.
 */

#include "0_base/digest.h"
#include "batch/inputs.h"
#include "batch/progress.h"
#include "command/run.h"

struct files {
    struct run *run;
    struct inputs inputs;       /* all of them, of other parts, too */
    char **names;               /* of their folders */
    size_t *chosen;             /* those of this part, by number */
    size_t count;
    char key[DIGEST_TEXT_SIZE]; /* of --resume, for all files alike */
    struct progress progress;
};

/* Check, build or archive every file, and report what was found in each. */
void files_run(struct run *run);

static inline const char *files_path(const struct files *files, size_t k)
{
    return files->inputs.list[files->chosen[k]].path;
}

static inline const char *files_folder(const struct files *files, size_t k)
{
    return files->names[files->chosen[k]];
}

#endif
