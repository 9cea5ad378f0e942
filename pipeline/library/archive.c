/*
 * jixiao_archive(): the files of a set, what they were made of and with, and a
 * manifest of it all, handed to the archive together.
 */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/fault.h"
#include "0_base/resource_list.h"
#include "10_archive/archive.h"
#include "10_archive/inventory.h"
#include "1_read/file.h"
#include "3_transform/submission.h"
#include "9_bundle/names.h"
#include "library/folders.h"
#include "library/handles.h"
#include "library/made.h"

/* Scans of signed papers may be large. */
#define ADDED_SIZE_MAX (512u << 20)     /* bytes */

#define SUBMISSION_NAME "submission.xml"
#define DOCUMENT_NAME "document.xml"

static const struct place nowhere = { 0, 0 };

/* An archive under way; what it owns is let go in end(). */
struct archiving {
    struct jixiao *jixiao;
    const struct jixiao_set *set;
    const struct jixiao_archive_options *options;
    struct findings *findings;
    const char *name;           /* of the folder */
    const struct made *made;
    struct archive *archive;
    struct inventory *inventory;
    size_t errors;              /* that are open */
};

static bool fail(const struct archiving *archiving)
{
    findings_out_of_memory(archiving->findings);
    return false;
}

static bool add(const struct archiving *archiving,
    const struct archive_source *source, struct buffer *bytes)
{
    return archive_add(archiving->archive, source, bytes,
        archiving->findings);
}

/* --- the files of the set ------------------------------------------------ */

static const struct bundle_file *find_made(const struct archiving *archiving,
    const char *name, struct bundle_file *file)
{
    const struct bundle *bundle = archiving->made->bundle;

    for (size_t k = 0; k < bundle_count(bundle); k++) {
        *file = bundle_get(bundle, k);
        if (strcmp(file->name, name) == 0)
            return file;
    }
    return NULL;
}

/* One that the list of contents names. */
static bool add_made(const struct archiving *archiving, xmlNodePtr listed,
    enum archive_role role, const char *title)
{
    const char *name = node_attribute(listed, "name");
    const char *pages = node_attribute(listed, "pages");
    struct buffer bytes = BUFFER_EMPTY;
    struct bundle_file file;

    if (!find_made(archiving, name, &file))
        return true;
    buffer_add(&bytes, file.bytes, file.size);
    return add(archiving, &(struct archive_source){ role, name, title,
        pages ? strtoul(pages, NULL, 10) : 0 }, &bytes);
}

static bool add_listed(const struct archiving *archiving, xmlNodePtr part,
    enum archive_role role, const char *title)
{
    xmlNodePtr file = xmlFirstElementChild(part);
    bool good = true;

    for (; good && file; file = xmlNextElementSibling(file))
        good = add_made(archiving, file, role, title);
    return good;
}

static bool add_attachments(const struct archiving *archiving)
{
    xmlNodePtr set = xmlDocGetRootElement(archiving->made->contents);
    xmlNodePtr part = xmlFirstElementChild(set);
    bool good = true;

    for (; good && part; part = xmlNextElementSibling(part))
        if (strcmp((const char *)part->name, "attachment") == 0)
            good = add_listed(archiving, part, ARCHIVE_ATTACHMENT,
                node_attribute(part, "name"));
    return good && add_listed(archiving, node_child(set, "whole"),
            ARCHIVE_SET, node_attribute(set, "title"))
        && add_listed(archiving, node_child(set, "report"), ARCHIVE_REPORT,
            NULL);
}

/* --- what it was made of and with ---------------------------------------- */

static bool add_data(const struct archiving *archiving,
    const struct jixiao_set *set, enum archive_role role)
{
    struct buffer bytes = BUFFER_EMPTY;
    size_t length;
    const char *text = json_text(set->json, &length);

    buffer_add(&bytes, text, length);
    return add(archiving, &(struct archive_source){ .role = role,
        .name = name_of_file(set->path) }, &bytes);
}

static bool add_tree(const struct archiving *archiving, xmlDocPtr tree,
    enum archive_role role, const char *name)
{
    struct buffer bytes = BUFFER_EMPTY;
    xmlChar *text = NULL;
    int size = 0;

    xmlDocDumpMemoryEnc(tree, &text, &size, "UTF-8");
    if (!text)
        return fail(archiving);
    buffer_add(&bytes, text, (size_t)size);
    xmlFree(text);
    return add(archiving, &(struct archive_source){ .role = role,
        .name = name }, &bytes);
}

static bool add_resource(void *user, const char *path)
{
    const struct archiving *archiving = user;
    struct buffer bytes = BUFFER_EMPTY;
    size_t length = 0;
    char *text = resource_load(&archiving->jixiao->resources, path, &length);

    if (!text) {
        char reason[FAULT_TEXT_SIZE];
        findings_add(archiving->findings, CATALOGUE_RESOURCE_MISSING, nowhere,
            NULL, "path", path, "reason", fault_text(errno, reason), NULL);
        return false;
    }
    buffer_add(&bytes, text, length);
    free(text);
    return add(archiving, &(struct archive_source){ .role = ARCHIVE_RULE,
        .name = path }, &bytes);
}

static bool add_resources(struct archiving *archiving)
{
    static const char *const folders[] = { "schemas/common/", "schemas/%s/",
        "stylesheets/common/", "stylesheets/formats/", "stylesheets/%s/" };
    const char *edition = archiving->set->edition->name;
    bool good = true;

    for (size_t k = 0; good && k < sizeof folders / sizeof *folders; k++) {
        struct buffer folder = BUFFER_EMPTY;
        const char *slot = strstr(folders[k], "%s");
        size_t length = slot ? (size_t)(slot - folders[k])
            : strlen(folders[k]);
        buffer_add(&folder, folders[k], length);
        if (slot)
            buffer_printf(&folder, "%s/", edition);
        good = folder.failed ? fail(archiving)
            : resource_list(&archiving->jixiao->resources,
                buffer_string(&folder), add_resource, archiving,
                archiving->findings);
        buffer_free(&folder);
    }
    return good;
}

/* A name that other systems refuse could not be unpacked there. */
static bool is_safe_name(const struct archiving *archiving, const char *name)
{
    struct buffer safe = BUFFER_EMPTY;

    name_print(name, "", &safe);
    bool good = !safe.failed && strcmp(buffer_string(&safe), name) == 0;
    if (safe.failed)
        findings_out_of_memory(archiving->findings);
    else if (!good)
        findings_add(archiving->findings, CATALOGUE_ARCHIVE_NAME_UNSAFE,
            nowhere, NULL, "name", name, "safe", buffer_string(&safe), NULL);
    buffer_free(&safe);
    return good;
}

static bool add_added(const struct archiving *archiving, const char *path)
{
    const char *name = name_of_file(path);
    struct buffer bytes = BUFFER_EMPTY;

    findings_set_file(archiving->findings, path);
    bool good = file_read(path, ADDED_SIZE_MAX, &bytes, archiving->findings)
        && is_safe_name(archiving, name);
    findings_set_file(archiving->findings, archiving->set->path);
    if (good)
        good = add(archiving, &(struct archive_source){
            .role = ARCHIVE_ADDED, .name = name }, &bytes);
    buffer_free(&bytes);
    return good;
}

static bool add_files(struct archiving *archiving)
{
    const struct jixiao_archive_options *options = archiving->options;
    const struct jixiao_set *set = archiving->set;
    bool good = add_attachments(archiving)
        && add_data(archiving, set, ARCHIVE_DATA)
        && (!options->previous
            || add_data(archiving, options->previous, ARCHIVE_PREVIOUS))
        && add_tree(archiving, set->submission, ARCHIVE_SUBMISSION,
            SUBMISSION_NAME)
        && add_tree(archiving, archiving->made->documents, ARCHIVE_DOCUMENT,
            DOCUMENT_NAME)
        && add_resources(archiving);

    for (size_t k = 0; good && k < options->added_count; k++)
        good = add_added(archiving, options->added[k]);
    return good;
}

/* --- the manifest -------------------------------------------------------- */

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
    return archiving->inventory ? true : fail(archiving);
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
    xmlNodePtr data = tree ? xmlDocCopyNode(
        xmlDocGetRootElement(set->submission), tree, 1) : NULL;

    if (sheet && !data)
        return fail(archiving);
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

static bool describe(struct archiving *archiving)
{
    const struct archive *archive = archiving->archive;

    if (!open_inventory(archiving))
        return false;
    list_changes(archiving);
    list_fonts(archiving, archiving->made->use);
    for (size_t k = 0; k < archive->count; k++)
        inventory_add_file(archiving->inventory, &archive->files[k]);
    list_findings(archiving);
    return register_metadata(archiving);
}

/* The page model of the record in print. */
static bool render_record(const struct archiving *archiving,
    xmlDocPtr documents, struct buffer *out, size_t *pages)
{
    struct buffer outputs[FORMAT_COUNT] = { BUFFER_EMPTY };
    struct paper_use use = { 0 };
    const struct format_source source = { .documents = documents,
        .style = archiving->set->edition->style,
        .origin = { PROGRAM, archiving->archive->files[0].sha256, NULL },
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
    bool good = name.failed ? fail(archiving)
        : render_record(archiving, documents, &bytes, &pages)
        && add(archiving, &(struct archive_source){ .role = ARCHIVE_RECORD,
            .name = buffer_string(&name), .pages = pages }, &bytes);
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
        return fail(archiving);
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

static bool seal(const struct archiving *archiving)
{
    struct buffer manifest = BUFFER_EMPTY;

    if (!inventory_print(archiving->inventory, &manifest)) {
        buffer_free(&manifest);
        return fail(archiving);
    }
    archive_seal(archiving->archive, &manifest);
    return true;
}

/* --- the whole ----------------------------------------------------------- */

static size_t count_errors(const struct findings *findings)
{
    size_t count = 0;

    for (size_t k = 0; k < findings_count(findings); k++) {
        const struct finding *finding = findings_get(findings, k);
        count += !finding->answer && finding->level == LEVEL_ERROR;
    }
    return count;
}

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
    archiving->errors = count_errors(archiving->findings);
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
        return fail(archiving);
    return is_allowed(archiving) && add_files(archiving)
        && describe(archiving) && make_record(archiving) && seal(archiving);
}

static bool write_archive(struct archiving *archiving,
    const struct archive_target *target, struct jixiao_outcome *outcome)
{
    const struct jixiao_build build = { .formats = format_rows[FORMAT_PDF]
        .name, .clean = true };
    bool good = archive_is_free(target, archiving->findings)
        && make_for(archiving->jixiao, archiving->set, &build, collect,
            archiving, archiving->findings)
        && archive_write(archiving->archive, target, archiving->findings);

    if (good) {
        outcome->counts[JIXIAO_FILE_NEW] = archiving->archive->count + 2;
        tell_blanks(archiving);
        if (archiving->errors)
            tell_errors(archiving, CATALOGUE_ARCHIVE_AS_FILED);
    }
    archive_free(archiving->archive);
    inventory_free(archiving->inventory);
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
    return write_archive(&archiving, &target, outcome);
}
