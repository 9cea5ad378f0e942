/* The steps of an editor, undone and done again, and its journal beside the
 * data file. */

#include <CUnit/CUnit.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "17_edit/draft.h"
#include "17_edit/draft_journal.h"
#include "fixture.h"

static const char *text_of(const struct draft *draft)
{
    return buffer_string(&draft->text);
}

static bool put(struct draft *draft, size_t at, size_t removed,
    const char *text)
{
    return draft_replace(draft, at, removed, text, strlen(text));
}

static void undoes_and_redoes_steps(void)
{
    struct draft draft;

    CU_ASSERT_TRUE(draft_begin(&draft, "abcdef", 6));
    CU_ASSERT_TRUE(draft_is_saved(&draft));
    put(&draft, 1, 2, "XYZ");
    put(&draft, 0, 0, "<");
    CU_ASSERT_TRUE(draft_commit(&draft, false));
    put(&draft, 7, 1, "");
    CU_ASSERT_TRUE(draft_commit(&draft, false));
    CU_ASSERT_STRING_EQUAL(text_of(&draft), "<aXYZde");
    CU_ASSERT_FALSE(draft_is_saved(&draft));
    CU_ASSERT_TRUE(draft_undo(&draft));
    CU_ASSERT_STRING_EQUAL(text_of(&draft), "<aXYZdef");
    CU_ASSERT_TRUE(draft_undo(&draft));
    CU_ASSERT_STRING_EQUAL(text_of(&draft), "abcdef");
    CU_ASSERT_TRUE(draft_is_saved(&draft));
    CU_ASSERT_FALSE(draft_undo(&draft));
    CU_ASSERT_TRUE(draft_redo(&draft));
    CU_ASSERT_STRING_EQUAL(text_of(&draft), "<aXYZdef");
    CU_ASSERT_TRUE(draft_redo(&draft));
    CU_ASSERT_FALSE(draft_redo(&draft));
    CU_ASSERT_STRING_EQUAL(text_of(&draft), "<aXYZde");
    draft_free(&draft);
}

static void forgets_what_was_undone_and_knows_what_was_saved(void)
{
    struct draft draft;

    draft_begin(&draft, "a", 1);
    put(&draft, 1, 0, "b");
    draft_commit(&draft, false);
    draft_set_saved(&draft);
    CU_ASSERT_TRUE(draft_is_saved(&draft));
    CU_ASSERT_FALSE(draft_can_join(&draft));
    draft_undo(&draft);
    CU_ASSERT_FALSE(draft_is_saved(&draft));
    put(&draft, 1, 0, "c");
    draft_commit(&draft, false);
    CU_ASSERT_FALSE(draft_can_redo(&draft));
    draft_undo(&draft);
    CU_ASSERT_FALSE(draft_is_saved(&draft));
    draft_free(&draft);
}

static void joins_steps_and_takes_open_ones_back(void)
{
    struct draft draft;

    draft_begin(&draft, "ab", 2);
    put(&draft, 2, 0, "c");
    draft_commit(&draft, false);
    CU_ASSERT_TRUE(draft_can_join(&draft));
    put(&draft, 3, 0, "d");
    draft_commit(&draft, true);
    CU_ASSERT_EQUAL(draft.count, 1);
    put(&draft, 0, 4, "");
    draft_cancel(&draft);
    CU_ASSERT_STRING_EQUAL(text_of(&draft), "abcd");
    CU_ASSERT_TRUE(draft_commit(&draft, false));
    CU_ASSERT_EQUAL(draft.count, 1);
    draft_undo(&draft);
    CU_ASSERT_STRING_EQUAL(text_of(&draft), "ab");
    draft_free(&draft);
}

/* Of two texts that begin and end alike only what differs is kept, in whole
 * characters. */
static void keeps_what_differs(void)
{
    static const struct {
        const char *old, *new;
        size_t at, removed, inserted;
    } cases[] = {
        { "12345", "12945", 2, 1, 1 }, { "aaa", "aa", 2, 1, 0 },
        { "aa", "aaa", 2, 0, 1 }, { "一二三", "一二四", 6, 3, 3 },
        { "一", "丁", 0, 3, 3 }, { "é", "è", 0, 2, 2 },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct draft draft;
        draft_begin(&draft, cases[k].old, strlen(cases[k].old));
        put(&draft, 0, strlen(cases[k].old), cases[k].new);
        const struct splice *splice = &draft.open.list[0];
        CU_ASSERT_EQUAL(splice->at, cases[k].at);
        CU_ASSERT_EQUAL(splice->removed, cases[k].removed);
        CU_ASSERT_EQUAL(splice->inserted, cases[k].inserted);
        CU_ASSERT_STRING_EQUAL(text_of(&draft), cases[k].new);
        draft_free(&draft);
    }
    struct draft draft;
    draft_begin(&draft, "same", 4);
    put(&draft, 0, 4, "same");
    CU_ASSERT_EQUAL(draft.open.count, 0);
    draft_free(&draft);
}

/* A step costs the bytes that it changes, whatever the text has. */
static void costs_what_is_changed(void)
{
    struct draft draft;
    char digit[2] = "0";
    char *large = malloc(1 << 20);

    memset(large, ' ', 1 << 20);
    draft_begin(&draft, large, 1 << 20);
    for (int k = 0; k < 1000; k++) {
        digit[0] = (char)('0' + k % 10);
        put(&draft, 1000, 1, digit);
        draft_commit(&draft, false);
    }
    CU_ASSERT_EQUAL(draft.count, 1000);
    CU_ASSERT_TRUE(draft.kept < 1000 * 128);
    CU_ASSERT_EQUAL(draft.text.length, 1 << 20);
    while (draft_undo(&draft))
        continue;
    CU_ASSERT_EQUAL(memcmp(text_of(&draft), large, 1 << 20), 0);
    draft_free(&draft);
    free(large);
}

/* Beyond a limit the oldest steps are forgotten, and with them the way back to
 * what was saved. */
static void forgets_the_oldest(void)
{
    size_t size = DRAFT_KEPT_MAX / 4;
    struct draft draft;
    char *large = malloc(size);

    draft_begin(&draft, "", 0);
    for (int k = 0; k < 8; k++) {
        memset(large, 'a' + k, size);
        draft_replace(&draft, 0, draft.text.length, large, size);
        draft_commit(&draft, false);
    }
    CU_ASSERT_TRUE(draft.kept <= DRAFT_KEPT_MAX);
    CU_ASSERT_TRUE(draft.done < 8);
    CU_ASSERT_EQUAL(draft.saved, DRAFT_NEVER);
    draft_free(&draft);
    free(large);
}

/* --- the journal ---------------------------------------------------------- */

struct journalled {
    struct fixture folder;
    char path[128], name[160];
    struct draft_journal journal;
    struct draft draft;
};

static void begin(struct journalled *made)
{
    fixture_begin(&made->folder);
    fixture_write(&made->folder, "data.json", "{}");
    snprintf(made->path, sizeof made->path, "%s/data.json",
        made->folder.path);
    snprintf(made->name, sizeof made->name, "%s/.data.json.jixiao-edit",
        made->folder.path);
    CU_ASSERT_EQUAL(draft_journal_open(&made->journal, made->path), 0);
    draft_begin(&made->draft, "abc", 3);
}

static void end(struct journalled *made)
{
    draft_journal_close(&made->journal, false);
    draft_free(&made->draft);
    CU_ASSERT_NOT_EQUAL(access(made->name, F_OK), 0);
    fixture_end(&made->folder);
}

static void append(struct journalled *made, size_t at, const char *text,
    bool join)
{
    draft_journal_begin(&made->journal, &made->draft);
    put(&made->draft, at, 0, text);
    CU_ASSERT_EQUAL(draft_journal_add(&made->journal,
        join ? JOURNAL_JOIN : JOURNAL_DO, &made->draft.open), 0);
    draft_commit(&made->draft, join);
}

static void step(struct journalled *made, enum journal_step kind)
{
    const struct step *last = &made->draft.steps[made->draft.done
        - (kind == JOURNAL_UNDO)];

    CU_ASSERT_EQUAL(draft_journal_add(&made->journal, kind, last), 0);
    if (kind == JOURNAL_UNDO)
        draft_undo(&made->draft);
    else
        draft_redo(&made->draft);
}

/* What another process finds, and the steps that it can undo. */
static void finds(struct journalled *made, const char *text, size_t done,
    int fault)
{
    struct draft draft;
    size_t count;

    draft_begin(&draft, "other", 5);
    CU_ASSERT_EQUAL(draft_journal_read(&made->journal, &draft, &count),
        fault);
    CU_ASSERT_STRING_EQUAL(text_of(&draft), text);
    CU_ASSERT_EQUAL(draft.done, done);
    draft_free(&draft);
}

static void reads_steps_back(void)
{
    struct journalled made;

    begin(&made);
    finds(&made, "other", 0, 0);
    append(&made, 3, "d\n\"县", false);
    append(&made, 0, "<", false);
    append(&made, 1, "-", true);
    finds(&made, "<-abcd\n\"县", 2, 0);
    step(&made, JOURNAL_UNDO);
    finds(&made, "abcd\n\"县", 1, 0);
    step(&made, JOURNAL_REDO);
    finds(&made, "<-abcd\n\"县", 2, 0);
    step(&made, JOURNAL_UNDO);
    append(&made, 0, "!", false);
    finds(&made, "!abcd\n\"县", 2, 0);
    end(&made);
}

/* What was undone behind a save is a step of its own for who comes after. */
static void reads_what_goes_behind_a_save(void)
{
    struct journalled made;

    begin(&made);
    append(&made, 3, "d", false);
    CU_ASSERT_EQUAL(draft_journal_clear(&made.journal), 0);
    draft_set_saved(&made.draft);
    finds(&made, "other", 0, 0);
    draft_journal_begin(&made.journal, &made.draft);
    step(&made, JOURNAL_UNDO);
    finds(&made, "abc", 1, 0);
    step(&made, JOURNAL_REDO);
    finds(&made, "abcd", 2, 0);
    end(&made);
}

/* A record that is cut was never confirmed; one that is none is another file. */
static void takes_nothing_from_what_is_cut(void)
{
    struct journalled made;

    begin(&made);
    append(&made, 3, "d", false);
    off_t whole = (off_t)made.journal.length;
    append(&made, 4, "efg", false);
    for (off_t cut = (off_t)made.journal.length - 1; cut >= whole; cut--) {
        CU_ASSERT_EQUAL(ftruncate(made.journal.fd, cut), 0);
        finds(&made, "abcd", 1, 0);
    }
    for (off_t cut = whole - 1; cut > 0; cut--) {
        size_t count;
        struct draft draft;
        CU_ASSERT_EQUAL(ftruncate(made.journal.fd, cut), 0);
        draft_begin(&draft, "other", 5);
        int fault = draft_journal_read(&made.journal, &draft, &count);
        CU_ASSERT_TRUE(fault == 0 || fault == EILSEQ);
        CU_ASSERT_EQUAL(draft.done, 0);
        draft_free(&draft);
    }
    end(&made);
}

static void refuses_what_is_no_journal(void)
{
    static const char *const texts[] = {
        "x\nbase 3\nabcX", "x\nbose 3\nabc\n", "x\nbase three\nabc\n",
        "x\nbase 3\nabc\nred 1\n0 0 1\nx\nend\n",
        "x\nbase 3\nabc\ndo 1\n9 0 1\nx\nend\n",
        "x\nbase 3\nabc\ndo 1\n0 4 1\nx\nend\n",
        "x\nbase 3\nabc\ndo 1\n18446744073709551617 0 1\nx\nend\n",
        "x\nbase 3\nabc\ndo 1\n0 0 1 1\nx\nend\n",
        "x\nbase 3\nabc\ndo 1\n0  1\nx\nend\n",
        "x\nbase 3\nabc\ndo 1\n0 0 1\nx\nEND\n",
        "x\nbase 3\nabc\ndo 1\nnothing at all\n",
    };

    for (size_t k = 0; k < COUNT(texts); k++) {
        struct journalled made;
        struct buffer other = BUFFER_EMPTY;
        begin(&made);
        CU_ASSERT_EQUAL(pwrite(made.journal.fd, texts[k], strlen(texts[k]),
            0), (ssize_t)strlen(texts[k]));
        finds(&made, "other", 0, EILSEQ);
        CU_ASSERT_EQUAL(draft_journal_set_aside(&made.journal, &other), 0);
        CU_ASSERT_EQUAL(access(buffer_string(&other), F_OK), 0);
        finds(&made, "other", 0, 0);
        buffer_free(&other);
        end(&made);
    }
}

static void lets_one_editor_in(void)
{
    struct journalled made;
    struct draft_journal other;

    begin(&made);
    CU_ASSERT_EQUAL(draft_journal_open(&other, made.path), EWOULDBLOCK);
    draft_journal_close(&other, true);
    end(&made);
    CU_ASSERT_EQUAL(draft_journal_open(&other, "/none/data.json"), ENOENT);
}

CU_TestInfo draft_tests[] = {
    { "undoes and redoes steps", undoes_and_redoes_steps },
    { "forgets what was undone and knows what was saved",
        forgets_what_was_undone_and_knows_what_was_saved },
    { "joins steps and takes open ones back",
        joins_steps_and_takes_open_ones_back },
    { "keeps what differs", keeps_what_differs },
    { "costs what is changed", costs_what_is_changed },
    { "forgets the oldest", forgets_the_oldest },
    { "reads steps back", reads_steps_back },
    { "reads what goes behind a save", reads_what_goes_behind_a_save },
    { "takes nothing from what is cut", takes_nothing_from_what_is_cut },
    { "refuses what is no journal", refuses_what_is_no_journal },
    { "lets one editor in", lets_one_editor_in },
    CU_TEST_INFO_NULL
};
