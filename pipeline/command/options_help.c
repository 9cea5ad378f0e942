/*
 * The help: every verb, or one with its options.
 */

#include "0_base/utf8.h"
#include "command/options_rows.h"

#define OPTION_WIDTH 20
#define ARGUMENTS_WIDTH 14

static const char *const usage[] = { "用法", "usage" };
static const char *const options[] = { "选项", "options" };
static const char *const formats[] = { "格式", "formats" };
static const char *const usual[] = { "（默认）", " (usual)" };
static const char *const statuses[] = {
    "退出状态：0 无问题，1 有警告，2 数据有错误，3 用法有误，4 系统故障",
    "exit status: 0 clean, 1 warnings, 2 errors in the data, 3 usage, "
    "4 system" };

static void print_formats(enum jixiao_language language, FILE *out)
{
    struct jixiao_format format;

    fprintf(out, "\n%s:\n", formats[language]);
    for (size_t k = 0; jixiao_formats_get(k, &format); k++)
        fprintf(out, "  %-*s  %s%s\n", OPTION_WIDTH, format.name,
            format.title[language], format.usual ? usual[language] : "");
}

static void print_options(enum verb verb, enum jixiao_language language, FILE *out)
{
    fprintf(out, "\n%s:\n", options[language]);
    for (int k = 0; k < OPTION_COUNT; k++) {
        const struct option_row *row = &option_rows[k];
        char name[40];
        if (!(row->verbs & VERB_SET(verb)))
            continue;
        snprintf(name, sizeof name, "%s--%s%s%s",
            k == OPTION_OUTPUT ? "-o, " : "", row->name,
            row->argument ? " " : "", row->argument ? row->argument : "");
        fprintf(out, "  %-*s  %s\n", OPTION_WIDTH, name,
            row->help[language]);
    }
    if (verb == VERB_BUILD)
        print_formats(language, out);
    fprintf(out, "\n%s\n", statuses[language]);
}

void options_print_help(enum verb verb, enum jixiao_language language, FILE *out)
{
    fprintf(out, "%s:\n", usage[language]);
    for (int k = 0; k < VERB_COUNT; k++) {
        const struct verb_row *row = &verb_rows[k];
        if (verb != VERB_COUNT && (int)verb != k)
            continue;
        fprintf(out, "  jixiao %-7s [OPTION…] %s%*s  %s\n", row->name,
            row->arguments,
            ARGUMENTS_WIDTH - (int)utf8_width(row->arguments), "",
            row->help[language]);
    }
    print_options(verb, language, out);
}
