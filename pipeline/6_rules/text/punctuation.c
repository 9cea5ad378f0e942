/*
 * Marks as GB/T 15834-2011 has them, digits as GB/T 15835-2011.
 *
 * A text is read once, character by character; what may be wrong with one of
 * a kind a finder tells.
 */

#include <string.h>

#include "0_base/utf8.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/spans.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))
#define CONTEXT 4               /* characters shown on each side */
#define PAIR_REACH 240          /* bytes in which a pair must close */
#define RUN_SIZE 64             /* bytes of a corrected run */

/* A character in its text. */
struct place {
    const char *text;
    size_t begin, end;
    unsigned before, code, after;
};

/* Bytes of the text, and what should stand there. */
struct fix {
    size_t begin, end;
    char text[RUN_SIZE];
};

struct fixes {
    struct fix first, second;   /* of a pair the closing one */
    int count;
    size_t skip;                /* where to read on, if nothing is wrong */
};

typedef void finder(const struct place *place, struct fixes *fixes);

static bool is_chinese(unsigned code)
{
    return text_is_ideograph(code) || text_is_chinese_mark(code);
}

static void fix_set(struct fix *fix, size_t begin, size_t end,
    const char *text)
{
    fix->begin = begin;
    fix->end = end;
    strncpy(fix->text, text, RUN_SIZE - 1);
    fix->text[RUN_SIZE - 1] = '\0';
}

static void add_fix(struct fixes *fixes, size_t begin, size_t end,
    const char *text)
{
    fix_set(fixes->count++ ? &fixes->second : &fixes->first, begin, end,
        text);
}

/* The character at a byte of the text; 0 at its end. */
static unsigned code_at(const char *text, size_t at)
{
    unsigned code;

    text_character(text + at, &code);
    return code;
}

static unsigned code_before(const char *text, size_t at)
{
    unsigned code;

    text_character_before(text, at, &code);
    return code;
}

/* Half-width marks beside Chinese: 位置,加大. */

static void find_half_mark(const struct place *place, struct fixes *fixes)
{
    static const char half[] = ",;:?!";
    static const char *const wide[] = { "，", "；", "：", "？", "！" };

    if (is_chinese(place->before) || is_chinese(place->after))
        add_fix(fixes, place->begin, place->end,
            wide[strchr(half, (int)place->code) - half]);
}

/* 完成. at the end, and ... for …… behind Chinese. */
static void find_half_stop(const struct place *place, struct fixes *fixes)
{
    size_t dots = strspn(place->text + place->begin, ".");

    if (!text_is_ideograph(place->before))
        fixes->skip = place->begin + dots;
    else if (dots >= 3)
        add_fix(fixes, place->begin, place->begin + dots, "……");
    else if (!place->text[place->end])
        add_fix(fixes, place->begin, place->end, "。");
}

/* Brackets: a pair is of one kind, and wide in Chinese. */

static int bracket_step(unsigned code)
{
    return code == '(' || code == 0xFF08 ? 1
        : code == ')' || code == 0xFF09 ? -1 : 0;
}

/* The bracket that closes the one at `open`; 0 for none. */
static size_t find_closing(const char *text, size_t open)
{
    size_t at = open, size;
    unsigned code;
    int depth = 0;

    while (at - open < PAIR_REACH
        && (size = text_character(text + at, &code)) > 0 && code != '\n') {
        depth += bracket_step(code);
        if (depth == 0)
            return at;
        at += size;
    }
    return 0;
}

/* What opens the bracket that closes at `close`: its code, 0 for none. */
static unsigned find_opening(const char *text, size_t close)
{
    size_t at = close, size;
    unsigned code;
    int depth = 1;

    while (close - at < PAIR_REACH
        && (size = text_character_before(text, at, &code)) > 0
        && code != '\n') {
        depth -= bracket_step(code);
        if (depth == 0)
            return code;
        at -= size;
    }
    return 0;
}

static bool has_chinese(const char *text, size_t begin, size_t end)
{
    size_t size;
    unsigned code;

    for (; begin < end; begin += size) {
        size = text_character(text + begin, &code);
        if (is_chinese(code))
            return true;
    }
    return false;
}

/* f(x) and 报告(终稿).docx stay as they are; (1)加强 does not. */
static bool is_chinese_pair(const struct place *place, size_t close)
{
    const char *text = place->text;
    unsigned behind = code_at(text, close + 1);

    if (behind == '.' && text_is_latin(code_at(text, close + 2)))
        return false;
    return is_chinese(place->before) || has_chinese(text, place->end, close)
        || (is_chinese(behind) && !text_is_latin(place->before));
}

/* 桃政发(2023)10号, which takes 〔 〕. */
static bool is_document_year(const char *text, size_t open, size_t close)
{
    return close - open == strlen("(2023")
        && strspn(text + open + 1, "0123456789") == strlen("2023")
        && text_is_digit((unsigned char)text[close + 1]);
}

static void find_half_opening(const struct place *place,
    struct fixes *fixes)
{
    const char *text = place->text;
    size_t close = find_closing(text, place->begin);
    bool half = close > 0 && text[close] == ')';

    if (half ? !is_chinese_pair(place, close)
        : !close && !is_chinese(place->before)
            && !is_chinese(place->after))
        return;
    bool year = half && is_document_year(text, place->begin, close);
    add_fix(fixes, place->begin, place->end, year ? "〔" : "（");
    if (half)
        add_fix(fixes, close, close + 1, year ? "〕" : "）");
}

/* Its pair has been seen, where that is half-width, too. */
static void find_half_closing(const struct place *place,
    struct fixes *fixes)
{
    unsigned opening = find_opening(place->text, place->begin);

    if (opening == 0xFF08 || (!opening && text_is_ideograph(place->before)))
        add_fix(fixes, place->begin, place->end, "）");
}

/* Straight quotation marks, "四个意识"; not the inch of 15", nor the
 * apostrophe of it's. */
static void find_straight_quote(const struct place *place,
    struct fixes *fixes)
{
    const char *text = place->text;
    const char *close = memchr(text + place->end, (int)place->code,
        strnlen(text + place->end, PAIR_REACH));
    bool twofold = place->code == '"';

    if (!close || text_is_digit(place->before)
        || (!twofold && text_is_latin(place->before)))
        return;
    size_t at = (size_t)(close - text);
    if (has_chinese(text, place->end, at)
        || (twofold && is_chinese(place->before)
            && is_chinese(code_at(text, at + 1)))) {
        add_fix(fixes, place->begin, place->end, twofold ? "“" : "‘");
        add_fix(fixes, at, at + 1, twofold ? "”" : "’");
    } else {
        fixes->skip = at + 1;
    }
}

/* Wide digits, letters and ％, a run of them at a time. */

static char narrow(const char *text)
{
    unsigned code = code_at(text, 0);

    if (code == 0xFF05)
        return '%';
    return code > 0xFF00 && text_is_latin(code - 0xFEE0)
        ? (char)(code - 0xFEE0) : '\0';
}

/* ．is wide, too, between two wide digits. */
static char narrow_point(const char *text)
{
    size_t size = text_starts(text, "．");

    return size > 0 && text_is_digit((unsigned char)narrow(text + size))
        ? '.' : '\0';
}

static void find_wide_run(const struct place *place, struct fixes *fixes)
{
    const char *at = place->text + place->begin;
    char run[RUN_SIZE];
    size_t length = 0;

    while (length + 1 < RUN_SIZE && ((run[length] = narrow(at)) != '\0'
            || (run[length] = narrow_point(at)) != '\0')) {
        length++;
        at += strlen("．");
    }
    run[length] = '\0';
    add_fix(fixes, place->begin, (size_t)(at - place->text), run);
}

static void find_relation(const struct place *place, struct fixes *fixes)
{
    add_fix(fixes, place->begin, place->end,
        place->code == 0x2267 ? "≥" : "≤");
}

/* Marks that do not follow each other: 。。 or ，。; the strongest stays. */

static const char *const stops[] = { "、", "，", "：", "；", "。", "？", "！" };

#define FREE_STOP 5             /* ？ and ！ may come more than once */

/* The rank of the stop at text, and its length; 0 for no stop. */
static size_t stop_at(const char *text, size_t *rank)
{
    size_t size = 0;

    for (size_t k = 0; size == 0 && k < COUNT(stops); k++) {
        size = text_starts(text, stops[k]);
        *rank = k;
    }
    return size;
}

static void find_doubled(const struct place *place, struct fixes *fixes)
{
    const char *text = place->text;
    size_t at = place->begin, best = 0, count = 0, least = COUNT(stops);
    size_t rank, size;

    for (; (size = stop_at(text + at, &rank)) > 0; at += size) {
        best = rank > best ? rank : best;
        least = rank < least ? rank : least;
        count++;
    }
    if (count < 2 || least >= FREE_STOP)
        return;
    bool dots = count >= 3 && best == least && text_starts(stops[best], "。");
    add_fix(fixes, place->begin, at, dots ? "……" : stops[best]);
}

/* White space in Chinese, or beside its marks. */

static bool is_shared_mark(unsigned code)
{
    return (code >= 0x2014 && code <= 0x201D) || code == 0x2026;
}

static void find_space(const struct place *place, struct fixes *fixes)
{
    const char *text = place->text;
    size_t end = place->begin, size;
    unsigned code, before = place->before;

    while ((size = text_character(text + end, &code)) > 0
        && utf8_is_space(code) && code != '\n')
        end += size;
    fixes->skip = end;
    if (!before || before == '\n' || !code || code == '\n')
        return;
    if (text_is_chinese_mark(before) || text_is_chinese_mark(code)
        || (text_is_ideograph(before)
            && (text_is_ideograph(code) || is_shared_mark(code)))
        || (is_shared_mark(before) && text_is_ideograph(code)))
        add_fix(fixes, place->begin, end, "");
}

/* Addresses keep their marks: http://…?a=b, www.…, name@place. */
static void skip_address(const struct place *place, struct fixes *fixes)
{
    const char *run = place->text + place->begin;
    struct text_span span = { run, 0 };

    if (text_is_latin(place->before))
        return;
    while (run[span.length] > ' ' && run[span.length] < 0x7F)
        span.length++;
    if (text_span_contains(span, "://") || text_span_contains(span, "@")
        || text_starts(run, "www."))
        fixes->skip = place->begin + span.length;
}

static const struct {
    unsigned first, last;
    finder *find;
} finders[] = {
    { '0', '9', skip_address }, { 'A', 'Z', skip_address },
    { 'a', 'z', skip_address },
    { ',', ',', find_half_mark }, { ':', ';', find_half_mark },
    { '?', '?', find_half_mark }, { '!', '!', find_half_mark },
    { '.', '.', find_half_stop },
    { '(', '(', find_half_opening }, { ')', ')', find_half_closing },
    { '"', '"', find_straight_quote }, { '\'', '\'', find_straight_quote },
    { 0x3001, 0x3002, find_doubled }, { 0xFF0C, 0xFF0C, find_doubled },
    { 0xFF1A, 0xFF1B, find_doubled }, { 0xFF01, 0xFF01, find_doubled },
    { 0xFF1F, 0xFF1F, find_doubled },
    { 0xFF05, 0xFF05, find_wide_run }, { 0xFF10, 0xFF19, find_wide_run },
    { 0xFF21, 0xFF3A, find_wide_run }, { 0xFF41, 0xFF5A, find_wide_run },
    { 0x2266, 0x2267, find_relation },
    { '\t', '\t', find_space }, { ' ', ' ', find_space },
    { 0xA0, 0xA0, find_space }, { 0x2000, 0x200A, find_space },
    { 0x3000, 0x3000, find_space },
};

static void find(const struct place *place, struct fixes *fixes)
{
    for (size_t k = 0; k < COUNT(finders); k++)
        if (place->code - finders[k].first
            <= finders[k].last - finders[k].first) {
            finders[k].find(place, fixes);
            return;
        }
}

/* Adds the bytes of the text from `begin` to `end` with the fixes made. */
static void add_fixed(const char *text, size_t begin, size_t end,
    const struct fixes *fixes, struct buffer *found)
{
    const struct fix *all[] = { &fixes->first, &fixes->second };

    for (int k = 0; k < fixes->count && all[k]->end <= end; k++) {
        buffer_add(found, text + begin, all[k]->begin - begin);
        buffer_add_string(found, all[k]->text);
        begin = all[k]->end;
    }
    buffer_add(found, text + begin, end - begin);
}

static bool is_stop(const char *text)
{
    size_t rank;

    return stop_at(text, &rank) > 0;
}

/* What is shown around a fix: some characters, up to a stop; one beside the
 * fix is shown, too. */

static size_t context_begin(const char *text, size_t at)
{
    size_t begin = text_back(text, at, 1);

    for (int k = 1; k < CONTEXT && begin > 0; k++) {
        size_t next = text_back(text, begin, 1);
        if (is_stop(text + next))
            break;
        begin = next;
    }
    return begin;
}

static size_t context_end(const char *text, size_t at)
{
    size_t end = text_forward(text, at, 1);

    for (int k = 1; k < CONTEXT && !is_stop(text + end); k++)
        end = text_forward(text, end, 1);
    return end;
}

static void report(const char *text, const struct fixes *fixes,
    struct buffer *found)
{
    size_t begin = context_begin(text, fixes->first.begin);
    size_t end = context_end(text, fixes->first.end);

    if (fixes->count > 1 && fixes->second.begin <= end)
        end = text_forward(text, fixes->second.end, 1);
    buffer_add(found, text + begin, end - begin);
    buffer_add_string(found, "→");
    add_fixed(text, begin, end, fixes, found);
}

bool text_punctuation(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    struct place place = { .text = text };
    struct fixes fixes = {0};
    size_t size;

    (void)lexicon;
    (void)argument;
    while ((size = text_character(text + place.begin, &place.code)) > 0) {
        fixes.skip = place.end = place.begin + size;
        if (!text_is_ideograph(place.code)) {
            place.after = code_at(text, place.end);
            find(&place, &fixes);
        }
        if (fixes.count > 0) {
            report(text, &fixes, found);
            break;
        }
        place.before = fixes.skip > place.end
            ? code_before(text, fixes.skip) : place.code;
        place.begin = fixes.skip;
    }
    return true;
}
