/* A comparison as lines for people, and what both reports need. */

#include "library/reports/comparison.h"

#include <string.h>

#include "0_base/quoted.h"
#include "0_base/signs.h"
#include "3_transform/where.h"
#include "jixiao.h"

struct printing {
    const struct compared *compared;
    enum language language;
    FILE *out;
    bool failed;
};

static const char *say(const struct printing *printing, enum phrase phrase)
{
    return phrase_text(phrase, printing->language);
}

static void print(const struct printing *printing, const char *text)
{
    jixiao_print_text(text, (enum jixiao_language)printing->language,
        printing->out);
}

void comparison_print_quoted(const struct compared *compared,
    const struct phrase_change *phrase, struct buffer *out)
{
    xmlNodePtr node = phrase->quoted ? where_find(phrase->is_quoted_old
        ? compared->old : compared->new, phrase->quoted) : NULL;

    if (node)
        where_print(node, out);
}

static void print_side(const struct printing *printing,
    const struct fact_side *side, const struct fact_side *next)
{
    static const enum phrase nothing[FACT_STATE_COUNT] = {
        [FACT_STATED] = PHRASE_DIFF_BLANK, [FACT_DERIVED] = PHRASE_DIFF_BLANK,
        [FACT_BLANK] = PHRASE_DIFF_BLANK, [FACT_ABSENT] = PHRASE_DIFF_ABSENT,
        [FACT_AWAITED] = PHRASE_DIFF_AWAITED };

    if (!*side->text) {
        print(printing, say(printing, nothing[side->state]));
        return;
    }
    print(printing, side->text);
    /* Of two figures of one unit the second has it. */
    if (!next || !*next->text || strcmp(side->unit, next->unit) != 0)
        print(printing, side->unit);
}

/* Where a value came from, if that is another thing now. */
static void print_origin(const struct printing *printing,
    const struct fact *fact)
{
    if (fact->follows || fact->old.state == fact->new.state)
        return;
    if (fact->old.state == FACT_DERIVED)
        print(printing, say(printing, PHRASE_DIFF_WAS_DERIVED));
    else if (fact->new.state == FACT_DERIVED)
        print(printing, say(printing, PHRASE_DIFF_IS_DERIVED));
}

static void print_quoted_words(struct printing *printing,
    const struct phrase_change *phrase, const char *words)
{
    struct buffer text = BUFFER_EMPTY;

    buffer_add_string(&text, phrase->before);
    buffer_add_string(&text, words);
    buffer_add_string(&text, phrase->behind);
    const struct quotes quotes = quotes_for(buffer_string(&text),
        text.length);
    print(printing, say(printing, quotes.open));
    print(printing, buffer_string(&text));
    print(printing, say(printing, quotes.close));
    printing->failed = printing->failed || text.failed;
    buffer_free(&text);
}

/* The words of one side, with where they are from if they quote a value. */
static void print_words(struct printing *printing,
    const struct phrase_change *phrase, bool old)
{
    struct buffer quoted = BUFFER_EMPTY;

    print_quoted_words(printing, phrase, old ? phrase->old : phrase->new);
    if (phrase->is_quoted_old == old)
        comparison_print_quoted(printing->compared, phrase, &quoted);
    printing->failed = printing->failed || quoted.failed;
    if (quoted.length) {
        print(printing, say(printing, PHRASE_DIFF_QUOTES));
        print(printing, buffer_string(&quoted));
        print(printing, say(printing, PHRASE_DIFF_QUOTES_END));
    }
    buffer_free(&quoted);
}

static void print_phrase(struct printing *printing,
    const struct phrase_change *phrase)
{
    fputs("\n      ", printing->out);
    print_words(printing, phrase, true);
    fputs(" " SIGN_ARROW " ", printing->out);
    print_words(printing, phrase, false);
}

static void print_values(struct printing *printing, const struct fact *fact)
{
    fputc(' ', printing->out);
    print_side(printing, &fact->old, &fact->new);
    fputs(" " SIGN_ARROW " ", printing->out);
    print_side(printing, &fact->new, NULL);
    print_origin(printing, fact);
}

static void print_quoted_side(const struct printing *printing,
    const struct fact_side *side)
{
    if (!*side->text)
        return;
    fputc(' ', printing->out);
    print(printing, say(printing, PHRASE_OPEN_QUOTE));
    print(printing, side->text);
    print(printing, side->unit);
    print(printing, say(printing, PHRASE_CLOSE_QUOTE));
}

static void print_entry(struct printing *printing, const struct fact *fact)
{
    static const enum phrase words[FACT_KIND_COUNT] = {
        [FACT_ADDED] = PHRASE_DIFF_ADDED,
        [FACT_REMOVED] = PHRASE_DIFF_REMOVED,
        [FACT_MOVED] = PHRASE_DIFF_MOVED };

    print(printing, say(printing, words[fact->kind]));
    if (fact->kind == FACT_MOVED && fact->number)
        fprintf(printing->out, "%s%zu%s", say(printing, PHRASE_ENTRY_BEFORE),
            fact->number, say(printing, PHRASE_ENTRY_BEHIND));
    print_quoted_side(printing, fact->kind == FACT_REMOVED ? &fact->old
        : &fact->new);
}

static void print_fact(struct printing *printing, const struct fact *fact)
{
    fputs("    ", printing->out);
    print(printing, fact->where);
    if (fact->kind != FACT_CHANGED)
        print_entry(printing, fact);
    else if (!fact->phrases.count)
        print_values(printing, fact);
    for (size_t k = 0; k < fact->phrases.count; k++)
        print_phrase(printing, &fact->phrases.list[k]);
    fputc('\n', printing->out);
}

static void print_part(struct printing *printing, bool follows, size_t count)
{
    const struct facts *facts = printing->compared->facts;

    if (!count)
        return;
    fprintf(printing->out, "  %s %zu\n", say(printing, follows
        ? PHRASE_DIFF_FOLLOWING : PHRASE_DIFF_STATED), count);
    for (size_t k = 0; k < facts->count; k++)
        if (facts->list[k].follows == follows)
            print_fact(printing, &facts->list[k]);
}

bool comparison_report_text(const struct compared *compared,
    enum language language, FILE *out)
{
    struct printing printing = { compared, language, out, false };
    const struct facts *facts = compared->facts;

    print(&printing, compared->old_path);
    fputs(" " SIGN_ARROW " ", out);
    print(&printing, compared->new_path);
    fputc(':', out);
    if (!facts->count) {
        fputc(' ', out);
        print(&printing, say(&printing, PHRASE_DIFF_SAME));
    }
    fputc('\n', out);
    print_part(&printing, false, facts->count - facts->following);
    print_part(&printing, true, facts->following);
    if (compared->is_of_build)
        comparison_report_build(compared, language, out);
    return !printing.failed;
}
