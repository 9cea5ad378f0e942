/* The command line: what each verb takes, and every fault of it at once. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/options.h"
#include "fixture.h"

#define WORDS_MAX 12

/* A command line from words between blanks, as getopt_long() may shuffle. */
struct line {
    char text[256];
    char *words[WORDS_MAX + 1];
    int count;
};

/* options_free() has to follow. */
static bool parse(struct line *line, const char *text,
    struct options *options, struct findings *findings)
{
    snprintf(line->text, sizeof line->text, "jixiao %s", text);
    line->count = 0;
    for (char *word = strtok(line->text, " "); word && line->count < WORDS_MAX;
        word = strtok(NULL, " "))
        line->words[line->count++] = strcmp(word, "''") == 0 ? word + 2 : word;
    line->words[line->count] = NULL;
    return options_parse(options, line->count, line->words,
        fixture_outside(findings));
}

static void has_defaults(void)
{
    struct findings *findings = findings_new();
    struct options options;
    struct line line;

    CU_ASSERT_TRUE(parse(&line, "build a.json", &options, findings));
    CU_ASSERT_EQUAL(options.verb, VERB_BUILD);
    CU_ASSERT_EQUAL(options.language, JIXIAO_ZH);
    CU_ASSERT_PTR_NULL(options.data_dir);
    CU_ASSERT_STRING_EQUAL(options.build.output, "output");
    CU_ASSERT_PTR_NULL(options.build.formats);
    CU_ASSERT_PTR_NULL(options.build.only);
    CU_ASSERT_EQUAL(options.to, INTERMEDIATE_NONE);
    CU_ASSERT_FALSE(options.verify || options.markdown || options.help
        || options.version);
    CU_ASSERT_EQUAL_FATAL(options.argument_count, 1);
    CU_ASSERT_STRING_EQUAL(options.arguments[0], "a.json");
    CU_ASSERT_EQUAL(options.report, JIXIAO_REPORT_TEXT);
    CU_ASSERT_PTR_NULL(options.previous);
    CU_ASSERT_EQUAL(options.changes.count, 0);
    CU_ASSERT_EQUAL(findings_count(findings), 0);
    options_free(&options);
    findings_free(findings);
}

static void reads_options_before_and_after_files(void)
{
    static const char *const lines[] = {
        "build -o out --only 附件2 --lang=en --data-dir d a.json b.json",
        "build a.json -oout --only=附件2 b.json --lang en --data-dir=d",
        "build --output=out --on 附件2 --lang en --data-dir d -- a.json b.json",
    };

    for (size_t i = 0; i < COUNT(lines); i++) {
        struct findings *findings = findings_new();
        struct options options;
        struct line line;
        CU_ASSERT_TRUE(parse(&line, lines[i], &options, findings));
        CU_ASSERT_STRING_EQUAL(options.build.output, "out");
        CU_ASSERT_STRING_EQUAL(options.build.only, "附件2");
        CU_ASSERT_EQUAL(options.language, JIXIAO_EN);
        CU_ASSERT_STRING_EQUAL(options.data_dir, "d");
        CU_ASSERT_EQUAL_FATAL(options.argument_count, 2);
        CU_ASSERT_STRING_EQUAL(options.arguments[0], "a.json");
        CU_ASSERT_STRING_EQUAL(options.arguments[1], "b.json");
        options_free(&options);
        findings_free(findings);
    }
}

static void reads_what_each_verb_takes(void)
{
    static const struct { const char *line; struct options options; }
    cases[] = {
        { "build --format html a", { .verb = VERB_BUILD,
            .build.formats = "html", .argument_count = 1 } },
        { "build --format flat-opc,html,docx a", { .verb = VERB_BUILD,
            .build.formats = "flat-opc,html,docx", .argument_count = 1 } },
        { "build --to submission.xml --verify a", { .verb = VERB_BUILD,
            .to = INTERMEDIATE_SUBMISSION, .verify = true,
            .argument_count = 1 } },
        { "build --to document.xml a", { .verb = VERB_BUILD,
            .to = INTERMEDIATE_DOCUMENT, .argument_count = 1 } },
        { "check --verify a b c", { .verb = VERB_CHECK, .verify = true,
            .argument_count = 3 } },
        { "check --report json a", { .verb = VERB_CHECK,
            .report = JIXIAO_REPORT_JSON, .argument_count = 1 } },
        { "check --report=sarif a b", { .verb = VERB_CHECK,
            .report = JIXIAO_REPORT_SARIF, .argument_count = 2 } },
        { "check --caret always a", { .verb = VERB_CHECK,
            .caret = CARET_ALWAYS, .argument_count = 1 } },
        { "rules", { .verb = VERB_RULES } },
        { "rules --markdown e", { .verb = VERB_RULES, .markdown = true,
            .argument_count = 1 } },
        { "explain A04", { .verb = VERB_EXPLAIN, .argument_count = 1 } },
        { "explain A04 e", { .verb = VERB_EXPLAIN, .argument_count = 2 } },
        { "schema", { .verb = VERB_SCHEMA } },
        { "schema --markdown e", { .verb = VERB_SCHEMA, .markdown = true,
            .argument_count = 1 } },
        { "--help", { .verb = VERB_COUNT, .help = true } },
        { "build --help", { .verb = VERB_BUILD, .help = true } },
        { "--version", { .verb = VERB_COUNT, .version = true } },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        const struct options *wanted = &cases[i].options;
        struct options options;
        struct line line;
        CU_ASSERT_TRUE(parse(&line, cases[i].line, &options, findings));
        CU_ASSERT_EQUAL(options.verb, wanted->verb);
        CU_ASSERT_EQUAL(options.to, wanted->to);
        CU_ASSERT_EQUAL(options.verify, wanted->verify);
        CU_ASSERT_EQUAL(options.markdown, wanted->markdown);
        CU_ASSERT_EQUAL(options.help, wanted->help);
        CU_ASSERT_EQUAL(options.version, wanted->version);
        CU_ASSERT_EQUAL(options.report, wanted->report);
        CU_ASSERT_EQUAL(options.caret, wanted->caret);
        CU_ASSERT_EQUAL(options.argument_count, wanted->argument_count);
        if (wanted->build.formats)
            CU_ASSERT_STRING_EQUAL(options.build.formats,
                wanted->build.formats);
        CU_ASSERT_EQUAL(findings_count(findings), 0);
        options_free(&options);
        findings_free(findings);
    }
}

static void collects_changes_of_rules(void)
{
    static const struct jixiao_rule_change wanted[] = {
        { .kind = JIXIAO_RULE_DISABLE, .code = "A12" },
        { .kind = JIXIAO_RULE_DISABLE, .code = "C09" },
        { .kind = JIXIAO_RULE_LEVEL, .code = "A12", .level = JIXIAO_ERROR },
        { .kind = JIXIAO_RULE_PARAMETER, .code = "A12", .name = "ceiling",
            .value = "150,5=x.y" },
        { .kind = JIXIAO_RULE_LEVEL, .code = "B01", .level = JIXIAO_HINT },
        { .kind = JIXIAO_RULE_LEVEL, .code = "B02",
            .level = JIXIAO_WARNING },
    };
    static const char *const verbs[] = { "check", "build", "rules",
        "explain" };

    for (size_t i = 0; i < COUNT(verbs); i++) {
        struct findings *findings = findings_new();
        struct options options;
        struct line line;
        char text[200];
        snprintf(text, sizeof text, "%s --disable A12,C09 --level A12=error "
            "--param A12.ceiling=150,5=x.y a --level=B01=hint,B02=warning",
            verbs[i]);
        CU_ASSERT_TRUE(parse(&line, text, &options, findings));
        CU_ASSERT_EQUAL_FATAL(options.changes.count, COUNT(wanted));
        for (size_t k = 0; k < COUNT(wanted); k++) {
            const struct jixiao_rule_change *change =
                &options.changes.list[k];
            CU_ASSERT_EQUAL(change->kind, wanted[k].kind);
            CU_ASSERT_STRING_EQUAL(change->code, wanted[k].code);
            CU_ASSERT_EQUAL(change->level, wanted[k].level);
            if (wanted[k].name) {
                CU_ASSERT_STRING_EQUAL(change->name, wanted[k].name);
                CU_ASSERT_STRING_EQUAL(change->value, wanted[k].value);
            }
        }
        options_free(&options);
        CU_ASSERT_EQUAL(options.changes.count, 0);
        findings_free(findings);
    }
}

static void reports_a_wrong_command_line(void)
{
    static const struct { const char *line, *code, *part; } cases[] = {
        { "", "U002", "no verb" },
        { "biuld a", "U003", "no verb \"biuld\"; the nearest is build" },
        { "schem", "U003", "the nearest is schema" },
        { "frobnicate", "U004", "no verb \"frobnicate\"" },
        { "a.json", "U004", "no verb \"a.json\"" },
        { "build --ouput x a", "U005",
            "no option --ouput; the nearest is --output" },
        { "build --ouput=x a", "U005", "the nearest is --output" },
        { "build --frobnicate a", "U006", "no option --frobnicate" },
        { "build -x a", "U006", "no option -x" },
        { "build a -x b", "U006", "no option -x" },
        { "build a -xy b", "U006", "no option -xy" },
        { "build -x.json", "U006", "write ./-x.json for a file" },
        { "build a -附件 b", "U006", "no option -附件;" },
        { "build --verify=yes a", "U005", "no option --verify=yes" },
        { "build --output", "U007", "--output needs a value" },
        { "build a -o", "U007", "-o needs a value" },
        { "check --format x a", "U008", "check takes no --format" },
        { "schema --verify", "U008", "schema takes no --verify" },
        { "build --markdown a", "U008", "build takes no --markdown" },
        { "check --version", "U008", "check takes no --version" },
        { "build --format png a", "U009", "no format \"png\"" },
        { "build --format html,png,docx a", "U009", "no format \"png\"" },
        { "build --format html, a", "U009", "no format (empty)" },
        { "build --format '' a", "U009", "no format (empty)" },
        { "build --format HTML a", "U009", "no format \"HTML\"" },
        { "build --lang fr a", "U010", "no language \"fr\"" },
        { "build --to html a", "U011", "no intermediate \"html\"" },
        { "build --to '' a", "U011", "no intermediate (empty)" },
        { "build", "U012", "jixiao build data.json" },
        { "check --verify", "U012", "jixiao check data.json" },
        { "check ''", "U035", "a file name is empty" },
        { "build a ''", "U035", "jixiao build data.json" },
        { "schema a b", "U013", "\"b\" is too much" },
        { "rules a b", "U013", "\"b\" is too much" },
        { "explain a b c", "U013", "\"c\" is too much" },
        { "diff a b c", "U013", "\"c\" is too much; leave it out" },
        { "diff", "U061", "jixiao diff old.json new.json" },
        { "diff a", "U061", "jixiao diff old.json new.json" },
        { "explain", "U026", "jixiao explain A04" },
        { "explian A04", "U003", "the nearest is explain" },
        { "check --report xml a", "U029", "no report format \"xml\"" },
        { "check --report '' a", "U029", "no report format (empty)" },
        { "check --caret yes a", "U075", "auto, always, never" },
        { "rules --caret never", "U008", "rules takes no --caret" },
        { "build --report json a", "U008", "build takes no --report" },
        { "rules --previous b", "U008", "rules takes no --previous" },
        { "schema --disable A04", "U008", "schema takes no --disable" },
        { "check --previous '' a", "U007", "--previous needs a value" },
        { "check --disable '' a", "U027", "(empty) in --disable" },
        { "check --disable A04, a", "U027", "(empty) in --disable" },
        { "check --level A04 a", "U027", "\"A04\" in --level" },
        { "check --level =error a", "U027", "\"=error\" in --level" },
        { "check --level A04= a", "U028", "no level (empty)" },
        { "check --level A04=fatal a", "U028", "no level \"fatal\"" },
        { "check --level A04=system a", "U028", "no level \"system\"" },
        { "check --param A04 a", "U027", "\"A04\" in --param" },
        { "check --param A04.x a", "U027", "\"A04.x\" in --param" },
        { "check --param A04=1 a", "U027", "\"A04=1\" in --param" },
        { "check --param A04=1.5 a", "U027", "\"A04=1.5\" in --param" },
        { "check --param .x=1 a", "U027", "\".x=1\" in --param" },
        { "check --param A04.=1 a", "U027", "\"A04.=1\" in --param" },
        { "build --only '' a", "U007", "--only needs a value" },
        { "check --data-dir '' a", "U007", "--data-dir needs a value" },
        { "build -o '' a", "U007", "--output needs a value" },
        { "build --to document.xml a b", "U016", "\"b\" is too much" },
        { "build --to submission.xml --only 附件1 a", "U017",
            "leave out --only" },
        { "--lang en", "U002", "no verb" },
        /* An option before the verb: there is no verb to take it. */
        { "-o x build a", "U002", "no verb" },
        { "--verify build a", "U002", "no verb" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct options options;
        struct line line;
        CU_ASSERT_FALSE(parse(&line, cases[i].line, &options, findings));
        CU_ASSERT_EQUAL(findings_count(findings), 1);
        const struct finding *finding = findings_get(findings, 0);
        if (!strstr(finding->text[LANGUAGE_EN], cases[i].part))
            fprintf(stderr, "%s: %s %s\n", cases[i].line, finding->code,
                finding->text[LANGUAGE_EN]);
        CU_ASSERT_STRING_EQUAL(finding->code, cases[i].code);
        CU_ASSERT_EQUAL(finding->level, LEVEL_USAGE);
        CU_ASSERT_PTR_NOT_NULL(strstr(finding->text[LANGUAGE_EN],
            cases[i].part));
        options_free(&options);
        findings_free(findings);
    }
}

static void reports_all_faults_and_keeps_the_language(void)
{
    struct findings *findings = findings_new();
    struct options options;
    struct line line;

    CU_ASSERT_FALSE(parse(&line,
        "build --lang en --ouput x --to html --format png a", &options,
        findings));
    CU_ASSERT_EQUAL(findings_count(findings), 3);
    CU_ASSERT_EQUAL(options.language, JIXIAO_EN);
    options_free(&options);
    findings_free(findings);
}

static char *help(enum verb verb, enum jixiao_language language)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);

    CU_ASSERT_PTR_NOT_NULL_FATAL(out);
    options_print_help(verb, language, out);
    fclose(out);
    return text;
}

static void helps_with_what_a_verb_takes(void)
{
    static const struct { enum verb verb; const char *has[4], *lacks[4]; }
    cases[] = {
        { VERB_BUILD, { "jixiao build", "-o, --output DIR", "--only LIST",
            "--verify" }, { "--markdown", "--version", "jixiao check", NULL } },
        { VERB_CHECK, { "jixiao check", "--verify", "--lang zh|en",
            "-o, --output DIR" },
            { "--clean", "--format", "jixiao build", NULL } },
        { VERB_RULES, { "jixiao rules", "[EDITION]", "--disable LIST",
            "--markdown" }, { "--report", "--verify", "--previous", NULL } },
        { VERB_EXPLAIN, { "jixiao explain", "CODE [EDITION]",
            "--param SETTING", NULL }, { "--markdown", NULL, NULL, NULL } },
        { VERB_SCHEMA, { "jixiao schema", "[EDITION]", "--markdown", NULL },
            { "--verify", "--format", NULL, NULL } },
        { VERB_COUNT, { "jixiao build", "jixiao check", "jixiao schema",
            "--version" }, { "--output", "--markdown", NULL, NULL } },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        char *text = help(cases[i].verb, JIXIAO_EN);
        for (size_t k = 0; k < COUNT(cases[i].has); k++) {
            if (cases[i].has[k])
                CU_ASSERT_PTR_NOT_NULL(strstr(text, cases[i].has[k]));
            if (cases[i].lacks[k])
                CU_ASSERT_PTR_NULL(strstr(text, cases[i].lacks[k]));
        }
        CU_ASSERT_PTR_NOT_NULL(strstr(text, "exit status: 0 clean"));
        free(text);
    }
    char *text = help(VERB_BUILD, JIXIAO_ZH);
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "用法"));
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "退出状态"));
    free(text);
}

CU_TestInfo options_tests[] = {
    {"have defaults", has_defaults},
    {"stand before and after files", reads_options_before_and_after_files},
    {"are what each verb takes", reads_what_each_verb_takes},
    {"collect changes of rules", collects_changes_of_rules},
    {"are reported where they are wrong", reports_a_wrong_command_line},
    {"are all reported, in the language asked for",
        reports_all_faults_and_keeps_the_language},
    {"are explained by the help", helps_with_what_a_verb_takes},
    CU_TEST_INFO_NULL
};
