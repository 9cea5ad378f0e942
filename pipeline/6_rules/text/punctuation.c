/* Finds wrong marks and digits in a text, and shows them corrected. */

#include <string.h>

#include "0_base/signs.h"
#include "0_base/unseen.h"
#include "0_base/utf8.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/punctuation_marks.h"
#include "6_rules/text/spans.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))
#define CONTEXT 4               /* characters shown on each side */
#define SHOWN_MAX 20            /* corrections of one text */

/* Addresses keep their marks: http://…?a=b, www.…, name@place. */
static void skip_address(const struct mark_place *place,
    struct mark_fixes *fixes)
{
    const char *run = place->text + place->begin;
    struct text_span span = { run, 0 };

    if (text_is_latin(place->before)
        || (place->begin < fixes->plain && !text_starts(run, "www.")))
        return;
    while (run[span.length] > ' ' && run[span.length] < 0x7F)
        span.length++;
    fixes->plain = place->begin + span.length;
    if (text_span_contains(span, "://") || text_span_contains(span, "@")
        || text_starts(run, "www."))
        fixes->skip = fixes->plain;
}

static void find_at_digit(const struct mark_place *place,
    struct mark_fixes *fixes)
{
    skip_address(place, fixes);
    mark_find_lost_year(place, fixes);
}

static const struct {
    unsigned first, last;
    mark_finder *find;
} finders[] = {
    { '0', '9', find_at_digit }, { 'A', 'Z', skip_address },
    { 'a', 'z', skip_address },
    { ',', ',', mark_find_half }, { ':', ';', mark_find_half },
    { '?', '?', mark_find_half }, { '!', '!', mark_find_half },
    { '.', '.', mark_find_half_stop },
    { '(', '(', mark_find_half_opening },
    { ')', ')', mark_find_half_closing },
    { '"', '"', mark_find_quote }, { '\'', '\'', mark_find_quote },
    { '<', '<', mark_find_document_year },
    { '[', '[', mark_find_document_year },
    { 0x3001, 0x3002, mark_find_doubled },
    { 0x3008, 0x3016, mark_find_pair },
    { 0xFE5D, 0xFE5D, mark_find_document_year },
    { 0xFF08, 0xFF08, mark_find_pair },
    { 0xFF1C, 0xFF1C, mark_find_document_year },
    { 0xFF3B, 0xFF3B, mark_find_document_year },
    { 0xFF0C, 0xFF0C, mark_find_doubled },
    { 0xFF1A, 0xFF1B, mark_find_doubled },
    { 0xFF01, 0xFF01, mark_find_doubled },
    { 0xFF1F, 0xFF1F, mark_find_doubled },
    { 0xFF05, 0xFF05, mark_find_wide_run },
    { 0xFF10, 0xFF19, mark_find_wide_run },
    { 0xFF21, 0xFF3A, mark_find_wide_run },
    { 0xFF41, 0xFF5A, mark_find_wide_run },
    { 0x2266, 0x2267, mark_find_relation },
    { '\t', '\t', mark_find_space }, { ' ', ' ', mark_find_space },
    { 0xA0, 0xA0, mark_find_space }, { 0x2000, 0x200A, mark_find_space },
    { 0x3000, 0x3000, mark_find_space },
};

static void find(const struct mark_place *place, struct mark_fixes *fixes)
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
    const struct mark_fixes *fixes, struct buffer *found)
{
    const struct mark_fix *fix = fixes->list;

    for (; fix < fixes->list + fixes->count && fix->end <= end; fix++) {
        unseen_show(text + begin, fix->begin - begin, LANGUAGE_ZH, found);
        buffer_add_string(found, fix->text);
        begin = fix->end;
    }
    unseen_show(text + begin, end - begin, LANGUAGE_ZH, found);
}

static bool is_stop(const struct lexicon *lexicon, const char *text)
{
    int rank;

    return mark_stop_at(lexicon, text, &rank) > 0;
}

/* A fix is shown with some characters around it, up to the next stop; a stop
 * right beside the fix is shown as well. */

static size_t context_begin(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t begin = text_back(text, at, 1);

    for (int k = 1; k < CONTEXT && begin > 0; k++) {
        size_t next = text_back(text, begin, 1);
        if (is_stop(lexicon, text + next))
            break;
        begin = next;
    }
    return begin;
}

static size_t context_end(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t end = text_forward(text, at, 1);

    for (int k = 1; k < CONTEXT && !is_stop(lexicon, text + end); k++)
        end = text_forward(text, end, 1);
    return end;
}

/* Spaces at either end of it as signs, which could not be seen there. */
static void show(const char *text, size_t begin, size_t end,
    struct buffer *found)
{
    unsigned code;
    size_t size, last = end;

    while (begin < end && (size = text_character(text + begin, &code)) > 0
        && utf8_is_space(code)) {
        buffer_add_string(found, SIGN_BLANK);
        begin += size;
    }
    while (last > begin && (size = text_character_before(text, last, &code))
            > 0 && utf8_is_space(code))
        last -= size;
    unseen_show(text + begin, last - begin, LANGUAGE_ZH, found);
    for (; last < end; last = text_forward(text, last, 1))
        buffer_add_string(found, SIGN_BLANK);
}

/* Shows nothing that stands before `from`: that has been shown. */
static void write_correction(const struct lexicon *lexicon, const char *text,
    const struct mark_fixes *fixes, size_t from, struct buffer *found)
{
    size_t begin = context_begin(lexicon, text, fixes->list[0].begin);
    size_t end = context_end(lexicon, text, fixes->list[0].end);

    for (int k = 1; k < fixes->count && fixes->list[k].begin <= end; k++)
        end = text_forward(text, fixes->list[k].end, 1);
    if (begin < from && from <= fixes->list[0].begin)
        begin = from;
    buffer_add_string(found, found->length ? SIGN_AND_THEN : "");
    show(text, begin, end, found);
    buffer_add_string(found, SIGN_ARROW);
    add_fixed(text, begin, end, fixes, found);
}

/* Where to read on behind a fix: behind both marks of a pair that looks the
 * same on either side, as the second would be taken for an opening one. */
static size_t fixes_end(const char *text, const struct mark_fixes *fixes)
{
    const struct mark_fix *list = fixes->list;

    return fixes->count > 1 && text[list[0].begin] == text[list[1].begin]
        ? list[1].end : list[0].end;
}

bool text_punctuation(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    struct mark_place place = { .lexicon = lexicon, .text = text };
    size_t size, from = 0, plain = 0;
    int shown = 0;

    (void)argument;
    while (shown < SHOWN_MAX
        && (size = text_character(text + place.begin, &place.code)) > 0) {
        struct mark_fixes fixes = { .skip = place.begin + size,
            .plain = plain };
        place.end = fixes.skip;
        if (!text_is_ideograph(place.code)) {
            place.after = mark_code_at(text, place.end);
            find(&place, &fixes);
        }
        if (fixes.count > 0) {
            write_correction(lexicon, text, &fixes, from, found);
            fixes.skip = from = fixes_end(text, &fixes);
            shown++;
        }
        plain = fixes.plain;
        place.before = fixes.skip > place.end
            ? mark_code_before(text, fixes.skip) : place.code;
        place.begin = fixes.skip;
    }
    return true;
}
