#ifndef SERVER_REQUEST_H
#define SERVER_REQUEST_H

/*
 * A request, and what is answered.
 *
 * Ownership: strings of a request are borrowed from the connection; bytes of an
 *            answer are the answer's, freed with free().
 */

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>

#include "0_base/buffer.h"
#include "0_base/phrases.h"

struct MHD_Connection;

struct request {
    struct MHD_Connection *connection;
    const char *method, *path;
    struct buffer body;
    const struct route *route;  /* NULL: it is refused */
    bool has_begun;
};

enum answer_type {
    ANSWER_JSON, ANSWER_HTML, ANSWER_CSS, ANSWER_SCRIPT, ANSWER_SVG,
    ANSWER_XML, ANSWER_FILE, ANSWER_TYPE_COUNT
};

struct answer {
    unsigned status;
    enum answer_type type;
    char *bytes;                /* NULL: out of memory, 500 */
    size_t length;
    const char *location;       /* of 303; NULL */
    const char *name;           /* of a file that is to be kept; NULL */
    unsigned long revision;     /* 0: none is told */
    bool sets_cookie;
    enum phrase refused;        /* why, where the status is one of refusal */
};

/* The value of a query's argument, NULL for none. */
const char *request_argument(const struct request *request,
    const char *name);
const char *request_header(const struct request *request, const char *name);
const char *request_cookie(const struct request *request, const char *name);

/* An answer of JSON, which takes the tree over. */
struct answer answer_json(unsigned status, cJSON *tree);

/* What is refused, as JSON, in the phrase's words. */
struct answer answer_refusal(unsigned status, enum phrase phrase);

#endif
