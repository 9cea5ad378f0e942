#ifndef FORMS_REASONS_H
#define FORMS_REASONS_H

/* Why libxslt runs a stylesheet, as a person reads it (reasons.def). */

#include "0_base/findings.h"

/* Of what the compiler says; that itself where it has no row. */
const char *reason_text(const char *why, enum language language);

#endif
