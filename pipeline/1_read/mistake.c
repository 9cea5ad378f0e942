/* Says what is wrong with a text that is no JSON, in words of its writer. */

#include "1_read/mistake.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "0_base/utf8.h"
#include "1_read/kinds.h"
#include "1_read/mistake_look.h"
#include "1_read/place.h"
#include "1_read/scanner.h"
#include "1_read/unclosed.h"

#define FAULTS_MAX 20           /* that are told at once */

#define COUNT(table) (sizeof (table) / sizeof *(table))

/* The encoding that a text begins in, of those with more bytes a character;
 * NULL: none of them.  They have a byte order mark, or NULs in the first
 * character. */
static const char *wide_encoding(const struct mistake *m)
{
    const char *marked = utf8_wide_mark(m->text, m->length);
    size_t nuls = 0;

    if (marked)
        return marked;
    for (size_t k = 0; k < 4; k++)
        nuls += k < m->length && m->text[k] == '\0';
    if (m->length % 4 == 0 && nuls == 3 && !(m->text[1] || m->text[2]))
        return "UTF-32";
    return m->length >= 2 && m->length % 2 == 0
        && (m->text[0] == '\0') != (m->text[1] == '\0') ? "UTF-16" : NULL;
}

/* The file ends within a character of a string. */
static bool is_cut(const struct mistake *m)
{
    size_t at = m->scan->offset, left = m->length - at;
    unsigned char lead = (unsigned char)mistake_byte(m, at);
    size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    bool within = lead >= 0xC2 && lead < 0xF5 && left < size;

    for (size_t k = 1; within && k < left; k++)
        within = ((unsigned char)m->text[at + k] & 0xC0) == 0x80;
    return within && left > 0;
}

static bool is_blank(const struct mistake *m)
{
    size_t found;

    return !mistake_find_before(m, m->length, &found);
}

/* A file of another kind or encoding, wherever that shows first. */
static bool find_encoding(struct mistake *m)
{
    size_t at = m->scan->offset;

    const char *wide = at < 4 ? wide_encoding(m) : NULL;
    m->kind = at < KIND_BYTES_MAX ? kind_of_file(m->text, m->length) : NULL;
    if (!m->kind && !wide)
        m->kind = kind_of_text(m->text, m->length);
    if (m->kind)
        m->id = CATALOGUE_JSON_OTHER_FILE;
    else if (wide)
        m->id = CATALOGUE_JSON_WIDE;
    else if (is_cut(m))
        m->id = CATALOGUE_JSON_CUT;
    else if (at < m->length
        && utf8_read(m->text + at, m->length - at, NULL) == 0)
        m->id = CATALOGUE_JSON_NOT_UTF8;
    else if (is_blank(m))
        m->id = CATALOGUE_JSON_EMPTY;
    else
        return false;
    if (m->id == CATALOGUE_JSON_EMPTY || m->id == CATALOGUE_JSON_WIDE
        || m->kind)
        m->at = 0;
    if (m->id == CATALOGUE_JSON_WIDE)
        mistake_meet_text(m, "%s", wide);
    return true;
}

/* Where no mistake is known that fits, says what the grammar expects. */
static void find_expected(struct mistake *m)
{
    static const enum catalogue ids[] = {
        [SCAN_VALUE] = CATALOGUE_JSON_VALUE_EXPECTED,
        [SCAN_VALUE_OR_END] = CATALOGUE_JSON_VALUE_EXPECTED,
        [SCAN_NAME] = CATALOGUE_JSON_NAME_EXPECTED,
        [SCAN_NAME_OR_END] = CATALOGUE_JSON_NAME_EXPECTED,
        [SCAN_COLON] = CATALOGUE_JSON_COLON_EXPECTED,
        [SCAN_END] = CATALOGUE_JSON_AFTER_END,
    };

    if (m->scan->fault == SCAN_COMMA_OR_END)
        m->id = m->text[m->scan->since] == '{'
            ? CATALOGUE_JSON_OBJECT_END_EXPECTED
            : CATALOGUE_JSON_ARRAY_END_EXPECTED;
    else
        m->id = ids[m->scan->fault];
}

/* A closing quote typed in Chinese leaves the string open. */
static void find_in_open_string(struct mistake *m)
{
    static const char *const quotes[] = { "\xE2\x80\x9D", "\xE2\x80\x9C",
        "\xEF\xBC\x82" };        /* U+201D, U+201C, U+FF02 */
    size_t since = m->scan->since;

    m->id = m->scan->offset == m->length ? CATALOGUE_JSON_CUT
        : CATALOGUE_JSON_STRING_UNCLOSED;
    m->at = since;
    for (size_t at = since; at < m->scan->offset; at++) {
        for (size_t k = 0; k < COUNT(quotes); k++) {
            size_t length = strlen(quotes[k]);
            if (m->scan->offset - at >= length
                && memcmp(m->text + at, quotes[k], length) == 0) {
                mistake_meet(m, at);
                m->meant = "\"";
                m->id = CATALOGUE_JSON_STRING_CHINESE_QUOTE;
            }
        }
    }
}

static void find_in_number(struct mistake *m)
{
    size_t since = m->scan->since;
    char before = m->text[m->scan->offset - 1];
    size_t length = m->scan->offset - since;

    while (length < MET_SIZE / 2
        && (mistake_is_digit((unsigned char)mistake_byte(m, since + length))
        || mistake_byte(m, since + length) == '.'))
        length++;
    m->at = since;
    mistake_meet_text(m, "%.*s", (int)length, m->text + since);
    if (before == '.')
        m->id = CATALOGUE_JSON_NUMBER_POINT;
    else if (before == '0')
        m->id = CATALOGUE_JSON_NUMBER_ZERO;
    else if (before == '-' && m->scan->offset == since + 1)
        m->id = CATALOGUE_JSON_NUMBER_MINUS;
    else
        m->id = CATALOGUE_JSON_NUMBER_EXPONENT;
}

/* The escape as it is written, as far as it may be one. */
static void find_in_escape(struct mistake *m)
{
    size_t at = m->scan->offset;
    size_t length = 1 + utf8_read(m->text + at + 1, m->length - at - 1, NULL);

    if (mistake_is_control((unsigned char)mistake_byte(m, at + 1)))
        length = 1;
    if (mistake_byte(m, at + 1) == 'u')
        while (length < 6
            && isxdigit((unsigned char)mistake_byte(m, at + length)))
            length++;
    mistake_meet_text(m, "%.*s", (int)length, m->text + at);
    m->id = m->scan->fault == SCAN_ESCAPE ? CATALOGUE_JSON_STRING_ESCAPE
        : CATALOGUE_JSON_STRING_SURROGATE;
}

/* Whether a line ends between a colon and a byte behind it: that is what the
 * finding then meets, right behind the colon. */
static bool meet_line_end(struct mistake *m, size_t colon, size_t end)
{
    const char *line = m->text[colon] == ':'
        ? memchr(m->text + colon, '\n', end - colon) : NULL;

    if (!line)
        return false;
    mistake_meet(m, (size_t)(line - m->text));
    m->at = colon + 1;
    return true;
}

/* "year": before the end of a line: the value is missing there, and not where
 * the next thing that is none stands. */
static void find_blank_behind_name(struct mistake *m)
{
    size_t before;

    if (m->id == CATALOGUE_JSON_VALUE_EXPECTED
        && mistake_find_before(m, m->at, &before))
        meet_line_end(m, before, m->at);
}

/* The same where the value that was read is the name of the next member. */
static bool find_name_for_value(struct mistake *m)
{
    size_t quote, before;

    if (m->scan->fault != SCAN_COMMA_OR_END || m->code != ':'
        || !mistake_find_before(m, m->at, &quote) || m->text[quote] != '"')
        return false;
    do {
        if (quote == 0 || m->text[--quote] == '\n')
            return false;
    } while (m->text[quote] != '"');
    if (!mistake_find_before(m, quote, &before)
        || !meet_line_end(m, before, quote))
        return false;
    m->id = CATALOGUE_JSON_VALUE_EXPECTED;
    return true;
}

static void find_mistake(struct mistake *m)
{
    enum scan_fault fault = m->scan->fault;

    mistake_meet(m, m->scan->offset);
    if (fault == SCAN_UNCLOSED)
        find_in_open_string(m);
    else if (find_encoding(m))
        return;
    else if (fault == SCAN_CONTROL)
        m->id = CATALOGUE_JSON_STRING_CONTROL;
    else if (fault == SCAN_ESCAPE || fault == SCAN_SURROGATE)
        find_in_escape(m);
    else if (fault == SCAN_NUMBER)
        find_in_number(m);
    else if (fault == SCAN_DEPTH)
        m->id = CATALOGUE_JSON_TOO_DEEP;
    else if (m->at == m->length)
        m->id = CATALOGUE_JSON_UNCLOSED;
    else if (!find_name_for_value(m) && !mistake_find_known(m)) {
        find_expected(m);
        find_blank_behind_name(m);
    }
}

/* A text that does not begin like data, whatever of it is at fault first. */
static void find_beginning(struct mistake *m)
{
    static const enum catalogue ids[] = { CATALOGUE_JSON_BARE_TEXT,
        CATALOGUE_JSON_WORD, CATALOGUE_JSON_VALUE_EXPECTED,
        CATALOGUE_JSON_AFTER_END, CATALOGUE_JSON_QUOTE,
        CATALOGUE_JSON_NUMBER_PLUS, CATALOGUE_JSON_NUMBER_MINUS,
        CATALOGUE_JSON_NUMBER_UNIT };
    size_t begin = 0;
    bool is_of_all = false;

    while (mistake_is_space(mistake_byte(m, begin)))
        begin++;
    for (size_t k = 0; k < COUNT(ids); k++)
        is_of_all = is_of_all || m->id == ids[k];
    if (!is_of_all || begin == m->length || strchr("{[", m->text[begin]))
        return;
    m->id = CATALOGUE_JSON_NOT_BEGUN;
    mistake_meet(m, begin);
}

static void report_mistake(const struct scan *scan, const char *text,
    size_t length, struct findings *findings)
{
    struct mistake m = { .scan = scan, .text = text, .length = length };
    char open[2] = "", limit[12], line[12], column[12];

    find_mistake(&m);
    find_beginning(&m);
    if (m.kind) {
        kind_report(m.kind, findings);
        return;
    }

    size_t begin = m.id == CATALOGUE_JSON_UNCLOSED
        ? unclosed_bracket(text, length, scan->since) : scan->since;
    struct place since = place_in_text(text, length, begin);
    if (begin < length && strchr("{[", text[begin]))
        open[0] = text[begin];
    snprintf(limit, sizeof limit, "%d", SCAN_DEPTH_LIMIT);
    snprintf(line, sizeof line, "%u", since.line);
    snprintf(column, sizeof column, "%u", since.column);
    findings_add(findings, m.id, place_in_text(text, length, m.at), NULL,
        "met", m.met[LANGUAGE_ZH], "met_en", m.met[LANGUAGE_EN], "meant",
        m.meant ? m.meant : "", "open", open, "line", line, "column", column,
        "limit", limit, NULL);
}

/* Whether a fault may be the consequence of an earlier one: a bracket that is
 * missing, or one too many, shows far behind its place.  A bracket behind a
 * comma is a fault of its own. */
static bool may_follow(const struct scanner *s)
{
    const struct scan *scan = s->scan;
    size_t before = scan->offset;

    if (scan->offset >= s->length || scan->fault == SCAN_END)
        return true;
    while (before > 0 && mistake_is_space(s->text[before - 1]))
        before--;
    return scan->fault <= SCAN_COMMA_OR_END
        && strchr("{}[]", s->text[scan->offset])
        && !(before > 0 && s->text[before - 1] == ',');
}

void mistakes_report(const char *text, size_t length,
    struct findings *findings)
{
    struct scanner s;
    struct scan scan;
    size_t told = 0, last;

    scanner_begin(&s, &scan, text, length);
    do {
        last = scan.offset;
        if (scanner_run(&s))
            break;
        if (scan.fault == SCAN_MEMORY) {
            findings_out_of_memory(findings);
            break;
        }
        if (told && scan.offset == last)
            break;
        if (told && may_follow(&s))
            continue;
        report_mistake(&scan, text, length, findings);
        told++;
    } while (told < FAULTS_MAX && scanner_recover(&s));
    scan_free(&scan);
}
