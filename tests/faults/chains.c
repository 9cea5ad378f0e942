/* The kinds of calls, in memory that children write too and a file can keep:
 * a kind is a digest of the nearest functions of the program, where they lie
 * in it.  Those of libraries lie elsewhere each time. */

#include <execinfo.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "chains.h"

#define FRAMES_READ 32
#define FRAMES_OWN 11               /* with three of the harness */
#define CALLS_MAX (1 << 15)
#define KINDS_MAX (4 * CALLS_MAX)   /* a power of two */

/* Given by the linker. */
extern const char __executable_start[], etext[];

static struct chains {
    unsigned long count, calls[CALLS_MAX];
    uint64_t kinds[KINDS_MAX];      /* by their digests; 0: free */
} *chains;

bool chains_open(const char *file)
{
    int opened = file ? open(file, O_RDWR | O_CREAT, 0600)
        : fileno(tmpfile());

    if (opened < 0 || ftruncate(opened, sizeof *chains) != 0)
        return false;
    chains = mmap(NULL, sizeof *chains, PROT_READ | PROT_WRITE, MAP_SHARED,
        opened, 0);
    close(opened);
    if (chains == MAP_FAILED)
        return false;
    chains->count = 0;
    return true;
}

/* FNV-1a, by whole addresses. */
static uint64_t kind_now(void)
{
    void *frames[FRAMES_READ];
    int count = backtrace(frames, FRAMES_READ), own = 0;
    uint64_t kind = 14695981039346656037u;

    for (int i = 0; i < count && own < FRAMES_OWN; i++) {
        const char *frame = frames[i];

        if (frame < __executable_start || frame >= etext)
            continue;
        kind = (kind ^ (uint64_t)(frame - __executable_start))
            * 1099511628211u;
        own++;
    }
    return kind != 0 ? kind : 1;
}

/* True if it was there. */
static bool is_known(uint64_t kind)
{
    size_t at = kind & (KINDS_MAX - 1);

    while (chains->kinds[at] != 0 && chains->kinds[at] != kind)
        at = (at + 1) & (KINDS_MAX - 1);
    if (chains->kinds[at] != 0)
        return true;
    chains->kinds[at] = kind;
    return false;
}

void chains_note(unsigned long n)
{
    if (is_known(kind_now()))
        return;
    if (chains->count == CALLS_MAX)
        abort();
    chains->calls[chains->count++] = n;
}

unsigned long chains_get(unsigned long k)
{
    return k < chains->count ? chains->calls[k] : 0;
}
