#ifndef PROGRESS_H
#define PROGRESS_H

/*
 * How far a run has come, on the standard error: on a terminal a bar on one
 * line, with the rate and the time left; else a line a file.
 */

#include <stdbool.h>
#include <stddef.h>

#include "jixiao.h"

struct progress {
    enum jixiao_language language;
    bool is_quiet, is_terminal;
    size_t count, shown;        /* files; those that lines are there of */
    bool is_drawn;              /* there is a bar */
    double begun, drawn;        /* when; seconds */
};

void progress_begin(struct progress *progress, size_t count, bool is_quiet,
    enum jixiao_language language);

/* That many have been made; the bar is drawn again where it is time to. */
void progress_draw(struct progress *progress, size_t made);

/* The bar makes room for what is printed next. */
void progress_clear(struct progress *progress);

/* The next file is done, and all that there was to say of it is said. */
void progress_file(struct progress *progress, const char *path);

#endif
