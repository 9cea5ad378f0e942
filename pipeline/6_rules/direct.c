/* Tests that are evaluated without XPath. */

#include "6_rules/direct.h"

#include <stdlib.h>
#include <string.h>
#include <libxml/xpathInternals.h>

#include "0_base/nearest.h"
#include "3_transform/submission.h"
#include "6_rules/gather.h"
#include "6_rules/related/texts.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/spans.h"

static int count_arguments(const struct direct_words *words)
{
    int count = 0;

    while (count < DIRECT_ARGUMENTS_MAX && words->arguments[count])
        count++;
    return count;
}

static void find_function(struct direct *direct,
    const struct direct_words *words)
{
    const struct text_span name = { words->function,
        strlen(words->function) };
    int count = 1 + count_arguments(words);

    direct->function = text_function_find(name, count);
    direct->related = related_function_find(name, count);
}

/* Names the nearest function that there is; where it is the one that was meant,
 * its arguments are wrong. */
static void refuse(const struct direct_words *words,
    const struct entry *entry, struct findings *findings)
{
    struct nearest nearest = nearest_to(words->function,
        strlen(words->function));
    struct buffer what = BUFFER_EMPTY;

    text_functions_try(&nearest);
    related_functions_try(&nearest);
    buffer_add_string(&what, "function");
    if (nearest.name && nearest.distance > 0)
        buffer_printf(&what, "=\"%s\"", nearest.name);
    if (what.failed)
        findings_out_of_memory(findings);
    else
        entry_reject(entry, nearest.name && nearest.distance == 0
            ? "with|also" : buffer_string(&what), findings);
    buffer_free(&what);
}

bool direct_read(struct direct *direct, const struct direct_words *words,
    const struct entry *entry, struct findings *findings)
{
    bool good = true;

    *direct = (struct direct){0};
    find_function(direct, words);
    if (!direct_is_known(direct)) {
        refuse(words, entry, findings);
        return false;
    }
    for (int k = 0; good && k < count_arguments(words); k++) {
        good = expression_compile(&direct->arguments[k], words->arguments[k],
            entry->origin, findings);
        direct->count += good;
    }
    return good && (!words->limit || expression_compile(&direct->limit,
        words->limit, entry->origin, findings));
}

void direct_write(const struct direct_words *words, struct buffer *out)
{
    buffer_printf(out, "not(t:%s(.", words->function);
    for (int k = 0; k < count_arguments(words); k++)
        buffer_printf(out, ", %s", words->arguments[k]);
    buffer_add_char(out, ')');
    if (words->limit)
        buffer_printf(out, " < %s", words->limit);
    buffer_add_char(out, ')');
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
    const struct node_text *const *texts;       /* of all nodes, for one of
                                                   text.h */
    xmlXPathObjectPtr arguments[DIRECT_ARGUMENTS_MAX];
    void *prepared;             /* from them, for one of related.h */
    xmlChar *words;             /* the first one, for one of text.h */
    bool has_cues;
    struct text_cues cues;
    size_t remembered;          /* its number in the memory of texts */
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

/* Reads what a function of text.h has to look for; false if it refuses that. */
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
    struct text_memory *memory = filter->related->memory;
    filter->has_cues = cues || function->needs;
    filter->remembered = memory ? text_memory_check(memory, function, words)
        : TEXT_MEMORY_CHECKS;
    if (!function->check(lexicon, "", words, &filter->found))
        return false;
    return function->needs
        ? text_cues_make(&filter->cues, lexicon, function->needs)
        : !cues || text_cues_read(&filter->cues, cues);
}

static bool read_limit(struct filter *filter, struct evaluation *evaluation)
{
    const struct expression *limit = &filter->direct->limit;
    xmlXPathObjectPtr value = limit->text ? expression_evaluate(limit,
        evaluation, xmlDocGetRootElement(evaluation->context->doc)) : NULL;

    if (value)
        filter->limit = xmlXPathCastToNumber(value);
    xmlXPathFreeObject(value);
    return value || !limit->text;
}

static bool filter_begin(struct filter *filter, xmlNodeSetPtr nodes,
    struct evaluation *evaluation)
{
    const struct direct *direct = filter->direct;

    if (!read_arguments(filter, evaluation)
        || !read_limit(filter, evaluation))
        return false;
    if (direct->function) {
        filter->texts = node_texts_of(filter->related, nodes);
        return filter->texts && read_words(filter);
    }
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

/* What is found in a text goes to filter->found. */
static bool check_text(struct filter *filter, const struct node_text *text)
{
    const struct text_function *function = filter->direct->function;

    if (!text)
        return false;
    if (known_text_passes(text->known, filter->remembered)
        || !may_find(filter, &text->sketch))
        return true;
    bool good = function->check(filter->related->scope.lexicon, text->words,
        (const char *)filter->words, &filter->found);
    if (good && filter->found.length == 0 && !filter->found.failed)
        known_text_pass(text->known, filter->remembered);
    return good;
}

/* The same of one of these nodes. */
static bool check_node(struct filter *filter, xmlNodeSetPtr nodes, int k)
{
    const struct direct *direct = filter->direct;

    buffer_clear(&filter->found);
    if (direct->related)
        return direct->related->check(filter->related, filter->prepared,
            nodes->nodeTab[k], &filter->found);
    return check_text(filter, filter->texts[k] ? filter->texts[k]
        : node_text_of(filter->related, nodes->nodeTab[k]));
}

/* Whether what was found fails the test: anything, or a number below the
 * limit. */
static bool fails(const struct filter *filter)
{
    const char *found = buffer_string(&filter->found);

    return *found && (!filter->direct->limit.text
        || xmlXPathCastStringToNumber(BAD_CAST found) < filter->limit);
}

xmlXPathObjectPtr direct_filter(const struct direct *direct,
    xmlNodeSetPtr nodes, struct evaluation *evaluation)
{
    struct filter filter = { .direct = direct,
        .related = evaluation->context->user };
    xmlXPathObjectPtr failing = xmlXPathNewNodeSet(NULL);
    bool good = failing && filter_begin(&filter, nodes, evaluation);

    for (int k = 0; good && k < nodes->nodeNr; k++)
        good = check_node(&filter, nodes, k) && (!fails(&filter)
            || gather_node(failing->nodesetval, nodes->nodeTab[k]));
    if (!good || filter.found.failed) {
        xmlXPathFreeObject(failing);
        failing = NULL;
    }
    filter_end(&filter);
    return failing;
}
