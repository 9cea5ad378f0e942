#ifndef REWORD_H
#define REWORD_H

/*
 * Sentences about a data file, in the words of who does not read it as it is.
 */

#include "0_base/buffer.h"
#include "0_base/findings.h"

enum reword_for {
    REWORD_SHEET,               /* who fills in a workbook */
    REWORD_PAGE,                /* who fills in a form in the editor */
    REWORD_COUNT
};

/* Appends a sentence; what stands in quotation marks is left as it is. */
void reword_print(const char *text, enum reword_for whom,
    enum language language, struct buffer *out);

#endif
