/* Keys of memos, and the state of sets in front of what is kept. */

#include "command/resume.h"

#include <string.h>

#include "0_base/packed.h"
#include "batch/memo.h"
#include "command/previous.h"

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
    add_number(digest, options->verb);
    add_number(digest, options->language);
    memo_add_text(digest, options->build.output);
    memo_add_text(digest, options->build.formats);
    memo_add_text(digest, options->build.only);
    add_flag(digest, options->build.clean);
    add_flag(digest, options->build.overwrite);
    add_flag(digest, options->verify);
    add_changes(digest, &options->changes);
}

void resume_begin(struct files *files)
{
    const struct options *options = files->run->options;
    char paper[JIXIAO_DIGEST_SIZE] = "";
    struct digest digest;

    jixiao_paper_digest(files->run->jixiao, paper, files->run->faults);
    digest_begin(&digest);
    memo_add_text(&digest, JIXIAO_VERSION);
    memo_add_text(&digest, paper);
    memo_add_file(&digest, PROGRAM_FILE);
    if (options->data_dir)      /* else the edition is part of the program */
        memo_add_tree(&digest, options->data_dir);
    add_options(&digest, options);
    digest_end(&digest, files->key);
}

static void add_previous(struct digest *digest, const char *where,
    const char *path)
{
    struct buffer previous = BUFFER_EMPTY;

    previous_path(where, path, &previous);
    memo_add_file(digest, buffer_string(&previous));
    buffer_free(&previous);
}

void resume_key(const struct files *files, size_t k,
    char key[DIGEST_TEXT_SIZE])
{
    const char *previous = files->run->options->previous;
    const char *path = files_path(files, k);
    struct digest digest;

    digest_begin(&digest);
    memo_add_text(&digest, files->key);
    memo_add_text(&digest, files_folder(files, k));
    memo_add_text(&digest, path);
    /* A file may be called as the standard input is. */
    bool good = strcmp(path, "-") != 0 && memo_add_file(&digest, path);
    memo_add_text(&digest, previous);
    if (previous)
        add_previous(&digest, previous, path);
    digest_end(&digest, key);
    /* What is between the stages is printed, and not kept. */
    if (!good || files->run->options->to)
        *key = '\0';
}

static void make_state(const char *folder, char state[DIGEST_TEXT_SIZE])
{
    struct digest digest;

    digest_begin(&digest);
    if (folder)
        memo_add_state(&digest, folder);
    digest_end(&digest, state);
}

bool resume_read(const struct files *files, size_t k, const char *key,
    struct buffer *out)
{
    struct buffer kept = BUFFER_EMPTY;
    char state[DIGEST_TEXT_SIZE];

    bool good = *key
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

void resume_write(const struct files *files, size_t k, const char *key,
    const char *folder, const char *bytes, size_t length)
{
    struct buffer kept = BUFFER_EMPTY;
    char state[DIGEST_TEXT_SIZE];

    if (!*key)
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
