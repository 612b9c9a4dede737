"""What is measured at one size, in the order of one round. A round does each thing once, so that whatever else the machine
does hits all alike; the next round begins from nothing."""
import shutil

from corpus import settings
from generate import generate

from .measuring import measure

FLOOR, FLOOR_ONE, HASH = "floor", "floor, one core", "read and hash"
COLD, ONE_CORE, NOTHING = "cold", "cold, one core", "nothing changed"
BODY, TITLE, CHECK = "one body edited", "one title edited", "check"
NO_VIEWS, NO_SEARCH, PLAIN = "cold, no views", "cold, no search", "cold, no views, no search"
HUGO = "Hugo"
ORDER = [FLOOR, FLOOR_ONE, HASH, COLD, NOTHING, BODY, TITLE, CHECK, ONE_CORE, NO_VIEWS, NO_SEARCH, PLAIN, HUGO]


class Base:
    """A generated knowledge base, for Remit and for Hugo, in a folder."""

    def __init__(self, folder, size, programs):
        self.folder, self.size, self.programs = folder, size, programs
        self.remit, self.hugo = folder / "remit", folder / "for-hugo"
        self.plan = generate(self.remit, size)
        if programs["hugo"]:
            generate(self.hugo, size, program="hugo")

    def round(self, only=None, with_hugo=True):
        """Each scenario's figures, in this round."""
        given = {}
        for name, run in self._scenarios(with_hugo and self.programs["hugo"]).items():
            if only is None or name in only:
                given[name] = run()
        return given

    def _scenarios(self, with_hugo):
        content = self.remit / "content"
        output = self.folder / "floor"
        scenarios = {
            FLOOR: lambda: self._floor([content, output]),
            FLOOR_ONE: lambda: self._floor(["--threads", 1, content, output], "0"),
            HASH: lambda: self._floor(["--hash", content]),
            NO_VIEWS: lambda: self._without(views=False),
            NO_SEARCH: lambda: self._without(search=False),
            PLAIN: lambda: self._without(views=False, search=False),
            ONE_CORE: lambda: self._build_anew("0"),
            # From here on each goes on from the site that the one before it left.
            COLD: self._build_anew,
            NOTHING: self._build,
            BODY: self._edit_body,
            TITLE: self._edit_title,
            CHECK: lambda: measure([self.programs["remit"], "check", "--quiet", "--root", self.remit]),
        }
        if with_hugo:
            scenarios[HUGO] = self._hugo
        return scenarios

    def _floor(self, words, cores=None):
        figures = measure([self.programs["floor"], *words], cores)
        shutil.rmtree(self.folder / "floor", ignore_errors=True)
        return figures

    def _build(self, cores=None):
        return measure([self.programs["remit"], "build", "--quiet", "--root", self.remit], cores)

    def _build_anew(self, cores=None):
        for name in ("site", ".remit"):
            shutil.rmtree(self.remit / name, ignore_errors=True)
        return self._build(cores)

    def _without(self, **what):
        settings.write(self.remit, self.plan, **what)
        try:
            return self._build_anew()
        finally:
            settings.write(self.remit, self.plan)

    def _edited(self, kind, index, edit):
        """A build after one file changed, over the site as it was before."""
        path = self.remit / "content" / f"{self.plan.path(kind, index)}.md"
        text = path.read_text(encoding="utf-8")
        path.write_text(edit(text), encoding="utf-8")
        try:
            return self._build()
        finally:
            path.write_text(text, encoding="utf-8")

    def _edit_body(self):
        return self._edited("measure", self.plan.count["measure"] // 2, lambda text: text + "\nOne more sentence.\n")

    def _edit_title(self):
        title = "title: " + self.plan.title("agency", 1)
        return self._edited("agency", 1, lambda text: text.replace(title, title + " and More", 1))

    def _hugo(self):
        shutil.rmtree(self.hugo / "public", ignore_errors=True)
        return measure([self.programs["hugo"], "--quiet", "--source", self.hugo])
