/*
 * Completion for bash, with nothing of the package bash-completion: a table of
 * what each verb and option takes, and one function that looks it up.
 */

#include "command/completion_words.h"

static const char lookup[] =
    "_jixiao() {\n"
    "    local verb=${COMP_WORDS[1]} word=${COMP_WORDS[COMP_CWORD]}\n"
    "    local option=${COMP_WORDS[COMP_CWORD - 1]}"
    " head='' words='' kind='' ending\n"
    "    local -A verbs options\n"
    "\n"
    "    _jixiao_table\n"
    "    # Bash parts --format=html at the sign.\n"
    "    if [ \"$word\" = = ]; then\n"
    "        word=\n"
    "    elif [ \"$option\" = = ]; then\n"
    "        option=${COMP_WORDS[COMP_CWORD - 2]}\n"
    "    fi\n"
    "    COMPREPLY=()\n"
    "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
    "        words=\"${!verbs[*]} --help --version\"\n"
    "    elif [ -n \"${options[$verb $option]}\" ]; then\n"
    "        read -r kind words <<<\"${options[$verb $option]}\"\n"
    "    elif [[ $word == -* ]]; then\n"
    "        words=${verbs[$verb]#*:}\n"
    "    else\n"
    "        read -r kind words <<<\"${verbs[$verb]%%:*}\"\n"
    "    fi\n"
    "    case $kind in\n"
    "    list)\n"
    "        [[ $word != *,* ]] || head=${word%,*},\n"
    "        mapfile -t COMPREPLY < <(compgen -P \"$head\" -W \"$words\" \\\n"
    "            -- \"${word##*,}\")\n"
    "        ;;\n"
    "    file) mapfile -t COMPREPLY < <(compgen -f -- \"$word\") ;;\n"
    "    folder) mapfile -t COMPREPLY < <(compgen -d -- \"$word\") ;;\n"
    "    endings)\n"
    "        mapfile -t COMPREPLY < <(compgen -d -- \"$word\"\n"
    "            for ending in $words; do\n"
    "                compgen -f -X \"!*.$ending\" -- \"$word\"\n"
    "            done)\n"
    "        ;;\n"
    "    *) mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\") ;;\n"
    "    esac\n"
    "    case $kind in file | folder | endings) compopt -o filenames ;; esac\n"
    "}\n"
    "complete -F _jixiao jixiao\n";

static void begin(const struct completion *completion)
{
    fputs("# jixiao(1) for bash, made by jixiao completion bash.\n"
        "_jixiao_table() {\n", completion->out);
}

/* A key "build --output" or "build -o". */
static void print_option(const struct completion *completion,
    enum verb verb, int k)
{
    static const char *const kinds[] = { [COMPLETION_NONE] = "none",
        [COMPLETION_FOLDER] = "folder", [COMPLETION_FILE] = "file",
        [COMPLETION_WORDS] = "words", [COMPLETION_LIST] = "list" };
    const char *words;
    enum completion_kind kind = completion_kind(completion,
        (enum option_id)k, &words);
    char letter = option_letter_of((enum option_id)k);

    if (!option_rows[k].argument)
        return;
    fprintf(completion->out, "    options['%s --%s']='%s%s%s'\n",
        verb_rows[verb].name, option_rows[k].name, kinds[kind],
        *words ? " " : "", words);
    if (letter)
        fprintf(completion->out, "    options['%s -%c']='%s'\n",
            verb_rows[verb].name, letter, kinds[kind]);
}

static void print_verb(const struct completion *completion, enum verb verb)
{
    const char *words;
    const char *endings = completion_endings(completion, verb, &words);

    fprintf(completion->out, "    verbs[%s]='%s %s:", verb_rows[verb].name,
        endings ? "endings" : "words", endings ? endings : words);
    for (int k = 0; k < OPTION_COUNT; k++)
        if (completion_takes(verb, k))
            fprintf(completion->out, " --%s", option_rows[k].name);
    fputs("'\n", completion->out);
    for (int k = 0; k < OPTION_COUNT; k++)
        if (completion_takes(verb, k))
            print_option(completion, verb, k);
}

static void end(const struct completion *completion)
{
    fprintf(completion->out, "}\n\n%s", lookup);
}

const struct completion_shell completion_bash = { "bash", begin, print_verb,
    end };
