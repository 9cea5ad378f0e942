#ifndef OFD_H
#define OFD_H

/*
 * A drawing as OFD (GB/T 33190-2016): pages, embedded fonts, outline and
 * metadata, and an attachment with the SHA-256 of every other part, as
 * sha256sum prints it.  The same drawing gives the same bytes.
 *
 * No claim:  of OFD-A (GB/T 42133): there are no tags of structure
 *            (CustomTags), and no signature.
 * Errors:    false, with a finding, where memory runs out or a face cannot be
 *            cut; out is then as it was.
 */

#include "0_base/buffer.h"
#include "0_base/findings.h"
#include "8_formats/layout/drawing.h"
#include "8_formats/layout/origin.h"

bool ofd_print(const struct drawing *drawing, const struct origin *origin,
    struct buffer *out, struct findings *findings);

#endif
