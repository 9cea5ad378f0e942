/*
 * Findings about what is not compared.
 */

#include "13_pull/left_out.h"

#include <stdio.h>

#include "13_pull/excerpt.h"
#include "13_pull/word.h"
#include "13_pull/word_xml.h"

static const struct place nowhere = { 0, 0 };

/* The finding that was added last is about what is in a line. */
static void place_at(const struct left_out *left, size_t line)
{
    size_t count = left->reading ? left->reading->words.line_count : 0;

    if (line >= count && line != WORDING_NONE)
        line = count - 1;
    if (line != WORDING_NONE && count > 0)
        placed_add(left->placed, left->findings, left->places, line,
            line + 1);
}

static void report_gone(const struct left_out *left,
    const struct gone_entry *gone)
{
    char text[24];

    snprintf(text, sizeof text, "%zu", gone->values);
    findings_add(left->findings, CATALOGUE_PULL_GONE_ENTRY, nowhere, NULL,
        "name", gone->key, "count", text, NULL);
}

void left_out_report(const struct left_out *left)
{
    const struct reading *reading = left->reading;
    char text[24];

    for (size_t k = 0; k < reading->tags->gone_count; k++)
        report_gone(left, &reading->tags->gone[k]);
    snprintf(text, sizeof text, "%zu", reading->unknown);
    if (reading->unknown > 0)
        findings_add(left->findings, CATALOGUE_PULL_UNKNOWN_VALUES, nowhere,
            NULL, "count", text, NULL);
    if (!left->returned->has_unread
        && reading->unread_at == WORDING_NONE)
        return;
    findings_add(left->findings, CATALOGUE_PULL_UNREAD, nowhere, NULL, NULL);
    place_at(left, reading->unread_at);
}

static void list_comment(const struct left_out *left, xmlNodePtr comment)
{
    const char *author = word_attribute(comment, "author");
    const char *id = word_attribute(comment, "id");
    struct buffer words = BUFFER_EMPTY;
    char room[EXCERPT_SIZE];

    word_print(comment, &words);
    if (words.failed) {
        left->placed->failed = true;
    } else {
        findings_add(left->findings, CATALOGUE_PULL_COMMENT, nowhere, NULL,
            "author", author ? author : "", "found",
            excerpt_of(buffer_string(&words), room), NULL);
        place_at(left, left->reading ? reading_comment(left->reading, id)
            : WORDING_NONE);
    }
    buffer_free(&words);
}

void left_out_list_comments(const struct left_out *left)
{
    xmlNodePtr comments = left->returned->comments;

    for (xmlNodePtr node = comments ? comments->children : NULL; node;
        node = node->next)
        if (word_is(node, "comment"))
            list_comment(left, node);
}
