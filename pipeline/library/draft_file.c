/* The data file on the disk beside the draft in memory. */

#include "library/draft_file.h"

#include <string.h>
#include <sys/stat.h>

#include "1_read/file.h"

#define MARK "\xEF\xBB\xBF"     /* a byte order mark, which is no text */

/* The text that was saved: the steps since then are undone for a moment. */
void draft_note_file(struct jixiao_draft *draft)
{
    struct draft *text = &draft->text;
    size_t since = text->saved < text->done ? text->done - text->saved : 0;

    for (size_t k = 0; k < since; k++)
        draft_undo(text);
    digest_text(text->text.bytes, text->text.length, draft->file.digest);
    for (size_t k = 0; k < since; k++)
        draft_redo(text);
    draft->file.changed = (struct timespec){ 0, 0 };
    draft->file.number = 0;
}

static bool has_digest(const struct buffer *bytes, const char *digest)
{
    size_t mark = bytes->length >= strlen(MARK)
        && memcmp(bytes->bytes, MARK, strlen(MARK)) == 0 ? strlen(MARK) : 0;
    char now[DIGEST_TEXT_SIZE];

    return strcmp(digest_text(buffer_string(bytes) + mark,
        bytes->length - mark, now), digest) == 0;
}

/* A file that cannot be read is another one. */
static bool is_other(const struct jixiao_draft *draft, const char *digest)
{
    struct findings *aside = findings_new();
    struct buffer bytes = BUFFER_EMPTY;
    bool is = !aside || !file_read(draft->path, JSON_SIZE_LIMIT, &bytes,
        aside) || !has_digest(&bytes, digest);

    buffer_free(&bytes);
    findings_free(aside);
    return is;
}

void draft_note_unsure(struct jixiao_draft *draft)
{
    const struct buffer *text = &draft->text.text;
    char digest[DIGEST_TEXT_SIZE];

    digest_text(text->bytes, text->length, digest);
    if (!is_other(draft, digest))
        memcpy(draft->file.digest, digest, sizeof digest);
}

bool draft_is_stale(struct jixiao_draft *draft)
{
    struct draft_file *file = &draft->file;
    struct stat status;

    if (stat(draft->path, &status) != 0)
        return true;
    if (status.st_mtim.tv_sec == file->changed.tv_sec
        && status.st_mtim.tv_nsec == file->changed.tv_nsec
        && status.st_size == file->size && status.st_ino == file->number)
        return file->is_stale;
    file->changed = status.st_mtim;
    file->size = status.st_size;
    file->number = status.st_ino;
    file->is_stale = is_other(draft, file->digest);
    return file->is_stale;
}
