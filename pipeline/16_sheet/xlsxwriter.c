/* libxlsxwriter, opened when it is needed. */

#include "16_sheet/xlsxwriter.h"

struct xlsxwriter_calls xlsxwriter;

bool xlsxwriter_open(struct findings *findings)
{
    static const char *const names[] = { XLSXWRITER_CALLS(LATE_NAME) NULL };
    static struct late_library library = {
        .file = "libxlsxwriter.so.4",
        .names = names,
        .calls = &xlsxwriter,
    };

    return late_open(&library, findings);
}
