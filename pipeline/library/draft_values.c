/*
 * jixiao_draft_search(): values that a text may quote, by the words of their
 * places.
 */

#include <string.h>

#include "0_base/utf8.h"
#include "3_transform/children.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"
#include "5_references/path.h"
#include "library/drafting.h"

/* A search, and the place that it is at. */
struct searching {
    const char *words;
    size_t most, found;
    jixiao_draft_value_visitor *visit;
    void *user;
    struct buffer path, where, printed;
};

/* Whether a text has all the words, which are parted by white space. */
static bool has_words(const char *text, const char *words)
{
    for (size_t length; *words; words += length) {
        char word[128];
        words += strspn(words, " \t\r\n");
        length = strcspn(words, " \t\r\n");
        if (length >= sizeof word)
            return false;
        memcpy(word, words, length);
        word[length] = '\0';
        if (!strstr(text, word))
            return false;
    }
    return true;
}

/* A text quotes figures, dates and names, not other paragraphs. */
static bool may_be_quoted(xmlNodePtr leaf)
{
    return node_attribute(leaf, "state") && (node_state(leaf) == STATE_STATED
            || node_state(leaf) == STATE_DERIVED)
        && node_only_words(leaf);
}

static void try_leaf(struct searching *searching, xmlNodePtr leaf)
{
    const char *label = node_attribute(leaf, "label");

    buffer_clear(&searching->where);
    where_print(leaf, &searching->where);
    buffer_add_char(&searching->where, ' ');
    size_t length = searching->where.length;
    buffer_add_string(&searching->where, label ? label : "");
    buffer_add_char(&searching->where, ' ');
    buffer_add_string(&searching->where, node_only_words(leaf));
    if (!has_words(buffer_string(&searching->where), searching->words))
        return;
    buffer_clear(&searching->printed);
    node_print(leaf, &searching->printed);
    buffer_cut(&searching->where, length - 1);
    searching->found++;
    searching->visit(searching->user, &(struct jixiao_draft_value){
        .reference = buffer_string(&searching->path), .title = label,
        .where = buffer_string(&searching->where),
        .words = buffer_string(&searching->printed) });
}

/* An entry is named by its key, or else by its number. */
static void add_step(struct searching *searching, xmlNodePtr node)
{
    const char *key = node_attribute(node, "key");
    bool is_entry = node_is_list(node->parent);

    if (searching->path.length)
        buffer_add_char(&searching->path, '.');
    if (is_entry && !key)
        buffer_printf(&searching->path, "%zu", child_number(node));
    else
        path_add_name(&searching->path, key ? key
            : (const char *)node->name);
}

static void search(struct searching *searching, xmlNodePtr node)
{
    enum value_type type;
    bool is_leaf = node_value_type(node, &type);
    xmlNodePtr child = is_leaf ? NULL : xmlFirstElementChild(node);

    if (is_leaf && may_be_quoted(node))
        try_leaf(searching, node);
    for (; child && searching->found < searching->most;
        child = xmlNextElementSibling(child)) {
        size_t length = searching->path.length;
        add_step(searching, child);
        search(searching, child);
        buffer_cut(&searching->path, length);
    }
}

bool jixiao_draft_search(struct jixiao_draft *draft, const char *words,
    size_t most, jixiao_draft_value_visitor *visit, void *user,
    struct jixiao_findings *findings)
{
    struct searching searching = { .words = words, .most = most,
        .visit = visit, .user = user };

    if (draft->set && !utf8_is_blank(words))
        search(&searching, xmlDocGetRootElement(draft->set->submission));
    bool good = !searching.path.failed && !searching.where.failed
        && !searching.printed.failed;
    if (!good)
        jixiao_findings_out_of_memory(findings);
    buffer_free(&searching.path);
    buffer_free(&searching.where);
    buffer_free(&searching.printed);
    return good;
}
