/*
 * jixiao_build() and jixiao_make(): all files of a set are collected, and
 * written to its folder or kept in memory.
 */

#include <stdlib.h>
#include <string.h>

#include "0_base/phrases.h"
#include "7_forms/attachments.h"
#include "library/building.h"
#include "library/folders.h"
#include "library/kept.h"
#include "library/located.h"
#include "library/made.h"

#define INDEX_STYLESHEET "stylesheets/formats/index.xsl"
#define SCRIPT_ENDING ".js"

static bool open_sheets(struct building *building)
{
    struct jixiao *jixiao = building->jixiao;

    if (!jixiao_open_formats(jixiao, building->findings))
        return false;
    formats_begin(jixiao->formats);
    if (!jixiao->index)
        jixiao->index = stylesheet_compile(&jixiao->resources,
            INDEX_STYLESHEET, building->findings);
    return jixiao->index != NULL;
}

/* What the set is made of, and its findings put beside the values. */
static bool open_contents(struct building *building,
    const struct bundle_origin *origin)
{
    const struct jixiao_set *set = building->set;
    const struct jixiao_build *build = building->build;
    bool marks = !build->clean && building->formats & FORMAT_SET(FORMAT_HTML);

    building->contents = contents_new(&(struct contents_source){
        .documents = building->documents, .path = set->path,
        .digest = origin->digest, .program = origin->program,
        .manifest = BUNDLE_MANIFEST, .findings = building->findings,
        .rules = set_rules(set), .tallies = set->tallies,
        .correction = building->correction.tree,
        .build = building->build->watched, .script = building->script });
    if (!building->contents
        || (marks && !contents_mark(building->contents))) {
        findings_out_of_memory(building->findings);
        return false;
    }
    if (marks)
        building_verify(building, GRAMMAR_DOCUMENT, building->documents);
    return true;
}

/* No file of the data may take the name of the index page, or of its script. */
static bool open_names(struct building *building)
{
    const bool watched = building->build->watched != NULL;

    building->names = names_new();
    if (building->names
        && names_add(building->names, INDEX_NAME, INDEX_ENDING)
        && (!watched || (building->script = names_add(building->names,
            phrase_text(PHRASE_WATCH_SCRIPT, LANGUAGE_ZH), SCRIPT_ENDING))))
        return true;
    findings_out_of_memory(building->findings);
    return false;
}

static bool take_stamp(struct building *building)
{
    building->stamp.program = PROGRAM;
    building->stamp.data_digest = building->digest;
    building->stamp.submission = building->set->submission;
    if (!stamp_take(&building->stamp, building->documents)) {
        findings_out_of_memory(building->findings);
        return false;
    }
    return building_add_origin(building, building->documents);
}

static bool find_correction(struct building *building, const char *folder)
{
    if (correction_find(&building->correction, &(struct correction_source){
        building->jixiao, building->set, building->build, folder,
        building->documents, building->findings }, building->aside))
        return true;
    findings_append(building->findings, building->aside);
    return false;
}

static bool begin(struct building *building, const char *folder,
    const struct bundle_origin *origin)
{
    const char *only = building->build->only;

    building->documents = set_document(building->set, NULL,
        building->findings);
    /* Reports show the findings in the order of their places. */
    findings_sort(building->findings);
    if (!building->documents || (only && !attachments_are_known(
            building->documents, only, building->findings)))
        return false;
    building->bundle = bundle_new(folder, origin);
    if (!building->bundle) {
        findings_out_of_memory(building->findings);
        return false;
    }
    if (only)
        bundle_add_to_former(building->bundle);
    if (building->build->overwrite)
        bundle_overwrite(building->bundle);
    if (folder && !find_correction(building, folder))
        return false;
    return open_sheets(building) && open_names(building)
        && take_stamp(building)
        && open_contents(building, origin);
}

static void end(struct building *building)
{
    bundle_free(building->bundle);
    free(building->use.faces);
    names_free(building->names);
    contents_free(building->contents);
    correction_free(&building->correction);
    if (building->documents)
        xmlFreeDoc(building->documents);
}

/* All files into the bundle; folder is NULL for files in memory. */
static bool make_files(struct building *building, const char *folder)
{
    size_t length;
    const struct jixiao_set *set = building->set;
    const char *text = json_text(set->json, &length);
    struct bundle_origin origin = { PROGRAM, set->edition->name,
        name_of_file(set->path), digest_text(text, length,
        building->digest) };

    stylesheet_verify(building->build->verify);
    bool good = begin(building, folder, &origin)
        && building_render_all(building)
        && building_render_report(building)
        && building_render_index(building)
        && building_add_script(building);
    stylesheet_verify(false);
    locate_findings(set, building->findings);
    return good;
}

static bool add_bytes(struct building *building, enum phrase of,
    const char *text, size_t length)
{
    const char *name = names_add(building->names,
        phrase_text(of, LANGUAGE_ZH), KEPT_ENDING);
    struct buffer bytes = BUFFER_EMPTY;

    buffer_add(&bytes, text, length);
    bool good = name && !bytes.failed;
    if (good)
        bundle_add(building->bundle, name, &bytes);
    else
        findings_out_of_memory(building->findings);
    buffer_free(&bytes);
    return good;
}

/* The data as it was, so that the next build, and jixiao diff, can tell what
 * has changed, and that which it corrects.  A part of a set leaves those of the
 * whole. */
static bool add_data(struct building *building)
{
    const struct buffer *former = &building->correction.former;
    size_t length;
    const char *text = json_text(building->set->json, &length);

    return add_bytes(building, PHRASE_ARCHIVE_DATA, text, length)
        && (!building->correction.tree || add_bytes(building,
            PHRASE_FORMER_DATA, buffer_string(former), former->length));
}

/* What is asked for; false with a finding where a format is unknown. */
static bool ask(struct building *building)
{
    return formats_parse(building->build->formats, &building->formats,
        building->findings);
}

static void tell_files(const struct building *building)
{
    const struct jixiao_build *build = building->build;

    for (size_t k = 0; build->written && k < bundle_count(building->bundle);
        k++) {
        const struct bundle_file file = bundle_get(building->bundle, k);
        build->written(build->written_user, file.name,
            (enum jixiao_file_change)file.change);
    }
}

static bool write_files(struct building *building,
    struct jixiao_outcome *outcome)
{
    bool is_part = building->build->only != NULL;
    bool good = ask(building) && make_files(building, outcome->folder)
        && (is_part || add_data(building))
        && bundle_commit(building->bundle, building->findings);
    for (int k = 0; good && k < BUNDLE_CHANGE_COUNT; k++)
        outcome->counts[k] = bundle_count_of(building->bundle,
            (enum bundle_change)k);
    if (good)
        tell_files(building);
    end(building);
    return good;
}

/* For what is about the data file; NULL without memory. */
static struct findings *findings_of_set(const struct jixiao_set *set)
{
    struct findings *findings = findings_new();

    if (findings)
        findings_set_file(findings, set->path);
    if (findings && findings_lack_memory(findings)) {
        findings_free(findings);
        return NULL;
    }
    return findings;
}

/* What is found of a killed build does not go into the files of this one.  A
 * set that is broken is made again as a whole, but there is none to add a part
 * to. */
static bool recover_and_write(struct building *building,
    struct jixiao_outcome *outcome)
{
    struct findings *former = findings_of_set(building->set);
    struct findings *findings = building->findings;

    building->aside = findings_of_set(building->set);
    if (!former || !building->aside) {
        findings_out_of_memory(findings);
        findings_free(former);
        return false;
    }
    enum bundle_former there = bundle_recover(outcome->folder, former);
    bool goes_on = there == BUNDLE_WHOLE
        || (there == BUNDLE_BROKEN && !building->build->only);
    bool good = goes_on && write_files(building, outcome);
    if (there == BUNDLE_WHOLE || !good)
        findings_append(findings, former);
    if (good)
        findings_append(findings, building->aside);
    findings_free(former);
    return good;
}

bool jixiao_build(struct jixiao *jixiao, const struct jixiao_set *set,
    const struct jixiao_build *build, struct jixiao_outcome *outcome,
    struct jixiao_findings *findings)
{
    struct building building = { .jixiao = jixiao, .set = set,
        .build = build, .findings = findings_inside(findings) };

    outcome->folder = folder_of_set(set->path, build, building.findings);
    bool good = outcome->folder && recover_and_write(&building, outcome);
    findings_free(building.aside);
    return good;
}

bool make_for(struct jixiao *jixiao, const struct jixiao_set *set,
    const struct jixiao_build *build, made_visitor *visit, void *user,
    struct findings *findings)
{
    struct building building = { .jixiao = jixiao, .set = set,
        .build = build, .findings = findings };
    bool good = ask(&building) && make_files(&building, NULL)
        && bundle_finish(building.bundle, findings);

    if (good) {
        stamp_remove(building.documents);
        good = visit(user, &(struct made){ building.bundle,
            building.documents, contents_tree(building.contents),
            &building.use });
    }
    end(&building);
    return good;
}

struct jixiao_files *jixiao_make(struct jixiao *jixiao,
    const struct jixiao_set *set, const struct jixiao_build *build,
    struct jixiao_findings *findings)
{
    struct building building = { .jixiao = jixiao, .set = set,
        .build = build, .findings = findings_inside(findings) };
    struct bundle *bundle = NULL;

    if (ask(&building) && make_files(&building, NULL)
        && (build->only || add_data(&building))
        && bundle_finish(building.bundle, building.findings)) {
        bundle = building.bundle;
        building.bundle = NULL;
    }
    end(&building);
    return (struct jixiao_files *)bundle;
}
