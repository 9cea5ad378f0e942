/* Names, and wordings that may be nearly one of them. */

#include "6_rules/related/spelling_pieces.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "6_rules/text/characters.h"

/* Characters of a name at least, and one in so many of them may change: equal
 * pieces have two characters so. */
#define NAME_MIN 6
#define CHANGES_PART 3

void spelling_free(struct spelling *spelling)
{
    free(spelling->codes);
    free(spelling->offsets);
    *spelling = (struct spelling){0};
}

void spelling_read(struct spelling *spelling, const char *text)
{
    size_t length = strlen(text), size;

    *spelling = (struct spelling){0};
    spelling->codes = malloc((length + 1) * sizeof *spelling->codes);
    spelling->offsets = malloc((length + 1) * sizeof *spelling->offsets);
    spelling->failed = !spelling->codes || !spelling->offsets;
    if (spelling->failed)
        return;
    for (size_t at = 0; at < length; at += size) {
        unsigned code;
        size = text_character(text + at, &code);
        spelling->codes[spelling->count] = code;
        spelling->offsets[spelling->count++] = at;
    }
    spelling->offsets[spelling->count] = length;
}

uint64_t spelling_key(uint64_t before, const uint32_t *codes, size_t count)
{
    for (size_t k = 0; k < count; k++)
        before = id_map_chain(before, codes[k]);
    return before;
}

struct spellings *spellings_new(struct spelling_changes changes,
    const struct lexicon *lexicon)
{
    struct spellings *names = calloc(1, sizeof *names);

    if (names) {
        names->allowed = changes;
        names->particles = lexicon_words(lexicon, NOTION_NAME_PARTICLES);
    }
    return names;
}

static void name_free(struct name *name)
{
    spelling_free(&name->spelling);
    free(name->text);
}

void spellings_free(struct spellings *names)
{
    if (!names)
        return;
    for (size_t k = 0; k < names->count; k++)
        name_free(&names->list[k]);
    id_map_free(&names->known);
    id_map_free(&names->heads);
    id_map_free(&names->cut_ids);
    id_map_free(&names->keys);
    free(names->list);
    free(names->cues);
    free(names->head_cuts);
    free(names->cuts);
    free(names->key_pieces);
    free(names->pieces);
    free(names->row);
    free(names);
}

/* Adds a name, which the list owns from now on. */
static bool keep(struct spellings *names, struct name *name)
{
    size_t length = name->spelling.count;
    struct name *list = list_room(names->list, names->count, &names->room,
        sizeof *list);

    if (!list)
        return false;
    names->list = list;
    if (length > names->longest || !names->row) {
        size_t *row = realloc(names->row, (length + 1) * sizeof *row);
        if (!row)
            return false;
        names->row = row;
        names->longest = length;
    }
    name->changes = names->allowed.distance < length / CHANGES_PART
        ? names->allowed.distance : length / CHANGES_PART;
    list[names->count++] = *name;
    *name = (struct name){0};
    return true;
}

bool spellings_add(struct spellings *names, const char *text)
{
    struct name name = { .text = strdup(text) };
    uint32_t id, known = names->known.count;

    spelling_read(&name.spelling, text);
    bool good = name.text && !name.spelling.failed
        && id_map_add(&names->known, spelling_key(0, name.spelling.codes,
            name.spelling.count), &id)
        && (id < known || name.spelling.count < NAME_MIN
            || keep(names, &name));
    name_free(&name);
    return good;
}
