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
        if (!claimed && folder_has_digest(folder, made, digest))
            return false;
        buffer_cut(out, before);
    }
}

/* As a shell takes it for one word. */
static void print_word(const char *text, struct buffer *out)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-+,:@%=";
    bool is_plain = *text && *text != '-';

    for (const char *at = text; is_plain && *at; at++)
        is_plain = (unsigned char)*at >= 0x80 || strchr(plain, *at);
    if (is_plain) {
        buffer_add_string(out, text);
        return;
    }
    buffer_add_string(out, *text == '-' ? "./'" : "'");
    for (; *text; text++)
        if (*text == '\'')
            buffer_add_string(out, "'\\''");
        else
            buffer_add_char(out, *text);
    buffer_add_char(out, '\'');
}

void edited_report(const struct folder *folder, const struct edited *file,
    const char *other, struct findings *findings)
{
    const char *data = findings_file(findings);
    struct buffer path = BUFFER_EMPTY, copy = BUFFER_EMPTY;
    struct buffer word = BUFFER_EMPTY;

    buffer_printf(&path, "%s/%s", folder->path, other);
    print_word(buffer_string(&path), &copy);
    print_word(data ? data : "DATA.json", &word);
    if (path.failed || copy.failed || word.failed)
        findings_out_of_memory(findings);
    else
        findings_add(findings, file->is_pulled ? CATALOGUE_EDITED_KEPT
            : CATALOGUE_EDITED_KEPT_ALONE, (struct place){ 0, 0 }, NULL,
            "name", file->name, "other", other, "copy", buffer_string(&copy),
            "data", buffer_string(&word), NULL);
    buffer_free(&path);
    buffer_free(&copy);
    buffer_free(&word);
}

int edited_copy(const struct folder *folder, const char *name,
    struct buffer *other)
{
    char digest[DIGEST_TEXT_SIZE];
    int fault = folder_digest(folder, name, digest);

    if (fault || !edited_name(folder, name, digest, NULL, NULL, other))
        return fault;
    return other->failed ? ENOMEM
        : folder_copy(folder, name, buffer_string(other));
}

int edited_keep(const struct folder *folder, const struct edited *file,
    struct findings *findings)
{
    struct buffer other = BUFFER_EMPTY;
    int fault = edited_copy(folder, file->name, &other);

    if (fault == 0)
        edited_report(folder, file, buffer_string(&other), findings);
    buffer_free(&other);
    return fault;
}
