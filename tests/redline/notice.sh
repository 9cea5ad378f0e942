# What the notice that goes with a corrected set says; for redline.sh, which has
# made the data and names the program.
# Reads: jixiao, work (redline.sh); report (checks.sh), page_words (redline.sh).
# shellcheck shell=bash disable=SC2154,SC2317

# make_notice DATA [OPTION...]: the words of the notice that goes with it.
make_notice() {
    "$jixiao" diff --verify --redline "$work/notice" --format html \
        --reason '退回后核对' "${@:2}" "$work/old.json" "$1" \
        >"$work/said" 2>&1
    page_words "$(echo "$work"/notice/*_更正说明.html)" none >"$work/notice.txt"
    [ -s "$work/notice.txt" ] ||
        report "a notice is made" "$(tail -n 2 "$work/said")"
    rm -rf "$work/notice"
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
    notice_says "what follows, and in how many other places it is printed" <<'END'
td 附件3
td “3、公务接待费”决算数（另有1处）
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
td （无法得出）
td 附件
END
    notice_says "of an attachment that went that it had its number" <<'END'
td 原附件4-5
td 整份附件
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

# reasons_are WHAT: which reasons are said not to be printed, by their codes.
reasons_are() {
    report "$1" "$(diff <(grep -o 'Q01[6789]: 更正原因的位置“[^”]*”' \
        "$work/said" | sort) -)"
}

# What is found of reasons: of one that no notice can print, and of no other.
check_reasons() {
    make_notice <(jq '.corrections = [{ "reason": "甲", "pointer":
            "/expenditure/three_public/reception" },
        { "reason": "乙", "pointer": "/projects/4" },
        { "reason": "丙", "pointer": "/projects/9" },
        { "reason": "丁", "pointer": "/expenditure/three_public/total/final" },
        { "reason": "戊", "pointer": "" },
        { "reason": "己", "pointer": "/projects/4/name" },
        { "reason": "庚", "pointer": "/projects/5/name" },
        { "reason": "辛", "pointer": "/archive/fonds" },
        { "reason": "壬", "pointer": "/expenditure" }]
        | .expenditure.three_public.reception.final = 5.11
        | .archive.fonds = "J013"
        | .projects[4] = { "id": "new", "name": "新项目" }
        | .projects[5] = { "id": "newer", "name": "另一新项目" }' \
        "$work/old.json")
    reasons_are "of reasons that the notice does not print, why it does not" <<'END'
Q016: 更正原因的位置“/projects/9”
Q017: 更正原因的位置“/expenditure/three_public/total/final”
Q018: 更正原因的位置“/projects/4/name”
Q018: 更正原因的位置“/projects/5/name”
Q019: 更正原因的位置“/archive/fonds”
Q019: 更正原因的位置“/expenditure”
END
    jq '.corrections = [{ "reason": "甲", "pointer": "/year" }]' \
        "$work/old.json" >"$work/reason.json"
    "$jixiao" diff --redline "$work/notice" "$work/old.json" \
        "$work/reason.json" >"$work/said" 2>&1
    reasons_are "the same where there is no notice" <<<'Q017: 更正原因的位置“/year”'
}

# Where something stands: by what is numbered there, and by its own name where
# that is a quotation.
check_notice_places() {
    make_notice <(jq '.department.indicators.output.quality[1].measure.relation
            = "=" | .expenditure.public.office.final = 56.84 |
        .expenditure.procurement.final = 341.18' "$work/old.json")
    notice_says "which numbered paragraph quotes a figure" <<'END'
td “（2）质量指标”质量指标“农产品例行监测合格率”年度指标值
td ≥98%
td 98%
END
    notice_says "which figures a paragraph quotes that have one label" <<'END'
td “1.基本支出的主要用途及范围”“办公经费”2024年决算数
td 57.84万元
td 56.84万元
td 附件3
td “1.基本支出的主要用途及范围”“政府采购金额”2024年决算数
END
    notice_says "no reasons where no row has one" <<'END'
th 原填报
th 更正为
td 附件1
END
    make_notice <(jq '.expenditure.three_public.overseas.final = null |
        .projects |= .[1:]' "$work/old.json")
    notice_says "that a value is blank" <<'END'
td “出国经费”2024年决算数
td 0
td （空白）
END
    notice_says "that numbers of items are others now" <<'END'
p 条目的序号因条目增减或次序变动而改变的，不逐项列出。
END
    make_notice "$work/values.json"
    report "the notice says nothing of numbers that are as they were" \
        "$(grep 序号 "$work/notice.txt")"
}

# Rows and attachments that came, went or moved whole.
check_notice_rows() {
    make_notice <(jq '.corrections = [
        { "reason": "已移交", "pointer": "/buildings/0" },
        { "reason": "补报", "pointer": "/department/indicators/benefit/social/1" }]' \
        "$work/rows.json")
    notice_says "which row is gone, if it prints no name, and why" <<'END'
td 楼堂馆所控制情况“农产品检验检测中心业务用房”
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
td 项目支出名称（另有1处）
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
p 示例县新名局
p 日期：
END
    report "the notice has no other day" "$(grep 2025年5月6日 "$work/notice.txt" |
        grep -v '^td')"
    make_notice "$work/values.json" --date 2025-06-09
    notice_says "the day that is given" <<'END'
p 示例县新名局
p 2025年6月9日
END
    "$jixiao" diff --redline "$work/dated" --format pdf --date 2025-06-09 \
        "$work/old.json" "$work/values.json" >"$work/said" 2>&1
    report "its pages are of that day" "$(grep -aq 'CreateDate>2025-06-09<' \
        "$work/dated"/*_更正说明.pdf || tail -n 2 "$work/said")"
}
