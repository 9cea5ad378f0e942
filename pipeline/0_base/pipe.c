/* Waiting for what writes to a pipe, as long as makes sense. */

#include "0_base/pipe.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <unistd.h>

/* How long a pipe may have no writer, in milliseconds. */
#define PATIENCE 2000

/* Whether somebody writes, or has written. */
static bool has_writer(int file, struct buffer *out)
{
    struct pollfd pipe = { .fd = file, .events = POLLIN };
    char byte;

    if (poll(&pipe, 1, PATIENCE) != 0)
        return true;
    ssize_t count = read(file, &byte, 1);
    if (count == 1)
        buffer_add_char(out, byte);
    return count == 1 || (count < 0 && errno == EAGAIN);
}

int pipe_wait(int file, struct buffer *out)
{
    struct stat status;

    if (fstat(file, &status) == 0 && S_ISFIFO(status.st_mode)
        && !has_writer(file, out))
        return EPIPE;
    int flags = fcntl(file, F_GETFL);
    return flags >= 0 && fcntl(file, F_SETFL, flags & ~O_NONBLOCK) == 0
        ? 0 : errno;
}
