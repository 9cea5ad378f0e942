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
 *     struct jixiao_set *set = jixiao_read(jixiao, "data.json", findings);
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

/*
 * Read, check and complete one data file.  NULL where it has no shape to go
 * on with; findings of formulas, references and rules do not stop it.
 */
struct jixiao_set *jixiao_read(struct jixiao *jixiao, const char *path,
    struct findings *findings);
void jixiao_set_free(struct jixiao_set *set);   /* NULL is allowed */

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
enum jixiao_grammar { JIXIAO_SUBMISSION, JIXIAO_DOCUMENT };
bool jixiao_validate(struct jixiao *jixiao, enum jixiao_grammar grammar,
    xmlDocPtr intermediate, struct findings *findings);

struct jixiao_build {
    const char *output;         /* folder; the set gets a folder in it */
    format_set formats;
    const char *only;           /* as above */
};

struct jixiao_report {
    char *folder;               /* where the set is; freed by the caller */
    size_t counts[BUNDLE_CHANGE_COUNT];     /* what became of its files */
};

/* Whether two data files would write to the same folder. */
bool jixiao_same_folder(const char *path, const char *other);

/* Writes all files of a set, or none.  The findings so far stand on its index
 * page, and are sorted. */
bool jixiao_build(struct jixiao *jixiao, const struct jixiao_set *set,
    const struct jixiao_build *build, struct jixiao_report *report,
    struct findings *findings);

#endif
