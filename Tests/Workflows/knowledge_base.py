"""A repository with a knowledge base, whose commits the workflows are run for."""

import subprocess

TITLE = 'A `title` $(touch "$HOME/injected") ${{ github.token }}'


def git(folder, *arguments):
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    done = subprocess.run(["git", "-C", folder, *identity, *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


class KnowledgeBase:
    """A repository with two commits: a knowledge base, and a change of it."""

    def __init__(self, program, path, commits_site):
        self.program = program
        self.path = path
        subprocess.run([program, "init", self.path], check=True, capture_output=True)
        ignored = ".remit/\n.build/\nchanges.md\nsummary.md\npublic/\n" + ("" if commits_site else "site/\n")
        (self.path / ".gitignore").write_text(ignored)
        git(self.path, "init", "--quiet", "--initial-branch", "main")
        self.base = self.commit("Begin")
        self.edit("title: Less fine dust by 2030", f"title: '{TITLE}'")
        self.head = self.commit("Rename a target")

    def edit(self, old, new):
        target = self.path / "content/targets/fine-dust-2030.md"
        target.write_text(target.read_text().replace(old, new))

    def commit(self, message):
        subprocess.run([self.program, "build", "--root", self.path], check=True, capture_output=True)
        git(self.path, "add", "--all")
        git(self.path, "commit", "--quiet", "--message", message)
        return git(self.path, "rev-parse", "HEAD")

    def breaks(self):
        """A third commit, with a mistake in it."""
        self.edit("deadline: 2030", "deadline: 2030-13")
        git(self.path, "commit", "--quiet", "--all", "--message", "A mistake")
        self.head = git(self.path, "rev-parse", "HEAD")

    def mends(self):
        """A fourth commit, which is compared with the third."""
        self.edit("deadline: 2030-13", "deadline: 2031")
        self.base = self.head
        self.head = self.commit("No mistake any more")
