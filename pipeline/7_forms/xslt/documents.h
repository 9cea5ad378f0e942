#ifndef DOCUMENTS_H
#define DOCUMENTS_H

/* document(): resources of the program, one of a constant address read when
 * the stylesheet is compiled. */

#include "7_forms/xslt/run.h"

const struct expr *document_call(struct program *program, const char *base,
    const struct expr *address);

void documents_free(struct loaded *loaded);     /* NULL is allowed */

#endif
