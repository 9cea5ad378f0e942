#ifndef STORE_KINDS_H
#define STORE_KINDS_H

/*
 * The two kinds of archives; for store.c.  Each lists what the descriptor
 * store->fd leads to; false, with findings, where it cannot.
 */

#include "10_archive/store.h"

bool store_list_folder(struct store *store, struct findings *findings);
bool store_list_zip(struct store *store, struct findings *findings);

/* Opens a plain file below a folder without following any link; -1 with
 * errno. */
int store_open_below(int folder, const char *path);

/* Adds to the list, which takes the path; false if memory ran out, and then
 * the path is freed. */
bool store_add(struct store *store, const struct stored *stored);

/* Brings the list in order; false, with a finding, where it has a path
 * twice. */
bool store_sort(struct store *store, struct findings *findings);

#endif
