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

/* Inflates a deflated entry and hands it over; 0 or the errno, EBADMSG where it
 * does not come to its size. */
int store_inflate(const struct store *store, const struct stored *stored,
    uint32_t *crc, store_taker *take, void *user);

/* As many bytes as are asked for; 0 or the errno. */
int store_read_at(int fd, uint64_t offset, void *bytes, size_t length);

/* Adds to the list, which takes the path; false if memory ran out, and then
 * the path is freed. */
bool store_add(struct store *store, const struct stored *stored);

/* Brings the list in order, without folders that have something in them;
 * false, with a finding, where it has a path twice. */
bool store_sort(struct store *store, struct findings *findings);

#endif
