#ifndef SERVER_H
#define SERVER_H

/*
 * Serves one draft to one browser, on this machine alone.
 */

#include <stdio.h>

#include "0_base/findings.h"
#include "jixiao.h"

struct server_options {
    const char *data_dir;       /* files of the page; NULL: what is built in */
    unsigned port;              /* 0: any that is free */
    FILE *log;                  /* a line for each request that is refused */
    enum jixiao_language language;
};

struct server;

/* Listens.  NULL, with findings, where it cannot; freed with server_free(),
 * NULL allowed.  The draft is borrowed. */
struct server *server_new(struct jixiao_draft *draft,
    const struct server_options *options, struct jixiao_findings *findings);
void server_free(struct server *server);

/* The address, with the token that lets in once. */
const char *server_address(const struct server *server);

/* Answers until is_over says true, which it is asked several times a second. */
void server_run(struct server *server, bool (*is_over)(void));

#endif
