/*
 * A workbook by libxlsxwriter, where it cannot do harm.
 *
 * It writes to a file in memory, and the parts one by one to the system's
 * temporary folder before.  Where memory runs out it would crash; so the most
 * that it can take is asked for beforehand and given back to it; other threads
 * may be faster.  Where that folder is full it would not notice; so what it has
 * made is read back.
 */

#define _GNU_SOURCE             /* memfd_create() */

#include "16_sheet/xlsx.h"

#include <errno.h>
#include <locale.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "0_base/fault.h"
#include "16_sheet/xlsx_parts.h"

#define DAY_OF_ALL 946684800    /* 2000-01-01: no workbook tells its time */
#define PATH_SIZE 40

enum outcome { MADE, LACKS_MEMORY, LACKS_ROOM };

static enum outcome fill(struct xlsx *xlsx)
{
    lxw_doc_properties properties = { .created = DAY_OF_ALL };

    xlsx_add_formats(xlsx);
    xlsx->failed = xlsx->failed
        || workbook_set_properties(xlsx->workbook, &properties);
    for (size_t k = 0; k < xlsx->book->count && !xlsx->failed; k++) {
        lxw_worksheet *to = workbook_add_worksheet(xlsx->workbook,
            xlsx->book->sheets[k].name);
        xlsx->failed = !to;
        if (to)
            xlsx_add_sheet(xlsx, to, &xlsx->book->sheets[k]);
    }
    if (xlsx->failed) {
        lxw_workbook_free(xlsx->workbook);
        return LACKS_MEMORY;
    }
    errno = 0;
    lxw_error error = workbook_close(xlsx->workbook);
    return error == LXW_NO_ERROR ? MADE
        : error == LXW_ERROR_MEMORY_MALLOC_FAILED ? LACKS_MEMORY : LACKS_ROOM;
}

/* Whether there is so much memory, of what malloc() keeps or of the system's,
 * which large_is_left() alone asks. */
static bool can_have(size_t size)
{
    void *volatile room = malloc(size);     /* no compiler leaves it out */
    bool is_there = room != NULL;

    free(room);
    return is_there;
}

static enum outcome write_to(struct xlsx *xlsx, const char *path)
{
    lxw_workbook_options options = { .tmpdir = NULL };

    if (!can_have(xlsx_room(xlsx->book)))
        return LACKS_MEMORY;
    xlsx->workbook = workbook_new_opt(path, &options);
    enum outcome outcome = xlsx->workbook ? fill(xlsx) : LACKS_MEMORY;
    if (outcome != MADE)
        return outcome;
    enum xlsx_whole whole = xlsx_check(path, &xlsx->counts);
    if (whole == XLSX_DAMAGED)
        errno = ENOSPC;
    return whole == XLSX_WHOLE ? MADE
        : whole == XLSX_DAMAGED ? LACKS_ROOM : LACKS_MEMORY;
}

static enum outcome take(int fd, struct buffer *out)
{
    struct stat status;
    ssize_t got = 0;

    if (fstat(fd, &status) != 0)
        return LACKS_ROOM;
    size_t left = (size_t)status.st_size, start = out->length;
    char *room = buffer_room(out, left);
    while (room && left > 0
        && (got = pread(fd, room, left, (off_t)status.st_size
            - (off_t)left)) > 0) {
        room += got;
        left -= (size_t)got;
    }
    if (!room)
        return LACKS_MEMORY;
    buffer_cut(out, start + (size_t)status.st_size - left);
    return left == 0 ? MADE : LACKS_ROOM;
}

static enum outcome make(struct xlsx *xlsx, struct buffer *out)
{
    char path[PATH_SIZE];
    int fd = memfd_create("workbook", MFD_CLOEXEC);

    if (fd < 0)
        return LACKS_ROOM;
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    enum outcome outcome = write_to(xlsx, path);
    int fault = errno;
    if (outcome == MADE)
        outcome = take(fd, out);
    else
        errno = fault;
    close(fd);
    return outcome;
}

/* Its names of temporary files and its day are the whole process's; figures
 * are those of the locale. */
static enum outcome make_alone(struct xlsx *xlsx, struct buffer *out)
{
    static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);

    if (!plain)
        return LACKS_MEMORY;
    pthread_mutex_lock(&one_at_a_time);
    locale_t before = uselocale(plain);
    enum outcome outcome = make(xlsx, out);
    int fault = errno;
    uselocale(before);
    pthread_mutex_unlock(&one_at_a_time);
    freelocale(plain);
    errno = fault;
    return outcome;
}

bool xlsx_write(const struct book *book, const struct resources *resources,
    struct buffer *out, struct findings *findings)
{
    struct xlsx xlsx = { .book = book };
    char reason[FAULT_TEXT_SIZE];
    bool good = xlsx_read_styles(&xlsx.styles, resources, findings)
        && xlsxwriter_open(findings);

    if (good) {
        enum outcome outcome = make_alone(&xlsx, out);
        int fault = errno;
        if (outcome == LACKS_MEMORY)
            findings_out_of_memory(findings);
        else if (outcome == LACKS_ROOM)
            findings_add(findings, CATALOGUE_BOOK_UNWRITTEN,
                (struct place){ 0, 0 }, NULL, "reason",
                fault_text(fault, reason), NULL);
        good = outcome == MADE;
    }
    buffer_free(&xlsx.text);
    xlsx_free_styles(&xlsx.styles);
    return good;
}
