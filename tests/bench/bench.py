#!/usr/bin/env python3
"""bench.py - bench.py BIN [ROW...]: measures the program and prints a table: figure, unit, target, how it was taken.

Rows: parse memory instructions quotes pages reader network. Input is made by ../shared/bench/make_feeds.py into build/bench; without ../shared
only the rows that can do with the samples of feeds/ are measured, and the others are named.
"""
import glob
import gzip
import importlib.util
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SHARED = os.path.join(os.path.dirname(ROOT), "shared")
WORK = os.path.join(ROOT, "build", "bench")
MAKE_FEEDS = os.path.join(SHARED, "bench", "make_feeds.py")
ROUNDS = 5
SCREEN = (40, 120)

left_out = []


def row(figure, value, unit, target, how):
    print("%-44s %10s %-8s %-14s %s" % (figure, value, unit, target, how), flush=True)


def leave_out(what, why):
    left_out.append("%s: %s" % (what, why))


def run(argv):
    """Runs a command, its output thrown away: CPU seconds, wall seconds."""
    began = time.monotonic()
    with open(os.devnull, "r+b") as null:
        process = subprocess.Popen(argv, stdin=null, stdout=null, stderr=null)
        _, status, use = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit("bench: %s ended with %d" % (" ".join(argv[:3]), process.returncode))
    return use.ru_utime + use.ru_stime, time.monotonic() - began


def peak_memory(argv):
    """Bytes that a command of ours takes at most."""
    tool = os.path.join(os.path.dirname(argv[0]), "tests", "bench", "peak")
    return int(subprocess.run([tool, *argv], stdout=subprocess.PIPE, check=True).stdout)


def median(values):
    return statistics.median(values)


def made(name, *options):
    """A folder of generated feeds; made once and kept."""
    folder = os.path.join(WORK, name)
    if not os.path.exists(os.path.join(folder, "manifest.json")):
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(WORK, exist_ok=True)
        subprocess.run([sys.executable, MAKE_FEEDS, *options, folder], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
    return sorted(glob.glob(os.path.join(folder, "feeds", "*")))


def feed_of(megabytes):
    """One RSS feed of about so many MB."""
    return made("rss-%d" % megabytes, "--feeds", "1", "--items", str(int(megabytes * 205)), "--mix", "rss:100")[0]


def megabytes_of(paths):
    return sum(os.path.getsize(path) for path in paths) / 1e6


# ---- loading

def parse(binary):
    paths = made("parse", "--feeds", "20", "--items", "300", "--mix", "rss:75,atom:25")
    size = megabytes_of(paths)
    ours, theirs = [], []
    sax = shutil.which("xmllint")
    for _ in range(ROUNDS):
        ours.append(run([binary, "parse", *paths])[0])
        if sax:
            theirs.append(run([sax, "--sax", "--noout", *paths])[0])
    how = "%d RSS and Atom feeds, %.0f MB, CPU, median of %d" % (len(paths), size, ROUNDS)
    row("parse, blocks and quotes included", "%.1f" % (size / median(ours)), "MB/s", "", how)
    if sax:
        row("  libxml2's SAX parser on the same bytes", "%.1f" % (size / median(theirs)), "MB/s", "", "xmllint --sax --noout, interleaved")
        row("  share of its speed", "%.2f" % (median(theirs) / median(ours)), "", ">= 0.50", "")
    else:
        leave_out("the comparison with libxml2", "xmllint is not installed")


def memory(binary):
    small = peak_memory([binary, "parse", os.path.join(ROOT, "feeds", "welcome.xml")])
    for megabytes in (1, 10, 100):
        path = feed_of(megabytes)
        size = os.path.getsize(path)
        cpu = run([binary, "parse", path])[0]
        peak = peak_memory([binary, "parse", path])
        row("memory, a feed of %d MB" % megabytes, "%.2f" % ((peak - small) / size), "x input", "<= 4",
            "peak %.0f MB, less the %.0f MB of a tiny feed; %.2f s CPU, %.1f MB/s" % (peak / 1e6, small / 1e6, cpu, size / 1e6 / cpu))


def callgrind(argv, *options):
    """Instructions that a command executes."""
    out = os.path.join(WORK, "callgrind.out")
    got = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=" + out, *options, *argv],
                         stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return int(re.search(r"Collected : (\d+)", got.stderr).group(1))


def instructions(binary):
    if not shutil.which("valgrind"):
        return leave_out("instructions per byte", "valgrind is not installed")
    path = feed_of(1)
    nothing = callgrind([binary, "parse", os.path.join(ROOT, "feeds", "welcome.xml")])
    count = callgrind([binary, "parse", path])
    row("parse", "%.1f" % ((count - nothing) / os.path.getsize(path)), "instr/B", "", "callgrind, a feed of 1 MB, less start-up")


# ---- quotations

def long_article():
    """The text of the samples over and over: one article as long as they may be, 4 MB."""
    path = os.path.join(WORK, "long.txt")
    if not os.path.exists(path):
        os.makedirs(WORK, exist_ok=True)
        with open(os.path.join(ROOT, "feeds", "east-asia.xml"), encoding="utf-8") as f:
            text = f.read()
        paragraphs = [re.sub(r"<[^>]+>", "", p) for p in re.findall(r"<p>(.*?)</p>", text)]
        once = "\n\n".join(paragraphs) + "\n\n"
        with open(path, "w", encoding="utf-8") as f:
            f.write("A long article\n\n" + once * (4_000_000 // len(once.encode())))
    return path


def quotes(binary):
    tool = os.path.join(os.path.dirname(binary), "tests", "bench", "quotes")
    paths = [os.path.join(ROOT, "feeds", "east-asia.xml"), long_article()]
    got = subprocess.run([tool, *paths], stdout=subprocess.PIPE, text=True).stdout.splitlines()
    for line, what in zip(got, ("14 articles of news", "one article of 4 MB")):
        speed, size, count = line.split()
        row("quotations, %s" % what, speed, "MB/s", ">= 50", "of text, CPU, loading left out; %s bytes, %s quotations" % (size, count))
    if shutil.which("valgrind"):
        count = callgrind([tool, paths[0]], "--toggle-collect=quotes_find")
        row("quotations", "%.1f" % (count / 5 / int(got[0].split()[1])), "instr/B", "", "callgrind, the 14 articles")


# ---- pages

def pages(binary):
    packed = sorted(glob.glob(os.path.join(SHARED, "corpora", "pages", "*", "page.html.gz")))
    if not packed:
        return leave_out("pages", "../shared/corpora/pages is not there")
    folder = os.path.join(WORK, "pages")
    os.makedirs(folder, exist_ok=True)
    took, shares = [], []
    small = peak_memory([binary, "parse", os.path.join(ROOT, "feeds", "welcome.xml")])
    for path in packed:
        page = os.path.join(folder, os.path.basename(os.path.dirname(path)) + ".html")
        if not os.path.exists(page):
            with gzip.open(path) as f, open(page, "wb") as out:
                out.write(f.read())
        cpu, wall = run([binary, "parse", "--type", "text/html", page])
        took.append((wall * 1000, os.path.getsize(page), cpu * 1000))
        if os.path.getsize(page) > 500_000:
            peak = peak_memory([binary, "parse", "--type", "text/html", page])
            shares.append((peak - small) / os.path.getsize(page))
    took.sort()
    row("page, median", "%.1f" % took[len(took) // 2][0], "ms", "<= 10", "whole process, %d pages; CPU %.1f ms" % (len(took), median([t[2] for t in took])))
    row("page, worst", "%.1f" % took[-1][0], "ms", "", "of %.1f MB" % (took[-1][1] / 1e6))
    row("pages", "%.0f" % (1000 * len(took) / sum(t[0] for t in took)), "1/s", "", "one process each, one at a time")
    if shares:
        row("memory, pages above 0.5 MB", "%.1f" % max(shares), "x page", "<= 12", "worst of %d, less that of a tiny feed" % len(shares))


# ---- the library

def driver():
    """../shared/bench/pty_drive.py as a module, in an interpreter that has pyte, or None."""
    path = os.path.join(SHARED, "bench", "pty_drive.py")
    if not os.path.exists(path):
        return None
    spec = importlib.util.spec_from_file_location("pty_drive", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module if module.pyte else None


PORT = 8098  # as in network.py, which asks the same feeds


def big_library(binary):
    """A library of 100,000 articles, fetched once from a loopback server by the program itself."""
    path = os.path.join(WORK, "library.db")
    stamp = path + ".complete"
    forms = [os.path.join(ROOT, "src", "store", name) for name in ("migrations.c", "index.c")]
    if os.path.exists(stamp) and os.path.getmtime(stamp) > max(os.path.getmtime(form) for form in forms):
        return path  # one of an older form would be brought up to date while it is measured
    for old in glob.glob(path + "*"):
        os.remove(old)
    made("net-1000", "--feeds", "1000", "--items", "100", "--base-url", "http://127.0.0.1:%d" % PORT)
    folder = os.path.join(WORK, "net-1000")
    server = subprocess.Popen([sys.executable, os.path.join(SHARED, "bench", "serve.py"), folder, "--port", str(PORT)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        time.sleep(1)
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": True}
        subprocess.run([binary, "--library", path, "import", os.path.join(folder, "feeds.opml")], **quiet)
        subprocess.run([binary, "--library", path, "refresh"], **quiet)
        open(stamp, "w").close()
    finally:
        server.terminate()
        server.wait()
    return path


READY = r"all keys"


def reader(binary):
    drive = driver()
    if not drive:
        return leave_out("the reader's first screen and keys", "../shared/bench/pty_drive.py or python3-pyte is not there")
    environment = dict(os.environ, XDG_CONFIG_HOME=os.path.join(WORK, "config"), XDG_DATA_HOME=os.path.join(WORK, "data"))
    library = big_library(binary)

    def open_reader(*arguments):
        return drive.Term([binary, *arguments], *SCREEN, env=environment, quiet_ms=40)

    first = []
    for _ in range(7):
        term = open_reader("--library", library)
        first.append(term.wait_for(READY) * 1000)
        term.settle()
        memory_now = term.rss_now()
        term.close("q")
    row("first screen, 100,000 articles", "%.1f" % median(first), "ms", "<= 25", "exec to the last read of the screen, median of %d" % len(first))
    row("  resident memory", "%.1f" % (memory_now / 1024), "MB", "<= 25", "after it")

    term = open_reader("--library", library)
    term.wait_for(READY)
    term.settle()
    keys = term.many("j", 300)
    row("a key down, p50", keys["settled_ms"]["p50"], "ms", "<= 0.5", "300 presses of j, write to last byte")
    row("a key down, p95", keys["settled_ms"]["p95"], "ms", "<= 1", "")
    row("a key down, bytes to the terminal", keys["bytes"]["p95"], "B", "<= 300", "p95; p50 %s" % keys["bytes"]["p50"])
    burst = term.burst("j", 300)
    row("300 keys at once", burst["settled_ms"], "ms", "<= 25", "until the last byte; %s bytes" % burst["bytes"])
    opened = term.many("Enter", 30, "q")
    row("opening an article, p50", opened["settled_ms"]["p50"], "ms", "<= 2", "30 times; p95 %s" % opened["settled_ms"]["p95"])
    back = back_times(term, 20)
    row("back, p50", back, "ms", "<= 1.5", "20 times")
    term.close("Q")

    term = open_reader(made("long", "--feeds", "1", "--items", "40", "--mix", "rss:100")[0])
    term.wait_for(READY)
    term.settle()
    opened = term.many("Enter", 10, "q")
    row("opening an article of 120 KB, p50", opened["settled_ms"]["p50"], "ms", "<= 10", "10 times; p95 %s" % opened["settled_ms"]["p95"])
    term.press("Enter")
    page = term.many("Space", 20)
    row("a page in it, p50", page["settled_ms"]["p50"], "ms", "<= 0.8", "20 presses of Space; p95 %s" % page["settled_ms"]["p95"])
    term.close("Q")


def back_times(term, count):
    took = []
    for _ in range(count):
        term.press("Enter")
        took.append(term.press("q")["settled_ms"])
    return round(median([t for t in took if t is not None]), 3)


def network(binary):
    """Refreshing has a script of its own."""
    subprocess.run([sys.executable, os.path.join(HERE, "network.py"), binary], check=False)


ROWS = {"parse": parse, "memory": memory, "instructions": instructions, "quotes": quotes, "pages": pages, "reader": reader,
        "network": network}
WITHOUT_SHARED = {"quotes"}


def main():
    binary = os.path.abspath(sys.argv[1])
    wanted = sys.argv[2:] or list(ROWS)
    os.makedirs(WORK, exist_ok=True)
    print("%d processors, load %.1f: what is counted in seconds of the clock wants a machine that is at rest"
          % (os.cpu_count(), os.getloadavg()[0]))
    row("figure", "value", "unit", "target", "how it was taken")
    for name in wanted:
        if name not in WITHOUT_SHARED and not os.path.exists(MAKE_FEEDS):
            leave_out(name, "../shared/bench/make_feeds.py is not there")
        else:
            ROWS[name](binary)
    for line in left_out:
        print("left out: " + line)


if __name__ == "__main__":
    main()
