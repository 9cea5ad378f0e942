/* Whether figures of a sentence are a whole and its parts. */

#include "6_rules/text/sum.h"

#include "0_base/signs.h"

/* The sum of parts[from] to parts[to - 1] in the base unit, and how far it
 * and the whole can be off together; false where it does not fit. */
static bool add_up(const struct text_sum *sum, size_t from, size_t to,
    struct decimal *total, struct decimal *doubt)
{
    struct decimal part;

    *total = (struct decimal){ 0, 0, false };
    *doubt = text_figure_doubt(sum->whole);
    for (size_t k = from; k < to; k++)
        if (!text_figure_base(sum->parts[k], &part)
            || !decimal_add(*total, part, total)
            || !decimal_add(*doubt, text_figure_doubt(sum->parts[k]), doubt))
            return false;
    return true;
}

/* Compares the sum of some parts and more with the whole: -1, 0, 1; 0 also if
 * it cannot be calculated. */
static int compare_with(const struct text_sum *sum, size_t from, size_t to,
    struct decimal more, struct decimal *difference)
{
    const struct decimal zero = { 0, 0, false };
    struct decimal total, doubt, whole;

    *difference = zero;
    if (!add_up(sum, from, to, &total, &doubt)
        || !decimal_add(total, more, &total)
        || !text_figure_base(sum->whole, &whole)
        || !decimal_subtract(total, whole, difference))
        return 0;
    struct decimal size = *difference;
    int sign = decimal_compare(size, zero);
    if (sign < 0)
        decimal_subtract(zero, size, &size);
    return !sum->exact && decimal_compare(size, doubt) <= 0 ? 0 : sign;
}

static int compare(const struct text_sum *sum, size_t from, size_t to,
    struct decimal *difference)
{
    return compare_with(sum, from, to, (struct decimal){ 0, 0, false },
        difference);
}

/* The first or the last of the parts may be all of them, and there may be more
 * than they. */
static bool some_agree(const struct text_sum *sum)
{
    struct decimal difference;

    if (sum->rest.units != 0 && compare_with(sum, 0, sum->count, sum->rest,
            &difference) == 0)
        return true;
    for (size_t k = 2; k < sum->count; k++)
        if (compare(sum, 0, k, &difference) == 0
            || compare(sum, sum->count - k, sum->count, &difference) == 0)
            return true;
    return false;
}

/* Whether the sum is near enough to the whole for these to be its parts. */
static bool is_near(const struct text_sum *sum, struct decimal difference)
{
    struct decimal whole, scaled, zero = { 0, 0, false };

    if (difference.units < 0)
        decimal_subtract(zero, difference, &difference);
    return text_figure_base(sum->whole, &whole)
        && decimal_multiply(difference,
            (struct decimal){ (int64_t)sum->nearness, 0, false }, 0,
            difference.places,
            &scaled)
        && decimal_compare(scaled, whole) <= 0;
}

/* The part in the unit of the whole. */
static bool part_value(const struct text_sum *sum, size_t k,
    struct decimal *value)
{
    return decimal_shift(sum->parts[k]->value,
        sum->parts[k]->shift - sum->whole->shift, value);
}

/* 22+181=203≠201, or 22>20, zeros left out; nothing where it does not fit. */
static void write_difference(const struct text_sum *sum, const char *sign,
    struct buffer *found)
{
    struct decimal total = { 0, 0, false }, part;

    for (size_t k = 0; k < sum->count; k++) {
        if (!part_value(sum, k, &part) || !decimal_add(total, part, &total)) {
            buffer_clear(found);
            return;
        }
        if (part.units == 0)
            continue;
        buffer_add_string(found, found->length > 0 ? "+" : "");
        text_add_number(part, found);
    }
    if (sum->count > 1) {
        buffer_add_char(found, '=');
        text_add_number(total, found);
    }
    buffer_add_string(found, sign);
    text_add_number(sum->whole->value, found);
}

void text_sum_judge(const struct text_sum *sum, struct buffer *found)
{
    struct decimal difference;

    if (sum->spoilt || sum->count == 0
        || sum->whole->precision != TEXT_EXACT)
        return;
    int order = compare(sum, 0, sum->count, &difference);
    if (sum->count == 1) {
        if (order > 0)
            write_difference(sum, ">", found);
    } else if (order != 0 && (sum->exact || is_near(sum, difference))
        && (sum->open ? order > 0 : sum->exact || !some_agree(sum))) {
        write_difference(sum, sum->open ? ">" : SIGN_UNEQUAL, found);
    }
}

bool text_sum_is_far(const struct text_sum *sum)
{
    struct decimal difference;

    return compare(sum, 0, sum->count, &difference) != 0
        && !is_near(sum, difference);
}
