/* The order of a folder's names. */

#include "0_base/by_bytes.h"

#include <string.h>

int by_bytes(const struct dirent **left, const struct dirent **right)
{
    return strcmp((*left)->d_name, (*right)->d_name);
}
