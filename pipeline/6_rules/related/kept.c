/* What a function found for its last call, until one with other arguments. */

#include "6_rules/related/kept.h"

#include <stdlib.h>

void *kept_renew(struct kept *kept, size_t size, kept_emptier *empty)
{
    kept_drop(kept);
    kept->empty = empty;
    return kept->memory = calloc(1, size);
}

void *kept_drop(struct kept *kept)
{
    if (kept->memory)
        kept->empty(kept->memory);
    free(kept->memory);
    return kept->memory = NULL;
}
