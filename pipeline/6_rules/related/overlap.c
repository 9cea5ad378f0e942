/* t:overlap and t:uncovered: how much of a text stands in others. */

#include "0_base/id_map.h"
#include "0_base/utf8.h"
#include "6_rules/related/letters.h"
#include "6_rules/related/passage.h"
#include "6_rules/related/related_calls.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/date_parts.h"

/* The pairs of neighbouring letters in all nodes together. */
struct coverage {
    struct node_list nodes;
    struct id_map pairs;
};

static void empty(void *memory)
{
    struct coverage *coverage = memory;

    node_list_free(&coverage->nodes);
    id_map_free(&coverage->pairs);
}

static bool add_pairs(struct id_map *pairs, const struct passage *passage)
{
    struct letters letters = LETTERS_EMPTY;
    uint32_t id;

    letters_read(&letters, buffer_string(&passage->text),
        passage->text.length);
    bool good = !passage->text.failed && !letters.failed;
    for (size_t k = 0; good && k < letters_pairs(&letters); k++)
        good = id_map_add(pairs, letters_pair(&letters, k), &id);
    letters_free(&letters);
    return good;
}

static bool add_nodes(struct coverage *coverage)
{
    struct passage passage = PASSAGE_EMPTY;
    bool good = true;

    for (size_t k = 0; good && k < coverage->nodes.count; k++) {
        passage_read(&passage, coverage->nodes.nodes[k], PASSAGE_PRINTED);
        good = add_pairs(&coverage->pairs, &passage);
    }
    passage_free(&passage);
    return good;
}

/* Those of the nodes, kept for the next call; NULL if memory runs out. */
static struct id_map *pairs_of_nodes(struct related *related,
    xmlNodeSetPtr nodes)
{
    struct kept *kept = &related->kept[KEEPER_OVERLAP];
    struct coverage *coverage = kept->memory;

    if (coverage && node_list_is(&coverage->nodes, nodes))
        return &coverage->pairs;
    coverage = kept_renew(kept, sizeof *coverage, empty);
    return coverage && node_list_set(&coverage->nodes, nodes)
        && add_nodes(coverage) ? &coverage->pairs : kept_drop(kept);
}

/* How many percent of the pairs are known; -1 for none. */
static int percent_of(const struct letters *letters,
    const struct id_map *known)
{
    size_t count = letters_pairs(letters), common = 0;
    uint32_t id;

    for (size_t k = 0; k < count; k++)
        common += id_map_find(known, letters_pair(letters, k), &id);
    return count > 0 ? (int)((200 * common + count) / (2 * count)) : -1;
}

static bool add_percent(const struct passage *passage,
    const struct id_map *known, struct buffer *found)
{
    struct letters letters = LETTERS_EMPTY;

    letters_read(&letters, buffer_string(&passage->text),
        passage->text.length);
    bool good = !passage->text.failed && !letters.failed;
    int percent = percent_of(&letters, known);
    if (percent >= 0)
        buffer_printf(found, "%d", percent);
    letters_free(&letters);
    return good;
}

void *related_prepare_overlap(struct related *related,
    const xmlXPathObjectPtr *others)
{
    return others[0]->type == XPATH_NODESET
        ? pairs_of_nodes(related, others[0]->nodesetval) : NULL;
}

bool related_check_overlap(struct related *related, void *prepared,
    xmlNodePtr node, struct buffer *found)
{
    passage_read(&related->passage, node, PASSAGE_PRINTED);
    return add_percent(&related->passage, prepared, found);
}

/* Makes the result for a text, with the pairs of the other argument; false if
 * memory runs out. */
typedef bool answerer(struct call *call, const struct passage *passage,
    const struct id_map *known);

static bool answer_percent(struct call *call, const struct passage *passage,
    const struct id_map *known)
{
    struct buffer found = BUFFER_EMPTY;
    bool good = add_percent(passage, known, &found) && !found.failed;

    if (good)
        call_return_string(call, buffer_string(&found));
    buffer_free(&found);
    return good;
}

static bool ends_clause(unsigned code)
{
    return utf8_is_one_of(code, U"。；！？;!?\n");
}

/* The size of a comma at a byte, 0 for none: that of 1,200 is none. */
static size_t comma_at(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t size = notion_at(lexicon, NOTION_COMMAS, text, at);

    return at > 0 && text_is_digit((unsigned char)text[at - 1])
        && text_is_digit((unsigned char)text[at + size]) ? 0 : size;
}

/* The bytes up to the mark that ends a clause, or a part of it, and those of
 * the mark. */
static size_t part_length(const struct lexicon *lexicon, const char *text,
    size_t *mark)
{
    size_t length = 0;
    unsigned code;

    while ((*mark = text_character(text + length, &code)) > 0
        && !ends_clause(code) && comma_at(lexicon, text, length) == 0)
        length += *mark;
    return length;
}

static bool has_figure(const char *text, size_t length)
{
    unsigned code;
    int value;

    for (size_t at = 0; at < length; at += text_character(text + at, &code))
        if (date_digit_read(text + at, &value) > 0)
            return true;
    return false;
}

/* The bytes of a clause without the mark behind it, and those of the mark.  A
 * comma ends it where there is a figure on either side: 新增就业4500人，培训12期
 * is two goals. */
static size_t clause_length(const struct lexicon *lexicon, const char *text,
    size_t *mark)
{
    size_t length = part_length(lexicon, text, mark), next;
    bool has_own = has_figure(text, length);

    for (;; length += next) {
        const char *behind = text + length + *mark;
        size_t next_mark;
        if (comma_at(lexicon, text, length) == 0)
            return length;
        next = part_length(lexicon, behind, &next_mark);
        if (has_figure(behind, next) && has_own)
            return length;
        has_own = has_own || has_figure(behind, next);
        next += *mark;
        *mark = next_mark;
    }
}

static bool is_uncovered(const struct letters *clause, size_t least,
    const struct id_map *known, double share)
{
    return clause->count >= least && known->count > 0
        && percent_of(clause, known) < share;
}

static bool answer_uncovered(struct call *call,
    const struct passage *passage, const struct id_map *known)
{
    double share = xmlXPathCastToNumber(call->objects[2]);
    const struct lexicon *lexicon = related_of(call)->scope.lexicon;
    size_t least = lexicon_limit(lexicon, LIMIT_CLAUSE_LETTERS);
    const char *text = buffer_string(&passage->text);
    struct letters letters = LETTERS_EMPTY;
    struct buffer found = BUFFER_EMPTY;
    size_t mark = 1;

    while (mark > 0 && found.length == 0) {
        size_t length = clause_length(lexicon, text, &mark);
        letters_read(&letters, text, length);
        if (is_uncovered(&letters, least, known, share))
            buffer_add(&found, text, length);
        text += length + mark;
    }
    bool good = !letters.failed && !found.failed;
    if (good)
        call_return_string(call, buffer_string(&found));
    buffer_free(&found);
    letters_free(&letters);
    return good;
}

static bool ask_string(struct call *call, const struct passage *passage,
    answerer *answer)
{
    struct passage other = PASSAGE_EMPTY;
    struct id_map pairs = ID_MAP_EMPTY;

    passage_read_argument(&other, call, 1, PASSAGE_PRINTED);
    bool good = add_pairs(&pairs, &other) && answer(call, passage, &pairs);
    id_map_free(&pairs);
    passage_free(&other);
    return good;
}

static bool ask_nodes(struct call *call, const struct passage *passage,
    answerer *answer)
{
    const struct id_map *pairs = pairs_of_nodes(related_of(call),
        related_nodes(call, 1));

    return pairs && answer(call, passage, pairs);
}

static void ask(struct call *call, answerer *answer)
{
    struct passage passage = PASSAGE_EMPTY;

    passage_read_argument(&passage, call, 0, PASSAGE_PRINTED);
    if (passage.text.failed || !(call->objects[1]->type == XPATH_NODESET
            ? ask_nodes : ask_string)(call, &passage, answer))
        call_fail_memory(call);
    passage_free(&passage);
}

void related_call_overlap(xmlXPathParserContextPtr parser, int given)
{
    struct call call;

    if (call_begin(&call, parser, given, 2))
        ask(&call, answer_percent);
    call_end(&call);
}

void related_call_uncovered(xmlXPathParserContextPtr parser, int given)
{
    struct call call;

    if (call_begin(&call, parser, given, 3))
        ask(&call, answer_uncovered);
    call_end(&call);
}
