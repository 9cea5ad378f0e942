/*
 * Words that the list of rules and the explanation of one have in common.
 */

#include "command/rules_words.h"

#include <string.h>

#include "0_base/unseen.h"
#include "command/say.h"

const char *rule_kind_name(enum jixiao_rule_kind kind,
    enum jixiao_language language)
{
    static const enum phrase names[JIXIAO_RULE_UNDECIDED + 1] = {
        [JIXIAO_RULE_CHECK] = PHRASE_KIND_CHECK,
        [JIXIAO_RULE_FORMULA] = PHRASE_KIND_FORMULA,
        [JIXIAO_RULE_CONSTRUCTED] = PHRASE_KIND_CONSTRUCTED,
        [JIXIAO_RULE_UNDECIDED] = PHRASE_KIND_UNDECIDED,
    };

    return say(names[kind], language);
}

const char *rule_level_name(const struct jixiao_rule *rule,
    enum jixiao_language language)
{
    return rule->disabled ? say(PHRASE_RULE_OFF, language)
        : jixiao_level_name(rule->level, language);
}

void print_flat(const char *text, const char *marks,
    enum jixiao_language language, FILE *out)
{
    static const char blanks[] = " \t\r\n";

    text += strspn(text, blanks);
    while (*text) {
        size_t word = strcspn(text, blanks), plain = strcspn(text, marks);
        size_t length = plain < word ? plain : word;
        unseen_print(text, length, (enum language)language, out);
        text += length;
        if (length < word) {
            fprintf(out, "\\%c", *text++);
            continue;
        }
        text += strspn(text, blanks);
        if (*text)
            fputc(' ', out);
    }
}

void print_cell(const char *text, enum jixiao_language language, FILE *out)
{
    fputc(' ', out);
    print_flat(text ? text : "", "|", language, out);
    fputs(" |", out);
}
