/* What the page is told of a draft. */

#include "server/told.h"

#include <string.h>

cJSON *told_put(cJSON *object, const char *name, cJSON *value)
{
    bool good = object && value && (cJSON_IsArray(object)
        ? cJSON_AddItemToArray(object, value)
        : cJSON_AddItemToObject(object, name, value));

    if (good)
        return object;
    cJSON_Delete(value);
    cJSON_Delete(object);
    return NULL;
}

cJSON *told_text(const char *text)
{
    return text ? cJSON_CreateString(text) : cJSON_CreateNull();
}

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
    told = put_text(told, "text", finding->text[JIXIAO_ZH]);
    told = put_text(told, "basis", finding->basis);
    told = put_text(told, "answer", finding->answer);
    return put_bool(told, "answerable", is_answerable(finding));
}

static cJSON *tell_findings(struct jixiao_draft *draft)
{
    const struct jixiao_findings *findings = jixiao_draft_findings(draft);
    struct jixiao_finding finding;
    cJSON *told = cJSON_CreateArray();

    for (size_t k = 0; told && k < jixiao_findings_count(findings); k++) {
        jixiao_findings_get(findings, k, &finding);
        told = told_put(told, NULL, tell_finding(&finding,
            jixiao_draft_shown_in(draft, k)));
    }
    return told;
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
        told = told_put(told, NULL, put_text(one, name,
            finding.text[JIXIAO_ZH]));
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
        told = told_put(told, NULL, told_text(finding.text[JIXIAO_ZH]));
    }
    return told;
}

/* --- what there is -------------------------------------------------------- */

static cJSON *tell_attachments(const struct jixiao_draft *draft)
{
    struct jixiao_draft_attachment attachment;
    cJSON *told = cJSON_CreateArray();

    for (size_t k = 0; told
        && jixiao_draft_get_attachment(draft, k, &attachment); k++) {
        cJSON *one = put_text(cJSON_CreateObject(), "id", attachment.id);
        one = put_text(one, "title", attachment.title);
        one = put_number(one, "errors", attachment.open[JIXIAO_ERROR]);
        one = put_number(one, "warnings", attachment.open[JIXIAO_WARNING]);
        one = put_number(one, "hints", attachment.open[JIXIAO_HINT]);
        told = told_put(told, NULL, one);
    }
    return told;
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

static cJSON *tell_lists(const struct jixiao_draft *draft, const char *show)
{
    struct jixiao_draft_list list;
    cJSON *told = cJSON_CreateArray();

    for (size_t k = 0; told && jixiao_draft_get_list(draft, k, &list); k++)
        if (!show || !list.attachment || strcmp(list.attachment, show) == 0)
            told = told_put(told, NULL, tell_list(&list));
    return told;
}

/* The name of a path's last step. */
static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

cJSON *told_state(struct jixiao_draft *draft, const char *show)
{
    struct jixiao_draft_state state;
    cJSON *told = cJSON_CreateObject();

    jixiao_draft_get(draft, &state);
    told = put_number(told, "revision", state.revision);
    told = put_text(told, "file", name_of(state.path));
    told = put_text(told, "title", state.title);
    told = put_bool(told, "form", state.has_form);
    told = put_bool(told, "changed", state.is_changed);
    told = put_bool(told, "stale", state.is_stale);
    told = put_number(told, "undo", state.undo);
    told = put_number(told, "redo", state.redo);
    told = put_number(told, "recovered", state.recovered);
    told = told_put(told, "attachments", tell_attachments(draft));
    told = told_put(told, "lists", tell_lists(draft, show));
    return told_put(told, "findings", tell_findings(draft));
}
