/*
 * Sentences of rules: plain text with {XPath} in it.
 */

#include "4_formulas/sentence.h"

#include <stdlib.h>
#include <string.h>

#include "3_transform/submission.h"
#include "4_formulas/sides.h"

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
    struct expression_scope *scope, struct findings *findings)
{
    bool good = true;

    for (size_t k = 0; k < sentence->count; k++) {
        const struct expression *expression
            = &sentence->pieces[k].expression;
        good = (!expression->text
            || expression_check(expression, scope, findings)) && good;
    }
    return good;
}

/* Whether the words of a result are those that x:print printed. */
static bool is_printed(struct side *side, const struct exact *exact)
{
    struct buffer words = BUFFER_EMPTY;

    if (!exact->has_printed)
        return false;
    figure_print(&exact->printed, &words);
    bool same = strcmp(buffer_string(&words), buffer_string(&side->words))
        == 0;
    side->words.failed = side->words.failed || words.failed;
    buffer_free(&words);
    return same;
}

/* The leaf that holds the figure of a result; NULL where there is none. */
static xmlNodePtr leaf_of(xmlXPathObjectPtr result)
{
    enum value_type type;
    xmlNodePtr node = result->type == XPATH_NODESET
        && !xmlXPathNodeSetIsEmpty(result->nodesetval)
        ? result->nodesetval->nodeTab[0] : NULL;

    return node && node->type == XML_ELEMENT_NODE
        && node_value_type(node, &type) && value_type_is_figure(type)
        ? node : NULL;
}

/* Reads what an expression gave; after: the text behind it. */
static void read_side(struct side *side, xmlXPathObjectPtr result,
    struct evaluation *evaluation, const char *after)
{
    const struct exact *exact = &evaluation->exact;
    xmlChar *text = xmlXPathCastToString(result);
    xmlNodePtr leaf = leaf_of(result);

    if (text)
        buffer_add_string(&side->words, (const char *)text);
    else
        side->words.failed = true;
    xmlFree(text);
    if (leaf)
        side_set_figure(side, node_figure(leaf, *exact->style), true);
    else if (is_printed(side, exact))
        side_set_figure(side, exact->printed, false);
    else
        side_set_words(side, after);
}

static const char *text_behind(const struct sentence *sentence, size_t k)
{
    return k + 1 < sentence->count ? sentence->pieces[k + 1].plain : "";
}

static void evaluate_side(struct side *side, const struct sentence *sentence,
    size_t k, struct evaluation *evaluation, xmlNodePtr node)
{
    evaluation->exact.has_printed = false;
    xmlXPathObjectPtr result = expression_evaluate(
        &sentence->pieces[k].expression, evaluation, node);

    if (result)
        read_side(side, result, evaluation, text_behind(sentence, k));
    xmlXPathFreeObject(result);
}

/* The side of the same expression in another sentence. */
static void copy_side(struct side *side, const struct side *same,
    const char *after)
{
    side->words.failed = same->words.failed;
    buffer_add_string(&side->words, buffer_string(&same->words));
    if (same->reprints)
        side_set_figure(side, same->figure, same->cell);
    else
        side_set_words(side, after);
}

/* The place of an expression in a sentence; its count where it has none. */
static size_t find_expression(const struct sentence *sentence,
    const char *text)
{
    size_t k = 0;

    while (k < sentence->count && (!sentence->pieces[k].expression.text
            || strcmp(sentence->pieces[k].expression.text, text) != 0))
        k++;
    return k;
}

/* What its expressions give, where a sentence before it has not said so. */
static void read_sides(struct side *sides, const struct sentence *sentence,
    const struct sentence *before, const struct side *told,
    struct evaluation *evaluation, xmlNodePtr node)
{
    for (size_t k = 0; k < sentence->count; k++) {
        const char *text = sentence->pieces[k].expression.text;
        size_t same = text && before ? find_expression(before, text) : 0;
        sides[k].number = decimal_blank;
        if (text && before && same < before->count)
            copy_side(&sides[k], &told[same], text_behind(sentence, k));
        else if (text)
            evaluate_side(&sides[k], sentence, k, evaluation, node);
    }
}

static void print_sides(const struct sentence *sentence, struct side *sides,
    struct buffer *out)
{
    sides_tell_apart(sides, sentence->count);
    for (size_t k = 0; k < sentence->count; k++) {
        buffer_add_string(out, sentence->pieces[k].plain);
        buffer_add_string(out, buffer_string(&sides[k].words));
        out->failed = out->failed || sides[k].words.failed;
        buffer_free(&sides[k].words);
    }
}

void sentences_write(struct sentence *const sentences[LANGUAGE_COUNT],
    struct evaluation *evaluation, xmlNodePtr node,
    struct buffer out[LANGUAGE_COUNT])
{
    struct side *sides[LANGUAGE_COUNT];

    for (int k = 0; k < LANGUAGE_COUNT; k++) {
        sides[k] = calloc(sentences[k]->count, sizeof *sides[k]);
        if (sides[k])
            read_sides(sides[k], sentences[k],
                k > 0 && sides[0] ? sentences[0] : NULL, sides[0], evaluation,
                node);
        else
            out[k].failed = true;
    }
    for (int k = 0; k < LANGUAGE_COUNT; k++) {
        if (sides[k])
            print_sides(sentences[k], sides[k], &out[k]);
        free(sides[k]);
    }
}
