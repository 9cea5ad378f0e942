#ifndef FAULT_H
#define FAULT_H

/* Which call of which kind goes wrong in this run. */

#include <stdbool.h>

enum fault_kind {
    FAULT_MEMORY,       /* an allocation fails */
    FAULT_DATA,         /* an allocation fails, none while an edition is read */
    FAULT_DISK,         /* a call on a file fails */
    FAULT_GONE,         /* so do all calls on files behind it */
    FAULT_KILL          /* the program is killed before a call on a file */
};

/* Called by every wrapped allocation; true: fail now, errno is set. */
bool fault_in_memory(void);

/* Called before and after an edition is read. */
void fault_in_edition(bool begins);

/* Called by every wrapped call on files; may not return. */
bool fault_in_files(void);

/* Whether files are on a system without links, on which no file takes the name
 * of another, as on some of a network. */
bool fault_is_poor(void);

#endif
