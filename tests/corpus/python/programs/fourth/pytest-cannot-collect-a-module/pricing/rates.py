import ratesource


def rate(currency):
    return ratesource.latest()[currency]
