/* The bar and the lines of a run under way. */

#include "batch/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "0_base/phrases.h"
#include "batch/worker.h"

#define BAR_WIDTH 30
#define EVERY 0.2               /* seconds from one bar to the next */
#define FIRST_RATE 1.0          /* seconds that a rate is made of at least */

static const char *say(enum phrase phrase, const struct progress *progress)
{
    return phrase_text(phrase, (enum language)progress->language);
}

void progress_begin(struct progress *progress, size_t count, bool is_quiet,
    enum jixiao_language language)
{
    const char *terminal = getenv("TERM");

    *progress = (struct progress){ .language = language,
        .is_quiet = is_quiet, .count = count, .begun = worker_now(),
        .is_terminal = isatty(STDERR_FILENO) && terminal
            && strcmp(terminal, "dumb") != 0 };
}

/* "45.2/s", then how long the rest takes: 1:05, or 1:02:05. */
static void print_rate(const struct progress *progress, size_t made,
    double seconds)
{
    double rate = (double)made / seconds;
    unsigned long left = (unsigned long)
        ((double)(progress->count - made) / rate + 0.5);

    fprintf(stderr, "  %.1f %s  %s ", rate,
        say(PHRASE_FILES_A_SECOND, progress),
        say(PHRASE_TIME_LEFT, progress));
    if (left >= 3600)
        fprintf(stderr, "%lu:%02lu:%02lu", left / 3600, left / 60 % 60,
            left % 60);
    else
        fprintf(stderr, "%lu:%02lu", left / 60, left % 60);
}

void progress_draw(struct progress *progress, size_t made)
{
    double now = worker_now();
    int full = (int)(made * BAR_WIDTH / progress->count);

    if (progress->is_quiet || !progress->is_terminal
        || (progress->is_drawn && now - progress->drawn < EVERY))
        return;
    fputs("\r[", stderr);
    for (int k = 0; k < BAR_WIDTH; k++)
        fputc(k < full ? '#' : '-', stderr);
    fprintf(stderr, "] %zu/%zu", made, progress->count);
    if (made && now - progress->begun >= FIRST_RATE)
        print_rate(progress, made, now - progress->begun);
    fputs("\x1b[K", stderr);
    fflush(stderr);
    progress->is_drawn = true;
    progress->drawn = now;
}

void progress_clear(struct progress *progress)
{
    if (progress->is_drawn) {
        fputs("\r\x1b[K", stderr);
        fflush(stderr);
    }
    progress->is_drawn = false;
}

void progress_file(struct progress *progress, const char *path)
{
    progress->shown++;
    if (progress->is_quiet || progress->is_terminal)
        return;
    fprintf(stderr, "[%zu/%zu] ", progress->shown, progress->count);
    jixiao_print_text(path, progress->language, stderr);
    fputc('\n', stderr);
    fflush(stderr);
}
