/*
 * The help: every verb, or one with its options.
 */

#include "0_base/signs.h"
#include "0_base/utf8.h"
#include "command/options_rows.h"
#include "command/say.h"

#define OPTION_WIDTH 20
#define ARGUMENTS_WIDTH 14

static void print_formats(enum jixiao_language language, FILE *out)
{
    struct jixiao_format format;

    fprintf(out, "\n%s:\n", say(PHRASE_HELP_FORMATS, language));
    for (size_t k = 0; jixiao_formats_get(k, &format); k++)
        fprintf(out, "  %-*s  %s%s\n", OPTION_WIDTH, format.name,
            format.title[language],
            format.usual ? say(PHRASE_HELP_USUAL, language) : "");
}

static void print_options(enum verb verb, enum jixiao_language language,
    FILE *out)
{
    fprintf(out, "\n%s:\n", say(PHRASE_HELP_OPTIONS, language));
    for (int k = 0; k < OPTION_COUNT; k++) {
        const struct option_row *row = &option_rows[k];
        const char letter = option_letter_of((enum option_id)k);
        const char letters[] = { '-', letter, ',', ' ', '\0' };
        char name[40];
        if (!(row->verbs & VERB_SET(verb)))
            continue;
        snprintf(name, sizeof name, "%s--%s%s%s", letter ? letters : "",
            row->name, row->argument ? " " : "",
            row->argument ? row->argument : "");
        fprintf(out, "  %-*s  %s\n", OPTION_WIDTH, name,
            say(row->help, language));
    }
    if (verb == VERB_BUILD || verb == VERB_WATCH)
        print_formats(language, out);
    fprintf(out, "\n%s\n", say(PHRASE_HELP_STATUSES, language));
}

void options_print_help(enum verb verb, enum jixiao_language language,
    FILE *out)
{
    fprintf(out, "%s:\n", say(PHRASE_HELP_USAGE, language));
    for (int k = 0; k < VERB_COUNT; k++) {
        const struct verb_row *row = &verb_rows[k];
        if (verb != VERB_COUNT && (int)verb != k)
            continue;
        fprintf(out, "  jixiao %-10s [OPTION" SIGN_CUT "] %s%*s  %s\n",
            row->name,
            row->arguments,
            ARGUMENTS_WIDTH - (int)utf8_width(row->arguments), "",
            say(row->help, language));
    }
    print_options(verb, language, out);
}
