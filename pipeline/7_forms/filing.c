/* What a page model says of the filing that it is of. */

#include "7_forms/filing.h"

#include <string.h>

#include "3_transform/submission.h"

static const char *said(xmlDocPtr documents, const char *name)
{
    const char *words = node_attribute(xmlDocGetRootElement(documents), name);

    return words ? words : "";
}

struct filing filing_of(xmlDocPtr documents)
{
    return (struct filing){ said(documents, "unit"),
        said(documents, "period") };
}

bool filing_is_same(struct filing a, struct filing b)
{
    return strcmp(a.unit, b.unit) == 0 && strcmp(a.period, b.period) == 0;
}
