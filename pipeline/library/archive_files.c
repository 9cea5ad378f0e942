/* The files of an archive: what a build has made, its data, what it was made
 * with, and what the user adds. */

#include "0_base/xml.h"
#include "library/archiving.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/fault.h"
#include "0_base/resource_list.h"
#include "1_read/file.h"
#include "10_archive/content.h"
#include "3_transform/submission.h"
#include "9_bundle/names.h"

/* Scans of signed papers may be large. */
#define ADDED_SIZE_MAX (512u << 20)     /* bytes */

#define SUBMISSION_NAME "submission.xml"
#define DOCUMENT_NAME "document.xml"

static const struct place nowhere = { 0, 0 };

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

static bool add(const struct archiving *archiving,
    const struct archive_source *source, struct buffer *bytes)
{
    if (is_safe_name(archiving, name_of_file(source->name)))
        return archive_add(archiving->archive, source, bytes,
            archiving->findings);
    buffer_free(bytes);
    return false;
}

/* --- the files of the set ------------------------------------------------ */

/* The files of a build, in the order in which most are asked for. */
struct shelf {
    const struct archiving *archiving;
    size_t next;                /* behind the one that was found last */
};

static bool find_made(struct shelf *shelf, const char *name,
    struct bundle_file *file)
{
    const struct bundle *bundle = shelf->archiving->made->bundle;
    size_t count = bundle_count(bundle);

    for (size_t n = 0; n < count; n++) {
        size_t k = (shelf->next + n) % count;
        *file = bundle_get(bundle, k);
        if (strcmp(file->name, name) == 0) {
            shelf->next = k + 1;
            return true;
        }
    }
    return false;
}

/* One that the list of contents names. */
static bool add_made(struct shelf *shelf, xmlNodePtr listed,
    enum archive_role role, const char *title)
{
    const char *name = node_attribute(listed, "name");
    const char *pages = node_attribute(listed, "pages");
    struct buffer bytes = BUFFER_EMPTY;
    struct bundle_file file;

    if (!find_made(shelf, name, &file))
        return true;
    buffer_add(&bytes, file.bytes, file.size);
    return add(shelf->archiving, &(struct archive_source){ role, name, title,
        pages ? strtoul(pages, NULL, 10) : 0 }, &bytes);
}

static bool add_listed(struct shelf *shelf, xmlNodePtr part,
    enum archive_role role, const char *title)
{
    xmlNodePtr file = xmlFirstElementChild(part);
    bool good = true;

    for (; good && file; file = xmlNextElementSibling(file))
        good = add_made(shelf, file, role, title);
    return good;
}

static bool add_attachments(const struct archiving *archiving)
{
    xmlNodePtr set = xmlDocGetRootElement(archiving->made->contents);
    xmlNodePtr part = xmlFirstElementChild(set);
    struct shelf shelf = { archiving, 0 };
    bool good = true;

    for (; good && part; part = xmlNextElementSibling(part))
        if (xml_is(part, "attachment"))
            good = add_listed(&shelf, part, ARCHIVE_ATTACHMENT,
                node_attribute(part, "name"));
    return good && add_listed(&shelf, node_child(set, "whole"),
            ARCHIVE_SET, node_attribute(set, "title"))
        && add_listed(&shelf, node_child(set, "report"), ARCHIVE_REPORT,
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

    if (submission_list(tree))
        xmlDocDumpMemoryEnc(tree, &text, &size, "UTF-8");
    if (!text)
        return archiving_lacks_memory(archiving);
    buffer_add(&bytes, text, (size_t)size);
    xmlFree(text);
    return add(archiving, &(struct archive_source){ .role = role,
        .name = name }, &bytes);
}

static bool report_resource(const struct archiving *archiving,
    const char *path, int fault)
{
    char reason[FAULT_TEXT_SIZE];

    if (fault == ENOMEM)
        return archiving_lacks_memory(archiving);
    findings_add(archiving->findings, CATALOGUE_RESOURCE_MISSING, nowhere,
        NULL, "path", path, "reason", fault_text(fault, reason), NULL);
    return false;
}

static bool add_resource(void *user, const char *path)
{
    const struct archiving *archiving = user;
    struct buffer bytes = BUFFER_EMPTY;
    size_t length = 0;
    char *text = resource_load(&archiving->jixiao->resources, path, &length);

    if (!text)
        return report_resource(archiving, path, errno);
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
        good = folder.failed ? archiving_lacks_memory(archiving)
            : resource_list(&archiving->jixiao->resources,
                buffer_string(&folder), add_resource, archiving,
                archiving->findings);
        buffer_free(&folder);
    }
    return good;
}

/* --- what the user adds -------------------------------------------------- */

static bool refuse_added(const struct archiving *archiving,
    enum catalogue id, const char *name, const char *found)
{
    findings_add(archiving->findings, id, nowhere, NULL, "name", name,
        "found", found, NULL);
    return false;
}

/* Whether a file that was added is what its name says it is. */
static bool is_sound(const struct archiving *archiving, const char *name,
    const struct buffer *bytes)
{
    const char *found;

    if (bytes->length == 0)
        return refuse_added(archiving, CATALOGUE_ARCHIVE_ADDED_EMPTY, name,
            "");
    if (!content_differs(archive_media_type(name), buffer_string(bytes),
            bytes->length, &found))
        return true;
    return found ? refuse_added(archiving, CATALOGUE_ARCHIVE_ADDED_MISNAMED,
            name, found)
        : refuse_added(archiving, CATALOGUE_ARCHIVE_ADDED_DAMAGED, name, "");
}

static bool add_added(const struct archiving *archiving, const char *path)
{
    const char *name = name_of_file(path);
    struct buffer bytes = BUFFER_EMPTY;

    findings_set_file(archiving->findings, path);
    bool good = file_read(path, ADDED_SIZE_MAX, &bytes, archiving->findings)
        && is_sound(archiving, name, &bytes)
        && add(archiving, &(struct archive_source){
            .role = ARCHIVE_ADDED, .name = name }, &bytes);
    findings_set_file(archiving->findings, archiving->set->path);
    buffer_free(&bytes);
    return good;
}

bool archive_collect_made(const struct archiving *archiving)
{
    const struct jixiao_set *previous = archiving->options->previous;
    const struct jixiao_set *set = archiving->set;

    return add_attachments(archiving)
        && add_data(archiving, set, ARCHIVE_DATA)
        && (!previous || add_data(archiving, previous, ARCHIVE_PREVIOUS))
        && add_tree(archiving, set->submission, ARCHIVE_SUBMISSION,
            SUBMISSION_NAME)
        && add_tree(archiving, archiving->made->documents, ARCHIVE_DOCUMENT,
            DOCUMENT_NAME);
}

bool archive_collect_given(struct archiving *archiving)
{
    const struct jixiao_archive_options *options = archiving->options;
    bool good = add_resources(archiving);

    for (size_t k = 0; good && k < options->added_count; k++)
        good = add_added(archiving, options->added[k]);
    return good;
}
