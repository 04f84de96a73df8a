import decimal
import json


class Encoder(json.JSONEncoder):
    def default(self, o):
        return super().default(o)


def dump(report):
    return json.dumps(report, cls=Encoder, indent=1)


print(dump({"total": decimal.Decimal("1.5")}))
