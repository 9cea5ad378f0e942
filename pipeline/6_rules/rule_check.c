/* Reads a check of a rule: what it looks at, how, and what it says. */

#include <stdlib.h>
#include <string.h>

#include "3_transform/submission.h"
#include "6_rules/rule_list.h"

/* Attributes that are XPath, but for the name of a function. */
enum { TEXT_CONTEXT, TEXT_TEST, TEXT_FUNCTION, TEXT_WITH, TEXT_ALSO,
    TEXT_BELOW, TEXT_AT, TEXT_BESIDE, TEXT_CELLS, TEXT_SIGN, TEXT_EXPECTED,
    TEXT_UNLESS, TEXT_COUNT };

static const char *const text_names[TEXT_COUNT] = {
    [TEXT_CONTEXT] = "context", [TEXT_TEST] = "test",
    [TEXT_FUNCTION] = "function", [TEXT_WITH] = "with",
    [TEXT_ALSO] = "also", [TEXT_BELOW] = "below", [TEXT_AT] = "at",
    [TEXT_BESIDE] = "beside", [TEXT_CELLS] = "cells", [TEXT_SIGN] = "sign",
    [TEXT_EXPECTED] = "expected", [TEXT_UNLESS] = "unless",
};

#define SAID "{said}"

/* Their texts, with the column put in and what the node says; NULL for those
 * that are not there. */
struct texts {
    const struct columns *columns;
    char *said;                 /* NULL where the check does not give it */
    char *list[TEXT_COUNT];
};

static bool refuse(const struct rule_check *check, const char *what,
    struct findings *findings)
{
    entry_reject(&check->entry, what, findings);
    return false;
}

static void texts_free(struct texts *texts)
{
    for (int k = 0; k < TEXT_COUNT; k++)
        free(texts->list[k]);
    free(texts->said);
}

static char *put_in(const struct texts *texts, const char *text)
{
    char *put = columns_put(texts->columns, text);

    if (!put || !texts->said)
        return put;
    char *full = entry_put(put, SAID, texts->said, strlen(texts->said));
    free(put);
    return full;
}

static bool texts_read(struct texts *texts, xmlNodePtr element,
    struct findings *findings)
{
    const char *said = node_attribute(element, "said");

    if (said && !(texts->said = columns_put(texts->columns, said))) {
        findings_out_of_memory(findings);
        return false;
    }
    for (int k = 0; k < TEXT_COUNT; k++) {
        const char *text = node_attribute(element, text_names[k]);
        if (text && !(texts->list[k] = put_in(texts, text))) {
            findings_out_of_memory(findings);
            return false;
        }
    }
    return true;
}

static bool compile_sentence(struct rule_check *check,
    const struct texts *texts, enum language language,
    struct findings *findings)
{
    char *full = put_in(texts, check->entry.text[language]);

    if (full)
        check->sentences[language] = sentence_compile(full,
            check->entry.origin, findings);
    else
        findings_out_of_memory(findings);
    free(full);
    return check->sentences[language] != NULL;
}

/* A test that a function makes, also as XPath. */
static bool load_function(struct rule_check *check,
    const struct texts *texts,
    struct findings *findings)
{
    const struct direct_words words = { texts->list[TEXT_FUNCTION],
        { texts->list[TEXT_WITH], texts->list[TEXT_ALSO] },
        texts->list[TEXT_BELOW] };
    struct buffer test = BUFFER_EMPTY;

    if (!direct_read(&check->direct, &words, &check->entry, findings))
        return false;
    direct_write(&words, &test);
    bool good = !test.failed && expression_compile_filter(&check->test,
        buffer_string(&test), check->entry.origin, findings);
    if (test.failed)
        findings_out_of_memory(findings);
    buffer_free(&test);
    return good;
}

static bool load_test(struct rule_check *check,
    const struct texts *texts,
    struct findings *findings)
{
    const char *test = texts->list[TEXT_TEST];

    if (texts->list[TEXT_FUNCTION])
        return test ? refuse(check, "test", findings)
            : load_function(check, texts, findings);
    for (int k = TEXT_WITH; k <= TEXT_BELOW; k++)
        if (texts->list[k])
            return refuse(check, "function", findings);
    check->finds = !test;
    return !test || expression_compile_filter(&check->test, test,
        check->entry.origin, findings);
}

static bool load_parts(struct rule_check *check,
    const struct texts *texts,
    struct findings *findings)
{
    const struct {
        const char *text;
        struct expression *expression;
    } parts[] = {
        { texts->list[TEXT_CONTEXT], &check->context },
        { texts->list[TEXT_AT], &check->at },
        { texts->list[TEXT_BESIDE], &check->beside },
        { texts->list[TEXT_CELLS], &check->cells },
        { texts->list[TEXT_SIGN], &check->sign },
        { texts->list[TEXT_EXPECTED], &check->expected },
        { texts->list[TEXT_UNLESS], &check->unless },
    };

    if (!texts->list[TEXT_CONTEXT])
        return refuse(check, "context", findings);
    for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
        if (parts[k].text && !expression_compile(parts[k].expression,
                parts[k].text, check->entry.origin, findings))
            return false;
    return load_test(check, texts, findings);
}

bool rule_check_load(struct rule_check *check, xmlNodePtr element,
    const struct entry *entry, const struct columns *columns,
    struct findings *findings)
{
    struct texts texts = { .columns = columns };

    check->entry = *entry;
    check->after = node_attribute(element, "after");
    bool good = texts_read(&texts, element, findings)
        && load_parts(check, &texts, findings)
        && compile_sentence(check, &texts, LANGUAGE_ZH, findings)
        && compile_sentence(check, &texts, LANGUAGE_EN, findings);
    texts_free(&texts);
    return good;
}

void rule_check_free(struct rule_check *check)
{
    expression_free(&check->context);
    expression_free(&check->test);
    expression_free(&check->at);
    expression_free(&check->beside);
    expression_free(&check->cells);
    expression_free(&check->sign);
    expression_free(&check->expected);
    expression_free(&check->unless);
    direct_free(&check->direct);
    for (int k = 0; k < LANGUAGE_COUNT; k++)
        sentence_free(check->sentences[k]);
}
