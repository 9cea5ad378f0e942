/* Which paths stay in an archive. */

#include "10_archive/inside.h"

#include <string.h>

#include "0_base/id_map.h"
#include "0_base/utf8.h"

/* Readable characters that mean no way to another place. */
static bool has_good_letters(const char *path, size_t length)
{
    unsigned code;
    size_t size;

    for (size_t at = 0; at < length; at += size) {
        size = utf8_read(path + at, length - at, &code);
        if (size == 0 || code < 0x20 || (code >= 0x7F && code < 0xA0)
            || code == '\\' || code == ':')
            return false;
    }
    return true;
}

static bool is_good_step(const char *step, size_t length)
{
    return length > 0 && !(length == 1 && *step == '.')
        && !(length == 2 && strncmp(step, "..", 2) == 0);
}

bool path_is_inside(const char *path)
{
    size_t length = strlen(path);
    const char *step = path;

    if (length > INSIDE_LENGTH_MAX || !has_good_letters(path, length))
        return false;
    for (;;) {
        size_t size = strcspn(step, "/");
        if (!is_good_step(step, size))
            return false;
        if (!step[size])
            return true;
        step += size + 1;
    }
}

/* Letters of ASCII: of the others no two systems think alike. */
uint64_t path_key_folded(const char *path)
{
    uint64_t key = 0;

    for (; *path; path++) {
        unsigned char byte = (unsigned char)*path;
        key = id_map_chain(key, byte >= 'A' && byte <= 'Z' ? byte | 0x20u
            : byte);
    }
    return key;
}

void path_show(const char *path, struct buffer *out)
{
    size_t length = strlen(path);
    size_t size;

    for (size_t at = 0; at < length; at += size) {
        size = utf8_read(path + at, length - at, NULL);
        if (size > 0) {
            buffer_add(out, path + at, size);
            continue;
        }
        buffer_printf(out, "\\x%02X", (unsigned char)path[at]);
        size = 1;
    }
}
