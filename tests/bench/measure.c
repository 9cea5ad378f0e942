/*
 * Run a command and print what it took, a line:
 *
 *     measure SECONDS COMMAND [ARGUMENT...]
 *
 *     STATUS MILLISECONDS KILOBYTES
 *
 * its exit status (128 and more: the signal that ended it), the processor's
 * time and the most memory at a time.  What it prints is dropped; it is
 * stopped after so many seconds of the processor.
 */

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static _Noreturn void run(unsigned long seconds, char **command)
{
    struct rlimit limit = { .rlim_cur = seconds, .rlim_max = seconds + 1 };
    int nowhere = open("/dev/null", O_WRONLY);

    if (nowhere >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0
        && dup2(nowhere, STDERR_FILENO) >= 0
        && setrlimit(RLIMIT_CPU, &limit) == 0)
        execvp(command[0], command);
    _exit(127);
}

static double milliseconds(struct timeval time)
{
    return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

int main(int argc, char **argv)
{
    struct rusage used;
    int status;

    if (argc < 3) {
        fputs("usage: measure SECONDS COMMAND [ARGUMENT...]\n", stderr);
        return 3;
    }
    pid_t child = fork();
    if (child == 0)
        run(strtoul(argv[1], NULL, 10), argv + 2);
    if (child < 0 || waitpid(child, &status, 0) != child
        || getrusage(RUSAGE_CHILDREN, &used) != 0) {
        perror("measure");
        return 4;
    }
    printf("%d %.1f %ld\n", WIFSIGNALED(status) ? 128 + WTERMSIG(status)
        : WEXITSTATUS(status),
        milliseconds(used.ru_utime) + milliseconds(used.ru_stime),
        used.ru_maxrss);
    return 0;
}
