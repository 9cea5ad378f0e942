/* What came of a data file, in a word. */

#include "0_base/phrases.h"
#include "library/summaries/summaries.h"

const char *summary_result(const struct record *record)
{
    static const enum phrase results[] = { [LEVEL_HINT] = PHRASE_SUMMARY_GOOD,
        [LEVEL_WARNING] = PHRASE_LEVEL_WARNING,
        [LEVEL_ERROR] = PHRASE_LEVEL_ERROR,
        [LEVEL_USAGE] = PHRASE_SUMMARY_UNREAD,
        [LEVEL_SYSTEM] = PHRASE_SUMMARY_UNREAD };

    return phrase_text(results[record->status], LANGUAGE_ZH);
}
