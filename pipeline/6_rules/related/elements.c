/* The elements of the tree, which functions find by their places in a list. */

#include <stdlib.h>

#include "3_transform/submission.h"
#include "4_formulas/xpath/flats.h"
#include "6_rules/related/related_calls.h"

bool related_list_elements(struct related *related)
{
    const struct kept_flats *kept = submission_flats(related->submission);

    related->flats = kept ? kept->flats : NULL;
    if (!related->flats)
        related->flats = related->own = calloc(1, sizeof *related->own);
    return related->flats && (!related->own
        || flats_read(related->own, related->submission));
}

void related_free_elements(struct related *related)
{
    if (related->own)
        flats_free(related->own);
    free(related->own);
}
