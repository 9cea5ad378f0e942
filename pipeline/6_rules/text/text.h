#ifndef RULES_TEXT_H
#define RULES_TEXT_H

/*
 * XPath functions that look at one text, for rules.
 *
 * Arguments: strings; a node counts with its string value.
 * Results:   a string, "" (false for XPath) where nothing is wrong; else the
 *            first thing that is, as short as a message can show it, with
 *            signs instead of words: a→b for a that should be b, ≠ ÷ for
 *            figures that do not agree.
 * Errors:    an argument that cannot be used (pairs without →, a kind that
 *            there is none of) ends the evaluation with XPATH_INVALID_OPERAND.
 *
 * What these functions know is the language, its marks and how it puts
 * figures into sentences; words that an edition looks for are arguments.
 * They keep silent where a sentence can be read in more than one way.
 *
 * Words
 *   t:word(text, words)          the first of the words, which white space
 *                                separates; of two at one place the longer
 *   t:whole-word(text, words)    the text without blanks and marks at its
 *                                end, if that is one of the words
 *   t:beginning(text, words)     the longest of the words that it begins with
 *   t:ending(text, words)        the longest of them that it ends with
 *   t:correction(text, pairs)    "投拆→投诉 社保保险→社会保险": the first
 *                                pair whose left side is there; not where it
 *                                is a part of its right side
 *   t:blank(text)                "␣" for one of nothing but white space
 *   t:length(text)               characters without white space, a number
 *   t:excerpt(text, count)       the first characters, with … if cut off
 *
 * Characters
 *   t:punctuation(text)          GB/T 15834-2011 and 15835-2011, as "位置,加
 *                                →位置，加": half-width , ; : ? ! ( ) beside
 *                                Chinese, "…" around it, doubled marks,
 *                                brackets of two kinds (《…〉), others than 〔〕
 *                                around the year of a document, white space in
 *                                Chinese or beside its marks but between
 *                                those who issue a document together, wide
 *                                digits and letters, ％, ≧ and ≦.  Latin text,
 *                                numbers, addresses and file names keep
 *                                their own marks; ！！ and ？！ are allowed
 *   t:unpaired(text)             a mark of a pair that stands alone: "根据《预算法
 *                                开展自→《…》"; not 1） before an item
 *   t:rare(text, ranges)         an ideograph that is not among those of a
 *                                font, "4E00-9FA5 F92C": "𠮷（U+20BB7）"
 *   t:unprintable(text)          a character that no font for print has, of
 *                                private use or none at all: "U+E000"
 *   t:invisible(text)            one that is not seen, with its neighbours:
 *                                "全年〔零宽空格〕完成（第3字，U+200B）"
 *   t:invisible-sign(text)       that character alone
 *   t:invisible-in(text, language)   the same in "zh" or "en"
 *   t:placeholder(text)          what was to be filled in, or what Word left
 *                                over: [bookmark:…], PAGEREF, TODO, ××, **,
 *                                __, （ ） with nothing in it, a ￥ without its
 *                                number
 *   t:blank-name(text)           【单位名称】, （项目名称）, 某某局, 年　月　日
 *   t:braces(text)               of a reference that was not replaced, {{…}},
 *                                or was not meant as one: "｛｛unit｝｝→{{unit}}",
 *                                "{unit}→{{unit}}"; not in “{{…}}”, where they
 *                                are spoken of
 *   t:template-mark(text)        of other programs: ${…}, [[…]], <%…%>, {0}, %s
 *   t:sheet-error(text)          of spreadsheets: #N/A, #####, =SUM(, 1.2E+08
 *   t:program-value(text)        undefined, NaN, [object Object]
 *   t:markup(text)               <br>, &nbsp;, _x000D_, \n
 *   t:mojibake(text)             锟斤拷, Ã¤, ???, %E4%B8
 *   t:private(text, kinds)       a personal datum, masked: "138****0000".
 *                                Kinds: mobile, id (18 digits with the right
 *                                check digit, or 15 with a date), card (16
 *                                to 19 digits with theirs)
 *   t:telephone(text)            a telephone number that has not as many digits
 *                                as those that begin so
 *   t:office(text, own)          what another unit says of itself, "卫健局内设", at
 *                                the head of a clause; the names of the unit
 *                                itself, behind that of its county, have the
 *                                characters of the word
 *
 * Figures (figures.h); one that is stated as about, at least or at most
 * so much takes no part.  Decimals are taken as rounded: what can be true of
 * the unrounded figures is not told.
 *   t:other-year(text, years)    the first year (2022年, 2022-2023年, ２０２２
 *                                年, 二〇二二年) that is none of the years:
 *                                "2022年"; not within 《》, 〔〕 or [], nor of a
 *                                period that one of the years falls into
 *   t:bare-year(text, years)     the first that is one of the years, and of
 *                                which nothing in its clause tells why it is
 *                                named (比2022年, 2022年结余, 2022年立项), nor does
 *                                its sentence name another one
 *   t:unfounded-year(text, years)  the same for one that is none of the years
 *   t:wrong-date(text)           a date that there is none of: "202年1月11日",
 *                                "2023年13月", "2月30日", "每月35日"; "06月→6月"
 *   t:reversed-period(text)      a period whose end comes before its beginning:
 *                                "2023年12月至2023年1月"
 *   t:reversed-steps(text)       two dates of one thing in one sentence, of
 *                                which the later step has the earlier one:
 *                                "2023年9月开工，2023年3月竣工"
 *   t:doubled-unit(text, words)  a figure whose unit stands behind it again:
 *                                "82人人", "3万元元"; not where one of the words
 *                                begins there: 2024年|年初, 11个|个体户
 *   t:enumeration(text)          设12个机构：a、b, 12个（a、b）: "12个≠11" where
 *                                the items are not as many; more than stated
 *                                only where 等 or 含 leaves the list open
 *   t:ordered(text)              the same of an ordered list, 三项措施：一是…
 *                                二是…: "三项≠2"
 *   t:item-gap(text)             two items of such a list that do not follow
 *                                each other: "二是→四是"
 *   t:parts(text)                共201件，其中a22件，b181件; 9元，其中：a8元；b2
 *                                元; 3人（a1人、b1人）; a1元、b2元，合计4元;
 *                                1元+2元=4元: "22+181=203≠201"; only more
 *                                than the whole where the list is open, or
 *                                of a single part: "22>20"
 *   t:rate(text)                 受理201件，结案190件，结案率95.5%: "190÷201=
 *                                94.5%≠95.5%"; only where the two counts are
 *                                all that stands before the rate
 *   t:share(text)                决算7.04万元，为预算的7.2万元的87.77%; 支出799
 *                                元，其中人员434元，占54%; 预算7万元，支出6万元，执行
 *                                率80%: "7.04÷7.2=97.78%≠87.77%"
 *   t:average(text)              支出80万元，800套，每套1100元: "80万元÷800套=1000元≠
 *                                1100元" where no amount and count before it
 *                                give the average, and the last ones nearly do
 *   t:growth(text)               收入792元，比上年增加189元，增长41%: last year's
 *                                follows from both: "189元÷(792元−189元)=31.34%
 *                                ≠41%"
 *   t:change(text)               now and 上年 in one sentence, then 比上年减少
 *                                120元 or 下降5%: "99898−100000=−102≠−120";
 *                                由5万元上升到8万元，增长50%;
 *                                and "比上年-72元→比上年减少72元"
 *   t:comparison(text)           294.05万元，小于预算数77.43万元: "294.05万元≥
 *                                77.43万元" where the relation is not true
 *   t:balance(text)              上年结余29.32万元，收入…，支出…，年末结余…:
 *                                "29.32+594.95−596.25=28.02≠38.02"
 *   t:remains(text)              全年预算80万元，支出78万元，结余1万元:
 *                                "80万元−78万元≠1万元"
 *   t:year-parts(text)           一季度20万元、…，全年100万元:
 *                                "20+25+30+30=105≠100"
 *   t:amounts(text)              监测30万元、防控29.99万元: "599900", what the
 *                                amounts in a sentence make in yuan, where it
 *                                has two at least and says of none that it is
 *                                a whole, a part or a price
 */

#include <libxml/xpath.h>
#include <stdbool.h>

#include "0_base/lexicon.h"

#define TEXT_NAMESPACE "urn:jixiao:text"

/* What the functions find at context->user, or what begins with it. */
struct text_scope {
    const struct lexicon *lexicon;
};

/* Make the functions known to an XPath context, which borrows the scope; NULL
 * where none of them will be called.  False if memory runs out. */
bool text_register(xmlXPathContextPtr context, struct text_scope *scope);

#endif
