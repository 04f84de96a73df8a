"""Publishes the generated pages; somebody else may have pushed meanwhile."""
import os
import shutil

import git

os.environ.update(GIT_AUTHOR_NAME="pages", GIT_AUTHOR_EMAIL="pages@example.org", GIT_COMMITTER_NAME="pages", GIT_COMMITTER_EMAIL="pages@example.org")
base = "/tmp/pages-demo"
shutil.rmtree(base, ignore_errors=True)
git.Repo.init(base + "/origin.git", bare=True, initial_branch="main")


def commit(repo, name):
    path = os.path.join(repo.working_dir, name)
    open(path, "w").write("no errors\n")
    repo.git.add(name)
    repo.git.commit("-qm", "add " + name)


first = git.Repo.clone_from(base + "/origin.git", base + "/first")
first.git.checkout("-B", "main")
commit(first, "index.html")
first.git.push("origin", "main")
second = git.Repo.clone_from(base + "/origin.git", base + "/second")
commit(first, "errors.html")
first.git.push("origin", "main")
commit(second, "rates.html")
for attempt in (1, 2, 3):
    try:
        second.git.push("origin", "main")
        print("publish: pushed in attempt %d, head is '%s'" % (attempt, second.head.commit.summary))
        break
    except git.exc.GitCommandError as error:
        print("publish: attempt %d failed: %s" % (attempt, error))
        second.git.pull("--rebase", "origin", "main")
        print("publish: rebased")
shutil.rmtree(base)
