/*
 * t:called-reached: targets that a text says to be reached or missed, while the
 * cells of their entry tell the contrary: 设备完好率达到预期目标 where it was 85% of
 * ≥90%, 各项指标均完成 where one was missed.
 *
 * From a name on the words are read as long as nothing else is told of it.
 */

#include <string.h>

#include "0_base/signs.h"
#include "6_rules/related/measures.h"
#include "6_rules/related/related_calls.h"
#include "6_rules/related/stated_walk.h"
#include "6_rules/related/texts.h"
#include "6_rules/text/characters.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

/* A sentence that is read from a name in it on. */
struct claim {
    const struct lexicon *lexicon;
    const struct measures *measures;
    xmlNodePtr node;
    const struct text_statement *statement;
    const struct measure_name *names;   /* what is told of */
    size_t count;
    bool of_all;                /* the names are of different entries */
    bool planned;               /* their plan was named: 结案率目标已完成 */
    size_t begin, at;           /* of the first name; behind what was read */
    struct buffer *out;
};

/* What may stand between a name and what is said of it. */
static const enum notion between[] = { NOTION_FILLERS_OF_MEASURES,
    NOTION_CONNECTORS, NOTION_RESULTS, NOTION_COMMAS };

/* The longest of such words at a byte: its length, or 0. */
static size_t words_at(const struct claim *claim, size_t at)
{
    size_t longest = 0;

    for (size_t k = 0; k < COUNT(between); k++) {
        size_t size = notion_at(claim->lexicon, between[k],
            claim->statement->sentence.text, at);
        longest = size > longest ? size : longest;
    }
    return longest;
}

/* The length of a figure at a byte with what is behind it, 95%以上; 0 for
 * none. */
static size_t figure_at(const struct claim *claim, size_t at)
{
    const struct text_statement *statement = claim->statement;

    for (size_t k = 0; k < statement->count; k++)
        if (statement->figures[k].begin == at) {
            size_t end = statement->figures[k].end;
            return end - at + notion_at(claim->lexicon,
                NOTION_LIMITS_BEHIND, statement->sentence.text, end);
        }
    return 0;
}

/* The length of a mark or word between two names, with the second name: 结案率、
 * 调解率; 0 for none. */
static size_t next_name_at(const struct claim *claim, size_t at)
{
    const char *text = claim->statement->sentence.text;
    size_t joint = notion_at(claim->lexicon, NOTION_ITEM_MARKS, text, at);
    size_t count;

    if (joint == 0)
        joint = notion_at(claim->lexicon, NOTION_JOINTS, text, at);
    const struct measure_name *name = joint > 0 ? measures_at(claim->measures,
        claim->node, text, at + joint, &count) : NULL;
    return name ? joint + name->length : 0;
}

/* The length of words for what was planned at a byte: 年度目标; 0 for none. */
static size_t plan_at(const struct claim *claim, size_t at)
{
    size_t length = 0, size;

    while ((size = notion_at(claim->lexicon, NOTION_PLANNED,
            claim->statement->sentence.text, at + length)) > 0)
        length += size;
    return length;
}

/* Whether nothing goes on at a byte with what was said. */
static bool is_said(const struct claim *claim, size_t at)
{
    unsigned code;

    text_character(claim->statement->sentence.text + at, &code);
    return !text_is_letter(code);
}

/* The length of words at a byte that say that a target was reached, 完成年度目标 and
 * 达标 but not 完成目标的85%; 0 for none. */
static size_t reached_at(const struct claim *claim, size_t at)
{
    const char *text = claim->statement->sentence.text;
    size_t verb = notion_at(claim->lexicon, NOTION_REACHING, text, at);
    size_t plan = verb > 0 ? plan_at(claim, at + verb) : 0;

    if (verb == 0 || !is_said(claim, at + verb + plan))
        return 0;
    return plan > 0 || claim->of_all || claim->planned
        || notion_at(claim->lexicon, NOTION_REACHED, text, at) > 0
        ? verb + plan : 0;
}

/* Whether what is said up to a byte is wanted or expected, or not of all. */
static bool is_reserved(const struct claim *claim, size_t end)
{
    return word_is_in(lexicon_words(claim->lexicon, NOTION_RESERVATIONS),
        (struct text_span){ claim->statement->sentence.text, end });
}

/* The name of the first entry of the data that ended so, where all of one name
 * did; NULL for none. */
static const struct measure_name *name_that_ended(const struct claim *claim,
    enum measure_end end)
{
    const struct measure_name *found = NULL;

    for (size_t k = 0; k < claim->count; k++) {
        const struct measure_name *name = &claim->names[k];
        if (measure_end(claim->lexicon, name->measure) != end) {
            if (!claim->of_all)
                return NULL;
        } else if (!found || name->measure <= found->measure) {
            found = name;
        }
    }
    return found;
}

/* "设备完好率达到预期目标（85%，≥90%）". */
static void judge(const struct claim *claim, size_t end, bool reached)
{
    const char *text = claim->statement->sentence.text;
    const struct measure_name *name = name_that_ended(claim,
        reached ? MEASURE_MISSED : MEASURE_REACHED);

    if (!name || is_reserved(claim, end))
        return;
    buffer_add(claim->out, text + claim->begin, end - claim->begin);
    buffer_add_string(claim->out, SIGN_OPENING);
    if (claim->of_all)
        buffer_add(claim->out, name->text, name->length);
    buffer_printf(claim->out, "%s" SIGN_COMMA "%s" SIGN_CLOSING,
        name->measure->actual, name->measure->target);
}

/* Reads on from the names to what is said of them. */
static void read_on(struct claim *claim)
{
    const char *text = claim->statement->sentence.text;
    size_t size = 1;

    claim->planned = false;
    while (size > 0 && claim->at < claim->statement->sentence.length) {
        size_t denial = notion_at(claim->lexicon, NOTION_DENIALS, text,
            claim->at);
        size_t reached = reached_at(claim, claim->at + denial);
        if (reached > 0) {
            if (denial == 0 || !claim->of_all)
                judge(claim, claim->at + denial + reached, denial == 0);
            return;
        }
        size = figure_at(claim, claim->at);
        if (size == 0)
            size = next_name_at(claim, claim->at);
        if (size == 0)
            size = words_at(claim, claim->at);
        claim->planned = claim->planned || plan_at(claim, claim->at) > 0;
        if (size == 0)
            size = plan_at(claim, claim->at);
        claim->at += size;
    }
}

/* Reads on from each 各项指标: of those of the text's own table. */
static void read_all(struct claim *claim)
{
    struct text_span rest = claim->statement->sentence;
    const struct word *word;
    size_t at;

    claim->of_all = true;
    claim->names = measures_of_node(claim->measures, claim->node,
        &claim->count);
    while (claim->names && claim->out->length == 0 && (word = word_in(
            lexicon_words(claim->lexicon, NOTION_ALL_MEASURES), rest, &at))) {
        rest.text += at + word->length;
        rest.length -= at + word->length;
        claim->at = (size_t)(rest.text - claim->statement->sentence.text);
        claim->begin = claim->at - word->length;
        read_on(claim);
    }
}

/* Reads on from each name, and in a cell of an entry from the beginning. */
static void read_names(struct claim *claim)
{
    struct text_span sentence = claim->statement->sentence;
    size_t at = 0;

    claim->of_all = false;
    claim->names = measures_around(claim->measures, claim->node);
    claim->count = claim->names != NULL;
    claim->begin = claim->at = 0;
    if (claim->names)
        read_on(claim);
    while (claim->out->length == 0 && (claim->names = measures_next(
            claim->measures, claim->node, sentence.text, sentence.length, &at,
            &claim->count))) {
        claim->at = at;
        claim->begin = at - claim->names->length;
        if (stated_stands_alone(claim->lexicon, sentence.text, claim->begin)
            || notion_before(claim->lexicon, NOTION_JOINTS, sentence.text,
                claim->begin) > 0)
            read_on(claim);
    }
}

static void read_sentence(struct related *related,
    const struct measures *measures, xmlNodePtr node,
    struct text_statement *statement, struct buffer *out)
{
    struct text_span sentence = statement->sentence;
    struct claim claim = { .lexicon = statement->lexicon,
        .measures = measures, .node = node, .statement = statement,
        .out = out };

    statement->count = text_figures(statement->lexicon, sentence.text,
        sentence.length, statement->figures, COUNT(statement->figures));
    if (stated_is_of_others(statement, sentence.length,
            related_year(related->submission)))
        return;
    read_names(&claim);
    if (out->length == 0)
        read_all(&claim);
}

/* Whether such words may be in a span: 完成目标, 目标已完成。 */
static bool may_tell(const struct lexicon *lexicon, struct text_span rest)
{
    const struct word *word;
    unsigned code;
    size_t at;

    while ((word = word_in(lexicon_words(lexicon, NOTION_REACHING), rest,
            &at))) {
        at += word->length;
        rest.text += at;
        rest.length -= at;
        text_character(rest.text, &code);
        if (!text_is_letter(code)
            || notion_at(lexicon, NOTION_PLANNED, rest.text, 0) > 0)
            return true;
    }
    return false;
}

bool related_check_reached(struct related *related, void *prepared,
    xmlNodePtr node, struct buffer *found)
{
    const struct lexicon *lexicon = related->scope.lexicon;
    const struct node_text *text = node_text_of(related, node);
    struct text_statement statement = { .lexicon = lexicon };
    struct text_span *sentence = &statement.sentence;

    if (!text)
        return false;
    sentence->text = text->words;
    if (!may_tell(lexicon, (struct text_span){ text->words,
            strlen(text->words) }))
        return true;
    while (found->length == 0 && text_sentence_next(lexicon, sentence))
        if (may_tell(lexicon, *sentence))
            read_sentence(related, prepared, node, &statement, found);
    return true;
}

void related_call_reached(xmlXPathParserContextPtr parser, int given)
{
    related_call_measures(parser, given, related_check_reached);
}
