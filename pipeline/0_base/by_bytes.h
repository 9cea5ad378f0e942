#ifndef BY_BYTES_H
#define BY_BYTES_H

#include <dirent.h>

/* An order for scandir(): that of the bytes of the names, whatever language a
 * program that embeds the library has set. */
int by_bytes(const struct dirent **left, const struct dirent **right);

#endif
