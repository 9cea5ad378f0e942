/* The files of an archive, collected with their digests. */

#include "10_archive/archive.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "0_base/phrases.h"
#include "8_formats/zip.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))
#define NO_FOLDER PHRASE_COUNT

static const struct {
    const char *name;
    enum phrase folder;
} role_rows[ARCHIVE_ROLE_COUNT] = {
    [ARCHIVE_RECORD] = { "record", NO_FOLDER },
    [ARCHIVE_ATTACHMENT] = { "attachment", PHRASE_ARCHIVE_ATTACHMENTS },
    [ARCHIVE_SET] = { "set", PHRASE_ARCHIVE_ATTACHMENTS },
    [ARCHIVE_REPORT] = { "report", PHRASE_ARCHIVE_ATTACHMENTS },
    [ARCHIVE_DATA] = { "data", PHRASE_ARCHIVE_DATA },
    [ARCHIVE_PREVIOUS] = { "previous", PHRASE_ARCHIVE_PREVIOUS },
    [ARCHIVE_SUBMISSION] = { "submission", PHRASE_ARCHIVE_DATA },
    [ARCHIVE_DOCUMENT] = { "document", PHRASE_ARCHIVE_DATA },
    [ARCHIVE_RULE] = { "rule", PHRASE_ARCHIVE_RULES },
    [ARCHIVE_ADDED] = { "added", PHRASE_ARCHIVE_ADDED },
    [ARCHIVE_DIGESTS] = { "digests", NO_FOLDER },
};

/* Registered with IANA, but for those of OFD and RELAX NG, which have none. */
static const struct {
    const char *ending, *type;
} media_rows[] = {
    { ".pdf", "application/pdf" },
    { ".json", "application/json" },
    { ".xml", "application/xml" },
    { ".rng", "application/xml" },
    { ".xsl", "application/xslt+xml" },
    { ".html", "text/html" },
    { ".txt", "text/plain" },
    { ".sha256", "text/plain" },
    { ".sm3", "text/plain" },
    { ".ofd", "application/ofd" },
    { ".png", "image/png" },
    { ".jpg", "image/jpeg" },
    { ".jpeg", "image/jpeg" },
    { ".tif", "image/tiff" },
    { ".tiff", "image/tiff" },
    { ".zip", "application/zip" },
    { ".docx", "application/vnd.openxmlformats-officedocument"
        ".wordprocessingml.document" },
    { ".xlsx", "application/vnd.openxmlformats-officedocument"
        ".spreadsheetml.sheet" },
};

const char *archive_role_name(enum archive_role role)
{
    return role_rows[role].name;
}

const char *archive_media_type(const char *path)
{
    const char *name = strrchr(path, '/');
    const char *ending = strrchr(name ? name : path, '.');

    for (size_t k = 0; ending && k < COUNT(media_rows); k++)
        if (strcasecmp(ending, media_rows[k].ending) == 0)
            return media_rows[k].type;
    return "application/octet-stream";
}

struct archive *archive_new(void)
{
    return calloc(1, sizeof (struct archive));
}

void archive_free(struct archive *archive)
{
    if (!archive)
        return;
    for (size_t k = 0; k < archive->count; k++) {
        free(archive->files[k].path);
        free(archive->files[k].title);
        buffer_free(&archive->files[k].bytes);
    }
    free(archive->files);
    id_map_free(&archive->paths);
    buffer_free(&archive->manifest);
    buffer_free(&archive->digest);
    free(archive);
}

static void print_path(const struct archive_source *source,
    struct buffer *out)
{
    enum phrase folder = role_rows[source->role].folder;

    if (folder != NO_FOLDER)
        buffer_printf(out, "%s/", phrase_text(folder, LANGUAGE_ZH));
    buffer_add_string(out, source->name);
}

/* Letters of ASCII alone: names that come from data are told apart by those
 * who give them (names.h). */
static uint64_t path_key(const char *path)
{
    uint64_t key = 0;

    for (; *path; path++)
        key = id_map_chain(key, *path >= 'A' && *path <= 'Z'
            ? (unsigned char)(*path | 0x20) : (unsigned char)*path);
    return key;
}

const struct archive_file *archive_find(const struct archive *archive,
    const char *path)
{
    uint32_t id;

    return id_map_find(&archive->paths, path_key(path), &id)
        ? &archive->files[id] : NULL;
}

/* Takes the path and the bytes. */
static bool keep_file(struct archive *archive,
    const struct archive_source *source, char *path, struct buffer *bytes,
    const struct archive_listed *listed)
{
    char *title = source->title ? strdup(source->title) : NULL;
    uint32_t id;
    struct archive_file *files = source->title && !title ? NULL
        : id_map_list(&archive->paths, path_key(path), archive->files,
            &archive->room, sizeof *files, &id);

    if (!files) {
        free(title);
        return false;
    }
    archive->files = files;
    archive->count = archive->paths.count;
    struct archive_file *file = &files[id];
    *file = (struct archive_file){ .role = source->role, .path = path,
        .title = title, .pages = source->pages, .bytes = *bytes,
        .size = listed->size };
    snprintf(file->sha256, sizeof file->sha256, "%s", listed->sha256);
    snprintf(file->sm3, sizeof file->sm3, "%s", listed->sm3);
    *bytes = (struct buffer)BUFFER_EMPTY;
    return true;
}

static bool add(struct archive *archive, const struct archive_source *source,
    struct buffer *bytes, const struct archive_listed *listed,
    struct findings *findings)
{
    struct buffer text = BUFFER_EMPTY;
    print_path(source, &text);
    char *path = buffer_take(&text);

    archive->failed = archive->failed || !path || bytes->failed;
    if (!archive->failed && archive_find(archive, path)) {
        findings_add(findings, CATALOGUE_ARCHIVE_PATH_TWICE,
            (struct place){ 0, 0 }, NULL, "path", path, NULL);
        buffer_free(bytes);
        free(path);
        return false;
    }
    if (!archive->failed && !keep_file(archive, source, path, bytes, listed))
        archive->failed = true;
    if (archive->failed) {
        free(path);
        buffer_free(bytes);
        findings_out_of_memory(findings);
    }
    return !archive->failed;
}

bool archive_add(struct archive *archive, const struct archive_source *source,
    struct buffer *bytes, struct findings *findings)
{
    char sha256[DIGEST_TEXT_SIZE], sm3[DIGEST_TEXT_SIZE];

    return add(archive, source, bytes, &(struct archive_listed){
        .size = bytes->length,
        .sha256 = digest_text(buffer_string(bytes), bytes->length, sha256),
        .sm3 = digest_sm3(buffer_string(bytes), bytes->length, sm3) },
        findings);
}

bool archive_list(struct archive *archive, const struct archive_source *source,
    const struct archive_listed *listed, struct findings *findings)
{
    struct buffer nothing = BUFFER_EMPTY;

    return add(archive, source, &nothing, listed, findings);
}

/* As sha256sum prints it. */
static void print_sha256(const struct archive_file *file, struct buffer *out)
{
    buffer_printf(out, "%s  %s\n", file->sha256, file->path);
}

/* As cksum -a sm3 prints it. */
static void print_sm3(const struct archive_file *file, struct buffer *out)
{
    buffer_printf(out, "SM3 (%s) = %s\n", file->path, file->sm3);
}

bool archive_add_digests(struct archive *archive, struct findings *findings)
{
    static const struct {
        const char *name;
        void (*print)(const struct archive_file *file, struct buffer *out);
    } lists[] = { { ARCHIVE_SHA256_LIST, print_sha256 },
        { ARCHIVE_SM3_LIST, print_sm3 } };
    size_t count = archive->count;
    bool good = true;

    for (size_t n = 0; good && n < COUNT(lists); n++) {
        struct buffer list = BUFFER_EMPTY;
        for (size_t k = 0; k < count; k++)
            lists[n].print(&archive->files[k], &list);
        good = archive_add(archive, &(struct archive_source){
            .role = ARCHIVE_DIGESTS, .name = lists[n].name }, &list,
            findings);
    }
    return good;
}

void archive_seal(struct archive *archive, struct buffer *manifest)
{
    char digest[DIGEST_TEXT_SIZE];

    archive->manifest = *manifest;
    *manifest = (struct buffer)BUFFER_EMPTY;
    buffer_printf(&archive->digest, "%s  %s\n",
        digest_text(buffer_string(&archive->manifest),
            archive->manifest.length, digest), ARCHIVE_MANIFEST);
    archive->failed = archive->failed || archive->manifest.failed
        || archive->digest.failed;
}

static void store(struct zip *zip, const char *path,
    const struct buffer *bytes)
{
    zip_store(zip, path, buffer_string(bytes), bytes->length);
}

bool archive_print_zip(const struct archive *archive, struct buffer *out)
{
    struct zip zip;

    zip_start(&zip, NULL, out);
    store(&zip, ARCHIVE_MANIFEST, &archive->manifest);
    store(&zip, ARCHIVE_MANIFEST_DIGEST, &archive->digest);
    for (size_t k = 0; k < archive->count; k++)
        store(&zip, archive->files[k].path, &archive->files[k].bytes);
    return zip_finish(&zip);
}
