#!/usr/bin/env python3
"""network.py - network.py BIN [ROW...]: measures refreshing from a loopback server, beside newsboat and sfeed where they are
installed, and prints rows of `make bench`.

Rows: cold unchanged news hosts host keys others. Feeds are made and served by ../shared/bench into build/bench; only 127.0.0.0/8 is
ever asked.
"""
import fcntl
import glob
import http.client
import os
import pty
import resource
import select
import shutil
import signal
import socket
import statistics
import struct
import subprocess
import sys
import termios
import threading
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BENCH = os.path.join(os.path.dirname(ROOT), "shared", "bench")
WORK = os.path.join(ROOT, "build", "bench")
LIBRARY = os.path.join(WORK, "network.db")
MADE_FOR = 8098  # the port that stands in the feeds themselves
ROUNDS = 5
COLD_ROUNDS = 3


def row(figure, value, unit, target, how):
    print("%-44s %10s %-8s %-14s %s" % (figure, value, unit, target, how), flush=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


PORT = free_port()


def made(name, *options):
    """A folder of generated feeds; made once and kept."""
    folder = os.path.join(WORK, name)
    if not os.path.exists(os.path.join(folder, "manifest.json")):
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(WORK, exist_ok=True)
        subprocess.run([sys.executable, os.path.join(BENCH, "make_feeds.py"), "--base-url", "http://127.0.0.1:%d" % MADE_FOR,
                        *options, folder], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return folder


class Server:
    def __init__(self, folder, *options):
        self.argv = [sys.executable, os.path.join(BENCH, "serve.py"), folder, "--port", str(PORT), *options]

    def __enter__(self):
        self.process = subprocess.Popen(self.argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                urllib.request.urlopen("http://127.0.0.1:%d/_stats" % PORT).read()
                return self
            except OSError:
                time.sleep(0.02)
        raise SystemExit("network: the server did not start")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def status_of(pid, key):
    with open("/proc/%d/status" % pid) as f:
        for line in f:
            if line.startswith(key):
                return int(line.split()[1]) / 1000
    return 0.0


def refresh(binary):
    """Seconds until the summary, MB of memory at most until then, seconds until the end, articles: one `dateline refresh`."""
    began = time.monotonic()
    process = subprocess.Popen([binary, "--library", LIBRARY, "refresh"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    readable, memory, fresh = 0.0, 0.0, 0
    for line in process.stdout:
        if " asked, " in line:
            readable, memory = time.monotonic() - began, status_of(process.pid, "VmHWM")
            fresh = int(line.split(" asked, ")[1].split()[0])
    process.wait()
    return readable, memory, time.monotonic() - began, fresh


def subscribe(binary, lines):
    for old in glob.glob(LIBRARY + "*"):
        os.remove(old)
    path = os.path.join(WORK, "network.urls")
    with open(path, "w") as f:
        f.write("".join(line + "\n" for line in lines))
    subprocess.run([binary, "--library", LIBRARY, "import", path], check=True, stdout=subprocess.DEVNULL)


def addresses(folder, hosts=1):
    names = sorted(os.listdir(os.path.join(folder, "feeds")))
    return ["http://127.0.0.%d:%d/feeds/%s" % (i % hosts + 1, PORT, name) for i, name in enumerate(names)]


def median(values):
    return statistics.median(values)


# ---- the rows

def cold(binary):
    folder = made("net-1000", "--feeds", "1000", "--items", "100")
    got = []
    with Server(folder):
        for _ in range(COLD_ROUNDS):
            subscribe(binary, addresses(folder))
            got.append(refresh(binary))
    how = "1,000 feeds of 100, %d articles, median of %d" % (got[0][3], COLD_ROUNDS)
    row("cold refresh, all readable", "%.2f" % median([g[0] for g in got]), "s", "<= 7", how)
    row("  memory until then, peak", "%.0f" % median([g[1] for g in got]), "MB", "<= 60", "")
    row("  index complete as well", "%.2f" % median([g[2] for g in got]), "s", "<= 15", "the end of the command")
    row("  library with its index", "%.0f" % (os.path.getsize(LIBRARY) / 1e6), "MB", "<= 580", "")


def unchanged(binary):
    folder = made("net-1000", "--feeds", "1000", "--items", "100")
    with Server(folder):
        subscribe(binary, addresses(folder))
        refresh(binary)
        got = [refresh(binary)[0] for _ in range(ROUNDS)]
    row("nothing changed (304), 1,000 feeds", "%.2f" % median(got), "s", "<= 0.5", "median of %d" % ROUNDS)


def news(binary):
    options = ("--feeds", "200", "--items", "30")
    old, new = made("net-200", *options), made("net-200-next", *options, "--generation", "1")
    got = []
    for _ in range(ROUNDS):
        with Server(old):
            subscribe(binary, addresses(old))
            refresh(binary)
        with Server(new):
            got.append(refresh(binary))
    row("3 new articles in each of 200 feeds of 30", "%.2f" % median([g[0] for g in got]), "s", "<= 0.45",
        "%d new, median of %d" % (got[0][3], ROUNDS))


def bare(names):
    """Seconds of eight connections that ask for the same one after another and do nothing with it: what server and network take."""
    def ask(part):
        connection = http.client.HTTPConnection("127.0.0.1", PORT)
        connection.connect()
        connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for name in part:
            connection.request("GET", "/feeds/" + name)
            connection.getresponse().read()

    threads = [threading.Thread(target=ask, args=(names[i::8],)) for i in range(8)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.monotonic() - began


def with_latency(binary, hosts, figure, target):
    folder = made("net-200-small", "--feeds", "200", "--items", "5")
    got, floor = [], []
    with Server(folder, "--hosts", "50", "--latency-ms", "100"):
        for _ in range(ROUNDS):
            subscribe(binary, addresses(folder, hosts))
            got.append(refresh(binary)[0])
            if hosts == 1:
                floor.append(bare(sorted(os.listdir(os.path.join(folder, "feeds")))))
    row(figure, "%.2f" % median(got), "s", target, "each answer after 100 ms, median of %d" % ROUNDS)
    if floor:
        row("  eight bare connections", "%.2f" % median(floor), "s", "", "in turns with it: what the server takes")


def hosts(binary):
    with_latency(binary, 50, "200 feeds on 50 hosts", "<= 0.35")


def host(binary):
    with_latency(binary, 1, "200 feeds on one host, 8 at a time", "<= 2.5")


# ---- the reader meanwhile

KEYS = 300
KEY_PAUSE = 0.01
FOCUS = "\u258c".encode()  # stands before the row that the cursor is on, and nowhere else in the list


def open_reader(binary):
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8", XDG_CONFIG_HOME=WORK, XDG_DATA_HOME=WORK)
        os.execv(binary, [binary, "--library", LIBRARY])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    os.kill(pid, signal.SIGWINCH)
    return pid, terminal


def drain(terminal, seconds):
    """What was drawn until nothing more came for that long."""
    got = b""
    try:
        while select.select([terminal], [], [], seconds)[0]:
            got += os.read(terminal, 65536)
    except OSError:  # it is gone
        pass
    return got


def press(terminal, key):
    """Milliseconds from writing a key until the cursor stands on another row, and what else was drawn with it."""
    began, got = time.monotonic(), b""
    os.write(terminal, key)
    while FOCUS not in got:
        if not select.select([terminal], [], [], 5)[0]:
            raise SystemExit("network: the cursor does not move")
        got += os.read(terminal, 65536)
    return (time.monotonic() - began) * 1000, got


def processor_ms(pid):
    """Of the thread that draws."""
    with open("/proc/%d/task/%d/schedstat" % (pid, pid)) as f:
        return int(f.read().split()[0]) / 1e6


def press_many(terminal):
    took, drawn = [], b""
    for i in range(KEYS):
        ms, got = press(terminal, b"j" if i % 20 < 10 else b"k")
        took.append(ms)
        drawn += got
        end = time.monotonic() + KEY_PAUSE
        while (left := end - time.monotonic()) > 0:
            if select.select([terminal], [], [], left)[0]:
                drawn += os.read(terminal, 65536)
    return sorted(took), drawn


def keys(binary):
    """300 keys while 1,000 feeds of 100 come in: j and k in the list, every 10 ms."""
    small, large = made("net-200", "--feeds", "200", "--items", "30"), made("net-1000", "--feeds", "1000", "--items", "100")
    with Server(small):
        subscribe(binary, addresses(small))
        refresh(binary)
    with Server(large, "--hosts", "2"):
        path = os.path.join(WORK, "network.urls")
        with open(path, "w") as f:
            f.write("".join(line.replace("127.0.0.1", "127.0.0.2") + "\n" for line in addresses(large)))
        subprocess.run([binary, "--library", LIBRARY, "import", path], check=True, stdout=subprocess.DEVNULL)
        pid, terminal = open_reader(binary)
        drain(terminal, 0.5)
        still, _ = press_many(terminal)
        os.write(terminal, b"R")
        time.sleep(0.3)
        spent = processor_ms(pid)
        took, drawn = press_many(terminal)
        spent = processor_ms(pid) - spent
        os.kill(pid, signal.SIGTERM)
        drain(terminal, 0.2)
        os.waitpid(pid, 0)
    how = "%d keys at 10 ms, %d bytes drawn; p95 %.2f" % (KEYS, len(drawn), took[KEYS * 95 // 100])
    row("a key while 1,000 feeds come in, p50", "%.2f" % median(took), "ms", "<= 0.5", how)
    row("  max", "%.2f" % took[-1], "ms", "<= 5", "")
    row("  processor time of the interface, a key", "%.2f" % (spent / KEYS), "ms", "", "what came in meanwhile included")
    row("  the same while nothing comes in, p50", "%.2f" % median(still), "ms", "", "max %.2f" % still[-1])


# ---- others, on the same feeds from the same server

def newsboat(folder, lines):
    """A command that fetches everything with newsboat into a fresh cache, then again what is new."""
    with open(os.path.join(folder, "urls"), "w") as f:
        f.write("".join(line + "\n" for line in lines))
    with open(os.path.join(folder, "config"), "w") as f:
        f.write("reload-threads 8\n")
    return ["newsboat", "-q", "-C", os.path.join(folder, "config"), "-u", os.path.join(folder, "urls"),
            "-c", os.path.join(folder, "cache.db"), "-x", "reload"]


def sfeed(folder, lines):
    with open(os.path.join(folder, "sfeedrc"), "w") as f:
        f.write('sfeedpath="%s/sfeed"\nfeeds() {\n' % folder)
        f.write("".join('\tfeed "f%d" "%s"\n' % (i, line) for i, line in enumerate(lines)) + "}\n")
    return ["sfeed_update", os.path.join(folder, "sfeedrc")]


def seconds(argv):
    began = time.monotonic()
    subprocess.run(argv, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.monotonic() - began


def others(binary):
    feeds = made("net-200", "--feeds", "200", "--items", "30")
    lines = addresses(feeds)
    programs = [(name, make) for name, make in (("newsboat", newsboat), ("sfeed_update", sfeed)) if shutil.which(name)]
    first, again = {"dateline": []}, {"dateline": []}
    with Server(feeds):
        for _ in range(ROUNDS):
            subscribe(binary, lines)
            first["dateline"].append(refresh(binary)[0])
            again["dateline"].append(refresh(binary)[0])
            for name, make in programs:
                folder = os.path.join(WORK, "other-" + name)
                shutil.rmtree(folder, ignore_errors=True)
                os.makedirs(folder)
                command = make(folder, lines)
                first.setdefault(name, []).append(seconds(command))
                again.setdefault(name, []).append(seconds(command))
    for what, took in (("200 feeds of 30, all new", first), ("the same again, nothing new", again)):
        ours = median(took["dateline"])
        row(what, "%.2f" % ours, "s", "", "median of %d, interleaved" % ROUNDS)
        for name, _ in programs:
            row("  " + name, "%.2f" % median(took[name]), "s", "", "%.1f times as long" % (median(took[name]) / ours))
    for name in ("newsboat", "sfeed_update"):
        if not shutil.which(name):
            print("left out: %s is not installed" % name)


ROWS = {"cold": cold, "unchanged": unchanged, "news": news, "hosts": hosts, "host": host, "keys": keys, "others": others}


def main():
    binary = os.path.abspath(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, resource.getrlimit(resource.RLIMIT_NOFILE)[1]),) * 2)
    os.makedirs(WORK, exist_ok=True)
    if not os.path.exists(os.path.join(BENCH, "serve.py")):
        print("left out: refreshing: ../shared/bench/serve.py is not there")
        return
    for name in sys.argv[2:] or list(ROWS):
        ROWS[name](binary)


if __name__ == "__main__":
    main()
