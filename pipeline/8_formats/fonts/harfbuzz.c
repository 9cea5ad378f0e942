/* The functions of HarfBuzz. */

#include "8_formats/fonts/harfbuzz.h"

struct harfbuzz_calls harfbuzz;

bool harfbuzz_open(struct findings *findings)
{
    static const char *const names[] = { HARFBUZZ_CALLS(LATE_NAME) NULL };
    static struct late_library library = {
        .file = "libharfbuzz-subset.so.0",      /* brings the other one */
        .names = names,
        .calls = &harfbuzz,
    };

    return late_open(&library, findings);
}
