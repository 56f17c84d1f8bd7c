"""Applies whole histories of real projects, beside one psql process that is given all their files."""

import shutil

import databases

HISTORIES = ["langfuse", "trigger.dev"]

# What Lockstep may take at most, of what psql takes on the same server.
MOST = 1.3


def measure(table, folder, count, case, rounds, lockstep, corpus):
    """Prints the section; `case` makes what `rounds` runs. `corpus` has a folder a history."""
    if not shutil.which("psql") or not corpus.is_dir():
        print("psql or the histories are missing, so that applying them is not measured")
        return
    server = databases.Server(lockstep, folder)
    try:
        for name in HISTORIES:
            compare(table, count, case, rounds, server, corpus / name)
    finally:
        server.stop()


def compare(table, count, case, rounds, server, history):
    """Each round has databases of its own."""
    files = sorted(history.glob("*/migration.sql"))
    word = history.name.replace(".", "_")

    def new(who):
        return lambda number: [server.database(f"lockstep_bench_{word}_{who}_{number}", "")]

    words = ["psql", "-qX", "-v", "ON_ERROR_STOP=1", "-v", "VERBOSITY=terse"]
    words += [it for file in files for it in ("-f", str(file))]
    peer = case(f"psql {history.name}, {len(files)} files", [*words, "-d"], new("psql"))
    ours = case(
        f"migrate apply {history.name}",
        [server.lockstep, "migrate", "apply", "--dir", str(history), "--no-check", "--database"],
        new("ours"),
    )
    rounds([peer, ours], count)
    table.plain(peer.name, peer)
    table.bar(ours.name, ours, MOST * peer.least, f"{MOST} times psql")
