/* Compares a set with the data that its folder keeps. */

#include "library/correction.h"

#include <string.h>

#include "14_compare/amounts_kept.h"
#include "7_forms/filing.h"
#include "library/compared.h"
#include "library/former.h"
#include "library/reports/comparison.h"
#include "library/worst.h"

/* A comparison under way; what it owns is let go in end(). */
struct correcting {
    const struct correction_source *source;
    enum former_data which;     /* it is compared with */
    struct buffer former;       /* its bytes */
    struct jixiao_set *old;
    xmlDocPtr old_documents;
    struct findings *old_findings;
    struct jixiao_comparison *comparison;
    struct findings *findings;  /* why it cannot be told */
    struct findings *beside;    /* what there is to say of one that is told */
};

static const struct place nowhere = { 0, 0 };

/* --- the set that is there ----------------------------------------------- */

static void say_filing(const struct correcting *correcting,
    enum catalogue id, struct findings *findings)
{
    struct filing old = filing_of(correcting->old_documents);
    struct filing new = filing_of(correcting->source->documents);

    findings_add(findings, id, nowhere, NULL,
        "unit", old.unit, "period", old.period,
        "new_unit", new.unit, "new_period", new.period, "folder",
        correcting->source->folder, NULL);
}

/* Whether it is the same set though its unit or period was corrected.  Data is
 * often rolled over by changing its year, so that another period is taken for a
 * correction only where the set may be replaced anyway.  What was corrected so
 * stays a correction until the next one. */
static bool is_renamed(const struct correcting *correcting,
    bool is_same_period)
{
    const struct jixiao_build *build = correcting->source->build;
    bool may_be = correcting->which == FORMER_CORRECTED
        || (!build->only && (is_same_period || build->overwrite));
    bool failed = false;
    bool kept = may_be && amounts_are_kept(
        correcting->comparison->comparison, correcting->old->submission,
        correcting->source->set->submission, &failed);

    if (failed)
        findings_out_of_memory(correcting->findings);
    else if (kept && correcting->which == FORMER_DATA)
        say_filing(correcting, CATALOGUE_FORMER_DATA_RENAMED,
            correcting->beside);
    return kept || failed;
}

/* Of another unit or period it is no correction, and nobody's set is replaced
 * who does not say so. */
static bool is_same_filing(const struct correcting *correcting)
{
    struct filing old = filing_of(correcting->old_documents);
    struct filing new = filing_of(correcting->source->documents);

    if (filing_is_same(old, new))
        return true;
    if (is_renamed(correcting, strcmp(old.period, new.period) == 0))
        return findings_count(correcting->findings) == 0;
    say_filing(correcting, correcting->source->build->overwrite
            ? CATALOGUE_FORMER_DATA_FOREIGN : CATALOGUE_FORMER_SET_FOREIGN,
        correcting->findings);
    return false;
}

/* As the new one was read, with rules and all. */
static bool read_old(struct correcting *correcting)
{
    const struct correction_source *source = correcting->source;
    struct findings *found = findings_new();

    correcting->old_findings = found;
    if (!found) {
        findings_out_of_memory(correcting->findings);
        return false;
    }
    correcting->old = jixiao_read_bytes(source->jixiao, source->folder,
        buffer_string(&correcting->former), correcting->former.length,
        source->build->previous, (struct jixiao_findings *)found);
    correcting->old_documents = correcting->old
        ? set_document(correcting->old, NULL, found) : NULL;
    findings_sort(found);
    if (!correcting->old_documents || findings_lack_memory(found))
        findings_append(correcting->findings, found);
    return findings_count(correcting->findings) == 0;
}

/* Whether there is something that was not so, or follows. */
static bool compare(struct correcting *correcting)
{
    correcting->comparison = jixiao_compare(correcting->old,
        correcting->source->set,
        (struct jixiao_findings *)correcting->findings);
    return correcting->comparison && correcting->comparison->facts->count;
}

/* --- what has changed ---------------------------------------------------- */

static bool compare_more(struct correcting *correcting)
{
    const struct correction_source *source = correcting->source;
    struct jixiao_comparison *comparison = correcting->comparison;
    const struct findings_side old = { correcting->old_findings,
        correcting->old->path };
    const struct findings_side new = { source->findings, source->set->path };

    struct trace *trace = trace_new(comparison->comparison,
        correcting->old->submission, source->set->submission);
    bool good = trace && documents_changed_find(&comparison->documents,
            trace, correcting->old_documents, source->documents)
        && findings_changed_find(&comparison->findings, trace, &old, &new);

    comparison->is_of_build = true;
    comparison->only = source->build->only;
    trace_free(trace);
    return good;
}

static xmlDocPtr make_tree(const struct correcting *correcting)
{
    const struct jixiao_build *build = correcting->source->build;
    struct compared compared = compared_of(correcting->comparison);
    struct buffer name = BUFFER_EMPTY;
    xmlDocPtr tree = NULL;

    /* Under that name the corrected data is there, once the set is. */
    former_print_name(build->only ? correcting->which : FORMER_CORRECTED,
        &name);
    compared.old_path = buffer_string(&name);
    compared.new_path = NULL;
    if (!name.failed)
        tree = comparison_report_xml(&compared);
    buffer_free(&name);
    return tree;
}

static void tell(const struct correcting *correcting)
{
    const struct jixiao_build *build = correcting->source->build;

    if (build->corrected && correcting->which == FORMER_DATA)
        build->corrected(build->corrected_user, correcting->comparison,
            (struct jixiao_findings *)correcting->findings);
}

static void make(struct correcting *correcting,
    struct correction *correction)
{
    if (compare_more(correcting))
        correction->tree = make_tree(correcting);
    if (!correction->tree) {
        findings_out_of_memory(correcting->findings);
        return;
    }
    correction->former = correcting->former;
    correcting->former = (struct buffer)BUFFER_EMPTY;
    tell(correcting);
}

/* --- all of it ----------------------------------------------------------- */

/* Whether the new data has the same bytes. */
static bool is_same_data(const struct correcting *correcting)
{
    size_t length;
    const char *text = json_text(correcting->source->set->json, &length);

    return correcting->former.length == length && memcmp(buffer_string(
        &correcting->former), text, length) == 0;
}

static void end(struct correcting *correcting)
{
    jixiao_comparison_free(correcting->comparison);
    if (correcting->old_documents)
        xmlFreeDoc(correcting->old_documents);
    jixiao_set_free(correcting->old);
    findings_free(correcting->old_findings);
    buffer_free(&correcting->former);
}

static void find_with(const struct correction_source *source,
    enum former_data which, struct correction *correction,
    struct findings *findings, struct findings *beside)
{
    struct correcting correcting = { .source = source, .which = which,
        .findings = findings, .beside = beside };

    if (former_read(source->folder, which, &correcting.former, findings)
        && correcting.former.length && !is_same_data(&correcting)
        && read_old(&correcting) && compare(&correcting)
        && is_same_filing(&correcting))
        make(&correcting, correction);
    end(&correcting);
}

/* Hints say it all, and so does that the set may not be replaced; another
 * finding is the reason.  Whether the build may go on. */
static bool tell_failure(const struct correction_source *source,
    const struct findings *found, struct findings *findings)
{
    const struct finding *worst = worst_finding(found);

    if (worst && (worst->level == LEVEL_HINT
            || worst->level == LEVEL_USAGE)) {
        findings_append(findings, found);
        return worst->level == LEVEL_HINT;
    }
    findings_add(findings, CATALOGUE_NOT_COMPARED, nowhere, NULL,
        "folder", source->folder,
        "reason", worst ? worst->text[LANGUAGE_ZH] : "-",
        "reason_en", worst ? worst->text[LANGUAGE_EN] : "-", NULL);
    return true;
}

/* Whatever is found on the way says that nothing can be told. */
static bool is_stopped(const struct findings *found)
{
    return !found || findings_count(found) > 0;
}

bool correction_find(struct correction *correction,
    const struct correction_source *source, struct findings *findings)
{
    struct findings *found = findings_new();
    bool goes_on = true;

    if (found)
        findings_set_file(found, source->set->path);
    for (int k = 0; !correction->tree && !is_stopped(found)
        && k < FORMER_DATA_COUNT; k++)
        find_with(source, (enum former_data)k, correction, found, findings);
    if (is_stopped(found)) {
        correction_free(correction);
        goes_on = tell_failure(source, found, findings);
    }
    findings_free(found);
    return goes_on;
}

void correction_free(struct correction *correction)
{
    if (correction->tree)
        xmlFreeDoc(correction->tree);
    correction->tree = NULL;
    buffer_free(&correction->former);
}
