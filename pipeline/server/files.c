/* Files of the page by name, and files of a set in its folder. */

#include "server/files.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "0_base/resources.h"
#include "server/told.h"

#define FOLDER "stylesheets/edit/"

static const struct {
    const char *ending;
    enum answer_type type;
} endings[] = {
    { ".html", ANSWER_HTML }, { ".css", ANSWER_CSS },
    { ".js", ANSWER_SCRIPT }, { ".json", ANSWER_JSON },
    { ".svg", ANSWER_SVG }, { ".xml", ANSWER_XML },
};

/* Small letters, digits and hyphens, and an ending that browsers read. */
static bool is_page_file(const char *name, enum answer_type *type)
{
    size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-");

    for (size_t k = 0; length && k < sizeof endings / sizeof *endings; k++)
        if (strcmp(name + length, endings[k].ending) == 0) {
            *type = endings[k].type;
            return true;
        }
    return false;
}

struct answer files_page(struct server *server, const char *name)
{
    const struct resources resources = { .data_dir =
        server->options.data_dir };
    struct answer answer = { .status = 200 };
    struct buffer path = BUFFER_EMPTY;

    if (!is_page_file(name, &answer.type))
        return answer_refusal(404, PHRASE_SERVER_NOT_THERE);
    buffer_printf(&path, FOLDER "%s", name);
    answer.bytes = path.failed ? NULL : resource_load(&resources,
        buffer_string(&path), &answer.length);
    buffer_free(&path);
    return answer.bytes ? answer
        : answer_refusal(404, PHRASE_SERVER_NOT_THERE);
}

/* --- a set that was built ------------------------------------------------- */

#define OUTPUT "output"         /* beside the data file */

/* What is told of a build. */
struct building {
    cJSON *files;
    char *corrected;
};

static void tell_file(void *user, const char *name,
    enum jixiao_file_change change)
{
    static const char *const changes[JIXIAO_FILE_CHANGE_COUNT] = {
        "new", "changed", "same", "removed", "kept", "left", "edited" };
    struct building *building = user;
    struct buffer link = BUFFER_EMPTY;

    buffer_add_string(&link, "/file/");
    for (const char *at = name; *at; at++)
        buffer_printf(&link, "%%%02X", (unsigned char)*at);
    cJSON *file = told_put(cJSON_CreateObject(), "name", told_text(name));
    file = told_put(file, "change", told_text(changes[change]));
    building->files = told_put(building->files, NULL, told_put(file, "href",
        told_text(change == JIXIAO_FILE_REMOVED ? NULL
            : buffer_string(&link))));
    buffer_free(&link);
}

static void tell_correction(void *user,
    const struct jixiao_comparison *comparison,
    struct jixiao_findings *findings)
{
    struct building *building = user;
    size_t length;
    FILE *out = open_memstream(&building->corrected, &length);

    if (!out) {
        jixiao_findings_out_of_memory(findings);
        return;
    }
    jixiao_comparison_print(comparison, &(struct jixiao_report_options){
        .kind = JIXIAO_REPORT_TEXT, .language = JIXIAO_ZH }, out, findings);
    fclose(out);
}

static void print_output(const char *path, struct buffer *out)
{
    const char *slash = strrchr(path, '/');

    buffer_add(out, path, slash ? (size_t)(slash + 1 - path) : 0);
    buffer_add_string(out, OUTPUT);
}

/* The files by which the page may ask for them from now on. */
static void keep_files(struct server *server, struct building *building,
    char *folder)
{
    cJSON_Delete(server->files);
    free(server->built);
    server->files = cJSON_Duplicate(building->files, true);
    server->built = folder;
}

struct answer files_build(struct server *server, const char *formats,
    struct jixiao_findings *findings)
{
    struct building building = { cJSON_CreateArray(), NULL };
    struct jixiao_draft_state state;
    struct jixiao_outcome outcome = { .folder = NULL };
    struct buffer output = BUFFER_EMPTY;

    jixiao_draft_get(server->draft, &state);
    print_output(state.path, &output);
    const struct jixiao_build how = { .output = buffer_string(&output),
        .formats = formats, .written = tell_file,
        .written_user = &building, .corrected = tell_correction,
        .corrected_user = &building };
    bool good = !output.failed
        && (!formats || jixiao_formats_check(formats, findings))
        && jixiao_draft_build(server->draft, &how, &outcome, findings);
    if (good)
        keep_files(server, &building, outcome.folder);
    else
        free(outcome.folder);
    buffer_free(&output);
    cJSON *told = told_put(cJSON_CreateObject(), "files", building.files);
    told = told_put(told, "folder", told_text(good ? server->built : NULL));
    told = told_put(told, "corrected", told_text(building.corrected));
    free(building.corrected);
    return answer_json(200, told_put(told, "findings",
        told_texts(findings)));
}

static bool is_built(const struct server *server, const char *name)
{
    const cJSON *file;

    cJSON_ArrayForEach(file, server->files) {
        const char *known = cJSON_GetStringValue(
            cJSON_GetObjectItemCaseSensitive(file, "name"));
        if (known && strcmp(known, name) == 0)
            return true;
    }
    return false;
}

/* The bytes of a plain file; NULL where it is none, or cannot be read. */
static char *read_file(const char *path, size_t *length)
{
    struct stat status;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    char *bytes = NULL;

    if (file >= 0 && fstat(file, &status) == 0 && S_ISREG(status.st_mode))
        bytes = malloc((size_t)status.st_size + 1);
    ssize_t count = bytes ? read(file, bytes, (size_t)status.st_size) : -1;
    if (file >= 0)
        close(file);
    *length = count < 0 ? 0 : (size_t)count;
    if (count >= 0)
        return bytes;
    free(bytes);
    return NULL;
}

struct answer files_answer(struct server *server,
    const struct request *request, const char *rest)
{
    struct answer answer = { .status = 200, .type = ANSWER_FILE };
    struct buffer path = BUFFER_EMPTY;

    (void)request;
    if (server->built && is_built(server, rest)) {
        buffer_printf(&path, "%s/%s", server->built, rest);
        answer.bytes = read_file(buffer_string(&path), &answer.length);
        answer.name = rest;
    }
    buffer_free(&path);
    return answer.bytes ? answer
        : answer_refusal(404, PHRASE_SERVER_NOT_THERE);
}
