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
#include "library/edition_names.h"

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

/* Sets out to the name of the edition asked for, or, for NULL, of the last one;
 * false with a usage finding if there is none. */
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

/* Whether its schemas say nothing that nobody reads, as a misspelt keyword;
 * each is a finding in its file. */
bool edition_check_schemas(const struct edition *edition,
    struct findings *findings);

#endif
