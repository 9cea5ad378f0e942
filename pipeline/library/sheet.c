/*
 * jixiao_sheet(), jixiao_sheet_read(), jixiao_sheet_pull(): a set as a
 * workbook, and back.
 */

#include <string.h>

#include "0_base/utf8.h"
#include "1_read/file.h"
#include "1_read/kinds.h"
#include "3_transform/submission.h"
#include "5_references/path.h"
#include "13_pull/returned.h"
#include "16_sheet/layout.h"
#include "16_sheet/listing.h"
#include "16_sheet/merge.h"
#include "16_sheet/xlsx.h"
#include "library/handles.h"
#include "library/pulled.h"
#include "library/workbook.h"

char *jixiao_sheet(const struct jixiao_set *set, size_t *length,
    struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);
    const struct sheet_source source = { set->json, set->edition->schema,
        set->edition->name, set->submission, set->edition->formulas,
        set->edition->style };
    struct book book = BOOK_EMPTY;
    struct buffer out = BUFFER_EMPTY;

    findings_set_file(list, set->path);
    bool good = layout_make(&source, &book, list)
        && xlsx_write(&book, &set->edition->resources, &out, list);
    *length = out.length;
    char *bytes = good ? buffer_take(&out) : NULL;
    buffer_free(&out);
    book_free(&book);
    return bytes;
}

char *jixiao_sheet_read(struct jixiao *jixiao, const char *path,
    size_t *length, struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);
    struct workbook workbook;
    struct buffer out = BUFFER_EMPTY;
    bool good = workbook_read(jixiao, path, &workbook, &out, list);

    good = good && workbook_validate(&workbook, out.bytes, out.length, list)
        && findings_worst(list) < LEVEL_ERROR;
    workbook_close(&workbook);
    *length = out.length;
    char *text = good ? buffer_take(&out) : NULL;
    buffer_free(&out);
    return text;
}

/* --- into a data file ----------------------------------------------------- */

/* The set's text with other data in it. */
static bool merge(const struct jixiao_set *set, const cJSON *data,
    struct jixiao_pulled *pulled, struct findings *findings)
{
    struct buffer text = BUFFER_EMPTY;
    bool good = merge_write(set->json, data, &text);

    if (!good)
        findings_out_of_memory(findings);
    good = good && pulled_make(set, &text, pulled, findings);
    buffer_free(&text);
    return good;
}

static bool has_edition(const struct jixiao_set *set,
    const struct workbook *workbook, struct findings *findings)
{
    if (workbook->edition == set->edition)
        return true;
    findings_add(findings, CATALOGUE_PULL_OTHER_EDITION,
        (struct place){ 0, 0 }, NULL, "found", workbook->edition->name,
        "expected", set->edition->name, NULL);
    return false;
}

static bool pull_workbook(struct jixiao *jixiao,
    const struct jixiao_set *set, const char *path,
    struct jixiao_pulled *pulled, struct findings *findings)
{
    struct workbook workbook;
    struct buffer bytes = BUFFER_EMPTY;
    bool good = workbook_read(jixiao, path, &workbook, &bytes, findings)
        && has_edition(set, &workbook, findings)
        && workbook_validate(&workbook, bytes.bytes, bytes.length,
            findings)
        && merge(set, workbook.gathered.data, pulled, findings);

    workbook_close(&workbook);
    buffer_free(&bytes);
    return good;
}

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

/* What the file is counts, not its name: systems write web pages and texts
 * under those of workbooks. */
static bool open_listing(const char *path, struct returned_book *book,
    struct findings *findings)
{
    struct buffer text = BUFFER_EMPTY;
    bool good = false;

    *book = (struct returned_book){ .sheets = NULL };
    findings_set_file(findings, path);
    if (file_read(path, RETURNED_SIZE_MAX, &text, findings)) {
        bool is_text = !workbook_is(path)
            && !kind_of_file(buffer_string(&text), text.length);
        good = is_text ? listing_open_text(&text,
                utf8_has_ending(path, ".tsv") ? '\t' : ',', name_of(path),
                book, findings)
            : returned_book_open(book, path, findings);
    }
    buffer_free(&text);
    return good;
}

/* The pointer of the entry that a path leads to; NULL with a finding. */
static const char *find_entry(const struct jixiao_set *set, const char *into,
    struct findings *findings)
{
    struct buffer nearest = BUFFER_EMPTY;
    xmlNodePtr entry = path_resolve(into,
        xmlDocGetRootElement(set->submission), &nearest);
    const char *src = entry ? node_attribute(entry, "src") : NULL;

    if (nearest.failed)
        findings_out_of_memory(findings);
    else if (!src)
        findings_add(findings, nearest.length ? CATALOGUE_REFERENCE_MISSPELT
            : CATALOGUE_REFERENCE_MISSING, (struct place){ 0, 0 }, NULL,
            "path", into, "what", buffer_string(&nearest), NULL);
    buffer_free(&nearest);
    return src;
}

static bool pull_listing(const struct jixiao_set *set, const char *path,
    const char *into, struct jixiao_pulled *pulled,
    struct findings *findings)
{
    struct workbook workbook = { .edition = set->edition };
    struct listing listing = { .json = set->json,
        .schema = set->edition->schema,
        .lexicon = edition_lexicon(set->edition, findings),
        .pointer = find_entry(set, into, findings), .path = into };
    bool good = listing.lexicon && listing.pointer
        && open_listing(path, &workbook.book, findings)
        && listing_take(&listing, &workbook.book, &workbook.gathered,
            findings)
        && merge(set, workbook.gathered.data, pulled, findings);

    if (good && !workbook_validate(&workbook, pulled->data,
            pulled->data_length, findings)) {
        pulled_free(pulled);
        good = false;
    }
    workbook_close(&workbook);
    return good;
}

bool jixiao_sheet_pull(struct jixiao *jixiao, const struct jixiao_set *set,
    const char *path, const char *into, struct jixiao_pulled *pulled,
    struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);

    *pulled = (struct jixiao_pulled){ .patch = NULL };
    return into ? pull_listing(set, path, into, pulled, list)
        : pull_workbook(jixiao, set, path, pulled, list);
}
