import rich.traceback

rich.traceback.install(width=100, extra_lines=1)
PLANS = {"basic": 9, "team": 29}


def price(account):
    return PLANS[account["plan"]] * account["seats"]  # RAISES


def bill(accounts):
    return sum(price(a) for a in accounts)


print("billing 3 accounts")
print(bill([{"plan": "basic", "seats": 1}, {"plan": "team", "seats": 4}, {"plan": "enterprise", "seats": 40}]))
