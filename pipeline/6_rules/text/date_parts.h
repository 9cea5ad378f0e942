#ifndef TEXT_DATE_PARTS_H
#define TEXT_DATE_PARTS_H

/*
 * Dates as a text has them, right or wrong: 2023年2月30日, 2月30日, 2023-02-30,
 * 2O23年 and the year of 〔20233〕.  All begin at a digit or a numeral and are
 * measured in bytes.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/lexicon.h"

/* A number of a date with its unit. */
struct date_part {
    size_t begin, digits, length;       /* bytes of the text */
    int value;
    int count;                  /* of digits; 0: there is no such part */
    bool padded;                /* 06 for 6 */
};

enum { DATE_YEAR, DATE_MONTH, DATE_DAY, DATE_PARTS };

struct date {
    struct date_part parts[DATE_PARTS];
    size_t end;                 /* behind it in the text */
};

/* Bytes of a digit of either width at text, and its value. */
size_t date_digit_read(const char *text, int *value);

/* Behind the digits and numerals at a place. */
size_t date_skip_number(const struct lexicon *lexicon, const char *text,
    size_t at);

/* Bytes of the unit behind the digits of a year, 年 or 年度; 0 for none. */
size_t date_year_unit(const struct lexicon *lexicon, const char *text,
    size_t at);

/* The number of a month or a day that begins at a byte, in digits or numerals;
 * false where none does. */
bool date_number_read(const struct lexicon *lexicon, const char *text,
    size_t begin, struct date_part *number);

/* The parts that follow each other from `begin` on, with their units; false
 * where none does. */
bool date_read(const struct lexicon *lexicon, const char *text, size_t begin,
    struct date *date);

/* Whether the year of a date that was read has two digits and is one by what
 * is said around it: 24年全年, 于24年6月, and at the head of a sentence
 * 24年，我局. */
bool date_has_short_year(const struct lexicon *lexicon, const char *text,
    const struct date *date);

/* 2023-02-30, 2023/2/30, 2023.2.30: a year of our time, and numbers that are
 * hardly those of anything else. */
bool date_read_signed(const struct lexicon *lexicon, const char *text,
    size_t begin, struct date *date);

/* Where a year ends whose figures are of two kinds, 2O24年 and 202四年, or a
 * month or a day with a letter in it, 1O月; 0 for none. */
size_t date_mixed_end(const struct lexicon *lexicon, const char *text,
    size_t begin);

/* Where the year of a document ends that has not four digits, 〔20244〕 or
 * 〔24〕5号; 0 for none. */
size_t date_document_year_end(const struct lexicon *lexicon, const char *text,
    size_t begin);

#endif
