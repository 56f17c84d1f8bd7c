#!/usr/bin/env python3
"""Draws what a command prints on a terminal as an SVG: terminal.py OUT.svg COMMAND ARGUMENT...

The command runs on a pseudo-terminal, so that it prints what a person sees, colours included.
"""

import os
import pty
import re
import sys
from html import escape

CHARACTER, LINE, PADDING, BAR = 8.4, 19, 18, 34
COLOURS = {
    "31": "#ff7b72",
    "32": "#7ee787",
    "33": "#e3b341",
    "34": "#79c0ff",
    "35": "#d2a8ff",
    "36": "#76e3ea",
    "90": "#8b949e",
}


def output(command):
    """Returns what the command prints, with its escape sequences."""
    seen = bytearray()

    def read(descriptor):
        data = os.read(descriptor, 4096)
        seen.extend(data)
        return data

    sys.stdout.flush()
    pty.spawn(command, read)
    return seen.decode().replace("\r\n", "\n")


def shown(text):
    """Returns the lines as they stand at the end, progress that was overwritten taken out."""
    lines = [line.split("\r")[-1] for line in text.rstrip("\n").split("\n")]
    return [re.sub(r"\x1b\[[0-9]*[A-HJKSTfhln]", "", line) for line in lines]


def spans(line):
    """Yields text and SVG attributes of each run of one style."""
    fill, bold, dim = "", False, False
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        style = re.fullmatch(r"\x1b\[([0-9;]*)m", part)
        if not style:
            if part:
                look = f' fill="{fill}"' if fill else ""
                look += ' font-weight="700"' if bold else ""
                look += ' opacity="0.65"' if dim else ""
                yield part, look
            continue
        for code in (style[1] or "0").split(";"):
            if code in ("", "0"):
                fill, bold, dim = "", False, False
            elif code == "1":
                bold = True
            elif code == "2":
                dim = True
            elif code in COLOURS:
                fill = COLOURS[code]


def draw(title, lines):
    plain = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in lines]
    width = PADDING * 2 + CHARACTER * max(60, *map(len, plain), len(title) + 12)
    height = BAR + PADDING + LINE * len(lines)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" '
        f'width="{width:.0f}" font-family="ui-monospace, Menlo, Consolas, monospace" '
        f'font-size="14" fill="#e6edf3" role="img" aria-label="{escape(title, quote=True)}">'
    )
    yield f'<rect width="{width:.0f}" height="{height}" rx="9" fill="#0d1117"/>'
    for index, colour in enumerate(("#ff5f57", "#febc2e", "#28c840")):
        yield f'<circle cx="{20 + 18 * index}" cy="17" r="5.5" fill="{colour}"/>'
    for index, line in enumerate(lines):
        y, x = BAR + LINE * index + 14, PADDING
        for text, look in spans(line):
            yield f'<text x="{x:.1f}" y="{y}" xml:space="preserve"{look}>{escape(text)}</text>'
            x += CHARACTER * len(text)
    yield "</svg>"


def main():
    target, *command = sys.argv[1:]
    name = os.path.basename(command[0])
    prompt = "\x1b[32m$\x1b[0m \x1b[1m" + " ".join([name, *command[1:]]) + "\x1b[0m"
    lines = [prompt, *shown(output(command))]
    with open(target, "w", encoding="utf-8") as file:
        file.write("\n".join(draw(" ".join([name, *command[1:]]), lines)) + "\n")


main()
