/* The directory of an archive that is a ZIP file. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "10_archive/store_kinds.h"
#include "10_archive/zip_entry.h"

#define LOCAL_MARK 0x04034B50u
#define END_MARK 0x06054B50u
#define END_SIZE 22             /* of its fixed part (4.3.16) */
#define DIRECTORY_MAX (64u << 20)

/* The directory names all entries in the order of the file, and nothing of it
 * belongs to none. */
static bool list_entries(struct zip_file *zip, const unsigned char *bytes,
    size_t length, unsigned count)
{
    uint64_t offset = 0;
    size_t at = 0, size;

    for (; count > 0 && (size = zip_entry_size(bytes + at, length - at)) > 0;
        count--) {
        if (!zip_entry_add(zip, bytes + at, &offset))
            return false;
        at += size;
    }
    return (count == 0 && at == length && offset == zip->directory)
        || zip_report(zip, CATALOGUE_ZIP_BROKEN, "");
}

static bool read_directory(struct zip_file *zip, size_t length,
    unsigned count)
{
    unsigned char *bytes = malloc(length + 1);
    int fault = bytes ? store_read_at(zip->store->fd, zip->directory, bytes,
        length) : ENOMEM;
    bool good = fault ? zip_report_fault(zip, fault)
        : list_entries(zip, bytes, length, count);

    free(bytes);
    return good;
}

/* Whether the file begins as a ZIP does, though it does not end so. */
static bool begins_as_zip(const struct zip_file *zip)
{
    unsigned char mark[4];

    return zip->size >= sizeof mark
        && store_read_at(zip->store->fd, 0, mark, sizeof mark) == 0
        && zip_number(mark, 4) == LOCAL_MARK;
}

/* The end of the directory is the end of the file, and leads to where the
 * directory is. */
static bool is_good_end(struct zip_file *zip, const unsigned char *end)
{
    uint64_t length = zip_number(end + 12, 4);

    zip->directory = zip_number(end + 16, 4);
    return zip_number(end, 4) == END_MARK && zip_number(end + 4, 4) == 0
        && zip_number(end + 8, 2) == zip_number(end + 10, 2)
        && zip_number(end + 20, 2) == 0
        && length <= DIRECTORY_MAX
        && zip->directory + length + END_SIZE == zip->size;
}

bool store_list_zip(struct store *store, struct findings *findings)
{
    struct zip_file zip = { .store = store, .findings = findings };
    unsigned char end[END_SIZE];
    struct stat status;

    if (fstat(store->fd, &status) != 0)
        return zip_report_fault(&zip, errno);
    zip.size = (uint64_t)status.st_size;
    if (zip.size < END_SIZE)
        return zip_report(&zip, begins_as_zip(&zip) ? CATALOGUE_ZIP_BROKEN
            : CATALOGUE_ARCHIVE_NONE, "");
    int fault = store_read_at(store->fd, zip.size - END_SIZE, end, sizeof end);
    if (fault)
        return zip_report_fault(&zip, fault);
    if (!is_good_end(&zip, end))
        return zip_report(&zip, begins_as_zip(&zip)
                || zip_number(end, 4) == END_MARK
            ? CATALOGUE_ZIP_BROKEN : CATALOGUE_ARCHIVE_NONE, "");
    return read_directory(&zip, zip_number(end + 12, 4),
        zip_number(end + 8, 2));
}
