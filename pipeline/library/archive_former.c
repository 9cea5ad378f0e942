/* The archive that another one replaces, known by its manifest. */

#include "library/archiving.h"

#include <stdlib.h>
#include <string.h>

#include "10_archive/audit.h"
#include "3_transform/submission.h"
#include "library/verification.h"

static void take_digests(const struct statement *statement,
    struct inventory_former *former)
{
    const char *text = buffer_string(&statement->text);

    digest_text(text, statement->text.length, former->sha256);
    digest_sm3(text, statement->text.length, former->sm3);
}

/* Only the manifest has to be whole: files that are damaged may be why the
 * archive is replaced. */
static bool read_former(struct jixiao *jixiao, const char *path,
    struct inventory_former *former, struct findings *findings)
{
    struct store store;

    if (!store_open(&store, path, findings))
        return false;
    struct statement *statement = statement_read(&store, findings);
    if (statement)
        audit_manifest(&store, statement, findings);
    bool good = statement && findings_worst(findings) < LEVEL_ERROR
        && manifest_is_valid(jixiao, statement, findings);
    if (good) {
        take_digests(statement, former);
        former->name = strdup(node_attribute(
            xmlDocGetRootElement(statement->tree), "name"));
        if (!former->name)
            findings_out_of_memory(findings);
        good = former->name != NULL;
    }
    statement_free(statement);
    store_close(&store);
    return good;
}

bool archive_read_former(struct archiving *archiving)
{
    const char *path = archiving->options->supersedes;
    struct findings *findings = path ? findings_new() : NULL;

    if (!path)
        return true;
    if (!findings)
        return archiving_lacks_memory(archiving);
    findings_set_file(findings, path);
    bool good = read_former(archiving->jixiao, path, &archiving->former,
        findings);
    findings_append(archiving->findings, findings);
    if (!good)
        findings_add(archiving->findings,
            CATALOGUE_ARCHIVE_SUPERSEDED_UNUSABLE, (struct place){ 0, 0 },
            NULL, "path", path, NULL);
    findings_free(findings);
    return good;
}
