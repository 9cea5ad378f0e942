/* manifest.xml read back without trust. */

#include "10_archive/statement.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/fault.h"
#include "0_base/id_map.h"
#include "10_archive/inside.h"
#include "10_archive/inventory.h"
#include "10_archive/untrusted_xml.h"

static const struct place nowhere = { 0, 0 };

/* --- reading ---------------------------------------------------------- */

static const char *text_of(xmlNodePtr element, const char *name)
{
    const char *text = element ? untrusted_xml_attribute(element, name) : NULL;

    return text ? text : "";
}

/* The grammar says what a size may be; too large a one equals no file's. */
static uint64_t size_of(const char *text)
{
    errno = 0;
    unsigned long long size = strtoull(text, NULL, 10);
    return errno ? UINT64_MAX : size;
}

static struct stated read_file(xmlNodePtr element)
{
    return (struct stated){
        .path = text_of(element, "path"), .role = text_of(element, "role"),
        .media_type = text_of(element, "media-type"),
        .sha256 = text_of(element, "sha256"), .sm3 = text_of(element, "sm3"),
        .size = size_of(text_of(element, "size")) };
}

xmlNodePtr statement_part(const struct statement *statement, const char *name)
{
    xmlNodePtr root = xmlDocGetRootElement(statement->tree);
    xmlNodePtr node = xmlFirstElementChild(root);

    while (node && !untrusted_xml_is(node, INVENTORY_NAMESPACE, name))
        node = xmlNextElementSibling(node);
    return node;
}

static bool read_tree(struct statement *statement)
{
    xmlNodePtr files = statement_part(statement, "files");
    size_t room = files ? xmlChildElementCount(files) : 0;
    xmlNodePtr file = files ? xmlFirstElementChild(files) : NULL;

    statement->files = calloc(room + 1, sizeof *statement->files);
    if (!statement->files)
        return false;
    for (; file; file = xmlNextElementSibling(file))
        if (untrusted_xml_is(file, INVENTORY_NAMESPACE, "file"))
            statement->files[statement->count++] = read_file(file);
    statement->pdf_level = text_of(statement_part(statement, "options"),
        "pdf-level");
    statement->program = text_of(xmlDocGetRootElement(statement->tree),
        "program");
    return true;
}

static bool parse(struct statement *statement, struct findings *findings)
{
    struct untrusted_xml xml = untrusted_xml_parse(
        buffer_string(&statement->text), statement->text.length);

    statement->tree = xml.tree;
    if (xml.lacked_memory)
        findings_out_of_memory(findings);
    else if (xml.has_type)
        findings_add(findings, CATALOGUE_MANIFEST_HAS_TYPE, nowhere, NULL,
            NULL);
    else if (!xml.tree)
        findings_add(findings, CATALOGUE_MANIFEST_MALFORMED, nowhere, NULL,
            "reason", buffer_string(&xml.reason), NULL);
    buffer_free(&xml.reason);
    return statement->tree != NULL;
}

static void report_unread(int fault, struct findings *findings)
{
    char reason[FAULT_TEXT_SIZE];

    if (fault == ENOMEM)
        findings_out_of_memory(findings);
    else if (fault == EFBIG)
        findings_add(findings, CATALOGUE_MANIFEST_TOO_LARGE, nowhere, NULL,
            NULL);
    else if (fault == EBADMSG)
        findings_add(findings, CATALOGUE_ZIP_CHECKSUM, nowhere, NULL,
            "name", ARCHIVE_MANIFEST, NULL);
    else
        findings_add(findings, CATALOGUE_ARCHIVE_PART_UNREADABLE, nowhere,
            NULL, "name", ARCHIVE_MANIFEST,
            "reason", fault_text(fault, reason), NULL);
}

static bool load(struct statement *statement, const struct store *store,
    struct findings *findings)
{
    const struct stored *stored = store_find(store, ARCHIVE_MANIFEST);

    if (!stored || stored->kind != STORED_FILE) {
        findings_add(findings, CATALOGUE_MANIFEST_MISSING, nowhere, NULL,
            NULL);
        return false;
    }
    int fault = store_load(store, stored, MANIFEST_SIZE_MAX, &statement->text);
    if (fault)
        report_unread(fault, findings);
    return !fault;
}

struct statement *statement_read(const struct store *store,
    struct findings *findings)
{
    struct statement *statement = calloc(1, sizeof *statement);

    if (!statement) {
        findings_out_of_memory(findings);
        return NULL;
    }
    bool good = load(statement, store, findings)
        && parse(statement, findings);
    if (good && !read_tree(statement)) {
        findings_out_of_memory(findings);
        good = false;
    }
    if (!good) {
        statement_free(statement);
        return NULL;
    }
    return statement;
}

void statement_free(struct statement *statement)
{
    if (!statement)
        return;
    free(statement->files);
    xmlFreeDoc(statement->tree);
    buffer_free(&statement->text);
    free(statement);
}

bool statement_is_beside(const char *path)
{
    static const char *const names[] = { ARCHIVE_MANIFEST,
        ARCHIVE_MANIFEST_DIGEST, ARCHIVE_SIGNATURE, ARCHIVE_TIME_STAMP };

    for (size_t k = 0; k < sizeof names / sizeof *names; k++)
        if (strcmp(names[k], path) == 0)
            return true;
    return false;
}

/* --- its paths -------------------------------------------------------- */

static bool report(enum catalogue id, const char *name, const char *other,
    struct findings *findings)
{
    struct buffer shown = BUFFER_EMPTY;

    path_show(name, &shown);
    if (shown.failed)
        findings_out_of_memory(findings);
    else
        findings_add(findings, id, nowhere, NULL, "name",
            buffer_string(&shown), "other", other, NULL);
    buffer_free(&shown);
    return false;
}

/* Whether a path is the first of its name, whatever its letters' case; numbers
 * are those of the paths in the map. */
static bool is_first(const struct statement *statement, size_t k,
    struct id_map *map, size_t *numbers, struct findings *findings)
{
    const char *path = statement->files[k].path;
    uint32_t before = map->count;
    uint32_t id;

    if (!id_map_add(map, path_key_folded(path), &id)) {
        findings_out_of_memory(findings);
        return false;
    }
    if (id == before) {
        numbers[id] = k;
        return true;
    }
    const char *other = statement->files[numbers[id]].path;
    return report(strcmp(path, other) == 0 ? CATALOGUE_MANIFEST_TWICE
        : CATALOGUE_MANIFEST_FOLDED, path, other, findings);
}

bool statement_paths_are_sound(const struct statement *statement,
    struct findings *findings)
{
    struct id_map map = ID_MAP_EMPTY;
    size_t *numbers = calloc(statement->count + 1, sizeof *numbers);
    bool good = numbers != NULL;

    if (!numbers)
        findings_out_of_memory(findings);
    for (size_t k = 0; numbers && k < statement->count; k++) {
        const char *path = statement->files[k].path;
        if (!path_is_inside(path))
            good = report(CATALOGUE_ARCHIVE_PATH_OUT, path, "", findings);
        else if (statement_is_beside(path))
            good = report(CATALOGUE_MANIFEST_LISTS_ITSELF, path, "", findings);
        else
            good = is_first(statement, k, &map, numbers, findings) && good;
    }
    id_map_free(&map);
    free(numbers);
    return good;
}
