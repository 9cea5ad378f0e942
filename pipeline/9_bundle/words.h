#ifndef WORDS_OF_FOLDER_H
#define WORDS_OF_FOLDER_H

/*
 * What a person reads in the folder of a set.
 *
 * The name of the journal and its first lines are for whoever looks into the
 * folder while a set is half in place; the mark is between the stem and the
 * ending of a file that somebody edited and that was kept.  Later runs look
 * for the journal by its name: it is the same in all editions.
 */

#define WORDS_JOURNAL "更新未完成，请再运行一次jixiao"
#define WORDS_JOURNAL_ENDING ".txt"

#define WORDS_JOURNAL_SENTENCES \
    "这个文件夹里的材料正在更新，或者更新到一半时被中断，新旧文件可能混在一起：" \
    "请先不要使用、报送或者打包。\n" \
    "请用原来的数据文件再运行一次 jixiao build 或 jixiao check（输出文件夹不变），" \
    "它会把这套材料补完整，并删除本文件。\n" \
    "The files in this folder are being replaced, or a run was killed while it" \
    " replaced them, and may be of two sets: do not use them yet.\n" \
    "Run jixiao build or jixiao check again on the same data file with the" \
    " same output folder; it makes the set whole and removes this file.\n"

/* What tells the folders of two sets apart whose data files have one name. */
#define WORDS_OF_FOLDER "（%s）"

#define WORDS_EDITED "（手工修改）"
#define WORDS_EDITED_AGAIN "（手工修改%u）"

#endif
