#!/usr/bin/env bash
# Pictures of SVG or HTML files at 360, 800 and 1,600 pixels, light and dark, and of HTML on paper: tests/screenshots.sh OUT FILE...
# The charts of the test gallery: CXKPI_GALLERY=/tmp/gallery dotnet test tests/CxKpi.Tests --filter Gallery_IsWritten; tests/screenshots.sh /tmp/pictures /tmp/gallery/*.svg
# WIDTHS and HEIGHT choose other sizes; a page longer than HEIGHT is cut there.
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

browse() { # flags... page
    "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/profile" "$@" 2>"$work/log" >&2 || { cat "$work/log" >&2; exit 1; }
}

# No window is as narrow as a telephone: a frame is.
shoot() { # name width theme file
    local width=$2
    printf '<!doctype html><meta name="color-scheme" content="%s"><body style="margin:0;overflow:hidden"><iframe style="border:0;width:%dpx;height:100vh;color-scheme:%s" src="file://%s"></iframe>' \
        "$3" "$width" "$3" "$4" > "$work/frame.html"
    browse --window-size="$((width < 500 ? 500 : width)),${HEIGHT:-1400}" --screenshot="$out/$1-$width.png" "file://$work/frame.html"
    echo "$out/$1-$width.png"
}

for file in "$@"; do
    path=$(cd "$(dirname "$file")" && pwd)/$(basename "$file")
    name=$(basename "${file%.*}")
    case "$file" in
        *.svg)
            # A chart brings its own background; the page shows it as an image that shrinks, as reports do.
            case "$name" in *dark*) theme=dark back=#000 ;; *) theme=light back=#eee ;; esac
            printf '<!doctype html><body style="margin:8px;background:%s"><img style="max-width:100%%" src="file://%s">' "$back" "$path" > "$work/page.html"
            for width in ${WIDTHS:-360 800 1600}; do shoot "$name" "$width" "$theme" "$work/page.html"; done
            ;;
        *)
            # A frame takes over the theme of the page around it when that page is drawn in it.
            for width in ${WIDTHS:-360 800 1600}; do
                for theme in light dark; do shoot "$name-$theme" "$width" "$theme" "$path"; done
            done
            browse --print-to-pdf="$out/$name.pdf" --no-pdf-header-footer "file://$path"
            echo "$out/$name.pdf"
            if command -v pdftoppm > /dev/null; then
                pdftoppm -r 60 -png "$out/$name.pdf" "$out/$name-print"
                ls "$out/$name"-print*.png
            fi
            ;;
    esac
done
