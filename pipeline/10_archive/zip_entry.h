#ifndef ZIP_ENTRY_H
#define ZIP_ENTRY_H

/*
 * The entries of an archive that is a ZIP file; for store_zip.c.
 */

#include "10_archive/store.h"

struct zip_file {
    struct store *store;
    uint64_t size, directory;   /* of the file; where the directory begins */
    uint64_t unpacked;          /* bytes of all deflated entries so far */
    struct findings *findings;
};

/* A number of so many bytes, the lowest first. */
uint32_t zip_number(const unsigned char *at, int size);

/* How long the row of the directory is that begins the bytes; 0 where they
 * are none. */
size_t zip_entry_size(const unsigned char *central, size_t length);

/* Lists the entry of a whole row of the directory, which must begin at *offset
 * in the file; that is then behind it.  False, with a finding, where it may not
 * be read. */
bool zip_entry_add(struct zip_file *zip, const unsigned char *central,
    uint64_t *offset);

/* Both false: a finding that names an entry, and what a call has said. */
bool zip_report(const struct zip_file *zip, enum catalogue id,
    const char *name);
bool zip_report_fault(const struct zip_file *zip, int fault);

#endif
