/* Sentences with their figures. */

#include "6_rules/text/statements.h"

#include <string.h>

#include "0_base/signs.h"
#include "6_rules/text/characters.h"

static bool has_needed(const struct lexicon *lexicon,
    const struct text_needs *needs, struct text_span span)
{
    return needs->count == 0
        || lexicon_is_in(lexicon, span, needs->notions, needs->count);
}

static void statement_read(struct text_statement *statement,
    struct text_span sentence)
{
    struct text_figure more = {0};

    statement->sentence = sentence;
    statement->count = text_figures(statement->lexicon, sentence.text,
        sentence.length, statement->figures, TEXT_STATEMENT_FIGURES);
    if (statement->count == TEXT_STATEMENT_FIGURES) {
        more.end = statement->figures[statement->count - 1].end;
        if (text_figure_next(statement->lexicon, sentence.text,
                sentence.length, &more))
            statement->count = 0;
    }
}

typedef bool sentence_finder(const struct lexicon *lexicon,
    struct text_span *sentence);

static void check_sentences(const struct lexicon *lexicon, const char *text,
    const struct text_statement_search *search, sentence_finder *next,
    struct buffer *found)
{
    struct text_span sentence = { text, 0 };
    struct text_statement statement;

    statement.lexicon = lexicon;        /* its many figures are left alone */
    while (found->length == 0 && !found->failed && next(lexicon, &sentence)) {
        if (!text_may_have_figures(lexicon, sentence.text, sentence.length,
                search->figures)
            || !has_needed(lexicon, search->needs, sentence))
            continue;
        statement_read(&statement, sentence);
        if (statement.count >= search->figures)
            search->check(&statement, found);
    }
}

static bool next_line(const struct lexicon *lexicon, struct text_span *line)
{
    (void)lexicon;
    line->text += line->length;
    line->length = strcspn(line->text, "\n");
    line->length += line->text[line->length] == '\n';
    return line->length > 0;
}

void text_check_paragraphs(const struct lexicon *lexicon, const char *text,
    const struct text_statement_search *search, struct buffer *found)
{
    check_sentences(lexicon, text, search, next_line, found);
}

void text_check_statements(const struct lexicon *lexicon, const char *text,
    const struct text_statement_search *search, struct buffer *found)
{
    check_sentences(lexicon, text, search, text_sentence_next, found);
}

void text_check_long_statements(const struct lexicon *lexicon,
    const char *text, const struct text_statement_search *search,
    struct buffer *found)
{
    check_sentences(lexicon, text, search, text_long_sentence_next, found);
}

bool text_statement_has(const struct text_statement *statement,
    struct text_span part, enum notion notion)
{
    return word_is_in(lexicon_words(statement->lexicon, notion), part);
}

struct text_span text_statement_span(const struct text_statement *statement,
    size_t begin, size_t end)
{
    return (struct text_span){ statement->sentence.text + begin,
        end - begin };
}

static bool is_mark(unsigned code)
{
    return text_is_chinese_mark(code) || (code && code < 0x80
        && strchr(",;:()", (int)code));
}

struct text_span text_label(const struct text_statement *statement,
    size_t k)
{
    const char *text = statement->sentence.text;
    size_t end = statement->figures[k].begin, begin = end, floor = 0, size;
    unsigned code;

    while (k > 0 && floor == 0)
        if (!statement->figures[--k].is_date)
            floor = statement->figures[k].end;
    while (begin > floor
        && (size = text_character_before(text, begin, &code)) > 0
        && !is_mark(code))
        begin -= size;
    return text_statement_span(statement, begin, end);
}

struct text_span text_label_name(const struct text_statement *statement,
    size_t k)
{
    const struct word_list *connectors = lexicon_words(statement->lexicon,
        NOTION_CONNECTORS);
    struct text_span name = text_label(statement, k);
    size_t size;

    while ((size = word_size_before(connectors, name.text, name.length)) > 0
        && size <= name.length)
        name.length -= size;
    return name;
}

bool text_bracketed_pair(const struct text_statement *statement, size_t k,
    size_t pair[2])
{
    const struct text_figure *figures = statement->figures;
    const char *text = statement->sentence.text;
    size_t open = notion_at(statement->lexicon, NOTION_OPENING, text,
        figures[k].end);

    if (open == 0 || k + 2 >= statement->count)
        return false;
    for (size_t j = 0; j < 2; j++) {
        pair[j] = k + 1 + j;
        if (figures[pair[j]].is_date || text_figure_is_rate(&figures[pair[j]])
            || figures[pair[j]].precision != TEXT_EXACT)
            return false;
    }
    struct text_span inside = text_statement_span(statement,
        figures[k].end + open, figures[k + 2].begin);
    return text_figures_alike(&figures[k + 1], &figures[k + 2])
        && !text_statement_has(statement, inside, NOTION_CLOSING)
        && notion_at(statement->lexicon, NOTION_CLOSING, text,
            figures[k + 2].end) > 0;
}

void text_add_figure(const struct text_statement *statement,
    const struct text_figure *figure, struct buffer *out)
{
    buffer_add(out, statement->sentence.text + figure->begin,
        figure->end - figure->begin);
}

void text_add_number(struct decimal value, struct buffer *out)
{
    char text[DECIMAL_TEXT_SIZE];

    decimal_print_short(value, text);
    if (*text == '-')
        buffer_add_string(out, SIGN_MINUS);
    buffer_add_string(out, text + (*text == '-'));
}
