/*
 * jixiao_archive_verify(): an archive read back, file by file, without trust.
 */

#include <stdlib.h>

#include "0_base/phrases.h"
#include "10_archive/seal.h"
#include "library/handles.h"
#include "library/rebuild.h"
#include "library/verification.h"

_Static_assert((int)JIXIAO_PART_WHOLE == (int)PART_WHOLE
    && (int)JIXIAO_PART_STATE_COUNT == (int)PART_STATE_COUNT
    && (int)JIXIAO_PART_REBUILT_OTHER == (int)PART_REBUILT_OTHER,
    "states of parts have the same numbers");

bool manifest_is_valid(struct jixiao *jixiao,
    const struct statement *statement, struct findings *findings)
{
    struct buffer reason = BUFFER_EMPTY;
    bool valid = grammar_fits(jixiao, GRAMMAR_ARCHIVE, statement->tree,
        &reason, findings);

    if (reason.failed)
        findings_out_of_memory(findings);
    else if (!valid && findings_worst(findings) < LEVEL_SYSTEM)
        findings_add(findings, CATALOGUE_MANIFEST_INVALID,
            (struct place){ 0, 0 }, NULL,
            "path", grammar_path(GRAMMAR_ARCHIVE),
            "reason", buffer_string(&reason), NULL);
    buffer_free(&reason);
    return valid;
}

static void list_repacked(unsigned repacked, enum language language,
    struct buffer *out)
{
    static const struct { unsigned what; enum phrase word; } rows[] = {
        { REPACKED_DEFLATED, PHRASE_REPACKED_DEFLATED },
        { REPACKED_FOLDERS, PHRASE_REPACKED_FOLDERS },
        { REPACKED_EXTRAS, PHRASE_REPACKED_EXTRAS },
    };

    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
        if (repacked & rows[k].what)
            buffer_printf(out, "%s%s", out->length
                ? phrase_text(PHRASE_SEPARATOR, language) : "",
                phrase_text(rows[k].word, language));
}

/* That a ZIP is another one, and whether what is in it holds. */
static void tell_repacked(const struct store *store,
    struct findings *findings)
{
    struct buffer words[LANGUAGE_COUNT] = { BUFFER_EMPTY };
    bool failed = false;

    for (int k = 0; k < LANGUAGE_COUNT; k++) {
        list_repacked(store->repacked, (enum language)k, &words[k]);
        failed = failed || words[k].failed;
    }
    if (failed)
        findings_out_of_memory(findings);
    else
        findings_add(findings, findings_worst(findings) < LEVEL_ERROR
            ? CATALOGUE_ZIP_REPACKED : CATALOGUE_ZIP_REPACKED_BADLY,
            (struct place){ 0, 0 }, NULL,
            "what", buffer_string(&words[LANGUAGE_ZH]),
            "what_en", buffer_string(&words[LANGUAGE_EN]), NULL);
    for (int k = 0; k < LANGUAGE_COUNT; k++)
        buffer_free(&words[k]);
}

/* Of an archive that is damaged nothing is made: it would say nothing, and its
 * rules may be anybody's. */
static void rebuild_whole(struct jixiao *jixiao,
    struct jixiao_verification *verification, struct findings *findings)
{
    if (findings_worst(findings) < LEVEL_ERROR)
        rebuild(jixiao, verification, findings);
    else
        findings_add(findings, CATALOGUE_REBUILD_SKIPPED,
            (struct place){ 0, 0 }, NULL, NULL);
}

/* The manifest first; what it states of files counts only where it is sound. */
static bool verify(struct jixiao *jixiao,
    struct jixiao_verification *verification,
    const struct jixiao_archive_check *check, struct findings *findings)
{
    const struct store *store = &verification->store;
    struct statement *statement = statement_read(store, findings);

    verification->statement = statement;
    if (!statement)
        return false;
    audit_manifest(store, statement, findings);
    seal_check(store, statement, check->trust, findings);
    if (!statement_paths_are_sound(statement, findings)
        || !manifest_is_valid(jixiao, statement, findings))
        return false;
    verification->audit = audit_make(store, statement, findings);
    if (verification->audit && store->repacked)
        tell_repacked(store, findings);
    if (verification->audit && check->rebuild)
        rebuild_whole(jixiao, verification, findings);
    return verification->audit != NULL;
}

struct jixiao_verification *jixiao_archive_verify(struct jixiao *jixiao,
    const char *path, const struct jixiao_archive_check *check,
    struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);
    struct jixiao_verification *verification = calloc(1,
        sizeof *verification);

    if (!verification) {
        findings_out_of_memory(list);
        return NULL;
    }
    findings_set_file(list, path);
    if (!store_open(&verification->store, path, list)) {
        free(verification);
        return NULL;
    }
    if (!verify(jixiao, verification, check, list)) {
        jixiao_verification_free(verification);
        return NULL;
    }
    return verification;
}

void jixiao_verification_free(struct jixiao_verification *verification)
{
    if (!verification)
        return;
    audit_free(verification->audit);
    statement_free(verification->statement);
    store_close(&verification->store);
    free(verification);
}

bool jixiao_verification_get(const struct jixiao_verification *verification,
    size_t k, struct jixiao_part *part)
{
    if (k >= verification->audit->count)
        return false;
    const struct part *from = &verification->audit->parts[k];
    *part = (struct jixiao_part){ .path = from->path, .now = from->now,
        .state = (enum jixiao_part_state)from->state,
        .pdf_level = *from->level ? from->level : NULL,
        .rebuilt = (enum jixiao_part_rebuilt)from->rebuilt };
    return true;
}
