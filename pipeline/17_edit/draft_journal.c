/*
 * Steps of a draft, written to a file and read back.
 */

#define _DEFAULT_SOURCE         /* flock() */

#include "17_edit/draft_journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "0_base/phrases.h"

#define ENDING ".jixiao-edit"
#define ASIDE "-broken"
#define END "end\n"

static const char *const kinds[] = {
    [JOURNAL_DO] = "do", [JOURNAL_JOIN] = "join",
    [JOURNAL_UNDO] = "undo", [JOURNAL_REDO] = "redo",
};

#define KIND_COUNT (sizeof kinds / sizeof *kinds)

/* --- the file ------------------------------------------------------------- */

static char *path_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    struct buffer out = BUFFER_EMPTY;

    buffer_add(&out, path, (size_t)(name - path));
    buffer_printf(&out, ".%s" ENDING, name);
    return buffer_take(&out);
}

/* Whether another process has just removed what was opened. */
static bool is_gone(int fd)
{
    struct stat status;

    return fstat(fd, &status) == 0 && status.st_nlink == 0;
}

static int open_once(struct draft_journal *journal)
{
    journal->fd = open(journal->path, O_RDWR | O_CREAT | O_CLOEXEC
        | O_NOFOLLOW, 0600);
    if (journal->fd < 0)
        return errno;
    if (flock(journal->fd, LOCK_EX | LOCK_NB) == 0 && !is_gone(journal->fd))
        return 0;
    int fault = errno == EWOULDBLOCK ? EWOULDBLOCK : ESTALE;
    close(journal->fd);
    journal->fd = -1;
    return fault;
}

int draft_journal_open(struct draft_journal *journal, const char *path)
{
    *journal = (struct draft_journal)DRAFT_JOURNAL_NONE;
    journal->path = path_of(path);
    if (!journal->path)
        return ENOMEM;
    errno = 0;
    int fault = open_once(journal);
    if (fault == ESTALE)
        fault = open_once(journal);
    if (fault) {
        free(journal->path);
        journal->path = NULL;
    }
    return fault;
}

void draft_journal_close(struct draft_journal *journal, bool keep)
{
    if (!journal->path)
        return;
    if (!keep)
        unlink(journal->path);
    close(journal->fd);
    free(journal->path);
    *journal = (struct draft_journal)DRAFT_JOURNAL_NONE;
}

static int write_all(int fd, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t count = write(fd, bytes, length);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return count < 0 ? errno : EIO;
        bytes += count;
        length -= (size_t)count;
    }
    return 0;
}

/* Appends a record; what could not be written whole is taken back. */
static int append(struct draft_journal *journal, const struct buffer *record,
    bool is_synced)
{
    int fault = record->failed ? ENOMEM
        : lseek(journal->fd, (off_t)journal->length, SEEK_SET) < 0 ? errno
        : write_all(journal->fd, record->bytes, record->length);

    if (fault == 0 && is_synced && fdatasync(journal->fd) != 0)
        fault = errno;
    if (fault == 0)
        journal->length += record->length;
    else if (ftruncate(journal->fd, (off_t)journal->length) != 0)
        journal->has_base = false;
    return fault;
}

int draft_journal_clear(struct draft_journal *journal)
{
    journal->has_base = false;
    journal->length = 0;
    return ftruncate(journal->fd, 0) == 0 ? 0 : errno;
}

int draft_journal_set_aside(struct draft_journal *journal,
    struct buffer *other)
{
    buffer_printf(other, "%s" ASIDE, journal->path);
    if (other->failed)
        return ENOMEM;
    if (rename(journal->path, buffer_string(other)) != 0)
        return errno;
    close(journal->fd);
    return open_once(journal);
}

/* --- written -------------------------------------------------------------- */

int draft_journal_begin(struct draft_journal *journal,
    const struct draft *draft)
{
    struct buffer record = BUFFER_EMPTY;

    if (journal->has_base)
        return 0;
    int fault = draft_journal_clear(journal);
    buffer_printf(&record, "%s\nbase %zu\n",
        phrase_text(PHRASE_DRAFT_JOURNAL, LANGUAGE_ZH), draft->text.length);
    buffer_add(&record, draft->text.bytes, draft->text.length);
    buffer_add_string(&record, "\n");
    fault = fault ? fault : append(journal, &record, false);
    journal->has_base = fault == 0;
    buffer_free(&record);
    return fault;
}

static void add_splice(const struct splice *splice, bool is_undone,
    struct buffer *record)
{
    size_t removed = is_undone ? splice->inserted : splice->removed;
    size_t inserted = is_undone ? splice->removed : splice->inserted;

    buffer_printf(record, "%zu %zu %zu\n", splice->at, removed, inserted);
    buffer_add(record, splice->bytes + (is_undone ? 0 : splice->removed),
        inserted);
    buffer_add_char(record, '\n');
}

int draft_journal_add(struct draft_journal *journal, enum journal_step kind,
    const struct step *step)
{
    struct buffer record = BUFFER_EMPTY;
    size_t count = step->count;
    bool is_undone = kind == JOURNAL_UNDO;

    buffer_printf(&record, "%s %zu\n", kinds[kind], count);
    for (size_t k = 0; k < count; k++)
        add_splice(&step->list[is_undone ? count - 1 - k : k], is_undone,
            &record);
    buffer_add_string(&record, END);
    int fault = append(journal, &record, true);
    buffer_free(&record);
    return fault;
}

/* --- read back ------------------------------------------------------------ */

/* A place in the bytes of a journal. */
struct reader {
    const char *at, *end;
    bool is_cut;                /* it ends in the middle */
    bool failed;                /* memory ran out */
};

static bool read_line(struct reader *reader, char line[64])
{
    const char *end = memchr(reader->at, '\n',
        (size_t)(reader->end - reader->at));
    size_t length = end ? (size_t)(end - reader->at) : 0;

    reader->is_cut = reader->is_cut || !end;
    if (!end || length >= 64)
        return false;
    memcpy(line, reader->at, length);
    line[length] = '\0';
    reader->at = end + 1;
    return true;
}

/* Bytes, with the line end behind them. */
static const char *read_bytes(struct reader *reader, size_t length)
{
    const char *bytes = reader->at;

    if ((size_t)(reader->end - bytes) <= length) {
        reader->is_cut = true;
        return NULL;
    }
    reader->at += length + 1;
    return bytes[length] == '\n' ? bytes : NULL;
}

/* The numbers that blanks part, and nothing else, of a line. */
static bool read_numbers(const char *line, size_t *numbers, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        char *end;
        numbers[k] = strtoul(line, &end, 10);
        if (end == line || *end != (k + 1 < count ? ' ' : '\0'))
            return false;
        line = end + 1;
    }
    return true;
}

/* The number behind a word; false where that is another one. */
static bool read_count(const char *line, const char *word, size_t *count)
{
    size_t length = strlen(word);

    return strncmp(line, word, length) == 0 && line[length] == ' '
        && read_numbers(line + length + 1, count, 1);
}

static bool read_splice(struct reader *reader, struct draft *draft)
{
    char line[64];
    size_t numbers[3];

    if (!read_line(reader, line) || !read_numbers(line, numbers, 3))
        return false;
    const size_t at = numbers[0], removed = numbers[1], inserted = numbers[2];
    if (at > draft->text.length || removed > draft->text.length - at)
        return false;
    const char *bytes = read_bytes(reader, inserted);
    if (!bytes)
        return false;
    reader->failed = !draft_replace(draft, at, removed, bytes, inserted);
    return !reader->failed;
}

static bool read_splices(struct reader *reader, size_t count,
    struct draft *draft)
{
    char line[64];

    for (; count > 0; count--)
        if (!read_splice(reader, draft))
            return false;
    return read_line(reader, line) && strcmp(line, "end") == 0;
}

/* What was undone or done again is so once more, where the journal has it. */
static bool settle(struct draft *draft, enum journal_step kind)
{
    if (kind == JOURNAL_UNDO && draft_can_undo(draft)) {
        draft_cancel(draft);
        return draft_undo(draft);
    }
    if (kind == JOURNAL_REDO && draft_can_redo(draft)) {
        draft_cancel(draft);
        return draft_redo(draft);
    }
    return draft_commit(draft, kind == JOURNAL_JOIN);
}

static bool read_record(struct reader *reader, struct draft *draft)
{
    char line[64];
    size_t kind = 0, count = 0;

    if (!read_line(reader, line))
        return false;
    while (kind < KIND_COUNT && !read_count(line, kinds[kind], &count))
        kind++;
    bool good = kind < KIND_COUNT && read_splices(reader, count, draft);
    if (good)
        reader->failed = !settle(draft, (enum journal_step)kind);
    if (good && !reader->failed)
        return true;
    draft_cancel(draft);
    return false;
}

/* The text that was saved; EILSEQ where there is none. */
static int read_base(struct reader *reader, struct draft *draft)
{
    const char *first = memchr(reader->at, '\n',
        (size_t)(reader->end - reader->at));
    char line[64];
    size_t length;

    if (!first)
        return EILSEQ;
    reader->at = first + 1;
    if (!read_line(reader, line) || !read_count(line, "base", &length))
        return EILSEQ;
    const char *bytes = read_bytes(reader, length);
    if (!bytes)
        return reader->is_cut ? 0 : EILSEQ;
    return draft_begin(draft, bytes, length) ? 0 : ENOMEM;
}

/* All of the file. */
static int load(const struct draft_journal *journal, struct buffer *bytes)
{
    struct stat status;

    if (fstat(journal->fd, &status) != 0)
        return errno;
    char *room = buffer_room(bytes, (size_t)status.st_size);
    if (!room)
        return ENOMEM;
    ssize_t count = pread(journal->fd, room, (size_t)status.st_size, 0);
    if (count < 0)
        return errno;
    buffer_cut(bytes, (size_t)count);
    return 0;
}

/* All records, as far as they are whole. */
static int read_records(struct draft_journal *journal,
    struct reader *reader, const char *begin, struct draft *draft,
    size_t *count)
{
    journal->length = (size_t)(reader->at - begin);
    while (reader->at < reader->end) {
        if (!read_record(reader, draft))
            return reader->failed ? ENOMEM : reader->is_cut ? 0 : EILSEQ;
        journal->length = (size_t)(reader->at - begin);
        ++*count;
    }
    return 0;
}

static int read_all(struct draft_journal *journal, struct reader *reader,
    struct draft *draft, size_t *count)
{
    struct draft made = DRAFT_EMPTY;
    const char *begin = reader->at;
    int fault = read_base(reader, &made);

    if (fault == 0 && !made.text.length)        /* its base is cut */
        return 0;
    if (fault == 0)
        fault = read_records(journal, reader, begin, &made, count);
    if (fault) {
        draft_free(&made);
        return fault;
    }
    journal->has_base = true;
    draft_free(draft);
    *draft = made;
    return 0;
}

int draft_journal_read(struct draft_journal *journal, struct draft *draft,
    size_t *count)
{
    struct buffer bytes = BUFFER_EMPTY;
    int fault = load(journal, &bytes);

    *count = 0;
    if (fault == 0 && bytes.length > 0) {
        struct reader reader = { .at = bytes.bytes,
            .end = bytes.bytes + bytes.length };
        fault = read_all(journal, &reader, draft, count);
    }
    buffer_free(&bytes);
    return fault;
}
