#ifndef FAULT_H
#define FAULT_H

/* What an errno says, for a placeholder of a sentence: in each language
 * (SLOT_ENGLISH), or in the system's words where it is a rare one.  Safe in
 * threads. */

#define FAULT_TEXT_SIZE 128

const char *fault_text(int fault, char text[FAULT_TEXT_SIZE]);

#endif
