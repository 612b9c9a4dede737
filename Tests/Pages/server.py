#!/usr/bin/env python3
"""Serves a built site below the path of its own address, on a free port of this machine, and prints the port.

Usage: server.py SITE [PATH [POLICY]]      with a Content-Security-Policy for all that it sends"""

import gzip
import http.server
import sys
from pathlib import Path

SITE = Path(sys.argv[1]).resolve()
PATH = "/" + sys.argv[2].strip("/") if len(sys.argv) > 2 and sys.argv[2].strip("/") else ""
POLICY = sys.argv[3] if len(sys.argv) > 3 else None
PRESSED = {".html", ".css", ".svg", ".js", ".json", ".xml"}


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
        if file.suffix in PRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        if POLICY:
            self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *what):
        pass


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *what):
        """A browser that ends hangs up in the middle, which is no news."""


with Server(("127.0.0.1", 0), Handler) as server:
    print(server.server_port, flush=True)
    server.serve_forever()
