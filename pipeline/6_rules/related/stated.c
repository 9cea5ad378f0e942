/*
 * t:stated-otherwise: figures that a text calls the target or the result of
 * what it names, which the cells of that entry state otherwise: 设备完好率95%，
 * 目标95% where the target is 90%, and 超计划1.6公里 where it is 1.2.
 *
 * From a name on the words are read one after the other as long as all of them
 * tell of its figures; so a figure of something else is never taken for one.
 */

#include "6_rules/related/related_calls.h"
#include "6_rules/related/stated_walk.h"
#include "6_rules/related/texts.h"
#include "6_rules/text/characters.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

bool stated_stands_alone(const struct lexicon *lexicon, const char *text,
    size_t begin)
{
    unsigned before;

    text_character_before(text, begin, &before);
    return begin == 0 || !text_is_letter(before)
        || notion_before(lexicon, NOTION_NAME_LEADS, text, begin) > 0;
}

/* A kind of words between the name and a figure, and what they make of the
 * next figure. */
struct step {
    enum notion notion;
    enum role role;             /* NOTHING: they leave it as it is */
};

/* Of words of the same length the first counts. */
static const struct step steps[] = {
    { NOTION_OVER_PLANS, ABOVE }, { NOTION_UNDER_PLANS, BELOW },
    { NOTION_SHARES_OF_TARGETS, SHARE }, { NOTION_TARGETS, TARGET },
    { NOTION_RESULTS, RESULT },
    { NOTION_RISES, ABOVE }, { NOTION_JOINED_RISES, ABOVE },
    { NOTION_FALLS, BELOW }, { NOTION_JOINED_FALLS, BELOW },
    { NOTION_MORE, ABOVE }, { NOTION_LESS, BELOW },
    { NOTION_CONNECTORS, NOTHING }, { NOTION_LIMITS, NOTHING },
    { NOTION_COMMAS, NOTHING }, { NOTION_PHRASE_MARKS, NOTHING },
    { NOTION_FILLERS_OF_MEASURES, NOTHING }, { NOTION_OF, NOTHING },
};

/* The kind of the longest of such words at a byte; NULL for none. */
static const struct step *step_at(const struct walk *walk, size_t at,
    size_t *length)
{
    const struct step *best = NULL;

    *length = 0;
    for (size_t k = 0; k < COUNT(steps); k++) {
        size_t size = notion_at(walk->lexicon, steps[k].notion,
            walk->statement->sentence.text, at);
        if (size > *length) {
            *length = size;
            best = &steps[k];
        }
    }
    return best;
}

/* Whether the figure in hand is that of what is behind it, 8公里沥青路面, or of a
 * part beside another one, 8公里、5公里. */
static bool is_of_part(const struct walk *walk,
    const struct text_figure *figure)
{
    const struct text_statement *statement = walk->statement;
    const char *text = statement->sentence.text;
    size_t size, at = figure->end + notion_at(walk->lexicon,
        NOTION_LIMITS_BEHIND, text, figure->end);
    const struct step *step = step_at(walk, at, &size);
    unsigned code;

    text_character(text + at, &code);
    if (step ? step->notion == NOTION_OF : text_is_ideograph(code))
        return true;
    if (walk->figure + 1 >= statement->count
        || !text_figures_alike(figure, figure + 1))
        return false;
    at = figure[1].begin;
    return notion_before(walk->lexicon, NOTION_ITEM_MARKS, text, at) > 0
        || notion_before(walk->lexicon, NOTION_JOINTS, text, at) > 0;
}

static void judge(const struct walk *walk, const struct text_figure *figure)
{
    bool differs = walk->role == TARGET && walk->differing != NOTHING;

    if (differs && !stated_is_points(walk, figure))
        differs = stated_is_other_rate(walk, figure)
            || stated_may_differ(walk, walk->differing, figure);
    if (walk->role == NOTHING || figure->precision == TEXT_ABOUT
        || is_of_part(walk, figure)
        || !passage_is_typed(walk->passage, walk->offset + figure->begin,
            walk->offset + figure->end))
        return;
    if (walk->role == SHARE) {
        if (figure->precision == TEXT_EXACT && text_figure_is_rate(figure))
            stated_judge_share(walk, figure);
    } else if (walk->role == ABOVE || walk->role == BELOW || differs) {
        if (figure->precision == TEXT_EXACT)
            stated_judge_difference(walk,
                differs ? walk->differing : walk->role, figure);
    } else if (walk->called > walk->begin + walk->name->length
        || (stated_stands_alone(walk->lexicon,
                walk->statement->sentence.text, walk->begin)
            && (walk->planned || figure->precision == TEXT_EXACT))) {
        stated_judge_cells(walk, figure);
    }
}

/* Takes words into account: those for more or less only beside a target, and
 * 完成 not behind what makes it that of a plan, 计划完成12公里. */
static void turn(struct walk *walk, const struct step *step)
{
    bool is_change = step->role == ABOVE || step->role == BELOW;
    bool is_whole = step->notion == NOTION_OVER_PLANS
        || step->notion == NOTION_UNDER_PLANS;

    if (step->notion == NOTION_COMMAS
        || (step->notion == NOTION_OF && walk->role == NAMED))
        walk->role = NOTHING;
    if (step->role == NOTHING || (step->role == RESULT
            && walk->role != NOTHING && walk->role != NAMED))
        return;
    if (!is_change || is_whole) {
        walk->role = step->role;
        walk->called = walk->at;
        walk->done = TEXT_DONE_CHARACTERS;
    } else if (walk->role == TARGET) {
        walk->role = step->role;
    } else {
        walk->role = NOTHING;
        walk->differing = step->role;
    }
}

/* Reads the words at a place; false where they are of something else. */
static bool read_words(struct walk *walk)
{
    size_t length;
    const struct step *step = step_at(walk, walk->at, &length);

    if (!step || (step->notion == NOTION_OF && walk->role != NAMED
            && walk->role != NOTHING))
        return false;           /* 目标的95% is another figure */
    turn(walk, step);
    walk->at += length;
    return true;
}

/* Passes over what was done more or less of: 比计划多开放15天. */
static bool skip_done(struct walk *walk)
{
    const char *text = walk->statement->sentence.text;
    unsigned code;
    size_t size = text_character(text + walk->at, &code);

    if ((walk->role != ABOVE && walk->role != BELOW)
        || !text_is_ideograph(code) || walk->done == 0)
        return false;
    walk->at += size;
    walk->done--;
    return true;
}

/* Behind a figure and what belongs to it: 95%以上, 42台（套）. */
static size_t behind_figure(const struct walk *walk,
    const struct text_figure *figure)
{
    const char *text = walk->statement->sentence.text;
    size_t at = figure->end + notion_at(walk->lexicon, NOTION_LIMITS_BEHIND,
        text, figure->end);

    return at + measure_unit_rest(walk->lexicon, text, at);
}

/* Reads on to the end of what is told of the name. */
static void walk_on(struct walk *walk)
{
    const struct text_statement *statement = walk->statement;

    while (walk->at < statement->sentence.length
        && walk->out->length == 0) {
        while (walk->figure < statement->count
            && statement->figures[walk->figure].begin < walk->at)
            walk->figure++;
        if (walk->figure < statement->count
            && statement->figures[walk->figure].begin == walk->at) {
            const struct text_figure *figure
                = &statement->figures[walk->figure];
            judge(walk, figure);
            walk->role = walk->differing = NOTHING;
            walk->at = behind_figure(walk, figure);
        } else if (!read_words(walk) && !skip_done(walk)) {
            return;
        }
    }
}

bool stated_is_of_others(const struct text_statement *statement, size_t end,
    int year)
{
    static const enum notion others[] = { NOTION_OTHER_TERMS,
        NOTION_RESPECTIVELY };

    for (size_t k = 0; k < statement->count; k++) {
        const struct text_figure *figure = &statement->figures[k];
        if (figure->begin < end && figure->is_date && !(figure->is_year
                && figure->value.places == 0 && figure->value.units == year))
            return true;
    }
    return lexicon_is_in(statement->lexicon, text_statement_span(statement, 0,
        end), others, COUNT(others));
}

/* Reads on from each figure that is the result of an entry, by whatever words
 * that is called: 建成农田3260亩，比计划多80亩 of 新增农田面积. */
static void check_results(struct walk *walk, const struct measures *measures,
    xmlNodePtr node)
{
    const struct text_statement *statement = walk->statement;

    for (size_t k = 0; k < statement->count && walk->out->length == 0; k++) {
        const struct text_figure *figure = &statement->figures[k];
        walk->name = measures_with_result(measures, node, figure);
        if (!walk->name)
            continue;
        walk->names = 1;
        walk->begin = figure->begin;
        walk->figure = k;
        walk->at = walk->called = behind_figure(walk, figure);
        walk->role = walk->differing = NOTHING;
        walk_on(walk);
    }
}

/* Reads on from each name in a sentence, and from its beginning in a cell of an
 * entry, which tells of that. */
static void check_sentence(struct walk *walk, const struct measures *measures,
    xmlNodePtr node)
{
    const char *text = walk->statement->sentence.text;
    size_t length = walk->statement->sentence.length, at = 0;

    walk->name = measures_around(measures, node);
    if (walk->name) {
        walk->names = 1;
        walk_on(walk);
    }
    while (walk->out->length == 0 && (walk->name = measures_next(measures,
            node, text, length, &at, &walk->names))) {
        walk->begin = at - walk->name->length;
        walk->at = walk->called = at;
        walk->figure = 0;
        walk->role = walk->planned ? TARGET : NAMED;
        walk->differing = NOTHING;
        walk_on(walk);
    }
}

static bool find(struct related *related, const struct measures *measures,
    xmlNodePtr node, bool planned, struct buffer *out)
{
    const struct passage *passage = &related->passage;
    const struct lexicon *lexicon = related->scope.lexicon;
    struct text_statement statement = { .lexicon = lexicon };
    const char *text = buffer_string(&passage->text);
    int year = related_year(related->submission);
    struct text_span *sentence = &statement.sentence;

    sentence->text = text;
    while (!passage->text.failed && out->length == 0
        && text_sentence_next(lexicon, sentence)) {
        statement.count = text_figures(lexicon, sentence->text,
            sentence->length, statement.figures, COUNT(statement.figures));
        struct walk walk = { .lexicon = lexicon, .passage = passage,
            .offset = (size_t)(sentence->text - text),
            .statement = &statement, .planned = planned, .out = out };
        if (statement.count > 0 && statement.count < COUNT(statement.figures)
            && !stated_is_of_others(&statement, sentence->length, year)) {
            check_sentence(&walk, measures, node);
            if (!planned && out->length == 0)
                check_results(&walk, measures, node);
        }
    }
    return !passage->text.failed && !out->failed;
}

static bool check(struct related *related, const struct measures *measures,
    xmlNodePtr node, bool planned, struct buffer *found)
{
    const struct node_text *text = node_text_of(related, node);

    if (!text)
        return false;
    if (!text->has_typed_digit)
        return true;
    passage_read(&related->passage, node, PASSAGE_PRINTED);
    return find(related, measures, node, planned, found);
}

bool related_check_stated(struct related *related, void *prepared,
    xmlNodePtr node, struct buffer *found)
{
    return check(related, prepared, node, false, found);
}

bool related_check_planned(struct related *related, void *prepared,
    xmlNodePtr node, struct buffer *found)
{
    return check(related, prepared, node, true, found);
}

void related_call_stated(xmlXPathParserContextPtr parser, int given)
{
    related_call_measures(parser, given, related_check_stated);
}

void related_call_planned(xmlXPathParserContextPtr parser, int given)
{
    related_call_measures(parser, given, related_check_planned);
}
