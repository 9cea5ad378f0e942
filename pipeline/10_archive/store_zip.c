/* The entries of an archive that is a ZIP file, each compared with its second
 * header, so that the two cannot say different things. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "0_base/fault.h"
#include "10_archive/inside.h"
#include "10_archive/store_kinds.h"

#define LOCAL_MARK 0x04034B50u
#define CENTRAL_MARK 0x02014B50u
#define END_MARK 0x06054B50u

/* Bytes of the fixed parts (4.3.7, 4.3.12, 4.3.16). */
#define LOCAL_SIZE 30
#define CENTRAL_SIZE 46
#define END_SIZE 22

/* Where both headers of an entry are the same: from the version that is needed
 * to the length of the extra field. */
#define COMMON_LOCAL 4
#define COMMON_CENTRAL 6
#define COMMON_SIZE 26

#define FLAG_UTF8 0x0800u
#define DIRECTORY_MAX (64u << 20)

static const struct place nowhere = { 0, 0 };

struct zip_file {
    struct store *store;
    uint64_t size, directory;   /* of the file; where the directory begins */
    struct findings *findings;
};

static uint32_t get(const unsigned char *at, int size)
{
    uint32_t value = 0;

    while (size-- > 0)
        value = value << 8 | at[size];
    return value;
}

/* As many bytes as are asked for; 0 or the errno. */
static int read_at(int fd, uint64_t offset, void *bytes, size_t length)
{
    size_t used = 0;

    while (used < length) {
        ssize_t count = pread(fd, (char *)bytes + used, length - used,
            (off_t)(offset + used));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return count < 0 ? errno : EIO;
        used += (size_t)count;
    }
    return 0;
}

static bool report(const struct zip_file *zip, enum catalogue id,
    const char *name)
{
    struct buffer shown = BUFFER_EMPTY;

    path_show(name, &shown);
    if (shown.failed)
        findings_out_of_memory(zip->findings);
    else
        findings_add(zip->findings, id, nowhere, NULL, "name",
            buffer_string(&shown), NULL);
    buffer_free(&shown);
    return false;
}

static bool report_fault(const struct zip_file *zip, int fault)
{
    char reason[FAULT_TEXT_SIZE];

    if (fault == ENOMEM)
        findings_out_of_memory(zip->findings);
    else
        findings_add(zip->findings, CATALOGUE_ARCHIVE_UNREADABLE, nowhere,
            NULL, "reason", fault_text(fault, reason), NULL);
    return false;
}

/* What stands in both headers: stored, of one size, its name in UTF-8. */
static bool is_plain(const unsigned char *common)
{
    return (get(common + 2, 2) & ~FLAG_UTF8) == 0 && get(common + 4, 2) == 0
        && get(common + 14, 4) == get(common + 18, 4);
}

/* Whether nothing is said that no entry needs: a comment, an extra field,
 * another disk, attributes, another program's version. */
static bool is_bare(const unsigned char *central)
{
    static const unsigned char zeros[12];

    return memcmp(central + 30, zeros, sizeof zeros) == 0
        && get(central + 4, 2) == get(central + 6, 2);
}

/* The header before the bytes of the entry says the same; 0 or the errno,
 * EBADMSG where it does not. */
static int compare_local(const struct zip_file *zip, uint64_t offset,
    const unsigned char *central, const char *name, size_t length)
{
    unsigned char local[LOCAL_SIZE + INSIDE_LENGTH_MAX];
    int fault = read_at(zip->store->fd, offset, local, LOCAL_SIZE + length);

    if (fault)
        return fault;
    return get(local, 4) == LOCAL_MARK
        && memcmp(local + COMMON_LOCAL, central + COMMON_CENTRAL,
            COMMON_SIZE) == 0
        && memcmp(local + LOCAL_SIZE, name, length) == 0 ? 0 : EBADMSG;
}

/* One entry, which must begin at *offset; that is then behind it.  Takes the
 * name. */
static bool add_entry(struct zip_file *zip, const unsigned char *central,
    char *name, uint64_t *offset)
{
    size_t length = strlen(name);
    struct stored stored = { .path = name, .kind = STORED_FILE,
        .size = get(central + 20, 4), .crc = get(central + 16, 4),
        .offset = *offset + LOCAL_SIZE + length };
    bool good = false;

    if (length != get(central + 28, 2) || !path_is_inside(name))
        report(zip, CATALOGUE_ARCHIVE_PATH_OUT, name);
    else if (!is_plain(central + COMMON_CENTRAL))
        report(zip, CATALOGUE_ZIP_PACKED, name);
    else if (!is_bare(central) || get(central + 42, 4) != *offset
        || stored.offset + stored.size > zip->directory)
        report(zip, CATALOGUE_ZIP_DISAGREES, name);
    else
        good = true;

    int fault = good ? compare_local(zip, *offset, central, name, length) : 0;
    if (fault == EBADMSG)
        good = report(zip, CATALOGUE_ZIP_DISAGREES, name);
    else if (fault)
        good = report_fault(zip, fault);
    if (!good) {
        free(name);
        return false;
    }
    *offset = stored.offset + stored.size;
    return store_add(zip->store, &stored) || report_fault(zip, ENOMEM);
}

/* The directory names all entries in the order of the file, and nothing of it
 * belongs to none. */
static bool list_entries(struct zip_file *zip, const unsigned char *bytes,
    size_t length, unsigned count)
{
    uint64_t offset = 0;
    size_t at = 0;

    while (count > 0 && at + CENTRAL_SIZE <= length) {
        const unsigned char *central = bytes + at;
        size_t size = get(central + 28, 2);
        if (get(central, 4) != CENTRAL_MARK
            || at + CENTRAL_SIZE + size > length)
            break;
        char *name = strndup((const char *)central + CENTRAL_SIZE, size);
        if (!name)
            return report_fault(zip, ENOMEM);
        if (!add_entry(zip, central, name, &offset))
            return false;
        at += CENTRAL_SIZE + size;
        count--;
    }
    return (count == 0 && at == length && offset == zip->directory)
        || report(zip, CATALOGUE_ZIP_BROKEN, "");
}

static bool read_directory(struct zip_file *zip, size_t length,
    unsigned count)
{
    unsigned char *bytes = malloc(length + 1);
    int fault = bytes ? read_at(zip->store->fd, zip->directory, bytes, length)
        : ENOMEM;
    bool good = fault ? report_fault(zip, fault)
        : list_entries(zip, bytes, length, count);

    free(bytes);
    return good;
}

/* Whether the file begins as a ZIP does, though it does not end so. */
static bool begins_as_zip(const struct zip_file *zip)
{
    unsigned char mark[4];

    return zip->size >= sizeof mark
        && read_at(zip->store->fd, 0, mark, sizeof mark) == 0
        && get(mark, 4) == LOCAL_MARK;
}

/* The end of the directory is the end of the file, and leads to where the
 * directory is. */
static bool is_good_end(struct zip_file *zip, const unsigned char *end)
{
    uint64_t length = get(end + 12, 4);

    zip->directory = get(end + 16, 4);
    return get(end, 4) == END_MARK && get(end + 4, 4) == 0
        && get(end + 8, 2) == get(end + 10, 2) && get(end + 20, 2) == 0
        && length <= DIRECTORY_MAX
        && zip->directory + length + END_SIZE == zip->size;
}

bool store_list_zip(struct store *store, struct findings *findings)
{
    struct zip_file zip = { .store = store, .findings = findings };
    unsigned char end[END_SIZE];
    struct stat status;

    if (fstat(store->fd, &status) != 0)
        return report_fault(&zip, errno);
    zip.size = (uint64_t)status.st_size;
    if (zip.size < END_SIZE)
        return report(&zip, begins_as_zip(&zip) ? CATALOGUE_ZIP_BROKEN
            : CATALOGUE_ARCHIVE_NONE, "");
    int fault = read_at(store->fd, zip.size - END_SIZE, end, sizeof end);
    if (fault)
        return report_fault(&zip, fault);
    if (!is_good_end(&zip, end))
        return report(&zip, begins_as_zip(&zip) || get(end, 4) == END_MARK
            ? CATALOGUE_ZIP_BROKEN : CATALOGUE_ARCHIVE_NONE, "");
    return read_directory(&zip, get(end + 12, 4), get(end + 8, 2));
}
