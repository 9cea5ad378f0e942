#ifndef DRAFTING_H
#define DRAFTING_H

/*
 * What is behind a draft: draft.c opens it and keeps it up to date,
 * draft_forms.c makes its forms, draft_change.c changes it, draft_save.c writes
 * it, draft_pages.c shows it, draft_place.c and draft_values.c tell of single
 * places.
 */

#include <sys/types.h>
#include <time.h>

#include "0_base/digest.h"
#include "17_edit/draft.h"
#include "17_edit/draft_journal.h"
#include "7_forms/attachment_index.h"
#include "7_forms/stylesheet.h"
#include "library/handles.h"

/* The data file, as it was when it was opened or saved last. */
struct draft_file {
    char digest[DIGEST_TEXT_SIZE];      /* of its text */
    struct timespec changed;    /* when it was looked at last: then */
    off_t size;
    ino_t number;
    bool is_stale;              /* it had another text then */
};

/* Findings that are open, of an attachment, by level. */
struct draft_counts {
    size_t open[LEVEL_ERROR + 1];
};

enum draft_sheet {
    DRAFT_ARTICLE, DRAFT_CSS, DRAFT_OTHER, DRAFT_SHEET_COUNT
};

/* What a set prints: all attachments with what lists them, and the one that was
 * asked for last as it is filled in. */
struct draft_forms {
    xmlDocPtr outline;          /* NULL: there are none */
    struct attachment_index index;      /* of the outline */
    xmlDocPtr form;             /* a page model of one; NULL: none was asked
                                   for */
};

struct jixiao_draft {
    struct jixiao *jixiao;
    char *path;
    const struct jixiao_set *previous;
    struct draft text;
    struct draft_journal journal;
    size_t recovered;
    unsigned long revision;
    struct edition *edition;
    struct buffer totals;       /* what rows of totals say first */
    struct jixiao_set *set;     /* of the text, or of the last one with a
                                   shape; NULL: there was none */
    struct json *json;          /* of a text without a shape; NULL: the set's */
    struct findings *findings;  /* of the text */
    struct draft_forms forms;   /* of the set; none without it */
    xmlNodePtr *lists;          /* of the set's submission */
    size_t list_count, list_room;
    xmlNodePtr *shown;          /* by finding: the attachment, or NULL */
    struct draft_counts *counts;        /* by attachment */
    char *at;                   /* pointer to what the last step back or
                                   forth has changed; NULL: there was none */
    struct draft_file file;
    struct stylesheet *sheets[DRAFT_SHEET_COUNT];       /* NULL until asked
                                                           for */
};

/* The data of the text as it is now. */
static inline const struct json *draft_json(const struct jixiao_draft *draft)
{
    return draft->json ? draft->json : draft->set->json;
}

/* Reads the text anew, and takes over what comes of it: a set, or findings of
 * its shape with the set that there was.  wants_shape: nothing is taken over
 * where there is no shape, and findings get what is wrong.  False with
 * findings, and what was read before stays. */
bool draft_read(struct jixiao_draft *draft, bool wants_shape,
    struct findings *findings);

#endif
