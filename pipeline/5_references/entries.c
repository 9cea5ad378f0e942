/* The entries of a list that a path could name. */

#include "5_references/path.h"

#include <string.h>

#include "0_base/listed.h"
#include "0_base/phrases.h"
#include "3_transform/submission.h"

/* How many entries are looked at. */
#define LISTED_MAX 20

void path_list_entries(const char *path, const char *known, xmlNodePtr text,
    struct buffer *out)
{
    size_t length = strlen(known);
    struct buffer nearest = BUFFER_EMPTY;
    xmlNodePtr list = length && strncmp(path, known, length) == 0
        && path[length] == '.' ? path_resolve(known, text, &nearest) : NULL;
    size_t count = 0;

    for (xmlNodePtr entry = list ? xmlFirstElementChild(list) : NULL;
        entry && count <= LISTED_MAX; entry = xmlNextElementSibling(entry)) {
        const char *key = node_attribute(entry, "key");
        if (!key || count++ == LISTED_MAX)
            continue;
        listed_add(out, key);
    }
    if (count > LISTED_MAX)
        buffer_add_string(out, phrase_text(PHRASE_CUT, LANGUAGE_ZH));
    buffer_free(&nearest);
}
