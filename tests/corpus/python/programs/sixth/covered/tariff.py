def price(kwh, plan):
    if plan == "night":
        return kwh * 0.21
    if kwh < 0:
        raise ValueError("FATAL: negative consumption")
    return kwh * 0.34
