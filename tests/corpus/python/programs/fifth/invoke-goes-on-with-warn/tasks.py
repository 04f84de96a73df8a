from invoke import Exit, task
from invoke.exceptions import UnexpectedExit


@task
def clean(c):
    c.run("umount /app/scratch", warn=True)
    c.run("rm /app/old.lock", warn=True)
    try:
        c.run("ls /app/cache-of-last-week")
    except UnexpectedExit as error:
        print("nothing to clean:\n%s" % error)


@task(pre=[clean])
def deploy(c):
    print("deployed release 41")
