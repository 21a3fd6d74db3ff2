#!/usr/bin/env bash
# Fuzzes one target for so many CPU seconds: fuzz.sh TARGET [SECONDS]. Ends with 0 if nothing was found.
# KG_FUZZ_BUILD names the build folder, KG_FUZZ_WORK the folder of what is collected (default: both below .build).
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
case $target in
  swift) program=$build/release/KGFuzzSwift seeds="$fixtures/Swift ../../Sources/GraphModel" ;;
  python) seeds=$fixtures/Python ;;
  markdown) seeds=$fixtures/Markdown ;;
  database) seeds='' length=256 ;;
  ignore | symbols) seeds='' length=512 ;;
  *) seeds='' ;;
esac
if [ -d "$fixtures/Hostile/Found" ]; then seeds+=" $fixtures/Hostile/Found"; fi

# A search for leaks stops all threads, after every input that leaves caches larger than before.
# libFuzzer runs on the main thread, the sanitizer's frames are large, and parsers are given much stack.
ulimit -s 1048576
# shellcheck disable=SC2086
KG_FUZZ=$target SWIFT_BACKTRACE=enable=no "$program" -max_len=$length -timeout=1200 -rss_limit_mb=4096 \
  -detect_leaks=0 -print_final_stats=1 -artifact_prefix="$work/found/$target-" "$corpus" $seeds >"$work/$target.log" 2>&1 &
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
  grep -E '^#[0-9]+' "$work/$target.log" | tail -n 1
  exit 0
fi
tail -n 40 "$work/$target.log"
echo "$target: status $status after $used CPU seconds; see $work/found" >&2
exit 1
