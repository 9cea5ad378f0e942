/* Findings whose sentences are the catalogue's, filled. */

#include "0_base/findings_add.h"

#include <stdarg.h>
#include <stdlib.h>

#include "0_base/sentence_fill.h"

/* Enough for any sentence of the catalogue. */
#define SLOTS_MAX 16

static size_t read_slots(struct slot slots[SLOTS_MAX], size_t count,
    va_list arguments)
{
    for (const char *name; count < SLOTS_MAX
        && (name = va_arg(arguments, const char *)) != NULL; count++)
        slots[count] = (struct slot){ name, va_arg(arguments, const char *) };
    return count;
}

/* Adds made with the catalogue's sentences; slots[0] is the explanation. */
static void add_filled(struct findings *findings, enum catalogue id,
    struct finding *made, const char *const explanation[LANGUAGE_COUNT],
    struct slot *slots, size_t count)
{
    char *text[LANGUAGE_COUNT];

    for (int k = 0; k < LANGUAGE_COUNT; k++) {
        slots[0] = (struct slot){ "explanation",
            explanation ? explanation[k] : "" };
        text[k] = sentence_fill(catalogue_get(id)->text[k],
            (enum language)k, slots, count);
        made->text[k] = text[k];
    }
    if (text[LANGUAGE_ZH] && text[LANGUAGE_EN])
        findings_add_made(findings, made);
    else
        findings_out_of_memory(findings);
    free(text[LANGUAGE_ZH]);
    free(text[LANGUAGE_EN]);
}

static struct finding make(enum catalogue id, struct place place,
    const char *pointer)
{
    const struct catalogue_row *row = catalogue_get(id);

    return (struct finding){ .code = row->code, .level = row->level,
        .place = place, .pointer = pointer, .basis = row->basis };
}

void findings_add_list(struct findings *findings, enum catalogue id,
    struct place place, const char *pointer, va_list arguments)
{
    struct finding made = make(id, place, pointer);
    struct slot slots[SLOTS_MAX];
    size_t count = read_slots(slots, 1, arguments);

    add_filled(findings, id, &made, NULL, slots, count);
}

void findings_add(struct findings *findings, enum catalogue id,
    struct place place, const char *pointer, ...)
{
    va_list arguments;

    va_start(arguments, pointer);
    findings_add_list(findings, id, place, pointer, arguments);
    va_end(arguments);
}

void findings_add_reasoned(struct findings *findings, enum catalogue id,
    const char *before, enum phrase reason, const char *behind, ...)
{
    struct finding made = make(id, (struct place){ 0, 0 }, NULL);
    struct buffer said = BUFFER_EMPTY;
    struct slot slots[SLOTS_MAX];
    va_list arguments;

    slot_add_phrase(before, reason, behind, &said);
    slots[1] = (struct slot){ "reason", buffer_string(&said) };
    va_start(arguments, behind);
    size_t count = read_slots(slots, 2, arguments);
    va_end(arguments);
    if (said.failed)
        findings_out_of_memory(findings);
    else
        add_filled(findings, id, &made, NULL, slots, count);
    buffer_free(&said);
}

void findings_add_as(struct findings *findings, enum catalogue id,
    const struct finding *made, const char *const explanation[LANGUAGE_COUNT],
    ...)
{
    struct finding copy = *made;
    struct slot slots[SLOTS_MAX];
    va_list arguments;

    va_start(arguments, explanation);
    size_t count = read_slots(slots, 1, arguments);
    va_end(arguments);
    add_filled(findings, id, &copy, explanation, slots, count);
}
