#ifndef JIXIAO_DRAFT_H
#define JIXIAO_DRAFT_H

/* Data that is edited in its form. */

#include "base.h"
#include "files.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A data file that a person fills in where its forms print it.  After each
 * change it is checked, and a form is made again when it is asked for: what is
 * told of a draft is told of it as it is now, and is borrowed until the next
 * change.
 *
 * What is changed is the text of the file: the bytes of the values in question,
 * and no others.  Every change is kept in a journal beside the file before
 * the function returns, and read back when the file is opened again, until it
 * is saved.
 */

/* NULL, with findings, where the file is no JSON or names no edition that can
 * be used, or where somebody else edits it.  The path is copied; previous is as
 * of jixiao_read(), and borrowed as long as the draft is open.  Freed with
 * jixiao_draft_close(), NULL allowed, which keeps the journal of what was not
 * saved. */
JIXIAO_API struct jixiao_draft *jixiao_draft_open(struct jixiao *jixiao,
    const char *path, const struct jixiao_set *previous,
    struct jixiao_findings *findings);
JIXIAO_API void jixiao_draft_close(struct jixiao_draft *draft);

struct jixiao_draft_state {
    unsigned long revision;     /* another one after each change */
    const char *path, *title;   /* title: "" where there is no form */
    bool has_form;              /* the data has the shape of its edition; a
                                   draft that had none when it was opened has
                                   no attachments until then */
    bool is_changed;            /* since it was saved */
    bool is_stale;              /* the file is another one by now */
    size_t undo, redo;          /* steps */
    size_t recovered;           /* steps that were read back when it was
                                   opened */
    const char *totals;         /* what rows of totals say first, in tables that
                                   are pasted, with blanks between */
    const char *at, *attachment;        /* what the last step back or forth has
                                   changed, and where it is shown; NULL: a
                                   change came last, or nothing shows it */
};

/* Looks at the file, too. */
JIXIAO_API void jixiao_draft_get(struct jixiao_draft *draft,
    struct jixiao_draft_state *state);

/* What was found in the data as it is now, sorted. */
JIXIAO_API const struct jixiao_findings *jixiao_draft_findings(
    const struct jixiao_draft *draft);

/* The id of the attachment that shows what the k-th finding is about; NULL for
 * none. */
JIXIAO_API const char *jixiao_draft_shown_in(
    const struct jixiao_draft *draft, size_t k);

struct jixiao_draft_attachment {
    const char *id, *title;
    size_t open[JIXIAO_ERROR + 1];      /* findings that are, by level */
};

/* False after the last. */
JIXIAO_API bool jixiao_draft_get_attachment(const struct jixiao_draft *draft,
    size_t k, struct jixiao_draft_attachment *attachment);

/* A list that entries may be added to, or a map, which has no attachment of its
 * own: its entries are printed where a text quotes them. */
struct jixiao_draft_list {
    const char *pointer, *title;
    const char *attachment;     /* the id of that which it belongs to; NULL:
                                   none or several */
    size_t count;               /* of its entries */
    bool is_map;
};

JIXIAO_API bool jixiao_draft_get_list(const struct jixiao_draft *draft,
    size_t k, struct jixiao_draft_list *list);

enum jixiao_draft_op {
    JIXIAO_DRAFT_SET,           /* words, as the form would have them: 1,200元,
                                   95.5%, 2025年4月18日; blank: not stated */
    JIXIAO_DRAFT_TEXT,          /* words, with references as data has them */
    JIXIAO_DRAFT_NULL,          /* blank on purpose */
    JIXIAO_DRAFT_CLEAR,         /* not stated any longer */
    JIXIAO_DRAFT_INSERT,        /* a new entry in front of that one */
    JIXIAO_DRAFT_REMOVE,
    JIXIAO_DRAFT_MOVE,          /* the entry at `from` to that place */
    JIXIAO_DRAFT_NONE,          /* a list that has no entries, stated so */
    JIXIAO_DRAFT_QUOTE,         /* a figure of a text, as a reference */
    JIXIAO_DRAFT_ANSWER         /* words that explain what a rule finds there;
                                   blank: none any longer */
};

struct jixiao_draft_change {
    enum jixiao_draft_op op;
    const char *pointer;
    const char *words;          /* of SET, TEXT and ANSWER; of INSERT into a
                                   map (its pointer and /-): what the entry is
                                   called, as its first member has it */
    const char *code;           /* of ANSWER: the rule's */
    const char *figure, *reference;     /* of QUOTE; the reference as
                                   jixiao_draft_search() gives it */
    const char *from;           /* of MOVE, in the same list */
    const char *kind;           /* of INSERT: the member that the entry is there
                                   for; NULL: a text, or all it has to have */
    bool against;               /* of SET and TEXT: also what a formula gives */
};

/*
 * Makes all changes, as one step, or none.  False where one of them cannot be
 * made, or where the data would lose its shape: refused says which, by pointer.
 * understood gets hints of what words were taken for.  join: it becomes a part
 * of the step before it.
 */
JIXIAO_API bool jixiao_draft_change(struct jixiao_draft *draft,
    const struct jixiao_draft_change *changes, size_t count, bool join,
    struct jixiao_findings *understood, struct jixiao_findings *refused);

/* A step back, or forth again.  False, with a finding, where it cannot be kept;
 * where there is none, nothing happens. */
JIXIAO_API bool jixiao_draft_undo(struct jixiao_draft *draft,
    struct jixiao_findings *findings);
JIXIAO_API bool jixiao_draft_redo(struct jixiao_draft *draft,
    struct jixiao_findings *findings);

/* Writes the file, whole or not at all, and drops the journal.  False, with a
 * finding, where it is another file by now and overwrite is not set. */
JIXIAO_API bool jixiao_draft_save(struct jixiao_draft *draft, bool overwrite,
    struct jixiao_findings *findings);

/* An attachment as a part of a page (stylesheets/edit/article.xsl), and the
 * style of all (typography.xsl); freed with free().  NULL, with findings where
 * something is wrong, and without where there is no such attachment. */
JIXIAO_API char *jixiao_draft_html(struct jixiao_draft *draft,
    const char *attachment, size_t *length,
    struct jixiao_findings *findings);
JIXIAO_API char *jixiao_draft_css(struct jixiao_draft *draft, size_t *length,
    struct jixiao_findings *findings);

enum jixiao_draft_value_state {
    JIXIAO_DRAFT_STATED,
    JIXIAO_DRAFT_BLANK,         /* null */
    JIXIAO_DRAFT_ABSENT,
    JIXIAO_DRAFT_DERIVED,
    JIXIAO_DRAFT_OVERRIDDEN     /* stated where a formula gives a value */
};

/* Strings that there are none of are NULL. */
struct jixiao_draft_place {
    const char *pointer, *title, *description, *where;
    const char *type;           /* amount, rate, ..., or choice, list, object */
    const char *unit, *shown_unit;
    enum jixiao_draft_value_state state;
    const char *formula;        /* in words */
    const char *words;          /* what would state it again */
    const char *source;         /* of a text, with references */
    const char *list;           /* that it is in an entry of */
    size_t index;               /* of that entry */
    size_t count;               /* of a list */
};

typedef void jixiao_draft_place_visitor(void *user,
    const struct jixiao_draft_place *place);

/* A choice, or a kind of entries: what is said, and what it is called. */
typedef void jixiao_draft_choice_visitor(void *user, const char *name,
    const char *title);

/* What there is to know of a place; choices are those of a value, or the kinds
 * of a list's entries where there are several.  False where the edition has no
 * such place, or, with a finding, memory ran out. */
JIXIAO_API bool jixiao_draft_look(struct jixiao_draft *draft,
    const char *pointer, jixiao_draft_place_visitor *visit,
    jixiao_draft_choice_visitor *choose, void *user,
    struct jixiao_findings *findings);

/* A value that a text may quote. */
struct jixiao_draft_value {
    const char *reference;      /* what goes between the braces */
    const char *title, *where, *words;
};

typedef void jixiao_draft_value_visitor(void *user,
    const struct jixiao_draft_value *value);

/* Values whose places have all of some words in them, at most so many. */
JIXIAO_API bool jixiao_draft_search(struct jixiao_draft *draft,
    const char *words, size_t most, jixiao_draft_value_visitor *visit,
    void *user, struct jixiao_findings *findings);

/* Builds the set of the draft as it is now, saved or not: jixiao_build(). */
JIXIAO_API bool jixiao_draft_build(struct jixiao_draft *draft,
    const struct jixiao_build *build, struct jixiao_outcome *outcome,
    struct jixiao_findings *findings);

#ifdef __cplusplus
}
#endif

#endif
