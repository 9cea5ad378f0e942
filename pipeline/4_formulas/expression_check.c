/* Finds names in expressions that nothing has: functions, with their number of
 * operands, variables, and elements. */

#include "4_formulas/expression.h"

#include <stdio.h>
#include <string.h>
#include <libxml/xpathInternals.h>

#include "3_transform/submission.h"
#include "4_formulas/variables.h"

/* What may stand between the parts of an expression. */
#define BLANKS " \t\r\n"

#define NO_FAULT PHRASE_COUNT

/* A name as it stands in an expression, with a prefix or without. */
struct name {
    const char *begin;
    size_t length, prefix;      /* prefix: its length, 0 for none */
};

/* These look at every byte of every expression: without the tables of
 * <ctype.h>, which are another call each. */
static inline bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static inline bool begins_name(char byte)
{
    unsigned code = (unsigned char)byte;

    return (code | 0x20) - 'a' < 26 || code == '_' || code >= 0x80;
}

static size_t ncname_length(const char *text)
{
    size_t length = 0;

    if (!begins_name(*text))
        return 0;
    while (begins_name(text[length]) || is_digit(text[length])
        || text[length] == '-' || text[length] == '.')
        length++;
    return length;
}

static struct name read_name(const char *text)
{
    struct name name = { text, ncname_length(text), 0 };

    if (text[name.length] == ':' && begins_name(text[name.length + 1])) {
        name.prefix = name.length;
        name.length += 1 + ncname_length(text + name.length + 1);
    }
    return name;
}

static bool is_one_of(const struct name *name, const char *const *words,
    size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (*words[k] == *name->begin && strlen(words[k]) == name->length
            && memcmp(words[k], name->begin, name->length) == 0)
            return true;
    return false;
}

/* Names before a parenthesis that are not of functions. */
static bool is_syntax(const struct name *name)
{
    static const char *const words[] = { "and", "or", "div", "mod", "text",
        "node", "comment", "processing-instruction" };

    return is_one_of(name, words, sizeof words / sizeof *words);
}

/* Whether a scope knows the function, or the variable, of that name; without
 * the memory to tell it counts as known. */
static bool is_known(const struct name *name, bool variable,
    xmlXPathContextPtr scope, struct findings *findings)
{
    const char *after = name->begin + name->prefix + (name->prefix > 0);
    xmlChar *prefix = xmlStrndup(BAD_CAST name->begin, (int)name->prefix);
    xmlChar *local = xmlStrndup(BAD_CAST after,
        (int)(name->begin + name->length - after));
    const xmlChar *uri = prefix && local && name->prefix
        ? xmlXPathNsLookup(scope, prefix) : NULL;
    bool known = true;

    if (!prefix || !local)
        findings_out_of_memory(findings);
    else if (name->prefix && !uri)
        known = false;
    else if (variable)
        known = variable_is_set(scope, (const char *)local,
            (const char *)uri);
    else
        known = xmlXPathFunctionLookupNS(scope, local, uri) != NULL;
    xmlFree(prefix);
    xmlFree(local);
    return known;
}

static void report_name(const struct expression *expression,
    enum phrase wrong, const struct name *name, struct findings *findings)
{
    struct buffer of = BUFFER_EMPTY;

    buffer_add(&of, name->begin, name->length);
    if (of.failed)
        findings_out_of_memory(findings);
    else
        expression_reject(expression, wrong, buffer_string(&of), findings);
    buffer_free(&of);
}

/* Returns where the expression goes on behind a string, a number or a sign. */
static inline const char *skip_other(const char *text)
{
    if (*text == '"' || *text == '\'') {
        const char *end = strchr(text + 1, *text);
        return end ? end + 1 : text + strlen(text);
    }
    if (is_digit(*text))
        return text + strspn(text, "0123456789.");
    return text + 1;
}

/* The next name from *text on, which goes to what follows it; false where there
 * is none. */
static bool next_name(const char **text, struct name *name, bool *variable)
{
    while (**text && **text != '$' && !begins_name(**text))
        *text = skip_other(*text);
    if (!**text)
        return false;
    *variable = **text == '$';
    *name = read_name(*text + *variable);
    *text = name->begin + name->length;
    return true;
}

/* The arguments of a call whose parenthesis opens here. */
static size_t count_arguments(const char *text)
{
    const char *first = text + 1 + strspn(text + 1, BLANKS);
    size_t count = *first && *first != ')';
    int depth = 0;

    for (; *text; text = skip_other(text)) {
        depth += (*text == '(' || *text == '[')
            - (*text == ')' || *text == ']');
        if (depth == 0)
            break;
        count += depth == 1 && *text == ',';
    }
    return count;
}

/* Whether a function takes so many arguments: it is called with as many empty
 * strings, and may well complain of these. */
static bool takes(const struct name *name, size_t count,
    xmlXPathContextPtr scope, struct findings *findings)
{
    struct buffer call = BUFFER_EMPTY;

    buffer_printf(&call, "%.*s(", (int)name->length, name->begin);
    for (size_t k = 0; k < count; k++)
        buffer_add_string(&call, k ? ",''" : "''");
    buffer_add_char(&call, ')');
    xmlResetError(&scope->lastError);
    if (call.failed)
        findings_out_of_memory(findings);
    else
        xmlXPathFreeObject(xmlXPathEvalExpression(
            BAD_CAST buffer_string(&call), scope));
    buffer_free(&call);
    return scope->lastError.code != XML_XPATH_INVALID_ARITY;
}

/* What is wrong with a call, or NO_FAULT; most functions are called again and
 * again. */
static enum phrase find_fault_of_call(const struct name *name, size_t count,
    struct expression_scope *scope, struct findings *findings)
{
    uint64_t call = id_map_chain(id_map_text(name->begin, name->length),
        count);
    uint32_t id;

    if (id_map_find(&scope->calls, call, &id))
        return NO_FAULT;
    if (!is_known(name, false, scope->context, findings))
        return PHRASE_XPATH_NO_FUNCTION_OF;
    if (!takes(name, count, scope->context, findings))
        return PHRASE_XPATH_ARITY_OF;
    if (!id_map_add(&scope->calls, call, &id))
        findings_out_of_memory(findings);
    return NO_FAULT;
}

/* What is wrong with a name that these bytes follow; NO_FAULT also where it is
 * the name of an element. */
static enum phrase find_fault(const struct name *name, bool variable,
    const char *behind, struct expression_scope *scope,
    struct findings *findings)
{
    const char *open = behind + strspn(behind, BLANKS);

    if (variable)
        return is_known(name, true, scope->context, findings)
            ? NO_FAULT : PHRASE_XPATH_NO_VARIABLE_OF;
    return *open != '(' || is_syntax(name) ? NO_FAULT
        : find_fault_of_call(name, count_arguments(open), scope, findings);
}

/* Elements that data has beside its members. */
static bool is_frame(const struct name *name)
{
    static const char *const words[] = { SUBMISSION_ROOT, SUBMISSION_ITEM,
        SUBMISSION_REFERENCE };

    return is_one_of(name, words, sizeof words / sizeof *words);
}

/* Whether it is no name of an element of the data: one with a prefix, of an
 * attribute, an axis, a function or a sign. */
static bool is_other(const struct name *name, const char *before,
    const char *behind)
{
    static const char axis[] = "attribute::";
    const size_t length = sizeof axis - 1;
    const char *next = behind + strspn(behind, BLANKS);

    return name->prefix || *next == '(' || strncmp(next, "::", 2) == 0
        || is_syntax(name)
        || (name->begin > before && name->begin[-1] == '@')
        || ((size_t)(name->begin - before) >= length
            && memcmp(name->begin - length, axis, length) == 0);
}

static void report_member(const struct expression *expression,
    const struct name *name, const char *nearest, struct findings *findings)
{
    struct buffer of = BUFFER_EMPTY;
    char line[24];

    snprintf(line, sizeof line, "%ld", expression->origin.line);
    buffer_add(&of, name->begin, name->length);
    findings_add(findings, nearest ? CATALOGUE_PATH_MISSPELT
        : CATALOGUE_PATH_UNKNOWN, (struct place){ 0, 0 }, NULL,
        "path", expression->origin.path, "line", line,
        "code", expression->origin.code, "name", buffer_string(&of),
        "nearest", nearest ? nearest : "", NULL);
    if (of.failed)
        findings_out_of_memory(findings);
    buffer_free(&of);
}

/* Whether members have the name, or those of the element before it may have
 * any: facts/anything. */
static bool is_member(const struct name *name, const struct name *before,
    const struct member_names *members)
{
    return member_names_have(members, name->begin, name->length)
        || (before->begin
            && before->begin + before->length + 1 == name->begin
            && name->begin[-1] == '/'
            && member_names_are_free(members, before->begin,
                before->length));
}

/* An element that does not exist is told of once in a line: columns and
 * languages name it again. */
static bool is_told(const struct expression *expression,
    const struct name *name, struct expression_scope *scope,
    struct findings *findings)
{
    const char *path = expression->origin.path;
    uint64_t key = id_map_chain(id_map_text(path, strlen(path)),
        (uint64_t)expression->origin.line);
    uint32_t known = scope->calls.count, id = 0;

    if (!id_map_add(&scope->calls, id_map_chain(key,
            id_map_text(name->begin, name->length)), &id))
        findings_out_of_memory(findings);
    return id < known;
}

static bool check_members(const struct expression *expression,
    struct expression_scope *scope, struct findings *findings)
{
    const struct member_names *members = scope->members;
    const char *text = expression->text;
    struct name name, before = {0};
    bool good = true, variable;

    if (scope->folder && strncmp(expression->origin.path, scope->folder,
            strlen(scope->folder)) != 0)
        return true;
    while (next_name(&text, &name, &variable)) {
        if (variable || is_other(&name, expression->text, text))
            continue;
        if (!is_frame(&name) && !is_member(&name, &before, members)) {
            if (!is_told(expression, &name, scope, findings))
                report_member(expression, &name, member_names_nearest(members,
                    name.begin, name.length), findings);
            good = false;
        }
        before = name;
    }
    return good;
}

/* With the names of functions and variables that the scope knows. */
static bool check_names(const struct expression *expression,
    struct expression_scope *scope, struct findings *findings)
{
    const char *text = expression->text;
    struct name name;
    bool good = true, variable;

    while (next_name(&text, &name, &variable)) {
        enum phrase fault = find_fault(&name, variable, text, scope,
            findings);
        if (fault != NO_FAULT) {
            report_name(expression, fault, &name, findings);
            good = false;
        }
    }
    return good;
}

bool expression_check(const struct expression *expression,
    struct expression_scope *scope, struct findings *findings)
{
    return scope->members
        ? check_members(expression, scope, findings)
        : check_names(expression, scope, findings);
}

void expression_scope_end(struct expression_scope *scope)
{
    id_map_free(&scope->calls);
}
