/* Texts that were looked over before, and by which checks. */

#include "6_rules/related/text_memory.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/arena.h"
#include "0_base/id_map.h"
#include "0_base/list.h"

/* The texts that were asked for between two turns. */
struct generation {
    struct id_map numbers;      /* by what the texts say */
    struct known_text **list;
    size_t room;
    struct arena arena;         /* where they are */
};

struct check {
    const void *function;
    char *words;
};

struct text_memory {
    struct generation now, before;
    struct check checks[TEXT_MEMORY_CHECKS];
    size_t check_count;
};

static void forget(struct generation *generation)
{
    id_map_free(&generation->numbers);
    free(generation->list);
    arena_free(&generation->arena);
    *generation = (struct generation){ .list = NULL };
}

struct text_memory *text_memory_new(void)
{
    return calloc(1, sizeof (struct text_memory));
}

void text_memory_free(struct text_memory *memory)
{
    if (!memory)
        return;
    for (size_t k = 0; k < memory->check_count; k++)
        free(memory->checks[k].words);
    forget(&memory->now);
    forget(&memory->before);
    free(memory);
}

size_t text_memory_check(struct text_memory *memory, const void *function,
    const char *words)
{
    size_t k = 0;

    while (k < memory->check_count && (memory->checks[k].function != function
            || strcmp(memory->checks[k].words, words) != 0))
        k++;
    char *copy = k == memory->check_count && k < TEXT_MEMORY_CHECKS
        ? strdup(words) : NULL;
    if (copy)
        memory->checks[memory->check_count++] = (struct check){ function,
            copy };
    return k < memory->check_count ? k : TEXT_MEMORY_CHECKS;
}

static struct known_text *find(const struct generation *generation,
    uint64_t key, const char *words, size_t length)
{
    uint32_t id;
    struct known_text *text = id_map_find(&generation->numbers, key, &id)
        ? generation->list[id] : NULL;

    return text && text->length == length
        && memcmp(text->words, words, length) == 0 ? text : NULL;
}

/* Two texts of one key: the first is known, the other is not. */
static struct known_text *add(struct generation *generation, uint64_t key,
    const char *words, size_t length)
{
    size_t count = generation->numbers.count;
    struct known_text **list = list_room(generation->list, count,
        &generation->room, sizeof *list);
    struct known_text *text = arena_new(&generation->arena, 1, sizeof *text);
    const char *copy = text ? arena_copy(&generation->arena, words, length)
        : NULL;
    uint32_t id;

    if (list)
        generation->list = list;
    if (!list || !copy || !id_map_add(&generation->numbers, key, &id)
        || id < count)
        return NULL;
    *text = (struct known_text){ .words = copy, .length = length };
    return list[id] = text;
}

struct known_text *text_memory_text(struct text_memory *memory,
    const char *words)
{
    size_t length = strlen(words);
    uint64_t key = id_map_text(words, length);
    struct known_text *text = find(&memory->now, key, words, length);

    if (text)
        return text;
    const struct known_text *before = find(&memory->before, key, words,
        length);
    text = add(&memory->now, key, words, length);
    if (text && before)
        memcpy(text->passed, before->passed, sizeof text->passed);
    return text;
}

void text_memory_turn(struct text_memory *memory)
{
    forget(&memory->before);
    memory->before = memory->now;
    memory->now = (struct generation){ .list = NULL };
}
