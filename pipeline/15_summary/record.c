/* Records: looked into and let go. */

#include "15_summary/record.h"

#include <stdlib.h>
#include <string.h>

const char *const record_title_names[LANGUAGE_COUNT] = { "title",
    "title_en" };

const struct record_value *record_value(const struct record *record,
    const char *name)
{
    for (size_t k = 0; k < record->value_count; k++)
        if (strcmp(record->values[k].name, name) == 0)
            return &record->values[k];
    return NULL;
}

void record_free(struct record *record)
{
    if (!record)
        return;
    arena_free(&record->arena);
    free(record);
}
