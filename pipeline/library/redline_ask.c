/* Whether files of changes can be made as they are asked for. */

#include <string.h>

#include "0_base/unseen.h"
#include "0_base/utf8.h"
#include "1_read/file.h"
#include "1_read/json.h"
#include "2_schema/formats/format.h"
#include "9_bundle/bundle.h"
#include "9_bundle/manifest.h"
#include "library/redlining.h"

static bool complain(struct findings *findings, enum catalogue id,
    const char *name)
{
    findings_add(findings, id, (struct place){ 0, 0 }, NULL,
        "name", name, NULL);
    return false;
}

/* Whether the folder has files of a set, which others would replace. */
static bool holds_set(const char *folder, bool *failed)
{
    struct findings *unread = findings_new();
    struct buffer path = BUFFER_EMPTY, text = BUFFER_EMPTY;
    struct manifest manifest = { .tree = NULL };

    buffer_printf(&path, "%s/" BUNDLE_MANIFEST, folder);
    *failed = !unread || path.failed;
    if (!*failed && file_read(buffer_string(&path), JSON_SIZE_LIMIT, &text,
            unread))
        *failed = manifest_read(&manifest, buffer_string(&text)) != 0;
    const cJSON *program = cJSON_GetObjectItemCaseSensitive(manifest.tree,
        "program");
    bool holds = manifest.tree && !(cJSON_IsString(program)
        && utf8_ends_with(program->valuestring, REDLINE_PROGRAM));
    manifest_free(&manifest);
    buffer_free(&path);
    buffer_free(&text);
    findings_free(unread);
    return holds;
}

bool redline_is_allowed(const struct jixiao_redline *how,
    struct findings *findings)
{
    bool failed;

    if (how->author && !unseen_allows_name(how->author))
        return complain(findings, CATALOGUE_AUTHOR_UNUSABLE, how->author);
    if (how->reason && !unseen_allows_name(how->reason))
        return complain(findings, CATALOGUE_REASON_UNUSABLE, how->reason);
    if (how->date && !format_is_date(how->date, strlen(how->date)))
        return complain(findings, CATALOGUE_DATE_UNKNOWN, how->date);
    if (holds_set(how->output, &failed))
        return complain(findings, CATALOGUE_REDLINE_IN_SET, how->output);
    if (failed)
        findings_out_of_memory(findings);
    return !failed;
}
