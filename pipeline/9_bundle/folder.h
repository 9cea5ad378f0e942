#ifndef FOLDER_H
#define FOLDER_H

/*
 * The folder that a set is written to, and single files in it.
 *
 * Names:     of files in the folder itself; links are never followed, and
 *            nothing waits for what is no plain file.  A file on its way has
 *            a name of our own, folder_name().
 * Errors:    functions that can fail in ways worth telling apart return 0 or
 *            the errno; those that take findings say what failed.
 * folder.c has what is done with the folder as a whole, folder_files.c what
 * is done with the files in it.
 */

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <time.h>

#include "0_base/buffer.h"
#include "0_base/digest.h"
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

/* Opens a folder that is there, without a lock. */
bool folder_look(struct folder *folder, const char *path);

/* Locks it against other runs; false where another one holds it. */
bool folder_lock(const struct folder *folder);

/* undo: folders that folder_open() made go again if they are empty. */
void folder_close(struct folder *folder, bool undo);

/* How many files are on their way, as a killed run leaves them; of them those
 * that are former ones, whose names were given away. */
struct folder_left { size_t count, former; };
struct folder_left folder_count_left(const struct folder *folder);

/* Removes them, with one finding where any stay; how many are gone. */
size_t folder_clean(const struct folder *folder, struct findings *findings);

enum folder_kind {
    FOLDER_NOTHING,             /* or what cannot be looked at */
    FOLDER_FILE,                /* a plain one */
    FOLDER_LINK,
    FOLDER_FOLDER,
    FOLDER_SPECIAL              /* a pipe, a device */
};

/* What has a name. */
struct folder_state {
    enum folder_kind kind;
    size_t size;
    mode_t mode;                /* its permissions, where it is a plain file */
    dev_t device;               /* of the file, with its number in there */
    ino_t number;
    struct timespec changed;    /* its bytes */
};

struct folder_state folder_state(const struct folder *folder,
    const char *name);
bool folder_has(const struct folder *folder, const char *name);

/* Whether a name has what another one had, nobody having written to it since:
 * of its kind and size, and changed at the same time. */
bool folder_is_still(const struct folder *folder, const char *name,
    const struct folder_state *before);

/* 0 and the digest of a plain file, "" where there is none; or the errno. */
int folder_digest(const struct folder *folder, const char *name,
    char digest[DIGEST_TEXT_SIZE]);

/* The same; false, with a finding, where it cannot be read. */
bool folder_read_digest(const struct folder *folder, const char *name,
    char digest[DIGEST_TEXT_SIZE], struct findings *findings);

/* Whether a plain file has that digest; false where it cannot be read, and for
 * "". */
bool folder_has_digest(const struct folder *folder, const char *name,
    const char *digest);

/* Append the bytes of a file, none where there is no plain one or it is larger
 * than the limit; 0 or the errno. */
int folder_read(const struct folder *folder, const char *name, size_t limit,
    struct buffer *bytes);

/* Write a new file and sync it; 0 or the errno, the file then removed.  mode
 * 0 is that of any new file. */
int folder_write(const struct folder *folder, const char *name,
    const struct buffer *bytes, mode_t mode);

/*
 * Files that are written and not yet safe: synced together, which takes a disk
 * little longer than one.  { 0 } has none.
 */
#define FOLDER_BATCH_MAX 64     /* that are open at a time */

struct folder_batch {
    struct unsynced { int fd; size_t number; } files[FOLDER_BATCH_MAX];
    size_t count;
    size_t failed;              /* the number of the file at fault */
};

/* The same, safe when the batch is synced; those before it may be so now. */
int folder_write_later(const struct folder *folder, const char *name,
    const struct buffer *bytes, mode_t mode, size_t number,
    struct folder_batch *batch);

/* 0 or the first errno; no file is open behind it.  Those that failed keep
 * their names. */
int folder_sync_batch(struct folder_batch *batch);

/* Give a file a second name, which nothing has; where the file system has no
 * links, a copy gets it. */
int folder_copy(const struct folder *folder, const char *name,
    const char *other);

/* Keep a file under a second name, or, where the file system has no links,
 * under that name alone. */
int folder_keep(const struct folder *folder, const char *name,
    const char *other);

/* What has the name is replaced; where the file system cannot do that at once,
 * as some of a network, it is removed first. */
int folder_rename(const struct folder *folder, const char *from,
    const char *to);
int folder_remove(const struct folder *folder, const char *name);

/* The same, with a finding where the file stays. */
void folder_clear(const struct folder *folder, const char *name,
    struct findings *findings);
int folder_sync(const struct folder *folder);

/* The finding for a file that could not be written. */
void folder_report(int fault, const char *name, size_t size,
    const char *folder, struct findings *findings);

/* Whether there was no fault; a finding about a file of the folder else. */
bool folder_check(const struct folder *folder, enum catalogue id,
    const char *name, int fault, struct findings *findings);

#endif
