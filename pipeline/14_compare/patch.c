/* Writes the changes of a comparison as operations of RFC 6902. */

#include "14_compare/patch.h"

#include <string.h>

struct patch {
    const struct comparison *comparison;
    struct buffer *out;
    bool filled;
};

/* --- values -------------------------------------------------------------- */

/* RFC 8259, 7: what has to be escaped, and nothing else. */
static void add_text(struct buffer *out, const char *text, size_t length)
{
    buffer_add_char(out, '"');
    for (size_t k = 0; k < length; k++) {
        unsigned char byte = (unsigned char)text[k];
        if (byte == '"' || byte == '\\')
            buffer_printf(out, "\\%c", byte);
        else if (byte < ' ')
            buffer_printf(out, "\\u%04X", byte);
        else
            buffer_add_char(out, (char)byte);
    }
    buffer_add_char(out, '"');
}

static void add_string(struct buffer *out, const char *text)
{
    add_text(out, text, strlen(text));
}

/* Numbers and texts as they are written in the file. */
static void add_value(struct buffer *out, const struct meanings *meanings,
    const cJSON *value)
{
    bool is_object = cJSON_IsObject(value);
    const cJSON *child;
    size_t length;

    if (!is_object && !cJSON_IsArray(value)) {
        const char *literal = json_literal(meanings->json, value, &length);
        buffer_add(out, literal, length);
        return;
    }
    buffer_add_char(out, is_object ? '{' : '[');
    cJSON_ArrayForEach(child, value) {
        if (child != value->child)
            buffer_add_string(out, ", ");
        if (is_object) {
            const char *name = json_name(meanings->json, child, &length);
            add_text(out, name, length);
            buffer_add_string(out, ": ");
        }
        add_value(out, meanings, child);
    }
    buffer_add_char(out, is_object ? '}' : ']');
}

/* --- operations ---------------------------------------------------------- */

static void begin(struct patch *patch, const char *operation)
{
    buffer_printf(patch->out, "%s\n  { \"op\": \"%s\"",
        patch->filled ? "," : "", operation);
    patch->filled = true;
}

static void add_member(struct patch *patch, const char *name,
    const char *text)
{
    buffer_printf(patch->out, ", \"%s\": ", name);
    add_string(patch->out, text);
}

static void end(struct patch *patch, const struct meanings *meanings,
    const cJSON *value)
{
    if (value) {
        buffer_add_string(patch->out, ", \"value\": ");
        add_value(patch->out, meanings, value);
    }
    buffer_add_string(patch->out, " }");
}

static void add_test(struct patch *patch, const struct meanings *meanings,
    const char *path, const cJSON *value)
{
    begin(patch, "test");
    add_member(patch, "path", path);
    end(patch, meanings, value);
}

/* Tests the key of the entry; false where it has none. */
static bool test_entry(struct patch *patch, const struct change *change,
    const struct meanings *meanings)
{
    const cJSON *naming = change->entry
        ? meanings_naming(meanings, change->entry) : NULL;
    struct buffer path = BUFFER_EMPTY;

    if (!naming)
        return false;
    buffer_add_string(&path, change->entry_path);
    json_pointer_add(&path, naming->string);
    add_test(patch, meanings, buffer_string(&path), naming);
    patch->out->failed = patch->out->failed || path.failed;
    buffer_free(&path);
    return true;
}

/* What moves may have been changed before. */
static void add_guards(struct patch *patch, const struct change *change)
{
    const struct comparison *comparison = patch->comparison;
    bool moves = change->kind == CHANGE_MOVED;
    const struct meanings *meanings = moves ? &comparison->new
        : &comparison->old;
    const cJSON *whole = moves ? change->new : change->old;
    bool is_known = test_entry(patch, change, meanings);

    if (whole && (!is_known || whole != change->entry))
        add_test(patch, meanings, moves ? change->from : change->path, whole);
}

static void add_operation(struct patch *patch, const struct change *change)
{
    static const char *const names[] = { [CHANGE_ADDED] = "add",
        [CHANGE_REMOVED] = "remove", [CHANGE_REPLACED] = "replace",
        [CHANGE_MOVED] = "move" };

    add_guards(patch, change);
    begin(patch, names[change->kind]);
    if (change->from)
        add_member(patch, "from", change->from);
    add_member(patch, "path", change->path);
    end(patch, &patch->comparison->new,
        change->kind == CHANGE_MOVED ? NULL : change->new);
}

void comparison_print_patch(const struct comparison *comparison,
    struct buffer *out)
{
    struct patch patch = { comparison, out, false };

    buffer_add_char(out, '[');
    for (size_t k = 0; k < comparison->count; k++)
        add_operation(&patch, &comparison->changes[k]);
    buffer_add_string(out, patch.filled ? "\n]\n" : "]\n");
}
