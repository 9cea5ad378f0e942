/*
 * jixiao_pull(): what persons have edited in returned Word files, as a patch
 * of the data.
 */

#include <string.h>

#include "0_base/digest.h"
#include "13_pull/edited_data.h"
#include "13_pull/pull.h"
#include "3_transform/where.h"
#include "library/folders.h"
#include "library/handles.h"
#include "library/pulled.h"

struct naming {
    xmlDocPtr submission;
    struct buffer where;
};

/* Places are those of values; the file is a Word file and has no lines. */
static bool name_place(void *user, struct finding *finding)
{
    struct naming *naming = user;
    xmlNodePtr node = finding->pointer
        ? where_find(naming->submission, finding->pointer) : NULL;

    if (!node)
        return true;
    buffer_clear(&naming->where);
    where_print(node, &naming->where);
    finding->attachment = where_attachment(node);
    if (naming->where.length > 0)
        finding->where = buffer_string(&naming->where);
    return true;
}

static void name_places(const struct jixiao_set *set, size_t first,
    struct findings *findings)
{
    struct naming naming = { set->submission, BUFFER_EMPTY };

    findings_revise(findings, first, name_place, &naming);
    if (naming.where.failed)
        findings_out_of_memory(findings);
    buffer_free(&naming.where);
}

static bool are_together(const char *path, const char *other)
{
    const char *name = strrchr(path, '/'), *other_name = strrchr(other, '/');
    size_t length = name ? (size_t)(name - path) : 0;

    return !name == !other_name && (!name
        || (length == (size_t)(other_name - other)
            && memcmp(path, other, length) == 0));
}

/* A folder is looked at once for all files of it that follow each other. */
static bool recover_around(const struct jixiao_pull_options *options,
    size_t k, struct findings *findings)
{
    return (k > 0 && are_together(options->paths[k], options->paths[k - 1]))
        || folder_recover_around(options->paths[k], findings);
}

static bool read_files(struct pull *pull,
    const struct jixiao_pull_options *options, struct findings *findings)
{
    bool good = true;

    for (size_t k = 0; good && k < options->count; k++)
        good = recover_around(options, k, findings)
            && pull_file(pull, options->paths[k]);
    return good && pull_finish(pull);
}

static bool print(const struct jixiao_set *set, const struct pull *pull,
    struct jixiao_pulled *pulled, struct findings *findings)
{
    struct buffer data = BUFFER_EMPTY;
    bool good = edited_data_write(pull_edits(pull), set->json, &data);

    if (!good)
        findings_out_of_memory(findings);
    good = good && pulled_make(set, &data, pulled, findings);
    if (good)
        pulled->count = edited_data_count(pull_edits(pull));
    buffer_free(&data);
    return good;
}

bool jixiao_pull(struct jixiao *jixiao, const struct jixiao_set *set,
    const struct jixiao_pull_options *options, struct jixiao_pulled *pulled,
    struct jixiao_findings *findings)
{
    struct findings *list = findings_inside(findings);
    size_t first = findings_count(list), length;
    const char *text = json_text(set->json, &length);
    char digest[DIGEST_TEXT_SIZE];
    struct pull_source source = { .json = set->json,
        .data_digest = digest_text(text, length, digest),
        .submission = set->submission,
        .documents = set_document(set, NULL, list),
        .lexicon = edition_lexicon(set->edition, list),
        .schema = set->edition->schema,
        .formulas = set->edition->formulas,
        .style = set->edition->style, .original = options->original };

    (void)jixiao;
    *pulled = (struct jixiao_pulled){ .patch = NULL };
    if (!source.documents || !source.lexicon) {
        xmlFreeDoc(source.documents);
        return false;
    }
    struct pull *pull = pull_new(&source, list);
    bool good = pull && read_files(pull, options, list)
        && print(set, pull, pulled, list);
    name_places(set, first, list);
    set_keep_lines(set, list);
    pull_free(pull);
    xmlFreeDoc(source.documents);
    return good;
}
