/* The archive that another one replaces, known by its manifest. */

#include "library/archiving.h"

#include "library/verification.h"

static const struct place nowhere = { 0, 0 };

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
