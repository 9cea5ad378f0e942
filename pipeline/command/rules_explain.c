#include <stdint.h>
#include <string.h>

#include "0_base/catalogue.h"
#include "0_base/nearest.h"
#include "command/rules_print.h"
#include "command/rules_words.h"

/* The parts of an explanation and what they are called. */
enum part { PART_LEVEL, PART_KIND, PART_BASIS, PART_REASON, PART_PARAMETERS,
    PART_PASSES, PART_FAILS, PART_CHANGE, PART_COUNT };

static const char *const part_names[PART_COUNT][LANGUAGE_COUNT] = {
    [PART_LEVEL] = { "级别", "level" },
    [PART_KIND] = { "类型", "kind" },
    [PART_BASIS] = { "依据", "basis" },
    [PART_REASON] = { "原因", "reason" },
    [PART_PARAMETERS] = { "参数", "parameters" },
    [PART_PASSES] = { "符合的数据", "data that passes" },
    [PART_FAILS] = { "不符合的数据", "data that fails" },
    [PART_CHANGE] = { "可以改变", "to change it" },
};

static void print_name(enum part part, enum language language, FILE *out)
{
    fprintf(out, language == LANGUAGE_ZH ? "%s：" : "%s: ",
        part_names[part][language]);
}

static void print_part(enum part part, const char *text,
    enum language language, FILE *out)
{
    if (!*text)
        return;
    print_name(part, language, out);
    print_flat(text, "", out);
    fputc('\n', out);
}

/* The blanks that every line of text but the first begins with. */
static size_t measure_indentation(const char *text)
{
    size_t least = SIZE_MAX;

    while ((text = strchr(text, '\n')) != NULL) {
        size_t blanks = strspn(++text, " \t");
        if (text[blanks] && text[blanks] != '\n' && blanks < least)
            least = blanks;
    }
    return least == SIZE_MAX ? 0 : least;
}

/* An example on lines of its own, indented as little as can be. */
static void print_example(enum part part, const char *text,
    enum language language, FILE *out)
{
    size_t indentation = measure_indentation(text);

    text += strspn(text, " \t\n");
    if (!*text)
        return;
    print_name(part, language, out);
    while (*text) {
        size_t length = strcspn(text, "\n");
        fprintf(out, "\n  %.*s", (int)length, text);
        text += length + (text[length] == '\n');
        size_t blanks = strspn(text, " \t");
        text += blanks < indentation || !text[blanks] ? blanks : indentation;
    }
    fputc('\n', out);
}

static void print_usual(const char *value, enum language language, FILE *out)
{
    fprintf(out, language == LANGUAGE_ZH ? "（通常是 " : " (usually ");
    print_flat(value, "", out);
    fputs(language == LANGUAGE_ZH ? "）" : ")", out);
}

static void print_level(const struct rule *rule, enum language language,
    FILE *out)
{
    print_name(PART_LEVEL, language, out);
    fputs(rule_level_name(rule, language), out);
    if (rule->disabled || rule->level != rule->usual_level)
        print_usual(level_name(rule->usual_level, language), language, out);
    fputc('\n', out);
}

static void print_parameters(const struct rule *rule, enum language language,
    FILE *out)
{
    if (!rule->parameter_count)
        return;
    print_name(PART_PARAMETERS, language, out);
    fputc('\n', out);
    for (size_t k = 0; k < rule->parameter_count; k++) {
        const struct rule_parameter *parameter = &rule->parameters[k];
        fprintf(out, "  %s = ", parameter->name);
        print_flat(parameter->value, "", out);
        if (strcmp(parameter->value, parameter->usual) != 0)
            print_usual(parameter->usual, language, out);
        fputs("\n    ", out);
        print_flat(parameter->text[language], "", out);
        fputc('\n', out);
    }
}

/* The options that change the rule; one that is not checked has none. */
static void print_changes(const struct rule *rule, enum language language,
    FILE *out)
{
    if (rule->kind >= RULE_CONSTRUCTED)
        return;
    print_name(PART_CHANGE, language, out);
    fprintf(out, "--disable %s   --level %s=…", rule->code, rule->code);
    for (size_t k = 0; k < rule->parameter_count; k++)
        fprintf(out, "   --param %s.%s=…", rule->code,
            rule->parameters[k].name);
    fputc('\n', out);
}

static void print_title(const char *code, const char *title, FILE *out)
{
    fprintf(out, "%s  ", code);
    print_flat(title, "", out);
    fputc('\n', out);
}

static void explain_rule(const struct rule *rule, enum language language,
    FILE *out)
{
    print_title(rule->code, rule->title[language], out);
    print_level(rule, language, out);
    print_part(PART_KIND, rule_kind_name(rule->kind, language), language, out);
    print_part(PART_BASIS, rule->basis, language, out);
    print_part(PART_REASON, rule->reason[language], language, out);
    print_parameters(rule, language, out);
    print_example(PART_PASSES, rule->passes, language, out);
    print_example(PART_FAILS, rule->fails, language, out);
    print_changes(rule, language, out);
}

static void explain_row(const struct catalogue_row *row,
    enum language language, FILE *out)
{
    print_title(row->code, row->text[language], out);
    print_part(PART_LEVEL, level_name(row->level, language), language, out);
    print_part(PART_BASIS, row->basis, language, out);
}

static void report_unknown(const struct rules *rules, const char *code,
    struct findings *findings)
{
    struct nearest nearest = nearest_to(code, strlen(code));

    for (size_t k = 0; k < rules_count(rules); k++)
        nearest_try(&nearest, rules_get(rules, k)->code);
    for (int k = 0; k < CATALOGUE_COUNT; k++)
        nearest_try(&nearest, catalogue_get((enum catalogue)k)->code);
    findings_add(findings, nearest.name ? CATALOGUE_CODE_MISSPELT
        : CATALOGUE_CODE_UNKNOWN, (struct place){ 0, 0 }, NULL,
        "code", code, "nearest", nearest.name ? nearest.name : "", NULL);
}

void rules_explain(const struct rules *rules, const char *code,
    enum language language, FILE *out, struct findings *findings)
{
    const struct rule *rule = rules_find(rules, code);
    const struct catalogue_row *row = catalogue_find(code);

    if (rule)
        explain_rule(rule, language, out);
    else if (row)
        explain_row(row, language, out);
    else
        report_unknown(rules, code, findings);
}
