#ifndef WORKER_H
#define WORKER_H

/*
 * One process of a pool: forked from the caller's, it makes one item after
 * another as it is asked, and ends where the caller does.  It takes no heed of
 * an interrupt: what it has begun it finishes, unless it is killed.
 *
 * Errors:    functions that fail return the errno.
 */

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "0_base/buffer.h"

/* Makes the k-th item, and appends what came of it. */
typedef void worker_maker(void *user, size_t k, struct buffer *out);

struct worker {
    pid_t process;              /* 0: there is none */
    int line;                   /* a socket to it */
    bool is_busy;
    size_t item;                /* that it is busy with */
    double begun;               /* when it was asked; seconds */
    struct buffer answer;       /* as far as it has come */
};

struct worker_job {
    worker_maker *make;
    void *user;
    size_t memory;              /* bytes that it may take beyond what the
                                   caller has; 0: any number */
};

/* The bytes that a file may take where a job has so many for it: less where
 * the system (ulimit -v) allows the process less. */
size_t worker_memory(size_t memory);

/* Starts one; sockets to the others of the pool are not for it.  0 or the
 * errno. */
int worker_start(struct worker *worker, const struct worker_job *job,
    const struct worker *others, size_t count);

/* Asks for an item; false where the worker is gone. */
bool worker_ask(struct worker *worker, size_t item, double now);

enum worker_state {
    WORKER_IS_BUSY,             /* the answer is not whole */
    WORKER_HAS_ANSWERED,        /* whole, in worker->answer */
    WORKER_LACKED_MEMORY,       /* for the answer */
    WORKER_IS_GONE
};

/* Reads what there is of the answer, without waiting. */
enum worker_state worker_hear(struct worker *worker);

/* Ends it, at once, and waits for that: how it has ended, as waitpid() tells.
 * One that is idle ends by itself where its line is closed. */
int worker_end(struct worker *worker, bool at_once);

/* A clock that nobody sets; seconds. */
double worker_now(void);

#endif
