/*
 * One returned file after the other, each compared with the attachments that
 * it has.
 */

#include "13_pull/pull.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/digest.h"
#include "13_pull/excerpt.h"
#include "13_pull/page_model.h"
#include "13_pull/returned.h"
#include "13_pull/tags_now.h"
#include "13_pull/taking.h"
#include "13_pull/word.h"
#include "13_pull/word_xml.h"
#include "3_transform/submission.h"

static const struct place nowhere = { 0, 0 };

struct pull {
    const struct pull_source *source;
    struct findings *findings;
    struct model *model;
    struct edits edits;
};

struct pull *pull_new(const struct pull_source *source,
    struct findings *findings)
{
    struct pull *pull = calloc(1, sizeof *pull);

    if (!pull) {
        findings_out_of_memory(findings);
        return NULL;
    }
    *pull = (struct pull){ source, findings,
        model_new(source->documents, findings), EDITS_EMPTY };
    if (!pull->model) {
        pull_free(pull);
        return NULL;
    }
    return pull;
}

void pull_free(struct pull *pull)
{
    if (!pull)
        return;
    model_free(pull->model);
    edits_free(&pull->edits);
    free(pull);
}

const struct edits *pull_edits(const struct pull *pull)
{
    return &pull->edits;
}

/* --- what a file says of itself ------------------------------------------- */

static bool has_edition(const struct pull *pull,
    const struct returned *returned)
{
    const char *found = returned->values
        ? node_attribute(returned->values, "edition") : NULL;
    const char *expected = node_attribute(xmlDocGetRootElement(
            pull->source->documents), "edition");

    if (!found || !expected || strcmp(found, expected) == 0)
        return true;
    findings_add(pull->findings, CATALOGUE_PULL_OTHER_EDITION, nowhere, NULL,
        "found", found, "expected", expected, NULL);
    return false;
}

static void list_comments(const struct pull *pull, xmlNodePtr comments)
{
    for (xmlNodePtr node = comments ? comments->children : NULL; node;
        node = node->next) {
        struct buffer words = BUFFER_EMPTY;
        const char *author = word_attribute(node, "author");
        char room[EXCERPT_SIZE];
        if (!word_is(node, "comment"))
            continue;
        word_print(node, &words);
        if (words.failed)
            findings_out_of_memory(pull->findings);
        else
            findings_add(pull->findings, CATALOGUE_PULL_COMMENT, nowhere,
                NULL, "author", author ? author : "", "found",
                excerpt_of(buffer_string(&words), room), NULL);
        buffer_free(&words);
    }
}

/* --- its controls --------------------------------------------------------- */

/* Bookmarks are named MARK, the tag, _ and which of its values it is
 * (stylesheets/formats/word/inline.xsl). */
#define MARK "v_"

/* Knows tags of the set; counts those of entries that it no longer has, and
 * others that look like one. */
struct knowing {
    const struct model *model;
    const struct tags_now *tags;
    bool by_marks;              /* as word_reader's */
    bool has_tags;              /* there is a control with a tag of the set */
    size_t gone, unknown;
    bool has_unread;
};

static bool is_like_tag(const char *tag)
{
    return strlen(tag) == TAG_SIZE - 1
        && strspn(tag, "abcdefghijklmnopqrstuvwxyz234567") == TAG_SIZE - 1;
}

static const char *know(void *user, const char *name)
{
    struct knowing *knowing = user;
    char tag[TAG_SIZE];
    bool marked = strncmp(name, MARK, strlen(MARK)) == 0;

    snprintf(tag, sizeof tag, "%s", marked ? name + strlen(MARK) : name);
    if (!marked && strlen(name) != strlen(tag))
        return NULL;
    const char *now = tags_now_find(knowing->tags, tag);
    const struct model_value *value = now ? model_find(knowing->model, now)
        : NULL;

    if (value) {
        knowing->has_tags = knowing->has_tags || !marked;
        return value->tag;
    }
    if (marked == knowing->by_marks && !now)
        knowing->gone++;
    else if (marked == knowing->by_marks)
        knowing->unknown += is_like_tag(tag);
    return NULL;
}

static bool quotes(void *user, const char *text, const char *value)
{
    const struct knowing *knowing = user;

    return model_quotes(knowing->model, text, value);
}

static void note_unread(void *user)
{
    struct knowing *knowing = user;

    knowing->has_unread = true;
}

static void report_gone(const struct pull *pull, const struct tags_now *tags)
{
    char text[24];

    for (size_t k = 0; k < tags->gone_count; k++) {
        snprintf(text, sizeof text, "%zu", tags->gone[k].values);
        findings_add(pull->findings, CATALOGUE_PULL_GONE_ENTRY, nowhere, NULL,
            "name", tags->gone[k].key, "count", text, NULL);
    }
}

static void report_left_out(const struct pull *pull,
    const struct knowing *knowing)
{
    char text[24];

    report_gone(pull, knowing->tags);

    snprintf(text, sizeof text, "%zu", knowing->unknown);
    if (knowing->unknown > 0)
        findings_add(pull->findings, CATALOGUE_PULL_UNKNOWN_VALUES, nowhere,
            NULL, "count", text, NULL);
    if (knowing->has_unread)
        findings_add(pull->findings, CATALOGUE_PULL_UNREAD, nowhere, NULL,
            NULL);
}

/* --- compared ------------------------------------------------------------- */

static bool read_parts(const struct returned *returned,
    const struct word_reader *reader, struct wording *read)
{
    bool good = word_read(returned->document, reader, read);

    for (size_t k = 0; good && k < returned->part_count; k++)
        good = word_read_part(returned->parts[k].root,
            returned->parts[k].kind, reader, read);
    return good;
}

/* By the tags of controls, and bookmarks of those that are gone; or, where no
 * value has a tag, by bookmarks alone. */
static bool read_words(const struct pull *pull,
    const struct returned *returned, struct knowing *knowing,
    struct wording *read)
{
    struct word_reader reader = { .original = pull->source->original,
        .know = know, .quotes = quotes, .unread = note_unread,
        .user = knowing };
    bool good = read_parts(returned, &reader, read);

    if (!good || knowing->has_tags || knowing->gone + knowing->unknown > 0)
        return good;
    wording_free(read);
    reader.by_marks = knowing->by_marks = true;
    return read_parts(returned, &reader, read);
}

/* What the file was made of is said before all else. */
static bool take(struct pull *pull, const char *path,
    const struct returned *returned, const struct knowing *knowing,
    struct taking *taking)
{
    struct origin origin;
    bool good = origin_read(&origin, returned->values,
        (struct origin_now){ pull->source->documents,
            pull->source->data_digest, knowing->tags }, pull->model,
        pull->findings);

    if (origin.is_foreign) {
        origin_free(&origin);
        return good;
    }
    report_left_out(pull, knowing);
    if (knowing->tags->moved)
        findings_add(pull->findings, CATALOGUE_PULL_DATA_MOVED, nowhere, NULL,
            NULL);
    taking->moved = knowing->tags->moved;
    taking->source = pull->source;
    taking->model = pull->model;
    taking->origin = &origin;
    taking->edits = &pull->edits;
    taking->findings = pull->findings;
    taking->file = path;
    good = good && taking_run(taking) && !pull->edits.failed;
    origin_free(&origin);
    return good;
}

/* Whether the program's own part says that it has none: that of a check report
 * does. */
static bool is_without_values(const struct returned *returned)
{
    return returned->values && !xmlFirstElementChild(returned->values);
}

/* A file most of whose values are of entries that are gone is of none of the
 * attachments. */
static bool compare(struct pull *pull, const char *path,
    const struct returned *returned, const struct tags_now *tags)
{
    struct knowing knowing = { .model = pull->model, .tags = tags,
        .has_unread = returned->has_unread };
    struct wording expected = *model_words(pull->model), read;
    bool good = read_words(pull, returned, &knowing, &read)
        && model_expect(pull->model, &read, &expected.lines,
            &expected.line_count);

    if (good && knowing.gone > read.control_count) {
        report_left_out(pull, &knowing);
    } else if (good && expected.line_count > 0) {
        good = take(pull, path, returned, &knowing, &(struct taking){
            .expected = &expected, .returned = &read });
    } else if (good) {
        report_left_out(pull, &knowing);
        findings_add(pull->findings, is_without_values(returned)
                ? CATALOGUE_PULL_WITHOUT_VALUES : CATALOGUE_PULL_NOT_OURS,
            nowhere, NULL, NULL);
    }
    if (expected.lines != model_words(pull->model)->lines)
        free(expected.lines);
    wording_free(&read);
    return good;
}

static bool compare_now(struct pull *pull, const char *path,
    const struct returned *returned)
{
    struct tags_now tags = TAGS_NOW_EMPTY;
    bool good = tags_now_read(&tags, returned->values,
            pull->source->data_digest, pull->source->submission,
            pull->model)
        && compare(pull, path, returned, &tags);

    tags_now_free(&tags);
    return good;
}

bool pull_file(struct pull *pull, const char *path)
{
    struct returned returned;
    bool good = true;

    if (returned_open(&returned, path, pull->findings)) {
        good = !has_edition(pull, &returned)
            || compare_now(pull, path, &returned);
        list_comments(pull, returned.comments);
        returned_close(&returned);
    }
    if (!good)
        findings_out_of_memory(pull->findings);
    return good && !findings_lack_memory(pull->findings);
}

bool pull_finish(struct pull *pull)
{
    edits_report_quoted(&pull->edits, pull->findings);
    return !findings_lack_memory(pull->findings);
}
