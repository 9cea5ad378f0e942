/*
 * Data as a person would write it.
 */

#include <string.h>

#include "0_base/json_string.h"
#include "0_base/utf8.h"
#include "11_next/first_data.h"

#define INDENT 2
#define LINE_WIDTH 80           /* columns that a short object may fill */

struct printing {
    struct buffer *out;
    bool without_blanks;
};

static void print_value(const struct printing *printing, const cJSON *value,
    int level);

static void print_plain(const cJSON *value, struct buffer *out)
{
    if (cJSON_IsString(value))
        json_string_add(value->valuestring, out);
    else if (cJSON_IsRaw(value))
        buffer_add_string(out, value->valuestring);
    else if (cJSON_IsNumber(value))
        buffer_printf(out, "%.15g", value->valuedouble);
    else
        buffer_add_string(out, cJSON_IsNull(value) ? "null"
            : cJSON_IsTrue(value) ? "true" : "false");
}

static bool is_shown(const struct printing *printing, const cJSON *child)
{
    return !printing->without_blanks || !cJSON_IsNull(child);
}

static bool is_plain(const struct printing *printing, const cJSON *value)
{
    const cJSON *child;

    cJSON_ArrayForEach(child, value)
        if (is_shown(printing, child)
            && (cJSON_IsObject(child) || cJSON_IsArray(child)))
            return false;
    return true;
}

static void print_break(int level, struct buffer *out)
{
    buffer_printf(out, "\n%*s", level * INDENT, "");
}

/* What is inside of an object or a list: on one line, or a line each. */
static void print_children(const struct printing *printing,
    const cJSON *value, bool on_one_line, int level)
{
    struct buffer *out = printing->out;
    const char *comma = "";
    const cJSON *child;

    cJSON_ArrayForEach(child, value) {
        if (!is_shown(printing, child))
            continue;
        buffer_add_string(out, comma);
        if (on_one_line)
            buffer_add_char(out, ' ');
        else
            print_break(level + 1, out);
        if (child->string) {
            json_string_add(child->string, out);
            buffer_add_string(out, ": ");
        }
        print_value(printing, child, level + 1);
        comma = ",";
    }
    if (*comma && on_one_line)
        buffer_add_char(out, ' ');
    else if (*comma)
        print_break(level, out);
}

static void print_container(const struct printing *printing,
    const cJSON *value, int level)
{
    struct buffer *out = printing->out;
    size_t begin = out->length;
    bool is_short = level > 0 && is_plain(printing, value);

    for (int again = 0; again < 2; again++) {
        buffer_add_char(out, cJSON_IsObject(value) ? '{' : '[');
        print_children(printing, value, is_short, level);
        buffer_add_char(out, cJSON_IsObject(value) ? '}' : ']');
        if (!is_short || out->failed
            || utf8_width(out->bytes + begin) + (size_t)level * INDENT
                <= LINE_WIDTH)
            return;
        buffer_cut(out, begin);
        is_short = false;
    }
}

static void print_value(const struct printing *printing, const cJSON *value,
    int level)
{
    if (cJSON_IsObject(value) || cJSON_IsArray(value))
        print_container(printing, value, level);
    else
        print_plain(value, printing->out);
}

bool first_print(const cJSON *data, bool without_blanks, struct buffer *out)
{
    const struct printing printing = { out, without_blanks };

    print_value(&printing, data, 0);
    buffer_add_char(out, '\n');
    return !out->failed;
}

bool first_print_value(const cJSON *value, int level, struct buffer *out)
{
    const struct printing printing = { out, false };

    print_value(&printing, value, level);
    return !out->failed;
}
