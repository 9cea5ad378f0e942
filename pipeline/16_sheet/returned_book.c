/*
 * Which kind of file it is, and the parts of it that matter.
 */

#include "16_sheet/returned_book.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/fault.h"
#include "0_base/id_map.h"
#include "0_base/list.h"
#include "0_base/utf8.h"
#include "1_read/file.h"
#include "10_archive/store.h"
#include "13_pull/returned_parts.h"
#include "16_sheet/sheet_xml.h"

static const struct place nowhere = { 0, 0 };

/* A workbook being opened. */
struct opening {
    struct returned_book *book;
    const struct store *store;
    struct findings *findings;
    struct sheet_parts parts;
    struct buffer main;         /* the name of the workbook's own part */
    struct id_map ids;          /* of what that refers to */
    struct part_relation *relations;
    size_t relation_room;
    struct id_map read;         /* parts of sheets */
    bool failed;
};

static bool refuse(enum catalogue id, const char *name,
    struct findings *findings)
{
    char limit[24];

    snprintf(limit, sizeof limit, "%d", RETURNED_ROWS_MAX);
    findings_add(findings, id, nowhere, NULL, "name", name, "limit", limit,
        NULL);
    return false;
}

static bool report(enum part_fault fault, struct findings *findings)
{
    if (fault == PART_NO_MEMORY) {
        findings_out_of_memory(findings);
        return false;
    }
    return refuse(fault == PART_MISSING || fault == PART_THERE
        ? CATALOGUE_SHEET_NO_BOOK : CATALOGUE_SHEET_DAMAGED, "", findings);
}

/* --- parts ---------------------------------------------------------------- */

/* Hands over the root of a part of its own memory. */
typedef bool part_user(struct opening *opening, xmlNodePtr root, void *user);

static bool with_part(struct opening *opening, const char *name,
    part_user *use, void *user)
{
    struct returned returned = { .document = NULL };
    const struct parts parts = { .store = opening->store,
        .returned = &returned };
    enum part_fault fault;
    xmlNodePtr root = parts_root(&parts, name, &fault);
    bool good = root ? use(opening, root, user)
        : report(fault, opening->findings);

    returned_close(&returned);
    return good;
}

/* --- what parts refer to -------------------------------------------------- */

static bool find_main(struct opening *opening)
{
    struct returned returned = { .document = NULL };
    const struct parts parts = { .store = opening->store,
        .returned = &returned };
    enum part_fault fault = PART_MISSING;
    bool good = parts_related(&parts, "", "/officeDocument", &opening->main,
        &fault) && opening->main.length > 0;

    if (!good)
        report(fault, opening->findings);
    returned_close(&returned);
    return good;
}

static const char *keep(struct opening *opening, const char *text)
{
    const char *kept = arena_copy(&opening->book->arena, text, strlen(text));

    opening->failed = opening->failed || !kept;
    return kept;
}

static void note_relation(void *user, const struct part_relation *relation)
{
    struct opening *opening = user;
    uint32_t id, known = opening->ids.count;
    struct part_relation *list = id_map_list(&opening->ids,
        id_map_text(relation->id, strlen(relation->id)), opening->relations,
        &opening->relation_room, sizeof *list, &id);

    if (!list) {
        opening->failed = true;
        return;
    }
    opening->relations = list;
    if (id == known)
        list[id] = (struct part_relation){ keep(opening, relation->id),
            keep(opening, relation->type), keep(opening, relation->part) };
}

/* All that the workbook refers to, once. */
static bool read_relations(struct opening *opening)
{
    struct returned returned = { .document = NULL };
    const struct parts parts = { .store = opening->store,
        .returned = &returned };
    enum part_fault fault = PART_MISSING;

    if (!parts_visit_relations(&parts, opening->main.bytes, note_relation,
            opening, &fault) && fault == PART_NO_MEMORY)
        opening->failed = true;
    returned_close(&returned);
    return !opening->failed || report(PART_NO_MEMORY, opening->findings);
}

/* The first part of a type; NULL for none. */
static const char *find_related(const struct opening *opening,
    const char *type)
{
    for (size_t k = 0; k < opening->ids.count; k++)
        if (utf8_ends_with(opening->relations[k].type, type))
            return opening->relations[k].part;
    return NULL;
}

static const char *find_relation(const struct opening *opening,
    const char *name)
{
    uint32_t id;

    return id_map_find(&opening->ids, id_map_text(name, strlen(name)), &id)
        ? opening->relations[id].part : NULL;
}

static bool use_strings(struct opening *opening, xmlNodePtr root, void *user)
{
    (void)user;
    return sheet_xml_read_strings(root, &opening->book->arena,
        &opening->parts) || report(PART_NO_MEMORY, opening->findings);
}

static bool use_formats(struct opening *opening, xmlNodePtr root, void *user)
{
    (void)user;
    return sheet_xml_read_formats(root, &opening->parts)
        || report(PART_NO_MEMORY, opening->findings);
}

static const struct {
    const char *type;           /* as its relationship ends */
    part_user *use;             /* NULL: it is refused */
    enum catalogue refused;
} related[] = {
    { "/vbaProject", NULL, CATALOGUE_SHEET_MACRO },
    { "/xlMacrosheet", NULL, CATALOGUE_SHEET_MACRO },
    { "/externalLink", NULL, CATALOGUE_SHEET_LINKED },
    { "/sharedStrings", use_strings, 0 },
    { "/styles", use_formats, 0 },
};

static bool read_related(struct opening *opening)
{
    bool good = true;

    for (size_t k = 0; good && k < sizeof related / sizeof *related; k++) {
        const char *part = find_related(opening, related[k].type);
        if (part)
            good = related[k].use ? with_part(opening, part, related[k].use,
                NULL) : refuse(related[k].refused, "", opening->findings);
    }
    return good;
}

/* --- sheets --------------------------------------------------------------- */

static bool use_sheet(struct opening *opening, xmlNodePtr root, void *user)
{
    struct returned_sheet *sheet = user;
    enum sheet_fault fault = sheet_xml_is(root, "worksheet")
        ? sheet_xml_read_cells(root, &opening->parts, &opening->book->arena,
            sheet) : SHEET_GOOD;

    if (fault == SHEET_TOO_LONG)
        return refuse(CATALOGUE_SHEET_ROWS, sheet->name, opening->findings);
    return fault == SHEET_GOOD || report(fault == SHEET_TOO_MERGED
        ? PART_UNREADABLE : PART_NO_MEMORY, opening->findings);
}

/* Reads the part of a sheet; no other sheet may have the same, as a small file
 * would grow beyond measure. */
static bool read_part(struct opening *opening, const char *part,
    struct returned_sheet *sheet)
{
    uint32_t id, known = opening->read.count;

    if (!id_map_add(&opening->read, id_map_text(part, strlen(part)), &id))
        return report(PART_NO_MEMORY, opening->findings);
    if (id < known)
        return report(PART_UNREADABLE, opening->findings);
    return with_part(opening, part, use_sheet, sheet);
}

static const char *relation_id(xmlNodePtr sheet)
{
    for (xmlAttrPtr at = sheet->properties; at; at = at->next)
        if (at->ns && strcmp((const char *)at->name, "id") == 0
            && at->children)
            return (const char *)at->children->content;
    return "";
}

static struct returned_sheet *add_sheet(struct opening *opening,
    xmlNodePtr element)
{
    struct returned_book *book = opening->book;
    const char *name = untrusted_xml_attribute(element, "name");
    struct returned_sheet *sheets = list_room(book->sheets, book->count,
        &book->room, sizeof *sheets);

    name = name ? arena_copy(&book->arena, name, strlen(name)) : "";
    if (sheets)
        book->sheets = sheets;
    if (!sheets || !name) {
        report(PART_NO_MEMORY, opening->findings);
        return NULL;
    }
    sheets[book->count] = (struct returned_sheet){ .name = name };
    return &sheets[book->count++];
}

static bool read_sheet(struct opening *opening, xmlNodePtr element)
{
    struct returned_sheet *sheet = add_sheet(opening, element);
    const char *part = find_relation(opening, relation_id(element));

    return sheet && (!part || read_part(opening, part, sheet));
}

static bool use_workbook(struct opening *opening, xmlNodePtr root,
    void *user)
{
    xmlNodePtr sheets = sheet_xml_child(root, "sheets");
    xmlNodePtr settings = sheet_xml_child(root, "workbookPr");
    const char *since = settings ? untrusted_xml_attribute(settings,
        "date1904") : NULL;
    bool good = sheet_xml_is(root, "workbook");

    (void)user;
    opening->book->since_1904 = since && (strcmp(since, "1") == 0
        || strcmp(since, "true") == 0);
    if (!good)
        return report(PART_MISSING, opening->findings);
    for (xmlNodePtr node = sheets ? sheets->children : NULL; good && node;
        node = node->next)
        if (sheet_xml_is(node, "sheet"))
            good = read_sheet(opening, node);
    return good;
}

static bool read_package(struct returned_book *book,
    const struct store *store, struct findings *findings)
{
    struct opening opening = { .book = book, .store = store,
        .findings = findings };
    bool good = find_main(&opening) && read_relations(&opening)
        && read_related(&opening)
        && with_part(&opening, opening.main.bytes, use_workbook, NULL);

    free(opening.parts.strings);
    free(opening.parts.formats);
    free(opening.relations);
    id_map_free(&opening.ids);
    id_map_free(&opening.read);
    buffer_free(&opening.main);
    return good;
}

/* --- the file ------------------------------------------------------------- */

/* What store.h finds is said of archives, unless it is the system's. */
static bool read_zip(struct returned_book *book, const char *path,
    struct findings *findings)
{
    struct findings *found = findings_new();
    struct store store;

    if (!found)
        return report(PART_NO_MEMORY, findings);
    bool good = store_open(&store, path, found);
    int fault = errno;
    if (good) {
        good = read_package(book, &store, findings);
        store_close(&store);
    } else if (findings_lack_memory(found)) {
        report(PART_NO_MEMORY, findings);
    } else if (findings_worst(found) >= LEVEL_SYSTEM) {
        char reason[FAULT_TEXT_SIZE];
        findings_add(findings, CATALOGUE_FILE_UNREADABLE, nowhere, NULL,
            "reason", fault_text(fault, reason), NULL);
    } else {
        report(PART_UNREADABLE, findings);
    }
    findings_free(found);
    return good;
}

bool returned_book_open(struct returned_book *book, const char *path,
    struct findings *findings)
{
    struct buffer bytes = BUFFER_EMPTY;
    bool good = false;

    *book = (struct returned_book){ .sheets = NULL };
    if (file_read(path, RETURNED_SIZE_MAX, &bytes, findings)) {
        if (bytes.length >= 4 && memcmp(bytes.bytes, "PK\3\4", 4) == 0)
            good = read_zip(book, path, findings);
        else if (bytes.length >= 4
            && memcmp(bytes.bytes, "\xD0\xCF\x11\xE0", 4) == 0)
            good = refuse(CATALOGUE_SHEET_OLD, "", findings);
        else
            good = refuse(CATALOGUE_SHEET_NO_BOOK, "", findings);
    }
    buffer_free(&bytes);
    if (!good)
        returned_book_close(book);
    return good;
}

void returned_book_close(struct returned_book *book)
{
    for (size_t k = 0; k < book->count; k++) {
        free(book->sheets[k].cells);
        free(book->sheets[k].merged);
    }
    free(book->sheets);
    arena_free(&book->arena);
    *book = (struct returned_book){ .sheets = NULL };
}
