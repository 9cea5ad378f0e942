/* Pieces of a text around the places of findings. */

#include "1_read/lines.h"

#include <string.h>

#include "0_base/buffer.h"

#define NUL_SHOWN "\xE2\x90\x80"   /* U+2400, for a zero byte in a line */

struct keeping {
    const struct places *places;
    const char *file;           /* the findings' own name of it */
    struct buffer line;         /* of one finding at a time */
};

static bool ends_line(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* A character of UTF-8 has four bytes at the most. */
#define REACH_BYTES ((size_t)4 * FINDING_LINE_REACH)

static bool begins_character(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}

/* Where the piece begins; what is no UTF-8 is no longer than what is. */
static size_t find_first(const struct places *places, size_t at)
{
    size_t first = at, count = 0;

    while (first > 0 && !ends_line(places->text[first - 1])
        && count < FINDING_LINE_REACH && at - first < REACH_BYTES) {
        first--;
        count += begins_character(places->text[first]);
    }
    return first;
}

static size_t find_last(const struct places *places, size_t at)
{
    size_t last = at, count = 0;

    while (last < places->length && !ends_line(places->text[last])
        && last - at < REACH_BYTES) {
        count += begins_character(places->text[last]);
        if (count > FINDING_LINE_REACH)
            break;
        last++;
    }
    return last;
}

static void add_piece(struct buffer *line, const char *text, size_t length)
{
    const char *end = text + length, *nul;

    while ((nul = memchr(text, '\0', (size_t)(end - text))) != NULL) {
        buffer_add(line, text, (size_t)(nul - text));
        buffer_add_string(line, NUL_SHOWN);
        text = nul + 1;
    }
    buffer_add(line, text, (size_t)(end - text));
}

static bool keep_line(void *user, struct finding *finding)
{
    struct keeping *keeping = user;
    const struct places *places = keeping->places;

    if (finding->line || finding->file != keeping->file
        || !finding->place.line || !finding->place.column)
        return true;
    size_t at = places_offset(places, finding->place);
    size_t first = find_first(places, at), last = find_last(places, at);
    buffer_clear(&keeping->line);
    add_piece(&keeping->line, places->text + first, at - first);
    finding->line_at = (unsigned)keeping->line.length;
    add_piece(&keeping->line, places->text + at, last - at);
    finding->line = buffer_string(&keeping->line);
    finding->line_cut[0] = first > 0 && !ends_line(places->text[first - 1]);
    finding->line_cut[1] = last < places->length
        && !ends_line(places->text[last]);
    return true;
}

void lines_keep(const struct places *places, struct findings *findings)
{
    struct keeping keeping = { .places = places,
        .file = findings_file(findings), .line = BUFFER_EMPTY };

    if (!findings_keeps_lines(findings))
        return;
    findings_revise(findings, 0, keep_line, &keeping);
    if (keeping.line.failed)
        findings_out_of_memory(findings);
    buffer_free(&keeping.line);
}
