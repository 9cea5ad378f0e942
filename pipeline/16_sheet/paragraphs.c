/*
 * Texts laid out, a row a paragraph.
 */

#include "16_sheet/paragraphs.h"

#include "0_base/phrases.h"
#include "16_sheet/choices.h"
#include "16_sheet/laying.h"

struct writing {
    struct laying *laying;
    size_t sheet;
    const struct schema_node *block;
    const char *kinds;          /* all of them, to choose from */
    bool begins;                /* the next row begins a block */
};

bool paragraphs_is_text(const struct schema_node *list,
    const struct schema_node *block)
{
    const struct schema_node *entry = schema_entry(list, 0);

    return entry && schema_text(entry, SCHEMA_TITLE)
        == schema_text(block, SCHEMA_TITLE);
}

static void lay_list(struct writing *writing, const struct spot *list,
    const char *kind, int level);

static void put_row(struct writing *writing, const struct spot *spot,
    const char *kind, int level)
{
    struct laying *laying = writing->laying;
    size_t sheet = writing->sheet;
    char text[24];

    laying_row(laying, sheet, false, writing->begins ? KEYS_GROUP : ".",
        NULL);
    book_put(laying->book, sheet, KEYS_FIRST, BOOK_TEXT, kind)->choices
        = writing->kinds;
    if (laying_is_empty(spot))
        laying_put_state(laying, sheet, LAYING_VALUE, spot->value);
    else
        laying_put_value(laying, sheet, LAYING_VALUE, spot);
    snprintf(text, sizeof text, "%d", level);
    struct book_cell *cell = book_put(laying->book, sheet, LAYING_UNIT,
        BOOK_FIGURE, book_keep(laying->book, text));
    cell->kind = BOOK_NUMBER;
    writing->begins = false;
}

/* Goes into an object, or a list of them; what is a value is a row. */
static void lay_part(struct writing *writing, const struct spot *part,
    int level)
{
    struct laying *laying = writing->laying;
    size_t length = laying->pointer.length;

    json_pointer_add(&laying->pointer, part->name);
    if (!schema_entry(part->node, 0))
        put_row(writing, part, laying_label(part), level);
    else if (paragraphs_is_text(part->node, writing->block))
        lay_list(writing, part, phrase_text(PHRASE_SHEET_PARAGRAPH,
            LANGUAGE_ZH), level + 1);
    else
        lay_list(writing, part, laying_label(part), level);
    buffer_cut(&laying->pointer, length);
}

static void lay_block(struct writing *writing, const struct spot *block,
    const char *kind, int level)
{
    if (!cJSON_IsObject(block->value)) {
        put_row(writing, block, kind, level);
        return;
    }
    for (size_t k = 0; k < schema_member_count(block->node); k++) {
        const struct schema_member *member = schema_members(block->node, k);
        struct spot part = laying_member(block, member->name, member->node);
        if (part.value)
            lay_part(writing, &part, level);
    }
}

static void lay_list(struct writing *writing, const struct spot *list,
    const char *kind, int level)
{
    struct laying *laying = writing->laying;
    bool is_text = paragraphs_is_text(list->node, writing->block);
    size_t length = laying->pointer.length, index = 0;
    const cJSON *value;

    if (laying_is_empty(list))
        put_row(writing, list, kind, level);
    cJSON_ArrayForEach(value, list->value) {
        const struct schema_node *node = schema_entry(list->node, index);
        struct spot block = { schema_branch(node, value), value, list->value,
            list->name };
        json_pointer_add_index(&laying->pointer, index++);
        writing->begins = writing->begins || is_text;
        lay_block(writing, &block, kind, level);
        buffer_cut(&laying->pointer, length);
    }
}

/* --- what there is to choose from ----------------------------------------- */

static void add_kinds(struct writing *writing,
    const struct schema_node *node, struct choices *kinds)
{
    for (size_t k = 0; k < schema_member_count(node); k++) {
        const struct schema_member *member = schema_members(node, k);
        const struct schema_node *entry = schema_entry(member->node, 0);
        const struct spot spot = { .node = member->node,
            .name = member->name };
        if (paragraphs_is_text(member->node, writing->block))
            continue;
        choices_add(kinds, laying_label(&spot));
        if (entry)
            add_kinds(writing, entry, kinds);
    }
}

static const char *kinds_of(struct writing *writing)
{
    struct choices kinds = CHOICES_EMPTY;

    choices_add(&kinds, phrase_text(PHRASE_SHEET_PARAGRAPH, LANGUAGE_ZH));
    add_kinds(writing, writing->block, &kinds);
    return choices_keep(&kinds, writing->laying->book);
}

/* --- the text ------------------------------------------------------------- */

static void put_heads(struct laying *laying, size_t sheet)
{
    laying_row(laying, sheet, true, KEYS_TEXT, laying_key(laying, sheet));
    book_put(laying->book, sheet, KEYS_FIRST, BOOK_PLAIN, ":kind");
    book_put(laying->book, sheet, LAYING_VALUE, BOOK_PLAIN, "/");
    book_put(laying->book, sheet, LAYING_UNIT, BOOK_PLAIN, ":level");
    laying_sheet(laying, sheet)->block = BLOCK_OTHER;
    laying_sheet(laying, sheet)->is_wide = true;
}

void laying_text(struct laying *laying, size_t sheet,
    const struct spot *spot)
{
    struct writing writing = { .laying = laying, .sheet = sheet,
        .block = schema_entry(spot->node, 0), .begins = true };

    laying_heading(laying, sheet, spot);
    book_put(laying->book, sheet, LAYING_VALUE, BOOK_NOTE,
        schema_string(spot->node, "description"));
    book_put(laying->book, sheet, LAYING_UNIT, BOOK_NOTE,
        phrase_text(PHRASE_SHEET_LEVEL, LANGUAGE_ZH));
    put_heads(laying, sheet);
    writing.kinds = kinds_of(&writing);
    const char *kind = phrase_text(PHRASE_SHEET_PARAGRAPH, LANGUAGE_ZH);
    if (cJSON_IsArray(spot->value))
        lay_list(&writing, spot, kind, 1);
    else
        put_row(&writing, &(struct spot){ writing.block, cJSON_IsNull(
                spot->value) ? spot->value : NULL, NULL, spot->name }, kind,
            1);
}
