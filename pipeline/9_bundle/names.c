/*
 * File names from titles, good on every system and different from one
 * another.
 */

#include "9_bundle/names.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "0_base/id_map.h"
#include "0_base/phrases.h"
#include "0_base/utf8.h"

/* A name that was given out. */
struct given {
    char *name;
    unsigned last;              /* the last mark that was tried where this is
                                   the second of its kind */
};

struct names {
    struct id_map keys;         /* of the names, numbered like the list */
    struct given *list;
    size_t room;
};

/* What Windows reserves, and what looks like it. */
static const struct {
    char reserved;
    const char *twin;
} twins[] = {
    { '/', "／" }, { '\\', "＼" }, { ':', "：" }, { '*', "＊" },
    { '?', "？" }, { '"', "＂" }, { '<', "＜" }, { '>', "＞" },
    { '|', "｜" },
};

/* Characters that cannot be seen or that turn the direction of others. */
static const struct {
    unsigned first, last;
} unseen[] = {
    { 0x00, 0x1F }, { 0x7F, 0x9F }, { 0xAD, 0xAD }, { 0x61C, 0x61C },
    { 0x200B, 0x200F }, { 0x2028, 0x202E }, { 0x2060, 0x206F },
    { 0xFEFF, 0xFEFF }, { 0xFFF9, 0xFFFB }, { 0xE0000, 0xE007F },
};

/* Small letters follow their capitals at a fixed distance. */
static const struct {
    unsigned first, last, distance;
} capitals[] = {
    { 'A', 'Z', 32 }, { 0xC0, 0xDE, 32 }, { 0x391, 0x3A9, 32 },
    { 0x400, 0x40F, 80 }, { 0x410, 0x42F, 32 }, { 0xFF21, 0xFF3A, 32 },
};

static const char *const devices[] = { "CON", "PRN", "AUX", "NUL",
    "CONIN$", "CONOUT$" };

#define COUNT(table) (sizeof (table) / sizeof *(table))

static const char *find_twin(unsigned code)
{
    for (size_t k = 0; k < COUNT(twins); k++)
        if ((unsigned char)twins[k].reserved == code)
            return twins[k].twin;
    return NULL;
}

static bool is_unseen(unsigned code)
{
    for (size_t k = 0; k < COUNT(unseen); k++)
        if (code >= unseen[k].first && code <= unseen[k].last)
            return true;
    return false;
}

static unsigned fold(unsigned code)
{
    for (size_t k = 0; k < COUNT(capitals); k++)
        if (code >= capitals[k].first && code <= capitals[k].last)
            return code + capitals[k].distance;
    return code;
}

/* Character by character; line ends and tabs count as spaces. */
static void print_clean(const char *text, struct buffer *out)
{
    size_t left = strlen(text), size;
    unsigned code;

    for (; left > 0; text += size, left -= size) {
        size = utf8_read(text, left, &code);
        if (size == 0) {
            size = 1;
            buffer_add_char(out, '_');
        } else if (find_twin(code)) {
            buffer_add_string(out, find_twin(code));
        } else if (code == '\t' || code == '\n' || code == '\r') {
            buffer_add_char(out, ' ');
        } else if (!is_unseen(code)) {
            buffer_add(out, text, size);
        }
    }
}

static bool is_end(char byte)
{
    return byte == '.' || byte == ' ';
}

/* The most bytes of a text, up to a limit, that end with a character and not
 * with a dot or space. */
static size_t cut(const char *text, size_t length, size_t limit)
{
    if (length > limit) {
        length = limit;
        while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
            length--;
    }
    while (length > 0 && is_end(text[length - 1]))
        length--;
    return length;
}

/* Whether a name is one of a device, with any extension: NUL, nul.txt, COM1,
 * LPT².tar.gz. */
static bool is_device(const char *name, size_t length)
{
    static const char *const digits[] = { "1", "2", "3", "4", "5", "6", "7",
        "8", "9", "¹", "²", "³" };
    size_t stem = strcspn(name, ".");

    stem = cut(name, stem < length ? stem : length, length);
    for (size_t k = 0; k < COUNT(devices); k++)
        if (stem == strlen(devices[k])
            && strncasecmp(name, devices[k], stem) == 0)
            return true;
    if (strncasecmp(name, "COM", 3) != 0 && strncasecmp(name, "LPT", 3) != 0)
        return false;
    for (size_t k = 0; k < COUNT(digits); k++)
        if (stem == 3 + strlen(digits[k])
            && memcmp(name + 3, digits[k], stem - 3) == 0)
            return true;
    return false;
}

/* The stem is cut to leave room for mark and extension. */
void name_print_marked(const char *text, const char *mark,
    const char *extension, struct buffer *out)
{
    struct buffer clean = BUFFER_EMPTY;
    size_t ends = strlen(mark) + strlen(extension);

    print_clean(text, &clean);
    const char *stem = buffer_string(&clean);
    while (is_end(*stem))
        stem++;

    /* Keeps room for a character that may be put in front, below. */
    size_t limit = NAME_BYTES_MAX - strlen("－");
    size_t length = cut(stem, strlen(stem), ends < limit ? limit - ends : 0);
    if (length == 0 || is_device(stem, length)) {
        buffer_add_char(out, '_');
    } else if (*stem == '-') {          /* it would read as an option */
        buffer_add_string(out, "－");
        stem++;
        length--;
    }
    buffer_add(out, stem, length);
    buffer_add_string(out, mark);
    buffer_add_string(out, extension);
    out->failed = out->failed || clean.failed;
    buffer_free(&clean);
}

void name_print(const char *text, const char *extension, struct buffer *out)
{
    name_print_marked(text, "", extension, out);
}

struct names *names_new(void)
{
    return calloc(1, sizeof(struct names));
}

void names_free(struct names *names)
{
    if (!names)
        return;
    for (size_t k = 0; k < names->keys.count; k++)
        free(names->list[k].name);
    free(names->list);
    id_map_free(&names->keys);
    free(names);
}

/* The same for names that differ in the case of their letters alone. */
static uint64_t key_of(const char *name)
{
    size_t left = strlen(name), size;
    uint64_t key = 0;
    unsigned code;

    for (; (size = utf8_read(name, left, &code)) > 0;
        name += size, left -= size)
        key = id_map_chain(key, fold(code));
    return key;
}

static bool is_taken(const struct names *names, const struct buffer *name,
    uint32_t *id)
{
    return !name->failed
        && id_map_find(&names->keys, key_of(buffer_string(name)), id);
}

/* The n-th name of a kind; the first has no mark. */
static void print_nth(const char *text, unsigned n, const char *extension,
    struct buffer *name)
{
    char mark[24] = "";

    if (n > 1)
        snprintf(mark, sizeof mark, "%s%u%s",
            phrase_text(PHRASE_OPEN_BRACKET, LANGUAGE_ZH), n,
            phrase_text(PHRASE_CLOSE_BRACKET, LANGUAGE_ZH));
    buffer_clear(name);
    name_print_marked(text, mark, extension, name);
}

/* The first name of its kind that nobody has: those behind the second are not
 * tried again from there each time. */
static void print_free(struct names *names, const char *text,
    const char *extension, struct buffer *name)
{
    uint32_t second, other;

    print_nth(text, 1, extension, name);
    if (!is_taken(names, name, &other))
        return;
    print_nth(text, 2, extension, name);
    if (!is_taken(names, name, &second))
        return;
    do
        print_nth(text, ++names->list[second].last, extension, name);
    while (is_taken(names, name, &other));
}

const char *names_add(struct names *names, const char *text,
    const char *extension)
{
    struct buffer name = BUFFER_EMPTY;
    uint32_t id;

    print_free(names, text, extension, &name);
    char *made = buffer_take(&name);
    struct given *list = made ? id_map_list(&names->keys, key_of(made),
        names->list, &names->room, sizeof *list, &id) : NULL;
    if (!list) {
        free(made);
        return NULL;
    }
    names->list = list;
    list[id] = (struct given){ made, 2 };
    return made;
}

const char *name_of_file(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}
