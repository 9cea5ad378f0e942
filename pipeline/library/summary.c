/*
 * jixiao_summary_*(): the records of many data files, what they have in common,
 * and the files that are made of them.  summaries/ has each kind of file.
 */

#define _XOPEN_SOURCE 700       /* realpath() */

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "0_base/listed.h"
#include "0_base/utf8.h"
#include "15_summary/copies.h"
#include "library/data_folder.h"
#include "library/summaries/signed.h"
#include "library/summaries/summaries.h"
#include "library/summaries/written.h"

#define BEGINNING_MAX 32

static const struct summary_kind kinds[] = {
    { ".html", summary_write_html, NULL },
    { ".csv", summary_write_csv, NULL },
    { ".xlsx", summary_write_workbook, NULL },
    { ".json", summary_write_json, "{\n  \"program\": \"jixiao " },
    { RECORDS_ENDING, summary_write_records, "{\"program\":\"jixiao " },
};

struct jixiao_summary *jixiao_summary_new(struct jixiao_findings *findings)
{
    struct jixiao_summary *summary = calloc(1, sizeof *summary);

    if (summary) {
        summary->records = summary_new();
        summary->found = findings_new();
    }
    if (summary && summary->records && summary->found)
        return summary;
    jixiao_findings_out_of_memory(findings);
    jixiao_summary_free(summary);
    return NULL;
}

void jixiao_summary_free(struct jixiao_summary *summary)
{
    if (!summary)
        return;
    summary_free(summary->records);
    findings_free(summary->found);
    shards_free(&summary->shards);
    free(summary);
}

void jixiao_summary_set_shard(struct jixiao_summary *summary, size_t number,
    size_t count)
{
    summary->shard = number;
    summary->shard_count = count;
}

bool jixiao_summary_add(struct jixiao_summary *summary,
    struct jixiao_record *record, struct jixiao_findings *findings)
{
    bool good = summary_add(summary->records, (struct record *)record);

    if (!good)
        jixiao_findings_out_of_memory(findings);
    return good;
}

/* --- what they have in common ------------------------------------------- */

/* The lexicon of the first edition that there is. */
static const struct lexicon *find_lexicon(struct jixiao *jixiao,
    const struct summary *summary, struct findings *findings)
{
    const char *name = summary_edition(summary);
    struct edition *edition = name ? jixiao_find_edition(jixiao, name,
        findings) : NULL;
    return edition ? edition_lexicon(edition, findings) : NULL;
}

bool jixiao_summary_finish(struct jixiao *jixiao,
    struct jixiao_summary *summary, struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);

    if (!summary_finish(summary->records, summary->found)
        || !shards_tell(&summary->shards, summary->found)) {
        findings_out_of_memory(list);
        return false;
    }
    const struct lexicon *lexicon = find_lexicon(jixiao, summary->records,
        list);
    bool good = findings_worst(list) < LEVEL_SYSTEM && (!lexicon
        || copies_find(summary->records, lexicon, summary->found));
    findings_set_file(summary->found, NULL);
    findings_append(list, summary->found);
    return good && !findings_lack_memory(summary->found)
        && !findings_lack_memory(list);
}

/* --- files -------------------------------------------------------------- */

/* The k-th ending of a table, or of a circular; NULL after the last. */
static const char *get_ending(bool is_circular, size_t k)
{
    if (is_circular)
        return k < FORMAT_COUNT ? format_rows[k].extension : NULL;
    return k < sizeof kinds / sizeof *kinds ? kinds[k].ending : NULL;
}

/* The number of the ending that a file has; SIZE_MAX with a finding. */
static size_t find_kind(const struct jixiao_summary_file *file,
    struct findings *findings)
{
    struct buffer allowed = BUFFER_EMPTY;
    const char *ending;

    for (size_t k = 0; (ending = get_ending(file->is_circular, k)); k++) {
        if (utf8_ends_with(file->path, ending)) {
            buffer_free(&allowed);
            return k;
        }
        listed_add(&allowed, ending);
    }
    findings_add(findings, CATALOGUE_SUMMARY_UNKNOWN, (struct place){ 0, 0 },
        NULL, "name", file->path, "allowed", buffer_string(&allowed), NULL);
    if (allowed.failed)
        findings_out_of_memory(findings);
    buffer_free(&allowed);
    return SIZE_MAX;
}

/* Whether a pipe or a link that leads nowhere has the name, or what else is no
 * file; a folder is found where it is written to. */
static bool is_no_file(const char *path)
{
    struct stat status;

    return lstat(path, &status) == 0
        && (stat(path, &status) != 0
            || !(S_ISREG(status.st_mode) || S_ISDIR(status.st_mode)));
}

/* A name too few, as in --summary *.json, makes a data file a summary's:
 * whether a file begins so, or is empty, or not there. */
static bool begins(const char *path, const char *beginning)
{
    char head[BEGINNING_MAX];
    int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

    if (file < 0)
        return true;
    ssize_t length = read(file, head, strlen(beginning));
    close(file);
    return length <= 0 || ((size_t)length == strlen(beginning)
        && memcmp(head, beginning, (size_t)length) == 0);
}

bool jixiao_summary_check(const struct jixiao_summary_file *file,
    struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);
    size_t kind = find_kind(file, list);

    if (kind == SIZE_MAX || !signed_check(file->sender,
            file->date, list))
        return false;
    const char *beginning = file->is_circular ? NULL : kinds[kind].beginning;
    if (!is_no_file(file->path) && (!beginning
            || begins(file->path, beginning)))
        return true;
    findings_add(list, CATALOGUE_SUMMARY_IN_PLACE, (struct place){ 0, 0 },
        NULL, "name", file->path, NULL);
    return false;
}

/* Whole or not at all, in place of one that is there.  The path is of no
 * link. */
static bool save_at(const char *path, const struct jixiao_summary_file *file,
    const struct buffer *bytes, struct findings *findings)
{
    /* Nobody edits records. */
    bool may_be_edited = !utf8_ends_with(file->path, RECORDS_ENDING);
    struct data_folder to;

    if (!data_folder_open(&to, path, findings))
        return false;
    int fault = data_folder_clear(&to);
    if (fault == 0 && may_be_edited && !file->overwrite)
        fault = written_keep(&to.folder, to.name, bytes, findings);
    if (fault == 0)
        fault = folder_write(&to.folder, DATA_ON_THE_WAY, bytes, 0);
    if (fault == 0 && may_be_edited)
        fault = written_note(&to.folder, to.name, bytes);
    if (fault == 0 && (fault = folder_rename(&to.folder, DATA_ON_THE_WAY,
            to.name)) != 0)
        written_forget(&to.folder, to.name);
    if (fault)
        folder_remove(&to.folder, DATA_ON_THE_WAY);
    else
        fault = folder_sync(&to.folder);
    if (fault == ENOMEM)
        findings_out_of_memory(findings);
    else if (fault)
        folder_report(fault, to.name, bytes->length, to.folder.path,
            findings);
    data_folder_close(&to, fault != 0);
    return fault == 0;
}

/* A link stays, and what it leads to is written. */
static bool save(const struct jixiao_summary_file *file,
    const struct buffer *bytes, struct findings *findings)
{
    struct stat status;
    char *behind = lstat(file->path, &status) == 0
        && S_ISLNK(status.st_mode) ? realpath(file->path, NULL) : NULL;
    bool good = save_at(behind ? behind : file->path, file, bytes, findings);

    free(behind);
    return good;
}

bool jixiao_summary_write(struct jixiao *jixiao,
    const struct jixiao_summary *summary,
    const struct jixiao_summary_file *file,
    struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);
    size_t kind = find_kind(file, list);
    struct summary_writing writing = { .jixiao = jixiao,
        .summary = summary->records, .found = summary->found,
        .path = file->path, .verify = file->verify, .sender = file->sender,
        .date = file->date, .findings = list, .shard = summary->shard,
        .shard_count = summary->shard_count };
    struct buffer bytes = BUFFER_EMPTY;

    /* It goes to all units, and may not be of some; a finding has said so. */
    if (kind == SIZE_MAX || (file->is_circular && summary->shards.lacks))
        return false;
    bool good = fields_collect(summary->records, &writing.fields);
    if (!good)
        findings_out_of_memory(list);
    good = good && (file->is_circular
        ? summary_write_circular(&writing, (enum format)kind, &bytes)
        : kinds[kind].write(&writing, &bytes));
    if (bytes.failed) {
        findings_out_of_memory(list);
        good = false;
    }
    good = good && save(file, &bytes, list);
    fields_free(&writing.fields);
    buffer_free(&bytes);
    return good;
}
