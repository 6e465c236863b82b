#!/bin/sh
# Runs a test in a D-Bus session of its own, with or without a keyring, and with a home of its own, so that neither the
# keychain of the person who runs it nor any of their files is touched.
#   run_with_keyring.sh unlocked TEST [ARGUMENT...]   a real gnome-keyring, unlocked
#   run_with_keyring.sh none TEST [ARGUMENT...]       no D-Bus at all
# Exit code 77 (skipped) when the programs for a keyring are not installed.
set -eu

mode=$1
shift
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT INT TERM
export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" XDG_CACHE_HOME="$home/cache"
export XDG_RUNTIME_DIR="$home/run"
mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_CACHE_HOME"
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset DISPLAY WAYLAND_DISPLAY GNOME_KEYRING_CONTROL SSH_AUTH_SOCK DBUS_SESSION_BUS_ADDRESS XDG_CURRENT_DESKTOP
unset KDE_FULL_SESSION KDE_SESSION_VERSION DESKTOP_SESSION

case $mode in
none)
    DBUS_SESSION_BUS_ADDRESS="unix:path=$home/run/no-bus" "$@"
    ;;
unlocked)
    command -v dbus-run-session >/dev/null && command -v gnome-keyring-daemon >/dev/null || exit 77
    # shellcheck disable=SC2016 # the inner shell expands its own arguments
    dbus-run-session -- sh -c \
        'printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$@"' sh "$@"
    ;;
esac
