#ifndef OPTIONS_CHOICES_H
#define OPTIONS_CHOICES_H

/* The words that options take, for reading the command line and for those who
 * complete it. */

#include "0_base/findings.h"

#define OPTION_CHOICES_MAX 4

struct option_choices {
    enum catalogue unknown;     /* what is said of another one */
    const char *words[OPTION_CHOICES_MAX + 1];  /* up to NULL */
};

extern const struct option_choices option_languages, option_stages,
    option_pdf_levels, option_reports, option_diff_reports, option_carets;

#endif
