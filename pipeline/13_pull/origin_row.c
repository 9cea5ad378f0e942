/*
 * Rows of what a file was made with.
 */

#include "13_pull/origin_row.h"

#include <string.h>

#include "0_base/utf8.h"
#include "10_archive/untrusted_xml.h"
#include "3_transform/submission.h"

#define VALUES "urn:jixiao:values:1"

const char *origin_row_tag(xmlNodePtr row)
{
    return untrusted_xml_is(row, VALUES, "value")
        ? untrusted_xml_attribute(row, "tag") : NULL;
}

/* Text behind its white space. */
static const char *skip_space(const char *text, unsigned *code)
{
    size_t size;

    *code = 0;
    while ((size = utf8_first(text, code)) > 0
        && utf8_is_space(*code))
        text += size;
    if (size == 0)
        *code = 0;
    return text;
}

/* Whether two texts are the same but for white space. */
static bool have_same_words(const char *left, const char *right)
{
    unsigned a, b;

    do {
        left = skip_space(left, &a);
        right = skip_space(right, &b);
        left += a ? utf8_size(a) : 0;
        right += b ? utf8_size(b) : 0;
    } while (a == b && a != 0);
    return a == b;
}

bool origin_row_says(xmlNodePtr row, const char *words, bool *failed)
{
    struct buffer text = BUFFER_EMPTY;

    for (xmlNodePtr node = row->children; node; node = node->next)
        if (node->type == XML_TEXT_NODE)
            buffer_add_string(&text, (const char *)node->content);
    bool same = have_same_words(buffer_string(&text), words);
    *failed = *failed || text.failed;
    buffer_free(&text);
    return same;
}

bool origin_row_is_now(xmlNodePtr row, xmlNodePtr element, bool *failed)
{
    const char *before = untrusted_xml_attribute(row, "value");
    const char *now = node_attribute(element, "value");
    struct buffer words = BUFFER_EMPTY;

    if (before || now)
        return before && now && strcmp(before, now) == 0;
    node_print(element, &words);
    bool same = origin_row_says(row, buffer_string(&words), failed);
    *failed = *failed || words.failed;
    buffer_free(&words);
    return same;
}
