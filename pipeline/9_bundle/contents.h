#ifndef CONTENTS_H
#define CONTENTS_H

/*
 * What a set consists of, as XML (schemas/common/set.rng): its attachments,
 * their files, what was found and by which rules.  The check report and the
 * index page are made of it.
 *
 * Ownership: what a source names is borrowed, and lives as long as the
 *            contents; names of files are copied.
 * Errors:    memory that runs out is sticky until contents_tree().
 */

#include <libxml/tree.h>

#include "0_base/findings.h"
#include "6_rules/rules.h"
#include "8_formats/formats.h"

struct contents_source {
    xmlDocPtr documents;        /* the page model of all attachments */
    const char *path;           /* of the data file */
    const char *digest;         /* of the data file, SHA-256 */
    const char *program;
    const char *manifest;       /* its file name */
    const struct findings *findings;
    const struct rules *rules;
    const struct rule_tally *tallies;   /* what each rule came to */
    xmlDocPtr correction;       /* the changes of set.rng; NULL: none */
    const char *build, *script; /* of <watch> of set.rng; NULL: there is none */
};

struct contents;

/* NULL where memory runs out. */
struct contents *contents_new(const struct contents_source *source);
void contents_free(struct contents *contents);          /* NULL is allowed */

/* A file of an attachment of the page model; of its root element, the whole
 * set in one; of NULL, the check report. */
struct contents_file {
    enum format format;
    const char *name;
    size_t size;                /* in bytes */
    size_t pages;               /* 0: of no paged format, or not known */
};

void contents_add_file(struct contents *contents, xmlNodePtr of,
    const struct contents_file *file);

/* Adds the hints that were found since the contents were made, or since the
 * last call: what pages show otherwise than was wanted.  What else is found
 * meanwhile is about files of this machine.  Whether there were any. */
bool contents_add_hints(struct contents *contents);

/* Takes them out again. */
void contents_drop_hints(struct contents *contents);

/* All so far, borrowed; NULL where memory has run out. */
xmlDocPtr contents_tree(const struct contents *contents);

/* Put what was found behind the values of the page model that it is about, as
 * marks_put() has it. */
bool contents_mark(const struct contents *contents);

#endif
