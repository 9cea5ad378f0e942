/* Keys of memos, and the state of sets in front of what is kept. */

#include "command/resume.h"

#include <string.h>

#include "0_base/packed.h"
#include "batch/memo.h"

#define PROGRAM_FILE "/proc/self/exe"

static void add_flag(struct digest *digest, bool flag)
{
    memo_add_text(digest, flag ? "1" : "0");
}

static void add_number(struct digest *digest, size_t number)
{
    digest_add(digest, &number, sizeof number);
}

static void add_changes(struct digest *digest,
    const struct option_changes *changes)
{
    for (size_t k = 0; k < changes->count; k++) {
        add_number(digest, changes->list[k].kind);
        add_number(digest, changes->list[k].level);
        memo_add_text(digest, changes->list[k].code);
        memo_add_text(digest, changes->list[k].name);
        memo_add_text(digest, changes->list[k].value);
    }
}

/* All that changes what is made of a file, or said of it. */
static void add_options(struct digest *digest, const struct options *options)
{
    const struct jixiao_paper *paper = &options->paper;

    add_number(digest, options->verb);
    add_number(digest, options->language);
    memo_add_text(digest, options->build.output);
    memo_add_text(digest, options->build.formats);
    memo_add_text(digest, options->build.only);
    add_flag(digest, options->build.clean);
    add_flag(digest, options->build.overwrite);
    add_flag(digest, options->verify);
    add_flag(digest, paper->strict_fonts);
    add_number(digest, paper->pdf_level);
    for (size_t k = 0; k < paper->font_folder_count; k++) {
        memo_add_text(digest, paper->font_folders[k]);
        memo_add_tree(digest, paper->font_folders[k]);
    }
    add_changes(digest, &options->changes);
}

void resume_begin(struct files *files)
{
    const struct options *options = files->run->options;
    struct digest digest;

    digest_begin(&digest);
    memo_add_text(&digest, JIXIAO_VERSION);
    memo_add_file(&digest, PROGRAM_FILE);
    if (options->data_dir)      /* else the edition is part of the program */
        memo_add_tree(&digest, options->data_dir);
    add_options(&digest, options);
    digest_end(&digest, files->key);
}

/* Last year's file is the one of the same name where a folder is named. */
static void add_previous(struct digest *digest, const char *where,
    const char *path)
{
    const char *slash = strrchr(path, '/');
    struct buffer same = BUFFER_EMPTY;

    buffer_printf(&same, "%s/%s", where, slash ? slash + 1 : path);
    memo_add_file(digest, where);
    memo_add_file(digest, buffer_string(&same));
    buffer_free(&same);
}

/* False where nobody knows whether the data will be the same again. */
static bool make_key(const struct files *files, size_t k,
    char key[DIGEST_TEXT_SIZE])
{
    const char *previous = files->run->options->previous;
    struct digest digest;

    digest_begin(&digest);
    memo_add_text(&digest, files->key);
    memo_add_text(&digest, files_folder(files, k));
    memo_add_text(&digest, files_path(files, k));
    bool good = memo_add_file(&digest, files_path(files, k));
    memo_add_text(&digest, previous);
    if (previous)
        add_previous(&digest, previous, files_path(files, k));
    digest_end(&digest, key);
    return good;
}

static void make_state(const char *folder, char state[DIGEST_TEXT_SIZE])
{
    struct digest digest;

    digest_begin(&digest);
    if (folder)
        memo_add_state(&digest, folder);
    digest_end(&digest, state);
}

bool resume_read(const struct files *files, size_t k, struct buffer *out)
{
    char key[DIGEST_TEXT_SIZE], state[DIGEST_TEXT_SIZE];
    struct buffer kept = BUFFER_EMPTY;

    bool good = make_key(files, k, key)
        && memo_read(files->run->options->build.output,
            files_path(files, k), key, &kept);
    const char *bytes = buffer_string(&kept);
    struct packed packed = { bytes, bytes + kept.length, false };
    const char *folder = good ? packed_text(&packed) : NULL;
    const char *then = good ? packed_text(&packed) : NULL;
    make_state(folder, state);
    good = then && !packed.failed && strcmp(then, state) == 0;
    if (good)
        buffer_add(out, packed.at, (size_t)(packed.end - packed.at));
    buffer_free(&kept);
    return good;
}

void resume_write(const struct files *files, size_t k, const char *folder,
    const char *bytes, size_t length)
{
    char key[DIGEST_TEXT_SIZE], state[DIGEST_TEXT_SIZE];
    struct buffer kept = BUFFER_EMPTY;

    if (!make_key(files, k, key))
        return;
    make_state(folder, state);
    packed_add_text(&kept, folder);
    packed_add_text(&kept, state);
    buffer_add(&kept, bytes, length);
    if (!kept.failed)
        memo_write(files->run->options->build.output, files_path(files, k),
            key, kept.bytes, kept.length);
    buffer_free(&kept);
}
