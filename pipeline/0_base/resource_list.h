#ifndef RESOURCE_LIST_H
#define RESOURCE_LIST_H

/*
 * Which resources there are below a folder: those that are built in, or those
 * of the folder that stands in for them.
 */

#include <stdbool.h>

#include "0_base/findings.h"
#include "0_base/resources.h"

/* False stops the list. */
typedef bool resource_visitor(void *user, const char *path);

/*
 * Calls visit with the path of each plain file below a folder, which ends with
 * "/", in the order of the bytes of the paths; hidden files and copies that
 * editors leave ("~") are none.  There may be no such folder.  False where
 * visit was, or, with a finding, where a folder cannot be read.
 */
bool resource_list(const struct resources *resources, const char *folder,
    resource_visitor *visit, void *user, struct findings *findings);

#endif
