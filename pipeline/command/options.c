/*
 * Reading the command line: the verb first, then options and arguments.
 */

#include "command/options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/listed.h"
#include "0_base/nearest.h"
#include "command/options_rows.h"

/* The answers of getopt_long() for the k-th row begin above all characters. */
#define FIRST_ANSWER 256

/* The word that getopt_long() did not know: the one before optind, or the one
 * at it while its letters are being read. */
static const char *unknown_word(char *const *argv)
{
    const char *before = argv[optind - 1];
    bool is_letter = optopt != 0 && optopt < FIRST_ANSWER;

    return !is_letter || (before[0] == '-' && before[1] != '-'
        && strchr(before, optopt)) ? before : argv[optind];
}

/* Whether what is read now is a letter of a word that is not known, or its
 * argument is. */
static bool is_in(const char *unknown, bool known, char *const *argv)
{
    return unknown && (known ? optarg >= unknown
            && optarg <= unknown + strlen(unknown)
        : unknown == unknown_word(argv));
}

/* An option that getopt_long() does not know, or that lacks its argument. */
static bool report_option(int answer, const char *name,
    struct jixiao_findings *findings)
{
    const char *word = name + strspn(name, "-");
    struct nearest nearest = nearest_to(word, strcspn(word, "="));

    if (answer == ':')
        return options_complain(findings, CATALOGUE_OPTION_INCOMPLETE, name,
            "");
    for (int k = 0; k < OPTION_COUNT; k++)
        nearest_try(&nearest, option_rows[k].name);
    return options_complain(findings, nearest.name ? CATALOGUE_OPTION_MISSPELT
        : CATALOGUE_OPTION_UNKNOWN, name, nearest.name ? nearest.name : "");
}

/* Says which verbs there are. */
static bool complain_of_verb(enum catalogue id, const char *word,
    struct jixiao_findings *findings)
{
    struct buffer allowed = BUFFER_EMPTY;

    for (int k = 0; k < VERB_COUNT; k++)
        listed_add(&allowed, verb_rows[k].name);
    if (allowed.failed)
        jixiao_findings_out_of_memory(findings);
    else
        options_complain(findings, id, word, buffer_string(&allowed));
    buffer_free(&allowed);
    return false;
}

static bool report_misplaced(const struct options *options,
    const struct option_row *row, struct jixiao_findings *findings)
{
    if (options->verb == VERB_COUNT)
        return complain_of_verb(CATALOGUE_VERB_MISSING, "", findings);
    return options_complain(findings, CATALOGUE_OPTION_MISPLACED, row->name,
        verb_rows[options->verb].name);
}

/* Verbs may mean different things by one name: theirs counts. */
static const struct option_row *find_row(enum verb verb, int answer)
{
    const struct option_row *row = answer >= FIRST_ANSWER
        ? &option_rows[answer - FIRST_ANSWER] : NULL;

    for (int k = 0; k < OPTION_LETTER_COUNT; k++)
        if (answer == option_letters[k].letter)
            row = &option_rows[option_letters[k].id];
    for (int k = 0; row && k < OPTION_COUNT; k++)
        if (strcmp(option_rows[k].name, row->name) == 0
            && (option_rows[k].verbs & VERB_SET(verb)))
            return &option_rows[k];
    return row;
}

static bool read_options(struct options *options, int argc, char **argv,
    struct jixiao_findings *findings)
{
    struct option known[OPTION_COUNT + 1] = {0};
    const char *unknown = NULL;
    bool good = true;
    int answer;

    for (int k = 0; k < OPTION_COUNT; k++)
        known[k] = (struct option){ option_rows[k].name,
            option_rows[k].argument ? required_argument : no_argument, NULL,
            FIRST_ANSWER + k };
    opterr = 0;
    optind = 0;                 /* GNU: begin anew, whatever was before */
    while ((answer = getopt_long(argc, argv, ":o:j:", known, NULL)) != -1) {
        const struct option_row *row = find_row(options->verb, answer);
        if (is_in(unknown, row != NULL, argv))
            continue;
        if (!row) {
            unknown = unknown_word(argv);
            good = report_option(answer, unknown, findings);
        } else if (!(row->verbs & VERB_SET(options->verb))) {
            good = report_misplaced(options, row, findings);
        } else {
            good = option_row_set(row, options, optarg, findings) && good;
        }
    }
    options->arguments = argv + optind;
    options->argument_count = argc - optind;
    return good;
}

/* The verb is the first word; none is only right for --help, --version. */
static bool read_verb(struct options *options, int argc, char **argv,
    struct jixiao_findings *findings)
{
    const char *word = argc > 1 ? argv[1] : "";

    options->verb = VERB_COUNT;
    if (argc < 2)
        return complain_of_verb(CATALOGUE_VERB_MISSING, "", findings);
    if (word[0] == '-')
        return true;
    struct nearest nearest = nearest_to(word, strlen(word));
    for (int k = 0; k < VERB_COUNT; k++) {
        nearest_try(&nearest, verb_rows[k].name);
        if (strcmp(verb_rows[k].name, word) == 0)
            options->verb = (enum verb)k;
    }
    if (options->verb < VERB_COUNT)
        return true;
    return nearest.name ? options_complain(findings, CATALOGUE_VERB_MISSPELT,
        word, nearest.name) : complain_of_verb(CATALOGUE_VERB_UNKNOWN, word,
        findings);
}

/* What an argument is: of most verbs a file. */
static bool report_missing(const struct options *options,
    struct jixiao_findings *findings)
{
    static const struct {
        enum verb verb;
        enum catalogue id;
    } others[] = {
        { VERB_EXPLAIN, CATALOGUE_CODE_NOT_NAMED },
        { VERB_VERIFY, CATALOGUE_ARCHIVE_NOT_NAMED },
        { VERB_NEW, CATALOGUE_EDITION_NOT_NAMED },
        { VERB_PULL, CATALOGUE_RETURNED_NOT_NAMED },
        { VERB_DIFF, CATALOGUE_SIDES_NOT_NAMED },
        { VERB_COMPLETION, CATALOGUE_SHELL_NOT_NAMED },
    };
    enum catalogue id = CATALOGUE_FILE_NOT_NAMED;

    for (size_t k = 0; k < sizeof others / sizeof *others; k++)
        if (others[k].verb == options->verb)
            id = others[k].id;
    return options_complain(findings, id, verb_rows[options->verb].name, "");
}

static bool has_empty_file(const struct options *options)
{
    bool takes_files = options->verb == VERB_BUILD
        || options->verb == VERB_CHECK || options->verb == VERB_WATCH
        || options->verb == VERB_NEXT || options->verb == VERB_SHEET
        || options->verb == VERB_READ || options->verb == VERB_EDIT;

    for (int k = 0; takes_files && k < options->argument_count; k++)
        if (options->arguments[k][0] == '\0')
            return true;
    return false;
}

static bool check_arguments(const struct options *options,
    struct jixiao_findings *findings)
{
    if (options->verb == VERB_COUNT)
        return complain_of_verb(CATALOGUE_VERB_MISSING, "", findings);

    const struct verb_row *row = &verb_rows[options->verb];
    int least = options->verb == VERB_EDIT && !options->new_edition ? 1
        : row->least;
    if (options->argument_count < least && !options->list_count)
        return report_missing(options, findings);
    if (options->argument_count > row->most)
        return options_complain(findings, CATALOGUE_ARGUMENT_TOO_MANY,
            options->arguments[row->most], "");
    if (has_empty_file(options))
        return options_complain(findings, CATALOGUE_FILE_NAME_EMPTY,
            row->name, "");
    if (options->to && options->argument_count > 1)
        return options_complain(findings, CATALOGUE_STAGE_OF_MANY,
            options->arguments[1], "");
    if ((options->archive.added_count || options->archive.supersedes)
        && options->argument_count > 1)
        return options_complain(findings, CATALOGUE_ARCHIVE_OF_MANY,
            options->arguments[1], "");
    if (options->to == INTERMEDIATE_SUBMISSION && options->build.only)
        return options_complain(findings, CATALOGUE_STAGE_UNDIVIDED, "", "");
    return true;
}

bool options_parse(struct options *options, int argc, char **argv,
    struct jixiao_findings *findings)
{
    *options = (struct options){ .language = JIXIAO_ZH,
        .build = { .output = "output" } };
    if (!read_verb(options, argc, argv, findings))
        return false;
    if (options->verb == VERB_ARCHIVE)
        options->build.output = "archive";

    bool has_verb = options->verb < VERB_COUNT;
    if (!read_options(options, argc - has_verb, argv + has_verb, findings))
        return false;
    return options->help || options->version
        || check_arguments(options, findings);
}

void options_free(struct options *options)
{
    option_changes_free(&options->changes);
    free(options->font_folders);
    free(options->summaries);
    free(options->lists);
    free(options->added);
}
