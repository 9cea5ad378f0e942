/* The functions of libxslt and libexslt. */

#include "0_base/libxslt.h"

struct libxslt_calls libxslt;
struct libexslt_calls libexslt;

bool libxslt_open(struct findings *findings)
{
    static const char *const names[] = { LIBXSLT_CALLS(LATE_NAME) NULL };
    static struct late_library library = {
        .file = "libxslt.so.1",
        .names = names,
        .calls = &libxslt,
    };

    return late_open(&library, findings);
}

bool libexslt_open(struct findings *findings)
{
    static const char *const names[] = { LIBEXSLT_CALLS(LATE_NAME) NULL };
    static struct late_library library = {
        .file = "libexslt.so.0",
        .names = names,
        .calls = &libexslt,
    };

    return late_open(&library, findings);
}
