# shellcheck shell=bash
# Sourced by pdf.sh: the validators that are written in Java.  They come from
# Maven Central into build/java once; what cannot be had is said, with why.
#
# shellcheck disable=SC2034
java_jars=build/java
java_why=

# java_fetch GROUP ARTIFACT VERSION: the jar as build/java/ARTIFACT.jar.
java_fetch() {
    [ -z "$java_why" ] || return 1
    [ ! -e "$java_jars/$2.jar" ] || return 0
    if ! command -v mvn >/dev/null || ! command -v java >/dev/null; then
        java_why='there is no maven or no java'
        return 1
    fi
    timeout 300 mvn -q -B dependency:copy -Dartifact="$1:$2:$3" \
        -DoutputDirectory="$PWD/$java_jars" -Dmdep.stripVersion=true \
        >"$java_jars.log" 2>&1 && [ -e "$java_jars/$2.jar" ] && return 0
    java_why="Maven Central does not give $2 $3: $(
        grep -m 1 ERROR "$java_jars.log" | cut -c 1-200)"
    return 1
}

# verapdf FLAVOUR FILE...: "PASS FILE" or "FAIL FILE" for each.
verapdf() {
    java -cp "$java_jars/greenfield-apps.jar" \
        org.verapdf.apps.GreenfieldCliWrapper --format text -f "$1" \
        "${@:2}" 2>/dev/null
}

# Debian has PDFBox, but not all that its preflight stands on.
preflight() {
    local name path=$java_jars/jaxb-api.jar:$java_jars/javax.activation-api.jar

    for name in pdfbox2 preflight xmpbox fontbox2 commons-logging; do
        path+=:/usr/share/java/$name.jar
    done
    java -cp "$path" org.apache.pdfbox.preflight.Validator_A1b "$1" 2>&1
}
