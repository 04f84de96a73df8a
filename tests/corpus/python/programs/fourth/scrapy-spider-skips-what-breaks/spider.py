import http.server
import threading

import scrapy

PAGES = {"/": "<a href='/a'>a</a><a href='/b'>b</a><a href='/gone'>c</a><a href='/busy'>d</a>",
         "/a": "<p class=price>12.50</p>", "/b": "<p class=price>on request</p>"}


class Shop(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        page = PAGES.get(self.path)
        if page is None:
            self.send_error(503 if self.path == "/busy" else 404)
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 8419), Shop)
threading.Thread(target=server.serve_forever, daemon=True).start()


class Prices(scrapy.Spider):
    name = "prices"
    start_urls = ["http://127.0.0.1:8419/"]
    custom_settings = {"RETRY_TIMES": 1, "TELNETCONSOLE_ENABLED": False, "REQUEST_FINGERPRINTER_IMPLEMENTATION": "2.7"}

    def parse(self, response):
        for link in response.css("a::attr(href)").getall():
            yield response.follow(link, self.parse_price)

    def parse_price(self, response):
        yield {"url": response.url, "price": float(response.css(".price::text").get())}
