/*
 * jixiao_draft_open(): a data file to be edited, and what is found in it, after
 * each change.
 */

#define _XOPEN_SOURCE 700       /* realpath() */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/fault.h"
#include "0_base/lexicon.h"
#include "1_read/reserved.h"
#include "3_transform/submission.h"
#include "7_forms/attachments.h"
#include "library/draft_file.h"
#include "library/draft_forms.h"
#include "library/draft_lists.h"
#include "library/draft_shown.h"
#include "library/draft_unit.h"

static const struct place nowhere = { 0, 0 };

/* --- the data ------------------------------------------------------------- */

/* What was read of a text, without what another reading has of it, too. */
static void free_read(struct jixiao_draft *read,
    const struct jixiao_draft *other)
{
    if (read->set != other->set) {
        draft_forms_free(&read->forms);
        jixiao_set_free(read->set);
    }
    json_free(read->json);
    findings_free(read->findings);
    free(read->lists);
    free(read->shown);
    free(read->counts);
}

/* Which attachments show what was found, and the lists that there are; then
 * all that was read is taken over, or nothing. */
static bool take_over(struct jixiao_draft *draft, struct jixiao_draft *read,
    struct findings *findings)
{
    findings_sort(read->findings);
    read->lists = read->shown = NULL;
    read->counts = NULL;
    read->list_room = 0;
    bool good = draft_show_findings(read) && draft_list_all(read);
    if (good) {
        free_read(draft, read);
        *draft = *read;
    } else {
        free_read(read, draft);
        findings_out_of_memory(findings);
    }
    return good;
}

/* A text without a shape has a tree all the same. */
static bool keep_shapeless(struct jixiao_draft *draft,
    struct findings *found, struct findings *findings)
{
    struct findings *aside = findings_new();
    const struct buffer *text = &draft->text.text;
    struct json *json = aside && findings_worst(found) < LEVEL_USAGE
        ? json_parse(text->bytes, text->length, aside) : NULL;

    findings_free(aside);
    if (!json) {
        findings_append(findings, found);
        findings_free(found);
        return false;
    }
    struct jixiao_draft read = *draft;
    read.json = json;
    read.findings = found;
    return take_over(draft, &read, findings);
}

bool draft_read(struct jixiao_draft *draft, bool wants_shape,
    struct findings *findings)
{
    struct findings *found = findings_new();
    const struct buffer *text = &draft->text.text;
    struct jixiao_set *set = found ? jixiao_read_bytes(draft->jixiao,
        draft->path, text->bytes, text->length, draft->previous,
        (struct jixiao_findings *)found) : NULL;
    struct draft_forms forms;

    if (!found)
        findings_out_of_memory(findings);
    if (found && !set && !wants_shape)
        return keep_shapeless(draft, found, findings);
    if (found && !set && wants_shape)
        findings_append(findings, found);
    if (!set || !draft_forms_make(draft, set, &forms, findings)) {
        jixiao_set_free(set);
        findings_free(found);
        return false;
    }
    rules_remember_texts(set->edition->rules);
    struct jixiao_draft read = *draft;
    read.set = set;
    read.forms = forms;
    read.json = NULL;
    read.findings = found;
    return take_over(draft, &read, findings);
}

/* --- opening -------------------------------------------------------------- */

static bool read_file(struct jixiao_draft *draft, struct findings *findings)
{
    findings_set_file(findings, draft->path);
    struct json *json = json_read(draft->path, findings);
    size_t length;

    if (!json)
        return false;
    const char *text = json_text(json, &length);
    bool good = draft_begin(&draft->text, text, length);
    if (!good)
        findings_out_of_memory(findings);
    json_free(json);
    return good;
}

/* The edition that the text names, which its set has where it has one. */
static bool find_edition(struct jixiao_draft *draft,
    struct findings *findings)
{
    const char *name = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(
        json_root(draft_json(draft)), RESERVED_EDITION));
    bool failed = false;

    if (draft->set && !draft->json)
        draft->edition = draft->set->edition;
    else if (name && edition_exists(&draft->jixiao->resources, name,
            &failed))
        draft->edition = jixiao_open_edition(draft->jixiao, name, findings);
    else
        findings_append(findings, draft->findings);
    if (failed)
        findings_out_of_memory(findings);
    return draft->edition != NULL;
}

static void report_journal(int fault, const struct jixiao_draft *draft,
    struct findings *findings)
{
    char text[FAULT_TEXT_SIZE];

    if (fault == ENOMEM)
        findings_out_of_memory(findings);
    else if (fault == EWOULDBLOCK)
        findings_add(findings, CATALOGUE_EDIT_ELSEWHERE, nowhere, NULL,
            "name", draft->path, NULL);
    else
        findings_add(findings, CATALOGUE_EDIT_NO_JOURNAL, nowhere, NULL,
            "reason", fault_text(fault, text), NULL);
}

/* One that cannot be read is kept under another name. */
static int read_journal(struct jixiao_draft *draft,
    struct findings *findings)
{
    struct buffer other = BUFFER_EMPTY;
    size_t count;
    int fault = draft_journal_read(&draft->journal, &draft->text, &count);

    if (fault == EILSEQ
        && (fault = draft_journal_set_aside(&draft->journal, &other)) == 0)
        findings_add(findings, CATALOGUE_EDIT_JOURNAL_BROKEN, nowhere, NULL,
            "name", draft->journal.path, "other", buffer_string(&other),
            NULL);
    draft->recovered = draft->text.done;
    buffer_free(&other);
    return fault;
}

/* What was not saved last time is done again; the bytes that it began with are
 * those that the file is to have. */
static bool open_journal(struct jixiao_draft *draft,
    struct findings *findings)
{
    char number[24];
    char *path = realpath(draft->path, NULL);
    int fault = path ? draft_journal_open(&draft->journal, path) : errno;

    free(path);
    if (fault == 0)
        fault = read_journal(draft, findings);
    if (fault) {
        report_journal(fault, draft, findings);
        return false;
    }
    snprintf(number, sizeof number, "%zu", draft->recovered);
    if (draft->recovered > 0)
        findings_add(findings, CATALOGUE_EDIT_RECOVERED, nowhere, NULL,
            "count", number, NULL);
    return true;
}

static bool note_totals(struct jixiao_draft *draft,
    struct findings *findings)
{
    const struct lexicon *lexicon = edition_lexicon(draft->edition, findings);
    const struct word_list *words = lexicon ? lexicon_words(lexicon,
        NOTION_TOTAL_ROWS) : NULL;

    for (size_t k = 0; words && k < words->count; k++) {
        buffer_add_string(&draft->totals, k > 0 ? " " : "");
        buffer_add(&draft->totals, words->list[k].text,
            words->list[k].length);
    }
    if (draft->totals.failed)
        findings_out_of_memory(findings);
    return words && !draft->totals.failed;
}

static bool open_draft(struct jixiao_draft *draft, struct findings *findings)
{
    if (!read_file(draft, findings) || !open_journal(draft, findings))
        return false;
    draft_note_file(draft);
    return draft_read(draft, false, findings)
        && find_edition(draft, findings) && note_totals(draft, findings);
}

struct jixiao_draft *jixiao_draft_open(struct jixiao *jixiao,
    const char *path, const struct jixiao_set *previous,
    struct jixiao_findings *findings)
{
    struct jixiao_draft *draft = calloc(1, sizeof *draft);

    if (!draft || !(draft->path = strdup(path))) {
        jixiao_findings_out_of_memory(findings);
        free(draft);
        return NULL;
    }
    draft->jixiao = jixiao;
    draft->previous = previous;
    draft->journal = (struct draft_journal)DRAFT_JOURNAL_NONE;
    draft->revision = 1;
    if (open_draft(draft, findings_inside(findings)))
        return draft;
    jixiao_draft_close(draft);
    return NULL;
}

void jixiao_draft_close(struct jixiao_draft *draft)
{
    if (!draft)
        return;
    draft_journal_close(&draft->journal, !draft_is_saved(&draft->text));
    free_read(draft, &(struct jixiao_draft){ .path = NULL });
    for (int k = 0; k < DRAFT_SHEET_COUNT; k++)
        stylesheet_free(draft->sheets[k]);
    draft_free(&draft->text);
    buffer_free(&draft->totals);
    free(draft->at);
    free(draft->path);
    free(draft);
}

/* --- told ----------------------------------------------------------------- */

void jixiao_draft_get(struct jixiao_draft *draft,
    struct jixiao_draft_state *state)
{
    const char *title = draft->forms.outline ? node_attribute(
        xmlDocGetRootElement(draft->forms.outline), "title") : NULL;

    xmlNodePtr attachment = draft->at
        ? draft_attachment_of(draft, draft->at) : NULL;

    *state = (struct jixiao_draft_state){ .revision = draft->revision,
        .path = draft->path, .title = title ? title : "",
        .has_form = draft->forms.outline != NULL,
        .is_changed = !draft_is_saved(&draft->text),
        .is_stale = draft_is_stale(draft), .undo = draft->text.done,
        .redo = draft->text.count - draft->text.done,
        .recovered = draft->recovered,
        .totals = buffer_string(&draft->totals),
        .at = attachment ? draft->at : NULL,
        .attachment = attachment ? node_attribute(attachment, "id") : NULL };
}

const struct jixiao_findings *jixiao_draft_findings(
    const struct jixiao_draft *draft)
{
    return (const struct jixiao_findings *)draft->findings;
}
