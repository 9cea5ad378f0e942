# shellcheck shell=bash
# Sourced by parts of the tests that need a bare Debian 12: a folder that
# debootstrap has filled with nothing but a shell and git, and a copy of it for
# each part.  $root is the copy's, $log a file; $asked is what the part is about.
# The way to the package registries is this machine's: its sources of apt, its
# proxies and its certificates.
#
# shellcheck disable=SC2154
release=bookworm
base=$PWD/build/bare-root/base
passed_on=(http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY
    NODE_EXTRA_CA_CERTS SSL_CERT_FILE)

skip() {
    echo "skip $asked in a bare Debian 12: $1"
    exit 0
}

die() {
    echo "not ok $1"
    exit 1
}

# The mounts live in a namespace of their own and end with the script, which
# this begins anew in it.
enter_namespace() {
    if [ "${BARE_ROOT-}" != mounted ]; then
        [ -z "${BARE_ROOT-}" ] || skip 'this is one'
        [ "$(id -u)" -eq 0 ] || skip 'it needs root'
        command -v debootstrap >/dev/null || skip 'debootstrap is not installed'
        unshare --mount true 2>/dev/null || skip 'no right to mount'
        exec env BARE_ROOT=mounted unshare --mount "$0" "$@"
    fi
}

# This machine's sources of Debian itself: "deb URI SUITE COMPONENT".
apt_sources() {
    apt-get indextargets --format \
        '$(ORIGIN) deb $(REPO_URI) $(RELEASE) $(COMPONENT)' \
        'Created-By: Packages' 2>/dev/null |
        sed -n 's/^Debian //p' | grep " $release" | sort -u
}

make_base() {
    local sources mirror

    sources=$(apt_sources)
    mirror=$(awk -v suite=$release '$3 == suite { print $2; exit }' \
        <<<"$sources")
    rm -rf "$base"
    mkdir -p "$base"
    debootstrap --variant=minbase --include=git $release "$base" \
        ${mirror:+"$mirror"} || return
    [ -z "$sources" ] || echo "$sources" >"$base/etc/apt/sources.list"
    : >"$base/.complete"
}

# Unless it is there; another part may be making it.
have_base() {
    mkdir -p "${base%/*}"
    (
        flock 9
        [ -e "$base/.complete" ] || make_base
    ) 9>"${base%/*}/lock"
}

# What this machine needs to reach the registries, the bare one needs too.
copy_network() {
    local name file

    cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
    apt-config dump Acquire | grep -E '^Acquire::(http|https|ftp|Check)' \
        >"$root/etc/apt/apt.conf.d/90network"
    cp -r /etc/apt/auth.conf.d "$root/etc/apt/" 2>/dev/null
    mkdir -p "$root/usr/local/share/ca-certificates"
    cp -r /usr/local/share/ca-certificates/. \
        "$root/usr/local/share/ca-certificates/"
    : >"$root/environment"
    for name in "${passed_on[@]}"; do
        [ -n "${!name-}" ] && echo "export $name='${!name}'"
    done >>"$root/environment"
    if command -v npm >/dev/null; then
        echo "export npm_config_registry='$(npm config get registry)'"
    fi >>"$root/environment"
    for file in "${NODE_EXTRA_CA_CERTS-}" "${SSL_CERT_FILE-}"; do
        if [ -f "$file" ] && [ ! -e "$root$file" ]; then
            mkdir -p "$root$(dirname "$file")"
            cp -L "$file" "$root$file"
        fi
    done
}

mount_all() {
    mount -t proc proc "$root/proc" &&
        mount --rbind /dev "$root/dev" &&
        mount --rbind /sys "$root/sys" &&
        mount -t tmpfs tmpfs "$root/tmp"
}

# A copy of the bare system, with its mounts.
lay_out_root() {
    have_base || return
    rm -rf --one-file-system "$root"
    cp -a "$base" "$root" || return
    copy_network
    mount_all
}

# Run a command of the newcomer, in the clone, with nothing of this machine's
# environment but the way to the registries.
in_root() {
    env -i BARE_ROOT=inside HOME=/root TERM=dumb LANG=C.UTF-8 \
        PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        chroot "$root" sh -c '. /environment; cd /home/main; exec "$@"' sh "$@"
}

try() {
    local name=$1 status=0

    shift
    in_root "$@" >>"$log" 2>&1 </dev/null || status=$?
    if [ $status -eq 0 ]; then
        echo "ok $name"
    else
        tail -n 40 "$log" | sed 's/^/    /'
        die "$name: exit status $status"
    fi
}
