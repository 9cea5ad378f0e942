#ifndef SERVER_FILES_H
#define SERVER_FILES_H

/* Files of the page, and those of a set that was built. */

#include "server/serving.h"

/* A file of stylesheets/edit/ that is for browsers. */
struct answer files_page(struct server *server, const char *name);

/* Builds the set of the draft, and tells which files it has. */
struct answer files_build(struct server *server, const char *formats,
    struct jixiao_findings *findings);

/* GET /file/NAME: one of these. */
struct answer files_answer(struct server *server,
    const struct request *request, const char *rest);

#endif
