# Sourced by the scripts: the repository's root, the toolchain, one set of build flags, the tests' environment.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# A shell that reads no profile (CI, cron) may lack the toolchain's folder in PATH.
if ! command -v swift >/dev/null; then
  for folder in /opt/swift*/usr/bin "${HOME:-}/.local/share/swiftly/bin"; do
    [ -x "$folder/swift" ] && PATH="$folder:$PATH" && break
  done
fi

# The same flags everywhere: demo, tests, check and bench share .build, so nothing is compiled twice.
# shellcheck disable=SC2034
build_flags=(-c release)

build_tests() {
  swift build "${build_flags[@]}" --build-tests
}

# run_tests [--skip PATTERN | --filter PATTERN]...: the last line printed is the test runner's summary.
# XCTest is off because it would print a summary of its own, of no tests.
run_tests() {
  export TOKUMEI_PYTHON="$PWD/.venv/bin/python" TOKUMEI_BINARY="$PWD/.build/release/tokumei"
  # Where the shared corpora must be, a test may not skip itself for lack of them.
  if [ "${CI:-}" = true ] && [ -d ../shared/corpus ]; then export TOKUMEI_REQUIRE_SHARED=1; fi
  swift test "${build_flags[@]}" --skip-build --disable-testable-imports --disable-xctest "$@"
}
