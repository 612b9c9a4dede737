"""One run of a program: how long it took, how much of the processors, and how much memory it had at most."""
import os
import statistics
import subprocess
import tempfile
import time


class Failed(Exception):
    pass


def measure(command, cores=None):
    """Seconds, seconds of processor, and MB; `cores` is a list of processors for taskset, such as '0'."""
    command = [str(word) for word in command]
    if cores:
        command = ["taskset", "-c", cores] + command
    with tempfile.TemporaryFile() as errors:
        start = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            raise Failed(f"{' '.join(command)}: {errors.read().decode(errors='replace')[-1000:]}")
    return {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss * 1024 / 1e6}


def medians(runs):
    return {what: statistics.median(run[what] for run in runs) for what in runs[0]}
