/* The functions of libmicrohttpd. */

#include "server/microhttpd.h"

struct microhttpd_calls microhttpd;

bool microhttpd_open(struct findings *findings)
{
    static const char *const names[] = { MICROHTTPD_CALLS(LATE_NAME) NULL };
    static struct late_library library = {
        .file = "libmicrohttpd.so.12",
        .names = names,
        .calls = &microhttpd,
    };

    return late_open(&library, findings);
}
