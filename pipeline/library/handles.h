#ifndef HANDLES_H
#define HANDLES_H

/*
 * What is behind the handles of jixiao.h; for the files of this folder.
 *
 * The lists of findings that callers hold are those of the stages under
 * another name, and so are reports; levels and languages have the same numbers.
 */

#include <libxml/relaxng.h>

#include "0_base/findings.h"
#include "1_read/json.h"
#include "8_formats/formats.h"
#include "jixiao.h"
#include "library/edition.h"
#include "library/grammar.h"

/* As files that are made say who made them. */
#define PROGRAM "jixiao " JIXIAO_VERSION

struct jixiao {
    struct resources resources;
    const struct jixiao_rule_change *changes;   /* of all editions */
    size_t change_count;
    const char *only;                   /* jixiao_select(); NULL: all */
    bool and_stated;
    struct edition **editions;          /* those asked for so far */
    size_t edition_count;
    xmlRelaxNGPtr grammars[GRAMMAR_COUNT];  /* NULL until asked for */
    struct format_options paper;        /* jixiao_set_paper() */
    struct formats *formats;            /* NULL until asked for */
    struct stylesheet *index;           /* of the index page */
    struct schema *record_shape;        /* of the text form of records */
    struct schema *shard_shape;         /* of what stands in front of them */
};

struct jixiao_set {
    char *path;                         /* of the data file */
    struct json *json;
    struct edition *edition;
    xmlDocPtr submission;               /* complete */
    struct rule_tally *tallies;         /* what each rule came to; NULL: none
                                           was run, the set is last year's */
    struct workbook *workbook;          /* that the data is of; NULL: of none */
};

static inline struct findings *findings_inside(struct jixiao_findings *findings)
{
    return (struct findings *)findings;
}

static inline const struct findings *findings_within(
    const struct jixiao_findings *findings)
{
    return (const struct findings *)findings;
}

/* The edition of a name that data gives; NULL, with findings, where it cannot
 * be used. */
struct edition *jixiao_open_edition(struct jixiao *jixiao, const char *name,
    struct findings *findings);

/* Its rules, changed as was asked for; NULL, with findings, where they cannot
 * be used or not be changed so. */
const struct rules *jixiao_open_rules(const struct jixiao *jixiao,
    struct edition *edition, struct findings *findings);

/* The edition that a caller asks for, NULL being the last one that is
 * built in; NULL, with findings, also where there is none of that name. */
struct edition *jixiao_find_edition(struct jixiao *jixiao, const char *name,
    struct findings *findings);

/* The rules that were run on a set; NULL for none. */
static inline const struct rules *set_rules(const struct jixiao_set *set)
{
    return set->tallies ? set->edition->rules : NULL;
}

/*
 * Formulas, references and rules on a submission of the set's data, the set's
 * own or one that was made of the same data and changed.  counts are added to;
 * without those of rules, formulas do: it is last year's.
 */
bool set_evaluate(const struct jixiao_set *set, xmlDocPtr submission,
    xmlDocPtr previous, struct rule_counts counts,
    struct findings *findings);

/* Counts of zero for set_evaluate(), those of rules NULL where they are not to
 * be applied; false if memory runs out.  counts_end() frees them, then too. */
bool counts_begin(struct rule_counts *counts, const struct edition *edition,
    bool with_rules);
void counts_end(struct rule_counts *counts);

/* The page model of all attachments, with what is in the one of an id and
 * nothing in the others; NULL: in none.  The caller frees it. */
xmlDocPtr set_outline(const struct jixiao_set *set, const char *id,
    struct findings *findings);

/* The lines that findings about the set's data are about, where the list keeps
 * them. */
void set_keep_lines(const struct jixiao_set *set, struct findings *findings);

/* Evaluates all formulas and rules once more, and again with libxml2: where
 * the results are not the same, that is a finding, and false. */
bool set_compare(const struct jixiao_set *set, struct findings *findings);

/* The page model of the attachments that only names, as jixiao_print_document()
 * has it; the caller frees it.  What none of all attachments prints is a
 * finding, where all are asked for. */
xmlDocPtr set_document(const struct jixiao_set *set, const char *only,
    struct findings *findings);

#endif
