/*
 * Wholes and their parts in one sentence.
 *
 *   behind a word    共201件，其中案外调解22件，立案181件
 *   as a list        收入9万元，其中：拨款8万元，占89%；其他1万元，占11%
 *   behind a colon   收入9万元：拨款8万元，其他1万元
 *   in brackets      117人（在职82人、退休35人）
 *   before a word    在职82人、退休35人，合计117人
 *   as a sum         30万元+30万元+30万元=90万元
 *
 * Figures that follow each other in the same unit are parts where nothing
 * says otherwise, and where they come near the whole.
 */

#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/equation.h"
#include "6_rules/text/statements.h"
#include "6_rules/text/sum.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

/* A sum whose parts are being looked for. */
struct search {
    const struct text_statement *statement;
    struct text_sum sum;
    bool listed;                /* 其中：, whose parts ；may part */
    bool by_semicolons;         /* it does */
    bool men;                   /* 男 was one: 女 is another one */
    size_t tight;               /* parts with 、 between them before the first
                                   other mark; 0 where there is none */
};

/* Whether a figure with these words is no part, but a statement of its own, as
 * the spending of a fund is behind the parts of its income. */
static bool is_by_itself(const struct search *search, struct text_span words)
{
    static const enum notion notions[] = { NOTION_OWN_STATEMENTS,
        NOTION_RISES, NOTION_FALLS, NOTION_COMPARED,
        NOTION_COMPARED_WITH_PLANS, NOTION_AMONG_THEM, NOTION_COMMAS,
        NOTION_COLONS, NOTION_SEMICOLONS };

    const struct lexicon *lexicon = search->statement->lexicon;

    return lexicon_is_in(lexicon, words, notions, COUNT(notions))
        || word_of(lexicon_words(lexicon, NOTION_SPENDING), words)
        || word_of(lexicon_words(lexicon, NOTION_INCOME), words);
}

static bool has(const struct search *search, struct text_span words,
    enum notion notion)
{
    return text_statement_has(search->statement, words, notion);
}

static void add_part(struct search *search, const struct text_figure *figure,
    struct text_span words)
{
    struct text_sum *sum = &search->sum;

    search->men = search->men || has(search, words, NOTION_MEN);
    sum->open = sum->open || has(search, words, NOTION_AND_SO_ON);
    sum->spoilt = sum->spoilt || figure->precision != TEXT_EXACT
        || has(search, words, NOTION_QUALITIES)
        || (has(search, words, NOTION_WOMEN) && !search->men);
    sum->parts[sum->count++] = figure;
}

/* The words before a part without the marks that part it from the last. */
static struct text_span strip_separators(const struct search *search,
    struct text_span words)
{
    const struct word_list *separators = lexicon_words(
        search->statement->lexicon, NOTION_SEPARATORS);
    size_t size;

    while (words.length > 0
        && (size = word_size_at(separators, words.text, 0)) > 0
        && size <= words.length) {
        words.text += size;
        words.length -= size;
    }
    return words;
}

/* What a figure in the unit of the whole is. */
enum turn { TURN_PART, TURN_DETAIL, TURN_END };

/* What stands behind the last ；; all where there is none. */
static struct text_span behind_semicolon(const struct search *search,
    struct text_span words)
{
    const struct word_list *marks = lexicon_words(search->statement->lexicon,
        NOTION_SEMICOLONS);
    const struct word *mark;
    size_t at;

    while ((mark = word_in(marks, words, &at)) != NULL) {
        words.text += at + mark->length;
        words.length -= at + mark->length;
    }
    return words;
}

/* The words before a part in a list: they begin behind ；. */
static enum turn turn_in_list(struct search *search, struct text_span *words)
{
    struct text_span item = behind_semicolon(search, *words);
    bool first = search->sum.count == 1;

    if (item.length < words->length) {
        bool allowed = first || search->by_semicolons;
        search->by_semicolons = true;
        *words = item;
        return allowed && !is_by_itself(search, item) ? TURN_PART
            : TURN_END;
    }
    search->by_semicolons = search->by_semicolons || first;
    return search->by_semicolons ? TURN_DETAIL : TURN_END;
}

/* By the words between the last part and the figure; they are stripped. */
static enum turn turn_of(struct search *search, struct text_span *words)
{
    struct text_span stripped = strip_separators(search, *words);
    size_t count = search->sum.count;
    bool apart = stripped.length < words->length || count == 0;

    if (!search->by_semicolons && apart
        && !is_by_itself(search, stripped)) {
        *words = stripped;
        return TURN_PART;
    }
    return search->listed && count > 0 ? turn_in_list(search, words)
        : TURN_END;
}

/* Whether words between two figures lead from one part to the next. */
static bool leads_on(const struct search *search, struct text_span words)
{
    struct text_span stripped = strip_separators(search, words);

    return stripped.length < words.length
        && !is_by_itself(search, stripped);
}

/* How deep in brackets the sentence is; *at is set behind a bracket that
 * closes the last of them. */
static int follow_brackets(const struct search *search, size_t from,
    size_t to, int depth, size_t *at)
{
    const struct lexicon *lexicon = search->statement->lexicon;
    const char *text = search->statement->sentence.text;
    unsigned code;

    for (size_t size; from < to && depth >= 0; from += size) {
        size = text_character(text + from, &code);
        if (word_at(lexicon_words(lexicon, NOTION_OPENING), text, from))
            depth++;
        if (word_at(lexicon_words(lexicon, NOTION_CLOSING), text, from))
            if (--depth == 0)
                *at = from + size;
    }
    return depth;
}

/* Notes where other marks than 、 begin: 36人、53人，41人. */
static void note_joint(struct search *search, struct text_span words)
{
    if (search->tight == 0 && search->sum.count > 0
        && !word_at(lexicon_words(search->statement->lexicon,
            NOTION_ITEM_MARKS), words.text, 0))
        search->tight = search->sum.count;
}

/* Adds a figure in the unit of the whole, if it is a part; false where the
 * parts end.  *end is where the words before it begin. */
static bool read_part(struct search *search,
    const struct text_figure *figure, size_t *end)
{
    struct text_span words = text_statement_span(search->statement, *end,
        figure->begin), joint = words;
    enum turn turn = turn_of(search, &words);

    if (turn == TURN_PART) {
        note_joint(search, joint);
        add_part(search, figure, words);
        *end = figure->end;
    }
    return turn != TURN_END;
}

/* Reads what is taken off behind the parts, from figure k on, and what is added
 * to them again: 追加A60万元、B50万元，调减C8万元.  `end` is where the words before
 * it begin. */
static void read_rest(struct search *search, size_t k, size_t end)
{
    static const enum notion others[] = { NOTION_COMPARED,
        NOTION_COMPARED_WITH_PLANS, NOTION_SEMICOLONS };
    const struct text_statement *statement = search->statement;
    struct decimal *rest = &search->sum.rest, size;

    for (; k < statement->count; k++) {
        const struct text_figure *figure = &statement->figures[k];
        struct text_span words = text_statement_span(statement, end,
            figure->begin);
        bool less = has(search, words, NOTION_FALLS);
        if (!text_figures_alike(figure, search->sum.whole)
            || (!less && rest->units == 0)
            || lexicon_is_in(statement->lexicon, words, others,
                COUNT(others))
            || !text_figure_base(figure, &size)
            || !(less ? decimal_subtract : decimal_add)(*rest, size, rest))
            return;
        end = figure->end;
    }
}

/* Adds the parts from a byte of the sentence on; gives where they end. */
static size_t read_parts(struct search *search, size_t from)
{
    const struct text_statement *statement = search->statement;
    struct text_sum *sum = &search->sum;
    size_t end = from, scanned = from;
    int depth = 0;

    for (size_t k = 0; k < statement->count; k++) {
        const struct text_figure *figure = &statement->figures[k];
        if (figure->begin < from)
            continue;
        depth = follow_brackets(search, scanned, figure->begin, depth,
            &end);
        scanned = figure->end;
        if (depth < 0)
            break;
        if (depth > 0)
            continue;
        if (text_figures_alike(figure, sum->whole)) {
            if (!read_part(search, figure, &end)) {
                read_rest(search, k, end);
                break;
            }
        } else if (text_figure_is_rate(figure)) {
            end = figure->end;  /* a share: 60万元，占60%，其他40万元 */
        }
    }
    size_t last = sum->count > 0 ? sum->parts[sum->count - 1]->end : from;
    sum->open = sum->open || word_at(lexicon_words(statement->lexicon,
        NOTION_AND_SO_ON), statement->sentence.text, last);
    return last;
}

/* Whether the label is that of a change: its parts are not what follows. */
static bool is_change(const struct text_statement *statement,
    struct text_span label)
{
    static const enum notion notions[] = { NOTION_RISES, NOTION_FALLS,
        NOTION_COMPARED, NOTION_COMPARED_WITH_PLANS };

    return lexicon_is_in(statement->lexicon, label, notions, COUNT(notions));
}

/* 参保率97.6%，其中贫困人口参保率100%: a rate of a group is no part of that of
 * all. */
static bool is_rate_of_group(const struct text_statement *statement, size_t k)
{
    return text_figure_is_rate(&statement->figures[k])
        && text_statement_has(statement, text_label(statement, k),
            NOTION_RATES_OF_GROUPS);
}

/* The last figure that ends before a byte and is no date; NULL for none. */
static const struct text_figure *last_before(
    const struct text_statement *statement, size_t at)
{
    size_t k = statement->count;

    while (k > 0 && (statement->figures[k - 1].end > at
            || statement->figures[k - 1].is_date))
        k--;
    return k > 0 ? &statement->figures[k - 1] : NULL;
}

/* Whether the first figure from a byte on is a rate. */
static bool is_rate_behind(const struct text_statement *statement, size_t at)
{
    size_t k = 0;

    while (k < statement->count && statement->figures[k].begin < at)
        k++;
    return k < statement->count
        && text_figure_is_rate(&statement->figures[k]);
}

/* The figure before a byte, if it can be a whole.  A rate of it may stand
 * between: 支出9万元，执行率98%，其中…. */
static const struct text_figure *whole_before(
    const struct text_statement *statement, size_t at)
{
    const struct text_figure *whole = last_before(statement, at);

    if (whole && text_figure_is_rate(whole)
        && !is_rate_behind(statement, at)) {
        at = whole->begin;
        whole = last_before(statement, at);
    }
    if (!whole)
        return NULL;
    size_t k = (size_t)(whole - statement->figures);
    struct text_span words = text_statement_span(statement, whole->end, at);
    return !is_change(statement, text_label(statement, k))
        && !is_rate_of_group(statement, k)
        && text_span_characters(words) <= lexicon_limit(
            statement->lexicon, LIMIT_PART_NOUN)
        && !text_statement_has(statement, words, NOTION_SEMICOLONS)
        ? whole : NULL;
}

/* Whether a word of a notion stands at a byte of the sentence. */
static bool is_at(const struct text_statement *statement, size_t at,
    enum notion notion)
{
    return word_at(lexicon_words(statement->lexicon, notion),
        statement->sentence.text, at) != NULL;
}

/* What is far from the whole may go on with something else behind the parts:
 * 在职88人，其中公务员36人、事业编制53人，退休41人. */
static void judge(struct search *search, struct buffer *found)
{
    search->sum.nearness = lexicon_limit(search->statement->lexicon,
        LIMIT_SUM_NEARNESS);
    text_sum_judge(&search->sum, found);
    if (found->length == 0 && search->tight > 1
        && text_sum_is_far(&search->sum)) {
        search->sum.count = search->tight;
        text_sum_judge(&search->sum, found);
    }
}

/* Parts behind 其中, which stands from `at` to `begin`. */
static void check_behind(const struct text_statement *statement, size_t at,
    size_t begin, struct buffer *found)
{
    struct search search = { .statement = statement,
        .listed = is_at(statement, begin, NOTION_COLONS),
        .sum = { .whole = whole_before(statement, at),
            .open = is_at(statement, begin, NOTION_SOME_OF_THEM) } };

    if (!search.sum.whole)
        return;
    read_parts(&search, begin);
    judge(&search, found);
}

static void check_introduced(const struct text_statement *statement,
    struct buffer *found)
{
    const struct word_list *words = lexicon_words(statement->lexicon,
        NOTION_AMONG_THEM);
    struct text_span rest = statement->sentence;
    const struct word *word;
    size_t at, begin = 0;

    while (found->length == 0 && (word = word_in(words, rest, &at)) != NULL) {
        at += begin;
        begin = at + word->length;
        check_behind(statement, at, begin, found);
        rest = text_statement_span(statement, begin,
            statement->sentence.length);
    }
}

/* Parts in brackets behind their whole; all that is in there. */
static void check_bracketed(const struct text_statement *statement,
    size_t k, struct buffer *found)
{
    const struct text_figure *whole = &statement->figures[k];
    size_t size = word_size_at(lexicon_words(statement->lexicon,
        NOTION_OPENING), statement->sentence.text, whole->end);
    size_t begin = whole->end + size;
    struct search search = { .statement = statement, .sum = { .whole = whole,
        .open = is_at(statement, begin, NOTION_SOME_OF_THEM) } };

    if (size == 0 || whole->is_date
        || is_at(statement, begin, NOTION_AMONG_THEM))
        return;
    size_t end = read_parts(&search, begin);
    bool closed = is_at(statement, end, NOTION_CLOSING);
    if (search.sum.open || (closed && search.sum.count > 1))
        judge(&search, found);
}

/* Parts behind a colon: 支出9万元：人员8万元，公用1万元. */
static void check_listed(const struct text_statement *statement, size_t k,
    struct buffer *found)
{
    const struct text_figure *whole = &statement->figures[k];
    size_t begin = whole->end + word_size_at(lexicon_words(statement->lexicon,
        NOTION_COLONS), statement->sentence.text, whole->end);
    struct search search = { .statement = statement,
        .sum = { .whole = whole_before(statement, whole->end) } };

    if (begin == whole->end || search.sum.whole != whole)
        return;
    read_parts(&search, begin);
    if (search.sum.count > 1)
        judge(&search, found);
}

/* Adds the figures before `at` that make up the whole. */
static void read_parts_before(struct search *search, size_t at)
{
    const struct text_statement *statement = search->statement;
    const struct text_figure *figures = statement->figures;
    const struct text_figure *whole = search->sum.whole;
    size_t first = 0, next = at, last = 0;

    while (last < statement->count && figures[last].end <= at)
        last++;
    first = last;
    for (size_t k = last; k-- > 0;) {
        if (!text_figures_alike(&figures[k], whole))
            continue;
        struct text_span words = text_statement_span(statement,
            figures[k].end, next);
        if (next == at ? strip_separators(search, words).length > 0
            : !leads_on(search, words))
            break;
        first = k;
        next = figures[k].begin;
    }
    for (size_t k = first; k < last; k++)
        if (text_figures_alike(&figures[k], whole))
            add_part(search, &figures[k], text_label(statement, k));
}

/* Parts before 合计, whose figure follows at once. */
static void check_total(const struct text_statement *statement, size_t k,
    struct buffer *found)
{
    struct search search = { .statement = statement,
        .sum = { .whole = &statement->figures[k] } };
    size_t begin = search.sum.whole->begin;
    size_t size = word_size_before(lexicon_words(statement->lexicon,
        NOTION_TOTALS), statement->sentence.text, begin);

    if (size > 0)
        read_parts_before(&search, begin - size);
    if (search.sum.count > 1)
        judge(&search, found);
}

static void check(const struct text_statement *statement,
    struct buffer *found)
{
    check_introduced(statement, found);
    for (size_t k = 0; k < statement->count && found->length == 0; k++) {
        check_bracketed(statement, k, found);
        if (found->length == 0)
            check_listed(statement, k, found);
        if (found->length == 0)
            check_total(statement, k, found);
        if (found->length == 0)
            text_check_equation(statement, k, found);
    }
}

const struct text_needs text_parts_needs = { TEXT_DIGIT, 5,
    { NOTION_AMONG_THEM, NOTION_COLONS, NOTION_OPENING, NOTION_TOTALS,
    NOTION_EQUALS } };

bool text_parts(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static const struct text_statement_search search = { &text_parts_needs, 2,
        check };

    (void)argument;
    text_check_long_statements(lexicon, text, &search, found);
    return true;
}
