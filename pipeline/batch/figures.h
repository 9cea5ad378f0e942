#ifndef FIGURES_H
#define FIGURES_H

/* Whole numbers in the arguments of options. */

#include <stdbool.h>
#include <stddef.h>

/* False where the text is anything but digits, or out of bounds. */
bool figures_read(const char *text, size_t length, size_t least, size_t most,
    size_t *number);

#endif
