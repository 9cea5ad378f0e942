/* Asks the system for memory in large pages. */

#define _DEFAULT_SOURCE         /* madvise() */

#include "0_base/large.h"

#include <stdlib.h>
#include <sys/mman.h>

void *large_new(size_t size)
{
    void *memory = aligned_alloc(LARGE_PAGE, size);

    if (memory)
        madvise(memory, size, MADV_HUGEPAGE);
    return memory;
}
