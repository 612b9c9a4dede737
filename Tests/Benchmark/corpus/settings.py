"""The settings of the generated knowledge base: every sort of view, search, feeds; or less, to see what they cost."""
import shutil
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
VIEWS = Path(__file__).with_name("views.yaml")


# A network may have 2,000 pages of pairs: how often two must be joined for one, by the most entities.
LEAST = ((4_000, 1), (30_000, 2), (200_000, 8), (2_000_000, 40))


def remit_yaml(plan, views=True, search=True):
    lines = [
        "title: Policies of an invented country", "description: A knowledge base that was generated to measure programs.",
        "base_url: https://benchmark.example/", "as_of: 2024-09-24", "licence: CC BY 4.0",
        "navigation: [policy, measure, agency, target, programme, source]"]
    if not search:
        lines.append("search: false")
    text = "\n".join(lines) + "\n"
    if views:
        slug = lambda kind, index: plan.slug(kind, index)
        text += VIEWS.read_text(encoding="utf-8").format(
            first=slug("policy", 0), second=slug("policy", 1), third=slug("policy", 2),
            least=next(least for most, least in LEAST if plan.size <= most))
    return text


def write(folder, plan, views=True, search=True):
    shutil.copyfile(PROJECT / "schema.yaml", Path(folder) / "schema.yaml")
    (Path(folder) / "remit.yaml").write_text(remit_yaml(plan, views, search), encoding="utf-8")
