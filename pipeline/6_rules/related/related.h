#ifndef RELATED_H
#define RELATED_H

/*
 * Functions for rules that compare texts with each other and with the data;
 * those on one text by itself are in text.h, the namespace is the same.
 *
 * Texts: a node's text is what the form prints.  A part of it that a
 *        reference printed is a quotation, the rest is typed.  Letters are
 *        ideographs, other letters, digits, %, ‰; white space and punctuation
 *        are not, and a full-width sign is the same letter as the ASCII one.
 * Nodes: of a set that stands for one node the first counts; of an element
 *        that is no text, the text is all its leaves' texts one after the
 *        other: an indicator reads 结案率≥95%….
 *
 * Figures:
 *   t:known-figures(node)     "9.99万元→{{expenditure.three_public.total.final}}；
 *       735人次→{{reception_visits.persons}}": every typed figure that equals one
 *       of the data, and the reference that would print it; where several of
 *       the data are equal all of them, "…" for more than four.  First comes
 *       what is called by most of the labels before the figure, in the entry
 *       around the text rather than outside it, and then the shortest path,
 *       the first in the data.  Amounts are compared in yuan, rates in percent
 *       without their sign, others by number and unit.  A figure of three
 *       digits and more also equals what rounds half up to it, where none is
 *       equal to it; fewer must be exact.  Of a value that a figure of less
 *       than three digits, zeros at its end aside, is equal to, or that is in
 *       another entry of the list that the text is in (another project), the
 *       clause has to speak: two neighbouring letters of a label or key on the
 *       way to the value are in it.
 *   t:unknown-figures(node)   "61%、75人": every typed figure of money, percent
 *       or people (人) that rounds no figure of the data, of those that are
 *       stated in texts without other words neither; for 人 the unit in the
 *       data is free (户, 名).  Nor does it follow from the data, nor is it the
 *       rest of its sentence (derived.h).  Of those that are not exact only an
 *       amount of three digits and more is told, 268万余元, with no value of the
 *       data from there to one more.
 *   t:unknown-figure(node)    the first of these
 *   t:twisted-figures(node)   "1721批次≠1712批次": every typed figure in other
 *       units than these, of three digits and more, that is no value of the
 *       data, nor follows from any, but with two neighbouring digits turned
 *       round is one that its clause speaks of
 *   t:turned-change(node)     "增加25.1万元≠−25.1万元": the first typed figure
 *       behind a word for a change, in a sentence that compares with another
 *       year, that no value of the data rounds to but changes, by their
 *       labels, in the other direction; fewer than three digits are looked up
 *       among those of rows that the sentence names
 *   All pass over what coincides too easily: 0, 100 %, and counts below 10
 *   of other things than money and percent; what is typed as an entry's own
 *   name (x-key); dates; and limits of rules (5万元以上的支出经集体研究).
 *
 * Likeness:
 *   t:twins(nodes, share)     the nodes whose text is nearly equal to that of
 *       an earlier node of the set: at least share percent of the pairs of
 *       neighbouring letters in common (Dice: twice the common ones by the
 *       sum of both).  Texts of less than 12 letters do not count, nor do
 *       quotations of so many.  All such nodes are found, none is missed, in
 *       time that grows with the text and not with its square, but for texts
 *       made so that all their pairs occur in many others.
 *   t:twin(node)              what t:twins last found a node to be like, the
 *       equal one rather than one that is nearly so
 *   t:overlap(text, other)    how many percent of the pairs of neighbouring
 *       letters of text (string or node) are in other (string, or all nodes
 *       of a set together): "63"; "" for less than two letters
 *   t:uncovered(text, other, share)   the first clause of text, up to 。；！？
 *       or the end of a line, or to a comma between two figures, that other
 *       covers by less than share percent, as t:overlap has it; clauses of less
 *       than 4 letters do not count, and where other has no letters none does
 *   t:repeated(nodes, groups) the nodes with the same letters as an earlier
 *       node of the set that stands in the same of the groups: the nearest of
 *       these nodes around it, or none
 *   t:original(node)          the first such node, where t:repeated has found
 *       that this one repeats it
 *   t:recurring(nodes, others, least)     the nodes with the same letters as
 *       one of the others, of another tree perhaps, and at least so many;
 *       years, four digits before 年, count as the same letter, whichever they
 *       are
 *   t:former(node, root)      the node of another tree below that root that
 *       stands where this one does below its own: by the names on the way, of
 *       entries by what names them (x-key), or else by their number
 *
 * Wording:
 *   t:near-name(text, names, distance)    the first wording in text (string,
 *       or node, of which the typed part counts) that is like a name (string,
 *       or each node of a set) and not it: one to distance letters replaced,
 *       left out or put in, at most a third of the name's, and not its first
 *       or last one, so that a shorter or longer phrase is none.  What is
 *       part of a name as it should be, has a mark of punctuation in it, a
 *       digit where the name has none (园区2个地块), or only a 的 more, is no
 *       such wording, nor what goes on with the letters that it lacks
 *       (片区收储土地 for 片区土地收储), nor a longer one that ends with
 *       the last letter alone (道路安防设施 for 道路建设); nor are names
 *       below 6 letters looked for.
 *   t:meant-name(text, names, distance)   the name that wording is like
 *   t:cut-name(text, names, distance)     the first wording like a name of
 *       which letters are all left out, or all put in, or that are in another
 *       order: 县卫健局 of 县卫生健康局, but not 县民政局
 *   t:uncut-name(text, names, distance)   the name that wording is like
 *   t:variant(nodes, pairs)   of pairs "两金三制=二金三制 分值=权重": where both
 *       are typed somewhere among the nodes, the nodes with the rarer one, or
 *       with the second one if none is
 *   t:variant-of(node, pairs) "二金三制≠两金三制": of a node that the last
 *       t:variant of these pairs gave, its wording and the usual one
 *
 * Labelled figures, of a text (string or node), quotations included:
 *   t:rate-differs(text, nodes)     "结案率90%≠100%": the first percentage of a
 *       term in …率 (调解成功率不低于61%, 参训率≥90%) for which the nodes give others
 *       and none that is equal.  The terms are equal, or one is the end of
 *       the other (结案率, 法定期限内结案率) and all terms of the nodes with that
 *       end are, too.
 *   t:figure-differs(text, nodes)   "受理案件201件≠203件": the first figure with a
 *       unit whose label, 4 ideographs and more right before it, has in the
 *       nodes one other value of this unit.  The labels are equal, or one is
 *       the end of the other; the sentences name the same years, that of the
 *       data aside; at least one of the two figures is typed and none of the
 *       data's; and neither the text nor the nodes give the label two values.
 *   t:stated-otherwise(text, targets, actuals)  "设备完好率目标95%≠≥90%": the first
 *       typed figure that the text calls the target or the result of an entry,
 *       whose cells say another one; or what it is said to have more or less
 *       than its target, "13.2公里−12公里=1.2≠1.6公里", or to be of it in
 *       percent.  What the entry is called by (measures.h) and the figure have
 *       nothing between them but such words, marks and other figures, and the
 *       sentence tells of this year.
 *   t:planned-otherwise(text, targets, actuals)  "设备完好率≥95%≠≥90%": the same of
 *       a text that is a plan, where the figure behind a name is its target, at
 *       least or at most so much as well
 *   t:called-otherwise(text, values)    "公务用车保有量12辆≠11辆": the first exact
 *       figure behind a word that the language has for the path of a value
 *       (list called), in the unit of that value, which is another one; other
 *       figures and 、 may stand between
 *   t:denied-otherwise(text, values)    "没有因公出国（5万元）": the first of the
 *       values that is more than nothing, while the text says there was none
 *       of what the language calls it (list denied)
 *   t:called-reached(text, targets, actuals)    "结案率达到预期目标（85%，≥90%）": the
 *       first target that the text says to be reached, or missed, while the
 *       cells of its entry tell the contrary; or all of the text's own table
 *       to be reached, 各项指标均完成, with the first that is missed.
 *   The nodes are other texts: where the text is among them, it agrees.
 *
 * Results are "" or no nodes where there is nothing to tell.
 */

#include <libxml/xpath.h>
#include <stdbool.h>

#include "6_rules/text/text.h"

#define RELATED_NAMESPACE TEXT_NAMESPACE

/* What the functions keep of one submission.xml: made at the first call that
 * needs it.  The tree and the lexicon are borrowed, and the tree must not
 * change meanwhile. */
struct related;

/* Its scope for the functions of text.h; NULL for NULL. */
struct text_scope *related_scope(struct related *related);

struct text_memory;

/* NULL if memory runs out; related_free() allows NULL.  Elements that the
 * evaluation of the submission has listed are borrowed from it, and so is the
 * memory of texts; NULL is allowed. */
struct related *related_new(xmlDocPtr submission,
    const struct lexicon *lexicon, struct text_memory *memory);
void related_free(struct related *related);

/*
 * Make the functions known to a context, and the prefix t.  context->user
 * borrows related while the context lives; NULL where none of them will be
 * called.  It serves one evaluation at a time.  False if memory runs out.
 */
bool related_register(xmlXPathContextPtr context, struct related *related);

#endif
