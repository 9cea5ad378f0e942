/* Kinds of files and the bytes that they begin with. */

#include "10_archive/content.h"

#include <string.h>

#define COUNT(table) (sizeof (table) / sizeof *(table))
#define UNKNOWN "application/octet-stream"

/* ISO 32000-1, annex H.3.4.1: readers look for the mark of PDF so far. */
#define PDF_REACH 1024

enum kind { PDF, PNG, JPEG, TIFF, ZIP, NO_KIND };

static const char *const names[NO_KIND] = { "PDF", "PNG", "JPEG", "TIFF",
    "ZIP" };

static const struct {
    enum kind kind;
    const char *mark;
    size_t length, reach;       /* the mark begins before byte `reach` */
} marks[] = {
    { PDF, "%PDF-", 5, PDF_REACH },
    { PNG, "\x89PNG\r\n\x1A\n", 8, 1 },
    { JPEG, "\xFF\xD8\xFF", 3, 1 },
    { TIFF, "II*\0", 4, 1 },
    { TIFF, "MM\0*", 4, 1 },
    { TIFF, "II+\0", 4, 1 },
    { TIFF, "MM\0+", 4, 1 },
    { ZIP, "PK\x03\x04", 4, 1 },
    { ZIP, "PK\x05\x06", 4, 1 },
};

/* OFD and OOXML are a ZIP inside. */
static const struct {
    const char *type;
    enum kind kind;
} types[] = {
    { "application/pdf", PDF },
    { "image/png", PNG },
    { "image/jpeg", JPEG },
    { "image/tiff", TIFF },
    { "application/zip", ZIP },
    { "application/ofd", ZIP },
    { "application/vnd.openxmlformats-officedocument"
        ".wordprocessingml.document", ZIP },
    { "application/vnd.openxmlformats-officedocument"
        ".spreadsheetml.sheet", ZIP },
};

static bool has_mark(size_t row, const char *bytes, size_t length)
{
    for (size_t at = 0; at < marks[row].reach
        && at + marks[row].length <= length; at++)
        if (memcmp(bytes + at, marks[row].mark, marks[row].length) == 0)
            return true;
    return false;
}

static enum kind kind_of_bytes(const char *bytes, size_t length)
{
    for (size_t k = 0; k < COUNT(marks); k++)
        if (has_mark(k, bytes, length))
            return marks[k].kind;
    return NO_KIND;
}

static enum kind kind_of_type(const char *type)
{
    for (size_t k = 0; k < COUNT(types); k++)
        if (strcmp(type, types[k].type) == 0)
            return types[k].kind;
    return NO_KIND;
}

bool content_differs(const char *type, const char *bytes, size_t length,
    const char **found)
{
    enum kind is = kind_of_bytes(bytes, length);

    *found = is == NO_KIND ? NULL : names[is];
    return strcmp(type, UNKNOWN) != 0 && is != kind_of_type(type);
}
