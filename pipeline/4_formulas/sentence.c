/*
 * Sentences of rules: plain text with {XPath} in it.
 */

#include "4_formulas/sentence.h"

#include <stdlib.h>
#include <string.h>

/* A sentence is plain text, an expression, plain text, … */
struct piece {
    char *plain;
    struct expression expression;       /* compiled only between plains */
};

struct sentence {
    size_t count;
    struct piece pieces[];
};

static size_t count_pieces(const char *text)
{
    size_t count = 1;

    for (; (text = strchr(text, '{')) != NULL; text++)
        count++;
    return count;
}

/* Reads "plain{expression}" into a piece; where the next one begins. */
static const char *compile_piece(struct piece *piece, const char *text,
    struct expression_origin origin, struct findings *findings)
{
    size_t plain = strcspn(text, "{");

    piece->plain = strndup(text, plain);
    if (!piece->plain) {
        findings_out_of_memory(findings);
        return NULL;
    }
    text += plain;
    if (!*text)
        return text;

    size_t length = strcspn(++text, "}");
    char *expression = strndup(text, length);
    bool good = false;
    if (expression)
        good = expression_compile(&piece->expression, expression, origin,
            findings);
    else
        findings_out_of_memory(findings);
    free(expression);
    return good ? text + length + (text[length] == '}') : NULL;
}

struct sentence *sentence_compile(const char *text,
    struct expression_origin origin, struct findings *findings)
{
    size_t count = count_pieces(text);
    struct sentence *sentence = calloc(1,
        sizeof *sentence + count * sizeof *sentence->pieces);

    if (!sentence) {
        findings_out_of_memory(findings);
        return NULL;
    }
    while (text && sentence->count < count)
        text = compile_piece(&sentence->pieces[sentence->count++], text,
            origin, findings);
    if (!text) {
        sentence_free(sentence);
        return NULL;
    }
    return sentence;
}

void sentence_free(struct sentence *sentence)
{
    if (!sentence)
        return;
    for (size_t k = 0; k < sentence->count; k++) {
        free(sentence->pieces[k].plain);
        expression_free(&sentence->pieces[k].expression);
    }
    free(sentence);
}

bool sentence_check(const struct sentence *sentence,
    xmlXPathContextPtr scope, struct findings *findings)
{
    bool good = true;

    for (size_t k = 0; k < sentence->count; k++) {
        const struct expression *expression
            = &sentence->pieces[k].expression;
        good = (!expression->compiled
            || expression_check(expression, scope, findings)) && good;
    }
    return good;
}

static void write_result(xmlXPathObjectPtr result, struct evaluation *evaluation,
    struct buffer *out)
{
    xmlChar *text = result ? xmlXPathCastToString(result) : NULL;

    if (text)
        buffer_add_string(out, (const char *)text);
    else if (result)
        findings_out_of_memory(evaluation->findings);
    xmlFree(text);
    xmlXPathFreeObject(result);
}

void sentence_write(const struct sentence *sentence,
    struct evaluation *evaluation, xmlNodePtr node, struct buffer *out)
{
    for (size_t k = 0; k < sentence->count; k++) {
        const struct piece *piece = &sentence->pieces[k];
        buffer_add_string(out, piece->plain);
        if (piece->expression.compiled)
            write_result(expression_evaluate(&piece->expression, evaluation,
                node), evaluation, out);
    }
}
