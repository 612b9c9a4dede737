"""What a fact may be, before a writer puts it into front matter. A plain text, or a list of texts, is itself."""


class Claims:
    """Values with who says so. `assessment` is what the author says of a disagreement."""

    def __init__(self, claims, assessment=None):
        self.claims, self.assessment = claims, assessment


class Items:
    """A relation: mappings with `to`, a (kind, index), with qualifiers and provenance; or such pairs alone."""

    def __init__(self, items):
        self.items = items


class Records:
    """Mappings with an id, such as the actions of a measure."""

    def __init__(self, records):
        self.records = records


class Names:
    """Aliases: mappings with `name`."""

    def __init__(self, names):
        self.names = names
