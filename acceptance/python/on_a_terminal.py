"""Runs a command on a terminal, answers its questions, and prints all that stood there.

usage: on_a_terminal.py ANSWER COMMAND [ARGUMENT ...]
"""

import os
import pty
import sys

process, terminal = pty.fork()
if process == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
text, answered = b"", 0
while True:
    try:
        more = os.read(terminal, 65536)
    except OSError:
        break
    if not more:
        break
    text += more
    while answered < text.count(b"[y/N] "):
        os.write(terminal, sys.argv[1].encode() + b"\n")
        answered += 1
sys.stdout.buffer.write(text)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
