#ifndef FINDINGS_PACK_H
#define FINDINGS_PACK_H

/*
 * Findings as bytes for another process of the same program (packed.h).
 */

#include "0_base/findings.h"
#include "0_base/packed.h"

void findings_pack(const struct findings *findings, struct buffer *out);

/* Adds them to those of a list, in their order, each about its own file;
 * afterwards the findings to come are about the file that they were about. */
void findings_unpack(struct packed *packed, struct findings *findings);

#endif
