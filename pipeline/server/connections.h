#ifndef SERVER_CONNECTIONS_H
#define SERVER_CONNECTIONS_H

/*
 * The connections that are open, each with a time by which it has to have said
 * what it wants.  Where there are too many the one goes that was not let in and
 * has been there longest: however many come, a new one is heard.
 */

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#define CONNECTIONS_MAX 128
#define SECONDS_TO_ASK 10       /* for a request's first lines */
#define SECONDS_TO_SEND 30      /* for its body */
#define SECONDS_IDLE 60         /* until the next one */

struct connections {
    struct connection {
        int socket;
        time_t since, until;
        bool is_known;          /* it was let in */
    } list[CONNECTIONS_MAX];
    size_t count;
};

void connections_add(struct connections *connections, int socket);
void connections_remove(struct connections *connections, int socket);

/* It has said something, and is to say the rest within so many seconds. */
void connections_extend(struct connections *connections, int socket,
    int seconds, bool is_known);

/* Shuts those down whose time has passed. */
void connections_end_late(struct connections *connections);

#endif
