/* Compares two texts piece by piece and puts what differs into phrases. */

#include "14_compare/phrases_changed.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/align.h"
#include "0_base/id_map.h"
#include "0_base/list.h"
#include "0_base/signs.h"
#include "0_base/utf8.h"
#include "3_transform/submission.h"

/* What stands around a difference up to a mark is said, too, where it is no
 * more than so many pieces; else so many of it, and that there are more. */
#define CLAUSE 24
#define AROUND 8

/* Fewer pieces than these between two differences belong to one phrase. */
#define APART 3

struct piece {
    size_t start, end;          /* in the text */
    bool is_mark;               /* ends a phrase */
    const char *quoted;         /* the pointer of a value, or NULL */
};

struct pieces {
    struct buffer text;
    struct piece *list;
    uint64_t *keys;
    size_t count, room, key_room;
    bool failed;
};

/* --- reading ------------------------------------------------------------- */

static void add_piece(struct pieces *pieces, const char *text, size_t length,
    const struct piece *piece)
{
    struct piece *list = list_room(pieces->list, pieces->count,
        &pieces->room, sizeof *list);

    if (list)
        pieces->list = list;
    uint64_t *keys = list_room(pieces->keys, pieces->count,
        &pieces->key_room, sizeof *keys);
    if (keys)
        pieces->keys = keys;
    if (!list || !keys) {
        pieces->failed = true;
        return;
    }
    list[pieces->count] = *piece;
    list[pieces->count].start = pieces->text.length;
    buffer_add(&pieces->text, text, length);
    list[pieces->count].end = pieces->text.length;
    keys[pieces->count++] = id_map_text(text, length);
}

static bool is_of_word(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z')
        || (byte >= 'A' && byte <= 'Z') || byte == '.' || byte == '%';
}

/* The bytes of the piece that a text begins with. */
static size_t piece_size(const char *text, size_t length)
{
    size_t size = 0;

    while (size < length && is_of_word(text[size]))
        size++;
    if (!size)
        size = utf8_read(text, length, NULL);
    return size ? size : 1;
}

/* Marks of CJK and of full width, those of lists among them. */
static bool is_mark(const char *text, size_t size)
{
    static const struct utf8_range marks[] = { { 0x3001, 0x3002 },
        { 0xFF01, 0xFF01 }, { 0xFF0C, 0xFF0C }, { 0xFF1A, 0xFF1B },
        { 0xFF1F, 0xFF1F } };
    unsigned code;

    return utf8_read(text, size, &code) && UTF8_IS_WITHIN(code, marks);
}

static void read_words(struct pieces *pieces, const char *text)
{
    for (size_t length = strlen(text), size; length;
        text += size, length -= size) {
        size = piece_size(text, length);
        add_piece(pieces, text, size,
            &(struct piece){ .is_mark = is_mark(text, size) });
    }
}

static void read_value(struct pieces *pieces, xmlNodePtr reference)
{
    struct buffer words = BUFFER_EMPTY;

    node_print(reference, &words);
    pieces->failed = pieces->failed || words.failed;
    add_piece(pieces, buffer_string(&words), words.length,
        &(struct piece){ .quoted = node_attribute(reference, "src") });
    buffer_free(&words);
}

static bool read_pieces(struct pieces *pieces, xmlNodePtr element)
{
    for (xmlNodePtr node = element->children; node; node = node->next) {
        if (node->type == XML_ELEMENT_NODE)
            read_value(pieces, node);
        else if (node->content)
            read_words(pieces, (const char *)node->content);
    }
    return !pieces->failed && !pieces->text.failed;
}

static void pieces_free(struct pieces *pieces)
{
    buffer_free(&pieces->text);
    free(pieces->list);
    free(pieces->keys);
}

/* --- phrases ------------------------------------------------------------- */

/* Pieces of both texts that differ, ends exclusive. */
struct stretch {
    size_t old[2], new[2];
};

struct comparing {
    struct pieces old, new;
    size_t *partners;
    struct arena *arena;
    struct phrases_changed *phrases;
    size_t room;
    bool failed;                /* memory ran out */
};

static const char *keep_words(struct comparing *comparing, const char *words,
    size_t length)
{
    const char *kept = arena_copy(comparing->arena, words, length);

    comparing->failed = comparing->failed || !kept;
    return kept ? kept : "";
}

static const char *keep(struct comparing *comparing,
    const struct pieces *pieces, size_t from, size_t to)
{
    if (from >= to)
        return "";
    return keep_words(comparing,
        buffer_string(&pieces->text) + pieces->list[from].start,
        pieces->list[to - 1].end - pieces->list[from].start);
}

/* With what says that there is more in front of it, or behind it. */
static const char *keep_cut(struct comparing *comparing, const char *words,
    bool before, bool behind)
{
    struct buffer text = BUFFER_EMPTY;

    if (!before && !behind)
        return words;
    buffer_printf(&text, "%s%s%s", before ? SIGN_CUT : "", words,
        behind ? SIGN_CUT : "");
    const char *kept = keep_words(comparing, buffer_string(&text),
        text.length);
    comparing->failed = comparing->failed || text.failed;
    buffer_free(&text);
    return kept;
}

static const char *find_quoted(const struct pieces *pieces,
    const size_t range[2])
{
    for (size_t k = range[0]; k < range[1]; k++)
        if (pieces->list[k].quoted)
            return pieces->list[k].quoted;
    return NULL;
}

/* The words in front of a stretch; `least` is where others end.  over_mark: a
 * mark that stands there is one of them. */
static const char *say_before(struct comparing *comparing, size_t from,
    size_t least, bool over_mark)
{
    const struct pieces *pieces = &comparing->new;
    size_t first = from;

    while (first > least && from - first < CLAUSE
        && (!pieces->list[first - 1].is_mark
        || (over_mark && first == from)))
        first--;
    bool cut = first > 0 && !pieces->list[first - 1].is_mark;
    if (cut && from - first > AROUND)
        first = from - AROUND;
    return keep_cut(comparing, keep(comparing, pieces, first, from), cut,
        false);
}

/* Those behind it; from `most` on they are other ones. */
static const char *say_behind(struct comparing *comparing, size_t to,
    size_t most)
{
    const struct pieces *pieces = &comparing->new;
    size_t end = to;

    while (end < most && end - to < CLAUSE && !pieces->list[end].is_mark)
        end++;
    bool cut = end < pieces->count && !pieces->list[end].is_mark;
    if (cut && end - to > AROUND)
        end = to + AROUND;
    return keep_cut(comparing, keep(comparing, pieces, to, end), false, cut);
}

static bool add_phrase(struct comparing *comparing,
    const struct stretch *stretch, size_t least, size_t most)
{
    struct phrases_changed *phrases = comparing->phrases;
    const struct pieces *old = &comparing->old, *new = &comparing->new;
    struct phrase_change *list = list_room(phrases->list, phrases->count,
        &comparing->room, sizeof *list);
    const char *quoted = find_quoted(new, stretch->new);
    const char *behind = say_behind(comparing, stretch->new[1], most);
    /* What came or went behind a sentence is found by that sentence. */
    bool is_alone = !*behind && (stretch->old[0] == stretch->old[1]
        || stretch->new[0] == stretch->new[1]);

    if (!list)
        return false;
    phrases->list = list;
    list[phrases->count++] = (struct phrase_change){
        .before = say_before(comparing, stretch->new[0], least, is_alone),
        .old = keep(comparing, old, stretch->old[0], stretch->old[1]),
        .new = keep(comparing, new, stretch->new[0], stretch->new[1]),
        .behind = behind,
        .quoted = quoted ? quoted : find_quoted(old, stretch->old),
        .is_quoted_old = !quoted };
    return !comparing->failed;
}

/* The next stretch from the places on where it ended; false after the last. */
static bool find_stretch(const struct comparing *comparing,
    struct stretch *stretch)
{
    size_t old = stretch->old[1], new = stretch->new[1];
    const size_t *partners = comparing->partners;

    while (old < comparing->old.count && partners[old] == new) {
        old++;
        new++;
    }
    stretch->old[0] = old;
    stretch->new[0] = new;
    while (old < comparing->old.count && partners[old] == ALIGN_NONE)
        old++;
    stretch->old[1] = old;
    stretch->new[1] = old < comparing->old.count ? partners[old]
        : comparing->new.count;
    return stretch->old[1] > stretch->old[0]
        || stretch->new[1] > stretch->new[0];
}

static bool is_near(const struct comparing *comparing,
    const struct stretch *stretch, const struct stretch *next)
{
    size_t between = next->new[0] - stretch->new[1];

    for (size_t k = stretch->new[1]; k < next->new[0]; k++)
        if (comparing->new.list[k].is_mark)
            return false;
    return between < APART;
}

static bool find_phrases(struct comparing *comparing)
{
    struct stretch stretch = { { 0, 0 }, { 0, 0 } }, next;
    size_t least = 0;

    if (!find_stretch(comparing, &stretch))
        return true;
    for (next = stretch; find_stretch(comparing, &next);) {
        if (is_near(comparing, &stretch, &next)) {
            stretch.old[1] = next.old[1];
            stretch.new[1] = next.new[1];
            continue;
        }
        if (!add_phrase(comparing, &stretch, least, next.new[0]))
            return false;
        least = stretch.new[1];
        stretch = next;
    }
    return add_phrase(comparing, &stretch, least, comparing->new.count);
}

bool phrases_compare(xmlNodePtr old, xmlNodePtr new, struct arena *arena,
    struct phrases_changed *phrases)
{
    struct comparing comparing = { .arena = arena, .phrases = phrases };
    bool good = read_pieces(&comparing.old, old)
        && read_pieces(&comparing.new, new);

    *phrases = (struct phrases_changed){ NULL, 0 };
    comparing.partners = good
        ? malloc((comparing.old.count + 1) * sizeof *comparing.partners) : NULL;
    good = comparing.partners && align(comparing.old.keys,
        comparing.old.count, comparing.new.keys, comparing.new.count,
        comparing.partners) && find_phrases(&comparing);
    struct phrase_change *kept = good ? arena_new(arena, phrases->count,
        sizeof *kept) : NULL;
    if (kept && phrases->count)
        memcpy(kept, phrases->list, phrases->count * sizeof *kept);
    free(phrases->list);
    phrases->list = kept;
    free(comparing.partners);
    pieces_free(&comparing.old);
    pieces_free(&comparing.new);
    return good && kept && !arena->failed;
}
