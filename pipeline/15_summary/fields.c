/* Which columns there are, and what stands in them. */

#include "15_summary/fields.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "0_base/value.h"

static struct field *find_field(const struct fields *fields, const char *name)
{
    for (size_t k = 0; k < fields->count; k++)
        if (strcmp(fields->list[k].name, name) == 0)
            return &fields->list[k];
    return NULL;
}

static bool is_figure(const struct record_value *value)
{
    enum value_type type;

    return value_type_parse(value->type, &type) && value_type_is_figure(type);
}

static bool add_field(struct fields *fields, const struct record_value *value)
{
    struct field *field = find_field(fields, value->name);

    if (field) {
        field->is_figure = field->is_figure && is_figure(value);
        return true;
    }
    struct field *list = list_room(fields->list, fields->count, &fields->room,
        sizeof *list);
    if (!list)
        return false;
    fields->list = list;
    list[fields->count++] = (struct field){ value->name,
        *value->label ? value->label : value->name, is_figure(value) };
    return true;
}

bool fields_collect(const struct summary *summary, struct fields *fields)
{
    bool good = true;

    *fields = (struct fields){ NULL, 0, 0 };
    for (size_t k = 0; good && k < summary->count; k++)
        for (size_t n = 0; good && n < summary->records[k]->value_count; n++)
            good = add_field(fields, &summary->records[k]->values[n]);
    return good;
}

void fields_free(struct fields *fields)
{
    free(fields->list);
}

const struct record_value *field_value(const struct field *field,
    const struct record *record)
{
    const struct record_value *value = record_value(record, field->name);

    return value && *value->text ? value : NULL;
}

struct decimal field_figure(const struct record_value *value)
{
    struct decimal figure = decimal_blank;
    enum value_type type;

    if (value_type_parse(value->type, &type) && value_type_is_figure(type)
        && decimal_parse(value->value, strlen(value->value), &figure)
            != DECIMAL_OK)
        return decimal_blank;
    return figure.blank ? figure : value_in_unit(type, value->unit, figure);
}
