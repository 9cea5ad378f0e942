/*
 * The check report and the index page of a build, which are about all its other
 * files.
 */

#include <errno.h>
#include <stdlib.h>

#include "0_base/fault.h"
#include "3_transform/submission.h"
#include "7_forms/attachments.h"
#include "library/building.h"
#include "library/located.h"

#define SCRIPT "stylesheets/formats/html/watch.js"

/* The page model of the check report; NULL where it cannot be made. */
static xmlDocPtr make_report(const struct building *building)
{
    struct edition *edition = building->set->edition;
    xmlDocPtr tree = contents_tree(building->contents);
    const struct stylesheet *stylesheet = edition_sheet(edition,
        EDITION_REPORT, building->findings);
    xmlDocPtr report = tree && stylesheet ? stylesheet_apply(stylesheet,
        tree, edition->style, building->findings) : NULL;

    if (!tree)
        findings_out_of_memory(building->findings);
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
    return *report && building_add_origin(building, *report);
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
            && building_make_outputs(building, *report, paged, outputs);
        is_news = add_hints(building);
    }
    contents_drop_hints(building->contents);
    return good;
}

bool building_render_report(struct building *building)
{
    struct buffer outputs[FORMAT_COUNT] = { BUFFER_EMPTY };
    format_set paged = formats_paged(building->formats);
    format_set others = building->formats & ~paged;
    xmlDocPtr report = NULL;
    bool good = !others || (remake_report(building, &report)
        && building_make_outputs(building, report, others, outputs));

    good = good && make_paged_report(building, paged, &report, outputs);
    if (good) {
        building_verify(building, GRAMMAR_DOCUMENT, report);
        good = building_add_outputs(building, NULL, node_attribute(
            xmlDocGetRootElement(report), "file"), outputs);
    }
    building_free_outputs(outputs);
    xmlFreeDoc(report);
    return good;
}

bool building_render_index(struct building *building)
{
    struct stylesheet *index = building->jixiao->index;
    xmlDocPtr tree = contents_tree(building->contents);
    struct buffer page = BUFFER_EMPTY;

    if (!tree) {
        findings_out_of_memory(building->findings);
        return false;
    }
    building_verify(building, GRAMMAR_CONTENTS, tree);
    bool good = stylesheet_write(index, tree, building->set->edition->style,
        &page, building->findings);
    if (good)
        bundle_add(building->bundle, INDEX_NAME INDEX_ENDING, &page);
    buffer_free(&page);
    return good;
}

/* The script, which is called with what this build is told from others by. */
static void print_script(struct building *building, const char *text,
    size_t length)
{
    struct buffer script = BUFFER_EMPTY;

    buffer_add(&script, text, length);
    buffer_printf(&script, "(\"%s\");\n", building->build->watched);
    if (script.failed)
        findings_out_of_memory(building->findings);
    else
        bundle_add(building->bundle, building->script, &script);
    buffer_free(&script);
}

bool building_add_script(struct building *building)
{
    const struct resources *resources = &building->jixiao->resources;
    char reason[FAULT_TEXT_SIZE];
    size_t length;

    if (!building->script)
        return true;
    char *text = resource_load(resources, SCRIPT, &length);
    if (text)
        print_script(building, text, length);
    else if (errno == ENOMEM)
        findings_out_of_memory(building->findings);
    else
        findings_add(building->findings, CATALOGUE_RESOURCE_MISSING,
            (struct place){ 0, 0 }, NULL, "path", SCRIPT, "reason",
            fault_text(errno, reason), NULL);
    bool good = text && !findings_lack_memory(building->findings);
    free(text);
    return good;
}
