#include "command/rules_words.h"

#include <string.h>

const char *rule_kind_name(enum jixiao_rule_kind kind, enum jixiao_language language)
{
    static const char *const names[JIXIAO_RULE_UNDECIDED + 1][JIXIAO_LANGUAGE_COUNT] = {
        [JIXIAO_RULE_CHECK] = { "检查", "check" },
        [JIXIAO_RULE_FORMULA] = { "公式", "formula" },
        [JIXIAO_RULE_CONSTRUCTED] = { "不会发生", "cannot occur" },
        [JIXIAO_RULE_UNDECIDED] = { "不能判断", "undecided" },
    };

    return names[kind][language];
}

const char *rule_level_name(const struct jixiao_rule *rule, enum jixiao_language language)
{
    static const char *const disabled[] = { "不查", "off" };

    return rule->disabled ? disabled[language]
        : jixiao_level_name(rule->level, language);
}

void print_flat(const char *text, const char *marks, FILE *out)
{
    static const char blanks[] = " \t\r\n";

    text += strspn(text, blanks);
    while (*text) {
        size_t length = strcspn(text, blanks);
        for (size_t k = 0; k < length; k++) {
            if (strchr(marks, text[k]))
                fputc('\\', out);
            fputc(text[k], out);
        }
        text += length;
        text += strspn(text, blanks);
        if (*text)
            fputc(' ', out);
    }
}
