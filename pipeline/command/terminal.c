/* The width of a terminal. */

#define _DEFAULT_SOURCE         /* struct winsize */

#include "command/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "batch/figures.h"

#define COLUMNS_USUAL 80
#define COLUMNS_MAX 10000

size_t terminal_columns(enum caret caret, FILE *out)
{
    const char *stated = getenv("COLUMNS");
    struct winsize size = {0};
    size_t columns;

    if (caret == CARET_NEVER
        || (caret == CARET_AUTO && !isatty(fileno(out))))
        return 0;
    if (ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col)
        return size.ws_col;
    return stated && figures_read(stated, strlen(stated), 1, COLUMNS_MAX,
        &columns) ? columns : COLUMNS_USUAL;
}
