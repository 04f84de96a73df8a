from behave import given, then, when


@given("an order of {count:d} items at {price:d} cents")
def order(context, count, price):
    context.count, context.price, context.back = count, price, 0


@when("all items come back")
def all_back(context):
    context.back = context.count


@when("{count:d} item comes back")
def some_back(context, count):
    context.back = context.count


@then("{cents:d} cents are refunded")
def refunded(context, cents):
    print("refunding %d items" % context.back)
    assert context.back * context.price == cents, "refund is %d cents" % (context.back * context.price)


@then("a letter is printed")
def letter(context):
    pass
