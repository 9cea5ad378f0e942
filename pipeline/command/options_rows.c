/*
 * The tables of verbs and options, and what each option sets.
 */

#include "command/options_rows.h"

#include <limits.h>
#include <stddef.h>
#include <string.h>

#include "0_base/catalogue.h"

bool options_complain(struct jixiao_findings *findings, enum catalogue id,
    const char *name, const char *allowed)
{
    jixiao_findings_add(findings, catalogue_code(id),
        "name", name,
        "allowed", allowed, NULL);
    return false;
}

static bool set_formats(struct options *options, const char *list,
    struct jixiao_findings *findings)
{
    options->build.formats = list;
    return jixiao_formats_check(list, findings);
}

static bool set_language(struct options *options, const char *name,
    struct jixiao_findings *findings)
{
    static const char *const names[JIXIAO_LANGUAGE_COUNT] = { "zh", "en" };

    for (int k = 0; k < JIXIAO_LANGUAGE_COUNT; k++) {
        if (strcmp(names[k], name) == 0) {
            options->language = (enum jixiao_language)k;
            return true;
        }
    }
    return options_complain(findings, CATALOGUE_LANGUAGE_UNKNOWN, name,
        "zh、en");
}

static bool set_stage(struct options *options, const char *name,
    struct jixiao_findings *findings)
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
    return options_complain(findings, CATALOGUE_STAGE_UNKNOWN, name,
        "submission.xml、document.xml");
}

/* Nothing between quotes is nearly always a variable that was never set. */
static bool refuse_empty(const char *argument, const char *option,
    struct jixiao_findings *findings)
{
    return *argument
        || options_complain(findings, CATALOGUE_OPTION_INCOMPLETE, option, "");
}

static bool set_output(struct options *options, const char *folder,
    struct jixiao_findings *findings)
{
    options->build.output = folder;
    return refuse_empty(folder, "--output", findings);
}

static bool set_only(struct options *options, const char *list,
    struct jixiao_findings *findings)
{
    options->build.only = list;
    return refuse_empty(list, "--only", findings);
}

static bool set_data_dir(struct options *options, const char *folder,
    struct jixiao_findings *findings)
{
    (void)findings;
    options->data_dir = folder;
    return true;
}

static bool set_previous(struct options *options, const char *path,
    struct jixiao_findings *findings)
{
    options->previous = path;
    return refuse_empty(path, "--previous", findings);
}

static bool set_report(struct options *options, const char *name,
    struct jixiao_findings *findings)
{
    return jixiao_report_parse(name, &options->report)
        || options_complain(findings, CATALOGUE_REPORT_UNKNOWN, name,
            "text、json、sarif");
}

static bool add_disable(struct options *options, const char *list,
    struct jixiao_findings *findings)
{
    return option_changes_disable(&options->changes, list, findings);
}

static bool add_level(struct options *options, const char *list,
    struct jixiao_findings *findings)
{
    return option_changes_level(&options->changes, list, findings);
}

static bool add_parameter(struct options *options, const char *text,
    struct jixiao_findings *findings)
{
    return option_changes_parameter(&options->changes, text, findings);
}

#define FLAG(member) NULL, offsetof(struct options, member)
#define BUILD VERB_SET(VERB_BUILD)
#define CHECK VERB_SET(VERB_CHECK)
#define RULES VERB_SET(VERB_RULES)
#define EXPLAIN VERB_SET(VERB_EXPLAIN)
#define SCHEMA VERB_SET(VERB_SCHEMA)
#define NONE VERB_SET(VERB_COUNT)       /* no verb at all */
#define ALL (BUILD | CHECK | RULES | EXPLAIN | SCHEMA | NONE)

const struct option_row option_rows[OPTION_COUNT] = {
    [OPTION_OUTPUT] = { "output", set_output, 0, BUILD | CHECK, "DIR",
        { "写到 DIR 之下，每个数据文件一个文件夹（默认 output）",
          "write below DIR, a folder for each data file (output)" } },
    [OPTION_FORMAT] = { "format", set_formats, 0, BUILD, "LIST",
        { "格式，逗号分隔，见下", "formats, by commas, see below" } },
    [OPTION_ONLY] = { "only", set_only, 0, BUILD, "LIST",
        { "只做这些附件，如 附件2,附件4-1",
          "only these attachments, such as 附件2,附件4-1" } },
    [OPTION_CLEAN] = { "clean", FLAG(build.clean), BUILD, NULL,
        { "网页里的附件不标出问题", "mark no findings in the attachments' pages" } },
    [OPTION_OVERWRITE] = { "overwrite", FLAG(build.overwrite), BUILD, NULL,
        { "手工改过的文件直接覆盖，不另存",
          "replace files that somebody edited, and keep no copies" } },
    [OPTION_TO] = { "to", set_stage, 0, BUILD, "STAGE",
        { "只打印中间结果：submission.xml 或 document.xml",
          "print an intermediate: submission.xml or document.xml" } },
    [OPTION_REPORT] = { "report", set_report, 0, CHECK, "FORMAT",
        { "报告的格式：text、json 或 sarif（默认 text）",
          "the report's format: text, json or sarif (text)" } },
    [OPTION_PREVIOUS] = { "previous", set_previous, 0, BUILD | CHECK, "PATH",
        { "上年的数据文件，或存放上年同名文件的文件夹",
          "last year's data file, or a folder with files of the same names" } },
    [OPTION_DISABLE] = { "disable", add_disable, 0, BUILD | CHECK | RULES | EXPLAIN, "LIST",
        { "不检查这些规则，如 A12,C09", "leave out these rules: A12,C09" } },
    [OPTION_LEVEL] = { "level", add_level, 0, BUILD | CHECK | RULES | EXPLAIN, "LIST",
        { "改变级别（error、warning、hint），如 A12=error,C09=hint",
          "change levels (error, warning, hint): A12=error,C09=hint" } },
    [OPTION_PARAM] = { "param", add_parameter, 0, BUILD | CHECK | RULES | EXPLAIN, "SETTING",
        { "改变规则的参数，如 A12.ceiling=150；可以多次",
          "change a rule's parameter: A12.ceiling=150; may be repeated" } },
    [OPTION_VERIFY] = { "verify", FLAG(verify), BUILD | CHECK, NULL,
        { "并按语法检查中间结果",
          "check the intermediates against their grammars, too" } },
    [OPTION_MARKDOWN] = { "markdown", FLAG(markdown), RULES | SCHEMA, NULL,
        { "打印一览表（Markdown）", "print a table in Markdown" } },
    [OPTION_DATA_DIR] = { "data-dir", set_data_dir, 0, ALL, "DIR",
        { "使用 DIR 里的 schemas/ 和 stylesheets/，而不是内置的",
          "use schemas/ and stylesheets/ of DIR, not the built-in ones" } },
    [OPTION_LANG] = { "lang", set_language, 0, ALL, "zh|en",
        { "提示的语言（默认 zh）", "language of messages (zh)" } },
    [OPTION_HELP] = { "help", FLAG(help), ALL, NULL,
        { "打印本说明", "print this help" } },
    [OPTION_VERSION] = { "version", FLAG(version), NONE, NULL,
        { "打印版本号", "print the version" } },
};

bool option_row_set(const struct option_row *row, struct options *options,
    const char *argument, struct jixiao_findings *findings)
{
    if (row->set)
        return row->set(options, argument, findings);
    *(bool *)((char *)options + row->flag) = true;
    return true;
}

const struct verb_row verb_rows[VERB_COUNT] = {
    [VERB_BUILD] = { "build", "FILE…", 1, INT_MAX,
        { "由数据文件生成全套附件", "make all attachments of data files" } },
    [VERB_CHECK] = { "check", "FILE…", 1, INT_MAX,
        { "检查数据文件，不写任何文件", "check data files, write nothing" } },
    [VERB_RULES] = { "rules", "[EDITION]", 0, 1,
        { "列出全部规则", "list all rules" } },
    [VERB_EXPLAIN] = { "explain", "CODE [EDITION]", 1, 2,
        { "解释一条规则或一个代码", "explain a rule or a code" } },
    [VERB_SCHEMA] = { "schema", "[EDITION]", 0, 1,
        { "打印数据文件的格式（JSON Schema）",
          "print what a data file may hold (JSON Schema)" } },
};
