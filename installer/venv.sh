#!/bin/sh
# Prepares .venv from a lock file, and this checkout in it: venv.sh requirements.lock
#
# Honours PYTHON. The Makefile calls it when the lock, pyproject.toml or the place of the checkout has changed.
set -eu

cd "$(dirname "$0")/.."
lock=$1
here=$(pwd -P)

fits() {
    # 3.11 or newer, and able to make an environment with pip in it
    "$1" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for candidate in ${PYTHON:-python3.11 python3.12 python3.13 python3.14 python3}; do
        if fits "$candidate"; then echo "$candidate"; return; fi
    done
    echo "fsdesk needs Python 3.11 or newer with venv${PYTHON:+, and $PYTHON is not that}; on Debian: sudo apt-get install -y python3-venv" >&2
    exit 1
}

# Two calls at once would write over each other.
if command -v flock >/dev/null 2>&1 && [ "${FSDESK_VENV_LOCKED:-}" != yes ]; then
    mkdir -p build
    FSDESK_VENV_LOCKED=yes exec flock build/venv.flock sh "$0" "$@"
fi

# An environment knows its own place: one that was copied or moved here, or lost its Python, is made anew.
if [ "$(cat .venv/made-in 2>/dev/null)" != "$here" ] || ! .venv/bin/python -c '' 2>/dev/null; then
    python=$(find_python)
    echo "Preparing .venv with $("$python" --version): the first time it fetches about 150 MB."
    rm -rf .venv
    "$python" -m venv .venv
    printf '%s\n' "$here" > .venv/made-in
fi

pip() { .venv/bin/python -m pip --disable-pip-version-check --quiet "$@"; }
pip install --require-hashes --requirement "$lock"
pip install --no-deps --no-build-isolation --editable .
