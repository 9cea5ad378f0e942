/*
 * What a data file may hold, as a table in Markdown.
 */

#include "command/schema_print.h"

#include "command/say.h"

/* A cell of the table: no line break, no bar. */
static void print_cell(const char *text, FILE *out)
{
    fputc(' ', out);
    for (; text && *text; text++) {
        if (*text == '|')
            fputs("\\|", out);
        else
            fputc(*text == '\n' ? ' ' : *text, out);
    }
    fputs(" |", out);
}

/* The root has no path; it becomes the heading above the table. */
static void print_heading(const struct schema_print *print,
    const struct jixiao_member *root)
{
    fprintf(print->out, "# %s (%s)\n\n", root->title ? root->title : "jixiao",
        print->edition);
    if (root->description)
        fprintf(print->out, "%s\n\n", root->description);
    fprintf(print->out, "%s\n|---|---|---|---|---|---|---|\n",
        say(PHRASE_MEMBERS_HEAD, print->language));
}

void schema_print_member(void *user, const struct jixiao_member *member)
{
    const struct schema_print *print = user;
    const char *const cells[] = { member->title, member->type, member->unit,
        member->asked, member->place, member->description };

    if (!*member->path) {
        print_heading(print, member);
        return;
    }
    fprintf(print->out, "| `%s` |", member->path);
    for (size_t k = 0; k < sizeof cells / sizeof *cells; k++)
        print_cell(cells[k], print->out);
    fputc('\n', print->out);
}
