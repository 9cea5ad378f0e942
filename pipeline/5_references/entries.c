/* The entries of a list that a path could name. */

#include "5_references/path.h"

#include <string.h>

#include "0_base/listed.h"
#include "0_base/signs.h"
#include "3_transform/submission.h"

/* Adds a key to a list, as a path writes it. */
static void add_key(struct buffer *list, const char *key)
{
    struct buffer name = BUFFER_EMPTY;

    path_add_name(&name, key);
    listed_add(list, buffer_string(&name));
    list->failed = list->failed || name.failed;
    buffer_free(&name);
}

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
            add_key(out, key);
        entry = xmlNextElementSibling(entry);
    }
    if (entry && out->length > 0)
        buffer_add_string(out, SIGN_CUT);
    buffer_free(&nearest);
}
