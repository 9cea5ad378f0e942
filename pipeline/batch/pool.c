/*
 * A pool at work.  Answers that came before their turn wait in a ring, a slot
 * for each of the next POOL_AHEAD items.
 */

#include "batch/pool.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/catalogue.h"
#include "0_base/fault.h"
#include "batch/interrupt.h"

#define TICK 250                /* milliseconds: interrupts are seen so soon */
#define PAUSE 2                 /* seconds between two ticks: nobody has run */

struct slot {
    bool is_filled;
    enum pool_end end;
    int status;
    struct buffer bytes;
};

struct work {
    const struct pool *pool;
    struct worker *workers;     /* pool->jobs of them */
    struct pollfd *lines;       /* those of busy ones, and whose they are */
    size_t *owners;
    struct slot *slots;         /* POOL_AHEAD */
    size_t next, made, taken;   /* to be begun; made; taken */
    size_t cut;                 /* begun, and not made for an interrupt */
    bool is_stopped;            /* the rest is not wanted */
    int fault;                  /* why the last worker did not start */
    double looked;              /* at the clock, last */
};

static void fill(struct work *work, struct worker *worker, enum pool_end end,
    int status)
{
    struct slot *slot = &work->slots[worker->item % POOL_AHEAD];

    *slot = (struct slot){ .is_filled = true, .end = end,
        .status = status };
    if (end == POOL_ANSWERED) {
        slot->bytes = worker->answer;
        worker->answer = (struct buffer)BUFFER_EMPTY;
    }
    worker->is_busy = false;
    work->made++;
}

/* Ends a worker together with what it is busy with. */
static void give_up(struct work *work, struct worker *worker,
    enum pool_end end, bool at_once)
{
    struct worker gone = { .item = worker->item };

    fill(work, &gone, end, worker_end(worker, at_once));
}

static bool start(struct work *work, struct worker *worker)
{
    work->fault = worker_start(worker, &work->pool->job, work->workers,
        work->pool->jobs);
    return work->fault == 0;
}

/* One that died while it had nothing to do costs nothing. */
static bool ask(struct work *work, struct worker *worker)
{
    if (!worker->process && !start(work, worker))
        return false;
    if (worker_ask(worker, work->next, worker_now()))
        return true;
    worker_end(worker, true);
    return start(work, worker)
        && worker_ask(worker, work->next, worker_now());
}

static bool is_over(const struct work *work)
{
    return work->is_stopped || interrupt_count() > 0
        || work->next >= work->pool->count;
}

/* Gives an item to all that have none; how many are busy. */
static size_t hand_out(struct work *work)
{
    size_t busy = 0;

    for (size_t k = 0; k < work->pool->jobs; k++) {
        struct worker *worker = &work->workers[k];
        if (!worker->is_busy && !is_over(work)
            && work->next < work->taken + POOL_AHEAD && ask(work, worker))
            work->next++;
        busy += worker->is_busy;
    }
    return busy;
}

static void hear(struct work *work, struct worker *worker)
{
    switch (worker_hear(worker)) {
    case WORKER_IS_BUSY:
        break;
    case WORKER_HAS_ANSWERED:
        fill(work, worker, POOL_ANSWERED, 0);
        break;
    case WORKER_LACKED_MEMORY:
        give_up(work, worker, POOL_LACKED_MEMORY, true);
        break;
    case WORKER_IS_GONE:
        give_up(work, worker, POOL_CRASHED, false);
        break;
    }
}

/* The time that a run was stopped for, by ^Z for one, is none of a worker's,
 * which was stopped as well. */
static void leave_out_pause(struct work *work, double now)
{
    double pause = now - work->looked;

    for (size_t k = 0; pause > PAUSE && k < work->pool->jobs; k++)
        work->workers[k].begun += pause;
    work->looked = now;
}

/* Kills what has had its time, and all at the second interrupt. */
static void look_at_clock(struct work *work)
{
    bool is_cut = interrupt_count() > 1;
    double now = worker_now();

    leave_out_pause(work, now);

    for (size_t k = 0; k < work->pool->jobs; k++) {
        struct worker *worker = &work->workers[k];
        if (!worker->is_busy)
            continue;
        if (is_cut) {
            give_up(work, worker, POOL_INTERRUPTED, true);
            work->cut++;
        }
        if (worker->is_busy && work->pool->seconds
            && now - worker->begun > (double)work->pool->seconds)
            give_up(work, worker, POOL_TIMED_OUT, true);
    }
}

static void wait_for_answers(struct work *work)
{
    nfds_t count = 0;

    for (size_t k = 0; k < work->pool->jobs; k++) {
        if (!work->workers[k].is_busy)
            continue;
        work->owners[count] = k;
        work->lines[count++] = (struct pollfd){
            .fd = work->workers[k].line, .events = POLLIN };
    }
    if (poll(work->lines, count, TICK) <= 0)
        return;
    for (nfds_t k = 0; k < count; k++)
        if (work->lines[k].revents)
            hear(work, &work->workers[work->owners[k]]);
}

static void take_all(struct work *work)
{
    for (;;) {
        struct slot *slot = &work->slots[work->taken % POOL_AHEAD];
        if (work->is_stopped || !slot->is_filled)
            return;
        struct pool_answer answer = { slot->end,
            buffer_string(&slot->bytes), slot->bytes.length,
            slot->status };
        work->is_stopped = !work->pool->take(work->pool->user, work->taken,
            &answer);
        work->taken++;
        buffer_free(&slot->bytes);
        *slot = (struct slot){ .is_filled = false };
    }
}

/* Why not all is done, unless the caller has wanted it so. */
static void report_rest(const struct work *work,
    struct jixiao_findings *findings)
{
    char rest[24], reason[FAULT_TEXT_SIZE];

    snprintf(rest, sizeof rest, "%zu", work->pool->count - work->taken
        + work->cut);
    if (work->is_stopped || strcmp(rest, "0") == 0)
        return;
    if (interrupt_count() > 0)
        jixiao_findings_add(findings, catalogue_code(
            CATALOGUE_RUN_INTERRUPTED), "count", rest, NULL);
    else
        jixiao_findings_add(findings, catalogue_code(
            CATALOGUE_WORKER_NOT_STARTED), "reason", fault_text(work->fault
                ? work->fault : EPIPE, reason), "count", rest, NULL);
}

static void work_on(struct work *work, struct jixiao_findings *findings)
{
    work->looked = worker_now();
    while (hand_out(work) > 0) {
        wait_for_answers(work);
        look_at_clock(work);
        take_all(work);
        if (work->pool->tick)
            work->pool->tick(work->pool->user, work->made);
    }
    report_rest(work, findings);
}

static void end(struct work *work)
{
    for (size_t k = 0; work->workers && k < work->pool->jobs; k++)
        worker_end(&work->workers[k], false);
    for (size_t k = 0; work->slots && k < POOL_AHEAD; k++)
        buffer_free(&work->slots[k].bytes);
    free(work->workers);
    free(work->lines);
    free(work->owners);
    free(work->slots);
}

void pool_run(const struct pool *pool, struct jixiao_findings *findings)
{
    struct work work = { .pool = pool,
        .workers = calloc(pool->jobs, sizeof *work.workers),
        .lines = calloc(pool->jobs, sizeof *work.lines),
        .owners = calloc(pool->jobs, sizeof *work.owners),
        .slots = calloc(POOL_AHEAD, sizeof *work.slots) };

    if (work.workers && work.lines && work.owners && work.slots) {
        interrupt_begin();
        work_on(&work, findings);
        interrupt_end();
    } else {
        jixiao_findings_out_of_memory(findings);
    }
    end(&work);
}
