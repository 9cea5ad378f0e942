/*
 * The script for a shell: its beginning, a part a verb, its end.
 */

#include "command/completion.h"

#include <string.h>

#include "0_base/buffer.h"
#include "0_base/catalogue.h"
#include "0_base/listed.h"
#include "command/completion_words.h"

static const struct completion_shell *const shells[] = { &completion_bash,
    &completion_zsh, &completion_fish };

#define SHELL_COUNT (sizeof shells / sizeof *shells)

/* The words of a script, each list in a buffer of its own. */
struct words {
    struct buffer formats, editions, shells, choices[OPTION_COUNT];
};

/* A jixiao_name_visitor; user is the buffer. */
static void add_word(void *user, const char *word)
{
    struct buffer *words = user;

    if (words->length)
        buffer_add_char(words, ' ');
    buffer_add_string(words, word);
}

static void list_formats(struct buffer *words)
{
    struct jixiao_format format;

    for (size_t k = 0; jixiao_formats_get(k, &format); k++)
        add_word(words, format.name);
}

static void list_choices(const struct option_choices *choices,
    struct buffer *words)
{
    for (size_t k = 0; choices && choices->words[k]; k++)
        add_word(words, choices->words[k]);
}

static void print(const struct completion_shell *shell,
    const struct completion *completion)
{
    shell->begin(completion);
    for (int verb = 0; verb < VERB_COUNT; verb++)
        shell->verb(completion, (enum verb)verb);
    shell->end(completion);
}

static const struct completion_shell *find_shell(const char *name,
    struct jixiao_findings *findings)
{
    struct buffer allowed = BUFFER_EMPTY;
    const struct completion_shell *shell = NULL;

    for (size_t k = 0; k < SHELL_COUNT; k++) {
        listed_add(&allowed, shells[k]->name);
        if (strcmp(shells[k]->name, name) == 0)
            shell = shells[k];
    }
    if (allowed.failed)
        jixiao_findings_out_of_memory(findings);
    else if (!shell)
        options_complain(findings, CATALOGUE_SHELL_UNKNOWN, name,
            buffer_string(&allowed));
    buffer_free(&allowed);
    return shell;
}

/* False, with a finding, where memory runs out. */
static bool list_words(struct run *run, struct words *words)
{
    bool failed = !jixiao_editions(run->jixiao, add_word, &words->editions,
        run->faults);

    list_formats(&words->formats);
    for (size_t k = 0; k < SHELL_COUNT; k++)
        add_word(&words->shells, shells[k]->name);
    for (int k = 0; k < OPTION_COUNT; k++) {
        list_choices(option_rows[k].choices, &words->choices[k]);
        failed = failed || words->choices[k].failed;
    }
    failed = failed || words->formats.failed || words->editions.failed
        || words->shells.failed;
    if (failed)
        jixiao_findings_out_of_memory(run->faults);
    return !failed;
}

static void free_words(struct words *words)
{
    buffer_free(&words->formats);
    buffer_free(&words->editions);
    buffer_free(&words->shells);
    for (int k = 0; k < OPTION_COUNT; k++)
        buffer_free(&words->choices[k]);
}

void completion_print(struct run *run)
{
    const struct completion_shell *shell = find_shell(
        run->options->arguments[0], run->faults);
    struct words words = { .formats = BUFFER_EMPTY };

    if (shell && list_words(run, &words)) {
        struct completion completion = { .language = run->options->language,
            .out = run->out, .formats = buffer_string(&words.formats),
            .editions = buffer_string(&words.editions),
            .shells = buffer_string(&words.shells) };
        for (int k = 0; k < OPTION_COUNT; k++)
            completion.choices[k] = buffer_string(&words.choices[k]);
        print(shell, &completion);
    }
    free_words(&words);
}
