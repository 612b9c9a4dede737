"""From a saved file to the new page: starts `remit serve`, saves files, and waits for the reload channel and then for the
page, as a browser does. It leaves the knowledge base changed."""
import http.client
import os
import re
import subprocess
import time

NEW_FILE = "new file"


class Preview:
    """A running server, and a browser that listens to it."""

    def __init__(self, remit, folder):
        start = time.monotonic()
        self.process = subprocess.Popen(
            [remit, "serve", "--root", folder, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        line = self.process.stdout.readline()
        self.started = time.monotonic() - start
        self.port = int(re.search(r"127\.0\.0\.1:(\d+)", line).group(1))
        self.pages = http.client.HTTPConnection("127.0.0.1", self.port)
        self.channel = http.client.HTTPConnection("127.0.0.1", self.port)
        self.channel.request("GET", "/.remit/events")
        self.events = self.channel.getresponse()
        self.wait_for_event()

    def wait_for_event(self):
        while not self.events.readline().startswith(b"data:"):
            pass

    def get(self, path):
        self.pages.request("GET", path)
        answer = self.pages.getresponse()
        return answer.status, answer.read()

    def stop(self):
        self.process.terminate()
        return self.process.wait()


def save(path, text):
    """Beside it, then renamed over it: as most editors do."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + "~", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(path + "~", path)


def measure(preview, folder, page, change, rounds):
    """Milliseconds from the file's being saved to the new page's last byte."""
    times = []
    for number in range(rounds):
        mark = f"mark{number}of{time.monotonic_ns()}"
        path, text = change(mark)
        start = time.monotonic()
        save(os.path.join(folder, path), text)
        while True:
            preview.wait_for_event()
            status, body = preview.get(page(path))
            if status == 200 and mark.encode() in body:
                break
        times.append((time.monotonic() - start) * 1000)
    return times


def changes(folder, measure_path, agency_path):
    """What a writer does: a name, and from a mark the path and new text of a file."""
    def read(path):
        with open(os.path.join(folder, path), encoding="utf-8") as file:
            return file.read()

    measure_text, agency_text = read(measure_path), read(agency_path)
    agency = "agency/" + os.path.basename(agency_path).removesuffix(".md")
    return {
        "sentence in a text": lambda mark: (measure_path, measure_text + f"\n{mark} [[{agency}]]\n"),
        "title that others show": lambda mark: (
            agency_path, re.sub("^title: .*$", f"title: Agency {mark}", agency_text, count=1, flags=re.MULTILINE)),
        NEW_FILE: lambda mark: (f"content/measures/new/{mark}.md", measure_text + f"\n{mark}\n"),
        "style sheet's template": lambda mark: ("templates/partials/cite.html", f"<p>{mark}</p>\n"),
    }


def address(path, agency_path):
    """The page that shows a change of the file."""
    if path.startswith("templates/"):
        path = agency_path
    return "/" + re.sub(r"\.md$", ".html", path.removeprefix("content/"))


def latencies(remit, folder, plan, rounds):
    """Seconds until the preview stands, and for each change its milliseconds."""
    measure_path, agency_path = (f"content/{plan.path(kind, 1)}.md" for kind in ("measure", "agency"))
    page = lambda path: address(path, agency_path)
    preview = Preview(remit, folder)
    try:
        preview.get(page(agency_path))
        given = {}
        for name, change in changes(folder, measure_path, agency_path).items():
            given[name] = measure(preview, folder, page, change, rounds)
        return preview.started, given
    finally:
        preview.stop()
