#ifndef REWORD_H
#define REWORD_H

/*
 * Sentences about a data file, in the words that a workbook has for the same.
 */

#include "0_base/buffer.h"
#include "0_base/findings.h"

/* Appends a sentence; what stands in quotation marks is left as it is. */
void reword_print(const char *text, enum language language,
    struct buffer *out);

#endif
