#!/bin/sh
# Writes the lock files anew from pyproject.toml: names, versions and hashes, for every system and Python.
#
# Versions that still fit stay as they are; `make lock UPGRADE=--upgrade` looks for newer ones.
# Hashes say what is fetched, so neither an index nor a path has any business in these files.
set -eu

cd "$(dirname "$0")/.."
tools=build/lock-tools
if [ ! -x "$tools/bin/uv" ]; then
    "${PYTHON:-python3}" -m venv "$tools"
    "$tools/bin/python" -m pip --disable-pip-version-check --quiet install uv
fi

compile() {
    output=$1; shift
    "$tools/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
        --no-annotate --no-emit-index-url --no-emit-find-links ${UPGRADE:-} \
        --group house "$@" pyproject.toml --output-file "$output"
}

compile requirements.lock
# The other two hold the runtime at the same versions, so that adding one changes nothing of the other.
compile requirements-test.lock --extra test --constraint requirements.lock
compile requirements-build.lock --extra build --constraint requirements.lock
