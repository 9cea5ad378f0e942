/* What kind of file bytes are of, by what stands in them. */

#include "1_read/kinds.h"

#include <stdbool.h>
#include <string.h>

static const struct kind kinds[] = {
#define F(first, inside, zh, en) \
    { first, inside, sizeof first - 1, sizeof inside - 1, { zh, en } },
#include "1_read/files.def"
#undef F
};

static bool has_inside(const struct kind *kind, const char *bytes,
    size_t length)
{
    const char *end = bytes + length;

    while (kind->inside_size && (size_t)(end - bytes) >= kind->inside_size) {
        bytes = memchr(bytes, kind->inside[0],
            (size_t)(end - bytes) - kind->inside_size + 1);
        if (!bytes)
            return false;
        if (memcmp(bytes, kind->inside, kind->inside_size) == 0)
            return true;
        bytes++;
    }
    return kind->inside_size == 0;
}

const struct kind *kind_of_file(const char *bytes, size_t length)
{
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        if (length >= kinds[k].first_size
            && memcmp(bytes, kinds[k].first, kinds[k].first_size) == 0
            && has_inside(&kinds[k], bytes, length))
            return &kinds[k];
    return NULL;
}
