/*
 * Completion for zsh, by its function _arguments.
 */

#include <string.h>

#include "command/completion_words.h"
#include "command/say.h"

/* What means something in a specification of _arguments or _describe. */
#define IN_DESCRIPTION ":[]"

static void begin(const struct completion *completion)
{
    FILE *out = completion->out;

    fputs("#compdef jixiao\n"
        "# jixiao(1) for zsh, made by jixiao completion zsh.\n"
        "_jixiao() {\n"
        "    local -a verbs=(\n", out);
    for (int verb = 0; verb < VERB_COUNT; verb++) {
        fprintf(out, "        %s:", verb_rows[verb].name);
        completion_quote(say(verb_rows[verb].help, completion->language),
            IN_DESCRIPTION, out);
        fputc('\n', out);
    }
    fputs("    )\n"
        "    if (( CURRENT == 2 )); then\n"
        "        _describe jixiao verbs\n"
        "        compadd -- --help --version\n"
        "        return\n"
        "    fi\n"
        "    local verb=$words[2]\n"
        "    shift words\n"
        "    (( CURRENT-- ))\n"
        "    case $verb in\n", out);
}

/* What completes an argument, behind its colon. */
static void print_action(enum completion_kind kind, const char *words,
    FILE *out)
{
    switch (kind) {
    case COMPLETION_FOLDER:
        fputs("_files -/", out);
        break;
    case COMPLETION_FILE:
        fputs("_files", out);
        break;
    case COMPLETION_WORDS:
        fprintf(out, "(%s)", words);
        break;
    case COMPLETION_LIST:
        fprintf(out, "_values -s , LIST %s", words);
        break;
    case COMPLETION_NONE:
        fputc(' ', out);
        break;
    }
}

/* '--output=[help]:DIR:_files -/' with the letter beside it, where there is
 * one; most may be given again. */
static void print_option(const struct completion *completion, int k)
{
    const struct option_row *row = &option_rows[k];
    char letter = option_letter_of((enum option_id)k);
    FILE *out = completion->out;
    const char *words;
    enum completion_kind kind = completion_kind(completion,
        (enum option_id)k, &words);

    fputs("            ", out);
    if (letter)
        fprintf(out, "'*'{-%c+,--%s=}", letter, row->name);
    else
        fprintf(out, "'*--%s%s'", row->name, row->argument ? "=" : "");
    fputs("'['", out);
    completion_quote(say(row->help, completion->language), IN_DESCRIPTION,
        out);
    fputs("']", out);
    if (row->argument) {
        fprintf(out, ":%s:", row->argument);
        print_action(kind, words, out);
    }
    fputs("' \\\n", out);
}

/* json zip as *.(json|zip) */
static void print_endings(const char *endings, FILE *out)
{
    fputs("_files -g \"*.(", out);
    for (; *endings; endings++)
        fputc(*endings == ' ' ? '|' : *endings, out);
    fputs(")(-.)\"", out);
}

static void print_verb(const struct completion *completion, enum verb verb)
{
    FILE *out = completion->out;
    const char *words;
    const char *endings = completion_endings(completion, verb, &words);

    fprintf(out, "    %s)\n        _arguments -S \\\n",
        verb_rows[verb].name);
    for (int k = 0; k < OPTION_COUNT; k++)
        if (completion_takes(verb, k))
            print_option(completion, k);
    fputs("            '*: :", out);
    if (endings)
        print_endings(endings, out);
    else
        fprintf(out, "(%s)", words);
    fputs("'\n        ;;\n", out);
}

static void end(const struct completion *completion)
{
    fputs("    esac\n}\n\n_jixiao \"$@\"\n", completion->out);
}

const struct completion_shell completion_zsh = { "zsh", begin, print_verb,
    end };
