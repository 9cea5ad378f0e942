#ifndef RESERVED_H
#define RESERVED_H

/*
 * Names of members that mean the same in the data of every edition.  What all
 * others mean is said by the schema of one.
 */

#define RESERVED_SCHEMA "$schema"
#define RESERVED_EDITION "edition"      /* that the data is of */

/* Lists of answers: to warnings, and to who asks why a filed value changed. */
#define RESERVED_EXPLANATIONS "explanations"
#define RESERVED_CORRECTIONS "corrections"

/* In an answer. */
#define RESERVED_RULE "rule"            /* of the warning: its code */
#define RESERVED_POINTER "pointer"      /* to what it is about */
#define RESERVED_REASON "reason"

#endif
