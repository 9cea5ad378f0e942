/*
 * jixiao explain: everything there is to say of one code.
 */

#include <stdint.h>
#include <string.h>

#include "0_base/catalogue.h"
#include "0_base/nearest.h"
#include "0_base/signs.h"
#include "command/rules_print.h"
#include "command/rules_words.h"
#include "command/say.h"

/* The parts of an explanation and what they are called. */
enum part { PART_LEVEL, PART_KIND, PART_BASIS, PART_REASON, PART_PARAMETERS,
    PART_PASSES, PART_FAILS, PART_ANSWER, PART_CHANGE, PART_COUNT };

static const enum phrase part_names[PART_COUNT] = {
    [PART_LEVEL] = PHRASE_RULE_LEVEL,
    [PART_KIND] = PHRASE_RULE_KIND,
    [PART_BASIS] = PHRASE_RULE_BASIS,
    [PART_REASON] = PHRASE_RULE_REASON,
    [PART_PARAMETERS] = PHRASE_RULE_PARAMETERS,
    [PART_PASSES] = PHRASE_RULE_PASSES,
    [PART_FAILS] = PHRASE_RULE_FAILS,
    [PART_ANSWER] = PHRASE_RULE_ANSWER,
    [PART_CHANGE] = PHRASE_RULE_CHANGE,
};

static void print_name(enum part part, enum jixiao_language language, FILE *out)
{
    fputs(say(part_names[part], language), out);
    fputs(say(PHRASE_COLON, language), out);
}

static void print_part(enum part part, const char *text,
    enum jixiao_language language, FILE *out)
{
    if (!*text)
        return;
    print_name(part, language, out);
    print_flat(text, "", language, out);
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
    enum jixiao_language language, FILE *out)
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

static void print_usual(const char *value, enum jixiao_language language,
    FILE *out)
{
    fputs(say(PHRASE_USUALLY, language), out);
    print_flat(value, "", language, out);
    fputs(say(PHRASE_CLOSE_BRACKET, language), out);
}

static void print_level(const struct jixiao_rule *rule,
    enum jixiao_language language, FILE *out)
{
    print_name(PART_LEVEL, language, out);
    fputs(rule_level_name(rule, language), out);
    if (rule->disabled || rule->level != rule->usual_level)
        print_usual(jixiao_level_name(rule->usual_level, language), language,
            out);
    fputc('\n', out);
}

static void print_parameters(const struct jixiao_rules *rules, size_t rule,
    enum jixiao_language language, FILE *out)
{
    struct jixiao_rule_parameter parameter;

    for (size_t n = 0; jixiao_rules_get_parameter(rules, rule, n, &parameter);
        n++) {
        if (n == 0) {
            print_name(PART_PARAMETERS, language, out);
            fputc('\n', out);
        }
        fprintf(out, "  %s = ", parameter.name);
        print_flat(parameter.value, "", language, out);
        if (strcmp(parameter.value, parameter.usual) != 0)
            print_usual(parameter.usual, language, out);
        fputs("\n    ", out);
        print_flat(parameter.text[language], "", language, out);
        fputc('\n', out);
    }
}

/* What a data file says to a warning, as the check report has it. */
static void print_answer(const struct jixiao_rule *rule,
    enum jixiao_language language, FILE *out)
{
    if (rule->kind >= JIXIAO_RULE_CONSTRUCTED
        || rule->level != JIXIAO_WARNING)
        return;
    print_name(PART_ANSWER, language, out);
    fputs(say(PHRASE_RULE_ANSWER_SO, language), out);
    fprintf(out, "{\"rule\": \"%s\", \"pointer\": \"/" SIGN_CUT "\", "
        "\"reason\": \"" SIGN_CUT "\"}\n", rule->code);
}

/* The options that change the rule; one that is not checked has none. */
static void print_changes(const struct jixiao_rules *rules, size_t k,
    const struct jixiao_rule *rule, enum jixiao_language language, FILE *out)
{
    struct jixiao_rule_parameter parameter;

    if (rule->kind >= JIXIAO_RULE_CONSTRUCTED)
        return;
    print_name(PART_CHANGE, language, out);
    fprintf(out, "--disable %s   --level %s=" SIGN_CUT, rule->code,
        rule->code);
    for (size_t n = 0; jixiao_rules_get_parameter(rules, k, n, &parameter); n++)
        fprintf(out, "   --param %s.%s=" SIGN_CUT, rule->code, parameter.name);
    fputc('\n', out);
}

static void print_title(const char *code, const char *title,
    enum jixiao_language language, FILE *out)
{
    fprintf(out, "%s  ", code);
    print_flat(title, "", language, out);
    fputc('\n', out);
}

static void explain_rule(const struct jixiao_rules *rules, size_t k,
    const struct jixiao_rule *rule, enum jixiao_language language, FILE *out)
{
    print_title(rule->code, rule->title[language], language, out);
    print_level(rule, language, out);
    print_part(PART_KIND, rule_kind_name(rule->kind, language), language, out);
    print_part(PART_BASIS, rule->basis, language, out);
    print_part(PART_REASON, rule->reason[language], language, out);
    print_parameters(rules, k, language, out);
    print_example(PART_PASSES, rule->passes, language, out);
    print_example(PART_FAILS, rule->fails, language, out);
    print_answer(rule, language, out);
    print_changes(rules, k, rule, language, out);
}

/* A sentence with … for what differs from finding to finding. */
static void print_sentence(const char *code, const char *text, FILE *out)
{
    fprintf(out, "%s  ", code);
    while (*text) {
        size_t name = *text == '{'
            ? strspn(text + 1, "abcdefghijklmnopqrstuvwxyz_") : 0;
        if (name && text[name + 1] == '}') {
            fputs(SIGN_CUT, out);
            text += name + 2;
        } else {
            fputc(*text++, out);
        }
    }
    fputc('\n', out);
}

static void explain_code(const struct jixiao_code *code,
    enum jixiao_language language, FILE *out)
{
    print_sentence(code->code, code->text[language], out);
    print_part(PART_LEVEL, jixiao_level_name(code->level, language), language,
        out);
    print_part(PART_BASIS, code->basis, language, out);
    print_example(PART_FAILS, code->fails, language, out);
    print_example(PART_PASSES, code->passes, language, out);
}

/* Looks a code up among the rules and the codes of the program, and keeps the
 * one that is most like it. */
struct lookup {
    const char *code;
    struct nearest nearest;
};

static bool find_rule(const struct jixiao_rules *rules,
    struct lookup *lookup, size_t *at, struct jixiao_rule *rule)
{
    for (size_t k = 0; jixiao_rules_get(rules, k, rule); k++) {
        if (strcmp(rule->code, lookup->code) == 0) {
            *at = k;
            return true;
        }
        nearest_try(&lookup->nearest, rule->code);
    }
    return false;
}

static bool find_code(struct lookup *lookup, struct jixiao_code *code)
{
    for (size_t k = 0; jixiao_codes_get(k, code); k++) {
        if (strcmp(code->code, lookup->code) == 0)
            return true;
        nearest_try(&lookup->nearest, code->code);
    }
    return false;
}

static void report_unknown(const struct lookup *lookup,
    struct jixiao_findings *findings)
{
    const char *nearest = lookup->nearest.name;

    jixiao_findings_add(findings, catalogue_code(nearest
        ? CATALOGUE_CODE_MISSPELT : CATALOGUE_CODE_UNKNOWN),
        "code", lookup->code, "nearest", nearest ? nearest : "", NULL);
}

void rules_explain(const struct jixiao_rules *rules, const char *code,
    enum jixiao_language language, FILE *out,
    struct jixiao_findings *findings)
{
    struct lookup lookup = { code, nearest_to(code, strlen(code)) };
    struct jixiao_rule rule;
    struct jixiao_code row;
    size_t k;

    if (find_rule(rules, &lookup, &k, &rule))
        explain_rule(rules, k, &rule, language, out);
    else if (find_code(&lookup, &row))
        explain_code(&row, language, out);
    else
        report_unknown(&lookup, findings);
}
