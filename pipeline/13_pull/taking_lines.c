/*
 * Findings about lines that differ.
 */

#include "13_pull/taking_lines.h"

#include <stdio.h>

#include "0_base/phrases.h"
#include "0_base/utf8.h"
#include "13_pull/excerpt.h"
#include "6_rules/text/characters.h"

static const struct place nowhere = { 0, 0 };

void taking_lines_print(const struct wording *wording, size_t at, size_t end,
    struct buffer *out)
{
    for (; at < end; at++) {
        if (out->length > 0)
            buffer_add_string(out, " | ");
        wording_print(wording, wording->lines[at].begin,
            wording->lines[at].end, out);
    }
}

/* The next character that is no digit; 0 at the end. */
static unsigned next_word(const char **text)
{
    unsigned code = 0;
    size_t size;

    do {
        size = utf8_first(*text, &code);
        *text += size;
    } while (size > 0 && text_is_digit(code));
    return size > 0 ? code : 0;
}

/* Whether words are the same but for numbers, as those of what was moved in the
 * data are. */
static bool have_other_numbers(const char *old, const char *found)
{
    unsigned code;

    while ((code = next_word(&old)) == next_word(&found))
        if (code == 0)
            return true;
    return false;
}

void taking_lines_changed(void *user, size_t expected_line,
    size_t returned_line)
{
    struct taking *taking = user;
    struct buffer old = BUFFER_EMPTY, found = BUFFER_EMPTY;
    char old_room[EXCERPT_SIZE], found_room[EXCERPT_SIZE];

    taking_lines_print(taking->expected, expected_line, expected_line + 1,
        &old);
    taking_lines_print(taking->returned, returned_line, returned_line + 1,
        &found);
    if (old.failed || found.failed)
        taking->failed = true;
    else if (!taking->expected_places->moved[expected_line]
        || !have_other_numbers(buffer_string(&old),
            buffer_string(&found))) {
        findings_add(taking->findings, CATALOGUE_PULL_WORDS, nowhere, NULL,
            "old", excerpt_of(buffer_string(&old), old_room),
            "found", excerpt_of(buffer_string(&found), found_room), NULL);
        placed_add(taking->placed, taking->findings, taking->expected_places,
            expected_line, expected_line + 1);
    }
    buffer_free(&old);
    buffer_free(&found);
}

static const enum phrase line_kinds[LINE_KIND_COUNT] = {
    [LINE_TEXT] = PHRASE_KIND_PARAGRAPH, [LINE_BOX] = PHRASE_KIND_BOX,
    [LINE_NOTE] = PHRASE_KIND_NOTE, [LINE_EDGE] = PHRASE_KIND_EDGE
};

/* What lines of one row, or one of none, are called. */
static enum phrase kind_of(const struct wording *wording, size_t at,
    size_t end)
{
    const struct line *lines = wording->lines;
    size_t row = lines[at].row;

    if (!row || lines[at].kind != LINE_TEXT)
        return line_kinds[lines[at].kind];
    return (at > 0 && lines[at - 1].row == row)
        || (end < wording->line_count && lines[end].row == row)
        ? PHRASE_KIND_CELL : PHRASE_KIND_ROW;
}

static void report_lines(struct taking *taking, enum catalogue id,
    const struct line_places *places, size_t at, size_t end)
{
    const struct wording *wording = places->wording;
    enum phrase kind = kind_of(wording, at, end);
    struct buffer words = BUFFER_EMPTY;
    char room[EXCERPT_SIZE];

    taking_lines_print(wording, at, end, &words);
    const char *said = excerpt_of(buffer_string(&words), room);
    if (words.failed)
        taking->failed = true;
    else {
        findings_add(taking->findings, id, nowhere, NULL,
            "kind", phrase_text(kind, LANGUAGE_ZH),
            "kind_en", phrase_text(kind, LANGUAGE_EN),
            "old", said, "found", said, NULL);
        placed_add(taking->placed, taking->findings, places, at, end);
    }
    buffer_free(&words);
}

void taking_lines_removed(void *user, size_t begin, size_t end)
{
    struct taking *taking = user;

    report_lines(taking, CATALOGUE_PULL_REMOVED, taking->expected_places,
        begin, end);
}

/* Whether there is a letter, not figures and marks alone, as in the number of
 * a page. */
static bool has_letter(const struct wording *wording, size_t begin,
    size_t end)
{
    const char *text = buffer_string(&wording->text);
    unsigned code;
    size_t size;

    for (size_t at = begin; at < end
        && (size = utf8_read(text + at, end - at, &code)) > 0; at += size)
        if (text_is_ideograph(code)
            || (text_is_latin(code) && !text_is_digit(code)))
            return true;
    return false;
}

void taking_lines_added(void *user, size_t begin, size_t end)
{
    struct taking *taking = user;
    const struct line *first = &taking->returned->lines[begin];

    if (first->kind != LINE_EDGE || has_letter(taking->returned,
            first->begin, first->end))
        report_lines(taking, CATALOGUE_PULL_ADDED, taking->returned_places,
            begin, end);
}

void taking_lines_moved(void *user, size_t begin, size_t end)
{
    struct taking *taking = user;

    if (!taking->returned_places->moved[begin])
        report_lines(taking, CATALOGUE_PULL_MOVED, taking->returned_places,
            begin, end);
}

/* What is found where lines became one, or one became several. */
struct parting {
    enum catalogue same, edited;        /* with the words that they had */
    const struct line_places *places;   /* of the parts */
};

static void report_parts(struct taking *taking, const struct parting *parting,
    struct line_parts expected, struct line_parts returned)
{
    bool is_same = wording_key(taking->expected, expected.begin, expected.end)
        == wording_key(taking->returned, returned.begin, returned.end);
    bool joined = returned.end == returned.begin + 1;
    struct line_parts parts = joined ? expected : returned;
    struct buffer old = BUFFER_EMPTY, found = BUFFER_EMPTY;
    char old_room[EXCERPT_SIZE], found_room[EXCERPT_SIZE], count[24];

    snprintf(count, sizeof count, "%zu", parts.end - parts.begin);
    taking_lines_print(taking->expected, expected.begin, expected.end, &old);
    taking_lines_print(taking->returned, returned.begin, returned.end,
        &found);
    if (old.failed || found.failed)
        taking->failed = true;
    else {
        findings_add(taking->findings, is_same ? parting->same
            : parting->edited, nowhere, NULL, "count", count,
            "old", excerpt_of(buffer_string(&old), old_room),
            "found", excerpt_of(buffer_string(&found), found_room), NULL);
        placed_add(taking->placed, taking->findings, parting->places,
            parts.begin, parts.end);
    }
    buffer_free(&old);
    buffer_free(&found);
}

void taking_lines_joined(void *user, struct line_parts expected, size_t line)
{
    struct taking *taking = user;

    report_parts(taking, &(struct parting){ CATALOGUE_PULL_JOINED,
        CATALOGUE_PULL_JOINED_EDITED, taking->expected_places }, expected,
        (struct line_parts){ line, line + 1 });
}

void taking_lines_parted(void *user, size_t line, struct line_parts returned)
{
    struct taking *taking = user;

    report_parts(taking, &(struct parting){ CATALOGUE_PULL_PARTED,
        CATALOGUE_PULL_PARTED_EDITED, taking->returned_places },
        (struct line_parts){ line, line + 1 }, returned);
}
