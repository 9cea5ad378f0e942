#ifndef JIXIAO_H
#define JIXIAO_H

/*
 * jixiao: from one data file to the whole submission.
 *
 * The command line uses the library through this header alone, and so may a
 * system that embeds it:
 *
 *     jixiao_setup();
 *     struct jixiao_findings *findings = jixiao_findings_new();
 *     struct jixiao *jixiao = jixiao_open(NULL, findings);
 *     struct jixiao_set *set = jixiao_read_bytes(jixiao, "data.json", bytes,
 *         length, NULL, findings);
 *     struct jixiao_files *files = set ? jixiao_make(jixiao, set,
 *         &(struct jixiao_build){ .formats = "html" }, findings) : NULL;
 *     for (size_t k = 0; k < jixiao_files_count(files); k++)
 *         ... jixiao_files_get(files, k) ...
 *
 * Text:      UTF-8.  Of a text in all languages, the one of a language is at
 *            its number: finding.text[JIXIAO_ZH].
 * Ownership: what a function named _new, _open, _read, _make or _begin gives
 *            is the caller's, to be freed with the function that its comment
 *            names; what a *_get() fills in, and every string in it, is
 *            borrowed from the handle that it was asked of.  A set lives no
 *            longer than the jixiao that it was read with.
 * Errors:    everything that is wrong is in the findings, once; NULL or false
 *            only says that there is nothing to go on with.  Running out of
 *            memory is a finding, too; findings == NULL is not allowed.
 * Threads:   jixiao_setup() once; then each thread with a jixiao and findings
 *            of its own.
 */

#define JIXIAO_VERSION "0.1.0"

/* A part for each handle, or for what is asked of one. */
#include "jixiao/base.h"
#include "jixiao/findings.h"
#include "jixiao/editions.h"
#include "jixiao/paper.h"
#include "jixiao/data.h"
#include "jixiao/first.h"
#include "jixiao/workbooks.h"
#include "jixiao/stages.h"
#include "jixiao/files.h"
#include "jixiao/returned.h"
#include "jixiao/draft.h"
#include "jixiao/archives.h"
#include "jixiao/verification.h"
#include "jixiao/comparison.h"
#include "jixiao/records.h"
#include "jixiao/summaries.h"
#include "jixiao/reports.h"

#endif
