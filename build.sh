#!/usr/bin/env bash
# Build jixiao, run its main job, test it; ./build.sh help says more.
set -euo pipefail
cd "$(dirname "$0")"

compile_packages=(
    gcc libc6-dev make pkgconf
    libxml2-dev libxslt1-dev libcjson-dev libpcre2-dev libdeflate-dev
    nettle-dev libharfbuzz-dev libunibreak-dev libssl-dev libmicrohttpd-dev
    libxlsxwriter-dev
)
# Faces of the paged formats: 宋 and 黑, 楷, letters and figures, rare names.
font_packages=(
    fonts-noto-cjk fonts-lxgw-wenkai fonts-liberation fonts-hanazono
)
# 仿宋 is one file of a large package, and is taken out of it alone.
fangsong_package=texlive-lang-chinese
fangsong=build/fonts/FandolFang-Regular.otf
# The tests of Word and HTML, the manual, the other compiler, the bare root.
test_packages=(
    ca-certificates chromium clang debootstrap default-jdk-headless
    desktop-file-utils dpkg-dev fish git groff jq libcunit1-dev
    libpdfbox2-java libreoffice-calc-nogui libreoffice-writer-nogui
    libxml2-utils lintian locales mandoc maven openssl poppler-utils python3
    qpdf shared-mime-info shellcheck strace unzip valgrind xsltproc zsh
)
# What makes and checks Debian packages.
package_packages=(dpkg-dev xz-utils)
# What the program is timed beside, and what that needs; more on request.
peer_packages=(default-jdk-headless git jq libsaxonhe-java unzip)
more_peer_packages=(pandoc python3-docxtpl python3-jinja2 xsltproc zip)
# libFuzzer, the sanitisers of the compiler that has it, and what cuts fonts to
# begin from.
fuzz_packages=(clang libclang-rt-dev libharfbuzz-bin)
node_packages=(nodejs npm)
node_oldest=18

main_job=input/taojiang-hrss-2023.json
install=yes

help() {
    cat <<'END'
Usage: ./build.sh [--no-install] [VERB]

  (none)            install what compiling needs, compile, and make the whole
                    submission of input/taojiang-hrss-2023.json in output/
  compile           make build/jixiao
  test [PART...]    install what tests need too, and run every test, or the
                    parts named (tests/run.sh --list names them)
  install [PREFIX]  program, manual page, library, header and schemas to
                    PREFIX, /usr/local if not given; DESTDIR is put before it
  package           Debian packages of program and library in build/package/
  bench [growth | many [COUNT [FORMATS]] | peers [--all] [--quick] [--units N]]
                    time the program, at the end beside template engines and
                    its own former self; growth: how time and memory grow with
                    each kind of data (some minutes); many: memory, open files
                    and bytes in a run of COUNT sets, 200 if not given; peers:
                    the programs beside it alone, --all with those on request
  fuzz [--seconds N] [TARGET...]
                    attack every harness of tests/fuzz/targets, or those named,
                    for an hour each or N seconds
  clean             remove build/
  help              this text

Packages come from apt, as root or through sudo; --no-install leaves that out.
END
}

say() {
    printf '%s\n' "$*" >&2
}

run() {
    printf '+ %s\n' "$*" >&2
    "$@"
}

# Run with the rights of root, and say how.
run_as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        run "$@"
    elif command -v sudo >/dev/null; then
        run sudo "$@"
    else
        say "This needs root: run it as root, install sudo, or install" \
            "the packages by hand and give --no-install."
        exit 4
    fi
}

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" \
        = installed ]
}

install_packages() {
    local package missing=()

    [ "$install" = yes ] || return 0
    for package; do
        is_installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Installing ${#missing[@]} of Debian's packages: ${missing[*]}"
    run_as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    # Without a terminal dpkg's progress lines are only noise.
    run_as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
        --no-install-recommends -o Dpkg::Use-Pty=0 "${missing[@]}" >/dev/null
}

install_fonts() {
    [ "$install" = yes ] || return 0
    install_packages "${font_packages[@]}"
    [ -f "$fangsong" ] || fetch_fangsong
}

# What cannot be fetched is stood in for, and the program says so.
fetch_fangsong() {
    local work

    work=$(mktemp -d)
    say "Fetching ${fangsong##*/} out of Debian's $fangsong_package"
    if (cd "$work" && apt-get download -qq \
        -o APT::Sandbox::User=root "$fangsong_package" >&2) &&
        dpkg-deb -x "$work"/*.deb "$work"; then
        mkdir -p "${fangsong%/*}"
        find "$work" -name "${fangsong##*/}" -exec cp {} "$fangsong.new" \;
        mv "$fangsong.new" "$fangsong"
    else
        say "It cannot be fetched; another face stands in for 仿宋."
    fi
    rm -rf "$work"
}

has_node() {
    command -v npm >/dev/null &&
        node -e "process.exit(parseInt(process.versions.node) < $node_oldest ? 1 : 0)" \
            2>/dev/null
}

install_node_modules() {
    local lock=tests/package-lock.json mark=tests/node_modules/.installed

    [ "$install" = yes ] || return 0
    has_node || install_packages "${node_packages[@]}"
    if ! cmp -s "$lock" "$mark"; then
        # Not npm ci: where a registry lacks the packages for other systems, the
        # lock cannot name them, and newer versions of npm then refuse it.
        run npm install --no-save --prefix tests --no-progress --loglevel=error
        cp "$lock" "$mark"
    fi
}

# What cannot be had is left out, and the table says so.
bench_peers() {
    local word packages=("${peer_packages[@]}")

    for word; do
        [ "$word" != --all ] || packages+=("${more_peer_packages[@]}")
    done
    (install_packages "${packages[@]}") ||
        say "Packages of the peers cannot be had."
    run node tests/bench/peers.mjs "$@"
}

compile() {
    run make -s -j2 -f pipeline/Makefile program
}

# Findings of rules (1, 2) are about what was filed, and the set is written
# all the same: the program then prints its folder and what became of it.
main_job() {
    local status=0 said

    said=$(run build/jixiao build "$main_job" -o output) || status=$?
    if [ "$status" -gt 2 ] || [ -z "$said" ]; then
        say "The main job failed with exit status $status."
        exit $((status > 0 ? status : 4))
    fi
    printf '%s\n' "$said" "Look at ${said%%: *}/index.html"
}

verbs=()
for word; do
    case $word in
    --no-install) install=no ;;
    --help | -h) verbs=(help) ;;
    *) verbs+=("$word") ;;
    esac
done
set -- "${verbs[@]}"

case ${1-} in
'')
    install_packages "${compile_packages[@]}"
    install_fonts
    compile
    main_job
    ;;
compile)
    install_packages "${compile_packages[@]}"
    compile
    ;;
test)
    install_packages "${compile_packages[@]}" "${test_packages[@]}"
    install_fonts
    install_node_modules
    run tests/run.sh "${@:2}"
    ;;
install)
    install_packages "${compile_packages[@]}"
    run make -s -j2 -f pipeline/Makefile program
    run make -s -f pipeline/Makefile install PREFIX="${2:-/usr/local}"
    ;;
package)
    install_packages "${compile_packages[@]}" "${package_packages[@]}"
    compile
    run make -s -j2 -f pipeline/Makefile library
    run package/deb.sh
    ;;
bench)
    install_packages "${compile_packages[@]}"
    has_node || install_packages "${node_packages[@]}"
    compile
    run make -s -j2 -f pipeline/Makefile bench
    case ${2-} in
    growth)
        [ "${3-}" != --instructions ] || install_packages valgrind
        run node tests/bench/growth.mjs "${@:3}"
        ;;
    many)
        run tests/bench/many.sh "${@:3}"
        ;;
    peers)
        bench_peers "${@:3}"
        ;;
    *)
        run tests/bench/run.sh "${@:2}"
        run tests/bench/paper.sh
        run tests/bench/many.sh
        bench_peers
        ;;
    esac
    ;;
fuzz)
    install_packages "${compile_packages[@]}" "${fuzz_packages[@]}"
    install_fonts
    run tests/fuzz/run.sh "${@:2}"
    ;;
clean)
    run rm -rf build
    ;;
help)
    help
    ;;
*)
    say "There is no verb \"$1\"."
    help >&2
    exit 3
    ;;
esac
