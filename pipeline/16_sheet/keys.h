#ifndef SHEET_KEYS_H
#define SHEET_KEYS_H

/*
 * How a workbook says what its cells are, so that rows may be inserted, moved
 * and sorted, and sheets renamed: in hidden rows and in its first two columns,
 * which are hidden, too.
 *
 *   the first row      KEYS_BOOK, the edition, the attachment, and the pointer
 *                      of the entry of a list that the sheet is of, if any;
 *                      all keys of the sheet go on from there
 *   KEYS_CELLS         begins a block: the list that new rows are entries of,
 *                      if any; then, for each column, how its values go on
 *                      from the key of their row: "/final", "/" for the row's
 *                      own value; "?/name" only in rows that have such a
 *                      member; ":name" for the name of a member of a map;
 *                      ":1", ":2" for the lists that an entry is in, by their
 *                      titles; other words behind a colon for what is no value
 *   KEYS_TEXT          begins paragraphs: the pointer of the text; columns
 *                      ":kind", ":level" and "/"
 *   KEYS_NOTHING       a row for people
 *   other rows         the pointer of what is in the row, an entry being one of
 *                      the number that it had; "-" for an entry to come.  In
 *                      the second column, what is noted of it, with blanks
 *                      between: "=/score" for a value by a formula, "{}" and
 *                      "{}/measure" for an object that is stated empty
 */

#include <stdbool.h>
#include <stddef.h>

#define KEYS_BOOK "#jixiao-sheet-1"
#define KEYS_CELLS "#cells"
#define KEYS_TEXT "#text"
#define KEYS_NOTHING "#"
#define KEYS_NEW "-"            /* the last step of an entry to come */
#define KEYS_GROUP "*"          /* a paragraph that begins a group */

#define KEYS_ROW 0              /* columns */
#define KEYS_NOTED 1
#define KEYS_FIRST 2            /* the first that people see */

/* The last step of the pointer of a row, without its slash; "" for none. */
const char *keys_step(const char *key);

/* Whether a row is of an entry of a list, or of one to come. */
bool keys_is_of_entry(const char *key);

/* The bytes of the pointer of what is around the row's. */
size_t keys_around(const char *key);

#endif
