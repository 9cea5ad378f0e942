/* Finds what was copied from one unit to another. */

#include "15_summary/copies.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "0_base/listed.h"
#include "0_base/signs.h"
#include "0_base/value.h"
#include "15_summary/alike.h"

/* Sketches with fewer classes say too little of a set: it states next to
 * nothing. */
#define CLASSES_LEAST (SKETCH_CLASSES * 3 / 4)

/* How many others a sentence names; of more it tells how many there are. */
#define NAMED_MOST 20

/* What may be copied, a set or a text. */
struct piece {
    const struct record *record;
    const struct record_text *text;     /* NULL: the set */
    size_t group;
};

struct search {
    const struct summary *summary;
    const struct lexicon *lexicon;
    struct findings *findings;
    struct piece *pieces;
    const struct sketch **sketches;
    size_t *groups;
    size_t count;
    size_t *sets;               /* the group of each record's set */
    bool failed;
};

/* --- who is who --------------------------------------------------------- */

/* Who filed the set, whatever the year; 0 where it does not say. */
static uint64_t owner_of(const struct record *record, bool with_year)
{
    uint64_t owner = 0;

    for (size_t k = 0; k < record->value_count; k++) {
        const struct record_value *value = &record->values[k];
        bool is_year = strcmp(value->type, value_type_name(VALUE_YEAR)) == 0;
        if (value->is_identity && *value->value && (with_year || !is_year))
            owner = id_map_chain(owner, id_map_text(value->value,
                strlen(value->value)));
    }
    return owner;
}

static bool is_other(const struct piece *left, const struct piece *right)
{
    uint64_t owner = owner_of(left->record, false);

    return owner == 0 || owner != owner_of(right->record, false);
}

/* --- groups ------------------------------------------------------------- */

static int compare_pieces(const void *left, const void *right)
{
    const struct piece *a = left;
    const struct piece *b = right;
    int order = (a->group > b->group) - (a->group < b->group);

    if (order == 0)
        order = strcmp(a->record->path, b->record->path);
    return order || !a->text ? order
        : (a->text > b->text) - (a->text < b->text);
}

static bool begin(struct search *search, size_t most)
{
    search->pieces = malloc((most + 1) * sizeof *search->pieces);
    search->sketches = malloc((most + 1) * sizeof *search->sketches);
    search->groups = malloc((most + 1) * sizeof *search->groups);
    search->count = 0;
    search->failed = !search->pieces || !search->sketches || !search->groups;
    return !search->failed;
}

static void end(struct search *search)
{
    free(search->pieces);
    free(search->sketches);
    free(search->groups);
}

static void add_piece(struct search *search, const struct record *record,
    const struct record_text *text)
{
    search->sketches[search->count] = text ? &text->sketch : &record->sketch;
    search->pieces[search->count++] = (struct piece){ record, text, 0 };
}

static void group(struct search *search, enum lexicon_limit share)
{
    search->failed = search->failed || !alike_group(search->sketches,
        search->count, (unsigned)lexicon_limit(search->lexicon, share),
        search->groups);
    if (search->failed)
        return;
    for (size_t k = 0; k < search->count; k++)
        search->pieces[k].group = search->groups[k];
}

/* --- what is said ------------------------------------------------------- */

/* The next piece of another unit than those before it: pieces of a group are in
 * the order of the files. */
static bool is_news(const struct piece *pieces, size_t k)
{
    return is_other(&pieces[k - 1], &pieces[k])
        && is_other(&pieces[0], &pieces[k]);
}

static size_t count_units(const struct piece *pieces, size_t count)
{
    size_t units = 1;

    for (size_t k = 1; k < count; k++)
        units += is_news(pieces, k);
    return units;
}

/* “乙局2024年”（附件3 …，b.json） */
static void list_piece(const struct search *search, const struct piece *piece,
    struct buffer *others, struct buffer *name)
{
    struct buffer beside = BUFFER_EMPTY;

    buffer_clear(name);
    summary_print_name(search->summary, piece->record, name);
    if (piece->text)
        buffer_printf(&beside, "%s ", *piece->text->where
            ? piece->text->where : piece->text->pointer);
    buffer_add_string(&beside, piece->record->path);
    listed_add_beside(others, buffer_string(name), buffer_string(&beside));
    others->failed = others->failed || beside.failed;
    buffer_free(&beside);
}

/* A finding_visitor: where the text stands. */
static bool put_where(void *user, struct finding *finding)
{
    const struct record_text *text = user;

    finding->where = *text->where ? text->where : NULL;
    return true;
}

static void add_finding(struct search *search, enum catalogue id,
    const struct piece *first, size_t count, const struct buffer *others,
    const struct buffer *unit)
{
    char number[24];

    snprintf(number, sizeof number, "%zu", count);
    findings_set_file(search->findings, first->record->path);
    findings_add(search->findings, id, (struct place){ 0, 0 },
        first->text ? first->text->pointer : NULL,
        "unit", buffer_string(unit), "count", number,
        "others", buffer_string(others), NULL);
    if (first->text)
        findings_revise(search->findings, findings_count(search->findings) - 1,
            put_where, (void *)first->text);
}

/* Those of one unit by their files alone. */
static void tell(struct search *search, enum catalogue id,
    const struct piece *pieces, size_t count)
{
    struct buffer others = BUFFER_EMPTY, name = BUFFER_EMPTY;
    bool is_of_one = id == CATALOGUE_UNIT_TWICE;
    size_t told = 0;

    for (size_t k = 1; k < count; k++) {
        if ((!is_of_one && !is_news(pieces, k)) || told++ >= NAMED_MOST)
            continue;
        if (is_of_one)
            listed_add(&others, pieces[k].record->path);
        else
            list_piece(search, &pieces[k], &others, &name);
    }
    if (told > NAMED_MOST)
        listed_add(&others, SIGN_CUT);
    buffer_clear(&name);
    summary_print_name(search->summary, pieces->record, &name);
    add_finding(search, id, pieces, told, &others, &name);
    search->failed = search->failed || others.failed || name.failed;
    buffer_free(&others);
    buffer_free(&name);
}

typedef bool piece_judge(const struct search *search,
    const struct piece *pieces, size_t count);

/* Tells of each group that the judge wants told. */
static void tell_groups(struct search *search, enum catalogue id,
    piece_judge *judge)
{
    size_t last;

    if (search->failed)
        return;
    if (search->count)
        qsort(search->pieces, search->count, sizeof *search->pieces,
            compare_pieces);
    for (size_t k = 0; k < search->count; k = last) {
        for (last = k + 1; last < search->count
            && search->pieces[last].group == search->pieces[k].group;)
            last++;
        if (last - k > 1 && judge(search, search->pieces + k, last - k))
            tell(search, id, search->pieces + k, last - k);
    }
}

/* --- the three searches ------------------------------------------------- */

static bool any(const struct search *search, const struct piece *pieces,
    size_t count)
{
    (void)search;
    return count_units(pieces, count) > 1;
}

static bool always(const struct search *search, const struct piece *pieces,
    size_t count)
{
    (void)search;
    (void)pieces;
    return count > 1;
}

static void find_twins(struct search *search)
{
    const struct summary *summary = search->summary;
    struct id_map owners = ID_MAP_EMPTY;

    for (size_t k = 0; k < summary->count && !search->failed; k++) {
        uint64_t owner = owner_of(summary->records[k], true);
        uint32_t number;
        if (owner == 0)
            continue;
        search->failed = !id_map_add(&owners, owner, &number);
        add_piece(search, summary->records[k], NULL);
        search->pieces[search->count - 1].group = number;
    }
    id_map_free(&owners);
    tell_groups(search, CATALOGUE_UNIT_TWICE, always);
}

static bool says_enough(const struct sketch *sketch)
{
    int classes = 0;

    for (int k = 0; k < SKETCH_CLASSES; k++)
        classes += sketch->least[k] != SKETCH_NONE;
    return classes >= CLASSES_LEAST;
}

static void find_sets(struct search *search)
{
    const struct summary *summary = search->summary;

    for (size_t k = 0; k < summary->count; k++)
        add_piece(search, summary->records[k], NULL);
    group(search, LIMIT_COPIED_SET);
    for (size_t k = 0; k < summary->count && !search->failed; k++) {
        if (!says_enough(&summary->records[k]->sketch))
            search->pieces[k].group = summary->count + k;
        search->sets[k] = search->pieces[k].group;
    }
    tell_groups(search, CATALOGUE_SETS_ALIKE, any);
}

/* Whether all are of sets that are told of as a whole. */
static bool are_of_one_set(const struct search *search,
    const struct piece *pieces, size_t count)
{
    size_t first = summary_number(search->summary, pieces->record);

    for (size_t k = 1; k < count; k++) {
        size_t other = summary_number(search->summary, pieces[k].record);
        if (search->sets[other] != search->sets[first])
            return false;
    }
    return true;
}

static bool are_copied(const struct search *search,
    const struct piece *pieces, size_t count)
{
    size_t units = count_units(pieces, count);
    size_t part = search->summary->count
        * lexicon_limit(search->lexicon, LIMIT_COPIED_PART) / 100;

    return units > 1 && (units == 2 || units <= part)
        && units <= lexicon_limit(search->lexicon, LIMIT_COPIED_UNITS)
        && !are_of_one_set(search, pieces, count);
}

static void find_texts(struct search *search)
{
    const struct summary *summary = search->summary;

    for (size_t k = 0; k < summary->count; k++)
        for (size_t n = 0; n < summary->records[k]->text_count; n++)
            add_piece(search, summary->records[k],
                &summary->records[k]->texts[n]);
    group(search, LIMIT_COPIED_SHARE);
    tell_groups(search, CATALOGUE_TEXTS_SHARED, are_copied);
}

static size_t count_texts(const struct summary *summary)
{
    size_t count = 0;

    for (size_t k = 0; k < summary->count; k++)
        count += summary->records[k]->text_count;
    return count;
}

bool copies_find(const struct summary *summary,
    const struct lexicon *lexicon, struct findings *findings)
{
    static void (*const searches[])(struct search *) = { find_twins,
        find_sets, find_texts };
    struct search search = { .summary = summary, .lexicon = lexicon,
        .findings = findings,
        .sets = calloc(summary->count + 1, sizeof *search.sets) };
    size_t most = summary->count + count_texts(summary);

    search.failed = !search.sets;
    for (size_t k = 0; !search.failed
        && k < sizeof searches / sizeof *searches; k++) {
        if (begin(&search, most))
            searches[k](&search);
        end(&search);
    }
    if (search.failed)
        findings_out_of_memory(findings);
    free(search.sets);
    return !search.failed;
}
