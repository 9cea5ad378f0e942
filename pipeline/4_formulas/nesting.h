#ifndef NESTING_H
#define NESTING_H

/*
 * How deep in the brackets of an expression one is; what is in quotation marks
 * opens none and closes none.
 *
 *     struct nesting nesting = { 0 };
 *     for (; *text; text++)
 *         if (nesting_take(&nesting, *text) && nesting.depth == 0) ...
 */

#include <stdbool.h>

struct nesting {
    int depth;                  /* of ( and [ */
    char quote;                 /* the mark that is open, or 0 */
};

/* Takes the next byte; whether it stands outside of quotation marks. */
bool nesting_take(struct nesting *nesting, char byte);

#endif
