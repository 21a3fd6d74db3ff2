#!/usr/bin/env bash
# Fetches the trees that measure.py indexes into the folder given. What is there already is left alone.
set -euo pipefail
folder=${1:?usage: fetch-corpora.sh FOLDER}
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$folder"
cd "$folder"
if [ ! -d django ]; then
  pip download --quiet --no-deps --no-binary :all: Django==5.2.1 --dest .
  tar xf ./[Dd]jango-5.2.1.tar.gz && mv django-5.2.1 django
fi
if [ ! -d cpython-lib ]; then
  library=$(python3 -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')
  mkdir cpython-lib
  (cd "$library" && find . -name '*.py' -not -path './site-packages/*' -print0 |
    xargs -0 cp --parents --target-directory="$OLDPWD/cpython-lib")
fi
while read -r repository version; do
  name=swift/$(basename "$repository")
  if [ ! -d "$name" ]; then
    git -c advice.detachedHead=false clone --quiet --depth 1 --branch "$version" \
      "https://github.com/$repository" "$name"
    rm -rf "$name/.git"  # repositories inside a tree are not indexed with it
  fi
done < "$here/swift-packages.txt"
