"""A page as Remit reads it: YAML front matter, wiki links and citations."""
import re

from .values import Claims, Items, Names, Records

PLAIN = re.compile(r"(?!.*(: | #|:$))[\w(][^,\[\]{}\"']*")


def scalar(text):
    """A text in YAML, in quotes only where it needs them."""
    return text if PLAIN.fullmatch(text) else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class RemitMarks:
    """How links and citations are written in a text."""

    def __init__(self, plan):
        self.plan = plan

    def link(self, kind, index, words):
        identity = self.plan.identity(kind, index)
        return f"[[{identity}|{words}]]" if words else f"[[{identity}]]"

    def cite(self, source, place):
        return f"[@{self.plan.slug('source', source)}, {place}]"


class RemitWriter:
    """The front matter of a page, as text."""

    def __init__(self, plan):
        self.plan = plan

    def marks(self):
        return RemitMarks(self.plan)

    def page(self, kind, index, facts, body):
        lines = ["---", f"title: {scalar(self.plan.title(kind, index))}"]
        self.default = facts.follows
        if facts.follows:
            lines.insert(1, f"defaults: {{source: {self.plan.slug(*facts.follows)}}}")
        for field, value in facts.all().items():
            self._fact(lines, field, value)
        return "\n".join(lines) + "\n---\n\n" + body.text()

    def _word(self, key, value):
        if isinstance(value, tuple):
            return self.plan.slug(*value) if key in ("source", "prefer") else self.plan.identity(*value)
        if isinstance(value, dict):
            return "{" + ", ".join(f"{name}: {scalar(text)}" for name, text in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(scalar(text) for text in value) + "]"
        return scalar(value)

    def _mapping(self, lines, mapping, indent):
        """In braces where it is short, as people write it; else a key a line."""
        words = [
            f"{key}: {self._word(key, value)}" for key, value in mapping.items()
            if key != "source" or value != self.default]
        if sum(map(len, words)) < 90:
            lines.append(f"{indent}- {{{', '.join(words)}}}")
        else:
            lines.append(f"{indent}- {words[0]}")
            lines += [f"{indent}  {word}" for word in words[1:]]

    def _fact(self, lines, field, value):
        if isinstance(value, Items):
            self._relation(lines, field, value.items)
        elif isinstance(value, Claims):
            self._claims(lines, field, value)
        elif isinstance(value, (Records, Names)):
            lines.append(f"{field}:")
            for mapping in value.records if isinstance(value, Records) else value.names:
                self._mapping(lines, mapping, "  ")
        else:
            lines.append(f"{field}: {self._word(field, value)}")

    def _relation(self, lines, field, items):
        names = [item if isinstance(item, tuple) else item["to"] for item in items]
        if all(isinstance(item, tuple) or len(item) == 1 for item in items):
            words = ", ".join(self.plan.identity(*name) for name in names)
            lines.append(f"{field}: {words}" if len(names) == 1 else f"{field}: [{words}]")
            return
        lines.append(f"{field}:")
        for item in items:
            self._mapping(lines, item, "  ")

    def _claims(self, lines, field, value):
        lines.append(f"{field}:")
        if value.assessment:
            lines.append("  claims:")
        for claim in value.claims:
            self._mapping(lines, claim, "    " if value.assessment else "  ")
        for key, said in (value.assessment or {}).items():
            lines.append(f"  {key}: {self._word(key, said)}")
