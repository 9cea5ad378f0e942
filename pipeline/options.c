#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "0_base/buffer.h"
#include "0_base/nearest.h"

static bool complain(struct findings *findings, enum catalogue id,
    const char *name, const char *allowed)
{
    findings_add(findings, id, (struct place){ 0, 0 }, NULL, "name", name,
        "allowed", allowed, NULL);
    return false;
}

static bool complain_of_format(struct findings *findings, const char *name,
    size_t length)
{
    struct buffer copy = BUFFER_EMPTY;

    buffer_add(&copy, name, length);
    complain(findings, CATALOGUE_FORMAT_UNKNOWN, buffer_string(&copy),
        "html、docx、flat-opc");
    buffer_free(&copy);
    return false;
}

/* Sets the format of each name in a list by commas. */
static bool set_formats(struct options *options, const char *list,
    struct findings *findings)
{
    enum format format;

    options->build.formats = 0;
    for (;;) {
        size_t length = strcspn(list, ",");
        if (!format_parse(list, length, &format))
            return complain_of_format(findings, list, length);
        options->build.formats |= FORMAT_SET(format);
        if (!list[length])
            return true;
        list += length + 1;
    }
}

static bool set_language(struct options *options, const char *name,
    struct findings *findings)
{
    static const char *const names[LANGUAGE_COUNT] = { "zh", "en" };

    for (int k = 0; k < LANGUAGE_COUNT; k++) {
        if (strcmp(names[k], name) == 0) {
            options->language = (enum language)k;
            return true;
        }
    }
    return complain(findings, CATALOGUE_LANGUAGE_UNKNOWN, name, "zh、en");
}

static bool set_stage(struct options *options, const char *name,
    struct findings *findings)
{
    static const char *const names[] = {
        [INTERMEDIATE_NONE] = "",
        [INTERMEDIATE_SUBMISSION] = "submission.xml",
        [INTERMEDIATE_DOCUMENT] = "document.xml",
    };

    for (int k = INTERMEDIATE_SUBMISSION; k <= INTERMEDIATE_DOCUMENT; k++) {
        if (strcmp(names[k], name) == 0) {
            options->to = (enum intermediate)k;
            return true;
        }
    }
    return complain(findings, CATALOGUE_STAGE_UNKNOWN, name,
        "submission.xml、document.xml");
}

/* Nothing between quotes is nearly always a variable that was never set. */
static bool refuse_empty(const char *argument, const char *option,
    struct findings *findings)
{
    return *argument
        || complain(findings, CATALOGUE_OPTION_INCOMPLETE, option, "");
}

static bool set_output(struct options *options, const char *folder,
    struct findings *findings)
{
    options->build.output = folder;
    return refuse_empty(folder, "--output", findings);
}

static bool set_only(struct options *options, const char *list,
    struct findings *findings)
{
    options->build.only = list;
    return refuse_empty(list, "--only", findings);
}

static bool set_data_dir(struct options *options, const char *folder,
    struct findings *findings)
{
    (void)findings;
    options->data_dir = folder;
    return true;
}

static bool set_verify(struct options *options, const char *nothing,
    struct findings *findings)
{
    (void)nothing, (void)findings;
    options->verify = true;
    return true;
}

static bool set_markdown(struct options *options, const char *nothing,
    struct findings *findings)
{
    (void)nothing, (void)findings;
    options->markdown = true;
    return true;
}

static bool set_help(struct options *options, const char *nothing,
    struct findings *findings)
{
    (void)nothing, (void)findings;
    options->help = true;
    return true;
}

static bool set_version(struct options *options, const char *nothing,
    struct findings *findings)
{
    (void)nothing, (void)findings;
    options->version = true;
    return true;
}

#define VERB_SET(verb) (1u << (verb))
#define VERB_SET_ALL (VERB_SET(VERB_COUNT + 1) - 1)

/* Also the order of the help; -o is the first one. */
static const struct row {
    const char *name;
    bool (*set)(struct options *options, const char *argument,
        struct findings *findings);
    unsigned verbs;                     /* that take it */
    const char *argument;               /* as the help shows it */
    const char *help[LANGUAGE_COUNT];
} rows[] = {
    { "output", set_output,
        VERB_SET(VERB_BUILD), "DIR",
        { "写到 DIR 之下，每个数据文件一个文件夹（默认 output）",
          "write below DIR, a folder for each data file (output)" } },
    { "format", set_formats,
        VERB_SET(VERB_BUILD), "LIST",
        { "格式，逗号分隔：html、docx、flat-opc（默认 html,docx）",
          "formats, by commas: html, docx, flat-opc (html,docx)" } },
    { "only", set_only,
        VERB_SET(VERB_BUILD), "LIST",
        { "只做这些附件，如 附件2,附件4-1",
          "only these attachments, such as 附件2,附件4-1" } },
    { "to", set_stage,
        VERB_SET(VERB_BUILD), "STAGE",
        { "只打印中间结果：submission.xml 或 document.xml",
          "print an intermediate: submission.xml or document.xml" } },
    { "verify", set_verify,
        VERB_SET(VERB_BUILD) | VERB_SET(VERB_CHECK), NULL,
        { "并按语法检查中间结果",
          "check the intermediates against their grammars, too" } },
    { "markdown", set_markdown,
        VERB_SET(VERB_SCHEMA), NULL,
        { "打印成员一览（Markdown），而不是 JSON Schema",
          "print a field reference in Markdown, not the JSON Schema" } },
    { "data-dir", set_data_dir,
        VERB_SET_ALL, "DIR",
        { "使用 DIR 里的 schemas/ 和 stylesheets/，而不是内置的",
          "use schemas/ and stylesheets/ of DIR, not the built-in ones" } },
    { "lang", set_language,
        VERB_SET_ALL, "zh|en",
        { "提示的语言（默认 zh）", "language of messages (zh)" } },
    { "help", set_help, VERB_SET_ALL, NULL,
        { "打印本说明", "print this help" } },
    { "version", set_version,
        VERB_SET(VERB_COUNT), NULL,
        { "打印版本号", "print the version" } },
};

#define ROW_COUNT (sizeof rows / sizeof *rows)

static const struct {
    const char *name, *arguments;
    const char *help[LANGUAGE_COUNT];
} verbs[VERB_COUNT] = {
    [VERB_BUILD] = { "build", "FILE…  ",
        { "由数据文件生成全套附件", "make all attachments of data files" } },
    [VERB_CHECK] = { "check", "FILE…  ",
        { "检查数据文件，不写任何文件", "check data files, write nothing" } },
    [VERB_SCHEMA] = { "schema", "[EDITION]",
        { "打印数据文件的格式（JSON Schema）",
          "print what a data file may hold (JSON Schema)" } },
};

static const char *const headings[][LANGUAGE_COUNT] = {
    { "用法", "usage" },
    { "选项", "options" },
    { "退出状态：0 无问题，1 有警告，2 数据有错误，3 用法有误，4 系统故障",
      "exit status: 0 clean, 1 warnings, 2 errors in the data, 3 usage, "
      "4 system" },
};

static void print_options(enum verb verb, enum language language, FILE *out)
{
    fprintf(out, "\n%s:\n", headings[1][language]);
    for (size_t k = 0; k < ROW_COUNT; k++) {
        char name[40];
        if (!(rows[k].verbs & VERB_SET(verb)))
            continue;
        snprintf(name, sizeof name, "%s--%s%s%s",
            rows[k].set == set_output ? "-o, " : "", rows[k].name,
            rows[k].argument ? " " : "",
            rows[k].argument ? rows[k].argument : "");
        fprintf(out, "  %-20s  %s\n", name, rows[k].help[language]);
    }
    fprintf(out, "\n%s\n", headings[2][language]);
}

void options_print_help(enum verb verb, enum language language, FILE *out)
{
    fprintf(out, "%s:\n", headings[0][language]);
    for (int k = 0; k < VERB_COUNT; k++)
        if (verb == VERB_COUNT || (int)verb == k)
            fprintf(out, "  jixiao %-6s [OPTION…] %s  %s\n", verbs[k].name,
                verbs[k].arguments, verbs[k].help[language]);
    print_options(verb, language, out);
}

/* The answers of getopt_long() for rows[k] begin above all characters. */
#define FIRST_ANSWER 256

/* What getopt_long() did not know: the word before optind, or, within a word
 * of several letters, the one at it. */
static const char *unknown_word(char *const *argv)
{
    const char *before = argv[optind - 1];
    bool is_letter = optopt != 0 && optopt < FIRST_ANSWER;

    return !is_letter || (before[0] == '-' && before[1] != '-'
        && strchr(before, optopt)) ? before : argv[optind];
}

/* An option that getopt_long() does not know, or that lacks its argument. */
static bool report_option(int answer, const char *name,
    struct findings *findings)
{
    const char *word = name + strspn(name, "-");
    struct nearest nearest = nearest_to(word, strcspn(word, "="));

    if (answer == ':')
        return complain(findings, CATALOGUE_OPTION_INCOMPLETE, name, "");
    for (size_t k = 0; k < ROW_COUNT; k++)
        nearest_try(&nearest, rows[k].name);
    return complain(findings, nearest.name ? CATALOGUE_OPTION_MISSPELT
        : CATALOGUE_OPTION_UNKNOWN, name, nearest.name ? nearest.name : "");
}

static bool report_misplaced(const struct options *options,
    const struct row *row, struct findings *findings)
{
    if (options->verb == VERB_COUNT)
        return complain(findings, CATALOGUE_VERB_MISSING, "", "");
    return complain(findings, CATALOGUE_OPTION_MISPLACED, row->name,
        verbs[options->verb].name);
}

static const struct row *find_row(int answer)
{
    if (answer == 'o')
        return &rows[0];
    return answer >= FIRST_ANSWER ? &rows[answer - FIRST_ANSWER] : NULL;
}

static bool read_options(struct options *options, int argc, char **argv,
    struct findings *findings)
{
    struct option known[ROW_COUNT + 1] = {0};
    const char *unknown = NULL;
    bool good = true;
    int answer;

    for (size_t k = 0; k < ROW_COUNT; k++)
        known[k] = (struct option){ rows[k].name,
            rows[k].argument ? required_argument : no_argument, NULL,
            FIRST_ANSWER + (int)k };
    opterr = 0;
    optind = 0;                 /* GNU: begin anew, whatever was before */
    while ((answer = getopt_long(argc, argv, ":o:", known, NULL)) != -1) {
        const struct row *row = find_row(answer);
        if (!row && unknown == unknown_word(argv))
            continue;                   /* another letter of it */
        if (!row) {
            unknown = unknown_word(argv);
            good = report_option(answer, unknown, findings);
        } else if (!(row->verbs & VERB_SET(options->verb))) {
            good = report_misplaced(options, row, findings);
        } else {
            good = row->set(options, optarg, findings) && good;
        }
    }
    options->files = argv + optind;
    options->file_count = argc - optind;
    return good;
}

/* The verb is the first word; none is only right for --help, --version. */
static bool read_verb(struct options *options, int argc, char **argv,
    struct findings *findings)
{
    const char *word = argc > 1 ? argv[1] : "";

    options->verb = VERB_COUNT;
    if (argc < 2)
        return complain(findings, CATALOGUE_VERB_MISSING, "", "");
    if (word[0] == '-')
        return true;
    struct nearest nearest = nearest_to(word, strlen(word));
    for (int k = 0; k < VERB_COUNT; k++) {
        nearest_try(&nearest, verbs[k].name);
        if (strcmp(verbs[k].name, word) == 0)
            options->verb = (enum verb)k;
    }
    if (options->verb < VERB_COUNT)
        return true;
    return complain(findings, nearest.name ? CATALOGUE_VERB_MISSPELT
        : CATALOGUE_VERB_UNKNOWN, word, nearest.name ? nearest.name : "");
}

static bool check_files(const struct options *options,
    struct findings *findings)
{
    if (options->verb == VERB_COUNT)
        return complain(findings, CATALOGUE_VERB_MISSING, "", "");
    if (options->verb == VERB_SCHEMA && options->file_count > 1)
        return complain(findings, CATALOGUE_ARGUMENT_TOO_MANY,
            options->files[1], "");
    if (options->verb != VERB_SCHEMA && options->file_count == 0)
        return complain(findings, CATALOGUE_FILE_NOT_NAMED,
            verbs[options->verb].name, "");
    if (options->to && options->file_count > 1)
        return complain(findings, CATALOGUE_STAGE_OF_MANY,
            options->files[1], "");
    if (options->to == INTERMEDIATE_SUBMISSION && options->build.only)
        return complain(findings, CATALOGUE_STAGE_UNDIVIDED, "", "");
    return true;
}

bool options_parse(struct options *options, int argc, char **argv,
    struct findings *findings)
{
    *options = (struct options){ .language = LANGUAGE_ZH,
        .build = { .output = "output",
            .formats = FORMAT_SET(FORMAT_HTML) | FORMAT_SET(FORMAT_DOCX) } };
    if (!read_verb(options, argc, argv, findings))
        return false;

    bool has_verb = options->verb < VERB_COUNT;
    if (!read_options(options, argc - has_verb, argv + has_verb, findings))
        return false;
    return options->help || options->version
        || check_files(options, findings);
}
