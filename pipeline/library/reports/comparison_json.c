/* A comparison as JSON. */

#include "library/reports/comparison.h"
#include "library/reports/json_writer.h"

static const char *const kind_names[FACT_KIND_COUNT] = {
    [FACT_CHANGED] = "changed", [FACT_ADDED] = "added",
    [FACT_REMOVED] = "removed", [FACT_MOVED] = "moved" };

static const char *const state_names[FACT_STATE_COUNT] = {
    [FACT_STATED] = "stated", [FACT_DERIVED] = "derived",
    [FACT_BLANK] = "blank", [FACT_ABSENT] = "absent",
    [FACT_AWAITED] = "awaited" };

const char *fact_kind_name(enum fact_kind kind)
{
    return kind_names[kind];
}

const char *fact_state_name(enum fact_state state)
{
    return state_names[state];
}

static void write_side(struct json_writer *writer, const char *name,
    const struct fact_side *side)
{
    writer_open(writer, name, JSON_OBJECT);
    writer_string(writer, "state", fact_state_name(side->state));
    if (*side->text)
        writer_string(writer, "text", side->text);
    if (*side->unit)
        writer_string(writer, "unit", side->unit);
    writer_close(writer);
}

/* False where memory runs out. */
static bool write_phrase(struct json_writer *writer,
    const struct compared *compared, const struct phrase_change *phrase)
{
    struct buffer quoted = BUFFER_EMPTY;

    comparison_print_quoted(compared, phrase, &quoted);
    writer_open(writer, NULL, JSON_OBJECT);
    writer_string(writer, "before", phrase->before);
    writer_string(writer, "old", phrase->old);
    writer_string(writer, "new", phrase->new);
    writer_string(writer, "behind", phrase->behind);
    writer_string(writer, "quoted", phrase->quoted);
    if (quoted.length)
        writer_string(writer, "quoted_where", buffer_string(&quoted));
    writer_close(writer);
    bool good = !quoted.failed;
    buffer_free(&quoted);
    return good;
}

static bool write_fact(struct json_writer *writer,
    const struct compared *compared, const struct fact *fact)
{
    bool good = true;

    writer_open(writer, NULL, JSON_OBJECT);
    writer_string(writer, "kind", fact_kind_name(fact->kind));
    writer_bool(writer, "follows", fact->follows);
    writer_string(writer, "pointer", fact->pointer);
    writer_string(writer, "attachment", fact->attachment);
    writer_string(writer, "where", fact->where);
    if (fact->kind == FACT_CHANGED || *fact->old.text)
        write_side(writer, "old", &fact->old);
    if (fact->kind == FACT_CHANGED || *fact->new.text)
        write_side(writer, "new", &fact->new);
    if (fact->kind != FACT_CHANGED && fact->number)
        writer_number(writer, "number", fact->number);
    if (fact->phrases.count)
        writer_open(writer, "phrases", JSON_ARRAY);
    for (size_t k = 0; k < fact->phrases.count; k++)
        good = write_phrase(writer, compared, &fact->phrases.list[k]) && good;
    if (fact->phrases.count)
        writer_close(writer);
    writer_close(writer);
    return good;
}

bool comparison_report_json(const struct compared *compared, FILE *out)
{
    struct json_writer writer = { .out = out };
    const struct facts *facts = compared->facts;
    bool good = true;

    writer_open(&writer, NULL, JSON_OBJECT);
    writer_string(&writer, "old", compared->old_path);
    writer_string(&writer, "new", compared->new_path);
    writer_string(&writer, "edition", compared->edition);
    writer_open(&writer, "changes", JSON_ARRAY);
    for (size_t k = 0; k < facts->count; k++)
        good = write_fact(&writer, compared, &facts->list[k]) && good;
    writer_close(&writer);
    writer_close(&writer);
    return good;
}
