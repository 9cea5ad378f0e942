/* What the leaves of submission.xml hold, read and set (submission.h). */

#include "3_transform/submission.h"

#include <string.h>

/* "2" or "0-3": exactly so many decimals, or from these to those. */
static struct print_style read_style(const char *decimals)
{
    int least = decimals[0] - '0';

    return (struct print_style){
        decimals[1] == '-' ? decimals[2] - '0' : least, least };
}

struct figure node_figure(xmlNodePtr leaf, struct print_style style)
{
    const char *decimals = node_attribute(leaf, "decimals");
    struct figure figure = { .value = decimal_blank, .type = VALUE_TEXT,
        .unit = node_attribute(leaf, "unit"),
        .style = decimals ? read_style(decimals) : style };
    const char *value = node_attribute(leaf, "value");

    node_value_type(leaf, &figure.type);
    figure.with_unit = figure.type == VALUE_RATE;
    if (value && value_type_is_figure(figure.type))
        decimal_parse(value, strlen(value), &figure.value);
    return figure;
}

static bool set_content(xmlNodePtr leaf, struct buffer *words)
{
    node_clear(leaf);
    bool good = !words->failed
        && node_add_text(leaf, buffer_string(words), words->length);
    buffer_free(words);
    return good;
}

bool node_set_figure(xmlNodePtr leaf, struct decimal value,
    struct print_style style)
{
    struct figure figure = node_figure(leaf, style);
    struct buffer words = BUFFER_EMPTY;
    char text[DECIMAL_TEXT_SIZE];

    if (figure.type == VALUE_AMOUNT)
        value = amount_to_fen(value);
    figure.value = value;
    figure_print(&figure, &words);
    return set_content(leaf, &words)
        && node_set_attribute(leaf, "value", decimal_print(value, text));
}

bool node_set_style(xmlNodePtr leaf, struct print_style style)
{
    const struct figure figure = node_figure(leaf, style);
    char decimals[] = { (char)('0' + style.least), '-',
        (char)('0' + style.most), '\0' };

    if (style.least == style.most)
        decimals[1] = '\0';
    return node_set_attribute(leaf, "decimals", decimals)
        && (figure.value.blank
            || node_set_figure(leaf, figure.value, style));
}

bool node_set_words(xmlNodePtr leaf, const char *words)
{
    struct buffer printed = BUFFER_EMPTY;
    enum value_type type = VALUE_TEXT;

    node_value_type(leaf, &type);
    if (type == VALUE_DATE) {
        date_print(words, &printed);
        if (!node_set_attribute(leaf, "value", words))
            printed.failed = true;
    }
    if (printed.length == 0)    /* or it is no date */
        buffer_add_string(&printed, words);
    return set_content(leaf, &printed);
}
