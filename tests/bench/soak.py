#!/usr/bin/env python3
"""soak.py - soak.py BIN [MINUTES]: the reader, open in a terminal, asks every feed of a faulty server every minute, and its
resident memory is read from /proc: a line a minute, and at the end whether it stayed flat. `make soak`, an hour by default.

The feeds are every fault of ../shared/bench/serve.py and twenty good ones that change every minute; only 127.0.0.1 is ever
asked. Each minute R is pressed, which asks also those that failed a moment ago, and some headlines are opened and left again.
"""
import fcntl
import os
import pty
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
BENCH = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(HERE))), "shared", "bench")
WARM_MINUTES = 10  # heap, SQLite's cache and curl's connections are as large as they get by then
MOST_GROWTH_KB = 1024


def status_of(pid, key):
    with open("/proc/%d/status" % pid) as f:
        for line in f:
            if line.startswith(key):
                return int(line.split()[1])
    return 0


def start_server(folder):
    port_file = os.path.join(folder, "port")
    subprocess.run([sys.executable, os.path.join(BENCH, "make_feeds.py"), "--feeds", "20", "--items", "30", os.path.join(folder, "feeds")],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    server = subprocess.Popen([sys.executable, os.path.join(BENCH, "serve.py"), os.path.join(folder, "feeds"), "--port", "0",
                               "--port-file", port_file, "--huge-mb", "64", "--max-seconds", "1000000"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not os.path.exists(port_file):
        if server.poll() is not None:
            raise SystemExit("soak: the server did not start")
        time.sleep(0.05)
    with open(port_file) as f:
        return server, int(f.read())


def subscribe(binary, library, folder, port):
    faults = subprocess.run([sys.executable, os.path.join(BENCH, "serve.py"), "--list-faults"], check=True, capture_output=True, text=True)
    paths = faults.stdout.split() + ["/feeds/" + name for name in sorted(os.listdir(os.path.join(folder, "feeds", "feeds")))]
    urls = os.path.join(folder, "urls")
    with open(urls, "w") as f:
        f.write("".join("http://127.0.0.1:%d%s\n" % (port, path) for path in paths))
    subprocess.run([binary, "--library", library, "import", urls], check=True, stdout=subprocess.DEVNULL)
    return len(paths)


def open_reader(binary, library, folder):
    """The reader's pid and the terminal that it draws on."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder, XDG_CACHE_HOME=folder)
        os.execv(binary, [binary, "--library", library])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    return pid, terminal


def watch(terminal, until):
    """Takes what is drawn, for a terminal that nobody reads fills up, until that moment."""
    try:
        while (left := until - time.monotonic()) > 0:
            if select.select([terminal], [], [], left)[0]:
                os.read(terminal, 65536)
    except OSError:  # the reader is gone
        time.sleep(max(0, until - time.monotonic()))


def main():
    binary, minutes = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 60
    if not os.path.exists(os.path.join(BENCH, "serve.py")):
        print("soak: left out: ../shared/bench/serve.py is not there")
        return 0
    folder = tempfile.mkdtemp(prefix="dateline-soak-")
    library = os.path.join(folder, "library.db")
    server, port = start_server(folder)
    resident = []
    try:
        count = subscribe(binary, library, folder, port)
        pid, terminal = open_reader(binary, library, folder)
        print("%d feeds, %d minutes\n%6s %9s %9s %9s %9s" % (count, minutes, "minute", "RSS KB", "peak KB", "threads", "requests"), flush=True)
        began = time.monotonic()
        for minute in range(1, minutes + 1):
            urllib.request.urlopen("http://127.0.0.1:%d/_touch" % port).read()
            for key in "R", "j", "\r", " ", "q", "j":
                os.write(terminal, key.encode())
                watch(terminal, time.monotonic() + 0.2)
            watch(terminal, began + 60 * minute)
            resident.append(status_of(pid, "VmRSS"))
            stats = urllib.request.urlopen("http://127.0.0.1:%d/_stats" % port).read().decode()
            print("%6d %9d %9d %9d %9s" % (minute, resident[-1], status_of(pid, "VmHWM"), status_of(pid, "Threads"),
                                          stats.split('"requests": ')[1].split(",")[0]), flush=True)
        os.kill(pid, signal.SIGTERM)
        watch(terminal, time.monotonic() + 0.5)
        os.waitpid(pid, 0)
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(folder)
    if minutes < 2 * WARM_MINUTES:
        return 0
    warm, end = statistics.median(resident[WARM_MINUTES:2 * WARM_MINUTES]), statistics.median(resident[-WARM_MINUTES:])
    print("resident memory: %d KB in minutes %d to %d, %d KB in the last %d" % (warm, WARM_MINUTES + 1, 2 * WARM_MINUTES, end, WARM_MINUTES))
    return end > warm + MOST_GROWTH_KB


if __name__ == "__main__":
    sys.exit(main())
