/* What the page is told of a draft. */

#include "server/told.h"

#include <string.h>

static cJSON *put_text(cJSON *object, const char *name, const char *text)
{
    return told_put(object, name, told_text(text));
}

static cJSON *put_number(cJSON *object, const char *name, size_t number)
{
    return told_put(object, name, cJSON_CreateNumber((double)number));
}

static cJSON *put_bool(cJSON *object, const char *name, bool value)
{
    return told_put(object, name, cJSON_CreateBool(value));
}

/* --- findings ------------------------------------------------------------- */

static bool is_answerable(const struct jixiao_finding *finding)
{
    return finding->level <= JIXIAO_WARNING && finding->pointer
        && !finding->answer;
}

static cJSON *tell_finding(const struct jixiao_finding *finding,
    const char *attachment)
{
    cJSON *told = cJSON_CreateObject();

    told = put_text(told, "code", finding->code);
    told = put_text(told, "level",
        jixiao_level_name(finding->level, JIXIAO_EN));
    told = put_text(told, "attachment", attachment);
    told = put_text(told, "pointer", finding->pointer);
    told = put_text(told, "where", finding->where);
    told = put_text(told, "found", finding->found);
    told = put_text(told, "expected", finding->expected);
    told = told_put(told, "text", told_sentence(finding->text[JIXIAO_ZH]));
    told = put_text(told, "basis", finding->basis);
    told = put_text(told, "answer", finding->answer);
    return put_bool(told, "answerable", is_answerable(finding));
}

static bool add_findings(struct jixiao_draft *draft, struct told_list *list)
{
    const struct jixiao_findings *findings = jixiao_draft_findings(draft);
    struct jixiao_finding finding;
    bool good = true;

    for (size_t k = 0; good && k < jixiao_findings_count(findings); k++) {
        jixiao_findings_get(findings, k, &finding);
        good = told_list_add(list, tell_finding(&finding,
            jixiao_draft_shown_in(draft, k)));
    }
    return good;
}

static cJSON *tell_each(const struct jixiao_findings *findings,
    const char *name)
{
    cJSON *told = cJSON_CreateArray();
    struct jixiao_finding finding;

    for (size_t k = 0; told && k < jixiao_findings_count(findings); k++) {
        jixiao_findings_get(findings, k, &finding);
        cJSON *one = put_text(cJSON_CreateObject(), "pointer",
            finding.pointer);
        told = told_put(told, NULL, told_put(one, name,
            told_sentence(finding.text[JIXIAO_ZH])));
    }
    return told;
}

cJSON *told_refused(const struct jixiao_findings *findings)
{
    return tell_each(findings, "text");
}

cJSON *told_understood(const struct jixiao_findings *findings)
{
    return tell_each(findings, "words");
}

cJSON *told_texts(const struct jixiao_findings *findings)
{
    cJSON *told = cJSON_CreateArray();
    struct jixiao_finding finding;

    for (size_t k = 0; told && k < jixiao_findings_count(findings); k++) {
        jixiao_findings_get(findings, k, &finding);
        told = told_put(told, NULL, told_sentence(finding.text[JIXIAO_ZH]));
    }
    return told;
}

/* --- what there is -------------------------------------------------------- */

static cJSON *tell_attachment(
    const struct jixiao_draft_attachment *attachment)
{
    cJSON *one = put_text(cJSON_CreateObject(), "id", attachment->id);

    one = put_text(one, "title", attachment->title);
    one = put_number(one, "errors", attachment->open[JIXIAO_ERROR]);
    one = put_number(one, "warnings", attachment->open[JIXIAO_WARNING]);
    return put_number(one, "hints", attachment->open[JIXIAO_HINT]);
}

static bool add_attachments(struct jixiao_draft *draft,
    struct told_list *list)
{
    struct jixiao_draft_attachment attachment;
    bool good = true;

    for (size_t k = 0; good
        && jixiao_draft_get_attachment(draft, k, &attachment); k++)
        good = told_list_add(list, tell_attachment(&attachment));
    return good;
}

static cJSON *tell_list(const struct jixiao_draft_list *list)
{
    cJSON *shown = cJSON_CreateArray();
    cJSON *one = put_text(cJSON_CreateObject(), "pointer", list->pointer);

    if (list->attachment)
        shown = told_put(shown, NULL, told_text(list->attachment));
    one = put_text(one, "title", list->title);
    one = told_put(one, "attachments", shown);
    one = put_bool(one, "map", list->is_map);
    return put_number(one, "count", list->count);
}

static bool add_lists(struct jixiao_draft *draft, struct told_list *lists)
{
    struct jixiao_draft_list list;
    bool good = true;

    for (size_t k = 0; good && jixiao_draft_get_list(draft, k, &list); k++)
        good = told_list_add(lists, tell_list(&list));
    return good;
}

/* --- what is known of it -------------------------------------------------- */

static const struct {
    const char *name;
    bool (*add)(struct jixiao_draft *draft, struct told_list *list);
} kinds[TOLD_KIND_COUNT] = {
    [TOLD_ATTACHMENTS] = { "attachments", add_attachments },
    [TOLD_LISTS] = { "lists", add_lists },
    [TOLD_FINDINGS] = { "findings", add_findings },
};

static void free_lists(struct told_lists *lists)
{
    for (int k = 0; k < TOLD_KIND_COUNT; k++)
        told_list_free(&lists->all[k]);
    lists->revision = 0;
}

void told_states_free(struct told_states *states)
{
    free_lists(&states->now);
    free_lists(&states->before);
}

/* What there is now; what was told last becomes what was before. */
static bool go_on(struct told_states *states, struct jixiao_draft *draft,
    unsigned long revision)
{
    struct told_lists next = { .revision = revision };
    bool good = true;

    if (states->now.revision == revision)
        return true;
    for (int k = 0; good && k < TOLD_KIND_COUNT; k++)
        good = kinds[k].add(draft, &next.all[k]);
    if (!good) {
        free_lists(&next);
        return false;
    }
    free_lists(&states->before);
    states->before = states->now;
    states->now = next;
    return true;
}

static cJSON *put_lists(cJSON *told, const struct told_states *states,
    unsigned long known)
{
    const struct told_lists *old = known == states->now.revision
        ? &states->now : known == states->before.revision
        ? &states->before : NULL;

    for (int k = 0; told && k < TOLD_KIND_COUNT; k++)
        told = told_put(told, kinds[k].name, told_list_tell(
            &states->now.all[k], old ? &old->all[k] : NULL));
    return told;
}

/* The name of a path's last step. */
static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

cJSON *told_state(struct told_states *states, struct jixiao_draft *draft,
    unsigned long revision, unsigned long known)
{
    struct jixiao_draft_state state;
    cJSON *told = go_on(states, draft, revision) ? cJSON_CreateObject()
        : NULL;

    jixiao_draft_get(draft, &state);
    told = put_number(told, "revision", revision);
    told = put_text(told, "file", name_of(state.path));
    told = put_text(told, "title", state.title);
    told = put_bool(told, "form", state.has_form);
    told = put_bool(told, "changed", state.is_changed);
    told = put_bool(told, "stale", state.is_stale);
    told = put_number(told, "undo", state.undo);
    told = put_number(told, "redo", state.redo);
    told = put_number(told, "recovered", state.recovered);
    told = put_text(told, "totals", state.totals);
    told = put_text(told, "at", state.at);
    told = put_text(told, "in", state.attachment);
    return told ? put_lists(told, states, known) : NULL;
}
