#ifndef OUT_FILE_H
#define OUT_FILE_H

/*
 * What is known of a file before there is anything to write to it: a run of
 * hours is not to end with a name that was wrong from the start.
 *
 * A folder that is not there is made with the file.
 */

#include <stdbool.h>

/* 0, or the errno for which the file cannot be written; nothing is made. */
int out_file_fault(const char *path);

/* Whether both paths are of one file, also by links and where there is none
 * yet.  False, too, where memory runs out. */
bool out_file_is_same(const char *path, const char *other);

#endif
