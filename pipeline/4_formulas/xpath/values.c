/* Values of XPath: conversions and comparisons as XPath 1.0 has them; numbers
 * are read and written by libxml2, so that none differs. */

#include "4_formulas/xpath/values.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#define DIGITS_EXACT 15         /* as many are exact in a double */
#define NUMBER_SIZE 400         /* of what libxml2 prints */

bool value_is_true(const struct value *value)
{
    switch (value->type) {
    case TYPE_BOOLEAN:
        return value->boolean;
    case TYPE_NUMBER:
        return value->number != 0 && !isnan(value->number);
    case TYPE_TEXT:
        return value->text.length > 0;
    case TYPE_NODES:
        return value->nodes.count > 0;
    default:
        return value->type == TYPE_FRAGMENT;
    }
}

double number_of_text(struct text text, struct pool *pool)
{
    double number = 0;
    size_t k = 0;

    while (k < text.length && k < DIGITS_EXACT && text.at[k] >= '0'
            && text.at[k] <= '9')
        number = number * 10 + (text.at[k++] - '0');
    if (k > 0 && k == text.length)
        return number;
    struct pool_mark mark = pool_mark(pool);
    number = xmlXPathStringEvalNumber((const xmlChar *)pool_copy(pool,
        text.at, text.length));
    pool_release(pool, mark);
    return number;
}

static struct text text_of_whole(long whole, struct pool *pool)
{
    char digits[24], *at = digits + sizeof digits;
    unsigned long left = whole < 0 ? 0 - (unsigned long)whole
        : (unsigned long)whole;

    do
        *--at = (char)('0' + left % 10);
    while (left /= 10);
    if (whole < 0)
        *--at = '-';
    size_t length = (size_t)(digits + sizeof digits - at);
    return (struct text){ pool_copy(pool, at, length), length };
}

struct text text_of_number(double number, struct pool *pool)
{
    if (number > -1e9 && number < 1e9 && (double)(long)number == number)
        return text_of_whole((long)number, pool);
    char *copy = pool_get(pool, NUMBER_SIZE);
    xmlChar *printed = xmlXPathCastNumberToString(number);
    if (!printed)
        give_up(pool->out, "no memory", NULL);
    int length = snprintf(copy, NUMBER_SIZE, "%s", (const char *)printed);
    xmlFree(printed);
    return (struct text){ copy, (size_t)length };
}

double value_to_number(const struct value *value, struct pool *pool)
{
    if (value->type == TYPE_NUMBER)
        return value->number;
    if (value->type == TYPE_BOOLEAN)
        return value->boolean;
    return number_of_text(value_to_text(value, pool), pool);
}

struct text value_to_text(const struct value *value, struct pool *pool)
{
    switch (value->type) {
    case TYPE_BOOLEAN:
        return text_of_string(value->boolean ? "true" : "false");
    case TYPE_NUMBER:
        return text_of_number(value->number, pool);
    case TYPE_TEXT:
        return value->text;
    case TYPE_NODES:
        return value->nodes.count ? node_text(value->nodes.at[0])
            : (struct text){ "", 0 };
    case TYPE_FRAGMENT:
        return value->fragment.tree ? node_text(value->fragment.tree->root)
            : value->fragment.text;
    default:
        return (struct text){ "", 0 };
    }
}

bool text_equal(struct text a, struct text b)
{
    return a.length == b.length && memcmp(a.at, b.at, a.length) == 0;
}

struct text texts_join(const struct text *texts, size_t count,
    struct pool *pool)
{
    size_t length = 0;

    for (size_t k = 0; k < count; k++)
        length += texts[k].length;
    char *all = pool_get(pool, length + 1), *at = all;
    for (size_t k = 0; k < count; k++) {
        memcpy(at, texts[k].at, texts[k].length);
        at += texts[k].length;
    }
    return (struct text){ all, length };
}

void text_set_begin(struct text_set *set, size_t most, struct pool *pool)
{
    set->room = 8;
    while (set->room < 2 * most)
        set->room *= 2;
    set->slots = pool_new(pool, set->room, sizeof *set->slots);
}

struct node **text_set_slot(const struct text_set *set, struct text text)
{
    size_t slot = hash_bytes(text.at, text.length) & (set->room - 1);

    while (set->slots[slot] && !text_equal(node_text(set->slots[slot]), text))
        slot = (slot + 1) & (set->room - 1);
    return &set->slots[slot];
}

bool numbers_compare(double a, double b, enum comparison how)
{
    switch (how) {
    case COMPARE_EQUAL:
        return a == b;
    case COMPARE_UNEQUAL:
        return a != b;
    case COMPARE_LESS:
        return a < b;
    case COMPARE_LESS_EQUAL:
        return a <= b;
    case COMPARE_MORE:
        return a > b;
    default:
        return a >= b;
    }
}

static bool is_of_nodes(const struct value *value)
{
    return value->type == TYPE_NODES || value->type == TYPE_FRAGMENT;
}

static bool is_for_order(enum comparison how)
{
    return how != COMPARE_EQUAL && how != COMPARE_UNEQUAL;
}

/* What a value compares with, one after the other. */
static size_t count_of(const struct value *value)
{
    return value->type == TYPE_NODES ? value->nodes.count : 1;
}

static struct text text_at(const struct value *value, size_t k,
    struct pool *pool)
{
    return value->type == TYPE_NODES ? node_text(value->nodes.at[k])
        : value_to_text(value, pool);
}

static double number_at(const struct value *value, size_t k,
    struct pool *pool)
{
    return value->type == TYPE_NUMBER ? value->number
        : number_of_text(text_at(value, k, pool), pool);
}

/* The least number of a value, or the greatest; NaN where there is none. */
static double extreme(const struct value *value, bool is_least,
    struct pool *pool)
{
    double found = NAN;

    for (size_t k = 0; k < count_of(value); k++) {
        double number = number_at(value, k, pool);
        if (isnan(found) || (is_least ? number < found : number > found))
            found = number;
    }
    return found;
}

/* Some pair is in that order where the least and the greatest are. */
static bool orders_compare(const struct value *a, const struct value *b,
    enum comparison how, struct pool *pool)
{
    bool is_less = how == COMPARE_LESS || how == COMPARE_LESS_EQUAL;

    return numbers_compare(extreme(a, is_less, pool),
        extreme(b, !is_less, pool), how);
}

/* One of them is a number. */
static bool numbers_equal(const struct value *a, const struct value *b,
    enum comparison how, struct pool *pool)
{
    for (size_t k = 0; k < count_of(a); k++)
        for (size_t m = 0; m < count_of(b); m++)
            if (numbers_compare(number_at(a, k, pool),
                    number_at(b, m, pool), how))
                return true;
    return false;
}

/* Some pair differs unless all are the same. */
static bool texts_differ(const struct value *a, const struct value *b,
    struct pool *pool)
{
    if (!count_of(a) || !count_of(b))
        return false;
    struct text x = text_at(a, 0, pool), y = text_at(b, 0, pool);
    for (size_t k = 0; k < count_of(a); k++)
        if (!text_equal(text_at(a, k, pool), y))
            return true;
    for (size_t k = 0; k < count_of(b); k++)
        if (!text_equal(text_at(b, k, pool), x))
            return true;
    return false;
}

static bool has_text(const struct value *value, struct text text,
    struct pool *pool)
{
    for (size_t k = 0; k < count_of(value); k++)
        if (text_equal(text_at(value, k, pool), text))
            return true;
    return false;
}

#define FEW 4                   /* so many are searched in turn */

static bool texts_meet(const struct value *a, const struct value *b,
    struct pool *pool)
{
    struct text_set set;

    if (count_of(a) > FEW && count_of(b) > FEW) {
        text_set_begin(&set, count_of(b), pool);
        for (size_t m = 0; m < count_of(b); m++)
            *text_set_slot(&set, node_text(b->nodes.at[m]))
                = b->nodes.at[m];
        for (size_t k = 0; k < count_of(a); k++)
            if (*text_set_slot(&set, node_text(a->nodes.at[k])))
                return true;
        return false;
    }
    for (size_t k = 0; k < count_of(a); k++)
        if (has_text(b, text_at(a, k, pool), pool))
            return true;
    return false;
}

/* Where one side is nodes at least: whether a pair compares so, in one pass. */
static bool sets_compare(const struct value *a, const struct value *b,
    enum comparison how, struct pool *pool)
{
    struct pool_mark mark = pool_mark(pool);
    bool is_by_number = a->type == TYPE_NUMBER || b->type == TYPE_NUMBER;
    bool found = is_for_order(how) ? orders_compare(a, b, how, pool)
        : is_by_number ? numbers_equal(a, b, how, pool)
        : how == COMPARE_EQUAL ? texts_meet(a, b, pool)
        : texts_differ(a, b, pool);

    pool_release(pool, mark);
    return found;
}

bool value_compare(const struct value *a, const struct value *b,
    enum comparison how, struct pool *pool)
{
    bool boolean = a->type == TYPE_BOOLEAN || b->type == TYPE_BOOLEAN;

    if (boolean && (!is_for_order(how) || is_of_nodes(a)
            || is_of_nodes(b)))
        return numbers_compare(value_is_true(a), value_is_true(b), how);
    if (is_of_nodes(a) || is_of_nodes(b))
        return sets_compare(a, b, how, pool);
    if (a->type == TYPE_NUMBER || b->type == TYPE_NUMBER
            || is_for_order(how))
        return numbers_compare(value_to_number(a, pool),
            value_to_number(b, pool), how);
    return text_equal(a->text, b->text) == (how == COMPARE_EQUAL);
}

void nodes_add(struct nodes *nodes, struct node *node, struct pool *pool)
{
    if (nodes->count == nodes->room) {
        size_t room = nodes->room ? 2 * nodes->room : 8;
        struct node **at = pool_get(pool, room * sizeof *at);
        if (nodes->count)
            memcpy(at, nodes->at, nodes->count * sizeof *at);
        nodes->at = at;
        nodes->room = room;
    }
    nodes->at[nodes->count++] = node;
}

static bool are_sorted(const struct nodes *nodes)
{
    for (size_t k = 1; k < nodes->count; k++)
        if (node_compare(nodes->at[k - 1], nodes->at[k]) >= 0)
            return false;
    return true;
}

static void merge(struct node **at, struct node **spare, size_t count)
{
    size_t half = count / 2, a = 0, b = half;

    if (count < 2)
        return;
    merge(at, spare, half);
    merge(at + half, spare, count - half);
    for (size_t k = 0; k < count; k++)
        spare[k] = b == count || (a < half
            && node_compare(at[a], at[b]) <= 0) ? at[a++] : at[b++];
    memcpy(at, spare, count * sizeof *at);
}

void nodes_sort(struct nodes *nodes, struct pool *pool)
{
    size_t kept = 0;

    if (are_sorted(nodes))
        return;
    merge(nodes->at, pool_get(pool, nodes->count * sizeof *nodes->at),
        nodes->count);
    for (size_t k = 0; k < nodes->count; k++)
        if (!kept || node_compare(nodes->at[kept - 1], nodes->at[k]) != 0)
            nodes->at[kept++] = nodes->at[k];
    nodes->count = kept;
}

struct nodes nodes_merge(const struct nodes *a, const struct nodes *b,
    struct pool *pool)
{
    size_t room = a->count + b->count, i = 0, k = 0;
    struct nodes all = { pool_get(pool, room * sizeof *all.at), 0, room };

    while (i < a->count && k < b->count) {
        int order = node_compare(a->at[i], b->at[k]);
        all.at[all.count++] = order <= 0 ? a->at[i] : b->at[k];
        i += order <= 0;
        k += order >= 0;
    }
    while (i < a->count)
        all.at[all.count++] = a->at[i++];
    while (k < b->count)
        all.at[all.count++] = b->at[k++];
    return all;
}
