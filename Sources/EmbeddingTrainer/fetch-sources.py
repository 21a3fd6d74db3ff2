#!/usr/bin/env python3
"""Fetches the sources of a manifest's packages: fetch-sources.py MANIFEST FOLDER.

Only .py and .swift files are kept, one folder a package. What is there already is not fetched again.
"""

import io
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import zipfile

SUFFIXES = (".py", ".swift")


def keep(folder, name, content):
    path = pathlib.PurePosixPath(name)
    if path.suffix not in SUFFIXES or path.is_absolute() or ".." in path.parts:
        return
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def unpack_tar(folder, stream, strip=0):
    with tarfile.open(fileobj=stream) as archive:
        for member in archive:
            if member.isfile():
                parts = pathlib.PurePosixPath(member.name).parts[strip:]
                keep(folder, "/".join(parts), archive.extractfile(member).read())


def fetch_pypi(folder, name, version):
    with tempfile.TemporaryDirectory() as temporary:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", temporary]
        subprocess.run(pip + [f"{name}=={version}"], check=True)
        for file in pathlib.Path(temporary).iterdir():
            if file.suffix == ".whl":
                with zipfile.ZipFile(file) as archive:
                    for member in archive.namelist():
                        keep(folder, member, archive.read(member))
            else:
                unpack_tar(folder, io.BytesIO(file.read_bytes()))


def fetch_git(folder, url, revision):
    with tempfile.TemporaryDirectory() as temporary:
        git = ["git", "-C", temporary]
        subprocess.run(git + ["init", "--quiet"], check=True)
        subprocess.run(git + ["fetch", "--quiet", "--depth", "1", url, revision], check=True)
        archive = subprocess.run(git + ["archive", "FETCH_HEAD"], check=True, capture_output=True).stdout
        unpack_tar(folder, io.BytesIO(archive))


def main():
    manifest, root = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    for line in manifest.read_text().splitlines():
        words = line.split("#")[0].split()
        if not words or (root / words[1]).exists():
            continue
        partial = root / (words[1] + ".partial")
        partial.mkdir(parents=True, exist_ok=True)
        if words[0] == "pypi":
            fetch_pypi(partial, words[1], words[2])
        else:
            fetch_git(partial, words[2], words[3])
        partial.rename(root / words[1])


main()
