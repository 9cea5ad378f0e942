#ifndef SIGNS_H
#define SIGNS_H

/*
 * Signs that figures and texts are written with, the same in every
 * language.  Words are phrases (phrases.def) or words of the language
 * (lexicon.h).
 */

#define SIGN_MINUS "−"          /* no hyphen: GB/T 15835-2011 */
#define SIGN_DIVIDED "÷"
#define SIGN_UNEQUAL "≠"
#define SIGN_AT_LEAST "≥"
#define SIGN_AT_MOST "≤"
#define SIGN_ARROW "→"          /* to what is meant, in lists of words, too */
#define SIGN_BLANK "␣"
#define SIGN_CUT "…"            /* there is more of it */

/* Between quotations of the data, whose own commas are 、. */
#define SIGN_AND "、"
#define SIGN_AND_THEN "；"
#define SIGN_COMMA "，"
#define SIGN_OPENING "（"
#define SIGN_CLOSING "）"

#endif
