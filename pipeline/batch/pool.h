#ifndef BATCH_POOL_H
#define BATCH_POOL_H

/*
 * Items made by several processes, and taken in their order.
 *
 * Each process is given one item after the other, so that one that takes long
 * holds up no other; what comes of an item is the same bytes whoever made it.
 * A process that dies, or that takes too long over an item and is killed, costs
 * that item alone: another one takes its place.
 *
 * Memory:    no more than POOL_AHEAD answers wait for their turn.
 * Signals:   the first interrupt lets the items that were begun be finished,
 *            and no other be begun; the second one kills them.
 */

#include <stdbool.h>
#include <stddef.h>

#include "batch/worker.h"
#include "jixiao.h"

#define POOL_AHEAD 1024         /* items behind the one that is waited for */
#define POOL_JOBS_MAX 1024

enum pool_end {
    POOL_ANSWERED,
    POOL_CRASHED,
    POOL_TIMED_OUT,
    POOL_LACKED_MEMORY,
    POOL_INTERRUPTED
};

struct pool_answer {
    enum pool_end end;
    const char *bytes;          /* of POOL_ANSWERED */
    size_t length;
    int status;                 /* of POOL_CRASHED: as waitpid() tells */
};

struct pool {
    size_t count;               /* of items */
    size_t jobs;                /* processes; 1 at least */
    size_t seconds;             /* for an item; 0: any number */
    struct worker_job job;

    /* What came of the k-th item; false: the rest is not wanted. */
    bool (*take)(void *user, size_t k, const struct pool_answer *answer);
    void (*tick)(void *user, size_t made);      /* now and then */
    void *user;
};

/* Until all are taken, or take() says that the rest is not wanted; after an
 * interrupt, and where no process can be started, a finding counts those that
 * are not made. */
void pool_run(const struct pool *pool, struct jixiao_findings *findings);

#endif
