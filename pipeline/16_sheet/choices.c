/*
 * Lists that drop down.
 */

#include "16_sheet/choices.h"

#include <string.h>

#include "0_base/utf8.h"

#define UNITS_MAX 255

void choices_add(struct choices *choices, const char *words)
{
    choices->unfit = choices->unfit || strchr(words, ',');
    if (choices->list.length > 0)
        buffer_add_char(&choices->list, ',');
    buffer_add_string(&choices->list, words);
}

const char *choices_keep(struct choices *choices, struct book *book)
{
    const char *list = buffer_string(&choices->list);
    bool fits = *list && !choices->unfit
        && utf8_units(list) <= UNITS_MAX;
    const char *kept = fits ? book_keep(book, list) : NULL;

    book->failed = book->failed || choices->list.failed;
    buffer_free(&choices->list);
    return kept;
}
