from registry import register  # RAISES


@register
class Dense:
    pass
