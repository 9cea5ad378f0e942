/* Notes what was written as a file of a summary, and keeps what was edited. */

#include "library/summaries/written.h"

#include <errno.h>
#include <limits.h>
#include <string.h>

#include "9_bundle/edited.h"
#include "9_bundle/names.h"

#define ENDING ".jixiao"

static void print_note_name(const char *name, struct buffer *out)
{
    buffer_add_char(out, '.');
    name_print(name, ENDING, out);
}

static bool is_noted(const struct folder *folder, const char *note,
    const char digest[DIGEST_TEXT_SIZE])
{
    struct buffer line = BUFFER_EMPTY;
    bool same = folder_read(folder, note, PATH_MAX, &line) == 0
        && strncmp(buffer_string(&line), digest, strlen(digest)) == 0;

    buffer_free(&line);
    return same;
}

/* Whether nothing is lost with the file that is there. */
static bool may_go(const struct folder *folder, const char *name,
    const struct buffer *bytes, const char digest[DIGEST_TEXT_SIZE])
{
    char coming[DIGEST_TEXT_SIZE];
    struct buffer note = BUFFER_EMPTY;

    if (!*digest || folder_state(folder, name).size == 0
        || strcmp(digest, digest_text(bytes->bytes, bytes->length, coming))
            == 0)
        return true;
    print_note_name(name, &note);
    bool same = !note.failed && is_noted(folder, buffer_string(&note),
        digest);
    buffer_free(&note);
    return same;
}

int written_keep(const struct folder *folder, const char *name,
    const struct buffer *bytes, struct findings *findings)
{
    struct buffer other = BUFFER_EMPTY;
    char digest[DIGEST_TEXT_SIZE];
    int fault = folder_digest(folder, name, digest);

    if (fault || may_go(folder, name, bytes, digest))
        return fault;
    fault = edited_copy(folder, name, &other);
    if (fault == 0)
        findings_add(findings, CATALOGUE_SUMMARY_KEPT, (struct place){ 0, 0 },
            NULL, "name", name, "other", buffer_string(&other), NULL);
    buffer_free(&other);
    return fault;
}

int written_note(const struct folder *folder, const char *name,
    const struct buffer *bytes)
{
    struct buffer note = BUFFER_EMPTY, line = BUFFER_EMPTY;
    char digest[DIGEST_TEXT_SIZE];
    int fault = ENOMEM;

    print_note_name(name, &note);
    buffer_printf(&line, "%s  %s\n", digest_text(bytes->bytes, bytes->length,
        digest), name);
    if (!note.failed && !line.failed) {
        folder_remove(folder, buffer_string(&note));
        fault = folder_write(folder, buffer_string(&note), &line, 0);
    }
    buffer_free(&note);
    buffer_free(&line);
    return fault;
}

void written_forget(const struct folder *folder, const char *name)
{
    struct buffer note = BUFFER_EMPTY;

    print_note_name(name, &note);
    if (!note.failed)
        folder_remove(folder, buffer_string(&note));
    buffer_free(&note);
}
