/* jixiao_archive(): whether a set may be archived, and where it goes. */

#include <stdio.h>
#include <string.h>

#include "library/archiving.h"
#include "library/folders.h"
#include "library/located.h"

static const struct place nowhere = { 0, 0 };

static void tell_errors(const struct archiving *archiving, enum catalogue id)
{
    char count[24];

    snprintf(count, sizeof count, "%zu", archiving->errors);
    findings_add(archiving->findings, id, nowhere, NULL, "count", count,
        NULL);
}

/* A set with open errors is archived only where it was filed like that. */
static bool is_allowed(struct archiving *archiving)
{
    archiving->errors = archive_count_errors(archiving->findings);
    if (archiving->errors == 0 || archiving->options->as_filed)
        return true;
    tell_errors(archiving, CATALOGUE_ARCHIVE_REFUSED);
    return false;
}

static void tell_blanks(const struct archiving *archiving)
{
    struct buffer names = BUFFER_EMPTY;

    inventory_print_blanks(archiving->inventory, &names);
    if (names.failed)
        findings_out_of_memory(archiving->findings);
    else if (names.length)
        findings_add(archiving->findings, CATALOGUE_ARCHIVE_UNDESCRIBED,
            nowhere, NULL, "names", buffer_string(&names), NULL);
    buffer_free(&names);
}

static bool collect(void *user, const struct made *made)
{
    struct archiving *archiving = user;

    archiving->made = made;
    archiving->archive = archive_new();
    if (!archiving->archive)
        return archiving_lacks_memory(archiving);
    archive_compare_former(archiving);
    return is_allowed(archiving) && archive_collect_made(archiving)
        && archive_collect_given(archiving)
        && archive_describe(archiving);
}

/* What is to be known of the archive; false if memory runs out. */
static bool tell(const struct archiving *archiving)
{
    tell_blanks(archiving);
    if (archiving->errors)
        tell_errors(archiving, CATALOGUE_ARCHIVE_AS_FILED);
    return !findings_lack_memory(archiving->findings);
}

static bool is_no_hint(void *user, struct finding *finding)
{
    (void)user;
    return finding->level > LEVEL_HINT;
}

/* Tells before it writes: an archive of which not all can be said is none.
 * The hints are taken back where it is not written. */
static bool tell_and_write(const struct archiving *archiving,
    const struct archive_target *target)
{
    size_t before = findings_count(archiving->findings);
    bool good = tell(archiving)
        && archive_write(archiving->archive, target, archiving->findings);

    if (!good)
        findings_revise(archiving->findings, before, is_no_hint, NULL);
    return good;
}

static bool write_archive(struct archiving *archiving,
    const struct archive_target *target, struct jixiao_outcome *outcome)
{
    const struct jixiao_build build = { .formats = format_rows[FORMAT_PDF]
        .name, .clean = true };
    bool good = archive_is_free(target, archiving->findings)
        && archive_read_former(archiving)
        && make_for(archiving->jixiao, archiving->set, &build, collect,
            archiving, archiving->findings)
        && tell_and_write(archiving, target);

    if (good)
        outcome->counts[JIXIAO_FILE_NEW] = archiving->archive->count + 2;
    archiving_end(archiving);
    return good;
}

bool jixiao_archive(struct jixiao *jixiao, const struct jixiao_set *set,
    const struct jixiao_archive_options *options,
    struct jixiao_outcome *outcome, struct jixiao_findings *findings)
{
    struct archiving archiving = { .jixiao = jixiao, .set = set,
        .options = options, .findings = findings_inside(findings) };
    const struct jixiao_build where = { .output = options->output,
        .folder = options->folder };

    findings_set_file(archiving.findings, set->path);
    outcome->folder = folder_of_set(set->path, &where, archiving.findings);
    if (!outcome->folder)
        return false;
    archiving.name = outcome->folder + strlen(options->output) + 1;
    const struct archive_target target = { options->output, archiving.name,
        options->zip };
    bool good = write_archive(&archiving, &target, outcome);

    locate_findings(set, archiving.findings);
    return good;
}
