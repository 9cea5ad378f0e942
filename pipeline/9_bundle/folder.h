#ifndef FOLDER_H
#define FOLDER_H

/*
 * The folder that a set is written to, and single files in it.
 *
 * Names:     of files in the folder itself; links are never followed.  A
 *            file on its way has a name of our own, folder_name().
 * Errors:    functions that can fail in ways worth telling apart return 0 or
 *            the errno; folder_open() and folder_report() make findings.
 */

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "0_base/buffer.h"
#include "0_base/findings.h"

struct folder {
    const char *path;           /* borrowed */
    int fd;                     /* -1: not open */
    size_t created;             /* length of the path above the first folder
                                   that we made; (size_t)-1: none */
};

/* A file on its way in (new) or out (old), by number. */
enum folder_way { FOLDER_NEW, FOLDER_OLD };
#define FOLDER_NAME_SIZE 40

char *folder_name(size_t number, enum folder_way way,
    char name[FOLDER_NAME_SIZE]);

/* Opens the folder, made where it is missing, and locks it against other
 * runs.  False, with a finding, where that fails. */
bool folder_open(struct folder *folder, const char *path,
    struct findings *findings);

/* Opens a folder that is there to read in it, without a lock. */
bool folder_look(struct folder *folder, const char *path);

/* undo: folders that folder_open() made go again if they are empty. */
void folder_close(struct folder *folder, bool undo);

/* Removes what a killed run has left on its way. */
void folder_clean(const struct folder *folder);

enum folder_match {
    FOLDER_ABSENT,
    FOLDER_EQUAL,               /* a file with these very bytes */
    FOLDER_OTHER,
    FOLDER_TAKEN                /* by a folder */
};

/* What a name has in place of the bytes; mode gets a file's permissions. */
enum folder_match folder_compare(const struct folder *folder,
    const char *name, const struct buffer *bytes, mode_t *mode);

bool folder_has(const struct folder *folder, const char *name);

/* Append the bytes of a file.  False if it is no plain file, is larger than
 * the limit or cannot be read. */
bool folder_read(const struct folder *folder, const char *name, size_t limit,
    struct buffer *bytes);

/* Write a new file and sync it; 0 or the errno, the file then removed.  mode
 * 0 is that of any new file. */
int folder_write(const struct folder *folder, const char *name,
    const struct buffer *bytes, mode_t mode);

/* Keep a file under a second name, or, where the file system has no links,
 * under that name alone. */
int folder_keep(const struct folder *folder, const char *name,
    const char *other);
int folder_rename(const struct folder *folder, const char *from,
    const char *to);
void folder_remove(const struct folder *folder, const char *name);
int folder_sync(const struct folder *folder);

/* Whether two names are one file, as on a file system that ignores case. */
bool folder_is_same(const struct folder *folder, const char *name,
    const char *other);

/* The finding for a file that could not be written. */
void folder_report(int fault, const char *name, size_t size,
    const char *folder, struct findings *findings);

#endif
