/* Fragments: text in one buffer of the run, each behind the one that it is
 * made within; a tree as soon as there is more than text. */

#include "7_forms/xslt/fragment.h"

static struct tree **trees_of(const struct context *context)
{
    struct run *run = context->run;

    return context->pool == &run->lasting ? &run->global_trees : &run->trees;
}

/* A tree that is not begun yet. */
static struct tree *push_tree(struct context *context)
{
    struct run *run = context->run;
    struct tree **trees = trees_of(context), *tree = run->spare_trees;

    if (tree)
        run->spare_trees = tree->older;
    else
        tree = pool_new(&run->kept, 1, sizeof *tree);
    tree->older = *trees;
    *trees = tree;
    return tree;
}

static void begin_tree(struct tree *tree, struct run *run)
{
    tree->serial = ++run->serial;
    tree_begin(tree, &run->passing, run->passing.left);
}

struct tree *fragment_tree(struct context *context)
{
    struct tree *tree = push_tree(context);

    begin_tree(tree, context->run);
    return tree;
}

/* Takes the newest one off a list. */
static void drop_tree(struct run *run, struct tree **trees)
{
    struct tree *tree = *trees;

    *trees = tree->older;
    tree_clear(tree);
    tree->older = run->spare_trees;
    run->spare_trees = tree;
}

void fragments_release(struct run *run, struct tree **trees,
    const struct tree *down_to)
{
    while (*trees != down_to)
        drop_tree(run, trees);
}

void fragments_free(struct run *run)
{
    fragments_release(run, &run->trees, NULL);
    fragments_release(run, &run->global_trees, NULL);
    for (struct tree *tree = run->spare_trees; tree; tree = tree->older)
        tree_free(tree);
}

struct frame frame_begin(const struct context *context)
{
    return (struct frame){ pool_mark(context->pool), *trees_of(context),
        context->run->globals_made };
}

void frame_end(const struct context *context, struct frame frame)
{
    struct run *run = context->run;

    if (context->pool == &run->lasting
            && run->globals_made != frame.globals_made)
        return;
    fragments_release(run, trees_of(context), frame.newest);
    pool_release(context->pool, frame.mark);
}

const struct name *fragment_name(struct context *context, const char *local)
{
    return names_get(&context->run->names, "", local);
}

struct node *fragment_root(const struct fragment *fragment,
    struct context *context)
{
    if (fragment->tree)
        return fragment->tree->root;
    struct tree *tree = fragment_tree(context);
    if (fragment->text.length)
        tree_text(tree, fragment->text);
    tree_finish(tree);
    return tree->root;
}

/* From now on there is a tree: what text there was begins it. */
static struct tree *tree_of(struct result *result)
{
    if (!result->tree) {
        struct buffer *words = &result->run->words;
        size_t from = result->first_word;
        result->tree = result->spare;
        begin_tree(result->tree, result->run);
        if (words->length > from)
            tree_text(result->tree, (struct text){ words->bytes + from,
                words->length - from });
        buffer_cut(words, from);
    }
    return result->tree;
}

static void start(struct result *result)
{
    const struct open_element *element = result_element(result);

    tree_open(tree_of(result), element->name, element->prefix);
}

static void declare(struct result *result, const struct namespace *declared)
{
    tree_declare(result->tree, declared->prefix, declared->uri);
}

static void attribute(struct result *result, struct made_attribute *made,
    const char *prefix, struct text value)
{
    if (made->is_new)
        made->node = tree_attribute(result->tree, made->name, prefix, value);
    else
        tree_set_value(made->node, value);
}

static void content(struct result *result)
{
    (void)result;
}

static void end(struct result *result, bool is_empty)
{
    (void)is_empty;
    tree_close(result->tree);
}

static void add_text(struct result *result, struct text text)
{
    struct buffer *words = &result->run->words;

    if (result->tree) {
        tree_text(result->tree, text);
        return;
    }
    buffer_add(words, text.at, text.length);
    if (words->failed)
        give_up(result->pool->out, "no memory", NULL);
    if (words->length > result->run->passing.left)
        give_up(result->pool->out, too_much_memory, NULL);
}

static void add_other(struct result *result, enum node_kind kind,
    const struct name *name, struct text text)
{
    tree_other(tree_of(result), kind, name, text);
}

static const struct sink fragment_sink = { false, false, start, declare,
    attribute, content, end, add_text, add_other, NULL };

static void refuse_start(struct result *result)
{
    give_up(result->pool->out, "an element where only text can be", NULL);
}

static void refuse_other(struct result *result, enum node_kind kind,
    const struct name *name, struct text text)
{
    (void)kind;
    (void)name;
    (void)text;
    refuse_start(result);
}

static const struct sink text_sink = { false, false, refuse_start, NULL, NULL,
    NULL, NULL, add_text, refuse_other, NULL };

static struct fragment make(const struct instruction *content,
    struct context *context, const struct sink *sink)
{
    struct run *run = context->run;
    struct result *outer = run->result, result;
    struct fragment fragment = { 0 };
    struct tree **trees = trees_of(context), *spare = push_tree(context);

    result_begin(&result, sink, &run->open, context->pool);
    result.run = run;
    result.spare = spare;
    result.first_word = run->words.length;
    run->result = &result;
    instructions_execute(content, context);
    result_finish(&result);
    run->result = outer;
    fragment.tree = result.tree;
    if (result.tree)
        tree_finish(result.tree);
    else if (*trees == spare)
        drop_tree(run, trees);
    fragment.text.length = run->words.length - result.first_word;
    fragment.text.at = fragment.text.length ? pool_copy(context->pool,
        run->words.bytes + result.first_word, fragment.text.length) : "";
    buffer_cut(&run->words, result.first_word);
    return fragment;
}

struct fragment fragment_of(const struct instruction *content,
    struct context *context)
{
    return make(content, context, &fragment_sink);
}

struct text fragment_text(const struct instruction *content,
    struct context *context)
{
    return make(content, context, &text_sink).text;
}
