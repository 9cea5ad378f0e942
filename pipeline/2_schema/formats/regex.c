/* Regular expressions of ECMA-262, translated for PCRE2. */

#define PCRE2_CODE_UNIT_WIDTH 8

#include "2_schema/formats/regex.h"

#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/buffer.h"

/* Steps of matching; a pattern that needs more is a trap. */
#define MATCH_LIMIT 1000000
#define HEAP_LIMIT_KIB 16384

struct regex {
    pcre2_code *code;
    pcre2_match_context *limits;
};

/* ECMA-262, 22.2.1 and table 67: the long names of general categories. */
static const struct {
    const char *name, *code;
} categories[] = {
    { "Cased_Letter", "L&" }, { "Close_Punctuation", "Pe" },
    { "Connector_Punctuation", "Pc" }, { "Control", "Cc" },
    { "Currency_Symbol", "Sc" }, { "Dash_Punctuation", "Pd" },
    { "Decimal_Number", "Nd" }, { "Enclosing_Mark", "Me" },
    { "Final_Punctuation", "Pf" }, { "Format", "Cf" },
    { "Initial_Punctuation", "Pi" }, { "LC", "L&" }, { "Letter", "L" },
    { "Letter_Number", "Nl" }, { "Line_Separator", "Zl" },
    { "Lowercase_Letter", "Ll" }, { "Mark", "M" },
    { "Math_Symbol", "Sm" }, { "Modifier_Letter", "Lm" },
    { "Modifier_Symbol", "Sk" }, { "Nonspacing_Mark", "Mn" },
    { "Number", "N" }, { "Open_Punctuation", "Ps" }, { "Other", "C" },
    { "Other_Letter", "Lo" }, { "Other_Number", "No" },
    { "Other_Punctuation", "Po" }, { "Other_Symbol", "So" },
    { "Paragraph_Separator", "Zp" }, { "Private_Use", "Co" },
    { "Punctuation", "P" }, { "Separator", "Z" },
    { "Space_Separator", "Zs" }, { "Spacing_Mark", "Mc" },
    { "Surrogate", "Cs" }, { "Symbol", "S" }, { "Titlecase_Letter", "Lt" },
    { "Unassigned", "Cn" }, { "Uppercase_Letter", "Lu" },
    { "digit", "Nd" }, { "punct", "P" },
};

/* Names in front of "=" that PCRE2 does not write. */
static const char *const property_keys[] = {
    "General_Category=", "gc=", "Script=", "sc=",
};

/* WhiteSpace and LineTerminator of ECMA-262, 12.2 and 12.3. */
#define SPACES "\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}" \
    "\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}"
/* The same turned over, as ranges: it has to fit into a class. */
#define NOT_SPACES "\\x00-\\x08\\x0e-\\x1f\\x21-\\x{9f}\\x{a1}-\\x{167f}" \
    "\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}" \
    "\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}" \
    "\\x{ff00}-\\x{10ffff}"

struct translation {
    const char *at, *end;
    struct buffer out;
    bool in_class;
};

static bool has_prefix(const struct translation *t, const char *prefix)
{
    size_t length = strlen(prefix);

    return (size_t)(t->end - t->at) >= length
        && memcmp(t->at, prefix, length) == 0;
}

static bool read_hex(const char *at, const char *end, size_t count,
    unsigned long *value)
{
    static const char digits[] = "0123456789abcdef";

    if ((size_t)(end - at) < count)
        return false;
    *value = 0;
    for (size_t k = 0; k < count; k++) {
        char c = at[k] >= 'A' && at[k] <= 'F' ? (char)(at[k] + 32) : at[k];
        const char *digit = c ? strchr(digits, c) : NULL;
        if (!digit)
            return false;
        *value = *value * 16 + (unsigned long)(digit - digits);
    }
    return true;
}

/* \uXXXX, \uXXXX\uXXXX as one character, \u{X...}; at is behind the "u". */
static bool translate_unicode(struct translation *t)
{
    unsigned long high, low;

    if (has_prefix(t, "{")) {
        const char *close = memchr(t->at, '}', (size_t)(t->end - t->at));
        size_t count = close ? (size_t)(close - t->at) - 1 : 0;
        if (count == 0 || count > 6
            || !read_hex(t->at + 1, t->end, count, &high))
            return false;
        t->at = close + 1;
    } else {
        if (!read_hex(t->at, t->end, 4, &high))
            return false;
        t->at += 4;
        if (high >= 0xD800 && high < 0xDC00 && has_prefix(t, "\\u")
            && read_hex(t->at + 2, t->end, 4, &low)
            && low >= 0xDC00 && low < 0xE000) {
            high = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
            t->at += 6;
        }
    }
    buffer_printf(&t->out, "\\x{%lx}", high);
    return true;
}

/* \p{...} and \P{...}; at is behind the letter. */
static bool translate_property(struct translation *t, char letter)
{
    const char *close = memchr(t->at, '}', (size_t)(t->end - t->at));

    if (!has_prefix(t, "{") || !close)
        return false;
    t->at++;
    for (size_t k = 0; k < sizeof property_keys / sizeof *property_keys; k++)
        if (has_prefix(t, property_keys[k]))
            t->at += strlen(property_keys[k]);
    const char *name = t->at;
    size_t length = (size_t)(close - name);
    for (size_t k = 0; k < sizeof categories / sizeof *categories; k++) {
        if (strlen(categories[k].name) == length
            && memcmp(categories[k].name, name, length) == 0) {
            name = categories[k].code;
            length = strlen(name);
            break;
        }
    }
    buffer_printf(&t->out, "\\%c{%.*s}", letter, (int)length, name);
    t->at = close + 1;
    return true;
}

static bool translate_spaces(struct translation *t, char letter)
{
    const char *set = letter == 's' ? SPACES : NOT_SPACES;

    buffer_printf(&t->out, t->in_class ? "%s" : "[%s]", set);
    return true;
}

/* \cX with any letter's case. */
static bool translate_control(struct translation *t)
{
    if (t->at == t->end)
        return false;
    int letter = *t->at & ~32;
    if (letter < 'A' || letter > 'Z')
        return false;
    t->at++;
    buffer_printf(&t->out, "\\x%02x", (unsigned)letter % 32);
    return true;
}

/* \0 alone, a back reference, \k<name>: only outside classes but for \0. */
static bool translate_reference(struct translation *t, char letter)
{
    bool digit_follows = t->at < t->end && *t->at >= '0' && *t->at <= '9';

    if (letter == '0') {
        buffer_add_string(&t->out, "\\x00");
        return !digit_follows;
    }
    if (t->in_class || (letter == 'k' && !has_prefix(t, "<")))
        return false;
    buffer_printf(&t->out, "\\%c", letter);
    return true;
}

/* at is behind the backslash. */
static bool translate_escape(struct translation *t)
{
    if (t->at == t->end)
        return false;
    char letter = *t->at++;
    switch (letter) {
    case 'u':
        return translate_unicode(t);
    case 'p':
    case 'P':
        return translate_property(t, letter);
    case 's':
    case 'S':
        return translate_spaces(t, letter);
    case 'c':
        return translate_control(t);
    case 'v':
        buffer_add_string(&t->out, "\\x0b");
        return true;
    case '-':
        buffer_add_string(&t->out, "\\-");
        return t->in_class;
    case 'B':
        buffer_add_string(&t->out, "\\B");
        return !t->in_class;
    default:
        break;
    }
    if (letter == 'k' || (letter >= '0' && letter <= '9'))
        return translate_reference(t, letter);
    /* What is left means the same in both; other letters are no escapes. */
    if (!letter || !strchr("bdDwWfnrtx^$\\.*+?()[]{}|/", letter))
        return false;
    buffer_printf(&t->out, "\\%c", letter);
    return true;
}

/* A quantifier takes "?" behind it in ECMA-262, but not "+". */
static bool translate_quantifier(struct translation *t)
{
    static const char *const signs[] = { "*+", "++", "?+", "}+" };

    for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
        if (has_prefix(t, signs[k]))
            return false;
    return true;
}

/* Of what begins with "(?", only these are in ECMA-262. */
static bool translate_group(struct translation *t)
{
    static const char *const groups[] = { "(?:", "(?=", "(?!", "(?<" };

    if (has_prefix(t, "(*"))
        return false;
    for (size_t k = 0; has_prefix(t, "(?"); k++) {
        if (k == sizeof groups / sizeof *groups)
            return false;
        if (has_prefix(t, groups[k]))
            break;
    }
    return true;
}

static bool translate_char(struct translation *t)
{
    char c = *t->at;

    if (t->in_class) {
        t->in_class = c != ']';
        if (c == '[')           /* no [:alpha:] in ECMA-262 */
            buffer_add_char(&t->out, '\\');
    } else if (c == '[') {
        t->in_class = true;
        if (t->end - t->at > 1 && t->at[1] == '^') {
            buffer_add_char(&t->out, c);
            c = *++t->at;
        }
    } else if ((c == '(' && !translate_group(t)) || !translate_quantifier(t)) {
        return false;
    } else if (c == '.') {      /* ECMA-262 knows four line terminators */
        buffer_add_string(&t->out, "[^\\n\\r\\x{2028}\\x{2029}");
        c = ']';
    }
    buffer_add_char(&t->out, c);
    t->at++;
    return true;
}

static bool translate(struct translation *t)
{
    while (t->at < t->end) {
        bool good;
        if (*t->at == '\\') {
            t->at++;
            good = translate_escape(t);
        } else {
            good = translate_char(t);
        }
        if (!good)
            return false;
    }
    return true;
}

/* NULL with *fault where PCRE2 refuses it too. */
static pcre2_code *compile_translated(const struct buffer *pattern,
    enum regex_fault *fault)
{
    const uint32_t options = PCRE2_UTF | PCRE2_DOLLAR_ENDONLY
        | PCRE2_ALLOW_EMPTY_CLASS | PCRE2_MATCH_UNSET_BACKREF
        | PCRE2_NEVER_BACKSLASH_C;
    int error;
    PCRE2_SIZE offset;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)buffer_string(pattern),
        pattern->length, options, &error, &offset, NULL);

    if (!code)
        *fault = error == PCRE2_ERROR_NOMEMORY
            || error == PCRE2_ERROR_HEAP_FAILED
            ? REGEX_NO_MEMORY : REGEX_MALFORMED;
    return code;
}

enum regex_fault regex_compile(const char *pattern, size_t length,
    struct regex **out)
{
    struct translation t = { .at = pattern, .end = pattern + length };
    enum regex_fault fault = REGEX_OK;
    struct regex *regex = NULL;

    *out = NULL;
    if (!translate(&t))
        fault = REGEX_MALFORMED;
    if (t.out.failed)
        fault = REGEX_NO_MEMORY;
    if (fault)
        goto out;
    fault = REGEX_NO_MEMORY;
    regex = calloc(1, sizeof *regex);
    if (!regex)
        goto out;
    fault = REGEX_OK;
    regex->code = compile_translated(&t.out, &fault);
    if (fault)
        goto out;
    regex->limits = pcre2_match_context_create(NULL);
    if (!regex->limits) {
        fault = REGEX_NO_MEMORY;
        goto out;
    }
    pcre2_set_match_limit(regex->limits, MATCH_LIMIT);
    pcre2_set_heap_limit(regex->limits, HEAP_LIMIT_KIB);
    *out = regex;
    regex = NULL;
out:
    regex_free(regex);
    buffer_free(&t.out);
    return fault;
}

void regex_free(struct regex *regex)
{
    if (!regex)
        return;
    pcre2_match_context_free(regex->limits);
    pcre2_code_free(regex->code);
    free(regex);
}

bool regex_matches(const struct regex *regex, const char *text,
    size_t length, bool *failed)
{
    pcre2_match_data *match
        = pcre2_match_data_create_from_pattern(regex->code, NULL);

    if (!match) {
        *failed = true;
        return false;
    }
    int result = pcre2_match(regex->code, (PCRE2_SPTR)text, length, 0,
        0, match, regex->limits);
    pcre2_match_data_free(match);
    if (result == PCRE2_ERROR_NOMEMORY)
        *failed = true;
    return result >= 0;
}
