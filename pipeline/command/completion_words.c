/* Tables of what options and verbs take, beside those of the help. */

#include "command/completion_words.h"

#include <string.h>

/* What the help has no room for. */
static const struct {
    enum option_id id;
    enum completion_kind kind;
    const char *words;          /* of a list NULL: the formats */
} options_known[] = {
    { OPTION_FORMAT, COMPLETION_LIST, NULL },
    { OPTION_REPORT, COMPLETION_WORDS, "text json sarif html patch" },
    { OPTION_TO, COMPLETION_WORDS, "submission.xml document.xml" },
    { OPTION_PDF_LEVEL, COMPLETION_WORDS, "1b 2a" },
    { OPTION_CARET, COMPLETION_WORDS, "auto always never" },
    { OPTION_LANG, COMPLETION_WORDS, "zh en" },
    { OPTION_FILES_FROM, COMPLETION_FILE, "" },
};

/* All others take data files. */
static const struct {
    enum verb verb;
    const char *endings;        /* NULL: names of editions */
} verbs_known[] = {
    { VERB_BUILD, "json xlsx" },
    { VERB_CHECK, "json xlsx" },
    { VERB_WATCH, "json xlsx" },
    { VERB_ARCHIVE, "json xlsx" },
    { VERB_NEXT, "json xlsx" },
    { VERB_VERIFY, "zip" },
    { VERB_DIFF, "json xlsx zip" },
    { VERB_SUMMARY, "jsonl" },
    { VERB_PULL, "docx json" },
    { VERB_READ, "xlsx csv tsv json" },
    { VERB_NEW, NULL },
    { VERB_RULES, NULL },
    { VERB_EXPLAIN, NULL },
    { VERB_SCHEMA, NULL },
};

enum completion_kind completion_kind(const struct completion *completion,
    enum option_id id, const char **words)
{
    const char *argument = option_rows[id].argument;

    *words = "";
    for (size_t k = 0; k < sizeof options_known / sizeof *options_known; k++) {
        if (options_known[k].id != id)
            continue;
        *words = options_known[k].words ? options_known[k].words
            : completion->formats;
        return options_known[k].kind;
    }
    if (!argument)
        return COMPLETION_NONE;
    if (strcmp(argument, "EDITION") == 0) {
        *words = completion->editions;
        return COMPLETION_WORDS;
    }
    if (strcmp(argument, "DIR") == 0)
        return COMPLETION_FOLDER;
    return strcmp(argument, "FILE") == 0 || strcmp(argument, "PATH") == 0
        ? COMPLETION_FILE : COMPLETION_NONE;
}

const char *completion_endings(const struct completion *completion,
    enum verb verb, const char **words)
{
    *words = "";
    if (verb == VERB_COMPLETION) {
        *words = "bash zsh fish";
        return NULL;
    }
    for (size_t k = 0; k < sizeof verbs_known / sizeof *verbs_known; k++) {
        if (verbs_known[k].verb != verb)
            continue;
        if (!verbs_known[k].endings)
            *words = completion->editions;
        return verbs_known[k].endings;
    }
    return "json";
}

bool completion_takes(enum verb verb, int k)
{
    return (option_rows[k].verbs & VERB_SET(verb)) != 0;
}

void completion_quote(const char *text, const char *escaped, FILE *out)
{
    fputc('\'', out);
    for (; *text; text++) {
        if (*text == '\'')
            fputs("'\\'", out);
        else if (*text == '\\' || strchr(escaped, *text))
            fputc('\\', out);
        fputc(*text, out);
    }
    fputc('\'', out);
}
