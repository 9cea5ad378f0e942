/*
 * The check report and the index page of a build, which are about all its other
 * files.
 */

#include "3_transform/submission.h"
#include "7_forms/attachments.h"
#include "library/building.h"
#include "library/located.h"

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
