#!/usr/bin/env bash
# Fetches the eight repositories that the questions are about, at the versions they were written for, into the
# folder given. What is there already is left alone.
set -euo pipefail
folder=${1:?usage: fetch.sh FOLDER}
mkdir -p "$folder"
cd "$folder"
while read -r kind name version; do
  [ ! -d "$(basename "$name")" ] || continue
  case $kind in
    pypi)
      mkdir -p .download
      pip download --quiet --no-deps --no-binary :all: "$name==$version" --dest .download
      tar xf ".download/$name-$version.tar.gz"
      mv "$name-$version" "$name"
      ;;
    git)
      for tag in "$version" "v$version"; do  # some write a v before the version
        git -c advice.detachedHead=false clone --quiet --depth 1 --branch "$tag" \
          "https://github.com/$name" clone 2>/dev/null && break
      done
      rm -rf clone/.git  # the sets are about files, not about history
      mv clone "$(basename "$name")"
      ;;
  esac
done <<'LIST'
pypi jinja2 3.1.6
pypi marshmallow 4.4.0
pypi rich 15.0.0
pypi urllib3 2.8.0
git apple/swift-argument-parser 1.8.2
git groue/GRDB.swift 7.10.0
git hummingbird-project/hummingbird 2.28.1
git jpsim/Yams 6.2.2
LIST
rm -rf .download
