/*
 * jixiao rules: the rules of an edition in columns, or as a table in Markdown.
 */

#include "command/rules_print.h"

#include "0_base/signs.h"
#include "0_base/utf8.h"
#include "command/rules_words.h"
#include "command/say.h"

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

static void print_settings(const struct jixiao_rules *rules, size_t rule,
    FILE *out)
{
    struct jixiao_rule_parameter parameter;

    for (size_t n = 0; jixiao_rules_get_parameter(rules, rule, n, &parameter);
        n++) {
        const char *value = parameter.value;
        size_t head = utf8_head(value, VALUE_LENGTH);
        fprintf(out, "  %s=%.*s%s", parameter.name, (int)head, value,
            value[head] ? SIGN_CUT : "");
    }
}

void rules_print_table(const struct jixiao_rules *rules,
    enum jixiao_language language, FILE *out)
{
    size_t code = 0, level = 0, kind = 0;
    struct jixiao_rule rule;

    for (size_t k = 0; jixiao_rules_get(rules, k, &rule); k++) {
        code = wider(code, rule.code);
        level = wider(level, rule_level_name(&rule, language));
        kind = wider(kind, rule_kind_name(rule.kind, language));
    }
    for (size_t k = 0; jixiao_rules_get(rules, k, &rule); k++) {
        print_padded(rule.code, code, out);
        print_padded(rule_level_name(&rule, language), level, out);
        print_padded(rule_kind_name(rule.kind, language), kind, out);
        print_flat(rule.title[language], "", language, out);
        print_settings(rules, k, out);
        fputc('\n', out);
    }
}

static void print_parameter_cell(const struct jixiao_rules *rules,
    size_t rule, enum jixiao_language language, FILE *out)
{
    struct jixiao_rule_parameter parameter;

    for (size_t n = 0; jixiao_rules_get_parameter(rules, rule, n, &parameter);
        n++) {
        fprintf(out, "%s%s=", n ? "<br>" : " ", parameter.name);
        print_flat(parameter.value, "|", language, out);
    }
    fputs(" |", out);
}

void rules_print_markdown(const struct jixiao_rules *rules,
    enum jixiao_language language, FILE *out)
{
    struct jixiao_rule rule;

    fprintf(out, "%s\n|---|---|---|---|---|---|\n",
        say(PHRASE_RULES_HEAD, language));
    for (size_t k = 0; jixiao_rules_get(rules, k, &rule); k++) {
        fputc('|', out);
        print_cell(rule.code, language, out);
        print_cell(rule_level_name(&rule, language), language, out);
        print_cell(rule_kind_name(rule.kind, language), language, out);
        print_cell(rule.title[language], language, out);
        print_parameter_cell(rules, k, language, out);
        print_cell(rule.basis, language, out);
        fputc('\n', out);
    }
}
