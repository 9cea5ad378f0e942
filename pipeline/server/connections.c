/* A list of sockets with their deadlines. */

#include "server/connections.h"

#include <sys/socket.h>

static time_t now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec;
}

static struct connection *find(struct connections *connections, int socket)
{
    for (size_t k = 0; k < connections->count; k++)
        if (connections->list[k].socket == socket)
            return &connections->list[k];
    return NULL;
}

static void take_out(struct connections *connections,
    struct connection *connection)
{
    *connection = connections->list[--connections->count];
}

/* Whether one goes before another one. */
static bool goes_before(const struct connection *one,
    const struct connection *other)
{
    return one->is_known != other->is_known ? !one->is_known
        : one->since < other->since;
}

static void end_one(struct connections *connections)
{
    struct connection *worst = &connections->list[0];

    for (size_t k = 1; k < connections->count; k++)
        if (goes_before(&connections->list[k], worst))
            worst = &connections->list[k];
    shutdown(worst->socket, SHUT_RDWR);
    take_out(connections, worst);
}

void connections_add(struct connections *connections, int socket)
{
    if (connections->count == CONNECTIONS_MAX)
        end_one(connections);
    connections->list[connections->count++] = (struct connection){ socket,
        now(), now() + SECONDS_TO_ASK, false };
}

void connections_remove(struct connections *connections, int socket)
{
    struct connection *found = find(connections, socket);

    if (found)
        take_out(connections, found);
}

void connections_extend(struct connections *connections, int socket,
    int seconds, bool is_known)
{
    struct connection *found = find(connections, socket);

    if (!found)
        return;
    found->until = now() + seconds;
    found->is_known = found->is_known || is_known;
}

void connections_end_late(struct connections *connections)
{
    time_t time = now();

    for (size_t k = 0; k < connections->count;) {
        struct connection *connection = &connections->list[k];
        if (connection->until > time) {
            k++;
            continue;
        }
        shutdown(connection->socket, SHUT_RDWR);
        take_out(connections, connection);
    }
}
