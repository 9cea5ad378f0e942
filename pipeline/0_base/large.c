/* Asks the system for memory in large pages, and keeps what it gave. */

#define _DEFAULT_SOURCE         /* madvise() */

#include "0_base/large.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#define FIRST_MEMORY ((size_t)16 << 20)    /* most commands use less */

bool large_is_left(size_t size)
{
    void *room = mmap(NULL, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1,
        0);

    return room != MAP_FAILED && munmap(room, size) == 0;
}

void *large_new(size_t size)
{
    void *memory = aligned_alloc(LARGE_PAGE, size);

    if (memory)
        madvise(memory, size, MADV_HUGEPAGE);
    return memory;
}

/* The memory that comes first is used in large pages where the system has any:
 * to be given it page by page takes a sixth of the time of a check. */
static void ask_for_large_pages(void)
{
#ifdef MADV_HUGEPAGE
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    char *memory = malloc(FIRST_MEMORY);
    size_t before = memory ? page - (uintptr_t)memory % page : 0;

    if (memory)
        madvise(memory + before, FIRST_MEMORY - page, MADV_HUGEPAGE);
    free(memory);
#endif
}

void memory_keep(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
    ask_for_large_pages();
#endif
}
