/* Second names for files that somebody edited. */

#include "9_bundle/edited.h"

#include <errno.h>
#include <string.h>

#include "0_base/phrases.h"
#include "9_bundle/names.h"

/* The n-th name, counted from 1, the mark before the ending. */
static void print_name(const char *name, unsigned n, struct buffer *out)
{
    struct buffer stem = BUFFER_EMPTY, mark = BUFFER_EMPTY;
    const char *dot = strrchr(name, '.');
    size_t length = dot && dot > name ? (size_t)(dot - name) : strlen(name);

    buffer_add(&stem, name, length);
    buffer_add_string(&mark, phrase_text(PHRASE_OPEN_BRACKET, LANGUAGE_ZH));
    buffer_add_string(&mark, phrase_text(PHRASE_EDITED_MARK, LANGUAGE_ZH));
    if (n > 1)
        buffer_printf(&mark, "%u", n);
    buffer_add_string(&mark, phrase_text(PHRASE_CLOSE_BRACKET, LANGUAGE_ZH));
    name_print_marked(buffer_string(&stem), buffer_string(&mark),
        name + length, out);
    out->failed = out->failed || stem.failed || mark.failed;
    buffer_free(&stem);
    buffer_free(&mark);
}

static bool is_the_same(const struct folder *folder, const char *name,
    const char *digest)
{
    char other[DIGEST_TEXT_SIZE];

    return *digest && folder_digest(folder, name, other) == 0
        && strcmp(other, digest) == 0;
}

bool edited_name(const struct folder *folder, const char *name,
    const char *digest, edited_is_claimed *is_claimed, const void *user,
    struct buffer *out)
{
    size_t before = out->length;

    for (unsigned n = 1;; n++) {
        print_name(name, n, out);
        const char *made = buffer_string(out) + before;
        bool claimed = is_claimed && is_claimed(user, made);
        if (out->failed || (!claimed && !folder_has(folder, made)))
            return true;
        if (!claimed && is_the_same(folder, made, digest))
            return false;
        buffer_cut(out, before);
    }
}

void edited_report(const struct folder *folder, const char *name,
    const char *other, struct findings *findings)
{
    findings_add(findings, CATALOGUE_EDITED_KEPT, (struct place){ 0, 0 },
        NULL, "name", name, "other", other, "folder", folder->path, NULL);
}

int edited_keep(const struct folder *folder, const char *name,
    struct findings *findings)
{
    struct buffer other = BUFFER_EMPTY;
    char digest[DIGEST_TEXT_SIZE];
    int fault = folder_digest(folder, name, digest);

    if (fault == 0 && edited_name(folder, name, digest, NULL, NULL, &other))
        fault = other.failed ? ENOMEM
            : folder_copy(folder, name, buffer_string(&other));
    if (fault == 0)
        edited_report(folder, name, buffer_string(&other), findings);
    buffer_free(&other);
    return fault;
}
