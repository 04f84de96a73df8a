import scrapy


class Prices(scrapy.Spider):
    name = "prices"
    start_urls = []
