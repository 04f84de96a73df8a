from django.test import SimpleTestCase


class ReportTest(SimpleTestCase):
    def setUp(self):
        self.client.raise_request_exception = False

    def test_report(self):
        self.assertEqual(self.client.get("/report/?parts=4").content, b"25.0")

    def test_zero_parts_is_a_server_error(self):
        self.assertEqual(self.client.get("/report/?parts=0").status_code, 500)

    def test_unknown_page(self):
        self.assertEqual(self.client.get("/nowhere/").status_code, 404)
