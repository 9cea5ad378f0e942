/* The one list of them. */

#include "0_base/finding_strings.h"

#include <string.h>

void finding_strings(struct finding *finding,
    const char **strings[FINDING_STRING_COUNT])
{
    const char **all[FINDING_STRING_COUNT] = { &finding->code,
        &finding->pointer, &finding->attachment, &finding->where,
        &finding->found, &finding->expected, &finding->text[LANGUAGE_ZH],
        &finding->text[LANGUAGE_EN], &finding->basis, &finding->answer,
        &finding->answer_pointer, &finding->blank, &finding->cells,
        &finding->line };

    memcpy(strings, all, sizeof all);
}
