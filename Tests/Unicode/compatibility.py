#!/usr/bin/env python3
"""Writes Sources/Folding/Compatibility/*Forms.swift and CanonicalPairs.swift: which characters are other shapes of others.

Run it from the repository's root, with a Python that knows a newer Unicode. What it writes is sorted, and the same in
every run with the same version of Unicode.
"""
import unicodedata

# What is read as the characters that it stands for.
SAME = {
    "<compat>", "<wide>", "<narrow>", "<initial>", "<medial>", "<final>", "<isolated>", "<font>", "<noBreak>",
    "<vertical>", "<square>", "<small>",
}
# What is read otherwise, but is found by the plain characters when it stands in a name.
RAISED = {"<super>", "<sub>", "<circle>", "<fraction>"}

# Radicals of simplified and other forms that PDFs hold instead of the characters: Unicode has no mapping for them.
RADICALS = {
    0x2E81: "厂", 0x2E85: "亻", 0x2E86: "冂", 0x2E89: "刂", 0x2E8B: "㔾", 0x2E90: "尢", 0x2E92: "巳", 0x2E93: "幺",
    0x2E94: "彑", 0x2E96: "忄", 0x2E97: "㣺", 0x2E98: "扌", 0x2E99: "攵", 0x2E9D: "月", 0x2E9E: "歺", 0x2EA0: "民",
    0x2EA1: "氵", 0x2EA2: "氺", 0x2EA3: "灬", 0x2EA4: "爫", 0x2EA6: "丬", 0x2EA8: "犭", 0x2EA9: "王", 0x2EAB: "目",
    0x2EAC: "示", 0x2EAD: "礻", 0x2EAF: "糹", 0x2EB0: "纟", 0x2EB2: "罒", 0x2EB6: "羊", 0x2EB9: "耂", 0x2EBA: "肀",
    0x2EBB: "聿", 0x2EBC: "肉", 0x2EBD: "臼", 0x2EBE: "艹", 0x2EBF: "艹", 0x2EC0: "艹", 0x2EC1: "虎", 0x2EC2: "衤",
    0x2EC3: "覀", 0x2EC4: "西", 0x2EC5: "见", 0x2EC6: "角", 0x2EC8: "讠", 0x2EC9: "贝", 0x2ECB: "车", 0x2ECC: "辶",
    0x2ECD: "辶", 0x2ED0: "钅", 0x2ED1: "長", 0x2ED2: "镸", 0x2ED3: "长", 0x2ED4: "门", 0x2ED6: "阝", 0x2ED7: "雨",
    0x2ED8: "青", 0x2ED9: "韦", 0x2EDA: "页", 0x2EDB: "风", 0x2EDC: "飞", 0x2EDD: "食", 0x2EDF: "飠", 0x2EE0: "饣",
    0x2EE2: "马", 0x2EE3: "骨", 0x2EE4: "鬼", 0x2EE5: "鱼", 0x2EE6: "鸟", 0x2EE7: "卤", 0x2EE8: "麦", 0x2EE9: "黄",
    0x2EEA: "黾", 0x2EEB: "斉", 0x2EEC: "齐", 0x2EED: "歯", 0x2EEE: "齿", 0x2EEF: "竜", 0x2EF0: "龙", 0x2EF2: "亀",
}


def sort_of(character):
    """The tag of a compatibility mapping, "" for one to a single equivalent character, None for all else."""
    mapping = unicodedata.decomposition(character)
    if mapping.startswith("<"):
        return mapping.split()[0]
    return "" if mapping and len(mapping.split()) == 1 else None


def stands_for(character, sorts):
    """What a character stands for by mappings of some sorts."""
    if sort_of(character) not in sorts:
        return character
    parts = unicodedata.decomposition(character).split()
    whole = "".join(stands_for(chr(int(part, 16)), sorts) for part in parts if not part.startswith("<"))
    return unicodedata.normalize("NFC", whole)


def is_spaced_mark(text):
    """A mark by itself, such as ¨, is a blank with that mark to Unicode: nobody reads it so."""
    return len(text) > 1 and text[0] == " "


def table(sorts, more=()):
    found = dict(more)
    for value in range(0x80, 0x110000):
        character = chr(value)
        if sort_of(character) in sorts:
            text = stands_for(character, sorts)
            if not is_spaced_mark(unicodedata.normalize("NFKD", text)) and text != character:
                found[value] = text
    return sorted(found.items())


def runs(entries):
    """`start>target`; `start+count>target` for as many that follow one another, `start*count>target` for as many
    that stand for the same. Numbers are hexadecimal, those of several targets have points between them."""
    written = []
    index = 0
    while index < len(entries):
        start, text = entries[index]
        lengths = {}
        for sign, step in (("+", 1), ("*", 0)):
            count = 1
            while (
                len(text) == 1 and index + count < len(entries)
                and entries[index + count] == (start + count, chr(ord(text) + step * count))
            ):
                count += 1
            lengths[sign] = count
        sign = max(lengths, key=lengths.get)
        count = lengths[sign]
        target = ".".join(f"{ord(scalar):X}" for scalar in text)
        written.append(f"{start:X}" + (f"{sign}{count:X}" if count > 1 else "") + ">" + target)
        index += count
    return written


def lines(words, width=100):
    line = ""
    for word in words:
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = ""
        line += (" " if line else "") + word
    yield line


def write(name, comment, entries):
    with open(f"Sources/Folding/Compatibility/{name}.swift", "w", encoding="utf-8") as file:
        file.write(f"// Written by Tests/Unicode/compatibility.py from Unicode {unicodedata.unidata_version}.\n\n")
        file.write("extension CompatibilityForms {\n")
        file.write(f"  /// {comment}\n")
        variable = name[0].lower() + name[1:]
        file.write(f'  static let {variable} = """\n')
        for line in lines(runs(entries)):
            file.write(f"    {line}\n")
        file.write('    """\n}\n')


def write_canonical():
    """Characters that are two others in one: `whole>first.second`, with `!` where they are never put together."""
    words = []
    for value in range(0x80, 0x110000):
        parts = unicodedata.decomposition(chr(value)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            alone = "" if unicodedata.normalize("NFC", chr(value)) == chr(value) else "!"
            words.append(f"{value:X}{alone}>{parts[0].lstrip('0')}.{parts[1].lstrip('0')}")
    with open("Sources/Folding/Compatibility/CanonicalPairs.swift", "w", encoding="utf-8") as file:
        file.write(f"// Written by Tests/Unicode/compatibility.py from Unicode {unicodedata.unidata_version}.\n\n")
        file.write("extension NormalForms {\n")
        file.write("  /// Characters that are a letter and its mark in one; those with `!` always stay apart.\n")
        file.write('  static let canonicalPairs = """\n')
        for line in lines(words):
            file.write(f"    {line}\n")
        file.write('    """\n}\n')


same = table(SAME | {""}, [(value, text) for value, text in RADICALS.items()])
if __name__ == "__main__":
    write("CommonForms", "Shapes of the same characters below U+F900.", [e for e in same if e[0] < 0xF900])
    write("PresentationForms", "Shapes of the same characters from U+F900 on.", [e for e in same if e[0] >= 0xF900])
    raised = [e for e in table(SAME | RAISED | {""}) if sort_of(chr(e[0])) in RAISED]
    write("RaisedForms", "Raised, lowered and circled characters, and fractions.", raised)
    write_canonical()
