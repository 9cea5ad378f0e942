/*
 * The script for a shell: its beginning, a part a verb, its end.
 */

#include "command/completion.h"

#include <string.h>

#include "0_base/buffer.h"
#include "0_base/catalogue.h"
#include "0_base/listed.h"
#include "0_base/resources.h"
#include "command/completion_words.h"

#define SCHEMAS "schemas/"
#define SCHEMA "/submission.schema.json"

static const struct completion_shell *const shells[] = { &completion_bash,
    &completion_zsh, &completion_fish };

#define SHELL_COUNT (sizeof shells / sizeof *shells)

static void add_word(struct buffer *words, const char *word, size_t length)
{
    if (words->length)
        buffer_add_char(words, ' ');
    buffer_add(words, word, length);
}

static void list_formats(struct buffer *words)
{
    struct jixiao_format format;

    for (size_t k = 0; jixiao_formats_get(k, &format); k++)
        add_word(words, format.name, strlen(format.name));
}

/* Those that are built in: the folders that have a schema. */
static void list_editions(struct buffer *words)
{
    for (size_t k = 0; k < resource_count(); k++) {
        const char *path = resource_get(k)->path;
        const char *end = strstr(path, SCHEMA);
        if (end && strncmp(path, SCHEMAS, strlen(SCHEMAS)) == 0)
            add_word(words, path + strlen(SCHEMAS),
                (size_t)(end - path) - strlen(SCHEMAS));
    }
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

void completion_print(struct run *run)
{
    const struct completion_shell *shell = find_shell(
        run->options->arguments[0], run->faults);
    struct buffer formats = BUFFER_EMPTY, editions = BUFFER_EMPTY;

    list_formats(&formats);
    list_editions(&editions);
    if (formats.failed || editions.failed)
        jixiao_findings_out_of_memory(run->faults);
    else if (shell)
        print(shell, &(struct completion){ run->options->language, run->out,
            buffer_string(&formats), buffer_string(&editions) });
    buffer_free(&formats);
    buffer_free(&editions);
}
