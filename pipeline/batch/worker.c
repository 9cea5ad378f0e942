/*
 * A process of a pool, from both of its ends.  A question is the number of an
 * item; an answer its length and its bytes.
 */

#include "batch/worker.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define NO_ANSWER ((size_t)-1)  /* in place of a length: memory ran out */
#define PIECE ((size_t)1 << 16)

double worker_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* --- in the worker -------------------------------------------------------- */

/* What the program has taken before its first item is not counted. */
static size_t address_space(void)
{
    unsigned long pages = 0;
    FILE *in = fopen("/proc/self/statm", "r");

    if (in && fscanf(in, "%lu", &pages) != 1)
        pages = 0;
    if (in)
        fclose(in);
    return (size_t)pages * (size_t)sysconf(_SC_PAGESIZE);
}

size_t worker_memory(size_t memory)
{
    struct rlimit limit;
    rlim_t taken = (rlim_t)address_space();

    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return memory;
    rlim_t left = limit.rlim_cur > taken ? limit.rlim_cur - taken : 0;
    return left < memory ? (size_t)left : memory;
}

static void limit_memory(size_t bytes)
{
    struct rlimit limit;

    if (!bytes || getrlimit(RLIMIT_AS, &limit) != 0)
        return;
    rlim_t most = (rlim_t)(address_space() + bytes);
    if (limit.rlim_max == RLIM_INFINITY || most < limit.rlim_max)
        limit.rlim_cur = most;
    setrlimit(RLIMIT_AS, &limit);
}

static bool read_whole(int line, void *bytes, size_t length)
{
    for (char *at = bytes; length > 0;) {
        ssize_t got = recv(line, at, length, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        at += got;
        length -= (size_t)got;
    }
    return true;
}

static bool write_whole(int line, const void *bytes, size_t length)
{
    for (const char *at = bytes; length > 0;) {
        ssize_t put = send(line, at, length, MSG_NOSIGNAL);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        at += put;
        length -= (size_t)put;
    }
    return true;
}

static bool answer(int line, const struct buffer *out)
{
    size_t length = out->failed ? NO_ANSWER : out->length;

    return write_whole(line, &length, sizeof length)
        && (out->failed || write_whole(line, buffer_string(out),
            out->length));
}

static void serve(int line, const struct worker_job *job)
{
    struct buffer out = BUFFER_EMPTY;
    size_t item;
    bool good = true;

    limit_memory(job->memory);
    while (good && read_whole(line, &item, sizeof item)) {
        job->make(job->user, item, &out);
        good = answer(line, &out);
        buffer_free(&out);
        out = (struct buffer)BUFFER_EMPTY;
    }
    close(line);
}

static void ignore_interrupts(void)
{
    static const int signals[] = { SIGINT, SIGTERM, SIGHUP };

    for (size_t k = 0; k < sizeof signals / sizeof *signals; k++)
        sigaction(signals[k], &(struct sigaction){ .sa_handler = SIG_IGN },
            NULL);
}

/* --- in the caller -------------------------------------------------------- */

int worker_start(struct worker *worker, const struct worker_job *job,
    const struct worker *others, size_t count)
{
    int ends[2];

    *worker = (struct worker){ .line = -1 };
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return errno;
    fflush(NULL);               /* else the worker would print it again */
    pid_t process = fork();
    if (process == 0) {
        ignore_interrupts();
        close(ends[0]);
        for (size_t k = 0; k < count; k++)
            if (others[k].process)
                close(others[k].line);
        serve(ends[1], job);
        exit(0);
    }
    int fault = process < 0 ? errno : 0;
    close(ends[1]);
    if (fault)
        close(ends[0]);
    else
        *worker = (struct worker){ .process = process, .line = ends[0] };
    return fault;
}

bool worker_ask(struct worker *worker, size_t item, double now)
{
    if (!write_whole(worker->line, &item, sizeof item))
        return false;
    worker->is_busy = true;
    worker->item = item;
    worker->begun = now;
    buffer_free(&worker->answer);
    worker->answer = (struct buffer)BUFFER_EMPTY;
    return true;
}

/* An answer begins with its length, which is cut off once all is there. */
static enum worker_state look(struct worker *worker)
{
    struct buffer *answer = &worker->answer;
    size_t length;

    if (answer->failed)
        return WORKER_LACKED_MEMORY;
    if (answer->length < sizeof length)
        return WORKER_IS_BUSY;
    memcpy(&length, answer->bytes, sizeof length);
    if (length == NO_ANSWER)
        return WORKER_LACKED_MEMORY;
    if (answer->length - sizeof length < length)
        return WORKER_IS_BUSY;
    memmove(answer->bytes, answer->bytes + sizeof length, length);
    buffer_cut(answer, length);
    return WORKER_HAS_ANSWERED;
}

enum worker_state worker_hear(struct worker *worker)
{
    char piece[PIECE];
    ssize_t got;

    do {
        got = recv(worker->line, piece, sizeof piece, MSG_DONTWAIT);
        if (got > 0)
            buffer_add(&worker->answer, piece, (size_t)got);
    } while (got > 0 || (got < 0 && errno == EINTR));
    bool is_gone = got == 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
    enum worker_state state = look(worker);
    if (state != WORKER_IS_BUSY)
        worker->is_busy = false;
    return state == WORKER_IS_BUSY && is_gone ? WORKER_IS_GONE : state;
}

int worker_end(struct worker *worker, bool at_once)
{
    int status = 0;

    if (!worker->process)
        return 0;
    if (at_once)
        kill(worker->process, SIGKILL);
    close(worker->line);
    while (waitpid(worker->process, &status, 0) < 0 && errno == EINTR)
        continue;
    buffer_free(&worker->answer);
    *worker = (struct worker){ .line = -1 };
    return status;
}
