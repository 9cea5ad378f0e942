#ifndef INTERRUPT_H
#define INTERRUPT_H

/*
 * Interrupts, SIGINT, SIGTERM and SIGHUP, counted while a pool runs instead of
 * ending the program.
 */

/* One pool at a time. */
void interrupt_begin(void);
void interrupt_end(void);       /* as it was before */

/* How many have come since it began. */
int interrupt_count(void);

#endif
