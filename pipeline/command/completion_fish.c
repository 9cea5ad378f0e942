/*
 * Completion for fish: a line a verb, and a line an option of a verb.
 */

#include <string.h>

#include "command/completion_words.h"
#include "command/say.h"

#define COMPLETE "complete -c jixiao"

static void begin(const struct completion *completion)
{
    fputs("# jixiao(1) for fish, made by jixiao completion fish.\n"
        COMPLETE " -f\n"
        COMPLETE " -n __fish_use_subcommand -l help\n"
        COMPLETE " -n __fish_use_subcommand -l version\n", completion->out);
}

static void print_condition(const struct completion *completion,
    enum verb verb)
{
    fprintf(completion->out,
        COMPLETE " -n '__fish_seen_subcommand_from %s'",
        verb_rows[verb].name);
}

static void print_argument(enum completion_kind kind, const char *words,
    FILE *out)
{
    static const struct { const char *before, *behind; } actions[] = {
        [COMPLETION_NONE] = { " -x", "" },
        [COMPLETION_FOLDER] = { " -x -a '(__fish_complete_directories)'", "" },
        [COMPLETION_FILE] = { " -r -F", "" },
        [COMPLETION_WORDS] = { " -x -a '", "'" },
        [COMPLETION_LIST] = { " -x -a '(__fish_append , ", ")'" },
    };

    fprintf(out, "%s%s%s", actions[kind].before, words, actions[kind].behind);
}

static void print_option(const struct completion *completion, enum verb verb,
    int k)
{
    const struct option_row *row = &option_rows[k];
    char letter = option_letter_of((enum option_id)k);
    FILE *out = completion->out;
    const char *words;
    enum completion_kind kind = completion_kind(completion,
        (enum option_id)k, &words);

    print_condition(completion, verb);
    fprintf(out, " -l %s", row->name);
    if (letter)
        fprintf(out, " -s %c", letter);
    if (row->argument)
        print_argument(kind, words, out);
    fputs(" -d ", out);
    completion_quote(say(row->help, completion->language), "", out);
    fputc('\n', out);
}

/* The files of the first ending come first, then what else is there; the
 * function knows one ending a call. */
static void print_endings(const char *endings, FILE *out)
{
    const char *before = "";

    for (size_t length; *endings; endings += length + (endings[length] != 0)) {
        length = strcspn(endings, " ");
        fprintf(out, "%s__fish_complete_suffix .%.*s", before, (int)length,
            endings);
        before = "; ";
    }
}

static void print_files(const struct completion *completion, enum verb verb)
{
    FILE *out = completion->out;
    const char *words;
    const char *endings = completion_endings(completion, verb, &words);

    print_condition(completion, verb);
    if (!endings) {
        fprintf(out, " -a '%s'\n", words);
        return;
    }
    fputs(" -k -a '(", out);
    print_endings(endings, out);
    fputs(")'\n", out);
}

static void print_verb(const struct completion *completion, enum verb verb)
{
    FILE *out = completion->out;

    fprintf(out, COMPLETE " -n __fish_use_subcommand -a %s -d ",
        verb_rows[verb].name);
    completion_quote(say(verb_rows[verb].help, completion->language), "",
        out);
    fputc('\n', out);
    for (int k = 0; k < OPTION_COUNT; k++)
        if (completion_takes(verb, k))
            print_option(completion, verb, k);
    print_files(completion, verb);
}

static void end(const struct completion *completion)
{
    (void)completion;
}

const struct completion_shell completion_fish = { "fish", begin, print_verb,
    end };
