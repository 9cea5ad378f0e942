/*
 * Sockets and requests: listens, lets in, has routes answer.
 */

#include "server/server.h"

#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <unistd.h>

#include "0_base/catalogue.h"
#include "0_base/fault.h"
#include "server/microhttpd.h"
#include "server/serving.h"

#define TICK 250                /* milliseconds */
#define MEMORY_OF_ONE ((size_t)32 << 10)        /* for its first lines */
#define ACCEPTED_MAX (4u * CONNECTIONS_MAX)

static const char policy[] = "default-src 'none'; script-src 'self'; "
    "style-src 'self'; connect-src 'self'; img-src 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

static const char *const headers[][2] = {
    { "Content-Security-Policy", policy },
    { "X-Content-Type-Options", "nosniff" },
    { "X-Frame-Options", "DENY" },
    { "Referrer-Policy", "no-referrer" },
    { "Cross-Origin-Opener-Policy", "same-origin" },
    { "Cross-Origin-Resource-Policy", "same-origin" },
    { "Cache-Control", "no-store" },
};

static const char *const types[ANSWER_TYPE_COUNT] = {
    [ANSWER_JSON] = "application/json",
    [ANSWER_HTML] = "text/html; charset=utf-8",
    [ANSWER_CSS] = "text/css; charset=utf-8",
    [ANSWER_SCRIPT] = "text/javascript; charset=utf-8",
    [ANSWER_SVG] = "image/svg+xml",
    [ANSWER_XML] = "application/xml",
    [ANSWER_FILE] = "application/octet-stream",
};

/* --- answers -------------------------------------------------------------- */

/* What was refused, in a line; what follows the path may hold a secret. */
static void log_refusal(const struct server *server,
    const struct request *request, unsigned status, enum phrase why)
{
    FILE *log = server->options.log;
    enum jixiao_language language = server->options.language;

    fprintf(log, "jixiao edit: %u ", status);
    jixiao_print_text(request->method, language, log);
    fputc(' ', log);
    jixiao_print_text(request->path, language, log);
    fprintf(log, ": %s\n", phrase_text(why, (enum language)language));
    fflush(log);
}

static void add_headers(const struct server *server,
    struct MHD_Response *response, const struct answer *answer)
{
    char text[SECRET_SIZE + 96];

    for (size_t k = 0; k < sizeof headers / sizeof *headers; k++)
        MHD_add_response_header(response, headers[k][0], headers[k][1]);
    MHD_add_response_header(response, "Content-Type", types[answer->type]);
    if (answer->location)
        MHD_add_response_header(response, "Location", answer->location);
    if (answer->name) {
        MHD_add_response_header(response, "Content-Disposition",
            "attachment");
    }
    if (answer->revision) {
        snprintf(text, sizeof text, "%lu", answer->revision);
        MHD_add_response_header(response, "X-Revision", text);
    }
    if (answer->sets_cookie) {
        snprintf(text, sizeof text, "%s=%s; Path=/; HttpOnly; SameSite=Strict",
            server->guard.cookie, server->guard.session);
        MHD_add_response_header(response, "Set-Cookie", text);
    }
}

/* Takes the answer's bytes over. */
static enum MHD_Result send_answer(struct server *server,
    struct request *request, struct answer *answer)
{
    if (answer->refused)
        log_refusal(server, request, answer->status, answer->refused);
    struct MHD_Response *response = MHD_create_response_from_buffer(
        answer->bytes ? answer->length : 0, answer->bytes ? answer->bytes : "",
        answer->bytes ? MHD_RESPMEM_MUST_FREE : MHD_RESPMEM_PERSISTENT);

    if (!response) {
        free(answer->bytes);
        return MHD_NO;
    }
    add_headers(server, response, answer);
    enum MHD_Result result = MHD_queue_response(request->connection,
        answer->status, response);
    MHD_destroy_response(response);
    return result;
}

/* --- requests ------------------------------------------------------------- */

static int socket_of(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(
        connection, MHD_CONNECTION_INFO_CONNECTION_FD);

    return info ? info->connect_fd : -1;
}

/* A body has to say beforehand how long it is. */
static unsigned judge_body(const struct request *request, enum phrase *why)
{
    const char *length = request_header(request, "Content-Length");

    if (strcmp(request->method, "POST") != 0)
        return 0;
    *why = PHRASE_SERVER_LENGTH;
    if (!length || request_header(request, "Transfer-Encoding"))
        return 411;
    *why = PHRASE_SERVER_LARGE;
    return strtoull(length, NULL, 10) > BODY_MAX ? 413 : 0;
}

/* Judged by its first lines, before any of the body is taken. */
static enum MHD_Result begin(struct server *server, struct request *request)
{
    enum phrase why = PHRASE_SERVER_UNKNOWN;
    unsigned status = guard_judge(&server->guard, request, &why);
    int socket = socket_of(request->connection);

    connections_extend(&server->connections, socket, SECONDS_TO_SEND,
        guard_knows(&server->guard, request));
    if (!status)
        request->route = route_find(request, &status, &why);
    if (!status)
        status = judge_body(request, &why);
    if (!status)
        return MHD_YES;
    struct answer answer = answer_refusal(status, why);
    return send_answer(server, request, &answer);
}

static enum MHD_Result take_request(void *user,
    struct MHD_Connection *connection, const char *url, const char *method,
    const char *version, const char *bytes, size_t *length, void **state)
{
    struct server *server = user;
    struct request *request = *state;

    (void)version;
    if (!request) {
        *state = request = calloc(1, sizeof *request);
        if (!request)
            return MHD_NO;
    }
    request->connection = connection;
    request->path = url;
    request->method = method;
    if (!request->has_begun) {
        request->has_begun = true;
        return begin(server, request);
    }
    if (*length > 0) {
        bool fits = request->body.length + *length <= BODY_MAX;
        if (fits)
            buffer_add(&request->body, bytes, *length);
        *length = 0;
        return fits && !request->body.failed ? MHD_YES : MHD_NO;
    }
    struct answer answer = route_answer(server, request);
    return send_answer(server, request, &answer);
}

static void end_request(void *user, struct MHD_Connection *connection,
    void **state, enum MHD_RequestTerminationCode code)
{
    struct server *server = user;
    struct request *request = *state;

    (void)code;
    connections_extend(&server->connections, socket_of(connection),
        SECONDS_IDLE, false);
    if (request)
        buffer_free(&request->body);
    free(request);
    *state = NULL;
}

static void note_connection(void *user, struct MHD_Connection *connection,
    void **state, enum MHD_ConnectionNotificationCode code)
{
    struct server *server = user;

    (void)state;
    if (code == MHD_CONNECTION_NOTIFY_STARTED)
        connections_add(&server->connections, socket_of(connection));
    else
        connections_remove(&server->connections, socket_of(connection));
}

static int digit(char byte)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *at = byte ? strchr(digits, byte) : NULL;

    return at ? (int)((at - digits) % 16) : -1;
}

/* %20 is a blank; %00, which would end a text, stays, and leads nowhere. */
static size_t unescape(void *user, struct MHD_Connection *connection,
    char *text)
{
    char *to = text;

    (void)user;
    (void)connection;
    for (const char *from = text; *from; from++) {
        int high = *from == '%' ? digit(from[1]) : -1;
        int low = high >= 0 ? digit(from[2]) : -1;
        if (low >= 0 && high + low > 0) {
            *to++ = (char)(16 * high + low);
            from += 2;
        } else {
            *to++ = *from;
        }
    }
    *to = '\0';
    return (size_t)(to - text);
}

/* --- listening ------------------------------------------------------------ */

/* On the loopback of this machine, which no other one reaches; -1 with
 * errno. */
static int listen_on(unsigned *port)
{
    struct sockaddr_in here = { .sin_family = AF_INET,
        .sin_port = htons((uint16_t)*port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t size = sizeof here;
    int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (made < 0)
        return -1;
    setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &(int){ 1 }, sizeof(int));
    if (bind(made, (struct sockaddr *)&here, sizeof here) == 0
        && listen(made, SOMAXCONN) == 0
        && getsockname(made, (struct sockaddr *)&here, &size) == 0) {
        *port = ntohs(here.sin_port);
        return made;
    }
    int fault = errno;
    close(made);
    errno = fault;
    return -1;
}

static struct MHD_Daemon *start(struct server *server, int listening)
{
    return MHD_start_daemon(MHD_USE_EPOLL, 0, NULL, NULL, take_request,
        server,
        MHD_OPTION_LISTEN_SOCKET, listening,
        MHD_OPTION_CONNECTION_LIMIT, ACCEPTED_MAX,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, MEMORY_OF_ONE,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)SECONDS_IDLE,
        MHD_OPTION_NOTIFY_COMPLETED, end_request, server,
        MHD_OPTION_NOTIFY_CONNECTION, note_connection, server,
        MHD_OPTION_UNESCAPE_CALLBACK, unescape, server,
        MHD_OPTION_END);
}

/* What a page knows of a server that was killed is not of this one. */
static bool draw_revisions(struct server *server)
{
    uint32_t drawn;

    if (getrandom(&drawn, sizeof drawn, 0) != (ssize_t)sizeof drawn)
        return false;
    server->revisions = drawn >> 1;
    return true;
}

static bool begin_serving(struct server *server,
    struct jixiao_findings *findings)
{
    unsigned port = server->options.port;
    int listening = listen_on(&port);
    char text[FAULT_TEXT_SIZE];

    errno = listening < 0 ? errno : 0;
    if (listening >= 0 && guard_begin(&server->guard, port)
        && draw_revisions(server))
        server->daemon = start(server, listening);
    if (server->daemon) {
        snprintf(server->address, sizeof server->address,
            "http://127.0.0.1:%u/?token=%s", port, server->guard.token);
        return true;
    }
    if (errno == ENOMEM)
        jixiao_findings_out_of_memory(findings);
    else
        jixiao_findings_add(findings, catalogue_code(CATALOGUE_EDIT_NO_SERVER),
            "reason", fault_text(errno, text), NULL);
    if (listening >= 0)
        close(listening);
    return false;
}

struct server *server_new(struct jixiao_draft *draft,
    const struct server_options *options, struct jixiao_findings *findings)
{
    struct server *server = calloc(1, sizeof *server);

    if (!server) {
        jixiao_findings_out_of_memory(findings);
        return NULL;
    }
    server->draft = draft;
    server->options = *options;
    if (microhttpd_open((struct findings *)findings)
        && begin_serving(server, findings))
        return server;
    free(server);
    return NULL;
}

void server_free(struct server *server)
{
    if (!server)
        return;
    MHD_stop_daemon(server->daemon);
    told_states_free(&server->told);
    cJSON_Delete(server->files);
    free(server->built);
    free(server);
}

const char *server_address(const struct server *server)
{
    return server->address;
}

void server_run(struct server *server, bool (*is_over)(void))
{
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(server->daemon,
        MHD_DAEMON_INFO_EPOLL_FD);

    while (!is_over()) {
        MHD_UNSIGNED_LONG_LONG wait;
        if (MHD_get_timeout(server->daemon, &wait) != MHD_YES || wait > TICK)
            wait = TICK;
        poll(&(struct pollfd){ info->epoll_fd, POLLIN, 0 }, 1, (int)wait);
        MHD_run(server->daemon);
        connections_end_late(&server->connections);
    }
}
