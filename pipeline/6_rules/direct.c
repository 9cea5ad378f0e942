#include "6_rules/direct.h"

#include <stdlib.h>
#include <string.h>
#include <libxml/xpathInternals.h>

#include "3_transform/submission.h"

#define BEGINNING "not(t:"
#define END "))"
#define NAME_LETTERS "abcdefghijklmnopqrstuvwxyz_-"

/* Whether an expression is the same for all nodes: it names variables and
 * concat(), and nothing of the tree. */
static bool is_constant(const char *text, size_t length)
{
    const char *end = text + length;

    while (text < end) {
        bool variable = *text == '$';
        size_t name = strspn(text + variable, NAME_LETTERS);
        if (variable ? !name : name && strncmp(text, "concat(", 7) != 0)
            return false;
        if (!variable && !name && !strchr(" ,()", *text))
            return false;
        text += variable + name + (!variable && !name);
    }
    return true;
}

static bool compile_words(struct direct *direct, const char *text,
    size_t length, const struct expression *test, struct findings *findings)
{
    char *words = strndup(text, length);
    bool good = words && expression_compile(&direct->words, words,
        test->origin, findings);

    if (!words)
        findings_out_of_memory(findings);
    free(words);
    return good;
}

bool direct_read(struct direct *direct, const struct expression *test,
    struct findings *findings)
{
    const char *text = test->text;
    size_t length = strlen(text), begun = strlen(BEGINNING);

    *direct = (struct direct){0};
    if (strncmp(text, BEGINNING, begun) != 0
        || strcmp(text + length - strlen(END), END) != 0)
        return true;

    const char *name = text + begun;
    const char *second = name + strspn(name, NAME_LETTERS);
    size_t name_length = (size_t)(second - name);
    size_t left = length - strlen(END) - (size_t)(second - text);
    if (left == 2 && memcmp(second, "(.", 2) == 0) {
        direct->check = text_check_find(name, name_length, 1);
    } else if (left > 4 && memcmp(second, "(., ", 4) == 0
        && is_constant(second + 4, left - 4)) {
        direct->check = text_check_find(name, name_length, 2);
        return !direct->check || compile_words(direct, second + 4, left - 4,
            test, findings);
    }
    return true;
}

void direct_free(struct direct *direct)
{
    expression_free(&direct->words);
    *direct = (struct direct){0};
}

/* The value of the second argument, which the caller frees. */
static xmlChar *find_words(const struct direct *direct,
    struct evaluation *evaluation)
{
    if (!direct->words.compiled)
        return xmlStrdup(BAD_CAST "");
    xmlXPathObjectPtr value = expression_evaluate(&direct->words, evaluation,
        xmlDocGetRootElement(evaluation->context->doc));
    xmlChar *text = value ? xmlXPathCastToString(value) : NULL;
    xmlXPathFreeObject(value);
    return text;
}

/* What is printed in a node; the buffer is for what has several pieces. */
static const char *text_of(xmlNodePtr node, struct buffer *pieces)
{
    const char *words = node_only_words(node);

    if (words)
        return words;
    buffer_clear(pieces);
    node_print(node, pieces);
    return buffer_string(pieces);
}

xmlXPathObjectPtr direct_filter(const struct direct *direct,
    xmlNodeSetPtr nodes, struct evaluation *evaluation)
{
    struct buffer pieces = BUFFER_EMPTY, found = BUFFER_EMPTY;
    xmlXPathObjectPtr failing = xmlXPathNewNodeSet(NULL);
    xmlChar *words = find_words(direct, evaluation);
    bool good = failing && words;

    for (int k = 0; good && k < nodes->nodeNr; k++) {
        xmlNodePtr node = nodes->nodeTab[k];
        buffer_clear(&found);
        good = direct->check(text_of(node, &pieces), (const char *)words,
                &found)
            && (!found.length
                || xmlXPathNodeSetAddUnique(failing->nodesetval, node) == 0);
    }
    if (!good || pieces.failed || found.failed) {
        xmlXPathFreeObject(failing);
        failing = NULL;
    }
    xmlFree(words);
    buffer_free(&pieces);
    buffer_free(&found);
    return failing;
}
