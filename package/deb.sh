#!/usr/bin/env bash
# Make the Debian packages in build/package: jixiao, the program with all that it
# needs; libjixiao0, the library; libjixiao-dev, to compile others with it.  The
# program is made before, by ./build.sh package.
#
# The same sources give the same bytes in any folder: SOURCE_DATE_EPOCH dates all
# files, and is the date of the newest entry of package/changelog where it is not
# set.
set -euo pipefail
cd "$(dirname "$0")/.."
umask 022
export LC_ALL=C.UTF-8 TZ=UTC
out=build/package
root=$out/root
version=$(dpkg-parsechangelog -l package/changelog -SVersion)
stamp=$(dpkg-parsechangelog -l package/changelog -STimestamp)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$stamp}
triplet=$(dpkg-architecture -qDEB_HOST_MULTIARCH)
machine=$(dpkg-architecture -qDEB_HOST_ARCH)
lib=usr/lib/$triplet

if ! grep -q "JIXIAO_VERSION \"$version\"" pipeline/jixiao.h; then
    echo "package/changelog has another version than pipeline/jixiao.h" >&2
    exit 4
fi

# Which package a file of the installation belongs to.
package_of() {
    case $1 in
    "$lib"/*.so.*) echo libjixiao0 ;;
    "$lib"/* | usr/include/*) echo libjixiao-dev ;;
    *) echo jixiao ;;
    esac
}

# Libraries that are opened when they are needed, which no file names.
opened_late='libharfbuzz0b, libharfbuzz-subset0, libmicrohttpd12, libssl3'
opened_late="$opened_late, libxlsxwriter4, libxslt1.1"
# What jixiao.pc requires, be it only of those who link with the archive.
named_in_pc='libxml2-dev, libxslt1-dev, libcjson-dev, libpcre2-dev'
named_in_pc="$named_in_pc, libdeflate-dev, nettle-dev, libunibreak-dev"
fonts='fonts-noto-cjk, fonts-lxgw-wenkai, fonts-liberation, fonts-hanazono'

# What the libraries that a file is linked with are called.
linked_with() {
    local work=$out/shlibdeps

    mkdir -p "$work/debian"
    printf 'Source: jixiao\n\nPackage: jixiao\nArchitecture: any\n' \
        >"$work/debian/control"
    (cd "$work" && dpkg-shlibdeps -O -e "../../../$1" 2>/dev/null) |
        sed 's/^shlibs:Depends=//'
}

# The fields in which the packages differ.
fields_of() {
    case $1 in
    jixiao)
        cat <<END
Section: text
Depends: $(linked_with "$root/usr/bin/jixiao"), $opened_late
Recommends: $fonts
Suggests: texlive-lang-chinese
Description: yearly self-evaluation of a department's spending
 One JSON data file becomes the official tables and reports of a Chinese county
 department, 附件1 to 附件5, as HTML, Word documents and PDF, checked by rules.
 .
 部门整体支出绩效自评：每个数字只在一个数据文件里写一次，附件1至附件5由它生成，
 前后不一致、该填未填的地方在报送之前逐条指出。
END
        ;;
    libjixiao0)
        cat <<END
Section: libs
Multi-Arch: same
Depends: $(linked_with "$root/$lib/libjixiao.so.$version"), $opened_late
Recommends: $fonts
Description: yearly self-evaluation of a department's spending - library
 The library of jixiao(1): from the bytes of a data file to tables and reports
 in memory or in a folder.
END
        ;;
    libjixiao-dev)
        cat <<END
Section: libdevel
Multi-Arch: same
Depends: libjixiao0 (= $version), $named_in_pc
Description: yearly self-evaluation of a department's spending - development
 Header, static library and jixiao.pc of the library of jixiao(1).
END
        ;;
    esac
}

# write_control NAME FOLDER: all of DEBIAN/.
write_control() {
    local name=$1 folder=$2 kilobytes

    mkdir -p "$folder/DEBIAN"
    kilobytes=$(find "$folder/usr" -type f -printf '%s\n' |
        awk '{ sum += int(($1 + 1023) / 1024) } END { print sum }')
    cat >"$folder/DEBIAN/control" <<END
Package: $name
Source: jixiao
Version: $version
Architecture: $machine
Maintainer: Jixiao maintainers <maintainers@jixiao.invalid>
Installed-Size: $kilobytes
Priority: optional
$(fields_of "$name")
END
    (cd "$folder" && find usr -type f -print0 | sort -z | xargs -0 md5sum) \
        >"$folder/DEBIAN/md5sums"
    if [ "$name" = libjixiao0 ]; then
        echo "libjixiao 0 libjixiao0 (>= $version)" >"$folder/DEBIAN/shlibs"
        echo 'activate-noawait ldconfig' >"$folder/DEBIAN/triggers"
    fi
}

# Without what only a debugger reads: folders are in it.  Manual pages as Debian
# has them.
lay_out() {
    rm -rf "$out"
    mkdir -p "$out"
    make -s -f pipeline/Makefile install DESTDIR="$root" PREFIX=/usr \
        LIBDIR="/$lib" ZSH=zsh/vendor-completions fonts= >/dev/null
    strip --remove-section=.comment --remove-section=.note \
        "$root/usr/bin/jixiao" "$root/$lib"/libjixiao.so.*.*
    strip --strip-debug --enable-deterministic-archives "$root/$lib"/*.a
    find "$root/usr/share/man" -type f -exec gzip -9n {} +
}

write_package() {
    local name=$1 folder=$out/$1 file doc

    doc=$folder/usr/share/doc/$name
    mkdir -p "$doc"
    cp package/copyright "$doc/"
    gzip -9nc package/changelog >"$doc/changelog.gz"
    while IFS= read -r file; do
        [ "$(package_of "$file")" = "$name" ] || continue
        mkdir -p "$folder/${file%/*}"
        cp -a "$root/$file" "$folder/$file"
    done < <(cd "$root" && find usr ! -type d)
    write_control "$name" "$folder"
    dpkg-deb --build --root-owner-group -Zxz "$folder" "$out" >/dev/null
    echo "$out/${name}_${version}_$machine.deb"
}

lay_out
for name in jixiao libjixiao0 libjixiao-dev; do
    write_package $name
done
rm -rf "$out/shlibdeps"
