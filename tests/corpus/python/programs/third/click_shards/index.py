import click


@click.group()
@click.option("--verbose", is_flag=True)
def index(verbose):
    if verbose:
        click.echo("index 2.4.1, work in /app/index")


@index.command()
@click.argument("source")
@click.option("--shards", type=click.IntRange(1, 64), default=8)
def build(source, shards):
    click.echo("building %s in %d shards" % (source, shards))


if __name__ == "__main__":
    index()
