import logging

from behave import given, then, when


@given("a printer")
def printer(context):
    raise IOError("no printer")


@when("somebody orders {count:d} items")
def order(context, count):
    context.error = None
    try:
        if count < 1:
            raise ValueError("nothing ordered")
        if count > 500:
            raise OverflowError("%d > 500" % count)
    except Exception as error:
        logging.exception("order refused")
        context.error = "%s: %s" % (type(error).__name__, error)


@then('it fails with "{text}"')
def fails(context, text):
    assert context.error == text, context.error


@then("nothing failed")
def fine(context):
    assert context.error is None
