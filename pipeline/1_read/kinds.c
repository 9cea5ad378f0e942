/* What kind of file bytes are of, by what stands in them. */

#include "1_read/kinds.h"

#include <stdbool.h>
#include <string.h>

static const struct kind kinds[] = {
#define F(first, inside, zh, en, advice) \
    { first, inside, sizeof first - 1, sizeof inside - 1, { zh, en }, \
        PHRASE_KIND_##advice },
#define T(name, zh, en, advice)
#define M(first, second, third, zh, en, advice)
#include "1_read/files.def"
#undef F
#undef T
#undef M
};

#define F(first, inside, zh, en, advice)
#define T(name, zh, en, advice) \
    static const struct kind name = { "", "", 0, 0, { zh, en }, \
        PHRASE_KIND_##advice };
#define M(first, second, third, zh, en, advice)
#include "1_read/files.def"
#undef F
#undef T
#undef M

#define NAMES_MAX 3

static const struct {
    const char *names[NAMES_MAX];   /* "": any, or none */
    struct kind kind;
} trees[] = {
#define F(first, inside, zh, en, advice)
#define T(name, zh, en, advice)
#define M(first, second, third, zh, en, advice) \
    { { first, second, third }, \
        { "", "", 0, 0, { zh, en }, PHRASE_KIND_##advice } },
#include "1_read/files.def"
#undef F
#undef T
#undef M
};

static bool has_inside(const struct kind *kind, const char *bytes,
    size_t length)
{
    const char *end = bytes + length;

    while (kind->inside_size && (size_t)(end - bytes) >= kind->inside_size) {
        bytes = memchr(bytes, kind->inside[0],
            (size_t)(end - bytes) - kind->inside_size + 1);
        if (!bytes)
            return false;
        if (memcmp(bytes, kind->inside, kind->inside_size) == 0)
            return true;
        bytes++;
    }
    return kind->inside_size == 0;
}

const struct kind *kind_of_file(const char *bytes, size_t length)
{
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        if (length >= kinds[k].first_size
            && memcmp(bytes, kinds[k].first, kinds[k].first_size) == 0
            && has_inside(&kinds[k], bytes, length))
            return &kinds[k];
    return NULL;
}

static bool begins_with(const cJSON *member, const char *const *names)
{
    for (size_t k = 0; k < NAMES_MAX && *names[k]; k++) {
        if (!member || !member->string
            || strcmp(member->string, names[k]) != 0)
            return false;
        member = member->next;
    }
    return true;
}

const struct kind *kind_of_tree(const cJSON *root)
{
    const cJSON *object = cJSON_IsArray(root) ? root->child : root;

    for (size_t k = 0; cJSON_IsObject(object)
        && k < sizeof trees / sizeof *trees; k++)
        if (begins_with(object->child, trees[k].names))
            return &trees[k].kind;
    return NULL;
}

/* The first of the marks between cells in a line of `length` bytes; 0 for
 * none. */
static char mark_in(const char *line, size_t length)
{
    for (size_t k = 0; k < length; k++)
        if (line[k] && strchr(",;\t", line[k]))
            return line[k];
    return '\0';
}

static size_t line_length(const char *text, size_t length)
{
    const char *end = memchr(text, '\n', length);

    return end ? (size_t)(end - text) : length;
}

/* What begins with none of data's brackets: markup, or bytes that are no
 * text. */
static const struct kind *kind_of_beginning(const char *text, size_t length)
{
    size_t begin = 0;

    while (begin < length && strchr(" \t\r\n", text[begin]) && text[begin])
        begin++;
    if (begin == length || (text[begin] && strchr("{[\"", text[begin])))
        return NULL;
    if (text[begin] == '<')
        return &markup;
    if (!memchr(text, '\0', length))
        return NULL;
    while (begin < length && text[begin] == '\0')
        begin++;
    return begin == length ? &emptied : &binary;
}

/* Lines of a table have one mark, and none of the brackets and colons that data
 * begins with. */
static const struct kind *kind_of_lines(const char *text, size_t length)
{
    size_t first = line_length(text, length);
    const char *second = text + first + (first < length);
    size_t rest = length - (size_t)(second - text);
    char mark = mark_in(text, first);

    for (size_t k = 0; k < first; k++)
        if (text[k] && strchr("{[:<", text[k]))
            return NULL;
    return mark && mark_in(second, line_length(second, rest)) == mark
        ? &table : NULL;
}

const struct kind *kind_of_text(const char *text, size_t length)
{
    const struct kind *kind = kind_of_beginning(text, length);

    return kind ? kind : kind_of_lines(text, length);
}

void kind_report(const struct kind *kind, struct findings *findings)
{
    findings_add(findings, CATALOGUE_JSON_OTHER_FILE, (struct place){ 1, 1 },
        NULL, "kind", kind->name[LANGUAGE_ZH],
        "kind_en", kind->name[LANGUAGE_EN],
        "advice", phrase_text(kind->advice, LANGUAGE_ZH),
        "advice_en", phrase_text(kind->advice, LANGUAGE_EN), NULL);
}
