/* What is wrong with a text that is no JSON, in the words of people. */

#include "1_read/mistake.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "0_base/buffer.h"
#include "0_base/unseen.h"
#include "0_base/utf8.h"
#include "1_read/kinds.h"
#include "1_read/place.h"
#include "1_read/scanner.h"
#include "1_read/twins.h"

#define MET_SIZE 96             /* a word of the text, cut, or a name */
#define FAULTS_MAX 20           /* that are told at once */
#define WORD_CHARACTERS_MAX 12

/* A fault and what is found around it. */
struct mistake {
    const struct scan *scan;
    const char *text;
    size_t length;
    size_t at;                  /* where the finding goes */
    char met[LANGUAGE_COUNT][MET_SIZE]; /* what stands there, printable */
    const struct kind *kind;    /* of a file that is none of JSON, or NULL */
    unsigned code;              /* its first character; 0 at the end */
    const char *meant;          /* what should stand there, or NULL */
    enum catalogue id;
};

/* What other languages write for true, false and null. */
static const struct {
    const char *word, *meant;
} words[] = {
    { "true", "true" }, { "false", "false" }, { "null", "null" },
    { "none", "null" }, { "nil", "null" }, { "undefined", "null" },
    { "nan", "null" }, { "infinity", "null" }, { "yes", "true" },
    { "no", "false" },
};

#define COUNT(table) (sizeof (table) / sizeof *(table))

static bool is_control(unsigned code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0);
}

static bool is_letter(unsigned code)
{
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z')
        || code == '_' || code == '$' || (code >= 0xA0
        && !twin_of(code) && !is_strange_space(code));
}

static bool is_digit(unsigned code)
{
    return code >= '0' && code <= '9';
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static char byte_at(const struct mistake *m, size_t offset)
{
    return offset < m->length ? m->text[offset] : '\0';
}

/* The last byte before an offset that is no space; false if none. */
static bool find_before(const struct mistake *m, size_t offset, size_t *found)
{
    while (offset > 0)
        if (!is_space(m->text[--offset])) {
            *found = offset;
            return true;
        }
    return false;
}

/* The bytes of the word at an offset, at most so many characters of it. */
static size_t measure_word(const struct mistake *m, size_t offset,
    size_t characters)
{
    size_t length = 0, size;
    unsigned code;

    while (characters-- > 0
        && (size = utf8_read(m->text + offset + length,
            m->length - offset - length, &code)) > 0
        && (is_letter(code) || (length > 0 && is_digit(code))))
        length += size;
    return length;
}

__attribute__((format(printf, 2, 3)))
static void meet_text(struct mistake *m, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(m->met[LANGUAGE_ZH], MET_SIZE, format, arguments);
    va_end(arguments);
    memcpy(m->met[LANGUAGE_EN], m->met[LANGUAGE_ZH], MET_SIZE);
}

static void meet_unseen(struct mistake *m)
{
    for (int k = 0; k < LANGUAGE_COUNT; k++) {
        struct buffer name = BUFFER_EMPTY;
        unseen_describe(m->code, (enum language)k, &name);
        snprintf(m->met[k], MET_SIZE, "%s", buffer_string(&name));
        buffer_free(&name);
    }
}

/* Look at what stands at an offset: a word, or else one character. */
static void meet(struct mistake *m, size_t offset)
{
    size_t size = utf8_read(m->text + offset, m->length - offset, &m->code);
    size_t word = measure_word(m, offset, WORD_CHARACTERS_MAX);

    m->at = offset;
    if (size == 0)
        m->code = 0;
    if (size == 0 && offset < m->length)
        meet_text(m, "0x%02X", (unsigned char)m->text[offset]);
    else if (is_control(m->code) || is_strange_space(m->code))
        meet_unseen(m);
    else
        meet_text(m, "%.*s", (int)(word ? word : size), m->text + offset);
}

/* Its mark, or one byte of its first character NUL. */
static bool looks_like_utf16(const struct mistake *m)
{
    static const char *const marks[] = { "\xFF\xFE", "\xFE\xFF" };

    if (m->length < 2)
        return false;
    return memcmp(m->text, marks[0], 2) == 0
        || memcmp(m->text, marks[1], 2) == 0
        || (m->length % 2 == 0
        && (m->text[0] == '\0') != (m->text[1] == '\0'));
}

static bool is_blank(const struct mistake *m)
{
    size_t found;

    return !find_before(m, m->length, &found);
}

/* The slips with the encoding, wherever they show first. */
static bool find_encoding(struct mistake *m)
{
    size_t at = m->scan->offset;

    m->kind = at < KIND_BYTES_MAX ? kind_of_file(m->text, m->length) : NULL;
    if (m->kind)
        m->id = CATALOGUE_JSON_OTHER_FILE;
    else if (at < 2 && looks_like_utf16(m))
        m->id = CATALOGUE_JSON_UTF16;
    else if (at < m->length
        && utf8_read(m->text + at, m->length - at, NULL) == 0)
        m->id = CATALOGUE_JSON_NOT_UTF8;
    else if (is_blank(m))
        m->id = CATALOGUE_JSON_EMPTY;
    else
        return false;
    if (m->id == CATALOGUE_JSON_EMPTY || m->id == CATALOGUE_JSON_UTF16
        || m->kind)
        m->at = 0;
    return true;
}

/* Marks that are wrong anywhere outside a string. */
static bool find_foreign_mark(struct mistake *m)
{
    m->meant = twin_of(m->code);
    if (m->meant)
        m->id = CATALOGUE_JSON_FULL_WIDTH;
    else if (is_strange_space(m->code))
        m->id = CATALOGUE_JSON_STRANGE_SPACE;
    else if (m->code == '\'' || m->code == '`')
        m->id = CATALOGUE_JSON_QUOTE;
    else if (m->code == '#' || (m->code == '/'
        && (byte_at(m, m->at + 1) == '/' || byte_at(m, m->at + 1) == '*')))
        m->id = CATALOGUE_JSON_COMMENT;
    else
        return false;
    return true;
}

/* A comma without an item behind it: the finding goes to the comma. */
static bool find_extra_comma(struct mistake *m)
{
    size_t before;

    if (m->scan->fault > SCAN_NAME_OR_END)
        return false;
    if (m->code == ',' && find_before(m, m->at, &before)
        && m->text[before] != ':') {
        m->id = CATALOGUE_JSON_EXTRA_COMMA;
        return true;
    }
    if ((m->code == '}' || m->code == ']')
        && find_before(m, m->at, &before) && m->text[before] == ',') {
        m->at = before;
        m->id = CATALOGUE_JSON_EXTRA_COMMA;
        return true;
    }
    return false;
}

static bool is_json_word(const char *met)
{
    return strcmp(met, "true") == 0 || strcmp(met, "false") == 0
        || strcmp(met, "null") == 0;
}

static bool starts_item(const struct mistake *m)
{
    bool object = m->text[m->scan->since] == '{';

    return m->code == '"' || (!object && (m->code == '{' || m->code == '['
        || m->code == '-' || is_digit(m->code)
        || is_json_word(m->met[LANGUAGE_ZH])));
}

/* What follows a value without a comma. */
static bool find_after_value(struct mistake *m)
{
    size_t before;

    if ((m->scan->fault != SCAN_COMMA_OR_END && m->scan->fault != SCAN_COLON)
        || !find_before(m, m->at, &before))
        return false;

    bool adjacent = before + 1 == m->at;
    if (adjacent && m->text[before] == '"'
        && (is_letter(m->code) || is_digit(m->code) || m->code == '"')) {
        m->id = CATALOGUE_JSON_STRING_QUOTE_INSIDE;
    } else if (adjacent && is_digit((unsigned char)m->text[before])
        && (is_letter(m->code) || m->code == '%')) {
        m->id = CATALOGUE_JSON_NUMBER_UNIT;
    } else if (m->scan->fault == SCAN_COMMA_OR_END && starts_item(m)) {
        m->at = before + 1;
        m->id = CATALOGUE_JSON_MISSING_COMMA;
    } else {
        return false;
    }
    return true;
}

/* 1,234 in an object: a name is expected where the digits go on. */
static bool find_grouped_number(struct mistake *m)
{
    size_t at = m->at;

    if (m->scan->fault != SCAN_NAME || !is_digit(m->code) || at < 2
        || m->text[at - 1] != ','
        || !is_digit((unsigned char)m->text[at - 2]))
        return false;
    m->at = at - 1;
    m->id = CATALOGUE_JSON_NUMBER_GROUPED;
    return true;
}

static bool find_bare_word(struct mistake *m)
{
    enum scan_fault fault = m->scan->fault;

    if (!is_letter(m->code))
        return false;
    if (fault == SCAN_NAME || fault == SCAN_NAME_OR_END) {
        m->id = CATALOGUE_JSON_BARE_NAME;
        return true;
    }
    if (fault != SCAN_VALUE && fault != SCAN_VALUE_OR_END)
        return false;
    m->id = CATALOGUE_JSON_BARE_TEXT;
    for (size_t k = 0; k < COUNT(words); k++) {
        if (strcasecmp(m->met[LANGUAGE_ZH], words[k].word) == 0) {
            m->meant = words[k].meant;
            m->id = CATALOGUE_JSON_WORD;
        }
    }
    return true;
}

/* Numbers that do not begin like one. */
static bool find_number_start(struct mistake *m)
{
    bool value = m->scan->fault == SCAN_VALUE
        || m->scan->fault == SCAN_VALUE_OR_END;
    unsigned char next = (unsigned char)byte_at(m, m->at + 1);

    if (value && m->code == '+')
        m->id = CATALOGUE_JSON_NUMBER_PLUS;
    else if (value && m->code == '.' && is_digit(next))
        m->id = CATALOGUE_JSON_NUMBER_POINT;
    else
        return false;
    return true;
}

static bool find_slip(struct mistake *m)
{
    static bool (*const finders[])(struct mistake *m) = { find_foreign_mark,
        find_extra_comma, find_after_value, find_grouped_number,
        find_number_start, find_bare_word };

    for (size_t k = 0; k < COUNT(finders); k++)
        if (finders[k](m))
            return true;
    return false;
}

/* No slip that is known: say what the grammar expects. */
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

    m->id = CATALOGUE_JSON_STRING_UNCLOSED;
    m->at = since;
    for (size_t at = since; at < m->scan->offset; at++) {
        for (size_t k = 0; k < COUNT(quotes); k++) {
            size_t length = strlen(quotes[k]);
            if (m->scan->offset - at >= length
                && memcmp(m->text + at, quotes[k], length) == 0) {
                meet(m, at);
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
        && (is_digit((unsigned char)byte_at(m, since + length))
        || byte_at(m, since + length) == '.'))
        length++;
    m->at = since;
    meet_text(m, "%.*s", (int)length, m->text + since);
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

    if (is_control((unsigned char)byte_at(m, at + 1)))
        length = 1;
    if (byte_at(m, at + 1) == 'u')
        while (length < 6 && isxdigit((unsigned char)byte_at(m, at + length)))
            length++;
    meet_text(m, "%.*s", (int)length, m->text + at);
    m->id = m->scan->fault == SCAN_ESCAPE ? CATALOGUE_JSON_STRING_ESCAPE
        : CATALOGUE_JSON_STRING_SURROGATE;
}

static void find_mistake(struct mistake *m)
{
    enum scan_fault fault = m->scan->fault;

    meet(m, m->scan->offset);
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
    else if (!find_slip(m))
        find_expected(m);
}

static void report_mistake(const struct scan *scan, const char *text,
    size_t length, struct findings *findings)
{
    struct mistake m = { .scan = scan, .text = text, .length = length };
    char open[2] = "", limit[12], line[12], column[12];

    find_mistake(&m);

    struct place since = place_in_text(text, length, scan->since);
    if (scan->since < length && strchr("{[", text[scan->since]))
        open[0] = text[scan->since];
    snprintf(limit, sizeof limit, "%d", SCAN_DEPTH_LIMIT);
    snprintf(line, sizeof line, "%u", since.line);
    snprintf(column, sizeof column, "%u", since.column);
    findings_add(findings, m.id, place_in_text(text, length, m.at), NULL,
        "met", m.met[LANGUAGE_ZH], "met_en", m.met[LANGUAGE_EN], "meant",
        m.meant ? m.meant : "", "open", open, "line", line, "column", column,
        "limit", limit, "kind", m.kind ? m.kind->name[LANGUAGE_ZH] : "",
        "kind_en", m.kind ? m.kind->name[LANGUAGE_EN] : "", NULL);
}

/* Whether a fault may come of one before it: a bracket that is missing or too
 * many shows far from where it was forgotten.  A comma before it was not. */
static bool may_follow(const struct scanner *s)
{
    const struct scan *scan = s->scan;
    size_t before = scan->offset;

    if (scan->offset >= s->length || scan->fault == SCAN_END)
        return true;
    while (before > 0 && is_space(s->text[before - 1]))
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
