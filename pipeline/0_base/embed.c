/*
 * Write the files named as arguments as one C table, for 0_base/resources.c:
 *     embed schemas/a.json stylesheets/b.xsl > resources.c
 * The table is sorted by path, whatever the order of the arguments.
 */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int names_compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The bytes of a file as an array; numbers, since C11 promises only 4095
 * characters to a string literal. */
static bool bytes_write(const char *path, int number, size_t *length)
{
    FILE *file = fopen(path, "rb");
    int byte;
    bool whole;

    if (file == NULL)
        return false;
    *length = 0;
    printf("static const unsigned char bytes_%d[] = {", number);
    while ((byte = getc(file)) != EOF)
        printf("%s%d,", (*length)++ % 20 == 0 ? "\n" : "", byte);
    printf("\n0};\n");
    whole = !ferror(file);
    return fclose(file) == 0 && whole;
}

static void name_write(const char *name)
{
    for (; *name != '\0'; name++) {
        if (*name == '"' || *name == '\\')
            putchar('\\');
        putchar(*name);
    }
}

int main(int argc, char **argv)
{
    size_t *lengths = calloc((size_t)argc, sizeof *lengths);

    if (lengths == NULL)
        return 1;
    qsort(argv + 1, (size_t)argc - 1, sizeof *argv, names_compare);
    printf("#include \"0_base/resource_table.h\"\n\n");
    for (int i = 1; i < argc; i++)
        if (!bytes_write(argv[i], i, &lengths[i])) {
            perror(argv[i]);
            free(lengths);
            return 1;
        }
    printf("\nconst size_t resource_table_count = %d;\n"
        "const struct resource resource_table[] = {\n", argc - 1);
    for (int i = 1; i < argc; i++) {
        printf("    {\"");
        name_write(argv[i]);
        printf("\", bytes_%d, %zu},\n", i, lengths[i]);
    }
    printf("    {0}\n};\n");
    free(lengths);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
