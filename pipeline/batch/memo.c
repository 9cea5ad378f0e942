/* Files of two digests, the key and that of the bytes behind it. */

#include "batch/memo.h"

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "0_base/by_bytes.h"
#include "batch/walk.h"

#define FOLDER ".jixiao"
#define DIGEST_LENGTH (DIGEST_TEXT_SIZE - 1)
#define HEAD_LENGTH (2 * (size_t)DIGEST_LENGTH)
#define NEW_ENDING ".new"

void memo_add_text(struct digest *digest, const char *text)
{
    digest_add(digest, text ? "+" : "-", 1);
    digest_add(digest, text ? text : "", text ? strlen(text) + 1 : 0);
}

/* A pipe would be waited for, and has its bytes once. */
static bool is_plain(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

static bool read_file(const char *path, struct buffer *bytes)
{
    FILE *in = is_plain(path) ? fopen(path, "rb") : NULL;
    char piece[1 << 14];
    size_t length;

    if (!in)
        return false;
    while ((length = fread(piece, 1, sizeof piece, in)) > 0)
        buffer_add(bytes, piece, length);
    bool good = !ferror(in) && !bytes->failed;
    fclose(in);
    return good;
}

/* The digest of a file, which may be larger than memory. */
static bool digest_file(const char *path, char text[DIGEST_TEXT_SIZE])
{
    FILE *in = is_plain(path) ? fopen(path, "rb") : NULL;
    char piece[1 << 14];
    struct digest digest;
    size_t length;

    if (!in)
        return false;
    digest_begin(&digest);
    while ((length = fread(piece, 1, sizeof piece, in)) > 0)
        digest_add(&digest, piece, length);
    bool good = !ferror(in);
    fclose(in);
    digest_end(&digest, text);
    return good;
}

bool memo_add_file(struct digest *digest, const char *path)
{
    char text[DIGEST_TEXT_SIZE];
    bool good = digest_file(path, text);

    memo_add_text(digest, good ? text : NULL);
    return good;
}

static void add_entry(struct digest *digest, const char *folder,
    const char *name)
{
    struct buffer text = BUFFER_EMPTY;
    struct stat status;

    buffer_printf(&text, "%s/%s", folder, name);
    bool good = !text.failed && lstat(buffer_string(&text), &status) == 0;
    buffer_clear(&text);
    if (good)
        buffer_printf(&text, "%jd %jd.%09ld", (intmax_t)status.st_size,
            (intmax_t)status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
    memo_add_text(digest, name);
    memo_add_text(digest, good ? buffer_string(&text) : NULL);
    buffer_free(&text);
}

void memo_add_state(struct digest *digest, const char *folder)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, NULL, by_bytes);

    for (int k = 0; k < count; k++) {
        if (strcmp(entries[k]->d_name, ".") != 0
            && strcmp(entries[k]->d_name, "..") != 0)
            add_entry(digest, folder, entries[k]->d_name);
        free(entries[k]);
    }
    free(entries);
    memo_add_text(digest, count < 0 ? NULL : "");
}

/* A folder that is linked may lead anywhere, and round in a circle. */
static void add_below(struct digest *digest, const char *path)
{
    if (!walk_is_folder(path))
        memo_add_file(digest, path);
    else if (walk_is_link(path))
        memo_add_state(digest, path);
    else
        memo_add_tree(digest, path);
}

void memo_add_tree(struct digest *digest, const char *folder)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, NULL, by_bytes);

    for (int k = 0; k < count; k++) {
        struct buffer path = BUFFER_EMPTY;
        const char *name = entries[k]->d_name;
        buffer_printf(&path, "%s/%s", folder, name);
        memo_add_text(digest, name);
        if (*name != '.')
            add_below(digest, buffer_string(&path));
        buffer_free(&path);
        free(entries[k]);
    }
    free(entries);
}

/* Where the memo of a data file is. */
static char *place(const char *output, const char *path)
{
    struct buffer file = BUFFER_EMPTY;
    char name[DIGEST_TEXT_SIZE];

    buffer_printf(&file, "%s/" FOLDER "/%s", output,
        digest_text(path, strlen(path), name));
    return buffer_take(&file);
}

static bool is_whole(const struct buffer *file, const char *key)
{
    char digest[DIGEST_TEXT_SIZE];

    return file->length >= HEAD_LENGTH
        && memcmp(file->bytes, key, DIGEST_LENGTH) == 0
        && memcmp(file->bytes + DIGEST_LENGTH, digest_text(
            file->bytes + HEAD_LENGTH, file->length - HEAD_LENGTH, digest),
            DIGEST_LENGTH) == 0;
}

bool memo_read(const char *output, const char *path, const char *key,
    struct buffer *bytes)
{
    struct buffer file = BUFFER_EMPTY;
    char *name = place(output, path);
    bool good = name && read_file(name, &file) && is_whole(&file, key);

    if (good)
        buffer_add(bytes, file.bytes + HEAD_LENGTH,
            file.length - HEAD_LENGTH);
    buffer_free(&file);
    free(name);
    return good;
}

static bool write_file(const char *path, const char *key, const char *bytes,
    size_t length)
{
    char digest[DIGEST_TEXT_SIZE];
    FILE *out = fopen(path, "wb");

    if (!out)
        return false;
    fwrite(key, 1, DIGEST_LENGTH, out);
    fwrite(digest_text(bytes, length, digest), 1, DIGEST_LENGTH, out);
    fwrite(bytes, 1, length, out);
    bool good = !ferror(out);
    return fclose(out) == 0 && good;
}

static void make_folders(const char *output)
{
    struct buffer folder = BUFFER_EMPTY;

    mkdir(output, 0777);
    buffer_printf(&folder, "%s/" FOLDER, output);
    if (!folder.failed)
        mkdir(buffer_string(&folder), 0777);
    buffer_free(&folder);
}

void memo_write(const char *output, const char *path, const char *key,
    const char *bytes, size_t length)
{
    struct buffer fresh = BUFFER_EMPTY;
    char *name = place(output, path);

    make_folders(output);
    buffer_printf(&fresh, "%s" NEW_ENDING, name ? name : "");
    if (name && !fresh.failed
        && (!write_file(buffer_string(&fresh), key, bytes, length)
            || rename(buffer_string(&fresh), name) != 0))
        unlink(buffer_string(&fresh));
    buffer_free(&fresh);
    free(name);
}
