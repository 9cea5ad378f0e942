/*
 * Options that change rules: --disable, --level and --param.
 */

#include "command/options_changes.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/catalogue.h"
#include "0_base/listed.h"

static bool complain(const char *option, const char *text,
    const char *allowed, struct jixiao_findings *findings)
{
    jixiao_findings_add(findings, catalogue_code(CATALOGUE_CHANGE_MALFORMED),
        "option", option, "name", text, "allowed", allowed, NULL);
    return false;
}

/* Ends text at the first mark; *rest is what follows, perhaps nothing.  False,
 * with the text as it was, where there is no mark or nothing before it. */
static bool split(char *text, char mark, char **rest)
{
    char *at = strchr(text, mark);

    if (!at || at == text)
        return false;
    *at = '\0';
    *rest = at + 1;
    return true;
}

/* Each of these reads one change from text, which it may cut into parts; the
 * code is the first of them. */
typedef bool change_reader(struct jixiao_rule_change *change, char *text,
    struct jixiao_findings *findings);

static bool read_disable(struct jixiao_rule_change *change, char *text,
    struct jixiao_findings *findings)
{
    change->kind = JIXIAO_RULE_DISABLE;
    return *text || complain("disable", text, "CODE[,CODE]", findings);
}

static bool read_level(struct jixiao_rule_change *change, char *text,
    struct jixiao_findings *findings)
{
    char *level;

    change->kind = JIXIAO_RULE_LEVEL;
    if (!split(text, '=', &level))
        return complain("level", text, "CODE=LEVEL[,CODE=LEVEL]", findings);
    if (jixiao_level_parse(level, &change->level))
        return true;
    jixiao_findings_add(findings, catalogue_code(CATALOGUE_LEVEL_UNKNOWN),
        "name", level, "allowed",
        "error" LISTED_NEXT "warning" LISTED_NEXT "hint", NULL);
    return false;
}

static bool read_parameter(struct jixiao_rule_change *change, char *text,
    struct jixiao_findings *findings)
{
    char *name = NULL, *value = NULL;

    change->kind = JIXIAO_RULE_PARAMETER;
    if (!split(text, '.', &name) || !split(name, '=', &value)) {
        if (name)
            name[-1] = '.';
        return complain("param", text, "CODE.NAME=VALUE", findings);
    }
    change->name = name;
    change->value = value;
    return true;
}

/* Adds the change that length bytes of text say. */
static bool add(struct option_changes *changes, change_reader *read,
    const char *text, size_t length, struct jixiao_findings *findings)
{
    char *copy = strndup(text, length);
    struct jixiao_rule_change *list = copy ? realloc(changes->list,
        (changes->count + 1) * sizeof *list) : NULL;

    if (!list) {
        free(copy);
        jixiao_findings_out_of_memory(findings);
        return false;
    }
    changes->list = list;
    struct jixiao_rule_change *change = &list[changes->count++];
    *change = (struct jixiao_rule_change){ .code = copy };
    return read(change, copy, findings);
}

/* The same for all of a list by commas. */
static bool add_all(struct option_changes *changes, change_reader *read,
    const char *list, struct jixiao_findings *findings)
{
    bool good = true;

    for (;;) {
        list += strspn(list, " ");
        size_t length = strcspn(list, ",");
        good = add(changes, read, list, length, findings) && good;
        if (!list[length])
            return good;
        list += length + 1;
    }
}

bool option_changes_disable(struct option_changes *changes, const char *list,
    struct jixiao_findings *findings)
{
    return add_all(changes, read_disable, list, findings);
}

bool option_changes_level(struct option_changes *changes, const char *list,
    struct jixiao_findings *findings)
{
    return add_all(changes, read_level, list, findings);
}

bool option_changes_parameter(struct option_changes *changes,
    const char *text, struct jixiao_findings *findings)
{
    return add(changes, read_parameter, text, strlen(text), findings);
}

void option_changes_free(struct option_changes *changes)
{
    for (size_t k = 0; k < changes->count; k++)
        free((char *)changes->list[k].code);
    free(changes->list);
    *changes = (struct option_changes){0};
}
