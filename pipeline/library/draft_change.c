/*
 * jixiao_draft_change() and undo: a step made, judged and kept, or taken back.
 */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/fault.h"
#include "17_edit/answers.h"
#include "17_edit/change.h"
#include "17_edit/stepped.h"
#include "library/draft_unit.h"

/* --- the journal ---------------------------------------------------------- */

static bool report(int fault, struct findings *findings)
{
    char text[FAULT_TEXT_SIZE];

    if (fault == ENOMEM)
        findings_out_of_memory(findings);
    else if (fault)
        findings_add(findings, CATALOGUE_EDIT_NO_JOURNAL,
            (struct place){ 0, 0 }, NULL, "reason", fault_text(fault, text),
            NULL);
    return fault == 0;
}

/* --- changes -------------------------------------------------------------- */

static const char *text_of(const char *text)
{
    return text ? text : "";
}

/* The unit of what is set is shown where it is typed; NULL. */
static struct change change_of(const struct jixiao_draft_change *asked,
    const char *shown)
{
    static const enum change_kind kinds[] = {
        [JIXIAO_DRAFT_SET] = CHANGE_SET,
        [JIXIAO_DRAFT_TEXT] = CHANGE_TEXT,
        [JIXIAO_DRAFT_NULL] = CHANGE_NULL,
        [JIXIAO_DRAFT_CLEAR] = CHANGE_CLEAR,
        [JIXIAO_DRAFT_INSERT] = CHANGE_INSERT,
        [JIXIAO_DRAFT_REMOVE] = CHANGE_REMOVE,
        [JIXIAO_DRAFT_MOVE] = CHANGE_MOVE,
        [JIXIAO_DRAFT_NONE] = CHANGE_NONE,
        [JIXIAO_DRAFT_QUOTE] = CHANGE_QUOTE,
        [JIXIAO_DRAFT_ANSWER] = CHANGE_ANSWER,
    };

    return (struct change){ .kind = kinds[asked->op],
        .pointer = text_of(asked->pointer), .words = text_of(asked->words),
        .code = text_of(asked->code), .figure = text_of(asked->figure),
        .reference = text_of(asked->reference),
        .from = text_of(asked->from), .entry = asked->kind,
        .shown = shown, .against = asked->against };
}

static bool make_one(struct jixiao_draft *draft, struct changing *changing,
    const struct jixiao_draft_change *asked)
{
    const char *shown = NULL;

    if (asked->op == JIXIAO_DRAFT_SET && !draft_shown_unit(draft,
            text_of(asked->pointer), &shown, changing->findings))
        return false;
    const struct change change = change_of(asked, shown);
    return change_make(changing, &change);
}

/* All of them in the text, or some where one fails. */
static bool make_all(struct jixiao_draft *draft,
    const struct jixiao_draft_change *changes, size_t count,
    struct findings *understood, struct findings *refused)
{
    const struct lexicon *lexicon = edition_lexicon(draft->edition, refused);
    struct changing changing = { .editing = { .draft = &draft->text,
            .schema = draft->edition->schema, .given = draft_json(draft) },
        .submission = draft->json || !draft->set ? NULL
            : draft->set->submission,
        .formulas = draft->edition->formulas, .lexicon = lexicon,
        .findings = refused, .understood = understood };
    bool good = lexicon != NULL;

    for (size_t k = 0; good && k < count; k++)
        good = make_one(draft, &changing, &changes[k]);
    good = good && change_finish(&changing);
    editing_end(&changing.editing);
    return good;
}

/* What is shown is of another text than the one that stays. */
static void read_again(struct jixiao_draft *draft)
{
    struct findings *aside = findings_new();

    if (aside)
        draft_read(draft, false, aside);
    findings_free(aside);
}

/* Takes the open step back, with what was read of it. */
static bool cancel(struct jixiao_draft *draft, bool was_read)
{
    draft_cancel(&draft->text);
    if (was_read)
        read_again(draft);
    return false;
}

/* The step in the journal and among the steps. */
static bool keep(struct jixiao_draft *draft, bool join,
    struct findings *findings)
{
    struct draft *text = &draft->text;
    bool joins = join && draft_can_join(text);

    /* What the journal has must be a step as well. */
    if (!draft_prepare(text, joins))
        return report(ENOMEM, findings);
    return report(draft_journal_add(&draft->journal,
            joins ? JOURNAL_JOIN : JOURNAL_DO, &text->open), findings)
        && draft_commit(text, joins);
}

bool jixiao_draft_change(struct jixiao_draft *draft,
    const struct jixiao_draft_change *changes, size_t count, bool join,
    struct jixiao_findings *understood, struct jixiao_findings *refused)
{
    struct findings *list = findings_inside(refused);
    bool had_shape = draft->set && !draft->json;

    if (!report(draft_journal_begin(&draft->journal, &draft->text), list))
        return false;
    if (!make_all(draft, changes, count, findings_inside(understood), list))
        return cancel(draft, false);
    if (draft->text.open.count == 0)
        return true;
    if (!draft_read(draft, had_shape, list))
        return cancel(draft, false);
    if (!keep(draft, join, list))
        return cancel(draft, true);
    free(draft->at);
    draft->at = NULL;
    draft->revision++;
    return true;
}

/* --- steps ---------------------------------------------------------------- */

/* What a step has changed; answers are given beside what they answer.  Without
 * memory it is not known. */
static void note_place(struct jixiao_draft *draft, const struct step *made,
    bool back)
{
    struct buffer at = BUFFER_EMPTY;

    stepped_print(draft_json(draft), made, back, &at);
    free(draft->at);
    bool is_told = at.length > 0 && !answers_have(buffer_string(&at));
    draft->at = is_told ? buffer_take(&at) : NULL;
    buffer_free(&at);
}

static bool step(struct jixiao_draft *draft, enum journal_step kind,
    struct findings *findings)
{
    struct draft *text = &draft->text;
    bool back = kind == JOURNAL_UNDO;

    if (!(back ? draft_can_undo(text) : draft_can_redo(text)))
        return true;
    if (!report(draft_journal_begin(&draft->journal, text), findings))
        return false;
    const struct step *made = &text->steps[text->done - back];
    if (back)
        draft_undo(text);
    else
        draft_redo(text);
    bool was_read = draft_read(draft, false, findings);
    if (was_read && report(draft_journal_add(&draft->journal, kind, made),
            findings)) {
        note_place(draft, made, back);
        draft->revision++;
        return true;
    }
    if (back)
        draft_redo(text);
    else
        draft_undo(text);
    if (was_read)
        read_again(draft);
    return false;
}

bool jixiao_draft_undo(struct jixiao_draft *draft,
    struct jixiao_findings *findings)
{
    return step(draft, JOURNAL_UNDO, findings_inside(findings));
}

bool jixiao_draft_redo(struct jixiao_draft *draft,
    struct jixiao_findings *findings)
{
    return step(draft, JOURNAL_REDO, findings_inside(findings));
}
