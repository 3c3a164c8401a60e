"""Runs a command and prints the most memory that one of its processes held, in KiB: rusage.py PROGRAM ARGUMENT..."""

import resource
import subprocess
import sys

result = subprocess.run(sys.argv[1:], capture_output=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
print(result.returncode)
sys.stdout.write(result.stdout.decode())
