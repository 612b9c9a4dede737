#!/usr/bin/env python3
"""Runs the steps of the CI workflows as plain shell, as a runner would: those of this repository and those that
remit init writes. What a runner does itself (checking out, keeping files for another job) is done here; what builds the
program is served by the one that is given. All else runs as it stands.

Usage: run.py PROGRAM"""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from hashlib import sha256
from pathlib import Path

from ruamel.yaml import YAML

sys.dont_write_bytecode = True
from knowledge_base import KnowledgeBase, git  # noqa: E402

PROJECT = Path(__file__).resolve().parents[2]
PROGRAM = Path(sys.argv[1]).resolve()
WORK = Path(tempfile.mkdtemp(prefix="remit-workflows-"))


def load(text):
    return YAML(typ="safe", pure=True).load(text)


def shell(script, folder, env):
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    done = subprocess.run(command, cwd=folder, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout


def expect(condition, what, details=""):
    if not condition:
        sys.exit(f"workflows: {what}\n{details}")


def knowledge_base(name, commits_site):
    return KnowledgeBase(PROGRAM, WORK / name, commits_site)


def environment(folder, **more):
    """Nothing of this machine's but where programs are."""
    home = folder / ".home"
    home.mkdir(parents=True, exist_ok=True)
    return {"PATH": os.environ["PATH"], "HOME": str(home), "CI": "true", **more}


class GitHub:
    def __init__(self, workflow, base, archive=None):
        self.workflow = workflow
        self.base = base
        self.archive = archive
        self.kept = {}
        self.summary = ""
        self.log = ""

    def run(self):
        """The name of the first step that failed, or None."""
        waiting = dict(self.workflow["jobs"])
        done = set()
        while waiting:
            for name, job in list(waiting.items()):
                needs = job.get("needs", [])
                if not set([needs] if isinstance(needs, str) else needs) <= done:
                    continue
                if failed := self.run_job(name, job):
                    return failed
                done.add(name)
                del waiting[name]
        return None

    def run_job(self, name, job):
        if "uses" in job:
            expect(job["uses"] == "./.github/workflows/program.yml", f"unknown workflow {job['uses']}")
            job = load((PROJECT / job["uses"]).read_text())["jobs"]["program"]
        folder = Path(tempfile.mkdtemp(dir=WORK))
        workspace, temp = folder / "workspace", folder / "temp"
        temp.mkdir()
        files = {n: folder / n.lower() for n in ("GITHUB_STEP_SUMMARY", "GITHUB_PATH", "GITHUB_ENV", "GITHUB_OUTPUT")}
        for file in files.values():
            file.touch()
        env = environment(
            folder, GITHUB_WORKSPACE=str(workspace), RUNNER_TEMP=str(temp), GITHUB_ACTIONS="true",
            **{n: str(f) for n, f in files.items()})
        self.contexts = {
            "github.event.pull_request.base.sha": self.base.base,
            "github.event.pull_request.head.sha": self.base.head,
            "runner.temp": str(temp),
        }
        env |= {key: self.fill(str(value)) for key, value in job.get("env", {}).items()}
        if self.archive and "REMIT_URL" in env:
            env["REMIT_URL"], env["REMIT_SHA256"] = self.archive
        failed = None
        for step in job["steps"]:
            condition = step.get("if")
            expect(condition in (None, "${{ !cancelled() }}"), f"unknown condition {condition}")
            if failed and not condition:
                continue
            own = env | {key: self.fill(str(value)) for key, value in step.get("env", {}).items()}
            if "uses" in step:
                self.act(step["uses"].split("@")[0], step.get("with", {}), workspace)
            elif not self.run_step(step, workspace, own):
                failed = failed or step["name"]
            env["PATH"] = ":".join([*files["GITHUB_PATH"].read_text().split(), os.environ["PATH"]])
        self.summary += files["GITHUB_STEP_SUMMARY"].read_text()
        expect(not (folder / ".home/injected").exists(), f"{name}: a title was run as a command")
        return failed

    def run_step(self, step, workspace, env):
        expect("${{" not in step["run"], f"'{step['name']}' puts an expression into its command")
        if "make release" in step["run"]:
            (workspace / ".build/static").mkdir(parents=True)
            shutil.copy(PROGRAM, workspace / ".build/static/remit")
            return True
        status, output = shell(step["run"], workspace, env)
        self.log += f"{step['name']}: status {status}\n{output}"
        return status == 0

    def act(self, action, settings, workspace):
        path = workspace / self.fill(settings.get("path", "."))
        match action:
            case "actions/checkout":
                expect(settings["persist-credentials"] is False, "credentials stay in the checkout")
                depth = [] if settings.get("fetch-depth") == 0 else ["--depth", "1"]
                git(WORK, "clone", "--quiet", *depth, f"file://{self.base.path}", workspace)
            case "actions/upload-artifact":
                expect(path.is_file(), f"there is no {path} to keep")
                # A kept file has no right to be run, as there.
                self.kept[settings["name"]] = (path.name, path.read_bytes())
            case "actions/download-artifact":
                name, data = self.kept[settings["name"]]
                path.mkdir(parents=True)
                (path / name).write_bytes(data)
            case "actions/upload-pages-artifact":
                hidden = shutil.ignore_patterns(".*")
                self.kept["github-pages"] = shutil.copytree(path, WORK / tempfile.mktemp(dir=""), ignore=hidden)
            case "actions/deploy-pages":
                expect("github-pages" in self.kept, "there is no site to publish")
            case _:
                sys.exit(f"workflows: unknown action {action}")

    def fill(self, text):
        return re.sub(r"\$\{\{ *(.*?) *\}\}", lambda match: self.contexts[match[1]], text)


class GitLab:
    def __init__(self, pipeline, base, archive=None):
        self.pipeline = pipeline
        self.base = base
        self.archive = archive

    def run(self, name):
        """The exit status, the log, and the folder with what the job leaves."""
        job = self.pipeline[name]
        folder = Path(tempfile.mkdtemp(dir=WORK))
        workspace = folder / "workspace"
        git(WORK, "clone", "--quiet", f"file://{self.base.path}", workspace)
        if "program" in self.pipeline:
            (workspace / ".build/static").mkdir(parents=True)
            shutil.copy(PROGRAM, workspace / ".build/static/remit")
        commits = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": self.base.base, "CI_COMMIT_SHA": self.base.head}
        env = environment(folder, CI_PROJECT_DIR=str(workspace), **commits)
        env |= self.pipeline.get("variables", {}) | job.get("variables", {})
        if self.archive:
            env["REMIT_URL"], env["REMIT_SHA256"] = self.archive
        script = self.pipeline.get("default", {}).get("before_script", []) + job["script"]
        status, output = shell("\n".join(script), workspace, env)
        expect(not (folder / ".home/injected").exists(), f"{name}: a title was run as a command")
        return status, output, workspace


def check_site(folder, what):
    expect((folder / "index.html").is_file(), f"{what}: there is no home page")
    expect(not (folder / ".remit-manifest").exists(), f"{what}: the manifest is published")


def check_changes(text, what):
    # The title stands in it, and nothing of it was taken for a command.
    expect("touch" in text and "fine-dust-2030" in text, f"{what}: the change is not told", text)


def run_github(check, publish, commits_site, archive=None):
    what = "GitHub, by the archive" if archive else "GitHub"
    base = knowledge_base(f"github-{bool(archive)}", commits_site)
    run = GitHub(check, base, archive)
    expect(run.run() is None, f"{what}: a step fails", run.log)
    check_changes(run.summary, what)
    expect("## Website built by Remit" in run.summary, f"{what}: the build is not summed up", run.summary)
    if "changes" in run.kept:
        check_changes(run.kept["changes"][1].decode(), what)

    run = GitHub(publish, base, archive)
    expect(run.run() is None, f"{what}: publishing fails", run.log)
    check_site(run.kept["github-pages"], what)

    base.breaks()
    run = GitHub(check, base, archive)
    expect(run.run() == "Say what is wrong", f"{what}: a mistake is not found", run.log)
    place = "::error file=content/targets/fine-dust-2030.md,line=7,col=11,title=invalid-date::"
    expect(place in run.log, f"{what}: the mistake has no annotation", run.log)
    check_changes(run.summary, f"{what}, with a mistake")

    base.mends()
    run = GitHub(check, base, archive)
    expect(run.run() is None, f"{what}: a change that mends a mistake fails", run.log)
    check_changes(run.summary, f"{what}, mending")


def run_gitlab(pipeline, commits_site, archive=None):
    what = "GitLab, by the archive" if archive else "GitLab"
    base = knowledge_base(f"gitlab-{bool(archive)}", commits_site)
    run = GitLab(pipeline, base, archive)
    status, output, folder = run.run("check")
    expect(status == 0, f"{what}: checking fails", output)
    check_changes((folder / "changes.md").read_text(), what)
    expect("## Website built by Remit" in (folder / "summary.md").read_text(), f"{what}: no summary")
    status, output, folder = run.run("pages")
    expect(status == 0, f"{what}: publishing fails", output)
    check_site(folder / "public", what)
    base.breaks()
    status, output, folder = run.run("check")
    # As check says it: what diff says begins with a commit.
    place = "\ncontent/targets/fine-dust-2030.md:7:11: error[invalid-date]"
    expect(status != 0 and place in "\n" + output, f"{what}: a mistake is not found", output)
    check_changes((folder / "changes.md").read_text(), f"{what}, with a mistake")
    base.mends()
    status, output, folder = run.run("check")
    expect(status == 0, f"{what}: a change that mends a mistake fails", output)
    check_changes((folder / "changes.md").read_text(), f"{what}, mending")


def written():
    """The workflows that remit init writes: two for GitHub, one for GitLab."""
    folder = WORK / "written"
    for service in ("github", "gitlab"):
        subprocess.run([PROGRAM, "init", "--ci", service, folder], check=True, capture_output=True)
    names = (".github/workflows/check.yml", ".github/workflows/publish.yml", ".gitlab-ci.yml")
    return [load((folder / name).read_text()) for name in names]


def archive():
    """The program as make release packs it: where it is, and its checksum."""
    path = WORK / "remit.tar.gz"
    with tarfile.open(path, "w:gz") as packed:
        packed.add(PROGRAM, "bin/remit")
    return f"file://{path}", sha256(path.read_bytes()).hexdigest()


def main():
    own = {path.stem: load(path.read_text()) for path in (PROJECT / ".github/workflows").glob("*.yml")}
    run_github(own["check"], own["publish"], commits_site=True)
    links = GitHub(own["links"], knowledge_base("links", commits_site=True))
    expect(links.run() is None, "the check of links fails", links.log)
    run_gitlab(load((PROJECT / ".gitlab-ci.yml").read_text()), commits_site=True)

    check, publish, gitlab = written()
    packed = archive()
    run_github(check, publish, False, packed)
    run_gitlab(gitlab, False, packed)
    # Another file than the one that was meant is not run.
    wrong = (packed[0], "0" * 64)
    broken = GitHub(check, knowledge_base("wrong", False), wrong)
    expect(broken.run() == "Get Remit", "a changed program is run", broken.log)
    print("workflows: all steps run")


try:
    main()
finally:
    shutil.rmtree(WORK)
