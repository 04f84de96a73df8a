import fire


class Resize:
    """Resizes pictures of a folder."""

    def folder(self, path, width=800):
        return "%s at %d" % (path, width)

    def one(self, path, width, height):
        return "%s at %dx%d" % (path, width, height)


fire.Fire(Resize)
