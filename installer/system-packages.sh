#!/bin/sh
# Sees that the system packages of the named sections are there: system-packages.sh window test
#
# As root on Debian or Ubuntu the missing ones are installed; otherwise they are named in one line to paste.
# Either way the caller goes on: what needs a missing package says so itself. Silent when nothing is missing.
set -eu

list="$(dirname "$0")/debian-packages.txt"

# One line for each package of the wanted sections; "old | new" stays together.
wanted() {
    awk -v sections=" $* " '
        /^\[/          { name = $0; gsub(/[][]/, "", name); on = index(sections, " " name " "); next }
        on && /^[a-z]/ { print }
    ' "$list"
}

# What dpkg has installed of the words it is given, each on a line and without its architecture.
installed() {
    # shellcheck disable=SC2016  # the fields are dpkg-query's, not the shell's
    dpkg-query -W -f='${db:Status-Abbrev} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^.i  *//p'
}

missing() {
    wanted "$@" | awk -v have=" $have " '
        { found = 0; n = split($0, names, / *\| */)
          for (i = 1; i <= n; i++) if (index(have, " " names[i] " ")) found = 1
          if (!found) print }
    '
}

# The first name of a line that this release knows; the first one where nobody can say.
known() {
    while IFS= read -r line; do
        choice=${line%% *}
        for name in $(printf '%s' "$line" | tr '|' ' '); do
            if apt-cache show "$name" >/dev/null 2>&1; then choice=$name; break; fi
        done
        printf '%s\n' "$choice"
    done | paste -s -d ' ' -
}

if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "This is no Debian: see $list for the system libraries and tools that are used." >&2
    exit 0
fi

# shellcheck disable=SC2046  # one word for each package is what is meant
have=$(installed $(wanted "$@" | tr '|' ' ') | tr '\n' ' ')
lacking=$(missing "$@")
[ -n "$lacking" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing system packages for: $*"
    export DEBIAN_FRONTEND=noninteractive
    if apt-get update -qq && apt-get install -y -qq --no-install-recommends \
        $(printf '%s\n' "$lacking" | known) >/dev/null; then
        exit 0
    fi
    echo "They could not be installed just now." >&2
fi
echo "System packages are missing; paste: sudo apt-get install -y $(printf '%s\n' "$lacking" | known)" >&2
