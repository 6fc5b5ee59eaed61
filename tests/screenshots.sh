#!/usr/bin/env bash
# Pictures of SVG or HTML files at 360, 800 and 1,600 pixels, light and dark, and of HTML in print: tests/screenshots.sh OUT FILE...
# The charts of the test gallery: CXKPI_GALLERY=/tmp/gallery dotnet test tests/CxKpi.Tests --filter Gallery_IsWritten; tests/screenshots.sh /tmp/pictures /tmp/gallery/*.svg
set -euo pipefail

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$browser" ]; then
    echo "no Chromium here: no pictures" >&2
    exit 0
fi
if [ $# -lt 2 ]; then
    echo "usage: $0 OUT FILE..." >&2
    exit 2
fi

mkdir -p "$1"
out=$(cd "$1" && pwd)
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

shoot() { # name width page flags...
    local name=$1 width=$2 page=$3
    shift 3
    "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/profile" "$@" \
        --window-size="$width,${HEIGHT:-1400}" --screenshot="$out/$name-$width.png" "file://$page" 2>/dev/null >&2
    echo "$out/$name-$width.png"
}

for file in "$@"; do
    path=$(cd "$(dirname "$file")" && pwd)/$(basename "$file")
    name=$(basename "${file%.*}")
    case "$file" in
        *.svg)
            # A chart brings its own background; the page shows it as an image that shrinks, as reports do.
            case "$name" in *dark*) back=#000 ;; *) back=#eee ;; esac
            printf '<!doctype html><body style="margin:8px;background:%s"><img style="max-width:100%%" src="file://%s">' "$back" "$path" > "$work/page.html"
            for width in ${WIDTHS:-360 800 1600}; do shoot "$name" "$width" "$work/page.html"; done
            ;;
        *)
            for width in ${WIDTHS:-360 800 1600}; do
                shoot "$name-light" "$width" "$path"
                shoot "$name-dark" "$width" "$path" --blink-settings=preferredColorScheme=0 --force-dark-mode
            done
            "$browser" --headless --no-sandbox --disable-gpu --user-data-dir="$work/profile" --print-to-pdf="$out/$name.pdf" --no-pdf-header-footer "file://$path" 2>/dev/null >&2
            echo "$out/$name.pdf"
            ;;
    esac
done
