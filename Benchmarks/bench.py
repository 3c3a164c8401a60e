#!/usr/bin/env python3
"""Speed and memory of `tokumei deid` against cp, a read-write-flush floor and installed peers.

    scripts/bench [--count N] [--runs N]      wall, CPU and memory on bench-ct, interleaved, medians
    scripts/bench --growth                    peak memory with 2,000 and with 20,000 small files

Runs from the repository's root; see Benchmarks/README.md for how to read the table.
"""
import argparse
import dataclasses
import datetime
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

TOKUMEI = pathlib.Path(".build/release/tokumei").resolve()
WORK = pathlib.Path(".bench").resolve()
OUT = WORK / "out"
RESULTS = pathlib.Path("Benchmarks/Results")
MAKE_BENCH = pathlib.Path("../shared/bench/make_bench.py")
CT_COUNT, GROWTH_COUNTS = 2000, (2000, 20000)
# Wall time against cp. Shown beside the ratio, never enforced: a busy machine must not fail a build.
LIMITS = {"tokumei, 2 threads": 1.5, "tokumei, 1 thread": 2.5}
DONE, SOME_WITHHELD = 0, 2


@dataclasses.dataclass
class Sample:
    wall: float  # seconds
    cpu: float  # seconds, user + system, all processes
    rss: float  # MB (1e6), the largest single process


@dataclasses.dataclass
class Case:
    name: str
    command: list
    prepare: Callable = lambda: None  # before the clock
    written: pathlib.Path = OUT  # where one output per input is expected
    accept: tuple = (DONE,)
    optional: bool = False  # left out of the table when it fails
    failed: bool = False
    samples: list = dataclasses.field(default_factory=list)
    outputs: int = 0

    def median(self, what: str) -> float:
        return statistics.median(getattr(s, what) for s in self.samples)


def run(case: Case):
    """One sample. Outputs are deleted and the disk is idle before the clock starts."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    case.prepare()
    os.sync()
    with open(WORK / "last.log", "w") as log:
        start = time.monotonic()
        process = subprocess.Popen(case.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        # wait4 adds up the process and every descendant it waited for; ru_maxrss is the largest of them, in KiB.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in case.accept:
        note = f"bench: {case.name} ended with {process.returncode}"
        if not case.optional:
            sys.exit(f"\n{note}; its output is in .bench/last.log")
        print(f"\n{note} and is left out", file=sys.stderr)
        case.failed = True
        return
    case.samples.append(Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6))
    case.outputs = sum(len(names) for _, _, names in os.walk(case.written))


def corpus(kind: str, count: int) -> pathlib.Path:
    """The tree, built once; the stamp is written last, so that a broken build is built again."""
    tree, stamp = WORK / f"{kind}-{count}", WORK / f"{kind}-{count}.done"
    if not stamp.exists():
        shutil.rmtree(tree, ignore_errors=True)
        print(f"building {count} files of kind {kind} in .bench/", file=sys.stderr)
        subprocess.run([sys.executable, str(MAKE_BENCH), str(tree), "--kind", kind, "--count", str(count)], check=True)
        stamp.touch()
    return tree


def warm(tree: pathlib.Path) -> int:
    """Reads everything once, so that every case starts with the tree in the page cache. Returns its bytes."""
    size = 0
    # os.walk and not rglob, which remembers every path: our own peak is the least that a child can show.
    for folder, _, names in os.walk(tree):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                size += len(file.read())
    return size


def tokumei(tree: pathlib.Path, threads: int, *more: str) -> Case:
    vault, data_set = OUT / "vault", OUT / "dataset"

    def init():
        command = [TOKUMEI, "init", vault, data_set, "--project", "bench", "--regime", "coded-research"]
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    command = [TOKUMEI, "deid", tree, "--output", data_set, "--vault", vault, "--threads", str(threads), *more]
    name = f"tokumei, {threads} thread{'s' * (threads > 1)}"
    return Case(name, command, init, data_set / "images", accept=(DONE, SOME_WITHHELD))


def flushed(script: str, *arguments) -> list:
    """What others write is flushed too, as cp is: they are compared with durable output."""
    return ["sh", "-ec", script + ' && sync -f "$1"', "sh", str(OUT), *map(str, arguments)]


def peers(tree: pathlib.Path) -> list[Case]:
    """Installed tools that edit a short list of attributes: less work than a profile, so a generous comparison."""
    found = []
    tags = ("0010,0010", "0010,0020", "0008,0050", "0008,0080", "0008,0090")
    if shutil.which("gdcmanon"):
        edits = " ".join(f"--replace {tag}=X" for tag in tags)
        script = f'gdcmanon --dumb -r --continue {edits} -i "$2" -o "$1"'
        found.append(Case("gdcmanon --dumb -r", flushed(script, tree), optional=True))
    if shutil.which("dcmodify"):
        edits = " ".join(f"-ma '({tag})=X'" for tag in tags)
        script = f'find "$1" -type f -print0 | xargs -0 -n 500 dcmodify -q -nb -ie -imt -ep {edits}'

        def copy():
            shutil.copytree(tree, OUT, dirs_exist_ok=True)

        found.append(Case("dcmodify, on a copy", flushed(script), copy, optional=True))
    return found


def machine() -> dict:
    with open("/proc/meminfo") as lines:
        kib = int(next(lines).split()[1])
    describe = subprocess.run(["git", "describe", "--always", "--dirty"], capture_output=True, text=True)
    version = subprocess.run([TOKUMEI, "--version"], capture_output=True, text=True)
    return {
        "cores": os.cpu_count(), "ram_gib": round(kib / 2**20), "kernel": platform.release(),
        "tokumei": version.stdout.strip() if version.returncode == 0 else "", "commit": describe.stdout.strip(),
    }


def save(name: str, content: dict):
    RESULTS.mkdir(parents=True, exist_ok=True)
    path = RESULTS / f"{datetime.date.today()}-{name}.json"
    path.write_text(json.dumps({"machine": machine(), **content}, indent=2) + "\n")
    print(f"\nwritten: {path}")


def as_json(case: Case) -> dict:
    rounded = [{k: round(v, 4) for k, v in dataclasses.asdict(s).items()} for s in case.samples]
    return {"name": case.name, "outputs": case.outputs, "samples": rounded}


def progress(text: str):
    if sys.stderr.isatty():
        print(f"\r{text:<60}", end="" if text else "\r", file=sys.stderr, flush=True)


def speed(count: int, runs: int):
    tree = corpus("ct", count)
    copy = Case("cp -r && sync -f", flushed('cp -r "$2" "$1"', tree))
    floor = Case("read+write+flush floor", [WORK / "floor", tree, OUT / "copy"])
    cases = [copy, floor, tokumei(tree, 2), tokumei(tree, 1), *peers(tree)]
    for number in range(runs):
        size = warm(tree)
        for case in [c for c in cases if not c.failed]:
            progress(f"run {number + 1} of {runs}: {case.name}")
            run(case)
    progress("")
    shutil.rmtree(OUT)
    cases = [c for c in cases if not c.failed]

    print(f"bench-ct: {count} files, {size / 1e6:.0f} MB; median of {runs} interleaved runs, warm page cache\n")
    print(f"{'':<24}{'wall s':>8}{'min-max':>13}{'x cp':>7}{'limit':>7}{'x floor':>9}"
          f"{'MB/s':>7}{'CPU ms/file':>13}{'RSS MB':>8}{'outputs':>9}")
    for case in cases:
        wall, walls = case.median("wall"), [s.wall for s in case.samples]
        print(f"{case.name:<24}{wall:>8.2f}{f'{min(walls):.2f}-{max(walls):.2f}':>13}"
              f"{wall / copy.median('wall'):>7.2f}{LIMITS.get(case.name, ''):>7}{wall / floor.median('wall'):>9.2f}"
              f"{size / 1e6 / wall:>7.0f}{case.median('cpu') / count * 1000:>13.2f}"
              f"{max(s.rss for s in case.samples):>8.0f}{case.outputs:>9}")
    for case in cases:
        if case.outputs != count:
            print(f"{case.name} wrote {case.outputs} of {count} files: its time is not for the whole set")
    name = "bench" if count == CT_COUNT else f"bench-{count}"
    save(name, {"corpus": "ct", "files": count, "bytes": size, "runs": runs, "cases": [as_json(c) for c in cases]})


def growth():
    cases = []
    print(f"{'small files':>12}{'wall s':>9}{'files/s':>9}{'RSS MB':>8}{'outputs':>9}")
    for count in GROWTH_COUNTS:
        tree = corpus("small", count)
        warm(tree)
        # The smallest images of the corpus are of kinds that are withheld until pixels can be checked.
        case = tokumei(tree, 2, "--pixel-check", "off")
        run(case)
        wall, rss = case.median("wall"), case.median("rss")
        print(f"{count:>12}{wall:>9.2f}{count / wall:>9.0f}{rss:>8.1f}{case.outputs:>9}")
        cases.append({"files": count, **as_json(case)})
    few, many = (case["samples"][0]["rss"] for case in cases)
    print(f"peak memory with {GROWTH_COUNTS[1] // GROWTH_COUNTS[0]} times the files: x {many / few:.2f}")
    shutil.rmtree(OUT)
    save("growth", {"corpus": "small", "cases": cases})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=CT_COUNT, help=f"files of bench-ct (default {CT_COUNT})")
    parser.add_argument("--runs", type=int, default=5, help="interleaved runs per case (default 5)")
    parser.add_argument("--growth", action="store_true", help="compare peak memory for few and many files")
    options = parser.parse_args()
    WORK.mkdir(exist_ok=True)
    if options.growth:
        growth()
    else:
        speed(options.count, options.runs)


if __name__ == "__main__":
    main()
