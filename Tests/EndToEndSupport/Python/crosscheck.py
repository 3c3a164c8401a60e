"""Compares outputs with their inputs by programs that share no code with tokumei: crosscheck.py < PAIRS

PAIRS are lines of input, tab, output. Prints one line per finding: what, tab, input, tab, detail.
"""

import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import pydicom
from pydicom.encaps import generate_fragments

BULK = ("PixelData", "FloatPixelData", "DoubleFloatPixelData")
UNREAD = ("Error - Tags out of order", "Error - Information Object Not found", "Error - Dicom dataset read failed")


def read(path, force=False):
    try:
        return pydicom.dcmread(path, force=force)
    except Exception:
        return None


def dciodvfy(path):
    result = subprocess.run(["dciodvfy", path], capture_output=True)
    lines = (result.stderr + result.stdout).decode("latin-1").splitlines()
    return [line for line in lines if line.startswith("Error")]


def errors(path):
    """The Error lines of dciodvfy without values; None where it cannot read the file.

    It cannot inflate, and rejects some orders of elements: then a copy that DCMTK wrote is looked at.
    """
    found = dciodvfy(path)
    if any(line.startswith(UNREAD) for line in found):
        with tempfile.TemporaryDirectory() as folder:
            copy = os.path.join(folder, "copy.dcm")
            subprocess.run(["dcmconv", "+te", path, copy], capture_output=True)
            found = dciodvfy(copy) if os.path.exists(copy) else found
        if any(line.startswith(UNREAD) for line in found):
            return None
    return {normalised(line) for line in found}


def normalised(line):
    line = re.sub(r"(= |value )<[^>]*>", r"\1<>", line)
    line = re.sub(r"(InstanceUID) [0-9.]+", r"\1 UID", line)
    line = re.sub(r"\b[0-9]+(\.[0-9]+)+\b", "UID", line)
    return re.sub(r"\s+", " ", re.sub(r"0x[0-9a-fA-F]+", "#", line)).strip()


def bulk(dataset, name):
    """The bytes of a pixel data element apart from padding: per fragment, or as a whole."""
    if name not in dataset:
        return None
    value = dataset[name].value or b""
    if name == "PixelData" and dataset[name].is_undefined_length:
        return [fragment.rstrip(b"\0") for fragment in generate_fragments(value)]
    return value.rstrip(b"\0")


def compare(pair):
    source, output = pair
    findings = []
    dataset = read(output)
    if dataset is None:
        findings.append(("pydicom", "cannot read the output"))
    else:
        try:
            dataset.walk(lambda _, element: element.value)
        except Exception as error:
            findings.append(("pydicom", type(error).__name__))
    dumped = subprocess.run(["dcmdump", "-q", "-M", output], capture_output=True)
    if dumped.returncode != 0:
        findings.append(("dcmdump", f"code {dumped.returncode}"))
    original = read(source, force=True)
    if dataset is not None and original is not None:
        for name in BULK:
            if bulk(original, name) != bulk(dataset, name):
                findings.append(("pixels", f"{name} differs"))
    before = errors(source)
    for line in sorted((errors(output) or set()) - before) if before is not None else []:
        findings.append(("dciodvfy", line))
    return [(what, source, detail) for what, detail in findings]


with ThreadPoolExecutor(max_workers=2) as pool:
    pairs = [line.rstrip("\n").split("\t") for line in sys.stdin]
    for findings in pool.map(compare, pairs):
        for finding in findings:
            print("\t".join(finding))
