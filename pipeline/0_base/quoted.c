/* Quotes that are not taken for a part of the text inside them. */

#include "0_base/quoted.h"

#include <string.h>

static const char *const marks[] = { "\"", "'", "`",
    "\xE2\x80\x98", "\xE2\x80\x99", "\xE2\x80\x9C", "\xE2\x80\x9D",
    "\xE3\x80\x8C", "\xE3\x80\x8D", "\xEF\xBC\x82" };

static bool has_mark(const char *text, size_t length, bool at_end)
{
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
        size_t size = strlen(marks[k]);
        if (size <= length && memcmp(at_end ? text + length - size : text,
            marks[k], size) == 0)
            return true;
    }
    return false;
}

struct quotes quotes_for(const char *text, size_t length)
{
    if (has_mark(text, length, false) || has_mark(text, length, true))
        return (struct quotes){ PHRASE_OPEN_CORNER, PHRASE_CLOSE_CORNER };
    return (struct quotes){ PHRASE_OPEN_QUOTE, PHRASE_CLOSE_QUOTE };
}
