#!/bin/bash
# Fails when an object of the sample folder cannot be read by dcmdump or breaks its IOD (dciodvfy).
# usage: check.sh [FOLDER]      needs dcmtk and dicom3tools; VERBOSE=1 prints the warnings
set -u -o pipefail
folder=${1:-$(dirname "$(dirname "$(dirname "$(realpath "$0")")")")/sample-data}
for tool in dcmdump dcmconv dciodvfy; do
  command -v "$tool" >/dev/null || { echo "check.sh: install dcmtk and dicom3tools" >&2; exit 69; }
done

inflated=$(mktemp)
trap 'rm -f "$inflated"' EXIT
objects=0 bad=0 warnings=0
while IFS= read -r -d '' file; do
  objects=$((objects + 1))
  if ! dump=$(dcmdump -q "$file" 2>&1 | tr -d '\0'); then
    echo "$file: dcmdump cannot read it"
    bad=$((bad + 1))
  fi
  checked=$file
  # dciodvfy cannot inflate, so it sees a copy.
  if grep -a -q '=Deflated' <<<"$dump"; then
    dcmconv -q +te "$file" "$inflated" && checked=$inflated
  fi
  report=$(dciodvfy "$checked" 2>&1 | tr -d '\0')
  if [ -z "$report" ]; then  # it names the IOD even of a faultless object
    echo "$file: dciodvfy said nothing"
    bad=$((bad + 1))
  fi
  if errors=$(grep -a '^Error' <<<"$report"); then
    printf '%s:\n%s\n' "$file" "$errors"
    bad=$((bad + 1))
  fi
  warnings=$((warnings + $(grep -a -c '^Warning' <<<"$report")))
  if [ -n "${VERBOSE:-}" ]; then grep -a '^Warning' <<<"$report" | sed "s|^|$file: |"; fi
done < <(find "$folder" -type f -name 'IM*' -print0 | sort -z)

echo "$objects objects, $warnings warnings, $bad findings"
[ "$objects" -gt 0 ] && [ "$bad" -eq 0 ]
