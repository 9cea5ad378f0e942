/*
 * Wholes and their parts in one sentence.
 *
 *   behind a word    共201件，其中案外调解22件，立案181件
 *   as a list        收入9万元，其中：拨款8万元，占89%；其他1万元，占11%
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
#include "6_rules/text/statements.h"
#include "6_rules/text/sum.h"

#define NOUN_CHARACTERS 20      /* between a whole and 其中 */

/* A sum whose parts are being looked for. */
struct search {
    const struct text_statement *statement;
    struct text_sum sum;
    bool listed;                /* 其中：, whose parts ；may part */
    bool by_semicolons;         /* it does */
    bool men;                   /* 男 was one: 女 is another one */
};

/* Words of a figure that is no part, but a statement of its own. */
static const char *const others[] = { "累计", "结余", "余额", "同比", "比上",
    "较上", "增加", "增长", "减少", "下降", "执行", "完成", "实际", "占",
    "人均", "户均", "平均", "全年", "受益", "惠及", "用于", "达到", "其中",
    "，", "：", "；", NULL };

/* Qualities of which one person may have several. */
static const char *const qualities[] = { "党员", "少数民族", "学历", "本科",
    "研究生", "硕士", "博士", "职称", NULL };

static void add_part(struct search *search, const struct text_figure *figure,
    struct text_span words)
{
    struct text_sum *sum = &search->sum;

    search->men = search->men || text_span_contains(words, "男");
    sum->open = sum->open || text_span_contains(words, "等");
    sum->spoilt = sum->spoilt || figure->precision != TEXT_EXACT
        || text_span_has_any(words, qualities)
        || (text_span_contains(words, "女") && !search->men);
    sum->parts[sum->count++] = figure;
}

/* The words before a part without the marks that part it from the last. */
static struct text_span strip_separators(struct text_span words)
{
    static const char *const separators[] = { "，", "、", "：", ",", ":",
        "和", "及", "与", "以及", NULL };
    size_t size;

    while (words.length > 0
        && (size = text_starts_any(words.text, separators)) > 0
        && size <= words.length) {
        words.text += size;
        words.length -= size;
    }
    return words;
}

/* What a figure in the unit of the whole is. */
enum turn { TURN_PART, TURN_DETAIL, TURN_END };

/* The words before a part in a list: they begin behind ；. */
static enum turn turn_in_list(struct search *search, struct text_span *words)
{
    struct text_span item = text_span_behind(*words, "；");
    bool first = search->sum.count == 1;

    if (item.length < words->length) {
        bool allowed = first || search->by_semicolons;
        search->by_semicolons = true;
        *words = item;
        return allowed && !text_span_has_any(item, others) ? TURN_PART
            : TURN_END;
    }
    search->by_semicolons = search->by_semicolons || first;
    return search->by_semicolons ? TURN_DETAIL : TURN_END;
}

/* By the words between the last part and the figure; they are stripped. */
static enum turn turn_of(struct search *search, struct text_span *words)
{
    struct text_span stripped = strip_separators(*words);
    size_t count = search->sum.count;
    bool apart = stripped.length < words->length || count == 0;

    if (!search->by_semicolons && apart
        && !text_span_has_any(stripped, others)) {
        *words = stripped;
        return TURN_PART;
    }
    return search->listed && count > 0 ? turn_in_list(search, words)
        : TURN_END;
}

/* Whether words between two figures lead from one part to the next. */
static bool leads_on(struct text_span words)
{
    struct text_span stripped = strip_separators(words);

    return stripped.length < words.length
        && !text_span_has_any(stripped, others);
}

/* How deep in brackets the text is; *at is set behind a bracket that closes
 * the last of them. */
static int follow_brackets(const char *text, size_t from, size_t to,
    int depth, size_t *at)
{
    unsigned code;

    for (size_t size; from < to && depth >= 0; from += size) {
        size = text_character(text + from, &code);
        if (code == u'（' || code == '(')
            depth++;
        if (code == u'）' || code == ')')
            if (--depth == 0)
                *at = from + size;
    }
    return depth;
}

/* Adds a figure in the unit of the whole, if it is a part; false where the
 * parts end.  *end is where the words before it begin. */
static bool read_part(struct search *search,
    const struct text_figure *figure, size_t *end)
{
    struct text_span words = text_statement_span(search->statement, *end,
        figure->begin);
    enum turn turn = turn_of(search, &words);

    if (turn == TURN_PART) {
        add_part(search, figure, words);
        *end = figure->end;
    }
    return turn != TURN_END;
}

/* Adds the parts from a byte of the sentence on; gives where they end. */
static size_t read_parts(struct search *search, size_t from)
{
    const struct text_statement *statement = search->statement;
    struct text_sum *sum = &search->sum;
    const char *text = statement->sentence.text;
    size_t end = from, scanned = from;
    int depth = 0;

    for (size_t k = 0; k < statement->count; k++) {
        const struct text_figure *figure = &statement->figures[k];
        if (figure->begin < from)
            continue;
        depth = follow_brackets(text, scanned, figure->begin, depth, &end);
        scanned = figure->end;
        if (depth < 0)
            break;
        if (depth > 0)
            continue;
        if (text_figures_alike(figure, sum->whole)) {
            if (!read_part(search, figure, &end))
                break;
        } else if (text_figure_is_rate(figure)) {
            end = figure->end;  /* a share: 60万元，占60%，其他40万元 */
        }
    }
    size_t last = sum->count > 0 ? sum->parts[sum->count - 1]->end : from;
    sum->open = sum->open || text_starts(text + last, "等");
    return last;
}

/* Words of a whole that is a change: its parts are not what follows. */
static const char *const changes[] = { "增加", "增长", "减少", "下降", "提高",
    "降低", "同比", NULL };

/* 参保率97.6%，其中贫困人口参保率100%: a rate of a group is no part of that of
 * all. */
static bool is_rate_of_group(const struct text_statement *statement, size_t k)
{
    return text_figure_is_rate(&statement->figures[k])
        && (text_span_contains(text_label(statement, k), "率")
            || text_span_contains(text_label(statement, k), "满意度"));
}

/* The last figure that ends before a byte, if it can be a whole. */
static const struct text_figure *whole_before(
    const struct text_statement *statement, size_t at)
{
    size_t k = statement->count;

    while (k > 0 && (statement->figures[k - 1].end > at
            || statement->figures[k - 1].is_date))
        k--;
    if (k == 0 || text_span_has_any(text_label(statement, k - 1), changes)
        || is_rate_of_group(statement, k - 1))
        return NULL;
    const struct text_figure *whole = &statement->figures[k - 1];
    struct text_span words = text_statement_span(statement, whole->end, at);
    return text_span_characters(words) <= NOUN_CHARACTERS
        && !text_span_contains(words, "；") ? whole : NULL;
}

static const char *const introductions[] = { "其中", "包括", "分别为",
    "分别是", NULL };
static const char *const open_words[] = { "主要", "含", "包含", "有", NULL };

/* Parts behind 其中. */
static void check_introduced(const struct text_statement *statement,
    const char *word, struct buffer *found)
{
    struct text_span rest = statement->sentence;
    size_t at;

    while (found->length == 0
        && (at = text_span_find(rest, word)) < rest.length) {
        const char *behind = rest.text + at + strlen(word);
        size_t begin = (size_t)(behind - statement->sentence.text);
        struct search search = { .statement = statement,
            .listed = text_starts(behind, "：") || *behind == ':',
            .sum = { .whole = whole_before(statement, begin - strlen(word)),
                .open = text_starts_any(behind, open_words) > 0 } };
        if (search.sum.whole) {
            read_parts(&search, begin);
            text_sum_judge(&search.sum, found);
        }
        rest.length -= at + strlen(word);
        rest.text = behind;
    }
}

static size_t read_bracket(const char *text)
{
    size_t size = text_starts(text, "（");

    return size > 0 ? size : text_starts(text, "(");
}

/* Parts in brackets behind their whole; all that is in there. */
static void check_bracketed(const struct text_statement *statement,
    size_t k, struct buffer *found)
{
    const char *text = statement->sentence.text;
    const struct text_figure *whole = &statement->figures[k];
    size_t size = read_bracket(text + whole->end);
    const char *inside = text + whole->end + size;
    struct search search = { .statement = statement, .sum = { .whole = whole,
        .open = text_starts_any(inside, open_words) > 0 } };

    if (size == 0 || whole->is_date
        || text_starts_any(inside, introductions))
        return;
    size_t end = read_parts(&search, (size_t)(inside - text));
    bool closed = text_starts(text + end, "）") || text[end] == ')';
    if (search.sum.open || (closed && search.sum.count > 1))
        text_sum_judge(&search.sum, found);
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
        if (next == at ? strip_separators(words).length > 0
            : !leads_on(words))
            break;
        first = k;
        next = figures[k].begin;
    }
    for (size_t k = first; k < last; k++)
        if (text_figures_alike(&figures[k], whole))
            add_part(search, &figures[k], text_label(statement, k));
}

static const char *const totals[] = { "合计", "共计", "总计", "，共", NULL };

/* Parts before 合计, whose figure follows at once. */
static void check_total(const struct text_statement *statement, size_t k,
    struct buffer *found)
{
    struct search search = { .statement = statement,
        .sum = { .whole = &statement->figures[k] } };
    size_t begin = search.sum.whole->begin;

    for (const char *const *word = totals; *word; word++) {
        size_t size = text_ends(statement->sentence.text, begin, *word);
        if (size > 0 && search.sum.count == 0)
            read_parts_before(&search, begin - size);
    }
    if (search.sum.count > 1)
        text_sum_judge(&search.sum, found);
}

static bool is_joint(struct text_span words, const char *const *signs)
{
    for (; *signs; signs++)
        if (text_span_equals(words, *signs))
            return true;
    return false;
}

/* The first figure of a+b=c, c being figure k; k where there is no sum, or
 * something before it that calculates, too. */
static size_t equation_begin(const struct text_statement *statement, size_t k)
{
    static const char *const pluses[] = { "+", "＋", NULL };
    static const char *const equals[] = { "=", "＝", NULL };
    static const char *const operators[] = { "+", "＋", "-", "−", "－", "×",
        "*", "÷", "/", ")", "）", NULL };
    const struct text_figure *figures = statement->figures;
    size_t first = k;

    while (first > 0 && is_joint(text_statement_span(statement,
            figures[first - 1].end, figures[first].begin),
            first == k ? equals : pluses)
        && (figures[first - 1].unit_length == 0
            || text_figures_alike(&figures[first - 1], &figures[k])))
        first--;
    for (const char *const *sign = operators; *sign; sign++)
        if (text_ends(statement->sentence.text, figures[first].begin, *sign))
            return k;
    return first;
}

/* A part of an equation without a unit has that of the whole. */
static void check_equation(const struct text_statement *statement, size_t k,
    struct buffer *found)
{
    struct text_figure parts[TEXT_STATEMENT_FIGURES];
    struct text_sum sum = { .whole = &statement->figures[k], .exact = true };

    for (size_t j = equation_begin(statement, k); j < k; j++) {
        struct text_figure *part = &parts[sum.count];
        *part = statement->figures[j];
        if (part->unit_length == 0)
            part->shift = sum.whole->shift;
        sum.parts[sum.count++] = part;
    }
    if (sum.count > 1)
        text_sum_judge(&sum, found);
}

static void check(const struct text_statement *statement,
    struct buffer *found)
{
    for (const char *const *word = introductions; *word; word++)
        check_introduced(statement, *word, found);
    for (size_t k = 0; k < statement->count && found->length == 0; k++) {
        check_bracketed(statement, k, found);
        if (found->length == 0)
            check_total(statement, k, found);
        if (found->length == 0)
            check_equation(statement, k, found);
    }
}

bool text_parts(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static const char *const cues[] = { "其中", "包括", "分别为", "分别是",
        "（", "(", "合计", "共计", "总计", "，共", "=", "＝", NULL };
    static const struct text_statement_search search = { NULL, cues, 2, check };

    (void)argument;
    text_check_long_statements(lexicon, text, &search, found);
    return true;
}
