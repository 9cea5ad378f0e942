#ifndef FAULT_H
#define FAULT_H

/* The system's words for an errno, safe in threads. */

#define FAULT_TEXT_SIZE 128

const char *fault_text(int fault, char text[FAULT_TEXT_SIZE]);

#endif
