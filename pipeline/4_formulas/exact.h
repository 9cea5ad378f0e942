#ifndef EXACT_H
#define EXACT_H

/*
 * Exact functions for XPath: what formulas, rules and stylesheets calculate
 * and compare with, so that no double ever touches a figure.
 *
 * Arguments: a node counts with its @value (first node of a set, or, for
 *            x:sum and x:known, every node); a string is a decimal in the base
 *            unit of its type (value.h); an XPath number must be whole.  A
 *            node without @value and the empty string are blank.
 * Results:   decimal strings; a blank operand makes a blank result ("").
 *            places are those of the result, or as many of them as
 *            leave it room; without them it is exact as far as there is room.
 *
 *   x:sum(nodes)                   blank for no nodes, too
 *   x:known(nodes)                 the sum of those that are not blank: what
 *                                  there is at least, if none is negative
 *   x:difference(a, b)             a - b
 *   x:product(a, b, places?)
 *   x:ratio(a, b, places?)         a / b in percent; blank where b is 0
 *   x:change-rate(now, before, places?)    in percent of before
 *   x:share(points, rate, places?) points * rate / 100
 *   x:min(a, b)  x:max(a, b)
 *   x:round(a, places)
 *   x:compare(a, b)                "-1", "0", "1"
 *   x:is-blank(node)               boolean: no value and no words
 *   x:print(a, notation)           as the edition prints it; notations of
 *                                  references (value.h); a node brings its
 *                                  type and unit, a string is an amount for
 *                                  元 and 万元, a rate for %
 *   x:prints-alike(a, b)           boolean: whether two leaves have the same
 *                                  figure as printed, zeros at the end aside;
 *                                  true where one is blank
 *   x:date(iso)                    2024年4月24日
 *   x:contains-year(text, year)    boolean: "…2023年…"
 *   x:tag(pointer)                 ten characters [a-z2-7] (digest.h)
 */

#include <libxml/xpath.h>
#include <libxslt/xsltInternals.h>

#include "0_base/value.h"
#include "4_formulas/sums.h"

#define EXACT_NAMESPACE "urn:jixiao:exact"

/* What the functions of an XPath context work with. */
struct exact {
    const struct print_style *style;
    xmlNodePtr lack;            /* the first operand that was blank, or was
                                   divided by and 0, since it was NULL */
    struct figure printed;      /* what x:print printed last */
    bool has_printed;           /* since this was false */
    struct sum *sum;            /* what x:sum made last; NULL: nobody asks */
    int places;                 /* the fewest that a result was rounded to;
                                   negative: none was, since it was that */
};

/*
 * Make the functions known to an XPath context or a transformation.  exact, or
 * style, is borrowed while the context lives.  False if memory runs out.
 */
bool exact_register_xpath(xmlXPathContextPtr context, struct exact *exact);
bool exact_register_xslt(xsltTransformContextPtr context,
    const struct print_style *style);

/* The function of a name, for an XPath context whose user data are a struct
 * exact; NULL: there is none. */
xmlXPathFunction exact_function(const char *name);

#endif
