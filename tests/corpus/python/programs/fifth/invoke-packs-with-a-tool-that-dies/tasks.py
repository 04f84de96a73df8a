from invoke import task


@task
def build(c):
    c.run("cc -O1 -w -o squeeze squeeze.c")
    print("built squeeze")


@task(pre=[build])
def pack(c, level=9):
    c.run("printf 'a,b\\n1,2\\n' > day.csv")
    c.run("./squeeze -%d day.csv day.sqz" % level)
    print("packed")
