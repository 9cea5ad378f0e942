#ifndef REFERENCES_NOTATION_H
#define REFERENCES_NOTATION_H

/* How a reference is written: its braces, its path and its notations. */

#include <stdbool.h>

#define REFERENCE_OPENING "{{"
#define REFERENCE_CLOSING "}}"
#define REFERENCE_ESCAPE '\\'

/* The closing braces of the reference that begins there, behind its opening
 * ones; NULL where it ends, or another one opens, without any. */
const char *reference_closing(const char *begin);

/* The braces of the next reference of a text, from a place in it on, with those
 * that close it; NULL where none is left. */
const char *reference_next(const char *text, const char *from,
    const char **closing);

/* Cuts what stands between the braces into its path, which is answered, and its
 * notations, which are NULL where there is none. */
char *reference_split(char *source, char **notations);

/* Takes the next notation of a list; NULL where none is left. */
char *notation_next(char **rest);

/* The same text without white space around it, which it is cut by. */
char *notation_trim(char *text);

/* Whether a sign of full width stands for one that paths are written with, as
 * ｜ for |. */
bool notation_is_wide(unsigned code);

#endif
