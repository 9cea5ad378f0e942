#include "command/rules_print.h"

#include "0_base/utf8.h"
#include "command/rules_words.h"

static void print_padded(const char *text, size_t width, FILE *out)
{
    size_t own = utf8_width(text);

    fprintf(out, "%s%*s  ", text, own < width ? (int)(width - own) : 0, "");
}

static size_t wider(size_t width, const char *text)
{
    size_t own = utf8_width(text);

    return own > width ? own : width;
}

/* Characters of a parameter's value that a line has room for. */
#define VALUE_LENGTH 24

static void print_setting(const struct rule_parameter *parameter, FILE *out)
{
    const char *value = parameter->value;
    size_t head = utf8_head(value, VALUE_LENGTH);

    fprintf(out, "  %s=%.*s%s", parameter->name, (int)head, value,
        value[head] ? "…" : "");
}

void rules_print_table(const struct rules *rules, enum language language,
    FILE *out)
{
    size_t code = 0, level = 0, kind = 0;

    for (size_t k = 0; k < rules_count(rules); k++) {
        const struct rule *rule = rules_get(rules, k);
        code = wider(code, rule->code);
        level = wider(level, rule_level_name(rule, language));
        kind = wider(kind, rule_kind_name(rule->kind, language));
    }
    for (size_t k = 0; k < rules_count(rules); k++) {
        const struct rule *rule = rules_get(rules, k);
        print_padded(rule->code, code, out);
        print_padded(rule_level_name(rule, language), level, out);
        print_padded(rule_kind_name(rule->kind, language), kind, out);
        print_flat(rule->title[language], "", out);
        for (size_t n = 0; n < rule->parameter_count; n++)
            print_setting(&rule->parameters[n], out);
        fputc('\n', out);
    }
}

static void print_cell(const char *text, FILE *out)
{
    fputc(' ', out);
    print_flat(text, "|", out);
    fputs(" |", out);
}

static void print_parameter_cell(const struct rule *rule, FILE *out)
{
    for (size_t k = 0; k < rule->parameter_count; k++) {
        fprintf(out, "%s%s=", k ? "<br>" : " ", rule->parameters[k].name);
        print_flat(rule->parameters[k].value, "|", out);
    }
    fputs(" |", out);
}

void rules_print_markdown(const struct rules *rules, enum language language,
    FILE *out)
{
    static const char *const heads[] = {
        "| 代码 | 级别 | 类型 | 规则 | 参数 | 依据 |\n",
        "| Code | Level | Kind | Rule | Parameters | Basis |\n" };

    fprintf(out, "%s|---|---|---|---|---|---|\n", heads[language]);
    for (size_t k = 0; k < rules_count(rules); k++) {
        const struct rule *rule = rules_get(rules, k);
        fputc('|', out);
        print_cell(rule->code, out);
        print_cell(rule_level_name(rule, language), out);
        print_cell(rule_kind_name(rule->kind, language), out);
        print_cell(rule->title[language], out);
        print_parameter_cell(rule, out);
        print_cell(rule->basis, out);
        fputc('\n', out);
    }
}
