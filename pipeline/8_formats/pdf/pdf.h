#ifndef PDF_H
#define PDF_H

/*
 * A drawing as PDF (ISO 32000-1): PDF/A-1b (ISO 19005-1, GB/T 23286.1), or
 * PDF/A-2a (ISO 19005-2) with PDF/UA-1 (ISO 14289-1) in one file; tagged at
 * both levels.  The same drawing gives the same bytes.
 *
 * Errors: false, with a finding, where memory runs out or a face cannot be
 *         cut; out is then as it was.
 */

#include "0_base/buffer.h"
#include "0_base/findings.h"
#include "8_formats/layout/drawing.h"
#include "8_formats/layout/origin.h"

enum pdf_level { PDF_1B, PDF_2A };

bool pdf_print(const struct drawing *drawing, enum pdf_level level,
    const struct origin *origin, struct buffer *out,
    struct findings *findings);

#endif
