# Sets up what ./run and ./test need. They source it with $here (the checkout) set and call
# `set_up run` or `set_up test`. It says what it installs, does nothing the second time, and
# leaves a stamp only when everything went well.
# shellcheck shell=sh disable=SC2154

venv=$here/.venv

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "aleppomap: $*"
    exit 2
}

# As root or through sudo; the words after the first are what the user is asked to run otherwise.
install_debian() {
    command -v apt-get >/dev/null 2>&1 ||
        stop "please install $* (this machine has no apt-get, so it cannot be done here)."
    if [ "$(id -u)" = 0 ]; then
        root=
    elif command -v sudo >/dev/null 2>&1; then
        root=sudo
    else
        stop "needs root once, and there is no sudo: please have somebody run 'apt-get install $*'."
    fi
    say "Installing from Debian: $*"
    # shellcheck disable=SC2086 # $root is empty or one word
    { $root apt-get update -q && $root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "$@"; } </dev/null >"$here/.cache/apt.log" 2>&1 ||
        { tail -n 5 "$here/.cache/apt.log" >&2; stop "Debian did not install $* (the lines above say why)."; }
}

# Prints two lines: the first Python that is new enough, and what tells it from another one.
find_python() {
    for name in python3 python3.11 python3.12 python3.13 python3.14 python3.15; do
        "$name" -c '
import sys
if sys.version_info < (3, 11): sys.exit(1)
print(getattr(sys, "_base_executable", sys.executable))
print(sys.base_prefix, sys.version.split()[0])' 2>/dev/null && return
    done
    return 1
}

set_up() (
    want=$1
    mkdir -p "$here/.cache"
    exec 9>"$here/.cache/set-up.lock"
    flock 9 2>/dev/null || true # two set-ups at once would write into each other's .venv

    found=$(find_python) || {
        install_debian python3 python3-venv
        found=$(find_python) ||
            stop "needs Python 3.11 or newer (as python3 or python3.11 and up) and found none."
    }
    python=$(printf '%s\n' "$found" | head -n 1)
    base="$found $here"
    files=$(cat "$here/pyproject.toml" "$here/constraints.txt" "$here/.ci/setup.sh" | cksum)
    stamp=$venv/set-up-for-$want

    if [ "$want" = test ]; then
        set --
        command -v chromium >/dev/null 2>&1 || set -- "$@" chromium
        command -v fc-list >/dev/null 2>&1 && fc-list :lang=ar 2>/dev/null | grep -q . ||
            set -- "$@" fontconfig fonts-noto-core
        # what drives Chromium (the node inside the package playwright) is linked with it
        [ -n "$(ls /usr/lib/*/libatomic.so.1 /usr/lib*/libatomic.so.1 2>/dev/null)" ] ||
            set -- "$@" libatomic1
        # the services that some tests start: Spark runs on Java, libraries lie on PostgreSQL
        command -v java >/dev/null 2>&1 || set -- "$@" default-jre-headless
        ls /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1 ||
            set -- "$@" postgresql postgresql-postgis
        [ $# = 0 ] || install_debian "$@"
    fi
    [ "$(cat "$stamp" 2>/dev/null)" = "$base $files" ] && exit 0

    rm -f "$stamp"
    if [ "$(cat "$venv/made-by" 2>/dev/null)" != "$base" ]; then
        make_venv
        printf '%s\n' "$base" >"$venv/made-by"
    fi
    install_python
    printf '%s\n' "$base $files" >"$stamp"
    say "Set up. The next start skips this."
)

make_venv() {
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        install_debian "python$version-venv"
    fi
    say "Making a Python environment in .venv ($("$python" -V))"
    "$python" -m venv --clear "$venv" || stop "could not make $venv (the lines above say why)."
}

install_python() {
    what=.
    group=
    [ "$want" = run ] || { what='.[postgres,dask,spark]'; group="--group dev"; }
    say "Installing the pinned Python packages into .venv (a minute or two the first time)"
    pip() { "$venv/bin/python" -m pip --disable-pip-version-check --quiet "$@"; }
    # Builds, too, use the pinned versions; the newer pip knows dependency groups.
    {
        pip install --constraint "$here/constraints.txt" pip hatchling editables &&
            cd "$here" &&
            pip install --constraint constraints.txt --no-build-isolation --editable "$what" $group
    } || stop "pip could not install the packages (the lines above say why); the next start tries again."
}
