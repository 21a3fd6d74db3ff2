#!/usr/bin/env bash
# Fuzzes one target for so many CPU seconds: fuzz.sh TARGET [SECONDS]. Ends with 0 if nothing was found.
# KG_FUZZ_BUILD names the build folder, KG_FUZZ_WORK the folder of what is collected (default: both below .build),
# KG_FUZZ_SEEDS folders with more files to begin with.
set -euo pipefail
cd "$(dirname "$0")"
target=$1
limit=${2:-600}
build=${KG_FUZZ_BUILD:-.build}
work=${KG_FUZZ_WORK:-.build/fuzzing}
fixtures=../../Fixtures
corpus=$work/corpus/$target
mkdir -p "$corpus" "$work/found"

program=$build/release/KGFuzz
length=4096
endings=
case $target in
  swift) program=$build/release/KGFuzzSwift endings=swift ;;
  python) endings='py pyi' ;;
  markdown) endings=md ;;
  rst) endings=rst ;;
  html) endings=html ;;
  interface) endings='storyboard xib plist' ;;
  database | thin) length=256 ;;
  ignore | symbols) length=512 ;;
esac
# What is begun with: what was found before, and the fixtures of the language.
seeds=$work/seeds/$target
rm -rf "$seeds"
mkdir -p "$seeds"
for ending in input $endings; do
  find "$fixtures" ${KG_FUZZ_SEEDS:-} -name "*.$ending" -type f -size -16k -print0 |
    while IFS= read -r -d '' file; do cp "$file" "$seeds/$(sha1sum <"$file" | cut -c 1-16)"; done
done

# A search for leaks stops all threads, after every input that leaves caches larger than before.
# libFuzzer runs on the main thread, the sanitizer's frames are large, and parsers are given much stack.
ulimit -s 1048576
KG_FUZZ=$target SWIFT_BACKTRACE=enable=no "$program" -max_len=$length -timeout=1200 -rss_limit_mb=4096 \
  -detect_leaks=0 -print_final_stats=1 -artifact_prefix="$work/found/$target-" "$corpus" "$seeds" >"$work/$target.log" 2>&1 &
process=$!
trap 'kill "$process" 2>/dev/null || true' EXIT

ticks=$(getconf CLK_TCK)
used=0
while kill -0 "$process" 2>/dev/null; do
  # User and system time; the program's name holds no spaces.
  if read -r -a fields <"/proc/$process/stat"; then used=$(((fields[13] + fields[14]) / ticks)); fi
  if [ "$used" -ge "$limit" ]; then
    kill -INT "$process"
    break
  fi
  sleep 1
done
status=0
wait "$process" || status=$?
trap - EXIT
# 72 is libFuzzer's answer to an interruption.
if [ "$status" -eq 72 ]; then
  echo "$target: nothing found in $used CPU seconds; $(grep -c '' "$work/$target.log") lines of log"
  last=$(grep -aE '^#[0-9]+.* cov: ' "$work/$target.log" | tail -n 1)
  echo "$last"
  # libFuzzer is blind without counters in the code. A build can lack them silently: see README.md.
  edges=$(sed -nE 's/.* cov: ([0-9]+).*/\1/p' <<<"$last")
  if [ "${edges:-0}" -lt 100 ]; then
    echo "$target: only ${edges:-0} edges were seen: the build is not instrumented" >&2
    exit 1
  fi
  exit 0
fi
tail -n 40 "$work/$target.log"
echo "$target: status $status after $used CPU seconds; see $work/found" >&2
exit 1
