/*
 * jixiao_build() and jixiao_make(): every attachment in every format, the
 * whole set in one, the index page and the manifest, handed to the bundle
 * together.
 */

#include <stdlib.h>
#include <string.h>

#include "0_base/digest.h"
#include "0_base/phrases.h"
#include "3_transform/submission.h"
#include "7_forms/attachments.h"
#include "9_bundle/bundle.h"
#include "9_bundle/contents.h"
#include "9_bundle/names.h"
#include "library/correction.h"
#include "library/folders.h"
#include "library/grammar.h"
#include "library/handles.h"
#include "library/kept.h"
#include "library/located.h"
#include "library/made.h"
#include "library/stamp.h"

#define INDEX_NAME "index"
#define INDEX_ENDING ".html"
#define INDEX_STYLESHEET "stylesheets/formats/index.xsl"

/* A build under way; what it owns is let go in end(). */
struct building {
    struct jixiao *jixiao;
    const struct jixiao_set *set;
    const struct jixiao_build *build;
    struct findings *findings;
    format_set formats;
    xmlDocPtr documents;        /* the page model of all attachments */
    struct contents *contents;
    struct names *names;
    struct bundle *bundle;
    struct paper_use use;
    char digest[DIGEST_TEXT_SIZE];      /* of the data */
    struct stamp stamp;         /* for all that is rendered */
};

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

/* Its faults are the edition's, and stop nothing. */
static void verify(const struct building *building,
    enum grammar grammar, xmlDocPtr tree)
{
    if (building->build->verify)
        grammar_check(building->jixiao, grammar, tree, building->findings);
}

static const char *add_name(struct building *building, enum format format,
    const char *file)
{
    const char *name = names_add(building->names, file,
        format_rows[format].extension);

    if (!name)
        findings_out_of_memory(building->findings);
    return name;
}

/* Takes one rendered file into the bundle and the list of contents. */
static bool add_file(struct building *building, xmlNodePtr of,
    enum format format, const char *file, struct buffer *bytes)
{
    const char *name = add_name(building, format, file);

    if (!name)
        return false;
    contents_add_file(building->contents, of, &(struct contents_file){
        format, name, bytes->length,
        format_rows[format].is_paged ? building->use.pages : 0 });
    bundle_add(building->bundle, name, bytes);
    return true;
}

/* Lists a file that is there from an earlier build of the same data. */
static bool list_former(struct building *building, xmlNodePtr of,
    enum format format, const char *file)
{
    const char *name = add_name(building, format, file);
    size_t size;

    if (!name || !bundle_had(building->bundle, name, &size,
            building->findings))
        return false;
    if (size != BUNDLE_HAD_NOT)
        contents_add_file(building->contents, of,
            &(struct contents_file){ format, name, size, 0 });
    return true;
}

/* Where a page model comes from.  Pages that say what was found lead to the
 * page that lists it all; clean ones are for others, who do not have it. */
static bool add_origin(struct building *building, xmlDocPtr documents)
{
    bool good = stamp_put(&building->stamp, documents)
        && (building->build->clean
        || xmlNewProp(xmlDocGetRootElement(documents), BAD_CAST "index",
            BAD_CAST INDEX_NAME INDEX_ENDING));

    if (!good)
        findings_out_of_memory(building->findings);
    return good;
}

/* A page model in some formats, instead of what was made of another. */
static bool make_outputs(struct building *building, xmlDocPtr documents,
    format_set wanted, struct buffer *outputs)
{
    const struct format_source source = { .documents = documents,
        .style = building->set->edition->style,
        .origin = { PROGRAM, building->digest, node_attribute(
            xmlDocGetRootElement(building->documents), "date") },
        .use = &building->use };

    for (int k = 0; k < FORMAT_COUNT; k++)
        if (wanted & FORMAT_SET(k))
            buffer_clear(&outputs[k]);
    return formats_render(building->jixiao->formats, wanted, &source, outputs,
        building->findings);
}

/* In a part of a set the formats that are not asked for stay as they are. */
static bool add_outputs(struct building *building, xmlNodePtr of,
    const char *file, struct buffer *outputs)
{
    bool good = true;

    for (int k = 0; good && k < FORMAT_COUNT; k++) {
        enum format format = (enum format)k;
        if (building->formats & FORMAT_SET(k))
            good = add_file(building, of, format, file, &outputs[k]);
        else if (building->build->only)
            good = list_former(building, of, format, file);
    }
    return good;
}

static void free_outputs(struct buffer *outputs)
{
    for (int k = 0; k < FORMAT_COUNT; k++)
        buffer_free(&outputs[k]);
}

static bool render(struct building *building, xmlDocPtr documents,
    xmlNodePtr of, const char *file)
{
    struct buffer outputs[FORMAT_COUNT] = { BUFFER_EMPTY };
    bool good = make_outputs(building, documents, building->formats, outputs)
        && add_outputs(building, of, file, outputs);

    free_outputs(outputs);
    return good;
}

/* What a part of a set leaves as it is. */
static bool leave(struct building *building, xmlNodePtr of)
{
    const char *file = node_attribute(of, "file");
    bool good = true;

    for (int k = 0; good && k < FORMAT_COUNT; k++)
        good = list_former(building, of, (enum format)k, file);
    return good;
}

static bool render_attachment(struct building *building,
    xmlNodePtr attachment)
{
    xmlDocPtr alone = attachment_alone(attachment);

    if (!alone) {
        findings_out_of_memory(building->findings);
        return false;
    }
    bool good = render(building, alone, attachment,
        node_attribute(attachment, "file"));
    xmlFreeDoc(alone);
    return good;
}

/* The attachments that are asked for, and, for all, the whole set in one. */
static bool render_all(struct building *building)
{
    const char *only = building->build->only;
    xmlNodePtr root = xmlDocGetRootElement(building->documents);
    xmlNodePtr attachment = xmlFirstElementChild(root);
    bool good = true;

    for (; good && attachment; attachment = xmlNextElementSibling(attachment))
        good = !only || attachment_is_listed(attachment, only)
            ? render_attachment(building, attachment)
            : leave(building, attachment);
    return good && (only ? leave(building, root)
        : render(building, building->documents, root,
            node_attribute(root, "file")));
}

/* The page model of the check report; NULL where it cannot be made. */
static xmlDocPtr make_report(const struct building *building)
{
    struct edition *edition = building->set->edition;
    const struct stylesheet *stylesheet = edition_sheet(edition,
        EDITION_REPORT, building->findings);
    xmlDocPtr report = stylesheet ? stylesheet_apply(stylesheet,
        contents_tree(building->contents), edition->style,
        building->findings) : NULL;

    if (report && !attachments_are_complete(report, building->findings)) {
        xmlFreeDoc(report);
        report = NULL;
    }
    return report;
}

/* Of a part of a set, too: it is about all of the data. */
static bool remake_report(struct building *building, xmlDocPtr *report)
{
    xmlFreeDoc(*report);
    *report = make_report(building);
    return *report && add_origin(building, *report);
}

/* Whether there are hints about pages that the report has not yet. */
static bool add_hints(const struct building *building)
{
    locate_findings(building->set, building->findings);
    return contents_add_hints(building->contents);
}

/* On pages it says which fonts they show; of its own, too, so that it is made
 * again where that is news. */
static bool make_paged_report(struct building *building, format_set paged,
    xmlDocPtr *report, struct buffer *outputs)
{
    bool is_news = add_hints(building) || !*report;
    bool good = true;

    for (bool again = paged != 0; good && again; again = is_news) {
        good = (!is_news || remake_report(building, report))
            && make_outputs(building, *report, paged, outputs);
        is_news = add_hints(building);
    }
    contents_drop_hints(building->contents);
    return good;
}

/* No format hangs on whether another one is made. */
static bool render_report(struct building *building)
{
    struct buffer outputs[FORMAT_COUNT] = { BUFFER_EMPTY };
    format_set paged = formats_paged(building->formats);
    format_set others = building->formats & ~paged;
    xmlDocPtr report = NULL;
    bool good = !others || (remake_report(building, &report)
        && make_outputs(building, report, others, outputs));

    good = good && make_paged_report(building, paged, &report, outputs);
    if (good) {
        verify(building, GRAMMAR_DOCUMENT, report);
        good = add_outputs(building, NULL, node_attribute(
            xmlDocGetRootElement(report), "file"), outputs);
    }
    free_outputs(outputs);
    xmlFreeDoc(report);
    return good;
}

static bool render_index(struct building *building)
{
    struct stylesheet *index = building->jixiao->index;
    xmlDocPtr tree = contents_tree(building->contents);
    struct buffer page = BUFFER_EMPTY;

    if (!tree) {
        findings_out_of_memory(building->findings);
        return false;
    }
    verify(building, GRAMMAR_CONTENTS, tree);
    xmlDocPtr result = stylesheet_apply(index, tree,
        building->set->edition->style, building->findings);
    if (!result)
        return false;
    bool good = stylesheet_print(index, result, &page);
    if (good)
        bundle_add(building->bundle, INDEX_NAME INDEX_ENDING, &page);
    else
        findings_out_of_memory(building->findings);
    buffer_free(&page);
    xmlFreeDoc(result);
    return good;
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
        .rules = set->edition->rules, .tallies = set->tallies });
    if (!building->contents
        || (marks && !contents_mark(building->contents))) {
        findings_out_of_memory(building->findings);
        return false;
    }
    if (marks)
        verify(building, GRAMMAR_DOCUMENT, building->documents);
    return true;
}

/* No file of the data may take the name of the index page. */
static bool open_names(struct building *building)
{
    building->names = names_new();
    if (building->names
        && names_add(building->names, INDEX_NAME, INDEX_ENDING))
        return true;
    findings_out_of_memory(building->findings);
    return false;
}

static bool take_stamp(struct building *building)
{
    building->stamp.program = PROGRAM;
    building->stamp.data_digest = building->digest;
    if (!stamp_take(&building->stamp, building->documents)) {
        findings_out_of_memory(building->findings);
        return false;
    }
    return add_origin(building, building->documents);
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

    bool good = begin(building, folder, &origin) && render_all(building)
        && render_report(building) && render_index(building);
    locate_findings(set, building->findings);
    return good;
}

/* The data as it was, so that the next build, and jixiao diff, can tell what has
 * changed.  A part of a set leaves that of the whole. */
static bool add_data(struct building *building)
{
    const char *name = names_add(building->names,
        phrase_text(PHRASE_ARCHIVE_DATA, LANGUAGE_ZH), KEPT_ENDING);
    struct buffer bytes = BUFFER_EMPTY;
    size_t length;
    const char *text = json_text(building->set->json, &length);

    buffer_add(&bytes, text, length);
    if (name && !bytes.failed)
        bundle_add(building->bundle, name, &bytes);
    else
        findings_out_of_memory(building->findings);
    buffer_free(&bytes);
    return name != NULL;
}

/* What is asked for; false with a finding where a format is unknown. */
static bool ask(struct building *building)
{
    return formats_parse(building->build->formats, &building->formats,
        building->findings);
}

static bool write_files(struct building *building,
    struct jixiao_outcome *outcome)
{
    bool is_part = building->build->only != NULL;
    bool good = ask(building) && make_files(building, outcome->folder)
        && (is_part || add_data(building))
        && (is_part || !building->build->corrected
            || correction_tell(&(struct correction){ building->jixiao,
                building->set, building->build, outcome->folder },
                building->findings))
        && bundle_commit(building->bundle, building->findings);
    for (int k = 0; good && k < BUNDLE_CHANGE_COUNT; k++)
        outcome->counts[k] = bundle_count_of(building->bundle,
            (enum bundle_change)k);
    end(building);
    return good;
}

/* What is found of a killed build does not go into the files of this one.  A
 * set that is broken is made again as a whole, but there is none to add a part
 * to. */
static bool recover_and_write(struct building *building,
    struct jixiao_outcome *outcome)
{
    struct findings *former = findings_new();
    struct findings *findings = building->findings;

    if (!former) {
        findings_out_of_memory(findings);
        return false;
    }
    enum bundle_former there = bundle_recover(outcome->folder, former);
    bool goes_on = there == BUNDLE_WHOLE
        || (there == BUNDLE_BROKEN && !building->build->only);
    bool good = goes_on && write_files(building, outcome);
    if (there == BUNDLE_WHOLE || !good)
        findings_append(findings, former);
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
    return outcome->folder && recover_and_write(&building, outcome);
}

bool make_for(struct jixiao *jixiao, const struct jixiao_set *set,
    const struct jixiao_build *build, made_visitor *visit, void *user,
    struct findings *findings)
{
    struct building building = { .jixiao = jixiao, .set = set,
        .build = build, .findings = findings };
    bool good = ask(&building) && make_files(&building, NULL)
        && bundle_finish(building.bundle, findings)
        && visit(user, &(struct made){ building.bundle, building.documents,
            contents_tree(building.contents), &building.use });

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
