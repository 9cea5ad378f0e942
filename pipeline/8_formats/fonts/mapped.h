#ifndef MAPPED_H
#define MAPPED_H

/*
 * A font file mapped into memory: only what is read of it takes memory, and
 * that can be given back.
 */

#include "8_formats/fonts/harfbuzz.h"

/* The whole file, until the blob is destroyed.  NULL with errno where it cannot
 * be read. */
hb_blob_t *mapped_open(const char *path);

/* Gives back the memory of what was read; it is read again when asked for. */
void mapped_rest(hb_blob_t *blob);

#endif
