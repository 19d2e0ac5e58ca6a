#!/usr/bin/env bash
# Installs from Debian what the judges need and this machine hasn't. Without root or apt it leaves things as they are:
# the judges then say what they miss, and with --require-all they fail.
set -euo pipefail

packages=(
  chromium curl default-jdk-headless golang-go golang-github-mmcdole-gofeed-dev gzip jing librome-java
  libslf4j-java libxml2-utils newsboat python3-feedparser ruby sfeed varnish
)

missing=()
for package in "${packages[@]}"; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "Judges: not installed, for want of root and apt-get: ${missing[*]}"
  exit 0
fi

export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
  tail -n 20 "$log"
  exit 1
fi
