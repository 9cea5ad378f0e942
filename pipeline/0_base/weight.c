/* The one order of kinds of findings. */

#include "0_base/weight.h"

#include <string.h>

int weight_compare(const struct weight *a, const struct weight *b)
{
    if (a->level != b->level)
        return a->level > b->level ? -1 : 1;
    if (a->files != b->files)
        return a->files > b->files ? -1 : 1;
    if (a->places != b->places)
        return a->places > b->places ? -1 : 1;
    return strcmp(a->code, b->code);
}
