/* A list of findings: added with their sentences made, sorted, revised. */

#include "0_base/findings.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/arena.h"
#include "0_base/catalogue.h"
#include "0_base/finding_index.h"
#include "0_base/finding_strings.h"
#include "0_base/id_map.h"
#include "0_base/list.h"

struct entry {
    struct finding finding;
    size_t file_rank;           /* where its file stands among the files */
    size_t order;               /* of arrival, in which equal ones stay */
};

struct findings {
    struct entry *list;
    size_t count, room;
    struct arena strings;       /* of all that were ever in the list */
    char **files;               /* every file named, in order */
    size_t file_room;
    struct id_map file_ranks;   /* where each stands among them */
    size_t file_rank;           /* of the one that findings are about now */
    const char *file;           /* its name, NULL for none */
    struct finding_index index; /* filled when something is looked up */
    bool keeps_lines;
    bool out_of_memory;
    struct finding no_memory;   /* made before memory runs out */
};

/* What is said where there is no memory even for a list of findings. */
static struct finding finding_no_memory(enum catalogue id)
{
    const struct catalogue_row *row = catalogue_get(id);

    return (struct finding){ .code = row->code, .level = row->level,
        .text = { row->text[LANGUAGE_ZH], row->text[LANGUAGE_EN] },
        .basis = row->basis };
}

struct findings *findings_new(void)
{
    struct findings *findings = calloc(1, sizeof *findings);

    if (findings)
        findings->no_memory = finding_no_memory(CATALOGUE_OUT_OF_MEMORY);
    return findings;
}

void findings_free(struct findings *findings)
{
    if (!findings)
        return;
    for (size_t k = 0; k < findings->file_ranks.count; k++)
        free(findings->files[k]);
    arena_free(&findings->strings);
    finding_index_free(&findings->index);
    id_map_free(&findings->file_ranks);
    free(findings->files);
    free(findings->list);
    free(findings);
}

void findings_out_of_memory(struct findings *findings)
{
    findings->out_of_memory = true;
}

void findings_files_are_written(struct findings *findings)
{
    if (!findings->out_of_memory)
        findings->no_memory = finding_no_memory(CATALOGUE_REPORT_CUT);
}

bool findings_lack_memory(const struct findings *findings)
{
    return findings->out_of_memory;
}

void findings_keep_lines(struct findings *findings)
{
    findings->keeps_lines = true;
}

bool findings_keeps_lines(const struct findings *findings)
{
    return findings->keeps_lines;
}

const char *findings_file(const struct findings *findings)
{
    return findings->file;
}

/* False where memory runs out. */
static bool add_file(struct findings *findings, const char *file,
    uint64_t key)
{
    char *copy = strdup(file);
    uint32_t rank;
    char **files = copy ? id_map_list(&findings->file_ranks, key,
        findings->files, &findings->file_room, sizeof *files, &rank) : NULL;

    if (!files) {
        free(copy);
        return false;
    }
    findings->files = files;
    files[rank] = copy;
    return true;
}

void findings_set_file(struct findings *findings, const char *file)
{
    uint64_t key = file ? id_map_text(file, strlen(file)) : 0;
    uint32_t rank = (uint32_t)findings->file_ranks.count;

    findings->file = NULL;
    if (!file)
        return;
    if (!id_map_find(&findings->file_ranks, key, &rank)
        && !add_file(findings, file, key)) {
        findings->out_of_memory = true;
        return;
    }
    findings->file_rank = rank;
    findings->file = findings->files[rank];
}

static bool is_same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* The text that is kept already where it is the same, or where memory runs out;
 * else a copy of the new one, NULL for none. */
static const char *keep_text(struct findings *findings, const char *kept,
    const char *text)
{
    if (is_same(kept, text))
        return kept;
    const char *copy = text ? arena_copy(&findings->strings, text,
        strlen(text)) : NULL;
    findings->out_of_memory = findings->out_of_memory || (text && !copy);
    return copy || !text ? copy : kept;
}

/* Puts copies of its strings in place of those that differ. */
static void take_strings(struct findings *findings, struct finding *finding,
    struct finding *from)
{
    const char **own[FINDING_STRING_COUNT], **texts[FINDING_STRING_COUNT];

    finding_strings(finding, own);
    finding_strings(from, texts);
    for (int k = 0; k < FINDING_STRING_COUNT; k++)
        *texts[k] = *own[k] = keep_text(findings, *own[k], *texts[k]);
}

void findings_add_made(struct findings *findings, const struct finding *made)
{
    struct entry *list = list_room(findings->list, findings->count,
        &findings->room, sizeof *list);

    if (!list) {
        findings->out_of_memory = true;
        return;
    }
    findings->list = list;
    struct entry *entry = &list[findings->count];
    struct finding before = findings->count ? entry[-1].finding
        : (struct finding){0};
    /* Many strings are those of the finding before, which is of that rule. */
    entry->finding = *made;
    take_strings(findings, &before, &entry->finding);
    if (findings->strings.failed)
        return;
    entry->finding.file = findings->file;
    entry->file_rank = findings->file_rank;
    entry->order = findings->count++;
}

void findings_append(struct findings *findings, const struct findings *other)
{
    const char *file = findings->file;
    size_t rank = findings->file_rank;

    for (size_t k = 0; k < findings_count(other); k++) {
        const struct finding *finding = findings_get(other, k);
        if (finding->file)
            findings_set_file(findings, finding->file);
        findings_add_made(findings, finding);
        findings->file = file;
        findings->file_rank = rank;
    }
}

size_t findings_count(const struct findings *findings)
{
    return findings->count + findings->out_of_memory;
}

const struct finding *findings_get(const struct findings *findings, size_t k)
{
    return k < findings->count ? &findings->list[k].finding
        : &findings->no_memory;
}

bool findings_have(struct findings *findings, size_t first, const char *code,
    size_t code_length, const char *pointer)
{
    struct finding_index *index = &findings->index;
    size_t last;

    while (index->count < findings->count)
        if (!finding_index_add(index, &findings->list[index->count].finding)) {
            findings->out_of_memory = true;
            return false;
        }
    return finding_index_find(index, code, code_length, pointer, &last)
        && last >= first;
}

static int compare_numbers(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* Findings without an attachment come first; 附件10 comes behind 附件2, since the
 * longer name has the higher number. */
static int compare_attachments(const char *a, const char *b)
{
    if (a == b)
        return 0;
    int order = compare_numbers(a ? strlen(a) : 0, b ? strlen(b) : 0);
    return order || !a || !b ? order : strcmp(a, b);
}

/* A hint about the file as a whole, such as which fonts stand in: what is to be
 * corrected goes before it. */
static bool is_aside(const struct finding *finding)
{
    return finding->level == LEVEL_HINT && !finding->attachment
        && finding->place.line == 0;
}

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;
    int order = compare_numbers(a->file_rank, b->file_rank);

    if (order == 0)
        order = is_aside(&a->finding) - is_aside(&b->finding);
    if (order == 0)
        order = compare_attachments(a->finding.attachment,
            b->finding.attachment);
    if (order == 0)
        order = compare_numbers(a->finding.place.line, b->finding.place.line);
    if (order == 0)
        order = compare_numbers(a->finding.place.column,
            b->finding.place.column);
    if (order == 0)
        order = strcmp(a->finding.code, b->finding.code);
    return order ? order : compare_numbers(a->order, b->order);
}

void findings_sort(struct findings *findings)
{
    finding_index_free(&findings->index);
    if (findings->count)
        qsort(findings->list, findings->count, sizeof *findings->list,
            compare_entries);
}

static void take_revision(struct findings *findings, struct finding *finding,
    struct finding revised)
{
    take_strings(findings, finding, &revised);
    finding->level = revised.level;
    finding->place = revised.place;
    finding->line_at = revised.line_at;
    memcpy(finding->line_cut, revised.line_cut, sizeof revised.line_cut);
}

void findings_revise(struct findings *findings, size_t first,
    finding_visitor *visit, void *user)
{
    size_t kept = first;

    finding_index_free(&findings->index);
    for (size_t k = first; k < findings->count; k++) {
        struct entry *entry = &findings->list[k];
        struct finding revised = entry->finding;
        if (visit(user, &revised)) {
            take_revision(findings, &entry->finding, revised);
            findings->list[kept++] = *entry;
        }
    }
    if (first < findings->count)
        findings->count = kept;
}

void findings_answer(struct findings *findings, size_t k, const char *answer,
    const char *pointer)
{
    struct finding *finding = &findings->list[k].finding;

    finding->answer = keep_text(findings, finding->answer, answer);
    finding->answer_pointer = keep_text(findings, finding->answer_pointer,
        pointer);
}

enum level findings_worst(const struct findings *findings)
{
    enum level worst = findings->out_of_memory ? LEVEL_SYSTEM : LEVEL_HINT;

    for (size_t k = 0; k < findings->count; k++) {
        const struct finding *finding = &findings->list[k].finding;
        if (!finding->answer && finding->level > worst)
            worst = finding->level;
    }
    return worst;
}
