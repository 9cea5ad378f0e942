/* The entries of a list that a path could name. */

#include "5_references/path.h"

#include <string.h>

#include "0_base/listed.h"
#include "0_base/signs.h"
#include "3_transform/submission.h"

/* How many entries are looked at. */
#define LOOKED_AT_MAX 20

void path_list_entries(const char *path, const char *known, xmlNodePtr text,
    struct buffer *out)
{
    size_t length = strlen(known);
    struct buffer nearest = BUFFER_EMPTY;
    xmlNodePtr list = length && strncmp(path, known, length) == 0
        && path[length] == '.' ? path_resolve(known, text, &nearest) : NULL;
    xmlNodePtr entry = list ? xmlFirstElementChild(list) : NULL;

    for (size_t k = 0; entry && k < LOOKED_AT_MAX; k++) {
        const char *key = node_attribute(entry, "key");
        if (key)
            listed_add(out, key);
        entry = xmlNextElementSibling(entry);
    }
    if (entry && out->length > 0)
        buffer_add_string(out, SIGN_CUT);
    buffer_free(&nearest);
}
