#ifndef PACKAGE_H
#define PACKAGE_H

/*
 * Make the ZIP package (.docx) of a Flat OPC document.
 *
 * Standards: ISO/IEC 29500-2 (Open Packaging Conventions), APPNOTE 6.3 (ZIP).
 * Order:     [Content_Types].xml, made from the parts' pkg:contentType, then
 *            the parts as they stand.
 * The same document gives the same bytes: every date is 1980-01-01, and there
 * are no extra fields.
 */

#include <stdbool.h>

#include "0_base/buffer.h"
#include "0_base/findings.h"
#include "8_formats/zip.h"

/*
 * Append the package of a document's bytes (flat_marks.h has their shape; in
 * whatever encoding), with what was packed before (zip.h).  False, with a
 * finding, where it is no Flat OPC, has a part that no package can hold, or
 * memory runs out; what the buffer then holds means nothing.
 */
bool package_zip(const struct buffer *flat_opc, struct packings *packings,
    struct buffer *out, struct findings *findings);

#endif
