/*
 * The files of a build: every attachment in every format, and the whole set in
 * one.
 */

#include "3_transform/submission.h"
#include "7_forms/attachments.h"
#include "library/building.h"

void building_verify(const struct building *building,
    enum grammar grammar, xmlDocPtr tree)
{
    if (building->build->verify)
        grammar_check(building->jixiao, grammar, tree, building->findings);
}

bool building_add_origin(struct building *building, xmlDocPtr documents)
{
    bool good = stamp_put(&building->stamp, documents)
        && (building->build->clean
        || xmlNewProp(xmlDocGetRootElement(documents), BAD_CAST "index",
            BAD_CAST INDEX_NAME INDEX_ENDING));

    if (!good)
        findings_out_of_memory(building->findings);
    return good;
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
    /* The check report prints no value of the data. */
    if (of && format_rows[format].is_pulled)
        bundle_set_pulled(building->bundle);
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

bool building_make_outputs(struct building *building, xmlDocPtr documents,
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

bool building_add_outputs(struct building *building, xmlNodePtr of,
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

void building_free_outputs(struct buffer *outputs)
{
    for (int k = 0; k < FORMAT_COUNT; k++)
        buffer_free(&outputs[k]);
}

static bool render(struct building *building, xmlDocPtr documents,
    xmlNodePtr of, const char *file)
{
    struct buffer outputs[FORMAT_COUNT] = { BUFFER_EMPTY };
    bool good = building_make_outputs(building, documents, building->formats,
        outputs)
        && building_add_outputs(building, of, file, outputs);

    building_free_outputs(outputs);
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

static bool render_attachments(struct building *building, xmlNodePtr root)
{
    const char *only = building->build->only;
    xmlNodePtr attachment = xmlFirstElementChild(root);
    bool good = true;

    for (; good && attachment; attachment = xmlNextElementSibling(attachment))
        good = !only || attachment_is_listed(attachment, only)
            ? render_attachment(building, attachment)
            : leave(building, attachment);
    return good;
}

/* The whole set first, whose glyphs are those of all its files: each font is
 * cut once for them.  It is listed last. */
static bool render_set(struct building *building, xmlNodePtr root)
{
    struct buffer whole[FORMAT_COUNT] = { BUFFER_EMPTY };
    bool good = building_make_outputs(building, building->documents,
        building->formats, whole);
    size_t pages = building->use.pages;

    good = good && render_attachments(building, root);
    building->use.pages = pages;
    good = good && building_add_outputs(building, root,
        node_attribute(root, "file"), whole);
    building_free_outputs(whole);
    return good;
}

bool building_render_all(struct building *building)
{
    xmlNodePtr root = xmlDocGetRootElement(building->documents);

    return building->build->only
        ? render_attachments(building, root) && leave(building, root)
        : render_set(building, root);
}
