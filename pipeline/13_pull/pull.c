/*
 * One returned file after the other, each compared with the attachments that
 * it has.
 */

#include "13_pull/pull.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/digest.h"
#include "13_pull/excerpt.h"
#include "13_pull/left_out.h"
#include "13_pull/moved_lines.h"
#include "13_pull/renamed.h"
#include "13_pull/tags_now.h"
#include "13_pull/taking.h"
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

/* --- compared ------------------------------------------------------------- */

/* What the file was made of is said before all else. */
static bool take(struct pull *pull, const struct left_out *left,
    struct taking *taking)
{
    const struct tags_now *tags = left->reading->tags;
    struct origin origin;
    bool good = origin_read(&origin, left->returned->values,
        (struct origin_now){ pull->source->documents,
            pull->source->data_digest, tags }, pull->model, pull->findings);

    if (origin.is_foreign) {
        origin_free(&origin);
        return good;
    }
    left_out_report(left);
    if (tags->moved)
        findings_add(pull->findings, CATALOGUE_PULL_DATA_MOVED, nowhere, NULL,
            NULL);
    taking->source = pull->source;
    taking->model = pull->model;
    taking->origin = &origin;
    taking->edits = &pull->edits;
    taking->findings = pull->findings;
    good = good && taking_run(taking) && !pull->edits.failed;
    origin_free(&origin);
    return good;
}

static bool take_expected(struct pull *pull, const char *path,
    const struct left_out *left, struct wording *read,
    const struct wording *expected)
{
    struct line_places places;
    bool good = line_places_make(&places, pull->model, expected,
            pull->source->submission)
        && moved_lines_find(&places, left->reading->tags)
        && take(pull, left, &(struct taking){ .expected = expected,
            .returned = read, .expected_places = &places,
            .returned_places = left->places, .placed = left->placed,
            .file = path });

    line_places_free(&places);
    return good;
}

/* Whether the program's own part says that it has none: that of a paper that is
 * no attachment does. */
static bool is_without_values(const struct returned *returned)
{
    return returned->values && !xmlFirstElementChild(returned->values);
}

/* A file most of whose values are of entries that are gone is of none of the
 * attachments. */
static bool compare(struct pull *pull, const char *path,
    const struct left_out *left, struct wording *read)
{
    struct wording expected = *model_words(pull->model);
    bool good = model_expect(pull->model, read, &expected.lines,
        &expected.line_count);

    if (good && left->reading->gone > read->control_count) {
        left_out_report(left);
    } else if (good && expected.line_count > 0) {
        good = take_expected(pull, path, left, read, &expected);
    } else if (good) {
        left_out_report(left);
        findings_add(pull->findings, is_without_values(left->returned)
                ? CATALOGUE_PULL_WITHOUT_VALUES : CATALOGUE_PULL_NOT_OURS,
            nowhere, NULL, NULL);
    }
    if (expected.lines != model_words(pull->model)->lines)
        free(expected.lines);
    return good;
}

/* Findings about no value are told where they are once all are there. */
static bool read_and_compare(struct pull *pull, const char *path,
    const struct returned *returned, const struct tags_now *tags)
{
    struct reading reading = READING_OF(pull->model, tags);
    struct placed_list placed = PLACED_EMPTY;
    struct line_places places = { .near = NULL };
    const struct left_out left = { returned, &reading, &places, &placed,
        pull->findings };
    bool good = reading_run(&reading, returned, pull->source->original)
        && line_places_make(&places, pull->model, &reading.words,
            pull->source->submission)
        && moved_lines_find(&places, tags)
        && compare(pull, path, &left, &reading.words);

    if (good)
        left_out_list_comments(&left);
    placed_put(&placed, pull->findings);
    good = good && !placed.failed;
    placed_free(&placed);
    line_places_free(&places);
    reading_free(&reading);
    return good;
}

static bool compare_now(struct pull *pull, const char *path,
    const struct returned *returned)
{
    struct tags_now tags = TAGS_NOW_EMPTY;
    bool good = tags_now_read(&tags, returned->values,
            pull->source->data_digest, pull->source->submission,
            pull->model)
        && read_and_compare(pull, path, returned, &tags);

    tags_now_free(&tags);
    return good;
}

static bool list_comments(struct pull *pull, const struct returned *returned)
{
    struct placed_list placed = PLACED_EMPTY;

    left_out_list_comments(&(struct left_out){ .returned = returned,
        .placed = &placed, .findings = pull->findings });
    return !placed.failed;
}

bool pull_file(struct pull *pull, const char *path)
{
    struct returned returned;
    bool good = true;

    if (returned_open(&returned, path, pull->findings)) {
        good = has_edition(pull, &returned)
            ? compare_now(pull, path, &returned)
            : list_comments(pull, &returned);
        returned_close(&returned);
    }
    if (!good)
        findings_out_of_memory(pull->findings);
    return good && !findings_lack_memory(pull->findings);
}

/* --- all files ------------------------------------------------------------ */

/* An edit of a value that stands elsewhere as it was.  What a set goes by, for
 * it is in a title, is not taken where its own file has it in two ways. */
static void judge_kept(struct pull *pull, struct edit *edit)
{
    char tag[TAG_SIZE], count[24], words[EXCERPT_SIZE], before[EXCERPT_SIZE];
    const struct model_value *value = model_find(pull->model,
        tag_from_pointer(edit->shown, tag));
    struct kept kept = edits_kept(&pull->edits, edit, true);
    bool refused = value && value->in_title && kept.count > 0;
    struct buffer old = BUFFER_EMPTY;

    if (!refused)
        kept = edits_kept(&pull->edits, edit, false);
    if (!value || kept.count == 0 || edit->conflicts)
        return;
    snprintf(count, sizeof count, "%zu", kept.count);
    node_print(value->element, &old);
    edit->conflicts = refused;
    findings_set_file(pull->findings, edit->file);
    findings_add(pull->findings, refused ? CATALOGUE_PULL_KEPT_TITLE
            : CATALOGUE_PULL_KEPT, nowhere, edit->shown,
        "found", excerpt_of(edit->words, words),
        "old", excerpt_of(buffer_string(&old), before),
        "count", count, "name", kept.file, NULL);
    pull->edits.failed = pull->edits.failed || old.failed;
    buffer_free(&old);
}

bool pull_finish(struct pull *pull)
{
    for (size_t k = 0; k < pull->edits.count; k++)
        judge_kept(pull, &pull->edits.list[k]);
    edits_report_quoted(&pull->edits, pull->findings);
    if (!renamed_follow(&pull->edits, pull->source, pull->findings))
        pull->edits.failed = true;
    if (pull->edits.failed)
        findings_out_of_memory(pull->findings);
    return !findings_lack_memory(pull->findings);
}
