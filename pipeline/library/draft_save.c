/*
 * jixiao_draft_save(): a draft in its file; and what is built of it.
 */

#include <errno.h>

#include "library/draft_file.h"
#include "library/replacing.h"

bool jixiao_draft_save(struct jixiao_draft *draft, bool overwrite,
    struct jixiao_findings *findings)
{
    const struct buffer *text = &draft->text.text;

    if (!replace_file(&(struct replacement){ draft->path,
            overwrite ? NULL : draft->file.digest, CATALOGUE_EDIT_STALE },
            text->bytes, text->length, findings_inside(findings))) {
        draft_note_unsure(draft);
        return false;
    }
    draft_set_saved(&draft->text);
    draft_note_file(draft);
    draft->recovered = 0;
    draft->revision++;
    /* What it has is in the file by now; one that stays is read as that. */
    draft_journal_clear(&draft->journal);
    return true;
}

/* The draft's own set has been prepared for its page. */
bool jixiao_draft_build(struct jixiao_draft *draft,
    const struct jixiao_build *build, struct jixiao_outcome *outcome,
    struct jixiao_findings *findings)
{
    const struct buffer *text = &draft->text.text;
    struct jixiao_set *set = jixiao_read_bytes(draft->jixiao, draft->path,
        text->bytes, text->length, draft->previous, findings);
    struct jixiao_build how = *build;

    how.previous = draft->previous;
    *outcome = (struct jixiao_outcome){ .folder = NULL };
    if (set)
        jixiao_findings_sort(findings);
    bool good = set && jixiao_build(draft->jixiao, set, &how, outcome,
        findings);
    jixiao_set_free(set);
    return good;
}
