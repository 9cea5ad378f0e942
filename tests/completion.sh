#!/usr/bin/env bash
# What bash, zsh and fish complete command lines with: the real shells are asked.
# Every verb, option and value that they offer is one that the program takes.
set -u
cd "$(dirname "$0")/.." || exit
jixiao=$(realpath "${JIXIAO:-build/jixiao}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. tests/checks.sh

for shell in bash zsh fish; do
    "$jixiao" completion $shell >"$work/$shell"
done
mkdir -p "$work/data/folder" && cd "$work/data" || exit
touch a.json 'b c.json' a.docx a.xlsx a.zip other.txt

ends 3 completion tcsh
check 'another shell is refused' complains 'U077.*bash、zsh、fish'
ends 3 completion
check 'a shell must be named' complains 'U078.*jixiao completion bash'

# asked SHELL LINE: what the shell offers at the end of the line, one a line.
asked_bash() {
    bash --norc --noprofile -c '. "$1"
        compopt() { :; }
        read -ra COMP_WORDS <<<"${2//=/ = }"
        [[ $2 != *" " ]] || COMP_WORDS+=("")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _jixiao
        printf "%s\n" "${COMPREPLY[@]}"' bash "$work/bash" "$1"
}
asked_fish() {
    HOME=$work XDG_CONFIG_HOME=$work fish --no-config -c \
        'source $argv[1]; complete -C $argv[2]' "$work/fish" "$1" | cut -f1
}
# A shell on a terminal of its own: what it has added, each between marks.
asked_zsh() {
    HOME=$work zsh -f "$work/ask.zsh" "$work" "$1"
}
cat >"$work/child.zsh" <<'END'
PS1= LISTMAX=0
unsetopt beep
fpath=($work/functions $fpath)
autoload -U compinit
compinit -u -D
compadd() {
    if [[ ${@[1,(i)(-|--)]} != *-(O|A|D)\ * ]]; then
        local -a found
        builtin compadd -A found "$@"
        print -rl -- ${(Q)found} >>$work/asked
    fi
    builtin compadd "$@"
}
print ready
END
cat >"$work/ask.zsh" <<'END'
zmodload zsh/zpty
zpty ask zsh -f -i
zpty -w ask "work=$1; . $1/child.zsh"
repeat 100; do zpty -r ask line; [[ $line == ready* ]] && break; done
: >$1/asked
zpty -w -n ask "$2"$'\t'
repeat 50; do [[ -s $1/asked ]] && break; sleep 0.1; done
sleep 0.3
zpty -d ask
cat $1/asked
END
mkdir -p "$work/functions" && cp "$work/zsh" "$work/functions/_jixiao"

# offers SHELL LINE WORD...: all of the words, whatever else.
offers() {
    local shell=$1 word

    "asked_$shell" "$2" >"$work/out"
    for word in "${@:3}"; do
        grep -qxF -- "$word" "$work/out" || return 1
    done
}

for shell in bash fish zsh; do
    if ! command -v $shell >/dev/null; then
        echo "skip $shell: it is not installed"
        continue
    fi
    check "$shell completes verbs" offers $shell 'jixiao ' build check watch
    check "$shell completes data files" \
        offers $shell 'jixiao build ' a.json 'b c.json' a.xlsx
    check "$shell completes files of each kind" \
        offers $shell 'jixiao pull ' a.docx a.json
    check "$shell completes archives" offers $shell 'jixiao verify ' a.zip
    check "$shell completes editions" \
        offers $shell 'jixiao new ' hunan-county-2023
    check "$shell completes the edition of an option" \
        offers $shell 'jixiao edit --new ' hunan-county-2023
    check "$shell completes values" \
        offers $shell 'jixiao check --caret ' auto always never
    check "$shell completes formats" offers $shell 'jixiao build --format ' \
        html docx
done
check 'bash offers no other file' [ "$(asked_bash 'jixiao check ' | sort |
    paste -sd '|')" = 'a.json|a.xlsx|b c.json|folder' ]
check 'bash completes behind a sign' \
    [ "$(asked_bash 'jixiao check --caret=al')" = always ]
check 'bash completes a list' [ "$(asked_bash \
    'jixiao build --format html,do')" = html,docx ]
check 'bash knows letters' [ "$(asked_bash 'jixiao build -o f')" = folder ]

# Every option of the help is offered for its verb, and none besides.
verbs() {
    "$jixiao" --help | sed -n 's/^  jixiao \([a-z]*\).*/\1/p'
}
options() {
    "$jixiao" "$1" --help | sed -n 's/^  \(-., \)*\(--[a-z-]*\).*/\2/p' | sort
}
for verb in $(verbs); do
    check "bash has the options of $verb" \
        [ "$(asked_bash "jixiao $verb --" | sort)" = "$(options "$verb")" ]
done
# Of the folder that stands in for what is built in.
mkdir -p "$work/own/schemas/own-2024" "$work/own/schemas/none"
echo '{}' >"$work/own/schemas/own-2024/submission.schema.json"
"$jixiao" completion bash --data-dir "$work/own" >"$work/bash.own"
mv "$work/bash" "$work/bash.built-in"
cp "$work/bash.own" "$work/bash"
check 'editions are those of --data-dir' \
    [ "$(asked_bash 'jixiao new ')" = own-2024 ]
mv "$work/bash.built-in" "$work/bash"
check 'each verb has its own reports' [ "$(asked_bash 'jixiao diff --report ' |
    paste -sd ' '), $(asked_bash 'jixiao check --report ' |
    paste -sd ' ')" = 'text json html patch, text json sarif' ]
# What bash knows as values the program takes: no fault of use names them.
while read -r verb option words; do
    for word in $words; do
        "$jixiao" "$verb" --lang en "$option" "$word" none.json \
            >"$work/out" 2>&1
        check "$verb takes $option $word" says_not \
            'U(009|010|011|029|075)|no PDF'
    done
done < <(sed -n "s/^    options\['\([a-z]*\) \(--[a-z-]*\)'\]='\(words\|list\) \(.*\)'/\1 \2 \4/p" \
    "$work/bash" | grep -v -e --new)
exit $failed
