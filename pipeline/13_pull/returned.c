/*
 * Which kind of file it is, and the parts of it that matter.
 */

#include "13_pull/returned.h"

#include <string.h>

#include "0_base/catalogue.h"
#include "1_read/file.h"
#include "9_bundle/opened.h"
#include "10_archive/store.h"
#include "13_pull/returned_parts.h"
#include "13_pull/word_xml.h"

#define PACKAGE "http://schemas.microsoft.com/office/2006/xmlPackage"
#define VALUES "urn:jixiao:values:1"

static const struct place nowhere = { 0, 0 };

/* --- what is wrong -------------------------------------------------------- */

static bool refuse(enum catalogue id, struct findings *findings)
{
    findings_add(findings, id, nowhere, NULL, NULL);
    return false;
}

static bool report(enum part_fault fault, struct findings *findings)
{
    if (fault == PART_NO_MEMORY) {
        findings_out_of_memory(findings);
        return false;
    }
    return refuse(fault == PART_TYPED ? CATALOGUE_PULL_TYPED
        : fault == PART_MISSING ? CATALOGUE_PULL_NOT_WORD
        : CATALOGUE_PULL_DAMAGED, findings);
}

/* --- its parts ------------------------------------------------------------ */

/* The first part that one refers to as such, or else NULL. */
static xmlNodePtr related(const struct parts *parts, const char *name,
    const char *type, struct buffer *names, enum part_fault *fault)
{
    buffer_clear(names);
    *fault = PART_MISSING;
    if (!parts_related(parts, name, type, names, fault)
        || names->length == 0)
        return NULL;
    return parts_root(parts, names->bytes, fault);
}

/* The program's own part among those of other programs. */
static xmlNodePtr find_values(const struct parts *parts, const char *name,
    struct buffer *names, enum part_fault *fault)
{
    buffer_clear(names);
    if (!parts_related(parts, name, "/customXml", names, fault))
        return NULL;
    for (size_t at = 0; at < names->length;
        at += strlen(names->bytes + at) + 1) {
        xmlNodePtr root = parts_root(parts, names->bytes + at, fault);
        if (root && untrusted_xml_is(root, VALUES, "values"))
            return root;
        if (*fault == PART_NO_MEMORY)
            return NULL;
    }
    return NULL;
}

/* Parts with words beside the document. */
static const struct {
    const char *type;           /* as its relationship ends */
    enum line_kind kind;
} others[] = {
    { "/footnotes", LINE_NOTE },
    { "/endnotes", LINE_NOTE },
    { "/header", LINE_EDGE },
    { "/footer", LINE_EDGE },
};

static void add_part(const struct parts *parts, const char *name,
    enum line_kind kind, enum part_fault *fault)
{
    struct returned *returned = parts->returned;
    xmlNodePtr root = returned->part_count < RETURNED_TREES_MAX
        ? parts_root(parts, name, fault) : NULL;

    if (root)
        returned->parts[returned->part_count++]
            = (struct returned_part){ root, kind };
    else
        returned->has_unread = true;
}

static void find_others(const struct parts *parts, const char *name,
    struct buffer *names, enum part_fault *fault)
{
    for (size_t k = 0; *fault != PART_NO_MEMORY
        && k < sizeof others / sizeof *others; k++) {
        buffer_clear(names);
        if (!parts_related(parts, name, others[k].type, names, fault))
            return;
        for (size_t at = 0; at < names->length && *fault != PART_NO_MEMORY;
            at += strlen(names->bytes + at) + 1)
            add_part(parts, names->bytes + at, others[k].kind, fault);
    }
}

/* Without the parts beside the document a file is read all the same. */
static bool find_parts(const struct parts *parts, struct findings *findings)
{
    struct returned *returned = parts->returned;
    struct buffer main = BUFFER_EMPTY, names = BUFFER_EMPTY;
    enum part_fault fault;
    xmlNodePtr root = related(parts, "", "/officeDocument", &main, &fault);

    if (root && word_is(root, "document")) {
        returned->document = root;
        returned->comments = related(parts, buffer_string(&main),
            "/comments", &names, &fault);
        if (fault != PART_NO_MEMORY)
            returned->values = find_values(parts, buffer_string(&main),
                &names, &fault);
        if (fault != PART_NO_MEMORY)
            find_others(parts, buffer_string(&main), &names, &fault);
        if (fault != PART_NO_MEMORY)
            fault = PART_THERE;
    } else if (fault == PART_THERE) {
        fault = PART_MISSING;   /* it names no document */
    }
    buffer_free(&main);
    buffer_free(&names);
    return fault == PART_THERE || report(fault, findings);
}

/* --- the file ------------------------------------------------------------- */

static bool begins_with(const struct buffer *bytes, const char *mark,
    size_t length)
{
    return bytes->length >= length && memcmp(bytes->bytes, mark, length) == 0;
}

/* What store.h finds is said of archives. */
static bool open_zip(struct returned *returned, const char *path,
    struct findings *findings)
{
    struct findings *found = findings_new();
    struct store store;

    if (!found) {
        findings_out_of_memory(findings);
        return false;
    }
    bool good = store_open(&store, path, found);
    if (good) {
        good = find_parts(&(struct parts){ .store = &store,
            .returned = returned }, findings);
        store_close(&store);
    } else if (findings_lack_memory(found)) {
        findings_out_of_memory(findings);
    } else {
        refuse(CATALOGUE_PULL_DAMAGED, findings);
    }
    findings_free(found);
    return good;
}

static bool open_flat(struct returned *returned, const struct buffer *bytes,
    struct findings *findings)
{
    struct untrusted_xml xml = untrusted_xml_parse(bytes->bytes,
        bytes->length);
    xmlNodePtr root = xml.tree ? xmlDocGetRootElement(xml.tree) : NULL;

    returned->trees[returned->tree_count++].xml = xml;
    if (!root)
        return report(xml.lacked_memory ? PART_NO_MEMORY
            : xml.has_type ? PART_TYPED : PART_MISSING, findings);
    if (!untrusted_xml_is(root, PACKAGE, "package"))
        return refuse(CATALOGUE_PULL_NOT_WORD, findings);
    return find_parts(&(struct parts){ .flat = root, .returned = returned },
        findings);
}

static bool is_mark(const char *path)
{
    const char *stroke = strrchr(path, '/');

    return opened_is_mark(stroke ? stroke + 1 : path);
}

bool returned_open(struct returned *returned, const char *path,
    struct findings *findings)
{
    struct buffer bytes = BUFFER_EMPTY;
    bool good = false;

    *returned = (struct returned){ .document = NULL };
    findings_set_file(findings, path);
    if (file_read(path, RETURNED_SIZE_MAX, &bytes, findings)) {
        if (begins_with(&bytes, "PK\3\4", 4))
            good = open_zip(returned, path, findings);
        else if (begins_with(&bytes, "\xD0\xCF\x11\xE0", 4))
            good = refuse(CATALOGUE_PULL_OLD, findings);
        else if (is_mark(path))
            good = refuse(CATALOGUE_PULL_MARK, findings);
        else
            good = open_flat(returned, &bytes, findings);
    }
    buffer_free(&bytes);
    if (!good)
        returned_close(returned);
    return good;
}

void returned_close(struct returned *returned)
{
    for (size_t k = 0; k < returned->tree_count; k++)
        untrusted_xml_free(&returned->trees[k].xml);
    *returned = (struct returned){ .document = NULL };
}
