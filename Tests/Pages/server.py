#!/usr/bin/env python3
"""Serves a built site below the path of its own address, on a free port of this machine, and prints the port.

With a policy, all that it sends has that Content-Security-Policy; with --slowly, pages come in pieces."""

import argparse
import gzip
import http.server
import time
import zlib
from pathlib import Path

arguments = argparse.ArgumentParser()
arguments.add_argument("site", type=lambda site: Path(site).resolve())
arguments.add_argument("path", nargs="?", default="")
arguments.add_argument("--policy")
arguments.add_argument("--slowly", action="store_true")
told = arguments.parse_args()

SITE, POLICY = told.site, told.policy
PATH = "/" + told.path.strip("/") if told.path.strip("/") else ""
# So many pieces show where a page moves as it comes in, and none takes long.
PIECES, PAUSE = 12, .03
PRESSED = {".html", ".css", ".svg", ".js", ".json", ".xml"}


def in_pieces(body):
    """The body compressed, each piece readable as soon as it is there."""
    packer = zlib.compressobj(6, wbits=31)
    for number in range(PIECES):
        part = body[len(body) * number // PIECES:len(body) * (number + 1) // PIECES]
        last = number == PIECES - 1
        yield packer.compress(part) + packer.flush(zlib.Z_FINISH if last else zlib.Z_SYNC_FLUSH)


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = self.path.split("?")[0].removeprefix(PATH)
        file = (SITE / path.lstrip("/")).resolve()
        if file.is_dir():
            file /= "index.html"
        inside = self.path.startswith(PATH + "/") and file.is_relative_to(SITE)
        status = 200 if inside and file.is_file() else 404
        file = file if status == 200 else SITE / "404.html"
        body = file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(file)))
        pieces = [body]
        if told.slowly and file.suffix == ".html":
            pieces = list(in_pieces(body))
            body = b"".join(pieces)
            self.send_header("Content-Encoding", "gzip")
        elif file.suffix in PRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            pieces = [body := gzip.compress(body, 6)]
            self.send_header("Content-Encoding", "gzip")
        if POLICY:
            self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        for number, piece in enumerate(pieces):
            time.sleep(PAUSE if number else 0)
            self.wfile.write(piece)

    def log_message(self, *what):
        pass


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *what):
        """A browser that ends hangs up in the middle, which is no news."""


with Server(("127.0.0.1", 0), Handler) as server:
    print(server.server_port, flush=True)
    server.serve_forever()
