/*
 * What the editor's page sends: requests to its server, one after the other,
 * for a draft of the smallest filing, or, where the list begins with a text, of
 * the example.  Each is an object, the body, with the path that it is sent to;
 * bytes that are no list are one body of a change.
 */

#include <stdlib.h>
#include <string.h>

#include "../fuzz.h"
#include "1_read/json.h"
#include "library/drafting.h"
#include "server/serving.h"

static struct jixiao_draft *open_draft(const char *path)
{
    struct jixiao_findings *findings = jixiao_findings_new();
    struct jixiao_draft *draft = jixiao_draft_open(fuzz_jixiao(), path, NULL,
        findings);

    fuzz_need(draft != NULL, "a draft can be opened");
    jixiao_findings_free(findings);
    return draft;
}

/* A copy of a filing. */
static const char *write_data(const char *from)
{
    struct buffer text = BUFFER_EMPTY;
    char block[4096];
    size_t got;
    FILE *file = fopen(from, "rb");

    fuzz_need(file != NULL, from);
    while ((got = fread(block, 1, sizeof block, file)) > 0)
        buffer_add(&text, block, got);
    fclose(file);
    const char *path = fuzz_file((const uint8_t *)text.bytes, text.length);
    buffer_free(&text);
    return path;
}

/* --- requests ------------------------------------------------------------- */

/* The draft keeps its shape, and what is found in it can be shown. */
static void look_at(struct jixiao_draft *draft)
{
    struct findings *findings = findings_new();
    const struct buffer *text = &draft->text.text;
    struct json *json = json_parse(text->bytes, text->length, findings);
    struct jixiao_draft_state state;

    fuzz_need(json && findings_count(findings) == 0, "a draft is JSON");
    jixiao_draft_get(draft, &state);
    fuzz_need(state.has_form, "a draft has the shape of its edition");
    fuzz_look(draft->findings);
    json_free(json);
    findings_free(findings);
}

static void send(struct server *server, const char *path, const char *body,
    size_t length)
{
    struct request request = { .method = "POST", .path = path };
    unsigned status;
    enum phrase why;

    buffer_add(&request.body, body, length);
    request.route = route_find(&request, &status, &why);
    if (request.route && strcmp(path, "/build") != 0) {
        struct answer answer = route_answer(server, &request);
        fuzz_need(answer.bytes && answer.status < 500,
            "a request is answered");
        if (getenv("FUZZ_SAY"))
            fprintf(stderr, "%s %.*s\n%.*s\n", path, (int)length, body,
                (int)answer.length, answer.bytes);
        free(answer.bytes);
        look_at(server->draft);
    }
    buffer_free(&request.body);
}

/* Of what the page knows, unless it says another revision. */
static void send_one(struct server *server, cJSON *asked)
{
    const char *path = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(
        asked, "path"));
    char *body;

    if (cJSON_IsObject(asked)
        && !cJSON_GetObjectItemCaseSensitive(asked, "revision"))
        cJSON_AddNumberToObject(asked, "revision",
            (double)(server->draft->revision + server->revisions));
    body = cJSON_PrintUnformatted(asked);
    fuzz_need(body != NULL, "there is memory");
    send(server, path ? path : "/change", body, strlen(body));
    cJSON_free(body);
}

/* --- steps ---------------------------------------------------------------- */

static void need_text(const struct jixiao_draft *draft,
    const struct buffer *text, const char *what)
{
    fuzz_need(draft->text.text.length == text->length && memcmp(
        draft->text.text.bytes, text->bytes, text->length) == 0, what);
}

static void step_all(struct jixiao_draft *draft, bool back)
{
    struct jixiao_findings *findings = jixiao_findings_new();

    while (back ? draft_can_undo(&draft->text)
        : draft_can_redo(&draft->text))
        fuzz_need((back ? jixiao_draft_undo : jixiao_draft_redo)(draft,
            findings), "a step goes back and forth");
    jixiao_findings_free(findings);
}

/* All the way back, and forth again; then from the journal. */
static struct jixiao_draft *go_over(struct jixiao_draft *draft,
    const char *path, const struct buffer *before)
{
    struct buffer after = BUFFER_EMPTY;

    step_all(draft, false);
    buffer_add(&after, draft->text.text.bytes, draft->text.text.length);
    step_all(draft, true);
    need_text(draft, before, "undone, all is as before");
    step_all(draft, false);
    need_text(draft, &after, "redone, all is as after");
    jixiao_draft_close(draft);
    draft = open_draft(path);
    need_text(draft, &after, "what was changed is read back");
    buffer_free(&after);
    return draft;
}

/* Saved, so that no journal stays. */
static void close_draft(struct jixiao_draft *draft)
{
    struct jixiao_findings *findings = jixiao_findings_new();

    fuzz_need(jixiao_draft_save(draft, false, findings),
        "a draft can be saved");
    jixiao_draft_close(draft);
    jixiao_findings_free(findings);
}

static void send_all(struct server *server, cJSON *list,
    const uint8_t *bytes, size_t size)
{
    cJSON *asked;

    if (!cJSON_IsArray(list))
        send(server, "/change", (const char *)bytes, size);
    else
        cJSON_ArrayForEach(asked, list)
            send_one(server, asked);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    cJSON *list = cJSON_ParseWithLength((const char *)bytes, size);
    const char *path = write_data(cJSON_IsString(cJSON_GetArrayItem(list, 0))
        ? "input/example-full-2024.json" : "input/smallest.json");
    struct server server = { .revisions = 1 };
    struct buffer before = BUFFER_EMPTY;

    fuzz_setup();
    server.draft = open_draft(path);
    buffer_add(&before, server.draft->text.text.bytes,
        server.draft->text.text.length);
    send_all(&server, list, bytes, size);
    close_draft(go_over(server.draft, path, &before));
    told_states_free(&server.told);
    cJSON_Delete(list);
    buffer_free(&before);
    return 0;
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t room,
    unsigned seed)
{
    return fuzz_shape_edits(bytes, size, room, seed);
}
