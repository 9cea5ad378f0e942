/* What options and verbs take. */

#include "command/completion_words.h"

#include <string.h>

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
    if (!argument)
        return COMPLETION_NONE;
    if (option_rows[id].choices) {
        *words = completion->choices[id];
        return COMPLETION_WORDS;
    }
    if (id == OPTION_FORMAT) {
        *words = completion->formats;
        return COMPLETION_LIST;
    }
    if (id == OPTION_FILES_FROM)
        return COMPLETION_FILE;
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
        *words = completion->shells;
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
