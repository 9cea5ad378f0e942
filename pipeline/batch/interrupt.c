/* Counts signals. */

#include "batch/interrupt.h"

#include <signal.h>
#include <stddef.h>

static const int signals[] = { SIGINT, SIGTERM, SIGHUP };

#define SIGNAL_COUNT (sizeof signals / sizeof *signals)

static struct sigaction before[SIGNAL_COUNT];
static volatile sig_atomic_t count;

static void note(int number)
{
    (void)number;
    count = count + 1;
}

/* What the caller was started to ignore, as by nohup, stays ignored. */
void interrupt_begin(void)
{
    count = 0;
    for (size_t k = 0; k < SIGNAL_COUNT; k++) {
        sigaction(signals[k], NULL, &before[k]);
        if (before[k].sa_handler != SIG_IGN)
            sigaction(signals[k], &(struct sigaction){ .sa_handler = note },
                NULL);
    }
}

void interrupt_end(void)
{
    for (size_t k = 0; k < SIGNAL_COUNT; k++)
        sigaction(signals[k], &before[k], NULL);
}

int interrupt_count(void)
{
    return count;
}
