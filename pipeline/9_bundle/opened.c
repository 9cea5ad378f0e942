/* Finds what a word processor leaves beside a file that it has open. */

#include "9_bundle/opened.h"

#include <string.h>

#include "0_base/utf8.h"

#define OFFICE_FRONT ".~lock."
#define OFFICE_END "#"
#define WORD_FRONT "~$"
#define WPS_FRONT ".~"

/* Word writes its two characters over the first ones of a long name, and in
 * front of a short one. */
#define WORD_LONG 8             /* characters before the ending */

static bool begins_with(const char *name, const char *front)
{
    return strncmp(name, front, strlen(front)) == 0;
}

bool opened_is_mark(const char *name)
{
    return begins_with(name, WORD_FRONT) || begins_with(name, WPS_FRONT);
}

/* What Word leaves of a name. */
static const char *word_rest(const char *name)
{
    const char *dot = strrchr(name, '.');
    size_t length = dot ? (size_t)(dot - name) : strlen(name);
    size_t count = utf8_count(name, length);
    size_t skipped = count >= WORD_LONG ? 2 : count + 1 == WORD_LONG;

    return name + utf8_head(name, skipped);
}

bool opened_find(const struct folder *folder, const char *name,
    struct buffer *out)
{
    const struct { const char *front, *name, *end; } marks[] = {
        { OFFICE_FRONT, name, OFFICE_END },
        { WORD_FRONT, word_rest(name), "" },
        { WPS_FRONT, name, "" },
    };
    size_t before = out->length;

    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
        buffer_printf(out, "%s%s%s", marks[k].front, marks[k].name,
            marks[k].end);
        if (!out->failed && folder_has(folder, buffer_string(out) + before))
            return true;
        buffer_cut(out, before);
    }
    return false;
}
