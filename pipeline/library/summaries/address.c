/* The way from one file to another, by their names. */

#include "library/summaries/address.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

/* Takes "a" of "a/b" off; false after the last. */
static bool next_step(const char **path, size_t *length)
{
    *path += strspn(*path, "/");
    *length = strcspn(*path, "/");
    return *length > 0;
}

static void remove_step(struct buffer *out)
{
    size_t length = out->length;

    while (length && out->bytes[length - 1] != '/')
        length--;
    if (length)
        buffer_cut(out, length - 1);
}

static void add_steps(const char *path, struct buffer *out)
{
    size_t length;

    for (; next_step(&path, &length); path += length) {
        if (length == 2 && strncmp(path, "..", length) == 0)
            remove_step(out);
        else if (length != 1 || *path != '.')
            buffer_printf(out, "/%.*s", (int)length, path);
    }
}

/* From the root, without "." and "..". */
static void resolve(const char *path, struct buffer *out)
{
    char here[PATH_MAX];

    if (*path != '/' && getcwd(here, sizeof here))
        add_steps(here, out);
    add_steps(path, out);
}

/* The bytes of the folders that both have. */
static size_t common(const char *left, const char *right)
{
    size_t shared = 0;

    for (size_t k = 0; left[k] && left[k] == right[k]; k++)
        if (left[k + 1] == '/' && right[k + 1] == '/')
            shared = k + 1;
    return shared;
}

/* What may mean anything else in an address than itself is written by its
 * bytes. */
static void add_encoded(const char *path, struct buffer *out)
{
    for (; *path; path++) {
        unsigned byte = (unsigned char)*path;
        bool is_plain = (byte | 0x20) - 'a' < 26u || byte - '0' < 10u
            || strchr("/-_.~", (int)byte);
        buffer_printf(out, is_plain ? "%c" : "%%%02X", byte);
    }
}

void address_print(void *from, const char *path, struct buffer *out)
{
    struct buffer here = BUFFER_EMPTY, there = BUFFER_EMPTY;

    resolve(from, &here);
    resolve(path, &there);
    size_t shared = common(buffer_string(&here), buffer_string(&there));
    const char *up = buffer_string(&here) + shared;
    while ((up = strchr(up + 1, '/')))
        buffer_add_string(out, "../");
    if (there.length > shared)
        add_encoded(buffer_string(&there) + shared + 1, out);
    out->failed = out->failed || here.failed || there.failed;
    buffer_free(&here);
    buffer_free(&there);
}
