/*
 * Raised digits as characters of their own, so that 9.99 with a note 1 is no
 * 9.991, and m with a 2 is m².
 */

#include "13_pull/raised.h"

#include <string.h>

#include "13_pull/word_xml.h"

bool run_is_raised(xmlNodePtr run)
{
    const char *place = word_attribute(word_child(word_child(run, "rPr"),
        "vertAlign"), "val");

    return place && strcmp(place, "superscript") == 0;
}

void raised_add(const char *words, struct buffer *out)
{
    static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶",
        "⁷", "⁸", "⁹" };

    for (; *words; words++) {
        if (*words >= '0' && *words <= '9')
            buffer_add_string(out, raised[*words - '0']);
        else
            buffer_add_char(out, *words);
    }
}
