/* Wordings near a name, found by pieces of it that are unchanged. */

#include "6_rules/related/spelling_pieces.h"

#include <stdlib.h>
#include <string.h>

#include "6_rules/related/letters.h"
#include "6_rules/text/characters.h"

/*
 * The text is read once, the pieces of names that begin with the characters in
 * hand are looked up, and only around those that are there is the text compared
 * with their name.  Most texts have none of the characters that pieces begin
 * with before the right second one.
 */

/* From so many characters on a name may be misspelt in two places. */
#define NAME_LONG 8

/* A wording, and how near it is to which name. */
struct wording {
    const struct name *name;    /* NULL while there is none */
    size_t from, to;            /* characters */
    size_t changes;
    size_t unchanged;           /* where a part of the name begins */
};

/* A text that is being read, and which of its characters belong to a name that
 * is spelt right. */
struct search {
    struct spellings *names;
    struct spelling text;
    bool *chosen;
    struct wording best;        /* so far */
};

static bool stands_at(const struct search *search, size_t at,
    const uint32_t *codes, size_t count)
{
    return at + count <= search->text.count
        && memcmp(search->text.codes + at, codes, count * sizeof *codes) == 0;
}

typedef void cut_visitor(struct search *search, uint32_t cut, size_t at);

/* Visits the cuts whose pieces may begin at each character of the text. */
static void visit_cuts(struct search *search, cut_visitor *visit)
{
    const struct spellings *names = search->names;
    const struct spelling *text = &search->text;

    for (size_t at = 0; at < text->count; at++) {
        uint32_t code = text->codes[at];
        uint32_t second = at + 1 < text->count ? text->codes[at + 1] : 0;
        uint32_t k = second ? spellings_cut(names, code, second) : NONE;
        for (; k != NONE; k = names->cuts[k].next)
            visit(search, k, at);
        k = spellings_cut(names, code, 0);
        for (; k != NONE; k = names->cuts[k].next)
            visit(search, k, at);
    }
}

static void choose_name(struct search *search, uint32_t number, size_t at)
{
    const struct cut *cut = &search->names->cuts[number];
    uint32_t id;

    if (cut->start == 0 && at + cut->length <= search->text.count
        && id_map_find(&search->names->known, spelling_key(0,
            search->text.codes + at, cut->length), &id))
        memset(search->chosen + at, true, cut->length);
}

static bool has(const struct spelling *name, uint32_t code)
{
    for (size_t k = 0; k < name->count; k++)
        if (name->codes[k] == code)
            return true;
    return false;
}

static bool has_digit(const struct spelling *name)
{
    for (size_t k = 0; k < name->count; k++)
        if (text_is_digit(name->codes[k]))
            return true;
    return false;
}

/* Whether a character may be in a wording of a name: a mark only where the
 * name has it, a digit only where the name has one: 工业园区2个地块 counts. */
static bool may_be_in(const struct spelling *name, uint32_t code)
{
    if (text_is_digit(code))
        return has_digit(name);
    return letters_fold(code) || has(name, code);
}

/* Whether characters may be one wording: no name nor mark in the way. */
static bool is_whole(const struct search *search, const struct spelling *name,
    size_t from, size_t to)
{
    for (size_t k = from; k < to; k++)
        if (search->chosen[k] || !may_be_in(name, search->text.codes[k]))
            return false;
    return true;
}

/* The characters of the word of the list that stands there; 0: none. */
static size_t listed_size(const struct word_list *words,
    const uint32_t *codes, size_t count)
{
    for (size_t k = 0; k < words->count; k++) {
        const struct word *word = &words->list[k];
        size_t at = 0, same = 0;
        unsigned code;

        while (at < word->length && same < count) {
            size_t size = text_character(word->text + at, &code);
            if (code != codes[same])
                break;
            at += size;
            same++;
        }
        if (at == word->length)
            return same;
    }
    return 0;
}

/* Whether a wording is the name with particles put in. */
static bool has_particles_more(const struct word_list *particles,
    const struct spelling *name, const uint32_t *codes, size_t count)
{
    size_t matched = 0;

    for (size_t k = 0, size; k < count; k += size) {
        bool same = matched < name->count && codes[k] == name->codes[matched];
        size = same ? 1 : listed_size(particles, codes + k, count - k);
        if (size == 0)
            return false;
        matched += same;
    }
    return matched == name->count;
}

/* Whether what it lacks of the name stands right behind it: in 城南片区收储土地
 * nobody misspelt 城南片区土地收储. */
static bool is_turned_round(const struct search *search,
    const struct spelling *name, size_t from, size_t to)
{
    const uint32_t *codes = search->text.codes + from;
    size_t count = to - from, same = 0;

    if (count >= name->count)
        return false;
    size_t lacking = name->count - count;
    while (same < count && codes[same] == name->codes[same])
        same++;
    return memcmp(codes + same, name->codes + same + lacking,
            (count - same) * sizeof *codes) == 0
        && stands_at(search, to, name->codes + same, lacking);
}

/* Whether a longer wording has no more than the last character of the name's
 * end, as 道路安防设施 has of 道路建设. */
static bool ends_by_chance(const struct spelling *name,
    const uint32_t *codes, size_t count)
{
    return count > name->count
        && codes[count - 2] != name->codes[name->count - 2];
}

/* Whether a short name and a wording differ in one place: 大型医用设备配置 is
 * none of 医疗设备购置. */
static bool differs_once(const struct name *name, const uint32_t *codes,
    size_t count)
{
    const struct spelling *own = &name->spelling;
    size_t longer = count > own->count ? count : own->count;
    size_t shorter = count + own->count - longer, begin = 0, end = 0;

    while (begin < shorter && codes[begin] == own->codes[begin])
        begin++;
    while (begin + end < shorter
        && codes[count - end - 1] == own->codes[own->count - end - 1])
        end++;
    return longer - begin - end <= name->changes;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Levenshtein's, by rows of the text's characters. */
static size_t distance(const struct spelling *name, const uint32_t *codes,
    size_t count, size_t *row)
{
    for (size_t j = 0; j <= name->count; j++)
        row[j] = j;
    for (size_t i = 0; i < count; i++) {
        size_t diagonal = row[0];
        row[0] = i + 1;
        for (size_t j = 0; j < name->count; j++) {
            size_t replaced = diagonal + (codes[i] != name->codes[j]);
            diagonal = row[j + 1];
            row[j + 1] = least(replaced, least(row[j], row[j + 1]) + 1);
        }
    }
    return row[name->count];
}

static size_t count_code(const uint32_t *codes, size_t count, uint32_t code)
{
    size_t found = 0;

    for (size_t k = 0; k < count; k++)
        found += codes[k] == code;
    return found;
}

/* Whether a wording has the letters of a name in another order: 县农村农业局. */
static bool has_same_letters(const struct spelling *name,
    const uint32_t *codes, size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (count_code(codes, count, codes[k])
            != count_code(name->codes, name->count, codes[k]))
            return false;
    return count == name->count;
}

/* Whether so many changes are of the kind that is looked for: where letters
 * replaced make another name, they are all left out, all put in, or in another
 * order. */
static bool are_allowed(const struct search *search, const struct name *name,
    const uint32_t *codes, size_t count, size_t changes)
{
    size_t own = name->spelling.count;

    return changes > 0 && changes <= name->changes
        && (!search->names->allowed.replaces_none
            || changes == (count > own ? count - own : own - count)
            || has_same_letters(&name->spelling, codes, count));
}

/* Where the first of the name's equal parts stands unchanged in a wording that
 * begins there. */
static size_t first_unchanged(const struct search *search,
    const struct name *name, size_t from)
{
    size_t first = SIZE_MAX;

    for (size_t k = 0; k <= name->changes; k++) {
        size_t start = spelling_part(name, k);
        size_t count = spelling_part(name, k + 1) - start;
        size_t at = from + start - least(start, name->changes);
        for (; at < first && at <= from + start + name->changes; at++)
            if (stands_at(search, at, name->spelling.codes + start, count))
                first = at;
    }
    return first;
}

/* Whether a wording is before another, or nearer; of equally near ones that
 * goes before whose name is there unchanged first, or is the later one. */
static bool is_better(const struct wording *a, const struct wording *b)
{
    if (!b->name || a->from != b->from)
        return !b->name || a->from < b->from;
    if (a->changes != b->changes)
        return a->changes < b->changes;
    if (a->unchanged != b->unchanged)
        return a->unchanged < b->unchanged;
    return a->name != b->name ? a->name > b->name : a->to < b->to;
}

static void try_wording(struct search *search, const struct name *name,
    size_t from, size_t to)
{
    const uint32_t *codes = search->text.codes + from;
    struct wording wording = { name, from, to, 0, 0 };

    if (!is_whole(search, &name->spelling, from, to)
        || has_particles_more(search->names->particles, &name->spelling,
            codes, to - from)
        || ends_by_chance(&name->spelling, codes, to - from)
        || (name->spelling.count < NAME_LONG
            && !differs_once(name, codes, to - from))
        || is_turned_round(search, &name->spelling, from, to))
        return;
    wording.changes = distance(&name->spelling, codes, to - from,
        search->names->row);
    if (!are_allowed(search, name, codes, to - from, wording.changes))
        return;
    wording.unchanged = first_unchanged(search, name, from);
    if (is_better(&wording, &search->best))
        search->best = wording;
}

/* Tries every wording from there that ends like the name. */
static void try_from(struct search *search, const struct name *name,
    size_t from)
{
    const struct spelling *own = &name->spelling;
    uint32_t last = own->codes[own->count - 1];
    size_t to = from + own->count - name->changes;

    for (; to <= from + own->count + name->changes
        && to <= search->text.count; to++)
        if (search->text.codes[to - 1] == last)
            try_wording(search, name, from, to);
}

/* Tries every wording around the pieces of a cut that begins like the name and
 * not behind the best so far. */
static void try_around(struct search *search, uint32_t number, size_t at)
{
    const struct spellings *names = search->names;
    const struct cut *cut = &names->cuts[number];
    const uint32_t *codes = search->text.codes;
    size_t first = cut->start + cut->changes;

    if (at + cut->count > search->text.count)
        return;
    uint64_t key = spellings_piece_key(names, number, codes + at);
    for (size_t from = at - least(at, first); from <= at
        && from + cut->start <= at + cut->changes; from++) {
        if (search->chosen[from]
            || (search->best.name && from > search->best.from))
            continue;
        uint32_t k = spellings_pieces(names, key, codes[from]);
        for (; k != NONE; k = names->pieces[k].next)
            try_from(search, &names->list[names->pieces[k].name], from);
    }
}

bool spellings_may_be_in(const struct spellings *names,
    const struct text_sketch *sketch)
{
    for (size_t k = 0; k < names->cue_count; k++)
        if (text_cue_fits(&names->cues[k], sketch))
            return true;
    return names->cue_count == 0 && names->count > 0;
}

/* Whether a piece may begin anywhere in the text. */
static bool may_have_piece(const struct spellings *names, const char *text)
{
    unsigned before = 0, code;
    size_t size;

    for (; (size = text_character(text, &code)) > 0; text += size) {
        if (spellings_cut(names, before, code) != NONE
            || spellings_cut(names, code, 0) != NONE)
            return true;
        before = code;
    }
    return false;
}

static bool find(struct search *search, struct misspelling *found)
{
    search->chosen = calloc(search->text.count + 1,
        sizeof *search->chosen);
    if (search->text.failed || !search->chosen)
        return false;
    visit_cuts(search, choose_name);
    visit_cuts(search, try_around);
    const struct wording *best = &search->best;
    if (best->name)
        *found = (struct misspelling){ search->text.offsets[best->from],
            search->text.offsets[best->to], best->name->text };
    return true;
}

bool spellings_find(struct spellings *names, const char *text,
    struct misspelling *found)
{
    struct search search = { .names = names };

    *found = (struct misspelling){0};
    if (!may_have_piece(names, text))
        return true;
    spelling_read(&search.text, text);
    bool good = find(&search, found);
    free(search.chosen);
    spelling_free(&search.text);
    return good;
}
