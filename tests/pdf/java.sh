# shellcheck shell=bash
# Sourced by tests of formats: what is written in Java.  It comes from Maven
# Central into build/java once; what cannot be had is said, with why.
#
# shellcheck disable=SC2034
java_jars=build/java
java_why=

# maven_run WHAT GOAL OPTION...: false where it fails, and java_why says why.
maven_run() {
    [ -z "$java_why" ] || return 1
    if ! command -v mvn >/dev/null || ! command -v java >/dev/null; then
        java_why='there is no maven or no java'
        return 1
    fi
    timeout 300 mvn -q -B "${@:2}" >"$java_jars.log" 2>&1 && return 0
    java_why="Maven Central does not give $1: $(
        grep -m 1 ERROR "$java_jars.log" | cut -c 1-200)"
    return 1
}

# java_fetch GROUP ARTIFACT VERSION: the jar as build/java/ARTIFACT.jar.
java_fetch() {
    [ ! -e "$java_jars/$2.jar" ] || return 0
    maven_run "$2 $3" dependency:copy -Dartifact="$1:$2:$3" \
        -DoutputDirectory="$PWD/$java_jars" -Dmdep.stripVersion=true
}

# java_fetch_all GROUP ARTIFACT VERSION: with all that it stands on, as
# build/java/ARTIFACT/*.jar.
java_fetch_all() {
    local pom=$java_jars/$2/pom.xml

    [ ! -e "$java_jars/$2/whole" ] || return 0
    mkdir -p "$java_jars/$2"
    cat >"$pom" <<END
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>jixiao.tests</groupId><artifactId>$2</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>$1</groupId><artifactId>$2</artifactId><version>$3</version>
    </dependency>
  </dependencies>
</project>
END
    maven_run "$2 $3" -f "$pom" dependency:copy-dependencies \
        -DincludeScope=runtime -DoutputDirectory="$PWD/$java_jars/$2" &&
        : >"$java_jars/$2/whole"
}

# verapdf_fetch: false where it cannot be had.
verapdf_fetch() {
    java_fetch org.verapdf.apps greenfield-apps 1.28.2
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
