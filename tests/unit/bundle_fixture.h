#ifndef BUNDLE_FIXTURE_H
#define BUNDLE_FIXTURE_H

/*
 * What the tests of bundles stand on: a folder of the test's own that goes
 * away again, files in it, and sets that are written to it.
 */

#include "9_bundle/bundle.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))
#define PATH_SIZE 512

struct file {
    const char *name, *text;
};

extern const struct file two[2];        /* "A" and "B" */

/* A folder of the test's own, and the path in it that sets go to. */
extern char root[64];
extern char folder[PATH_SIZE];

void begin(void);
void end(void);

/* A path in the folder of sets, until the next call. */
const char *path_of(const char *name);
void put(const char *path, const char *text);
bool is_there(const char *name);
bool has(const char *name, const char *text);

/* How many names the folder has, hidden ones among them; -1: it is none. */
int count_names(void);

/* A bundle of these files for the folder. */
struct bundle *make(const struct file *files, size_t count);

/* Write it; codes are those of the findings to be made, in their order and
 * with spaces between, NULL: none. */
struct bundle *write_bundle(struct bundle *bundle, bool written,
    const char *codes);
struct bundle *commit(const struct file *files, size_t count, bool written,
    const char *codes);
void write_fine(const struct file *files, size_t count);

/* The same of bundle_recover(). */
void recover(enum bundle_former former, const char *codes);

/* new, changed, same, removed, kept, left, edited; what is not named is 0 */
void check_counts(const struct bundle *bundle,
    const size_t expected[BUNDLE_CHANGE_COUNT]);

/* The folder as a run leaves it that is killed with a journal: what it is to
 * become is read from the files, of which `renamed` have been renamed. */
void kill_behind_journal(const struct file *files, size_t count,
    size_t renamed);

#endif
