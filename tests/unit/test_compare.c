/* What two data files state otherwise, entry by entry, and that a patch of
 * it makes one of the other. */

#include <CUnit/CUnit.h>
#include <cjson/cJSON.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/buffer.h"
#include "14_compare/compare.h"
#include "14_compare/patch.h"
#include "fixture.h"
#include "patch_fixture.h"

/* Entries of "entries" are known by id, those of "named" in them by name. */
static const char schema[] = "{'x-key': 'id', 'properties': {"
    "'entries': {'x-key': 'id', 'items': {'properties': {"
    "'named': {'x-key': 'name', 'items': true}}}}}}";

struct compared {
    struct fixture folder;
    struct findings *findings;
    struct schema *schema;
    struct json *old, *new;
    struct comparison *comparison;
    char *patch;
};

static char *load(void *context, const char *uri, size_t *length)
{
    return resource_load(context, uri, length);
}

static void open_schema(struct compared *compared)
{
    static const char path[] = "schemas/e/submission.schema.json";
    char text[sizeof schema];

    for (size_t k = 0; k < sizeof schema; k++)
        text[k] = schema[k] == '\'' ? '"' : schema[k];
    fixture_begin(&compared->folder);
    fixture_write(&compared->folder, path, text);
    compared->findings = findings_new();
    compared->schema = schema_compile(path, &(struct schema_options){
        .load = load, .context = &compared->folder.resources },
        compared->findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(compared->schema);
}

static void close_schema(struct compared *compared)
{
    schema_free(compared->schema);
    findings_free(compared->findings);
    fixture_end(&compared->folder);
}

static void begin(struct compared *compared, struct json *old,
    struct json *new)
{
    struct buffer patch = BUFFER_EMPTY;

    compared->old = old;
    compared->new = new;
    CU_ASSERT_PTR_NOT_NULL_FATAL(old);
    CU_ASSERT_PTR_NOT_NULL_FATAL(new);
    compared->comparison = comparison_new(old, new, compared->schema);
    CU_ASSERT_PTR_NOT_NULL_FATAL(compared->comparison);
    comparison_print_patch(compared->comparison, &patch);
    compared->patch = buffer_take(&patch);
    CU_ASSERT_PTR_NOT_NULL_FATAL(compared->patch);
}

static void end(struct compared *compared)
{
    free(compared->patch);
    comparison_free(compared->comparison);
    json_free(compared->old);
    json_free(compared->new);
}

/* The operations in a few signs each: "?" test, "+" add, "-" remove, "="
 * replace, ">" move, with where they are. */
static const char *print_operations(const char *text)
{
    static const struct { const char *name; char sign; } signs[] = {
        { "test", '?' }, { "add", '+' }, { "remove", '-' },
        { "replace", '=' }, { "move", '>' } };
    static char printed[2048];
    cJSON *patch = cJSON_Parse(text), *operation;
    struct buffer out = BUFFER_EMPTY;

    CU_ASSERT_PTR_NOT_NULL_FATAL(patch);
    cJSON_ArrayForEach(operation, patch) {
        const char *name = cJSON_GetStringValue(
            cJSON_GetObjectItem(operation, "op"));
        const char *from = cJSON_GetStringValue(
            cJSON_GetObjectItem(operation, "from"));
        for (size_t k = 0; k < COUNT(signs); k++)
            if (strcmp(signs[k].name, name) == 0)
                buffer_printf(&out, "%s%c%s%s%s", out.length ? " " : "",
                    signs[k].sign, from ? from : "", from ? ">" : "",
                    cJSON_GetStringValue(cJSON_GetObjectItem(operation,
                        "path")));
    }
    cJSON_Delete(patch);
    snprintf(printed, sizeof printed, "%s", buffer_string(&out));
    buffer_free(&out);
    return printed;
}

/* Whether the patch, applied to the old text, gives the new one. */
static bool patch_fits(const struct compared *compared)
{
    cJSON *old = patch_copy(json_root(compared->old));
    cJSON *patch = cJSON_Parse(compared->patch);
    bool good = patch && patch_apply_to(&old, patch)
        && cJSON_Compare(old, json_root(compared->new), true);

    cJSON_Delete(patch);
    cJSON_Delete(old);
    return good;
}

static void check(const char *old, const char *new, const char *operations)
{
    struct compared compared;

    open_schema(&compared);
    begin(&compared, fixture_json(old, compared.findings),
        fixture_json(new, compared.findings));
    CU_ASSERT_STRING_EQUAL(print_operations(compared.patch), operations);
    CU_ASSERT_TRUE(patch_fits(&compared));
    end(&compared);
    close_schema(&compared);
}

static void finds_no_change_in_another_writing(void)
{
    check("{'a': 1, 'b': ['x', null]}", "{ 'b':['\\u0078',null], 'a': 1 }",
        "");
    check("{'a': 9.90}", "{'a': 9.9}", "?/a =/a");
    check("{'a': 1}", "{'a': '1'}", "?/a =/a");
    check("{'a': null}", "{}", "?/a -/a");
    check("{}", "{'a': null}", "+/a");
    check("{'a': null}", "{'a': 0}", "?/a =/a");
    check("{'a': []}", "{'a': {}}", "?/a =/a");
    check("[1]", "{'a': 1}", "? =");
    check("{'a': null, 'b': 'x'}", "{'a': 'x', 'b': null}",
        "?/a =/a ?/b =/b");
    check("{'': {'a/b': 1, '~1': 2}}", "{'': {'a/b': 2, '~1': 3}}",
        "?//a~1b =//a~1b ?//~01 =//~01");
}

static void removes_a_first_entry_in_one_change(void)
{
    check("{'entries': [{'id': 'a', 'x': 1}, {'id': 'b', 'x': 1},"
        "{'id': 'c', 'x': 1}]}",
        "{'entries': [{'id': 'b', 'x': 1}, {'id': 'c', 'x': 1}]}",
        "?/entries/0/id -/entries/0");
    check("['甲', '乙', '丙']", "['乙', '丙']", "?/0 -/0");
    check("[1, 2, 3, 4]", "[2, 4]", "?/2 -/2 ?/0 -/0");
}

static void moves_what_stands_elsewhere(void)
{
    check("{'entries': [{'id': 'a'}, {'id': 'b'}, {'id': 'c'}]}",
        "{'entries': [{'id': 'b'}, {'id': 'c'}, {'id': 'a'}]}",
        "?/entries/0/id >/entries/0>/entries/2");
    check("[[1], [2], [3]]", "[[3], [1], [2]]", "?/2 >/2>/0");
    /* Moved and changed, with another that comes and one that goes. */
    check("{'entries': [{'id': 'a', 'x': 1}, {'id': 'b'}, {'id': 'c'}]}",
        "{'entries': [{'id': 'c'}, {'id': 'd'}, {'id': 'a', 'x': 2}]}",
        "?/entries/0/id ?/entries/0/x =/entries/0/x ?/entries/1/id "
        "-/entries/1 +/entries/2 ?/entries/0/id >/entries/0>/entries/2");
    /* Of entries that are all the same there is nothing to move. */
    check("[1, 1, 2]", "[1, 1, 1, 2]", "+/2");
}

static void knows_an_entry_by_its_key(void)
{
    check("{'entries': [{'id': 'a', 'named': [{'name': 'n', 'v': 1},"
        "{'name': 'm', 'v': 1}]}]}",
        "{'entries': [{'id': 'a', 'named': [{'name': 'm', 'v': 1},"
        "{'name': 'n', 'v': 2}]}]}",
        "?/entries/0/named/0/name ?/entries/0/named/0/v "
        "=/entries/0/named/0/v ?/entries/0/named/0/name "
        ">/entries/0/named/0>/entries/0/named/1");
    /* The same words in another member are no key. */
    check("{'entries': [{'name': 'a', 'id': 'a', 'x': 1}]}",
        "{'entries': [{'name': 'b', 'id': 'a', 'x': 2}]}",
        "?/entries/0/id ?/entries/0/name =/entries/0/name "
        "?/entries/0/id ?/entries/0/x =/entries/0/x");
    /* Another name, all else the same: it was renamed; else it is another. */
    check("{'entries': [{'id': 'road', 'x': '一样的很多字', 'y': 2}]}",
        "{'entries': [{'id': 'roads', 'x': '一样的很多字', 'y': 2}]}",
        "?/entries/0/id =/entries/0/id");
    check("{'entries': [{'id': 'a', 'x': '修路'}]}",
        "{'entries': [{'id': 'b', 'x': '买车'}]}",
        "?/entries/0/id -/entries/0 +/entries/0");
}

static void pairs_texts_that_were_edited(void)
{
    check("['修路三公里，投资五万元', '买车一辆，用于执法检查']",
        "['新增一段话', '修路四公里，投资五万元', '买车两辆，用于执法检查']",
        "?/0 =/0 ?/1 =/1 +/0");
    check("['甲']", "['乙']", "?/0 =/0");
}

/* --- whatever is changed ------------------------------------------------- */

static uint32_t seed;

static unsigned draw(unsigned limit)
{
    seed = seed * 1664525 + 1013904223;
    return seed >> 8 & 0xFFFF ? (seed >> 8) % limit : 0;
}

static cJSON *draw_value(unsigned depth)
{
    static const char *const names[] = { "a", "b/c", "~", "~1", "", "id",
        "name", "entries", "named", "数" };
    cJSON *value;

    switch (draw(depth ? 8 : 5)) {
    case 0:
        return cJSON_CreateNull();
    case 1:
        return cJSON_CreateNumber(draw(4));
    case 2:
        return cJSON_CreateString(names[draw(COUNT(names))]);
    case 3:
        return cJSON_CreateBool(draw(2) > 0);
    case 4:
        return cJSON_CreateString("修路三公里，投资五万元");
    case 5:
        value = cJSON_CreateObject();
        for (unsigned k = draw(5); k > 0; k--) {
            const char *name = names[draw(COUNT(names))];
            if (!cJSON_GetObjectItemCaseSensitive(value, name))
                cJSON_AddItemToObject(value, name, draw_value(depth - 1));
        }
        return value;
    default:
        value = cJSON_CreateArray();
        for (unsigned k = draw(6); k > 0; k--)
            cJSON_AddItemToArray(value, draw_value(depth - 1));
        return value;
    }
}

/* Takes out, puts in, moves, or goes on below. */
static void change(cJSON *value, unsigned depth)
{
    int count = cJSON_GetArraySize(value);
    int at = (int)draw((unsigned)count + 1);

    if (!cJSON_IsArray(value)) {
        cJSON *child;
        cJSON_ArrayForEach(child, value)
            change(child, depth);
        return;
    }
    if (draw(3) == 0 && count)
        cJSON_DeleteItemFromArray(value, at % count);
    count = cJSON_GetArraySize(value);
    if (draw(3) == 0)
        patch_insert(value, at < count ? at : count, draw_value(depth));
    count = cJSON_GetArraySize(value);
    if (draw(2) == 0 && count > 1)
        patch_insert(value, (int)draw((unsigned)count),
            cJSON_DetachItemFromArray(value, at % count));
    cJSON *child;
    cJSON_ArrayForEach(child, value)
        if (draw(2))
            change(child, depth);
}

/* {"entries": [...], "rest": ...} with entries that have ids, mostly. */
static cJSON *draw_whole(void)
{
    cJSON *whole = cJSON_CreateObject();
    cJSON *entries = cJSON_AddArrayToObject(whole, "entries");

    for (unsigned k = draw(7); k > 0; k--) {
        cJSON *entry = cJSON_CreateObject();
        char id[2] = { (char)('a' + (char)draw(9)), '\0' };
        if (draw(8))
            cJSON_AddStringToObject(entry, "id", id);
        cJSON_AddItemToObject(entry, "named", draw_value(3));
        cJSON_AddItemToObject(entry, "x/y", draw_value(2));
        cJSON_AddItemToArray(entries, entry);
    }
    cJSON_AddItemToObject(whole, "rest", draw_value(4));
    return whole;
}

static struct json *read_tree(const cJSON *tree, struct findings *findings)
{
    char *text = cJSON_PrintUnformatted(tree);
    struct json *json = json_parse(text, strlen(text), findings);

    free(text);
    return json;
}

static void patches_whatever_has_changed(void)
{
    struct compared compared;
    unsigned wrong = 0;

    open_schema(&compared);
    for (seed = 1; seed < 4000000000u && wrong == 0;) {
        uint32_t begun = seed;
        cJSON *old = draw_whole(), *new = patch_copy(old);
        if (draw(4) == 0) {
            cJSON_Delete(new);
            new = draw_whole();
        } else {
            change(new, 2);
        }
        begin(&compared, read_tree(old, compared.findings),
            read_tree(new, compared.findings));
        wrong += !patch_fits(&compared);
        if (wrong)
            fprintf(stderr, "%s\n", compared.patch);
        end(&compared);
        cJSON_Delete(old);
        cJSON_Delete(new);
        seed = begun + 2000003;
    }
    CU_ASSERT_EQUAL(wrong, 0);
    close_schema(&compared);
}

CU_TestInfo compare_tests[] = {
    { "finds no change in another writing",
        finds_no_change_in_another_writing },
    { "removes a first entry in one change",
        removes_a_first_entry_in_one_change },
    { "moves what stands elsewhere", moves_what_stands_elsewhere },
    { "knows an entry by its key", knows_an_entry_by_its_key },
    { "pairs texts that were edited", pairs_texts_that_were_edited },
    { "patches whatever has changed", patches_whatever_has_changed },
    CU_TEST_INFO_NULL
};
