#!/usr/bin/env python3
"""Writes a knowledge base of a given size, the same for the same size: entities with facts, claims, relations,
links between pages, tables and lists. Usage: generate.py FOLDER [ENTITIES]"""
import os
import random
import sys

folder = sys.argv[1]
total = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
project = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
dice = random.Random(20211)
words = ("industry measure regional plan support platform standard enterprise carbon digital market supply chain "
         "ministry notice pilot target review fund equipment renewal quality innovation export grid energy").split()


def write(path, text):
    path = os.path.join(folder, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def sentence(link=None):
    parts = [dice.choice(words) for _ in range(dice.randint(8, 18))]
    if link:
        parts.insert(len(parts) // 2, link)
    return " ".join(parts).capitalize() + "."


def body(links):
    blocks = []
    for section in range(4):
        blocks.append(f"## Section {section + 1}")
        for _ in range(3):
            blocks.append(" ".join(sentence(links.pop() if links else None) for _ in range(4)))
        blocks.append("\n".join(f"- *{dice.choice(words)}* and **{dice.choice(words)}**: {sentence()}" for _ in range(4)))
    rows = "\n".join(f"| {dice.choice(words)} | {dice.randint(1, 9999)} | {sentence()} |" for _ in range(6))
    blocks.append("| What | Number | Note |\n| --- | ---: | --- |\n" + rows)
    return "\n\n".join(blocks) + "\n"


agencies, sources = total // 20, total // 20
policies = total // 5
measures = total - agencies - sources - policies
ids = [f"agency/a{n}" for n in range(agencies)] + [f"policy/p{n}" for n in range(policies)]


def links():
    some = [f"[[{dice.choice(ids)}]]" for _ in range(8)]
    return some + [f"[@s{dice.randrange(sources)}, p. {dice.randint(1, 99)}]" for _ in range(3)]


for name in ("schema.yaml",):
    with open(os.path.join(project, name), encoding="utf-8") as file:
        write(name, file.read())
write("remit.yaml", "title: Benchmark\nas_of: 2024-09-24\nbase_url: https://example.org/\n")
for n in range(agencies):
    write(f"content/agencies/a{n}.md", f"---\ntitle: Agency {n}\nabbreviation: AG{n}\ntype: ministry\naliases: [Office {n}]\n"
          f"summary: {sentence()}\n---\n" + body(links()))
for n in range(sources):
    write(f"content/sources/s{n}.md", f"---\ntitle: Source {n}\npublished: 20{dice.randint(10, 24)}-0{dice.randint(1, 9)}\n"
          f"rendering: original\nurl: https://example.org/source/{n}\n---\n" + body(links()))
for n in range(policies):
    issuers = ", ".join(f"{{to: a{dice.randrange(agencies)}, order: {i + 1}, source: s{dice.randrange(sources)}}}" for i in range(3))
    write(f"content/policies/p{n}.md", f"---\ntitle: Policy {n}\ntype: plan\nnumber: (2021) No. {n}\nissued_by: [{issuers}]\n"
          f"signed:\n  - {{is: 2021-06-01, source: s{dice.randrange(sources)}}}\n  - {{is: 2021-0{dice.randint(6, 7)}-01, source: s{dice.randrange(sources)}, at: p. 3}}\n"
          f"status: in-force\nsummary: {sentence()}\n---\n" + body(links()))
for n in range(measures):
    responsible = ", ".join(f"{{to: a{dice.randrange(agencies)}, role: responsible, order: {i + 1}}}" for i in range(3))
    write(f"content/measures/p{n % policies}/{n}.md", f"---\ntitle: Measure {n}\nnumber: {n}\npart_of: p{n % policies}\n"
          f"responsible: [{responsible}]\ninstrument: [pilot]\nactions:\n"
          + "".join(f"  - {{id: a-{i}, text: \"{sentence()}\", modality: must}}\n" for i in range(1, 4))
          + "---\n" + body(links()))
