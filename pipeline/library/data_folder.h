#ifndef DATA_FOLDER_H
#define DATA_FOLDER_H

/*
 * The folder that a data file is written to: locked, and with the name that the
 * file has until it is whole.
 */

#include "0_base/buffer.h"
#include "9_bundle/folder.h"

#define DATA_ON_THE_WAY ".jixiao-data.new"

struct data_folder {
    struct folder folder;
    const char *name;           /* of the file; a part of the path given */
    struct buffer path;         /* of the folder */
};

/* False, with a finding, where it cannot be opened; then nothing is to close.
 * The path is borrowed. */
bool data_folder_open(struct data_folder *data, const char *path,
    struct findings *findings);

/* Takes away what a killed run has left; 0 or the errno. */
int data_folder_clear(const struct data_folder *data);

/* undo: as of folder_close(). */
void data_folder_close(struct data_folder *data, bool undo);

#endif
