#ifndef FIXTURE_H
#define FIXTURE_H

/*
 * What the tests of stages stand on: a folder of files that goes away again,
 * findings and trees as text to compare.
 *
 * Ownership: what fixture_*() gives as text lives until the next call of the
 *            same function.
 * Errors:    a fixture that cannot be made ends the program: no test could
 *            say anything then.
 */

#include <libxml/tree.h>

#include "0_base/findings.h"
#include "0_base/lexicon.h"
#include "0_base/resources.h"
#include "0_base/value.h"
#include "1_read/json.h"
#include "2_schema/schema.h"
#include "6_rules/rules.h"
#include "jixiao.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

/* Findings of the stages as jixiao.h has them. */
static inline struct jixiao_findings *fixture_outside(
    struct findings *findings)
{
    return (struct jixiao_findings *)findings;
}

/* Says why a test, or a part of it, cannot be done here; it counts as done. */
__attribute__((format(printf, 1, 2)))
void fixture_skip(const char *format, ...);

/* A folder below /tmp, also as resources with it as their data folder. */
struct fixture {
    char path[64];
    struct resources resources;
};

void fixture_begin(struct fixture *fixture);
void fixture_end(struct fixture *fixture);      /* removes all below it */

/* Writes a file, and the folders that its name leads through. */
void fixture_write(const struct fixture *fixture, const char *name,
    const char *text);

/* The lexicon that is built in, or of the data in the folder $UNIT_DATA, where
 * mutants are tried; it lives as long as the program. */
const struct lexicon *fixture_lexicon(void);

/* A file of rules, loaded without a finding, and formulas of which there are
 * none; the caller frees both. */
struct rules *fixture_rules(const struct fixture *fixture, const char *text,
    struct formulas **formulas, struct findings *findings);

/* "R001 2:5 /title, F002 0:0", sorted by place; "" for none. */
const char *fixture_codes(struct findings *findings);

/* The sentence of the k-th finding; "" where there are not so many. */
const char *fixture_sentence(const struct findings *findings, size_t k,
    enum language language);

/* JSON with ' for ", so that it reads well in C. */
struct json *fixture_json(const char *text, struct findings *findings);

/* XML in memory, without blanks between elements. */
xmlDocPtr fixture_xml(const char *text);

/*
 * A data file that has been transformed, and what a stage after it needs.
 * In both texts ' stands for ".  The schema is that of the edition "e" in
 * the folder.
 */
struct fixture_set {
    struct fixture folder;
    struct findings *findings;
    struct schema *schema;
    struct json *json;
    xmlDocPtr doc;
    struct print_style style;
};

void fixture_set_begin(struct fixture_set *set, const char *schema,
    const char *data);
void fixture_set_end(struct fixture_set *set);

/*
 * Writes a small edition of that name: year, two amounts and their sum, a
 * note, explanations; a formula, a rule, forms with two attachments, and a
 * check report.
 */
void fixture_write_edition(const struct fixture *fixture, const char *name);

/* Writes a file of "rules" or of "formulas", elements being what is in it. */
void fixture_write_list(const struct fixture *fixture, const char *path,
    const char *list, const char *elements);

/* Writes a file that is built in, so that a data folder has it, too. */
void fixture_copy(const struct fixture *fixture, const char *path);

/* An element as XML, as it is. */
const char *fixture_element(xmlNodePtr node);

/* The string value of an XPath expression on a tree; "?" if it fails. */
const char *fixture_xpath(xmlDocPtr doc, const char *expression);

#endif
