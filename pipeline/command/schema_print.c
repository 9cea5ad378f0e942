/*
 * What a data file may hold, as a table in Markdown.
 */

#include "command/schema_print.h"

#include "command/rules_words.h"
#include "command/say.h"

/* The root has no path; it becomes the heading above the table. */
static void print_heading(const struct schema_print *print,
    const struct jixiao_member *root)
{
    fputs("# ", print->out);
    print_flat(root->title ? root->title : "jixiao", "", print->language,
        print->out);
    fprintf(print->out, " (%s)\n\n", print->edition);
    if (root->description) {
        print_flat(root->description, "", print->language, print->out);
        fputs("\n\n", print->out);
    }
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
    fputs("| `", print->out);
    print_flat(member->path, "|", print->language, print->out);
    fputs("` |", print->out);
    for (size_t k = 0; k < sizeof cells / sizeof *cells; k++)
        print_cell(cells[k], print->language, print->out);
    fputc('\n', print->out);
}
