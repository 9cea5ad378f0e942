/* The archive that another one replaces, known by its manifest. */

#include "library/archiving.h"

#include <stdio.h>
#include <string.h>

#include "10_archive/untrusted_xml.h"
#include "library/verification.h"

static const struct place nowhere = { 0, 0 };

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

static bool take(struct archiving *archiving,
    const struct statement *statement)
{
    const struct buffer *text = &statement->text;
    char sha256[DIGEST_TEXT_SIZE], sm3[DIGEST_TEXT_SIZE];

    return archive_take_former(archiving,
        xmlDocGetRootElement(statement->tree),
        digest_text(buffer_string(text), text->length, sha256),
        digest_sm3(buffer_string(text), text->length, sm3));
}

/* Only one that is whole is replaced: of another nobody knows what it was.
 * What else is found in it is none of the new one's faults. */
bool archive_read_former(struct archiving *archiving)
{
    const char *path = archiving->options->supersedes;
    struct findings *findings = path ? findings_new() : NULL;

    if (!path)
        return true;
    if (!findings)
        return archiving_lacks_memory(archiving);
    struct jixiao_verification *former = jixiao_archive_verify(
        archiving->jixiao, path, &(struct jixiao_archive_check){ NULL, false },
        (struct jixiao_findings *)findings);
    bool is_whole = former && findings_worst(findings) < LEVEL_ERROR;
    bool good = is_whole && take(archiving, former->statement);

    if (!is_whole) {
        findings_append(archiving->findings, findings);
        findings_add(archiving->findings,
            CATALOGUE_ARCHIVE_SUPERSEDED_UNUSABLE, nowhere, NULL,
            "path", path, NULL);
    }
    jixiao_verification_free(former);
    findings_free(findings);
    return good;
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
            nowhere, NULL, "name", former->name,
            "unit", former->unit ? former->unit : "",
            "period", former->period ? former->period : "",
            "own_unit", unit ? unit : "", "own_period", period ? period : "",
            NULL);
}
