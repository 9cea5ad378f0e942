/* The files of an archive, looked at one by one. */

#include "10_archive/audit.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/fault.h"
#include "0_base/id_map.h"
#include "10_archive/inside.h"
#include "10_archive/sums.h"

#define PDF_TYPE "application/pdf"
#define PDF_ENDING ".pdf"
#define NUMBER_SIZE 24          /* a size in digits */
#define DIGEST_LINE_MAX 256

static const struct place nowhere = { 0, 0 };

struct auditing {
    const struct store *store;
    const struct statement *statement;
    struct findings *findings;
    struct audit *audit;
    bool *seen;                 /* those of the store that are listed */
};

/* A finding about a file, with its name as it may be shown and at most two
 * other texts. */
static void report(const struct auditing *auditing, enum catalogue id,
    const char *path, const char *stated, const char *found)
{
    struct buffer name = BUFFER_EMPTY;
    struct buffer other = BUFFER_EMPTY;

    path_show(path, &name);
    path_show(found, &other);
    if (name.failed || other.failed)
        findings_out_of_memory(auditing->findings);
    else
        findings_add(auditing->findings, id, nowhere, NULL, "name",
            buffer_string(&name), "stated", stated, "found",
            buffer_string(&other), NULL);
    buffer_free(&name);
    buffer_free(&other);
}

/* --- one file --------------------------------------------------------- */

/* What is learnt of a file on the way through its bytes. */
struct reading {
    struct sums sums;
    struct packet_search search;
    bool is_pdf, lacked_memory;
};

static bool take(void *user, const char *bytes, size_t length)
{
    struct reading *reading = user;

    sums_add(&reading->sums, bytes, length);
    if (reading->is_pdf
        && !packet_search_add(&reading->search, bytes, length))
        reading->lacked_memory = true;
    return !reading->lacked_memory;
}

static bool is_pdf(const struct stated *stated)
{
    size_t length = strlen(stated->path);
    size_t ending = strlen(PDF_ENDING);

    return strcmp(stated->media_type, PDF_TYPE) == 0 || (length > ending
        && strcmp(stated->path + length - ending, PDF_ENDING) == 0);
}

static enum part_state report_fault(const struct auditing *auditing,
    const char *path, int fault)
{
    char reason[FAULT_TEXT_SIZE];

    if (fault == ENOMEM)
        findings_out_of_memory(auditing->findings);
    else if (fault == EBADMSG)
        report(auditing, CATALOGUE_ZIP_CHECKSUM, path, "", "");
    else
        findings_add(auditing->findings, CATALOGUE_ARCHIVE_PART_UNREADABLE,
            nowhere, NULL, "name", path, "reason",
            fault_text(fault, reason), NULL);
    return fault == EBADMSG ? PART_CHANGED : PART_UNREADABLE;
}

/* Whether both digests are as stated.  Where one is and the other is not, the
 * manifest contradicts itself. */
static enum part_state compare_sums(const struct auditing *auditing,
    const struct stated *stated, const struct sums_text *found)
{
    bool first = strcmp(found->sha256, stated->sha256) == 0;
    bool second = strcmp(found->sm3, stated->sm3) == 0;

    if (first && second)
        return PART_WHOLE;
    if (first || second)
        report(auditing, CATALOGUE_MANIFEST_CONTRADICTS, stated->path,
            first ? "SHA-256" : "SM3", first ? "SM3" : "SHA-256");
    else
        report(auditing, CATALOGUE_ARCHIVE_PART_CHANGED, stated->path,
            stated->sha256, found->sha256);
    return PART_CHANGED;
}

/* The level that this program's PDF files state is that of the options; what
 * others have made may have any, or none. */
static void check_level(const struct auditing *auditing,
    const struct part *part)
{
    const char *asked = auditing->statement->pdf_level;
    bool is_ours = strcmp(part->stated->role, "added") != 0;
    bool is_same = *asked && part->level[0] == asked[0]
        && part->level[1] == (asked[1] & ~0x20);

    if (is_ours && !is_same)
        report(auditing, CATALOGUE_PDF_LEVEL_DIFFERS, part->path, asked,
            *part->level ? part->level : "-");
    else if (!is_ours && !*part->level)
        report(auditing, CATALOGUE_PDF_LEVEL_NONE, part->path, "", "");
}

static enum part_state read_part(const struct auditing *auditing,
    struct part *part, const struct stored *stored)
{
    struct reading reading = { .is_pdf = is_pdf(part->stated) };
    struct sums_text text;

    sums_begin(&reading.sums);
    int fault = store_read(auditing->store, stored, take, &reading);
    sums_end(&reading.sums, &text);
    memcpy(part->level, reading.search.level, sizeof part->level);
    packet_search_free(&reading.search);
    if (fault || reading.lacked_memory)
        return report_fault(auditing, part->path, fault ? fault : ENOMEM);
    enum part_state state = compare_sums(auditing, part->stated, &text);
    if (reading.is_pdf && state == PART_WHOLE)
        check_level(auditing, part);
    return state;
}

static enum part_state compare_part(const struct auditing *auditing,
    struct part *part, const struct stored *stored)
{
    char sizes[2][NUMBER_SIZE];

    if (stored->kind != STORED_FILE) {
        report(auditing, CATALOGUE_ARCHIVE_PART_NO_FILE, part->path, "", "");
        return PART_CHANGED;
    }
    if (stored->size == part->stated->size)
        return read_part(auditing, part, stored);
    snprintf(sizes[0], sizeof sizes[0], "%llu",
        (unsigned long long)part->stated->size);
    snprintf(sizes[1], sizeof sizes[1], "%llu",
        (unsigned long long)stored->size);
    report(auditing, CATALOGUE_ARCHIVE_PART_SIZE, part->path, sizes[0],
        sizes[1]);
    return PART_CHANGED;
}

/* Folders that a missing file was in are none that somebody has added. */
static void see_folders(struct auditing *auditing, const char *path)
{
    char folder[INSIDE_LENGTH_MAX + 1];
    char *slash;

    snprintf(folder, sizeof folder, "%s", path);
    while ((slash = strrchr(folder, '/')) != NULL) {
        *slash = '\0';
        const struct stored *stored = store_find(auditing->store, folder);
        if (stored && stored->kind == STORED_FOLDER)
            auditing->seen[stored - auditing->store->list] = true;
    }
}

/* A file of the manifest that is there under its name; others are missing so
 * far, and told of when all is known. */
static void look_at(struct auditing *auditing, const struct stated *stated)
{
    const struct stored *stored = store_find(auditing->store, stated->path);
    struct part *part = &auditing->audit->parts[auditing->audit->count++];

    *part = (struct part){ .path = stated->path, .stated = stated,
        .state = PART_MISSING };
    if (!stored) {
        see_folders(auditing, stated->path);
        return;
    }
    auditing->seen[stored - auditing->store->list] = true;
    part->state = compare_part(auditing, part, stored);
}

/* --- what is there besides, or elsewhere ------------------------------ */

/* Files that are not listed, by the digest of each and by its name in small
 * letters: the map's numbers are those in `numbers`. */
struct strangers {
    struct id_map map;
    size_t *numbers;
};

static bool hash_stranger(struct auditing *auditing,
    struct strangers *strangers, size_t k)
{
    const struct stored *stored = &auditing->store->list[k];
    struct reading reading = { .is_pdf = false };
    struct sums_text text;
    uint32_t before = strangers->map.count;
    uint32_t id;

    sums_begin(&reading.sums);
    int fault = store_read(auditing->store, stored, take, &reading);
    sums_end(&reading.sums, &text);
    if (fault && fault != ENOMEM)
        return true;                    /* it is told of as added */
    if (fault || !id_map_add(&strangers->map, id_map_text(text.sha256,
            DIGEST_TEXT_SIZE - 1), &id))
        return false;
    if (id == before)
        strangers->numbers[id] = k;
    return true;
}

static bool is_stranger(const struct auditing *auditing, size_t k)
{
    return !auditing->seen[k]
        && !statement_is_beside(auditing->store->list[k].path);
}

static bool hash_strangers(struct auditing *auditing,
    struct strangers *strangers)
{
    const struct store *store = auditing->store;
    bool good = true;

    strangers->numbers = calloc(store->count + 1, sizeof (size_t));
    if (!strangers->numbers)
        return false;
    for (size_t k = 0; good && k < store->count; k++)
        if (is_stranger(auditing, k) && store->list[k].kind == STORED_FILE)
            good = hash_stranger(auditing, strangers, k);
    return good;
}

/* A file that is missing may be there under another name. */
static void find_missing(struct auditing *auditing,
    const struct strangers *strangers, struct part *part)
{
    const struct stored *list = auditing->store->list;
    uint32_t id;

    if (!id_map_find(&strangers->map, id_map_text(part->stated->sha256,
            strlen(part->stated->sha256)), &id)
        || auditing->seen[strangers->numbers[id]]) {
        report(auditing, CATALOGUE_ARCHIVE_PART_MISSING, part->path, "", "");
        return;
    }
    size_t k = strangers->numbers[id];
    auditing->seen[k] = true;
    part->now = list[k].path;
    part->state = PART_RENAMED;
    report(auditing, path_key_folded(part->path) == path_key_folded(part->now)
        ? CATALOGUE_ARCHIVE_PART_CASE : CATALOGUE_ARCHIVE_PART_RENAMED,
        part->path, "", part->now);
}

static bool find_all_missing(struct auditing *auditing)
{
    struct audit *audit = auditing->audit;
    struct strangers strangers = { .map = ID_MAP_EMPTY };
    size_t missing = 0;
    bool good = true;

    for (size_t k = 0; k < audit->count; k++)
        missing += audit->parts[k].state == PART_MISSING;
    if (missing > 0)
        good = hash_strangers(auditing, &strangers);
    for (size_t k = 0; good && k < audit->count; k++)
        if (audit->parts[k].state == PART_MISSING)
            find_missing(auditing, &strangers, &audit->parts[k]);
    id_map_free(&strangers.map);
    free(strangers.numbers);
    return good;
}

/* What nobody has listed. */
static void add_strangers(struct auditing *auditing)
{
    const struct store *store = auditing->store;
    struct audit *audit = auditing->audit;

    for (size_t k = 0; k < store->count; k++) {
        const char *path = store->list[k].path;
        if (!is_stranger(auditing, k))
            continue;
        report(auditing, CATALOGUE_ARCHIVE_PART_ADDED, path, "", "");
        audit->parts[audit->count++] = (struct part){ .path = path,
            .state = PART_ADDED };
    }
}

static void look_at_all(struct auditing *auditing)
{
    const struct statement *statement = auditing->statement;

    for (size_t k = 0; k < statement->count; k++)
        look_at(auditing, &statement->files[k]);
    if (find_all_missing(auditing))
        add_strangers(auditing);
    else
        findings_out_of_memory(auditing->findings);
}

struct audit *audit_make(const struct store *store,
    const struct statement *statement, struct findings *findings)
{
    struct audit *audit = calloc(1, sizeof *audit);
    struct auditing auditing = { .store = store, .statement = statement,
        .findings = findings, .audit = audit,
        .seen = calloc(store->count + 1, sizeof (bool)) };

    if (audit)
        audit->parts = calloc(statement->count + store->count + 1,
            sizeof *audit->parts);
    if (audit && audit->parts && auditing.seen) {
        look_at_all(&auditing);
    } else {
        findings_out_of_memory(findings);
        audit_free(audit);
        audit = NULL;
    }
    free(auditing.seen);
    return audit;
}

void audit_free(struct audit *audit)
{
    if (!audit)
        return;
    free(audit->parts);
    free(audit);
}

/* --- the manifest's own digest ---------------------------------------- */

/* As sha256sum prints it. */
static void print_line(const struct statement *statement,
    char line[DIGEST_LINE_MAX])
{
    char digest[DIGEST_TEXT_SIZE];

    snprintf(line, DIGEST_LINE_MAX, "%s  " ARCHIVE_MANIFEST "\n",
        digest_text(buffer_string(&statement->text), statement->text.length,
        digest));
}

void audit_manifest(const struct store *store,
    const struct statement *statement, struct findings *findings)
{
    const struct auditing auditing = { .store = store, .findings = findings };
    const struct stored *stored = store_find(store, ARCHIVE_MANIFEST_DIGEST);
    struct buffer there = BUFFER_EMPTY;
    char line[DIGEST_LINE_MAX];

    print_line(statement, line);
    int fault = stored && stored->kind == STORED_FILE
        ? store_load(store, stored, DIGEST_LINE_MAX, &there) : ENOENT;
    if (fault == ENOENT)
        report(&auditing, CATALOGUE_ARCHIVE_PART_MISSING,
            ARCHIVE_MANIFEST_DIGEST, "", "");
    else if (fault && fault != EFBIG)
        report_fault(&auditing, ARCHIVE_MANIFEST_DIGEST, fault);
    else if (fault || there.length != strlen(line)
        || memcmp(buffer_string(&there), line, there.length) != 0)
        findings_add(findings, CATALOGUE_MANIFEST_CHANGED, nowhere, NULL,
            NULL);
    buffer_free(&there);
}
