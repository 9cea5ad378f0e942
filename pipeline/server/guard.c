/* Tokens, cookies, and the names that requests come under. */

#include "server/guard.h"

#include <stdio.h>
#include <string.h>
#include <sys/random.h>

#define SECRET_BYTES ((SECRET_SIZE - 1) / 2)

static bool make_secret(char secret[SECRET_SIZE])
{
    unsigned char bytes[SECRET_BYTES];

    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes)
        return false;
    for (size_t k = 0; k < sizeof bytes; k++)
        snprintf(secret + 2 * k, 3, "%02x", bytes[k]);
    return true;
}

bool guard_begin(struct guard *guard, unsigned port)
{
    *guard = (struct guard){ .port = port };
    snprintf(guard->cookie, sizeof guard->cookie, "jixiao-%u", port);
    return make_secret(guard->token) && make_secret(guard->session);
}

/* In the same time wherever they differ. */
static bool is_secret(const char *said, const char secret[SECRET_SIZE])
{
    unsigned char differs = 0;

    if (!said || strlen(said) != SECRET_SIZE - 1)
        return false;
    for (size_t k = 0; k < SECRET_SIZE - 1; k++)
        differs = (unsigned char)(differs | (said[k] ^ secret[k]));
    return differs == 0;
}

bool guard_admit(struct guard *guard, const char *token)
{
    if (guard->is_used || !is_secret(token, guard->token))
        return false;
    guard->is_used = true;
    return true;
}

bool guard_knows(const struct guard *guard, const struct request *request)
{
    return is_secret(request_cookie(request, guard->cookie),
        guard->session);
}

/* --- names ---------------------------------------------------------------- */

/* Whether a name is this server's, behind so many characters of it. */
static bool is_here(const struct guard *guard, const char *name,
    const char *before)
{
    static const char *const hosts[] = { "127.0.0.1", "localhost" };
    char here[64];

    for (size_t k = 0; name && k < sizeof hosts / sizeof *hosts; k++) {
        snprintf(here, sizeof here, "%s%s:%u", before, hosts[k],
            guard->port);
        if (strcmp(name, here) == 0)
            return true;
    }
    return false;
}

static bool is_foreign(const struct request *request)
{
    const char *site = request_header(request, "Sec-Fetch-Site");

    return site && strcmp(site, "same-origin") != 0
        && strcmp(site, "none") != 0;
}

static bool is_json(const struct request *request)
{
    static const char json[] = "application/json";
    const char *type = request_header(request, "Content-Type");
    size_t length = sizeof json - 1;

    return type && strncmp(type, json, length) == 0
        && (type[length] == '\0' || type[length] == ';');
}

static unsigned refuse(unsigned status, enum phrase phrase,
    enum phrase *why)
{
    *why = phrase;
    return status;
}

static unsigned judge_post(const struct guard *guard,
    const struct request *request, enum phrase *why)
{
    if (!is_here(guard, request_header(request, "Origin"), "http://")
        || is_foreign(request))
        return refuse(403, PHRASE_SERVER_ORIGIN, why);
    if (!is_json(request))
        return refuse(415, PHRASE_SERVER_TYPE, why);
    return 0;
}

unsigned guard_judge(const struct guard *guard,
    const struct request *request, enum phrase *why)
{
    const char *token = request_argument(request, "token");
    bool is_first = strcmp(request->path, "/") == 0 && token;

    if (!is_here(guard, request_header(request, "Host"), ""))
        return refuse(403, PHRASE_SERVER_HOST, why);
    if (!is_first && !guard_knows(guard, request))
        return refuse(403, PHRASE_SERVER_TOKEN, why);
    return strcmp(request->method, "POST") == 0
        ? judge_post(guard, request, why) : 0;
}
