/* The manifest of an archive, and its record in print. */

#include "library/archiving.h"

#include <stdlib.h>

#include "3_transform/submission.h"

static bool open_inventory(struct archiving *archiving)
{
    static const char *const levels[] = { [PDF_1B] = "1b", [PDF_2A] = "2a" };
    const struct format_options *paper = &archiving->jixiao->paper;

    archiving->inventory = inventory_new(&(struct inventory_source){
        .name = archiving->name, .program = PROGRAM,
        .pdf_level = levels[paper->level],
        .strict_fonts = paper->fonts.is_strict,
        .as_filed = archiving->errors > 0,
        .set = xmlDocGetRootElement(archiving->made->contents) });
    return archiving->inventory ? true : archiving_lacks_memory(archiving);
}

static void list_changes(const struct archiving *archiving)
{
    const struct jixiao *jixiao = archiving->jixiao;

    for (size_t k = 0; k < jixiao->change_count; k++) {
        const struct jixiao_rule_change *change = &jixiao->changes[k];
        bool is_level = change->kind == JIXIAO_RULE_LEVEL;
        inventory_add_change(archiving->inventory, &(struct inventory_change){
            .rule = change->code, .level = is_level
            ? level_name((enum level)change->level, LANGUAGE_EN) : NULL,
            .parameter = change->name, .value = change->value });
    }
}

static void list_fonts(const struct archiving *archiving,
    const struct paper_use *use)
{
    for (size_t k = 0; k < use->face_count; k++)
        inventory_add_font(archiving->inventory,
            face_postscript_name(use->faces[k]), face_digest(use->faces[k]));
}

static void list_findings(const struct archiving *archiving)
{
    for (size_t k = 0; k < findings_count(archiving->findings); k++) {
        const struct finding *finding = findings_get(archiving->findings, k);
        if (!finding->answer && (finding->level == LEVEL_ERROR
                || finding->level == LEVEL_WARNING))
            inventory_add_finding(archiving->inventory, finding);
    }
}

/* What is registered, by a stylesheet that sees the manifest so far and, in it
 * for the moment, the submission. */
static bool register_metadata(const struct archiving *archiving)
{
    const struct jixiao_set *set = archiving->set;
    const struct stylesheet *sheet = edition_sheet(set->edition,
        EDITION_METADATA, archiving->findings);
    xmlDocPtr tree = sheet ? inventory_tree(archiving->inventory) : NULL;
    xmlNodePtr data = tree && submission_list(set->submission)
        ? xmlDocCopyNode(xmlDocGetRootElement(set->submission), tree, 1)
        : NULL;

    if (sheet && !data)
        return archiving_lacks_memory(archiving);
    if (!sheet)
        return false;
    xmlAddChild(xmlDocGetRootElement(tree), data);
    xmlDocPtr made = stylesheet_apply(sheet, tree, set->edition->style,
        archiving->findings);
    xmlUnlinkNode(data);
    xmlFreeNode(data);
    if (!made)
        return false;
    inventory_set_metadata(archiving->inventory, xmlDocGetRootElement(made));
    xmlFreeDoc(made);
    return true;
}

static bool list_all(struct archiving *archiving)
{
    const struct archive *archive = archiving->archive;

    if (!open_inventory(archiving))
        return false;
    list_changes(archiving);
    list_fonts(archiving, archiving->made->use);
    for (size_t k = 0; k < archive->count; k++)
        inventory_add_file(archiving->inventory, &archive->files[k]);
    list_findings(archiving);
    if (archiving->former.name)
        inventory_set_former(archiving->inventory, &archiving->former);
    return register_metadata(archiving);
}

static const char *data_digest(const struct archive *archive)
{
    size_t k = 0;

    while (k < archive->count && archive->files[k].role != ARCHIVE_DATA)
        k++;
    return k < archive->count ? archive->files[k].sha256 : "";
}

/* The page model of the record in print. */
static bool render_record(const struct archiving *archiving,
    xmlDocPtr documents, struct buffer *out, size_t *pages)
{
    struct buffer outputs[FORMAT_COUNT] = { BUFFER_EMPTY };
    struct paper_use use = { 0 };
    const struct format_source source = { .documents = documents,
        .style = archiving->set->edition->style,
        .origin = { PROGRAM, data_digest(archiving->archive), node_attribute(
            xmlDocGetRootElement(archiving->made->documents), "date") },
        .use = &use };
    bool good = formats_render(archiving->jixiao->formats,
        FORMAT_SET(FORMAT_PDF), &source, outputs, archiving->findings);

    *out = outputs[FORMAT_PDF];
    *pages = use.pages;
    free(use.faces);
    return good;
}

static bool add_record(const struct archiving *archiving, xmlDocPtr documents)
{
    xmlNodePtr root = xmlDocGetRootElement(documents);
    struct buffer name = BUFFER_EMPTY, bytes = BUFFER_EMPTY;
    size_t pages = 0;

    buffer_printf(&name, "%s%s", node_attribute(root, "file"),
        format_rows[FORMAT_PDF].extension);
    bool good = name.failed ? archiving_lacks_memory(archiving)
        : render_record(archiving, documents, &bytes, &pages)
        && archive_add(archiving->archive, &(struct archive_source){
            .role = ARCHIVE_RECORD, .name = buffer_string(&name),
            .pages = pages }, &bytes, archiving->findings);
    buffer_free(&bytes);
    buffer_free(&name);
    return good;
}

static bool make_record(struct archiving *archiving)
{
    struct edition *edition = archiving->set->edition;
    const struct stylesheet *sheet = edition_sheet(edition, EDITION_RECORD,
        archiving->findings);
    xmlDocPtr tree = inventory_tree(archiving->inventory);

    if (!tree)
        return archiving_lacks_memory(archiving);
    xmlDocPtr documents = sheet ? stylesheet_apply(sheet, tree,
        edition->style, archiving->findings) : NULL;
    bool good = documents && add_record(archiving, documents);
    if (documents)
        xmlFreeDoc(documents);
    if (good)
        inventory_add_file(archiving->inventory,
            &archiving->archive->files[archiving->archive->count - 1]);
    return good;
}

static bool add_digests(const struct archiving *archiving)
{
    const struct archive *archive = archiving->archive;
    size_t before = archive->count;
    bool good = archive_add_digests(archiving->archive, archiving->findings);

    for (size_t k = before; good && k < archive->count; k++)
        inventory_add_file(archiving->inventory, &archive->files[k]);
    return good;
}

static bool seal(const struct archiving *archiving)
{
    struct buffer manifest = BUFFER_EMPTY;

    if (!inventory_print(archiving->inventory, &manifest)) {
        buffer_free(&manifest);
        return archiving_lacks_memory(archiving);
    }
    archive_seal(archiving->archive, &manifest);
    return true;
}

bool archive_describe(struct archiving *archiving)
{
    return list_all(archiving) && make_record(archiving)
        && add_digests(archiving) && seal(archiving);
}
