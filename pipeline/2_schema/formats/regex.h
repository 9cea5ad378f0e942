#ifndef REGEX_H
#define REGEX_H

/*
 * Regular expressions of ECMA-262 in its Unicode mode, run by PCRE2.
 *
 * PCRE2 reads most of them the same way.  What it would read otherwise is
 * rewritten (\s, \p{Letter}, surrogate pairs), and what only PCRE2 knows
 * ((?i), \Z, possessive quantifiers) is refused.
 */

#include <stdbool.h>
#include <stddef.h>

struct regex;

enum regex_fault { REGEX_OK, REGEX_MALFORMED, REGEX_NO_MEMORY };

enum regex_fault regex_compile(const char *pattern, size_t length,
    struct regex **out);
void regex_free(struct regex *regex);           /* NULL is allowed */

/* Whether some part of the text matches.  One that takes too long to find
 * out does not.  *failed is set where memory ran out. */
bool regex_matches(const struct regex *regex, const char *text,
    size_t length, bool *failed);

#endif
