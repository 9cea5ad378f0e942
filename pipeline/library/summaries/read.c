/*
 * jixiao_summary_read(): records that other runs have written, of a file or of
 * all such files in a folder.
 */

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/by_bytes.h"
#include "0_base/utf8.h"
#include "1_read/file.h"
#include "library/summaries/summaries.h"

#define MARK "\"program\":"      /* in each record */
#define SHARD_SHAPE "schemas/common/shard.schema.json"
#define RECORDS_LIMIT ((size_t)1 << 30) /* bytes of a file; a record has some
                                           twenty thousand */

static bool is_blank(const char *at, const char *stop)
{
    while (at < stop && strchr(" \t\r\n", *at))
        at++;
    return at == stop;
}

/* Whether any line is meant as a record, however badly it is one: it begins an
 * object, and has the mark. */
static bool has_records(const char *text)
{
    const char *line = text, *at = text;

    for (const char *mark = text; (mark = strstr(mark, MARK)) != NULL;
        mark += strlen(MARK)) {
        for (; at < mark; at++)
            line = *at == '\n' ? at + 1 : line;
        if (*line == '{')
            return true;
    }
    return false;
}

/* A line that is a record, or says which part those below it are of. */
static bool add_line(struct jixiao *jixiao, struct jixiao_summary *summary,
    const char *text, size_t length, unsigned line,
    struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);

    if (shards_is_line(text, length)) {
        const struct schema *shape = lines_shape(jixiao,
            &jixiao->shard_shape, SHARD_SHAPE, list);
        return shape && shards_read(&summary->shards, shape, text, length,
            line, list);
    }
    struct jixiao_record *record = jixiao_record_parse(jixiao, text, length,
        line, findings);
    return record && jixiao_summary_add(summary, record, findings);
}

/* Each line but blank ones; one that is no record is a finding, and stops
 * nothing. */
static bool add_lines(struct jixiao *jixiao, struct jixiao_summary *summary,
    const struct buffer *text, struct jixiao_findings *findings)
{
    const char *at = buffer_string(text), *end = at + text->length;
    bool good = true;

    for (unsigned line = 1; at < end; line++) {
        const char *feed = memchr(at, '\n', (size_t)(end - at));
        const char *stop = feed ? feed : end;
        if (!is_blank(at, stop))
            good = add_line(jixiao, summary, at, (size_t)(stop - at), line,
                findings) && good;
        at = stop + 1;
    }
    return good;
}

static bool report(enum catalogue id, const char *path,
    struct jixiao_findings *findings)
{
    findings_add(findings_inside(findings), id, (struct place){ 0, 0 }, NULL,
        "name", path, NULL);
    return false;
}

static bool read_records(struct jixiao *jixiao,
    struct jixiao_summary *summary, const char *path,
    struct jixiao_findings *findings)
{
    struct buffer text = BUFFER_EMPTY;

    jixiao_findings_set_file(findings, path);
    bool good = file_read(path, RECORDS_LIMIT, &text,
        findings_inside(findings));
    const char *bytes = buffer_string(&text);
    jixiao_findings_set_file(findings, good ? NULL : path);
    if (good && !has_records(bytes)
        && !is_blank(bytes, bytes + text.length)) {
        good = report(CATALOGUE_RECORDS_NONE, path, findings);
    } else if (good) {
        jixiao_findings_set_file(findings, path);
        good = add_lines(jixiao, summary, &text, findings);
    }
    buffer_free(&text);
    return good;
}

static int is_records(const struct dirent *entry)
{
    return entry->d_name[0] != '.'
        && utf8_ends_with(entry->d_name, RECORDS_ENDING);
}

/* Those in a folder, in the order of their names. */
static bool read_folder(struct jixiao *jixiao,
    struct jixiao_summary *summary, const char *path,
    struct dirent **entries, int count, struct jixiao_findings *findings)
{
    bool good = true;

    for (int k = 0; k < count; k++) {
        struct buffer name = BUFFER_EMPTY;
        buffer_printf(&name, "%s/%s", path, entries[k]->d_name);
        if (name.failed)
            jixiao_findings_out_of_memory(findings);
        good = !name.failed && read_records(jixiao, summary,
            buffer_string(&name), findings) && good;
        buffer_free(&name);
    }
    return good;
}

bool jixiao_summary_read(struct jixiao *jixiao,
    struct jixiao_summary *summary, const char *path,
    struct jixiao_findings *findings)
{
    struct dirent **entries;
    int count = scandir(path, &entries, is_records, by_bytes);
    bool good;

    if (count < 0 && errno == ENOMEM)
        jixiao_findings_out_of_memory(findings);
    if (count < 0)
        return read_records(jixiao, summary, path, findings);
    good = count ? read_folder(jixiao, summary, path, entries, count,
        findings) : report(CATALOGUE_RECORDS_MISSING, path, findings);
    for (int k = 0; k < count; k++)
        free(entries[k]);
    free(entries);
    return good;
}
