/* Tests that are evaluated without XPath. */

#include "6_rules/direct.h"

#include <stdlib.h>
#include <string.h>
#include <libxml/xpathInternals.h>

#include "3_transform/submission.h"
#include "6_rules/related/texts.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/spans.h"

#define BEGINNING "not(t:"
#define NODE "(."
#define END "))"
#define BELOW ") < $"
#define CONCAT "concat"
#define NAME_LETTERS "abcdefghijklmnopqrstuvwxyz_-"

/* What may stand in an expression that is the same for all nodes: a variable,
 * a string, concat, or what goes between them.  Its length; 0 for all else. */
static size_t constant_length(const char *text)
{
    if (*text == '$') {
        size_t name = strspn(text + 1, NAME_LETTERS);
        return name ? 1 + name : 0;
    }
    if (*text == '\'')
        return 1 + strcspn(text + 1, "'") + 1;
    return strchr(" ,()", *text) ? 1 : text_starts(text, CONCAT);
}

static bool is_constant(struct text_span list)
{
    const char *text = list.text, *end = text + list.length;
    size_t length = 1;

    for (; text < end && length > 0; text += length)
        length = constant_length(text);
    return length > 0;
}

/* The first of a list of arguments: up to a comma in no parentheses. */
static struct text_span first_argument(struct text_span list)
{
    struct text_span first = { list.text, 0 };
    size_t length;

    for (int depth = 0; first.length < list.length; first.length += length) {
        const char *at = list.text + first.length;
        if (depth == 0 && *at == ',')
            break;
        length = constant_length(at);
        depth += (*at == '(') - (*at == ')');
    }
    return first;
}

/* The arguments behind the node, each with a comma before it; how many, more
 * than there is room for where there are too many. */
static int split(struct text_span list, struct text_span *arguments)
{
    int count = 0;

    for (; list.length > 0 && count < DIRECT_ARGUMENTS_MAX; count++) {
        list.text++;
        list.length--;
        arguments[count] = first_argument(list);
        list.text += arguments[count].length;
        list.length -= arguments[count].length;
    }
    return count + (list.length > 0);
}

/* A test in its parts. */
struct form {
    struct text_span name;
    struct text_span list;      /* what stands behind the node */
    struct text_span limit;     /* $limit, of no length for none */
};

/* Where the call ends in a test of that length; NULL where it is no test of
 * these forms. */
static const char *find_end(const char *test, size_t length,
    struct text_span *limit)
{
    if (text_ends(test, length, END))
        return test + length - strlen(END);
    const char *end = strstr(test, BELOW);
    if (!end)
        return NULL;
    *limit = (struct text_span){ end + strlen(BELOW) - 1, 0 };
    limit->length = 1 + strspn(limit->text + 1, NAME_LETTERS);
    return limit->text + limit->length + 1 == test + length ? end : NULL;
}

static bool read_form(const char *test, struct form *form)
{
    const char *end = find_end(test, strlen(test), &form->limit);

    if (!end || !text_starts(test, BEGINNING))
        return false;
    form->name = (struct text_span){ test + strlen(BEGINNING), 0 };
    form->name.length = strspn(form->name.text, NAME_LETTERS);
    const char *behind = form->name.text + form->name.length;
    if (!text_starts(behind, NODE))
        return false;
    behind += strlen(NODE);
    if (*behind != ',' && behind != end)
        return false;
    form->list = (struct text_span){ behind, (size_t)(end - behind) };
    return is_constant(form->list);
}

/* Finds the function of a test, and the arguments behind the node. */
static int find_function(struct direct *direct, const struct form *form,
    struct text_span *arguments)
{
    int count = split(form->list, arguments);

    if (count <= DIRECT_ARGUMENTS_MAX) {
        direct->function = text_function_find(form->name, 1 + count);
        direct->related = related_function_find(form->name, 1 + count);
    }
    return direct_is_known(direct) ? count : 0;
}

static bool compile(struct expression *expression, struct text_span span,
    const struct expression *test, struct findings *findings)
{
    char *text = strndup(span.text, span.length);
    bool good = text
        && expression_compile(expression, text, test->origin, findings);

    if (!text)
        findings_out_of_memory(findings);
    free(text);
    return good;
}

bool direct_read(struct direct *direct, const struct expression *test,
    struct findings *findings)
{
    struct text_span arguments[DIRECT_ARGUMENTS_MAX];
    struct form form = {0};
    bool good = true;

    *direct = (struct direct){0};
    int count = read_form(test->text, &form)
        ? find_function(direct, &form, arguments) : 0;
    for (int k = 0; good && k < count; k++) {
        good = compile(&direct->arguments[k], arguments[k], test, findings);
        direct->count += good;
    }
    return good && (!direct_is_known(direct) || form.limit.length == 0
        || compile(&direct->limit, form.limit, test, findings));
}

bool direct_is_known(const struct direct *direct)
{
    return direct->function || direct->related;
}

void direct_free(struct direct *direct)
{
    for (int k = 0; k < direct->count; k++)
        expression_free(&direct->arguments[k]);
    expression_free(&direct->limit);
    *direct = (struct direct){0};
}

/* A test that is being done. */
struct filter {
    const struct direct *direct;
    struct related *related;
    xmlXPathObjectPtr arguments[DIRECT_ARGUMENTS_MAX];
    void *prepared;             /* from them, for one of related.h */
    xmlChar *words;             /* the first one, for one of text.h */
    bool has_cues;
    struct text_cues cues;
    double limit;               /* where the test has one */
    struct buffer found;
};

static bool read_arguments(struct filter *filter,
    struct evaluation *evaluation)
{
    const struct direct *direct = filter->direct;
    bool good = true;

    for (int k = 0; good && k < direct->count; k++) {
        filter->arguments[k] = expression_evaluate(&direct->arguments[k],
            evaluation, xmlDocGetRootElement(evaluation->context->doc));
        good = filter->arguments[k] != NULL;
    }
    return good;
}

/* What a function of text.h looks for; false where it refuses that. */
static bool read_words(struct filter *filter)
{
    const struct text_function *function = filter->direct->function;
    const struct lexicon *lexicon = filter->related->scope.lexicon;

    filter->words = filter->arguments[0]
        ? xmlXPathCastToString(filter->arguments[0]) : xmlStrdup(BAD_CAST "");
    if (!filter->words)
        return false;
    const char *words = (const char *)filter->words;
    const char *cues = function->finds_words ? words : NULL;
    filter->has_cues = cues || function->needs;
    if (!function->check(lexicon, "", words, &filter->found))
        return false;
    return function->needs
        ? text_cues_make(&filter->cues, lexicon, function->needs)
        : !cues || text_cues_read(&filter->cues, cues);
}

static bool read_limit(struct filter *filter, struct evaluation *evaluation)
{
    const struct expression *limit = &filter->direct->limit;
    xmlXPathObjectPtr value = limit->compiled ? expression_evaluate(limit,
        evaluation, xmlDocGetRootElement(evaluation->context->doc)) : NULL;

    if (value)
        filter->limit = xmlXPathCastToNumber(value);
    xmlXPathFreeObject(value);
    return value || !limit->compiled;
}

static bool filter_begin(struct filter *filter,
    struct evaluation *evaluation)
{
    const struct direct *direct = filter->direct;

    if (!read_arguments(filter, evaluation)
        || !read_limit(filter, evaluation))
        return false;
    if (direct->function)
        return read_words(filter);
    filter->prepared = direct->related->prepare(filter->related,
        filter->arguments);
    return filter->prepared != NULL;
}

static void filter_end(struct filter *filter)
{
    for (int k = 0; k < DIRECT_ARGUMENTS_MAX; k++)
        xmlXPathFreeObject(filter->arguments[k]);
    xmlFree(filter->words);
    text_cues_free(&filter->cues);
    buffer_free(&filter->found);
}

/* Whether the function may find something in a text with that sketch. */
static bool may_find(const struct filter *filter,
    const struct text_sketch *sketch)
{
    return !filter->has_cues || (filter->direct->function->at_beginning
        ? text_cues_begin : text_cues_fit)(&filter->cues, sketch);
}

/* What is found in a node goes to filter->found. */
static bool check_node(struct filter *filter, xmlNodePtr node)
{
    const struct direct *direct = filter->direct;

    buffer_clear(&filter->found);
    if (direct->related)
        return direct->related->check(filter->related, filter->prepared,
            node, &filter->found);
    const struct node_text *text = node_text_of(filter->related, node);
    if (!text)
        return false;
    return !may_find(filter, &text->sketch)
        || direct->function->check(filter->related->scope.lexicon,
            text->words, (const char *)filter->words, &filter->found);
}

/* Whether what was found fails the test: anything, or a number below the
 * limit. */
static bool fails(const struct filter *filter)
{
    const char *found = buffer_string(&filter->found);

    return *found && (!filter->direct->limit.compiled
        || xmlXPathCastStringToNumber(BAD_CAST found) < filter->limit);
}

xmlXPathObjectPtr direct_filter(const struct direct *direct,
    xmlNodeSetPtr nodes, struct evaluation *evaluation)
{
    struct filter filter = { .direct = direct,
        .related = evaluation->context->user };
    xmlXPathObjectPtr failing = xmlXPathNewNodeSet(NULL);
    bool good = failing && filter_begin(&filter, evaluation);

    for (int k = 0; good && k < nodes->nodeNr; k++) {
        xmlNodePtr node = nodes->nodeTab[k];
        good = check_node(&filter, node) && (!fails(&filter)
            || xmlXPathNodeSetAddUnique(failing->nodesetval, node) == 0);
    }
    if (!good || filter.found.failed) {
        xmlXPathFreeObject(failing);
        failing = NULL;
    }
    filter_end(&filter);
    return failing;
}
