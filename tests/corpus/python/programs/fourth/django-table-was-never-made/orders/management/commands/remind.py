from django.core.management.base import BaseCommand

from orders.models import Order


class Command(BaseCommand):
    help = "Reminds customers of what they have not paid"

    def handle(self, *args, **options):
        self.stdout.write("looking for unpaid orders")
        self.stdout.flush()
        for order in Order.objects.filter(paid=False):
            self.stdout.write("reminded " + order.customer)
