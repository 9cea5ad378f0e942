/* One entry of a ZIP file, its row in the directory compared with the header
 * before its bytes, so that the two cannot say different things. */

#include "10_archive/zip_entry.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/fault.h"
#include "0_base/utf8.h"
#include "10_archive/inside.h"
#include "10_archive/store_kinds.h"
#include "8_formats/zip.h"

#define LOCAL_MARK 0x04034B50u
#define CENTRAL_MARK 0x02014B50u
#define BEHIND_MARK 0x08074B50u

/* Bytes of the fixed parts (4.3.7, 4.3.12, 4.3.9). */
#define LOCAL_SIZE 30
#define CENTRAL_SIZE 46
#define BEHIND_SIZE 16

#define FLAG_LEVEL 0x0006u      /* how hard deflate has tried */
#define FLAG_BEHIND 0x0008u     /* checksum and sizes are behind the bytes */
#define FLAG_UTF8 0x0800u
#define METHOD_STORED 0u
#define METHOD_DEFLATED 8u

static const struct place nowhere = { 0, 0 };

/* A row of the directory, taken apart. */
struct entry {
    char *name;                 /* of a folder without the "/" behind it */
    size_t length;              /* of the name in the file */
    bool is_folder;
    unsigned flags, method;
    uint32_t crc, packed, size;
    uint64_t data, end;         /* of the bytes; of all that belongs to it */
};

uint32_t zip_number(const unsigned char *at, int size)
{
    uint32_t value = 0;

    while (size-- > 0)
        value = value << 8 | at[size];
    return value;
}

bool zip_report(const struct zip_file *zip, enum catalogue id,
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

bool zip_report_fault(const struct zip_file *zip, int fault)
{
    char reason[FAULT_TEXT_SIZE];

    if (fault == ENOMEM)
        findings_out_of_memory(zip->findings);
    else
        findings_add(zip->findings, CATALOGUE_ARCHIVE_UNREADABLE, nowhere,
            NULL, "reason", fault_text(fault, reason), NULL);
    return false;
}

/* --- its name ------------------------------------------------------------ */

static bool check_name(const struct zip_file *zip, const struct entry *entry)
{
    size_t length = strlen(entry->name);

    if (entry->length == length + entry->is_folder
        && path_is_inside(entry->name))
        return true;
    return zip_report(zip,
        (entry->flags & FLAG_UTF8) || utf8_is_valid(entry->name)
        ? CATALOGUE_ARCHIVE_PATH_OUT : CATALOGUE_ZIP_NAMES, entry->name);
}

/* --- how it is packed ---------------------------------------------------- */

static bool is_beyond_measure(const struct zip_file *zip,
    const struct entry *entry)
{
    return entry->size > ZIP_UNPACKED_MAX || (!zip->store->is_own
        && zip->unpacked + entry->size
            > ZIP_GROWTH_MAX * zip->size + ZIP_GROWTH_FREE);
}

static bool check_packing(const struct zip_file *zip,
    const struct entry *entry)
{
    bool is_deflated = entry->method == METHOD_DEFLATED;

    if ((entry->flags & ~(FLAG_LEVEL | FLAG_BEHIND | FLAG_UTF8)) != 0
        || (!is_deflated && entry->method != METHOD_STORED)
        || (is_deflated && is_beyond_measure(zip, entry)))
        return zip_report(zip, CATALOGUE_ZIP_PACKED, entry->name);
    if ((!is_deflated && entry->packed != entry->size)
        || (is_deflated && entry->packed == 0)
        || (entry->is_folder && entry->size > 0))
        return zip_report(zip, CATALOGUE_ZIP_DISAGREES, entry->name);
    return true;
}

/* --- the two headers ----------------------------------------------------- */

static bool has_same_sums(const unsigned char *at, const struct entry *entry)
{
    return zip_number(at, 4) == entry->crc
        && zip_number(at + 4, 4) == entry->packed
        && zip_number(at + 8, 4) == entry->size;
}

/* Whether the header leaves checksum and sizes to what is behind the bytes, all
 * of them or but the size. */
static bool is_open(const unsigned char *at, const struct entry *entry)
{
    uint32_t size = zip_number(at + 8, 4);

    return (entry->flags & FLAG_BEHIND) && zip_number(at, 4) == 0
        && zip_number(at + 4, 4) == 0 && (size == 0 || size == entry->size);
}

/* Version, flags, method and time are the same, and so are checksum, sizes and
 * the name. */
static bool is_same_header(const unsigned char *local,
    const unsigned char *central, const struct entry *entry)
{
    return zip_number(local, 4) == LOCAL_MARK
        && memcmp(local + 4, central + 6, 10) == 0
        && (is_open(local + 14, entry) || has_same_sums(local + 14, entry))
        && zip_number(local + 26, 2) == entry->length
        && memcmp(local + LOCAL_SIZE, central + CENTRAL_SIZE, entry->length)
        == 0;
}

/* What is behind the bytes where a flag says so; 0 or the errno, EBADMSG where
 * it says something else. */
static int check_behind(const struct zip_file *zip, struct entry *entry)
{
    unsigned char behind[BEHIND_SIZE];

    if (!(entry->flags & FLAG_BEHIND))
        return 0;
    int fault = store_read_at(zip->store->fd, entry->end, behind,
        sizeof behind);
    entry->end += BEHIND_SIZE;
    return fault || (zip_number(behind, 4) == BEHIND_MARK
        && has_same_sums(behind + 4, entry)) ? fault : EBADMSG;
}

/* Where its bytes begin and where all of it ends; 0 or the errno, EBADMSG where
 * the header does not agree with the directory. */
static int look_at_header(const struct zip_file *zip,
    const unsigned char *central, uint64_t offset, struct entry *entry)
{
    unsigned char local[LOCAL_SIZE + INSIDE_LENGTH_MAX + 1];
    int fault = store_read_at(zip->store->fd, offset, local,
        LOCAL_SIZE + entry->length);

    if (fault)
        return fault;
    if (zip_number(central + 42, 4) != offset
        || zip_number(central + 34, 2) != 0
        || !is_same_header(local, central, entry))
        return EBADMSG;
    entry->data = offset + LOCAL_SIZE + entry->length
        + zip_number(local + 28, 2);
    entry->end = entry->data + entry->packed;
    if (entry->end > zip->directory)
        return EBADMSG;
    fault = check_behind(zip, entry);
    return fault || entry->end <= zip->directory ? fault : EBADMSG;
}

/* --- listed -------------------------------------------------------------- */

/* Whether nothing is said that no entry needs: a comment, an extra field,
 * other attributes, another program's version; nor behind the bytes. */
static bool is_bare(const unsigned char *central, const struct entry *entry)
{
    static const unsigned char zeros[8];

    return memcmp(central + 30, zeros, sizeof zeros) == 0
        && zip_number(central + 4, 2) == ZIP_MADE_BY
        && zip_number(central + 6, 2) == ZIP_VERSION
        && zip_number(central + 38, 4) == ZIP_ATTRIBUTES
        && !(entry->flags & FLAG_BEHIND);
}

static void note_repacked(struct store *store, const unsigned char *central,
    const struct entry *entry)
{
    if (entry->method == METHOD_DEFLATED)
        store->repacked |= REPACKED_DEFLATED;
    if (entry->is_folder)
        store->repacked |= REPACKED_FOLDERS;
    if (!is_bare(central, entry))
        store->repacked |= REPACKED_EXTRAS;
}

/* The rest of the row; the name is NULL where memory ran out. */
static struct entry take_apart(const unsigned char *central)
{
    struct entry entry = { .length = zip_number(central + 28, 2),
        .flags = zip_number(central + 8, 2),
        .method = zip_number(central + 10, 2),
        .crc = zip_number(central + 16, 4),
        .packed = zip_number(central + 20, 4),
        .size = zip_number(central + 24, 4) };
    const char *name = (const char *)central + CENTRAL_SIZE;

    entry.is_folder = entry.length > 0 && name[entry.length - 1] == '/';
    entry.name = strndup(name, entry.length - entry.is_folder);
    return entry;
}

size_t zip_entry_size(const unsigned char *central, size_t length)
{
    if (length < CENTRAL_SIZE || zip_number(central, 4) != CENTRAL_MARK)
        return 0;
    size_t size = CENTRAL_SIZE + (size_t)zip_number(central + 28, 2)
        + zip_number(central + 30, 2) + zip_number(central + 32, 2);
    return size <= length ? size : 0;
}

bool zip_entry_add(struct zip_file *zip, const unsigned char *central,
    uint64_t *offset)
{
    struct entry entry = take_apart(central);

    if (!entry.name)
        return zip_report_fault(zip, ENOMEM);
    bool good = check_name(zip, &entry) && check_packing(zip, &entry);
    int fault = good ? look_at_header(zip, central, *offset, &entry) : 0;
    if (fault == EBADMSG)
        good = zip_report(zip, CATALOGUE_ZIP_DISAGREES, entry.name);
    else if (fault)
        good = zip_report_fault(zip, fault);
    if (!good) {
        free(entry.name);
        return false;
    }
    note_repacked(zip->store, central, &entry);
    zip->unpacked += entry.method == METHOD_DEFLATED ? entry.size : 0;
    *offset = entry.end;
    return store_add(zip->store, &(struct stored){ .path = entry.name,
            .kind = entry.is_folder ? STORED_FOLDER : STORED_FILE,
            .size = entry.size, .crc = entry.crc, .offset = entry.data,
            .packed = entry.method == METHOD_DEFLATED ? entry.packed : 0 })
        || zip_report_fault(zip, ENOMEM);
}
