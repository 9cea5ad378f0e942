/* What an archive under way has in common with one that is made again. */

#include "library/archiving.h"

#include <stdio.h>
#include <string.h>

#include "10_archive/untrusted_xml.h"

/* A copy of an attribute; NULL where there is none, or memory ran out. */
static char *copy(struct archiving *archiving, xmlNodePtr root,
    const char *name)
{
    const char *text = untrusted_xml_attribute(root, name);
    char *copied = text ? strdup(text) : NULL;

    if (text && !copied)
        archiving_lacks_memory(archiving);
    return copied;
}

bool archive_take_former(struct archiving *archiving, xmlNodePtr element,
    const char *sha256, const char *sm3)
{
    struct inventory_former *former = &archiving->former;

    snprintf(former->sha256, sizeof former->sha256, "%s", sha256);
    snprintf(former->sm3, sizeof former->sm3, "%s", sm3);
    former->name = copy(archiving, element, "name");
    former->unit = copy(archiving, element, "unit");
    former->period = copy(archiving, element, "period");
    return former->name != NULL;
}

/* What is not stated is no other. */
static bool is_other(const char *former, const char *now)
{
    return former && now && strcmp(former, now) != 0;
}

void archive_compare_former(const struct archiving *archiving)
{
    const struct inventory_former *former = &archiving->former;
    xmlNodePtr set = xmlDocGetRootElement(archiving->made->contents);
    const char *unit = untrusted_xml_attribute(set, "unit");
    const char *period = untrusted_xml_attribute(set, "period");

    if (is_other(former->unit, unit) || is_other(former->period, period))
        findings_add(archiving->findings, CATALOGUE_ARCHIVE_SUPERSEDED_OTHER,
            (struct place){ 0, 0 }, NULL, "name", former->name,
            "unit", former->unit ? former->unit : "",
            "period", former->period ? former->period : "",
            "own_unit", unit ? unit : "", "own_period", period ? period : "",
            NULL);
}

size_t archive_count_errors(const struct findings *findings)
{
    size_t count = 0;

    for (size_t k = 0; k < findings_count(findings); k++) {
        const struct finding *finding = findings_get(findings, k);
        count += !finding->answer && finding->level == LEVEL_ERROR;
    }
    return count;
}

void archiving_end(struct archiving *archiving)
{
    archive_free(archiving->archive);
    inventory_free(archiving->inventory);
    inventory_former_free(&archiving->former);
}
