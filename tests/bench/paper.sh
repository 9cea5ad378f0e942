#!/usr/bin/env bash
# Time what draws pages, as ratios in one run: a set's PDF files against its
# Word files, one attachment likewise, the memory of one worker, and pages a
# second of the processor beside other programs:
#
#   tests/bench/paper.sh [COPIES [FILE]]
#
# LibreOffice turns the set's Word files into PDF, WeasyPrint its HTML files,
# Typst draws the table of ../shared/bench-peers; these two come from PyPI into
# build/peers.  FOP, from Maven Central, draws that table, too.  What cannot be
# had is said.
set -u
cd "$(dirname "$0")/../.." || exit
copies=${1:-20}
input=${2:-input/taojiang-hrss-2023.json}
jixiao=${JIXIAO:-build/jixiao}
measure=${MEASURE:-build/bench/measure}
peers=$PWD/build/peers
tables=$PWD/../shared/bench-peers
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TMPDIR=$work

mkdir "$work/copies"
for ((i = 1; i <= copies; i++)); do
    sed "0,/\"name\": *\"/s//&$i号/" "$input" >"$work/copies/$i.json"
done

# took COMMAND...: "MILLISECONDS KILOBYTES", the least of three runs; nothing
# where it fails.
took() {
    for _ in $(seq "${RUNS:-3}"); do
        rm -rf "$work/out" "$work/set"
        "$measure" 300 "$@"
    done | awk '$1 <= 2 && (!n++ || $2 < time) { time = $2; memory = $3 }
        END { if (n) print time, memory }'
}

build() {
    took "$jixiao" build "${@:2}" --format "$1" -o "$work/set"
}

pages_in() {
    find "$1" -name '*.pdf' -exec pdfinfo {} \; 2>/dev/null |
        awk '/^Pages:/ { sum += $2 } END { print sum + 0 }'
}

# ratio NAME MILLISECONDS MILLISECONDS_OF_WORD WHAT [MOST]
ratio() {
    awk -v name="$1" -v a="$2" -v b="$3" -v what="$4" -v most="${5-}" 'BEGIN {
        printf "%-36s %9.1f ms %7.2f × %s%s\n", name, a, a / b, what,
            most == "" ? "" : " (the limit is " most ")" }'
}

read -r docx _ < <(build docx "$work"/copies/*)
read -r pdf memory < <(build pdf "$work"/copies/*)
pages=$(pages_in "$work/set")
ratio "$copies sets, Word" "$docx" "$docx" 'their Word files'
ratio "$copies sets, PDF" "$pdf" "$docx" 'their Word files' 1
read -r docx _ < <(build docx --only 附件1 "$input")
read -r one _ < <(build pdf --only 附件1 "$input")
ratio 'one attachment from the start, PDF' "$one" "$docx" 'its Word file' 2
awk -v kb="$memory" 'BEGIN {
    printf "%-36s %9.1f MB (the limit is 64)\n", "memory of one worker",
        kb / 1024 }'

# What the checks take, too, since the program makes them in every run.
read -r first _ < <(build pdf "$work/copies/1.json")
first_pages=$(pages_in "$work/set")
rate=$(awk -v t="$pdf" -v f="$first" -v p="$pages" -v q="$first_pages" \
    'BEGIN { print 1e3 * (p - q) / (t - f) }')
printf '\n%-14s %18s %14s\n' '' 'pages a CPU second' 'jixiao is'
printf '%-14s %18.1f\n' jixiao "$rate"

# tell NAME MILLISECONDS FOLDER: what the PDF files in the folder took.
tell() {
    awk -v name="$1" -v t="$2" -v p="$(pages_in "$3")" -v own="$rate" \
        'BEGIN { rate = 1e3 * p / t
            printf "%-14s %18.1f %12.1f ×\n", name, rate, own / rate }'
}

# peer NAME FOLDER COMMAND...: PDF files go to the folder.
peer() {
    local time memory

    read -r time memory < <(took "${@:3}")
    if [ -z "${time-}" ] || [ "$(pages_in "$2")" = 0 ]; then
        echo "skip $1: it fails here"
        return
    fi
    tell "$1" "$time" "$2"
}

mkdir "$work/peers"
"$jixiao" build --format html,docx -o "$work/peers" "$input" \
    >"$work/said" 2>&1
if command -v soffice >/dev/null; then
    # 5 sets in one process, as an office that begins once.
    mkdir "$work/words"
    for i in 1 2 3 4 5; do
        for file in "$work"/peers/*/*.docx; do
            cp "$file" "$work/words/$i${file##*/}"
        done
    done
    peer LibreOffice "$work/out" soffice \
        "-env:UserInstallation=file://$work/office" --headless \
        --convert-to pdf --outdir "$work/out" "$work"/words/*.docx
else
    echo 'skip LibreOffice: it is not installed'
fi

if [ ! -x "$peers/bin/weasyprint" ]; then
    { python3 -m venv "$peers" &&
        "$peers/bin/pip" -q install typst weasyprint; } >"$work/said" 2>&1 ||
        echo "skip WeasyPrint, Typst: PyPI: $(tail -n 1 "$work/said")"
fi
if [ -x "$peers/bin/weasyprint" ]; then
    page=$(echo "$work"/peers/*/*附件1*.html)
    cat >"$work/weasy.py" <<'END'
import os, sys
from weasyprint import HTML
os.makedirs(sys.argv[2])
for i in range(2):
    HTML(sys.argv[1]).write_pdf(f"{sys.argv[2]}/{i}.pdf")
END
    peer WeasyPrint "$work/out" "$peers/bin/python" "$work/weasy.py" \
        "$page" "$work/out"
fi
if [ ! -e "$tables/tpl/main.typ" ]; then
    echo 'skip Typst: its table is in ../shared/bench-peers'
elif [ -x "$peers/bin/python" ]; then
    mkdir -p "$work/typst/tpl"
    cp "$tables/data.json" "$work/typst"
    cp "$tables/tpl/main.typ" "$work/typst/tpl"
    cat >"$work/typ.py" <<'END'
import os, sys, typst
os.makedirs(sys.argv[2])
root = sys.argv[1]
with open(f"{root}/tpl/main.typ") as file:
    text = file.read()
# One word changes each time, so that no earlier layout is used again.
for i in range(20):
    with open(f"{root}/tpl/{i}.typ", "w") as file:
        file.write(text.replace("签字：", f"签字：{i}"))
    typst.compile(f"{root}/tpl/{i}.typ", output=f"{sys.argv[2]}/{i}.pdf",
                  root=root, pdf_standards=["a-2b"])
END
    peer Typst "$work/out" "$peers/bin/python" "$work/typ.py" \
        "$work/typst" "$work/out"
fi
# FOP draws the same table.  It runs in one process as the others do, and says
# itself what its pages took once Java had warmed up.
fop() {
    local font cpu

    font=$(find /usr/share/fonts -name LXGWWenKai-Regular.ttf | head -n 1)
    cat >"$work/fop.xconf" <<END
<fop version="1.0"><renderers><renderer mime="application/pdf"><fonts>
  <font embed-url="file://$font">
    <font-triplet name="Noto Serif CJK SC" style="normal" weight="normal"/>
    <font-triplet name="Noto Serif CJK SC" style="normal" weight="bold"/>
  </font>
</fonts></renderer></renderers></fop>
END
    gcc -o "$work/json2xml" "$tables/src/json2xml.c" -lcjson &&
        "$work/json2xml" <"$tables/data.json" >"$work/data.xml" &&
        cpu=$(java -cp "$java_jars/fop/*" "$tables/src/FopBench.java" \
            "$work/fop.xconf" "$tables/tpl/fo.xsl" "$work/data.xml" 10 \
            "$work/fop" 2>"$work/said" | sed 's/.*"cpu":\([0-9.]*\).*/\1/')
    if [ -z "${cpu-}" ] || [ "$(pages_in "$work/fop")" = 0 ]; then
        echo "skip FOP: it fails here: $(grep -m 1 . "$work/said")"
        return
    fi
    tell FOP "$(awk -v s="$cpu" 'BEGIN { print 1e3 * s }')" "$work/fop"
}

. tests/pdf/java.sh
if [ ! -e "$tables/tpl/fo.xsl" ]; then
    echo 'skip FOP: its table is in ../shared/bench-peers'
elif java_fetch_all org.apache.xmlgraphics fop 2.10; then
    fop
else
    echo "skip FOP: $java_why"
fi
