#ifndef SERVER_SERVING_H
#define SERVER_SERVING_H

/*
 * What is behind a server; server.c listens and takes requests, routes.c
 * answers them.
 */

#include "server/connections.h"
#include "server/guard.h"
#include "server/server.h"
#include "server/told.h"

struct MHD_Daemon;

#define BODY_MAX ((size_t)4 << 20)

struct server {
    struct jixiao_draft *draft;
    struct server_options options;
    struct guard guard;
    struct connections connections;
    struct told_states told;
    unsigned long revisions;    /* pages know the draft's as so many more:
                                   another server's have other ones */
    struct MHD_Daemon *daemon;
    char address[128];
    char *built;                /* the folder of the last set built, or NULL */
    struct cJSON *files;        /* of it: what the page was told; NULL */
};

/* A way to ask, and what answers. */
struct route {
    const char *method, *path;
    bool is_prefix;             /* what follows is an argument */
    struct answer (*answer)(struct server *server,
        const struct request *request, const char *rest);
};

/* The route of a request; NULL, with the status and why, for none. */
const struct route *route_find(const struct request *request,
    unsigned *status, enum phrase *why);

struct answer route_answer(struct server *server,
    const struct request *request);

#endif
