#ifndef EDITION_H
#define EDITION_H

/*
 * An edition: the forms of one authority and year, all of it data.
 *
 *   schemas/<edition>/submission.schema.json   shape, labels, units
 *   schemas/<edition>/formulas.xml             what follows from what
 *   schemas/<edition>/rules.xml                what must agree
 *   schemas/<edition>/language.xml             words of its own, if it has any
 *   schemas/<edition>/summary.json             what stands in a summary of
 *                                              many sets, if anything
 *   stylesheets/<edition>/forms.xsl            the attachments
 *   stylesheets/<edition>/check-report.xsl, archive-metadata.xsl,
 *       archive-record.xsl, correction.xsl and circular.xsl
 *                              the check report, what is registered of an
 *                              archive, its record, the notice of a correction
 *                              and the circular of a run, where they are not
 *                              those of stylesheets/common
 */

#include "0_base/findings.h"
#include "0_base/lexicon.h"
#include "0_base/resources.h"
#include "0_base/value.h"
#include "15_summary/columns.h"
#include "2_schema/schema.h"
#include "4_formulas/formulas.h"
#include "6_rules/rules.h"
#include "7_forms/stylesheet.h"

enum edition_sheet {
    EDITION_FORMS,
    EDITION_REPORT,
    EDITION_METADATA,
    EDITION_RECORD,
    EDITION_CORRECTION,
    EDITION_CIRCULAR,
    EDITION_SHEET_COUNT
};

struct edition {
    char *name;
    struct schema *schema;
    struct formulas *formulas;
    struct print_style style;
    struct resources resources;
    /* NULL until asked for: */
    struct lexicon *lexicon;
    struct rules *rules;
    struct columns *columns;
    struct stylesheet *sheets[EDITION_SHEET_COUNT];
};

/* Whether there is such an edition, built in or in the data folder; *failed
 * becomes true where memory ran out. */
bool edition_exists(const struct resources *resources, const char *name,
    bool *failed);

/* Appends the name of the k-th that is built in; false after the last. */
bool edition_name(size_t k, struct buffer *out);

/* Appends the names of all that are built in, as listed.h has them. */
void edition_list(struct buffer *out);

/* Sets out to the built-in name most like this one; false if none is near. */
bool edition_nearest(const char *name, struct buffer *out);

/* Sets out to the name of the edition asked for, or, for NULL, of the last one
 * that is built in; false with a usage finding if there is none. */
bool edition_choose(const struct resources *resources, const char *asked,
    struct buffer *out, struct findings *findings);

/* What every set needs: the schema and the formulas.  NULL, with the reasons in
 * findings, where one of them cannot be used. */
struct edition *edition_load(const struct resources *resources,
    const char *name, struct findings *findings);
void edition_free(struct edition *edition);             /* NULL is allowed */

/* What few need is loaded when it is first asked for; NULL, with a finding,
 * where it cannot be used. */
const struct lexicon *edition_lexicon(struct edition *edition,
    struct findings *findings);
const struct columns *edition_columns(struct edition *edition,
    struct findings *findings);
const struct stylesheet *edition_sheet(struct edition *edition,
    enum edition_sheet sheet, struct findings *findings);

/* The rules of an edition that has none yet, with the lexicon, for
 * jixiao_open_rules() alone: others would have them without the changes that
 * were asked for. */
struct rules *edition_load_rules(struct edition *edition,
    struct findings *findings);
void edition_drop_rules(struct edition *edition);

#endif
