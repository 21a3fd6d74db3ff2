#!/bin/sh
# Fetches the examples of the CommonMark and GFM specifications into a directory:
#
#     Tests/MarkdownLanguageTests/fetch-spec.sh DIR
#     KG_COMMONMARK_SPEC=DIR swift test --filter MarkdownLanguageTests
#
# CommonMark 0.31.2's come from the source distribution of the PyPI package markdown-it-py, GFM's from
# Debian's source package cmark-gfm. Needs pip and apt; neither root nor a deb-src line in apt's sources.
set -eu

directory=${1:?usage: fetch-spec.sh DIR}
mkdir -p "$directory"
directory=$(cd "$directory" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

pip download --quiet --no-deps --no-binary :all: markdown-it-py==4.3.0 -d "$work"
tar xzf markdown_it_py-*.tar.gz
cp markdown_it_py-*/tests/test_cmark_spec/commonmark.json "$directory/commonmark.json"

# apt with a state of its own, which reads the machine's sources as source packages.
mkdir -p sources lists/partial cache/archives/partial
for file in /etc/apt/sources.list.d/*.sources; do
  [ -e "$file" ] && sed 's/^Types:.*/Types: deb-src/' "$file" > "sources/$(basename "$file")"
done
if [ -s /etc/apt/sources.list ]; then
  sed -n 's/^deb\( .*\)/deb-src\1/p' /etc/apt/sources.list > sources/main.list
fi
set -- -qq -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$work/sources" \
  -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User=root
apt-get "$@" update
apt-get "$@" source --download-only cmark-gfm
tar xzf cmark-gfm_*.orig.tar.gz
cp cmark-gfm-*/test/spec.txt "$directory/gfm-spec.txt"
cp cmark-gfm-*/test/extensions.txt "$directory/gfm-extensions.txt"
echo "Examples are in $directory"
