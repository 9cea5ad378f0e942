#ifndef WATCHING_H
#define WATCHING_H

/*
 * Waiting until a file is saved, however it is: written in place, or put in the
 * place of another one; it may be away for a while, and so may its folder.
 *
 * What happens only wakes; whether there is something new tells the state, so
 * that nothing is missed and several events of one save are one.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/digest.h"

struct watched {
    const char *path;           /* borrowed */
    bool is_tree;               /* a folder, with all that is below it */
};

/* Asks to be woken.  A handle for the other functions, to be closed with
 * watching_close(); negative, with errno, where the system cannot do it. */
int watching_open(const struct watched *list, size_t count);
void watching_close(int handle);

/* Waits until something has happened, or the program is interrupted
 * (interrupt.h); with no handle for a second. */
void watching_wait(int handle);

/* The state of all, once it stays as it is for a moment: whoever writes a file
 * piece by piece is waited for, but no longer than some seconds. */
void watching_look(const struct watched *list, size_t count,
    char state[DIGEST_TEXT_SIZE]);

#endif
