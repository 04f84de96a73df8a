def seed_from_date(date):
    return int(date.replace("-", ""))
