#ifndef SCHEMA_PATH_H
#define SCHEMA_PATH_H

/*
 * Where the schema of an edition lies as a file, for the member $schema of data
 * files: in the data folder, or beside the program, where it was compiled or
 * installed.
 */

#include "0_base/buffer.h"
#include "0_base/findings.h"
#include "0_base/resources.h"

/*
 * Appends the path of the schema as the data file at `path` names it (NULL: one
 * in the present folder): from the file's folder where both lie in one folder
 * below the root, else from the root.  Nothing, with a hint, where there is no
 * such file.  False if memory ran out.
 */
bool schema_path_find(const struct resources *resources, const char *edition,
    const char *path, struct buffer *out, struct findings *findings);

/* Whether two files are in one folder, so that both name a third one alike. */
bool schema_path_stays(const char *from, const char *to);

#endif
