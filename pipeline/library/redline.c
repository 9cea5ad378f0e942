/*
 * jixiao_redline(): the attachments that say something else in one set than in
 * another, with what came and what went marked, as files of a folder.
 */

#include "12_redline/redline.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/digest.h"
#include "0_base/phrases.h"
#include "0_base/xml_add.h"
#include "3_transform/submission.h"
#include "9_bundle/bundle.h"
#include "9_bundle/names.h"
#include "14_compare/trace.h"
#include "library/compared.h"
#include "library/grammar.h"
#include "library/made.h"
#include "library/notice.h"
#include "library/reasons.h"
#include "library/redlining.h"
#include "library/stamp.h"

/* Files under way; what they own is let go in end(). */
struct redlining {
    struct jixiao *jixiao;
    const struct jixiao_comparison *comparison;
    const struct jixiao_set *old, *new;         /* of the comparison */
    const struct jixiao_redline *how;
    struct findings *findings;
    format_set formats;
    xmlDocPtr old_documents, new_documents;
    struct notice *notice;
    struct names *names;
    struct bundle *bundle;
    struct paper_use use;
    struct stamp stamp;
    char digest[DIGEST_TEXT_SIZE];      /* of the new data */
};

static bool lacks_memory(struct redlining *redlining)
{
    findings_out_of_memory(redlining->findings);
    return false;
}

/* What is found of a page model was found when its set was read. */
static xmlDocPtr read_documents(struct redlining *redlining,
    const struct jixiao_set *set)
{
    struct findings *found = findings_new();

    if (!found) {
        lacks_memory(redlining);
        return NULL;
    }
    xmlDocPtr documents = set_document(set, NULL, found);
    if (!documents)
        findings_append(redlining->findings, found);
    findings_free(found);
    return documents;
}

/* Who changed it and when: as asked for, or who files the set, and the day that
 * its files are dated by. */
static bool sign(const struct redlining *redlining, xmlDocPtr documents)
{
    xmlNodePtr root = xmlDocGetRootElement(documents);
    const char *author = redlining->how->author;
    const char *unit = node_attribute(root, "unit");
    const char *date = redlining->how->date;
    bool failed = false;

    xml_add_attribute(root, "author", author ? author : unit ? unit
        : PROGRAM, &failed);
    xml_add_attribute(root, "changed", date ? date
        : node_attribute(root, "date"), &failed);
    return !failed;
}

/* The name of a file; that of an attachment is marked as one that shows
 * changes. */
static const char *add_name(struct redlining *redlining,
    xmlDocPtr documents, bool is_notice, enum format format)
{
    struct buffer text = BUFFER_EMPTY;
    const char *name = NULL;

    buffer_add_string(&text, node_attribute(xmlFirstElementChild(
        xmlDocGetRootElement(documents)), "file"));
    if (!is_notice)
        buffer_printf(&text, "_%s", phrase_text(PHRASE_REDLINE_MARK,
            LANGUAGE_ZH));
    if (!text.failed)
        name = names_add(redlining->names, buffer_string(&text),
            format_rows[format].extension);
    buffer_free(&text);
    return name;
}

static bool add_file(struct redlining *redlining, xmlDocPtr documents,
    bool is_notice, enum format format, struct buffer *bytes)
{
    const char *name = add_name(redlining, documents, is_notice, format);

    if (!name)
        return lacks_memory(redlining);
    bundle_add(redlining->bundle, name, bytes);
    return true;
}

static void verify(const struct redlining *redlining, enum grammar grammar,
    xmlDocPtr tree)
{
    if (redlining->how->verify)
        grammar_check(redlining->jixiao, grammar, tree, redlining->findings);
}

static bool render(struct redlining *redlining, xmlDocPtr documents,
    bool is_notice)
{
    struct buffer outputs[FORMAT_COUNT] = { BUFFER_EMPTY };
    const struct format_source source = { .documents = documents,
        .style = redlining->new->edition->style,
        .origin = { PROGRAM, redlining->digest, node_attribute(
            xmlDocGetRootElement(documents), "date") },
        .use = &redlining->use };
    bool good = sign(redlining, documents) || lacks_memory(redlining);

    verify(redlining, GRAMMAR_DOCUMENT, documents);
    good = good && formats_render(redlining->jixiao->formats,
        redlining->formats, &source, outputs, redlining->findings);
    for (int k = 0; k < FORMAT_COUNT; k++) {
        if (good && redlining->formats & FORMAT_SET(k))
            good = add_file(redlining, documents, is_notice,
                (enum format)k, &outputs[k]);
        buffer_free(&outputs[k]);
    }
    return good;
}

static bool render_changed(struct redlining *redlining, xmlDocPtr documents)
{
    if (!redlining->notice)
        redlining->notice = notice_new(redlining->comparison,
            redlining->new_documents, redlining->how);
    return redlining->notice && notice_add(redlining->notice, documents)
        ? render(redlining, documents, false) : lacks_memory(redlining);
}

/* Where nothing changed there is nothing to notice. */
static bool render_notice(struct redlining *redlining)
{
    if (!redlining->notice)
        return reasons_check(redlining->comparison, NULL,
            redlining->findings);
    if (!notice_close(redlining->notice))
        return lacks_memory(redlining);
    verify(redlining, GRAMMAR_CORRECTION, notice_tree(redlining->notice));
    xmlDocPtr documents = notice_make(redlining->notice,
        redlining->findings);
    bool good = documents && reasons_check(redlining->comparison, documents,
        redlining->findings) && (stamp_put(&redlining->stamp, documents)
        || lacks_memory(redlining)) && render(redlining, documents, true);
    if (documents)
        xmlFreeDoc(documents);
    return good;
}

static bool render_all(struct redlining *redlining)
{
    const struct lexicon *lexicon = edition_lexicon(
        redlining->new->edition, redlining->findings);
    struct redline *redline = lexicon ? redline_new(
        redlining->old_documents, redlining->new_documents, lexicon) : NULL;
    bool good = redline != NULL;
    xmlDocPtr documents;

    if (!redline)
        return lexicon && lacks_memory(redlining);
    while (good && (documents = redline_next(redline))) {
        good = render_changed(redlining, documents);
        xmlFreeDoc(documents);
    }
    if (good && redline_failed(redline))
        good = lacks_memory(redlining);
    redline_free(redline);
    return good && render_notice(redlining);
}

/* Whether there is something to write: a folder without a marked attachment
 * would tell nobody anything. */
static bool has_changes(const struct redlining *redlining)
{
    if (redlining->notice)
        return true;
    findings_add(redlining->findings, CATALOGUE_REDLINE_NOTHING,
        (struct place){ 0, 0 }, NULL, "folder", redlining->how->output, NULL);
    return false;
}

/* The old page model by the places of the new data. */
static bool move_old(struct redlining *redlining)
{
    struct trace *trace = trace_new(redlining->comparison->comparison,
        redlining->old->submission, redlining->new->submission);
    bool good = trace && redline_move(redlining->old_documents, trace_move,
        trace);

    trace_free(trace);
    return good || lacks_memory(redlining);
}

/* What is made says that it is of the new set. */
static bool take_stamp(struct redlining *redlining)
{
    redlining->stamp.program = PROGRAM;
    redlining->stamp.data_digest = redlining->digest;
    redlining->stamp.submission = redlining->new->submission;
    return (stamp_take(&redlining->stamp, redlining->new_documents)
        && stamp_put(&redlining->stamp, redlining->new_documents))
        || lacks_memory(redlining);
}

static bool begin(struct redlining *redlining)
{
    size_t length;
    const char *text = json_text(redlining->new->json, &length);
    const struct bundle_origin origin = { PROGRAM REDLINE_PROGRAM,
        redlining->new->edition->name, name_of_file(redlining->new->path),
        digest_text(text, length, redlining->digest) };

    if (!redline_is_allowed(redlining->how, redlining->findings)
        || !formats_parse(redlining->how->formats, &redlining->formats,
            redlining->findings)
        || !jixiao_open_formats(redlining->jixiao, redlining->findings))
        return false;
    redlining->old_documents = read_documents(redlining, redlining->old);
    redlining->new_documents = redlining->old_documents
        ? read_documents(redlining, redlining->new) : NULL;
    if (!redlining->new_documents || !move_old(redlining)
        || !take_stamp(redlining))
        return false;
    redlining->names = names_new();
    redlining->bundle = bundle_new(redlining->how->output, &origin);
    return (redlining->names && redlining->bundle)
        || lacks_memory(redlining);
}

static void end(struct redlining *redlining)
{
    bundle_free(redlining->bundle);
    names_free(redlining->names);
    free(redlining->use.faces);
    if (redlining->old_documents)
        xmlFreeDoc(redlining->old_documents);
    if (redlining->new_documents)
        xmlFreeDoc(redlining->new_documents);
    notice_free(redlining->notice);
}

bool jixiao_redline(struct jixiao *jixiao,
    const struct jixiao_comparison *comparison,
    const struct jixiao_redline *how, struct jixiao_outcome *outcome,
    struct jixiao_findings *findings)
{
    struct redlining redlining = { .jixiao = jixiao,
        .comparison = comparison, .old = comparison->old,
        .new = comparison->new, .how = how,
        .findings = findings_inside(findings) };
    bool good = begin(&redlining)
        && render_all(&redlining)
        && has_changes(&redlining)
        && bundle_commit(redlining.bundle, redlining.findings);

    for (int k = 0; good && k < BUNDLE_CHANGE_COUNT; k++)
        outcome->counts[k] = bundle_count_of(redlining.bundle,
            (enum bundle_change)k);
    end(&redlining);
    return good;
}
