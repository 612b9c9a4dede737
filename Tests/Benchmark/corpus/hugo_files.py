"""The same page as Hugo reads it: links lead to pages by address, and what the page says is in its front matter, where the
templates in hugo/ find it: facts, relations, and the pages that its text leads to. The front matter is JSON, which Hugo
reads in a quarter less time for the whole build than YAML."""
import json
import shutil
from pathlib import Path

from .plan import FOLDERS
from .values import Claims, Items, Names, Records

SITE = Path(__file__).resolve().parents[1] / "hugo"
FEEDS = {"policies", "news"}


class HugoMarks:
    """How links and citations are written in a text; which pages they lead to is kept for the front matter."""

    def __init__(self, plan):
        self.plan = plan
        self.mentions = {}

    def _address(self, kind, index):
        path = "/" + self.plan.path(kind, index)
        self.mentions[path] = None
        return path + ".html"

    def link(self, kind, index, words):
        return f"[{words or self.plan.title(kind, index)}]({self._address(kind, index)})"

    def cite(self, source, place):
        return f"([{self.plan.title('source', source).split(' ')[0]}]({self._address('source', source)}), {place})"


class HugoWriter:
    def __init__(self, plan):
        self.plan = plan

    def marks(self):
        return HugoMarks(self.plan)

    def page(self, kind, index, facts, body):
        text = body.text()
        facts = facts.all()
        head = {"title": self.plan.title(kind, index), "description": facts.pop("summary")}
        for field in ("published", "date"):
            if field in facts:
                head["date"] = _mappings(facts[field])[0]["is"]
        if "aliases" in facts:
            head["names"] = self._fact(facts.pop("aliases"))
        head["relations"] = {field: self._fact(value) for field, value in facts.items() if isinstance(value, Items)}
        head["facts"] = {field: self._fact(value) for field, value in facts.items() if not isinstance(value, Items)}
        head["mentions"] = list(body.marks.mentions)
        return json.dumps(head, ensure_ascii=False, indent=1) + "\n\n" + text

    def _fact(self, value):
        fact = [self._mapping(mapping) for mapping in _mappings(value)]
        if isinstance(value, Claims) and value.assessment:
            fact.append({"judgement": value.assessment["state"], "reason": value.assessment["reason"]})
        return fact

    def _mapping(self, mapping):
        return {key: self._word(value) for key, value in mapping.items()}

    def _word(self, value):
        """A page as its path, a text by language as its text, a list as one text."""
        if isinstance(value, tuple):
            return "/" + self.plan.path(*value)
        if isinstance(value, dict):
            return next(iter(value.values()))
        return ", ".join(value) if isinstance(value, list) else value


def _mappings(value):
    """A fact as a list of mappings, whatever its form."""
    if isinstance(value, Items):
        return [{"to": item} if isinstance(item, tuple) else item for item in value.items]
    if isinstance(value, Claims):
        return value.claims
    if isinstance(value, Records):
        return value.records
    return value.names if isinstance(value, Names) else [{"is": value}]


def lay_out(folder):
    """Settings, templates and the head of each list."""
    shutil.copytree(SITE, folder, dirs_exist_ok=True)
    for kind, name in FOLDERS.items():
        outputs = "outputs: [html, rss]\n" if name in FEEDS else ""
        Path(folder, "content", name, "_index.md").write_text(
            f"---\ntitle: {name.capitalize()}\n{outputs}---\n", encoding="utf-8")
