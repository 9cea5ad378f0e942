/* Whether a circular can be signed as it is said. */

#include "library/summaries/signed.h"

#include <string.h>

#include "0_base/findings.h"
#include "0_base/unseen.h"
#include "2_schema/formats/format.h"

static bool complain(struct findings *findings, enum catalogue id,
    const char *name)
{
    findings_add(findings, id, (struct place){ 0, 0 }, NULL, "name", name,
        NULL);
    return false;
}

bool signed_check(const char *sender, const char *date,
    struct findings *findings)
{
    if (sender && !unseen_allows_name(sender))
        return complain(findings, CATALOGUE_SENDER_UNUSABLE, sender);
    return !date || format_is_date(date, strlen(date))
        || complain(findings, CATALOGUE_DATE_UNKNOWN, date);
}
