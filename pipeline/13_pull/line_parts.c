/*
 * Words of a line found again in the lines around the one that it is.
 */

#include "13_pull/line_parts.h"

#include <stdlib.h>

#include "0_base/align.h"
#include "0_base/id_map.h"
#include "0_base/utf8.h"

static size_t size_of(const struct wording *wording, size_t line)
{
    return wording->lines[line].end - wording->lines[line].begin;
}

static enum line_kind kind_of(struct line_of line)
{
    return line.wording->lines[line.line].kind;
}

static bool is_in_row(struct line_of line)
{
    return line.wording->lines[line.line].row != 0;
}

static bool is_beside(struct line_of known, size_t line)
{
    const struct wording *wording = known.wording;

    return wording->lines[line].kind == LINE_TEXT
        && wording->lines[line].row == wording->lines[known.line].row;
}

/* The lines before one and behind it, as far as they are beside it and no
 * larger together than a size. */
static struct line_parts find_near(struct line_of known,
    const struct line_rest *rest, size_t size)
{
    const struct wording *wording = known.wording;
    struct line_parts near = { known.line, known.line + 1 };
    const struct line_run *before = &rest->before, *after = &rest->after;
    size_t room = size;

    for (size_t k = before->count; k > 0
        && before->list[k - 1] + 1 == near.begin
        && is_beside(known, near.begin - 1)
        && size_of(wording, near.begin - 1) <= room; k--)
        room -= size_of(wording, --near.begin);
    room = size;
    for (size_t k = 0; k < after->count && after->list[k] == near.end
        && is_beside(known, near.end)
        && size_of(wording, near.end) <= room; k++)
        room -= size_of(wording, near.end++);
    return near;
}

/* --- their words ---------------------------------------------------------- */

/* One of the lines that may be parts. */
struct piece {
    size_t begin, end;          /* of its words among those of all */
    size_t kept;                /* how many of them are in the line */
};

struct words {
    uint64_t *list, *all;       /* of the line; of the pieces */
    size_t count;               /* of the line */
    size_t *partners;
    struct piece *pieces;
    size_t piece_count;
};

/* Appends the words of a line to a list with room for them; how many it has
 * then. */
static size_t add_words(const struct wording *wording, size_t line,
    uint64_t *list, size_t count, unsigned *last)
{
    const char *text = buffer_string(&wording->text);
    size_t at = wording->lines[line].begin, end = wording->lines[line].end;
    unsigned code;

    for (size_t size; at < end
        && (size = utf8_read(text + at, end - at, &code)) > 0; at += size)
        if (!utf8_is_space(code)) {
            list[count++] = id_map_chain(*last, code);
            *last = code;
        }
    return count;
}

static bool read_words(struct words *words, struct line_of whole,
    const struct wording *parts, struct line_parts near)
{
    size_t size = parts->lines[near.end - 1].end
        - parts->lines[near.begin].begin, at = 0;
    size_t room = size_of(whole.wording, whole.line) + 1;
    unsigned last = 0;

    *words = (struct words){ .piece_count = near.end - near.begin,
        .list = calloc(room, sizeof *words->list),
        .all = calloc(size + 1, sizeof *words->all),
        .partners = calloc(room, sizeof *words->partners),
        .pieces = calloc(near.end - near.begin, sizeof *words->pieces) };
    if (!words->list || !words->all || !words->partners || !words->pieces)
        return false;
    words->count = add_words(whole.wording, whole.line, words->list, 0,
        &last);
    last = 0;
    for (size_t k = 0; k < words->piece_count; k++) {
        words->pieces[k].begin = at;
        at = add_words(parts, near.begin + k, words->all, at, &last);
        words->pieces[k].end = at;
    }
    return true;
}

static void free_words(struct words *words)
{
    free(words->list);
    free(words->all);
    free(words->partners);
    free(words->pieces);
}

static bool count_kept(struct words *words)
{
    size_t piece = 0;

    if (!align(words->list, words->count, words->all,
            words->pieces[words->piece_count - 1].end, words->partners))
        return false;
    for (size_t k = 0; k < words->count; k++) {
        if (words->partners[k] == ALIGN_NONE)
            continue;
        while (words->partners[k] >= words->pieces[piece].end)
            piece++;
        words->pieces[piece].kept++;
    }
    return true;
}

/* How many words of the line a piece has if it is all that there is of it. */
static bool count_alone(struct words *words, const struct piece *piece,
    size_t *count)
{
    *count = 0;
    if (!align(words->list, words->count, words->all + piece->begin,
            piece->end - piece->begin, words->partners))
        return false;
    for (size_t k = 0; k < words->count; k++)
        *count += words->partners[k] != ALIGN_NONE;
    return true;
}

/* --- parts of it ---------------------------------------------------------- */

static bool is_most(size_t count, size_t all)
{
    return 2 * count > all;
}

static bool is_part(const struct piece *piece)
{
    return is_most(piece->kept, piece->end - piece->begin);
}

/* Pieces from one on in both directions that are parts. */
static struct line_parts find_parts(const struct words *words, size_t known)
{
    struct line_parts found = { known, known };

    while (found.end < words->piece_count
        && is_part(&words->pieces[found.end]))
        found.end++;
    while (found.end > known && found.begin > 0
        && is_part(&words->pieces[found.begin - 1]))
        found.begin--;
    return found;
}

/* Whether several pieces have the line together, and not one of them alone. */
static bool are_parts(struct words *words, struct line_parts found,
    bool *failed)
{
    const struct piece *pieces = words->pieces, *longest = NULL;
    size_t kept = 0, all = 0, alone;

    for (size_t k = found.begin; k < found.end; k++) {
        size_t length = pieces[k].end - pieces[k].begin;
        if (!longest || length > longest->end - longest->begin)
            longest = &pieces[k];
        kept += pieces[k].kept;
        all += length;
    }
    if (found.end < found.begin + 2 || !is_most(kept, words->count))
        return false;
    if (!count_alone(words, longest, &alone))
        *failed = true;
    return !*failed && kept > alone && is_most(kept - alone,
        all - (longest->end - longest->begin));
}

/* Parts have at most as many words that are not in the line as are in it. */
bool line_parts_find(struct line_of whole, struct line_of known,
    const struct line_rest *rest, struct line_parts *found, bool *failed)
{
    size_t size = 2 * size_of(whole.wording, whole.line);
    struct line_parts near = find_near(known, rest, size);
    struct words words;
    bool is = false, lacks = false;

    if (near.end < near.begin + 2
        || size_of(known.wording, known.line) > size
        || kind_of(whole) != LINE_TEXT || kind_of(known) != LINE_TEXT
        || is_in_row(whole) != is_in_row(known))
        return false;
    if (read_words(&words, whole, known.wording, near)
        && count_kept(&words)) {
        *found = find_parts(&words, known.line - near.begin);
        is = are_parts(&words, *found, &lacks);
        found->begin += near.begin;
        found->end += near.begin;
    } else {
        lacks = true;
    }
    *failed = *failed || lacks;
    free_words(&words);
    return is;
}
