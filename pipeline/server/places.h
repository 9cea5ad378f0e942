#ifndef SERVER_PLACES_H
#define SERVER_PLACES_H

/* What the page asks about single values. */

#include "server/serving.h"

/* GET /place?pointer=P */
struct answer places_answer(struct server *server,
    const struct request *request, const char *rest);

/* GET /values?q=WORDS */
struct answer places_search(struct server *server,
    const struct request *request, const char *rest);

#endif
