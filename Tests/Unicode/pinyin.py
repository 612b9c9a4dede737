#!/usr/bin/env python3
"""Writes Sources/Folding/Chinese/PinyinTable.swift: the characters of the first level of GB 2312 in the order of that standard,
which is by their reading, and for each letter how many of them begin with it.

Run it from the repository's root. What it writes is the same in every run: the order is that of the code points, and the readings
of the first character of each letter are known. Characters of the second level are by radical, and not in the table.
"""
# The first character of each letter.
FIRST = dict(zip("ABCDEFGHJKLMNOPQRSTWXYZ", "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"))

characters = []
for row in range(16, 56):
    for cell in range(1, 95):
        try:
            characters.append(bytes([0xA0 + row, 0xA0 + cell]).decode("gb2312"))
        except UnicodeDecodeError:
            pass
assert len(characters) == 3755, len(characters)
starts = [(letter, characters.index(first)) for letter, first in FIRST.items()]
assert [start for _, start in starts] == sorted(start for _, start in starts)

with open("Sources/Folding/Chinese/PinyinTable.swift", "w", encoding="utf-8") as file:
    file.write("// Written by Tests/Unicode/pinyin.py.\n\n")
    file.write("/// Each letter with the characters of the first level of GB 2312 that begin with it, in the order of their readings.\n")
    file.write("enum PinyinTable {\n  static let characters: [(letter: Character, characters: String)] = [\n")
    for index, (letter, start) in enumerate(starts):
        end = starts[index + 1][1] if index + 1 < len(starts) else len(characters)
        text = "".join(characters[start:end])
        parts = [text[part:part + 48] for part in range(0, len(text), 48)]
        file.write(f'    (\n      "{letter}",\n      """\n')
        for number, part in enumerate(parts):
            file.write(f"      {part}" + ("\\" if number + 1 < len(parts) else "") + "\n")
        file.write('      """\n    ),\n')
    file.write("  ]\n}\n")
