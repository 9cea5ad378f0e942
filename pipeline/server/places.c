/* Places and values as JSON. */

#include "server/places.h"

#include "server/told.h"

#define VALUES_MAX 20

static const char *const states[] = {
    [JIXIAO_DRAFT_STATED] = "stated",
    [JIXIAO_DRAFT_BLANK] = "null",
    [JIXIAO_DRAFT_ABSENT] = "absent",
    [JIXIAO_DRAFT_DERIVED] = "derived",
    [JIXIAO_DRAFT_OVERRIDDEN] = "overridden",
};

/* A place being told; the choices come after it. */
struct telling {
    cJSON *told;
    cJSON *choices, *kinds;
};

static void tell_place(void *user, const struct jixiao_draft_place *place)
{
    struct telling *telling = user;
    const struct { const char *name, *text; } texts[] = {
        { "pointer", place->pointer }, { "title", place->title },
        { "where", place->where },
        { "type", place->type }, { "unit", place->unit },
        { "shown_unit", place->shown_unit },
        { "state", states[place->state] }, { "formula", place->formula },
        { "words", place->words }, { "source", place->source },
        { "list", place->list },
    };

    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
        telling->told = told_put(telling->told, texts[k].name,
            told_text(texts[k].text));
    telling->told = told_put(telling->told, "description",
        told_sentence(place->description));
    telling->told = told_put(telling->told, "index",
        cJSON_CreateNumber((double)place->index));
    telling->told = told_put(telling->told, "count",
        cJSON_CreateNumber((double)place->count));
}

static void tell_choice(void *user, const char *name, const char *title)
{
    struct telling *telling = user;

    telling->choices = told_put(telling->choices, NULL, told_text(name));
    cJSON *kind = told_put(cJSON_CreateObject(), "kind", told_text(name));
    telling->kinds = told_put(telling->kinds, NULL, told_put(kind, "title",
        told_text(title)));
}

struct answer places_answer(struct server *server,
    const struct request *request, const char *rest)
{
    const char *pointer = request_argument(request, "pointer");
    struct jixiao_findings *findings = jixiao_findings_new();
    struct telling telling = { cJSON_CreateObject(), cJSON_CreateArray(),
        cJSON_CreateArray() };
    bool found = findings && pointer && jixiao_draft_look(server->draft,
        pointer, tell_place, tell_choice, &telling, findings);

    (void)rest;
    jixiao_findings_free(findings);
    telling.told = told_put(telling.told, "choices", telling.choices);
    telling.told = told_put(telling.told, "kinds", telling.kinds);
    if (found)
        return answer_json(200, telling.told);
    cJSON_Delete(telling.told);
    return answer_refusal(404, PHRASE_SERVER_NOT_THERE);
}

static void tell_value(void *user, const struct jixiao_draft_value *value)
{
    cJSON **told = user;
    cJSON *one = told_put(cJSON_CreateObject(), "reference",
        told_text(value->reference));

    one = told_put(one, "title", told_text(value->title));
    one = told_put(one, "where", told_text(value->where));
    *told = told_put(*told, NULL, told_put(one, "words",
        told_text(value->words)));
}

struct answer places_search(struct server *server,
    const struct request *request, const char *rest)
{
    const char *words = request_argument(request, "q");
    struct jixiao_findings *findings = jixiao_findings_new();
    cJSON *told = cJSON_CreateArray();
    bool good = findings && jixiao_draft_search(server->draft,
        words ? words : "", VALUES_MAX, tell_value, &told, findings);

    (void)rest;
    jixiao_findings_free(findings);
    return answer_json(good ? 200 : 500, told);
}
