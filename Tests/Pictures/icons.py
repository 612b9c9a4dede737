#!/usr/bin/env python3
"""Draws the theme's icon as PNG files, from `templates/assets/icon.svg`: for browsers that take no SVG, for the home screens
of phones, and as the picture that others show beside a link. Run it when that drawing changes, and commit what it writes.

It knows what the drawing has and no more: one square with round corners, and level lines with round ends."""

import re
import struct
import zlib
from pathlib import Path

ASSETS = Path(__file__).resolve().parents[2] / "templates/assets"
# Rows and columns of each pixel at which the drawing is looked at.
FINENESS = 4


def parse(drawing):
    square = re.search(r'<rect width="32" height="32" rx="6" fill="#(\w{6})"', drawing)
    lines = re.search(r'<path d="([^"]+)" stroke="#fff" stroke-width="3" stroke-linecap="round"', drawing)
    strokes = [tuple(map(int, line)) for line in re.findall(r"M(\d+) (\d+)h(\d+)", lines[1])]
    return tuple(bytes.fromhex(square[1])), strokes


def is_white(x, y, strokes):
    """Whether a point of the 32 by 32 square is on a line."""
    for left, middle, length in strokes:
        across = max(left - x, x - left - length, 0)
        if across**2 + (y - middle) ** 2 <= 1.5**2:
            return True
    return False


def is_inside(x, y, radius=6):
    across, down = max(radius - x, x - 32 + radius, 0), max(radius - y, y - 32 + radius, 0)
    return across**2 + down**2 <= radius**2


def png(width, height, palette, rows, opacity=b""):
    """With a palette; a row is a list of its numbers."""
    raw = b"".join(b"\0" + bytes(row) for row in rows)
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", b"".join(bytes(colour) for colour in palette)),
        *([(b"tRNS", opacity)] if opacity else []),
        (b"IDAT", zlib.compress(raw, 9)),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks)


def draw(width, height, side, drawing, has_corners):
    """The drawing in the middle, `side` pixels wide, on its own colour, or with nothing behind its corners."""
    colour, strokes = parse(drawing)
    steps = FINENESS * FINENESS
    palette = [tuple(round(c + (255 - c) * n / steps) for c in colour) for n in range(steps + 1)]
    # Behind the shades from the colour to white those from the colour to nothing.
    opacity = bytes([255] * (steps + 1) + [255 * n // steps for n in range(steps)]) if has_corners else b""
    palette += [colour] * steps if has_corners else []
    left, top = (width - side) / 2, (height - side) / 2

    def shade(column, row):
        points = [
            ((column + (i + 0.5) / FINENESS - left) * 32 / side, (row + (j + 0.5) / FINENESS - top) * 32 / side)
            for i in range(FINENESS) for j in range(FINENESS)]
        inside = sum(is_inside(x, y) for x, y in points)
        if has_corners and inside < steps:
            return steps + 1 + inside
        return sum(is_white(x, y, strokes) for x, y in points)

    return png(width, height, palette, [[shade(x, y) for x in range(width)] for y in range(height)], opacity)


drawing = (ASSETS / "icon.svg").read_text()
(ASSETS / "icon-32.png").write_bytes(draw(32, 32, 32, drawing, True))
# Phones round the corners themselves.
(ASSETS / "icon-180.png").write_bytes(draw(180, 180, 180, drawing, False))
(ASSETS / "share.png").write_bytes(draw(1200, 630, 420, drawing, False))
