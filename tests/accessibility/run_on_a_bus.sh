#!/bin/sh
# Runs a test on a display and a D-Bus session of its own, with the accessibility bus that screen readers use, and with a
# home of its own, so that neither the person's desktop nor their files are touched.
#   run_on_a_bus.sh TEST [ARGUMENT...]
# Exit code 77 (skipped) when Xvfb, dbus-run-session or at-spi2-core is not installed.
set -eu

for program in Xvfb dbus-run-session; do
    command -v "$program" >/dev/null || { echo "$program is not installed: ./dev setup test"; exit 77; }
done
[ -f /usr/share/dbus-1/services/org.a11y.Bus.service ] || { echo "at-spi2-core is not installed: ./dev setup test"; exit 77; }

home=$(mktemp -d)
display_server=
cleanup() {
    [ -z "$display_server" ] || kill "$display_server" 2>/dev/null || true
    rm -rf "$home"
}
trap cleanup EXIT INT TERM
export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" XDG_CACHE_HOME="$home/cache"
export XDG_RUNTIME_DIR="$home/run"
mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_CACHE_HOME"
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS XDG_CURRENT_DESKTOP

# The server itself chooses a free display and writes its number once it can be reached.
mkfifo "$home/display"
Xvfb -displayfd 3 -screen 0 1400x1000x24 -nolisten tcp 3>"$home/display" 2>/dev/null &
display_server=$!
read -r number <"$home/display"
export DISPLAY=":$number"
export QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 LC_ALL=C.UTF-8 TZ=UTC
dbus-run-session -- "$@"
