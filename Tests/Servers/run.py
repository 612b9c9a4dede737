#!/usr/bin/env python3
"""Runs the settings for web servers that the manual gives, on a built site, and asks each server what readers and
strangers ask. A server that isn't installed is skipped, and that is said.

Usage: run.py PROGRAM"""

import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PROGRAM = Path(sys.argv[1]).resolve()
WORK = Path(tempfile.mkdtemp(prefix="remit-servers-"))
SITE = WORK / "base/site"
FOLDER = "/srv/policies"


def manual(language):
    text = (PROJECT / "content/manual/publishing.md").read_text()
    return re.search(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)[1]


def replace(text, old, new):
    if old not in text:
        sys.exit(f"servers: the manual no longer says '{old}'")
    return text.replace(old, new)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def nginx(port):
    settings = replace(manual("nginx"), "listen 80;", f"listen 127.0.0.1:{port};")
    settings = replace(settings, FOLDER, str(SITE))
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{kind}_temp_path {WORK}/{kind};\n" for kind in kinds)
    file = WORK / "nginx.conf"
    file.write_text(
        ("user root;\n" if os.geteuid() == 0 else "")
        + f"pid {WORK}/nginx.pid;\nerror_log {WORK}/nginx.log;\ndaemon off;\nevents {{}}\nhttp {{\n"
        + f"include /etc/nginx/mime.types;\naccess_log off;\n{temporary}{settings}}}\n")
    return ["nginx", "-c", str(file), "-e", f"{WORK}/nginx.log"]


def caddy(port):
    settings = replace(manual("caddyfile"), "policies.example {", f"http://127.0.0.1:{port} {{")
    file = WORK / "Caddyfile"
    file.write_text("{\n\tadmin off\n}\n" + replace(settings, FOLDER, str(SITE)))
    return ["caddy", "run", "--config", str(file), "--adapter", "caddyfile"]


def ask(port, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def check(port):
    """What is wrong."""
    problems = []

    def expect(condition, *what):
        if not condition:
            problems.append(what)

    for path, file, kind in [
        ("/", "index.html", "text/html"), ("/targets/", "targets/index.html", "text/html"),
        ("/targets/fine-dust-2030.html", "targets/fine-dust-2030.html", "text/html"),
        ("/assets/style.css", "assets/style.css", "text/css"), ("/assets/icon.svg", "assets/icon.svg", "image/svg+xml"),
        ("/deadlines.csv", "deadlines.csv", "text/csv"), ("/deadlines.json", "deadlines.json", "application/json"),
    ]:
        status, headers, body = ask(port, path)
        expect(status == 200 and body == (SITE / file).read_bytes(), path, status)
        expect(headers.get("content-type", "").split(";")[0] == kind, path, headers.get("content-type"))
        expect(kind not in ("text/html", "text/css", "text/csv") or "charset=utf-8" in headers["content-type"], path,
               headers.get("content-type"))
        expect(headers.get("cache-control") == "no-cache", path, headers)
        expect(headers.get("x-content-type-options") == "nosniff", path, headers)
        status, _, body = ask(port, path, If_None_Match=headers.get("etag", ""))
        expect(status == 304 and not body, path, "is sent again though it hasn't changed", status)
    status, headers, _ = ask(port, "/targets")
    expect(status in (301, 308) and headers.get("location") == "/targets/", "/targets", status, headers)
    page = (SITE / "404.html").read_bytes()
    for path in ["/nothing", "/assets/", "/.remit-manifest", "/targets/.hidden", "/nothing.csv"]:
        status, headers, body = ask(port, path)
        expect(status == 404 and body == page, path, status)
        expect(headers.get("content-type", "").startswith("text/html"), path, headers)
    for path in ["/../remit.yaml", "/%2e%2e/remit.yaml", "/..%2fremit.yaml", "/targets/%2e%2e/%2e%2e/remit.yaml"]:
        expect(ask(port, path)[0] in (400, 403, 404), path, "leads out of the site")
    return problems


def run(name, settings):
    if not shutil.which(name):
        print(f"servers: {name} is not installed, so its settings are unchecked")
        return
    port = free_port()
    with open(WORK / f"{name}.log", "w") as log:
        server = subprocess.Popen(settings(port), stdout=log, stderr=log, env=os.environ | {"HOME": str(WORK)})
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            if server.poll() is not None:
                break
            time.sleep(0.05)
        if server.poll() is not None:
            sys.exit(f"servers: {name} does not take the settings\n" + (WORK / f"{name}.log").read_text())
        problems = check(port)
    finally:
        server.terminate()
        server.wait()
    if problems:
        sys.exit("\n".join(f"servers: {name}: {' '.join(map(str, problem))}" for problem in problems))
    print(f"servers: {name} serves the site as the manual says")


def run_storage():
    if not shutil.which("rclone"):
        print("servers: rclone is not installed, so its command is unchecked")
        return
    command = next(line for line in manual_commands() if line.startswith("rclone sync"))
    store = WORK / "store"
    settings = {"RCLONE_CONFIG_STORE_TYPE": "alias", "RCLONE_CONFIG_STORE_REMOTE": str(store), "HOME": str(WORK)}
    subprocess.run(["sh", "-c", command], cwd=SITE.parent, env=os.environ | settings, check=True, capture_output=True)
    def files(folder):
        return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    wanted = {path: data for path, data in files(SITE).items() if not path.startswith(".")}
    if files(store / "policies") != wanted:
        sys.exit("servers: what rclone stores is not the site")
    print("servers: rclone stores the site as the manual says")


def manual_commands():
    text = (PROJECT / "content/manual/publishing.md").read_text()
    return [line for block in re.findall(r"^```sh\n(.*?)^```$", text, re.M | re.S) for line in block.splitlines()]


def main():
    os.environ["PATH"] += ":/usr/sbin:/sbin"
    subprocess.run([PROGRAM, "init", WORK / "base"], check=True, capture_output=True)
    subprocess.run([PROGRAM, "build", "--root", WORK / "base"], check=True, capture_output=True)
    (SITE / "targets/.hidden").write_text("hidden")
    run("nginx", nginx)
    run("caddy", caddy)
    (SITE / "targets/.hidden").unlink()
    run_storage()


try:
    main()
finally:
    shutil.rmtree(WORK)
