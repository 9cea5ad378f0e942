#ifndef SERVER_GUARD_H
#define SERVER_GUARD_H

/*
 * Who may ask: the browser that was opened with the address that was printed,
 * and pages of this server alone.
 *
 * The address has a token that lets in once; who comes with it gets a cookie.
 * Another site can neither read that cookie nor make the browser send it with a
 * request of its own (SameSite), and a name that leads here (DNS rebinding) is
 * not one of ours.
 */

#include "server/request.h"

#define SECRET_SIZE 65          /* 32 bytes in hexadecimal, and the NUL */

struct guard {
    unsigned port;
    char token[SECRET_SIZE], session[SECRET_SIZE];
    bool is_used;               /* the token */
    char cookie[32];            /* its name, another one for each port */
};

/* False where the system has no random bytes. */
bool guard_begin(struct guard *guard, unsigned port);

/* The status that a request is refused with, and why; 0: it is let in. */
unsigned guard_judge(const struct guard *guard,
    const struct request *request, enum phrase *why);

/* Whether a token lets in, which it does once. */
bool guard_admit(struct guard *guard, const char *token);

/* Whether the browser has been let in. */
bool guard_knows(const struct guard *guard, const struct request *request);

#endif
