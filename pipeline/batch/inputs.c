/* The list of data files, each of a folder or a list in it once, however its
 * path is written. */

#include "batch/inputs.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "0_base/buffer.h"
#include "0_base/catalogue.h"
#include "0_base/fault.h"
#include "0_base/list.h"
#include "0_base/pipe.h"
#include "0_base/signs.h"
#include "0_base/utf8.h"
#include "batch/walk.h"
#include "batch/wrapped.h"

#define LIST_LIMIT ((size_t)256 << 20)  /* bytes of a list of paths */
#define BEGINNING_LENGTH 40     /* characters shown of what is no list */

static bool lack_memory(struct jixiao_findings *findings)
{
    jixiao_findings_out_of_memory(findings);
    return false;
}

/* A path from the root, without what leads nowhere: "//", "/./". */
static void add_whole(const char *path, struct buffer *whole)
{
    char *here = *path == '/' ? NULL : getcwd(NULL, 0);

    buffer_add_string(whole, here && strcmp(here, "/") != 0 ? here : "");
    free(here);
    while (*path) {
        size_t length = strcspn(path, "/");
        if (length > 0 && (length > 1 || *path != '.')) {
            buffer_add_char(whole, '/');
            buffer_add(whole, path, length);
        }
        path += length + (path[length] == '/');
    }
}

/* Whether the path is new, or a person names it again, which others judge. */
static bool is_taken(struct inputs *inputs, const char *path, bool is_named,
    bool *failed)
{
    uint32_t before = inputs->paths.count, id;
    struct buffer whole = BUFFER_EMPTY;

    add_whole(path, &whole);
    *failed = whole.failed || !id_map_add(&inputs->paths,
        id_map_text(buffer_string(&whole), whole.length), &id);
    buffer_free(&whole);
    return !*failed && (is_named || inputs->paths.count > before);
}

static bool take(struct inputs *inputs, const char *path, size_t below,
    bool is_named, struct jixiao_findings *findings)
{
    bool failed;

    if (!is_taken(inputs, path, is_named, &failed))
        return !failed || lack_memory(findings);

    struct input *list = list_room(inputs->list, inputs->count,
        &inputs->room, sizeof *list);
    char *copy = list ? strdup(path) : NULL;
    if (list)
        inputs->list = list;
    if (!copy)
        return lack_memory(findings);
    list[inputs->count++] = (struct input){ copy, below };
    return true;
}

/* What a folder gives, on its way to the list. */
struct folder_taken {
    struct inputs *inputs;
    struct jixiao_findings *findings;
    size_t below, count;
};

static bool take_below(void *user, const char *path)
{
    struct folder_taken *folder = user;

    folder->count++;
    return take(folder->inputs, path, folder->below, false,
        folder->findings);
}

static bool refuse_folder(enum catalogue id, struct buffer *folder,
    struct jixiao_findings *findings)
{
    jixiao_findings_add(findings, catalogue_code(id), "name",
        buffer_string(folder), NULL);
    buffer_free(folder);
    return false;
}

/* The same folder has the same name with a stroke behind it and without. */
static bool add_folder(struct inputs *inputs, const char *name,
    struct jixiao_findings *findings)
{
    struct buffer folder = BUFFER_EMPTY;
    size_t length = strlen(name);

    while (length > 1 && name[length - 1] == '/')
        length--;
    buffer_add(&folder, name, length);
    if (folder.failed)
        return lack_memory(findings);

    if (walk_is_made(buffer_string(&folder)))
        return refuse_folder(CATALOGUE_INPUT_FOLDER_MADE, &folder, findings);
    struct folder_taken taken = { inputs, findings,
        length + (name[length - 1] != '/'), 0 };
    bool good = walk(buffer_string(&folder), take_below, &taken, findings);
    if (good && !taken.count)
        return refuse_folder(CATALOGUE_INPUT_FOLDER_EMPTY, &folder, findings);
    buffer_free(&folder);
    return good;
}

bool inputs_add(struct inputs *inputs, const char *path,
    struct jixiao_findings *findings)
{
    return walk_is_folder(path) ? add_folder(inputs, path, findings)
        : take(inputs, path, 0, true, findings);
}

/* 0 or the errno. */
static int read_all(FILE *in, struct buffer *text)
{
    char bytes[1 << 16];
    size_t length;

    while (text->length <= LIST_LIMIT
        && (length = fread(bytes, 1, sizeof bytes, in)) > 0)
        buffer_add(text, bytes, length);
    return text->failed ? ENOMEM : text->length > LIST_LIMIT ? EFBIG
        : ferror(in) ? errno : 0;
}

/* 0 or the errno, that of a pipe without a writer too. */
static int open_list(const char *name, FILE **in, struct buffer *text)
{
    int file = open(name, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    int fault = file < 0 ? errno : pipe_wait(file, text);

    if (fault == 0 && !(*in = fdopen(file, "rb")))
        fault = errno;
    if (fault && file >= 0)
        close(file);
    return fault;
}

static bool read_list(const char *name, struct buffer *text,
    struct jixiao_findings *findings)
{
    bool is_standard = strcmp(name, "-") == 0;
    FILE *in = NULL;
    int fault = is_standard ? 0 : open_list(name, &in, text);
    char reason[FAULT_TEXT_SIZE];

    if (fault == 0)
        fault = read_all(is_standard ? stdin : in, text);
    if (in)
        fclose(in);
    if (fault == ENOMEM)
        return lack_memory(findings);
    if (fault)
        jixiao_findings_add(findings,
            catalogue_code(CATALOGUE_LIST_UNREADABLE),
            "name", name, "reason", fault_text(fault, reason), NULL);
    return fault == 0;
}

/* A path of a list, which may be that of a folder; one that is there already
 * is passed over, and so is an empty line. */
static bool add_path(struct inputs *inputs, const char *path,
    struct jixiao_findings *findings)
{
    if (!*path)
        return true;
    return walk_is_folder(path) ? add_folder(inputs, path, findings)
        : take(inputs, path, 0, false, findings);
}

/* Of a list that Windows has written in several bytes a character, each name
 * would fall apart, and a stroke among them be the root of all folders. */
static bool check_encoding(const char *name, const struct buffer *text,
    struct jixiao_findings *findings)
{
    const char *encoding = utf8_wide_mark(buffer_string(text), text->length);

    if (encoding)
        jixiao_findings_add(findings, catalogue_code(CATALOGUE_LIST_ENCODING),
            "name", name, "encoding", encoding, NULL);
    return !encoding;
}

/* A data file may be all on its first line: its beginning tells what it is. */
static void cut_beginning(struct buffer *line)
{
    size_t head = utf8_head(buffer_string(line), BEGINNING_LENGTH);

    if (head < strlen(buffer_string(line))) {
        buffer_cut(line, head);
        buffer_add_string(line, SIGN_CUT);
    }
}

/* Of a workbook, or of a data file, each line would be a file that is missing.
 * What a list begins with is there, or might be. */
static bool check_beginning(const char *name, const struct buffer *text,
    struct jixiao_findings *findings)
{
    const char *at = buffer_string(text);
    size_t length = strcspn(at, "\n");
    struct buffer first = BUFFER_EMPTY;
    bool good = *at != '{';

    for (size_t k = 0; good && k < length; k++)
        good = (unsigned char)at[k] >= ' ' || strchr("\t\r", at[k]);
    buffer_add(&first, at, length);
    good = good || first.failed || access(buffer_string(&first), F_OK) == 0;
    if (!good) {
        cut_beginning(&first);
        jixiao_findings_add(findings, catalogue_code(CATALOGUE_LIST_NONE),
            "name", name, "first", buffer_string(&first), NULL);
    }
    if (first.failed)
        good = lack_memory(findings);
    buffer_free(&first);
    return good;
}

/* A list on its way to the paths in it. */
struct list {
    const char *name;
    size_t line, count;         /* of the paths so far */
    struct buffer meant;        /* room for what wrapped.h gives */
};

static bool refuse_wrapped(const struct list *list, const char *path,
    struct jixiao_findings *findings)
{
    char line[24];

    snprintf(line, sizeof line, "%zu", list->line);
    jixiao_findings_add(findings, catalogue_code(CATALOGUE_LIST_WRAPPED),
        "name", list->name, "line", line, "path", path,
        "meant", buffer_string(&list->meant), NULL);
    return false;
}

/* Lines may have been written on Windows. */
static bool add_line(struct inputs *inputs, struct list *list, char *at,
    char *end, struct jixiao_findings *findings)
{
    if (end > at && end[-1] == '\r')
        end--;
    *end = '\0';
    list->line++;
    list->count += *at != '\0';
    return wrapped_is(at, &list->meant) ? refuse_wrapped(list, at, findings)
        : add_path(inputs, at, findings);
}

/* Cuts the text into paths, and counts them. */
static bool add_paths(struct inputs *inputs, struct list *list,
    struct buffer *text, struct jixiao_findings *findings)
{
    static const char mark[] = "\xEF\xBB\xBF";
    char *at = text->bytes, *end = at + text->length;
    bool has_nul = memchr(at, '\0', text->length) != NULL, good = true;

    if (!has_nul && strncmp(at, mark, sizeof mark - 1) == 0)
        at += sizeof mark - 1;
    while (good && at < end) {
        char *next = memchr(at, has_nul ? '\0' : '\n', (size_t)(end - at));
        next = next ? next : end;
        if (has_nul) {
            *next = '\0';
            list->count += *at != '\0';
            good = add_path(inputs, at, findings);
        } else {
            good = add_line(inputs, list, at, next, findings);
        }
        at = next + 1;
    }
    return good;
}

bool inputs_add_listed(struct inputs *inputs, const char *name,
    struct jixiao_findings *findings)
{
    struct buffer text = BUFFER_EMPTY;
    struct list list = { name, 0, 0, BUFFER_EMPTY };
    bool good = read_list(name, &text, findings)
        && check_encoding(name, &text, findings)
        && check_beginning(name, &text, findings)
        && (!text.length || add_paths(inputs, &list, &text, findings));

    if (good && list.count == 0) {
        jixiao_findings_add(findings, catalogue_code(CATALOGUE_LIST_EMPTY),
            "name", name, NULL);
        good = false;
    }
    buffer_free(&list.meant);
    buffer_free(&text);
    return good;
}

void inputs_free(struct inputs *inputs)
{
    for (size_t k = 0; k < inputs->count; k++)
        free(inputs->list[k].path);
    free(inputs->list);
    id_map_free(&inputs->paths);
    *inputs = (struct inputs)INPUTS_EMPTY;
}
