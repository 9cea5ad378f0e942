#ifndef JIXIAO_H
#define JIXIAO_H

/*
 * jixiao: from one data file to the whole submission.
 *
 * The command line (main.c) uses the stages through this header, and so may
 * a system that embeds them:
 *
 *     struct findings *findings = findings_new();
 *     struct jixiao *jixiao = jixiao_open(NULL, findings);
 *     struct jixiao_set *set = jixiao_read(jixiao, "data.json", NULL,
 *         findings);
 *     if (set)
 *         jixiao_build(jixiao, set, &options, &report, findings);
 *     status = findings_worst(findings);
 *
 * Stages:    1_read, 2_schema, 3_transform, 4_formulas, 5_references and
 *            6_rules make a set; 7_forms its page model; 8_formats and
 *            9_bundle its files.
 * Ownership: *_open() and *_read() give the caller what they return, to be
 *            freed with *_close() and jixiao_set_free(), in that order last
 *            to first; what a set gives out is borrowed from it.
 * Errors:    everything that is wrong is in findings, once; NULL or false
 *            only says that there is nothing to go on with.
 * Threads:   jixiao_setup() once; then each thread with a jixiao and findings
 *            of its own.
 */

#include <libxml/tree.h>

#include "0_base/findings.h"
#include "6_rules/rules.h"
#include "8_formats/formats.h"
#include "9_bundle/bundle.h"

#define JIXIAO_VERSION "0.1.0"

struct jixiao;
struct jixiao_set;

/* Prepares the libraries, once in a process, before any thread starts. */
void jixiao_setup(void);

/* data_dir holds schemas/ and stylesheets/ to use instead of those that are
 * built in; NULL for these.  It is borrowed.  Editions are compiled when the
 * first file asks for them, and kept. */
struct jixiao *jixiao_open(const char *data_dir, struct findings *findings);
void jixiao_close(struct jixiao *jixiao);       /* NULL is allowed */

/* What is different about a rule, by the code of the rule. */
enum jixiao_change_kind {
    JIXIAO_RULE_DISABLE,        /* it is left out */
    JIXIAO_RULE_LEVEL,
    JIXIAO_RULE_PARAMETER
};

struct jixiao_rule_change {
    enum jixiao_change_kind kind;
    const char *code;
    enum level level;           /* of JIXIAO_RULE_LEVEL */
    const char *name, *value;   /* of JIXIAO_RULE_PARAMETER */
};

/*
 * Change the rules of every edition that is opened from now on, one change
 * after the other; they are borrowed.  An edition that has no such rule or
 * parameter cannot be opened then: jixiao_read() and jixiao_edition_rules()
 * give NULL, with findings of LEVEL_USAGE that have no file.
 */
void jixiao_change_rules(struct jixiao *jixiao,
    const struct jixiao_rule_change *changes, size_t count);

/* The rules of an edition, as they are changed; NULL where it cannot be
 * used. */
const struct rules *jixiao_edition_rules(struct jixiao *jixiao,
    const char *edition, struct findings *findings);

/*
 * Read, check and complete one data file.  NULL where it has no shape to go
 * on with; findings of formulas, references and rules do not stop it.
 * previous is last year's set, for rules that compare with it, or NULL; it is
 * borrowed for this call.
 */
struct jixiao_set *jixiao_read(struct jixiao *jixiao, const char *path,
    const struct jixiao_set *previous, struct findings *findings);

/* Last year's file: its shape is checked and what follows from its figures is
 * filled in; of what it states nothing is found, it was filed as it is. */
struct jixiao_set *jixiao_read_previous(struct jixiao *jixiao,
    const char *path, struct findings *findings);
void jixiao_set_free(struct jixiao_set *set);   /* NULL is allowed */

const char *jixiao_edition(const struct jixiao_set *set);

/* The rules of its edition, and what each of them, in this order, came to. */
const struct rules *jixiao_rules(const struct jixiao_set *set);
const struct rule_tally *jixiao_tallies(const struct jixiao_set *set);

/* submission.xml (schemas/common/submission.rng). */
xmlDocPtr jixiao_submission(const struct jixiao_set *set);

/*
 * document.xml (schemas/common/document.rng) of the attachments that only
 * names: ids or kinds joined by commas, such as 附件2,附件4-1; NULL for all.
 * The caller frees it.  NULL where a stylesheet fails or a name is unknown.
 */
xmlDocPtr jixiao_document(const struct jixiao_set *set, const char *only,
    struct findings *findings);

/* Checks an intermediate against its grammar; false with findings. */
enum jixiao_grammar { JIXIAO_SUBMISSION, JIXIAO_DOCUMENT, JIXIAO_CONTENTS };
bool jixiao_validate(struct jixiao *jixiao, enum jixiao_grammar grammar,
    xmlDocPtr intermediate, struct findings *findings);

struct jixiao_build {
    const char *output;         /* folder; the set gets a folder in it */
    format_set formats;
    const char *only;           /* as above */
    bool clean;                 /* no findings marked in the attachments */
    bool verify;                /* what is made on the way, too */
};

struct jixiao_report {
    char *folder;               /* where the set is; freed by the caller */
    size_t counts[BUNDLE_CHANGE_COUNT];     /* what became of its files */
};

/* Whether two data files would write to the same folder. */
bool jixiao_same_folder(const char *path, const char *other);

/* Writes all files of a set, or none.  The findings so far stand in its check
 * report, on its index page and, unless clean, beside the values that they are
 * about; they are sorted. */
bool jixiao_build(struct jixiao *jixiao, const struct jixiao_set *set,
    const struct jixiao_build *build, struct jixiao_report *report,
    struct findings *findings);

#endif
