/*
 * What can be asked for, and what is answered.
 */

#include <stdlib.h>
#include <string.h>

#include "server/asked.h"
#include "server/files.h"
#include "server/places.h"
#include "server/serving.h"
#include "server/told.h"

/* --- pages ---------------------------------------------------------------- */

/* The first request brings the token, and is sent on without it. */
static struct answer answer_page(struct server *server,
    const struct request *request, const char *rest)
{
    const char *token = request_argument(request, "token");
    bool is_new = token && guard_admit(&server->guard, token);

    (void)rest;
    if (token && !is_new && !guard_knows(&server->guard, request))
        return answer_refusal(403, PHRASE_SERVER_TOKEN);
    if (token)
        return (struct answer){ .status = 303, .type = ANSWER_HTML,
            .location = "/", .sets_cookie = is_new };
    return files_page(server, "edit.html");
}

static struct answer answer_file(struct server *server,
    const struct request *request, const char *rest)
{
    (void)request;
    return files_page(server, rest);
}

static unsigned long revision_of(const struct server *server)
{
    struct jixiao_draft_state state;

    jixiao_draft_get(server->draft, &state);
    return server->revisions + state.revision;
}

/* What is no fault of the request. */
static struct answer answer_fault(const struct jixiao_findings *findings)
{
    struct jixiao_finding finding;

    jixiao_findings_get(findings, 0, &finding);
    return answer_json(500, told_put(cJSON_CreateObject(), "error",
        told_sentence(finding.text[JIXIAO_ZH])));
}

/* What the library made, or why it did not. */
static struct answer answer_made(struct server *server,
    enum answer_type type, char *bytes, size_t length,
    struct jixiao_findings *findings)
{
    if (!bytes && jixiao_findings_count(findings) == 0)
        return answer_refusal(404, PHRASE_SERVER_NOT_THERE);
    if (!bytes)
        return answer_fault(findings);
    return (struct answer){ .status = 200, .type = type, .bytes = bytes,
        .length = length, .revision = revision_of(server) };
}

/* An attachment, or, without a name, the CSS of all. */
static struct answer answer_drawn(struct server *server,
    enum answer_type type, const char *attachment)
{
    struct jixiao_findings *findings = jixiao_findings_new();
    size_t length = 0;

    if (!findings)
        return answer_json(500, NULL);
    char *bytes = attachment ? jixiao_draft_html(server->draft, attachment,
            &length, findings)
        : jixiao_draft_css(server->draft, &length, findings);
    struct answer answer = answer_made(server, type, bytes, length, findings);
    jixiao_findings_free(findings);
    return answer;
}

static struct answer answer_css(struct server *server,
    const struct request *request, const char *rest)
{
    (void)request;
    (void)rest;
    return answer_drawn(server, ANSWER_CSS, NULL);
}

static struct answer answer_attachment(struct server *server,
    const struct request *request, const char *rest)
{
    (void)request;
    return answer_drawn(server, ANSWER_HTML, rest);
}

/* Of the revision that the page knows, only what is other now. */
static cJSON *tell_state(struct server *server, unsigned long known)
{
    return told_state(&server->told, server->draft,
        revision_of(server), known);
}

static struct answer answer_state(struct server *server,
    const struct request *request, const char *rest)
{
    const char *known = request_argument(request, "known");

    (void)rest;
    return answer_json(200, tell_state(server,
        known ? strtoul(known, NULL, 10) : 0));
}

/* --- changes -------------------------------------------------------------- */

/* A request that changes something: what it asks for, and what comes of it. */
struct doing {
    struct server *server;
    struct asked asked;
    struct jixiao_findings *understood, *findings;
};

/* NULL, with findings, where there should be one. */
static cJSON *tell_html(struct doing *doing, struct jixiao_findings *aside)
{
    size_t length;
    char *html = doing->asked.show ? jixiao_draft_html(
        doing->server->draft, doing->asked.show, &length, aside) : NULL;
    cJSON *told = html || jixiao_findings_count(aside) == 0
        ? told_text(html) : NULL;

    free(html);
    return told;
}

/* What every such request is told first: where things stand. */
static cJSON *tell_first(const struct doing *doing)
{
    return told_put(cJSON_CreateObject(), "state", tell_state(doing->server,
        doing->asked.revision));
}

/* What was refused was not done, whatever was understood. */
static cJSON *tell_understood(const struct doing *doing)
{
    return jixiao_findings_count(doing->findings) > 0 ? cJSON_CreateArray()
        : told_understood(doing->understood);
}

/* A form that cannot be made is told instead of what was done. */
static struct answer tell_done(struct doing *doing)
{
    struct jixiao_findings *aside = jixiao_findings_new();
    cJSON *told = aside ? tell_first(doing) : NULL;

    told = told_put(told, "understood", tell_understood(doing));
    told = told_put(told, "refused", told_refused(doing->findings));
    if (aside)
        told = told_put(told, "html", tell_html(doing, aside));
    bool is_fault = aside && !told && jixiao_findings_count(aside) > 0;
    struct answer answer = is_fault ? answer_fault(aside)
        : answer_json(200, told);
    jixiao_findings_free(aside);
    return answer;
}

/* Another page has changed the draft meanwhile. */
static struct answer tell_conflict(struct doing *doing)
{
    return answer_json(409, told_put(tell_first(doing), "error", told_text(
        phrase_text(PHRASE_SERVER_REVISION, LANGUAGE_ZH))));
}

static struct answer do_change(struct doing *doing)
{
    if (!asked_read_changes(&doing->asked))
        return answer_refusal(400, PHRASE_SERVER_MALFORMED);
    jixiao_draft_change(doing->server->draft, doing->asked.changes,
        doing->asked.count, doing->asked.join, doing->understood,
        doing->findings);
    return tell_done(doing);
}

static struct answer do_undo(struct doing *doing)
{
    jixiao_draft_undo(doing->server->draft, doing->findings);
    return tell_done(doing);
}

static struct answer do_redo(struct doing *doing)
{
    jixiao_draft_redo(doing->server->draft, doing->findings);
    return tell_done(doing);
}

static struct answer do_save(struct doing *doing)
{
    jixiao_draft_save(doing->server->draft, doing->asked.overwrite,
        doing->findings);
    return answer_json(200, told_put(tell_first(doing), "findings",
        told_refused(doing->findings)));
}

static struct answer do_build(struct doing *doing)
{
    return files_build(doing->server, doing->asked.formats,
        doing->findings);
}

static bool is_current(const struct doing *doing)
{
    return doing->asked.revision == revision_of(doing->server);
}

static struct answer answer_doing(struct server *server,
    const struct request *request,
    struct answer (*act)(struct doing *doing))
{
    struct doing doing = { .server = server,
        .understood = jixiao_findings_new(),
        .findings = jixiao_findings_new() };
    struct answer answer = { .status = 500 };

    bool good = asked_read(&doing.asked, buffer_string(&request->body),
        request->body.length);
    if (!good)
        answer = answer_refusal(400, PHRASE_SERVER_MALFORMED);
    else if (doing.understood && doing.findings)
        answer = is_current(&doing) ? act(&doing) : tell_conflict(&doing);
    asked_free(&doing.asked);
    jixiao_findings_free(doing.understood);
    jixiao_findings_free(doing.findings);
    return answer;
}

#define DOING(name) \
    static struct answer answer_##name(struct server *server, \
        const struct request *request, const char *rest) \
    { \
        (void)rest; \
        return answer_doing(server, request, do_##name); \
    }

DOING(change)
DOING(undo)
DOING(redo)
DOING(save)
DOING(build)

/* --- the table ------------------------------------------------------------ */

static const struct route routes[] = {
    { "GET", "/", false, answer_page },
    { "GET", "/edit/", true, answer_file },
    { "GET", "/typography.css", false, answer_css },
    { "GET", "/attachment/", true, answer_attachment },
    { "GET", "/state", false, answer_state },
    { "GET", "/place", false, places_answer },
    { "GET", "/values", false, places_search },
    { "GET", "/file/", true, files_answer },
    { "POST", "/change", false, answer_change },
    { "POST", "/undo", false, answer_undo },
    { "POST", "/redo", false, answer_redo },
    { "POST", "/save", false, answer_save },
    { "POST", "/build", false, answer_build },
};

static bool is_path(const struct route *route, const char *path)
{
    return route->is_prefix
        ? strncmp(route->path, path, strlen(route->path)) == 0
        : strcmp(route->path, path) == 0;
}

const struct route *route_find(const struct request *request,
    unsigned *status, enum phrase *why)
{
    *status = 404;
    *why = PHRASE_SERVER_NOT_THERE;
    for (size_t k = 0; k < sizeof routes / sizeof *routes; k++) {
        if (!is_path(&routes[k], request->path))
            continue;
        if (strcmp(routes[k].method, request->method) == 0) {
            *status = 0;
            return &routes[k];
        }
        *status = 405;
        *why = PHRASE_SERVER_METHOD;
    }
    return NULL;
}

struct answer route_answer(struct server *server,
    const struct request *request)
{
    const struct route *route = request->route;

    return route->answer(server, request,
        request->path + strlen(route->path));
}
