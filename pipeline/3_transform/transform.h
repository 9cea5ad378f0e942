#ifndef TRANSFORM_H
#define TRANSFORM_H

/*
 * Data and schema to submission.xml (schemas/common/submission.rng).
 *
 * The transformer knows types, not members: what there is, and in which
 * order, says the schema, and these annotations of it:
 *
 *   title, x-label       the label; x-label where the print differs
 *   x-type, x-unit       a leaf: value.h.  x-unit-from names the member
 *                        beside it that holds the unit, which then also
 *                        tells the type
 *   x-label-from         on a leaf: the member beside it that holds its label;
 *                        on an object: the member of it that does, which
 *                        entries of a list with x-key should have
 *   x-asked              level of the finding when it is blank
 *   x-asked-rule         the rule that finds it, if not the general one
 *   x-attachment         the attachment that this and what is in it belong to
 *   x-place              how findings name it, {member} in it being what a
 *                        member of the root says: {year|本}年决算数, with what
 *                        stands for it where it is blank
 *   x-key                on a list: the member that names an entry
 *   x-value              on an object: the member that stands for it
 *   x-outline            a part of a report's outline
 *   x-places             at the root, or on a leaf or its type: an amount, or a
 *                        figure that a formula gives, is printed with so many
 *                        decimals at most.  What else is stated, the figures
 *                        with x-unit-from among them, is never rounded.
 *   x-keep-zeros         there, too: zeros at the end are dropped (false),
 *                        printed up to x-places (true), or printed where the
 *                        data states them ("stated"): 874.20, but 8.8
 *   x-columns            on an object or list: figures of one name and unit in
 *                        it stand in one column, and where one of them keeps a
 *                        zero all have as many decimals: 874.20 above 8.80.
 *                        true for all names, "*" for one column of all names,
 *                        or the names, with blanks between
 *
 *   x-form               where a form has it: a member with this, and what is
 *                        in it, has to be printed wherever it is stated, and so
 *                        has one with x-attachment.  Its words name the
 *                        attachments; they are kept beside x-attachment, and at
 *                        members of the root
 *   x-printed            another place for it and what is in it: "form" as
 *                        above, "text" only where a text refers to it, which is
 *                        so where none of the three is stated, "none" nowhere,
 *                        as the form has no place for it
 *   x-next               what becomes of it, and of what is in it, in next
 *                        year's data: it is kept ("keep"), emptied since it is
 *                        of the year ("clear"), taken away since formulas give
 *                        it or nothing more is to be said of it ("drop"), or
 *                        is one more ("turn", of a year).  In submission.xml
 *                        leaves that are stated say so where it is one of the
 *                        two in the middle.
 *   x-next-from          the member beside it whose value it has next year
 *
 *   x-levels             on an object with lists of one kind in it: what those
 *                        lists, and what is around them, are called, from the
 *                        outside in, with blanks between; the heads of columns
 *                        in a workbook (16_sheet), where they are one table
 *
 *   x-export             on a value of an entry of such lists: the head of its
 *                        column in lists that other systems write; on a value
 *                        of what the lists are in, that of the column that says
 *                        whose lists they are
 *   x-export-words       on a choice with x-export: what stands in its column
 *                        where the entry has words in place of figures
 *
 *   x-choices            on a value with `enum`: what people read for each of
 *                        its strings, such as {"missed": "未达成"}; a cell of a
 *                        workbook has these words, and may have either
 *
 *   x-spoken             the same with what else people write for each of its
 *                        strings, with blanks between, which is read alone
 *
 * Members whose names begin with $ belong to JSON Schema and are left out.
 */

#include <libxml/tree.h>

#include "0_base/findings.h"
#include "0_base/value.h"
#include "1_read/json.h"
#include "2_schema/schema.h"

/* How the edition prints figures. */
struct print_style transform_style(const struct schema *schema);

/*
 * The tree, for submission_free(); NULL if memory runs out, or if the schema
 * names members without end, which is a finding.  It borrows from
 * all of the arguments, which have to outlive it.  The data has passed the
 * schema.
 */
xmlDocPtr transform(const struct json *json, const struct schema *schema,
    const char *edition, struct findings *findings);

#endif
