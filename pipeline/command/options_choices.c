/* Words in the order of the enumerations that they mean. */

#include "command/options_choices.h"

#include "command/options.h"

const struct option_choices option_languages = { CATALOGUE_LANGUAGE_UNKNOWN,
    { [JIXIAO_ZH] = "zh", [JIXIAO_EN] = "en" } };

const struct option_choices option_stages = { CATALOGUE_STAGE_UNKNOWN,
    { "submission.xml", "document.xml" } };

const struct option_choices option_pdf_levels = {
    CATALOGUE_PDF_LEVEL_UNKNOWN,
    { [JIXIAO_PDF_1B] = "1b", [JIXIAO_PDF_2A] = "2a" } };

const struct option_choices option_reports = { CATALOGUE_REPORT_UNKNOWN,
    { "text", "json", "sarif" } };

/* What differs between two sets is told in other ways than what is found. */
const struct option_choices option_diff_reports = { CATALOGUE_REPORT_UNKNOWN,
    { "text", "json", "html", "patch" } };

const struct option_choices option_carets = { CATALOGUE_CARET_UNKNOWN,
    { [CARET_AUTO] = "auto", [CARET_ALWAYS] = "always",
        [CARET_NEVER] = "never" } };
