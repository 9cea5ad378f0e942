/*
 * A summary as CSV (RFC 4180), a row a data file: UTF-8 with a byte order mark,
 * by which spreadsheets know it.
 *
 * Words that a spreadsheet would take for a formula get an apostrophe in
 * front.  Figures are plain and exact, without unit; blanks are blank.
 */

#include <string.h>

#include "0_base/phrases.h"
#include "0_base/utf8.h"
#include "library/summaries/summaries.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define LINE_END "\r\n"

static bool begins_formula(const char *text)
{
    static const char *const signs[] = { "=", "+", "-", "@", "\t", "\r", "\n",
        "＝", "＋", "－", "＠" };

    for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
        if (strncmp(text, signs[k], strlen(signs[k])) == 0)
            return true;
    return false;
}

/* Some spreadsheets overlook spaces in front, and take full-width signs for
 * plain ones. */
static bool is_formula(const char *text)
{
    unsigned code;
    size_t size;

    while (!begins_formula(text) && (size = utf8_first(text, &code)) > 0
        && utf8_is_space(code))
        text += size;
    return begins_formula(text);
}

static void add_words(struct buffer *out, const char *text)
{
    buffer_add_char(out, '"');
    if (is_formula(text))
        buffer_add_char(out, '\'');
    for (; *text; text++) {
        if (*text == '"')
            buffer_add_char(out, '"');
        buffer_add_char(out, *text);
    }
    buffer_add_char(out, '"');
}

static void add_value(struct buffer *out, const struct record_value *value)
{
    struct decimal figure = value ? field_figure(value) : decimal_blank;
    char text[DECIMAL_TEXT_SIZE];

    if (!figure.blank)
        buffer_add_string(out, decimal_print_short(figure, text));
    else if (value)
        add_words(out, value->text);
    buffer_add_char(out, ',');
}

static void add_titles(const struct summary_writing *writing,
    struct buffer *out)
{
    static const enum phrase titles[] = { PHRASE_SUMMARY_RESULT,
        PHRASE_SUMMARY_ERRORS, PHRASE_SUMMARY_WARNINGS, PHRASE_SUMMARY_HINTS,
        PHRASE_SUMMARY_ANSWERED, PHRASE_SUMMARY_DATA, PHRASE_SUMMARY_FOLDER };

    for (size_t k = 0; k < writing->fields.count; k++) {
        add_words(out, writing->fields.list[k].title);
        buffer_add_char(out, ',');
    }
    for (size_t k = 0; k < sizeof titles / sizeof *titles; k++) {
        if (k)
            buffer_add_char(out, ',');
        add_words(out, phrase_text(titles[k], LANGUAGE_ZH));
    }
    buffer_add_string(out, LINE_END);
}

static void add_record(const struct summary_writing *writing,
    const struct record *record, struct buffer *out)
{
    for (size_t k = 0; k < writing->fields.count; k++)
        add_value(out, field_value(&writing->fields.list[k], record));
    add_words(out, summary_result(record));
    for (int level = LEVEL_ERROR; level >= LEVEL_HINT; level--)
        buffer_printf(out, ",%zu", record_open(record, (enum level)level));
    buffer_printf(out, ",%zu,", record_answered(record));
    add_words(out, record->path);
    buffer_add_char(out, ',');
    add_words(out, record->folder);
    buffer_add_string(out, LINE_END);
}

bool summary_write_csv(const struct summary_writing *writing,
    struct buffer *out)
{
    buffer_add_string(out, BYTE_ORDER_MARK);
    add_titles(writing, out);
    for (size_t k = 0; k < writing->summary->count; k++)
        add_record(writing, writing->summary->records[k], out);
    return !out->failed;
}
